"""What a redaction means for the replay: which requests the recorder may no longer match."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cassette_cli.model.cassette import Cassette, Interaction
from cassette_cli.model.secret import Secret
from cassette_cli.ops.rest import starts_of
from cassette_cli.recorders.recorder import recorder_of
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Layer
from cassette_cli.source.node import scalars
from cassette_cli.source.place import locate

_URL_PARTS = ("url", "uri", "query", "path", "host", "port", "scheme")
"""Matchers that look at a URL; redaction changes the query most often, and the scheme never."""
_BODY = ("body", "raw_body", "body_as_json")
_FIELDS = ("form", "host", "remote_addr", "request_uri", "trailer")
"""Further fields of go-vcr's requests, each compared by the matcher of its name."""


_Compared = tuple[str, tuple[str, ...]]
"""What a part of a request is called, where not by its route, and the matchers that look at it."""


@dataclass(frozen=True, slots=True)
class Impact:
    """A redacted field that the recorder's matcher compares. `interaction` is 0-based."""

    interaction: int
    field: str
    matcher: str
    advice: str


def impacts(
    cassette: Cassette,
    secrets: Sequence[Secret],
    match_on: Sequence[str],
    masked: Callable[[str], str],
) -> Iterator[Impact]:
    """One for every field of every request that was redacted and is compared; `masked` takes the
    secrets out of a field's name."""
    seen: set[tuple[int, str]] = set()
    compared: dict[int, dict[int, _Compared]] = {}
    for secret in secrets:
        route = locate(cassette.document, secret.place).route
        interaction, node = cassette.interaction_at(route), cassette.document.node_at(route)
        if interaction is None or node is None:
            continue
        known = compared.setdefault(interaction.index, dict(_compared(interaction)))
        steps = route[len(interaction.route) :]
        name, matchers = known.get(node.start) or ("", _further(steps))
        field = masked(name or ".".join(map(str, steps[:2])))
        matcher = next((one for one in matchers if one in match_on), None)
        if matcher is not None and (interaction.index, field) not in seen:
            seen.add((interaction.index, field))
            yield Impact(interaction.index, field, matcher, _advice(cassette, field))


def _compared(interaction: Interaction) -> Iterator[tuple[int, _Compared]]:
    """Where each scalar of a request stands that a matcher may look at: frames have no matcher."""
    if interaction.kind != "http":
        return
    request = interaction.request
    for header in request.headers:
        name = f"request.headers.{header.name.value}"
        for value in header.values:
            yield from ((start, (name, ("headers",))) for start in starts_of(value))
    if request.url is not None:
        yield from ((start, ("", _URL_PARTS)) for start in starts_of(request.url))
    stored = request.stored
    bodies: tuple[Layer[Any] | None, ...] = (stored.text, stored.data)
    for body in bodies:
        starts = starts_of(body) if body is not None else ()
        yield from ((start, ("", _BODY)) for start in starts)
    if stored.node is not None:
        yield from ((leaf.start, ("", _BODY)) for leaf in scalars(stored.node))


def _further(steps: Route) -> tuple[str, ...]:
    """The matcher of a field that is neither URL, header nor body."""
    named = str(steps[1]) if len(steps) > 1 and steps[0] == "request" else ""
    return (named,) if named in _FIELDS else ()


def _advice(cassette: Cassette, field: str) -> str:
    recorder = recorder_of(cassette.recorder)
    return f"{field} is compared when {recorder.name} replays: {recorder.hook}"
