"""What a redaction means for the replay: which requests the recorder may no longer match."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.model.cassette import Cassette, Interaction
from cassette_cli.model.secret import Secret
from cassette_cli.ops.rest import start_of
from cassette_cli.recorders.recorder import recorder_of
from cassette_cli.source.json_layer import Route
from cassette_cli.source.node import Node
from cassette_cli.source.place import locate

_URL_PARTS = ("url", "uri", "query", "path", "host", "port", "scheme")
"""Matchers that look at a URL; redaction changes the query most often, and the scheme never."""
_BODY = ("body", "raw_body", "body_as_json")
_FIELDS = {
    "url": _URL_PARTS,
    "uri": _URL_PARTS,
    "headers": ("headers",),
    "body": _BODY,
    "postData": _BODY,
    "parsed_body": ("body",),
    "form": ("form",),
    "host": ("host",),
    "remote_addr": ("remote_addr",),
    "request_uri": ("request_uri",),
    "trailer": ("trailer",),
}
"""By the recorder's field of a request: the matchers that look at it."""


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
    for secret in secrets:
        route = locate(cassette.document, secret.place).route
        interaction = cassette.interaction_at(route)
        if interaction is None:
            continue
        steps = route[len(interaction.route) :]
        matcher = _matcher(steps, match_on)
        field = masked(_field(interaction, steps, cassette.document.node_at(route)))
        if matcher is not None and (interaction.index, field) not in seen:
            seen.add((interaction.index, field))
            yield Impact(interaction.index, field, matcher, _advice(cassette, field))


def _matcher(steps: Route, match_on: Sequence[str]) -> str | None:
    if len(steps) < 2 or steps[0] != "request":
        return None
    looked_at = _FIELDS.get(str(steps[1]), ())
    return next((name for name in looked_at if name in match_on), None)


def _field(interaction: Interaction, steps: Route, node: Node | None) -> str:
    """`request.headers.Authorization`, `request.url`; `node` is what the route leads to."""
    for header in interaction.request.headers:
        if node is not None and any(start_of(value) == node.start for value in header.values):
            return f"request.headers.{header.name.value}"
    return ".".join(map(str, steps[:2]))


def _advice(cassette: Cassette, field: str) -> str:
    recorder = recorder_of(cassette.recorder)
    return f"{field} is compared when {recorder.name} replays: {recorder.hook}"
