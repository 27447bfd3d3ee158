"""Lengths stated about a body, kept right: restated if, and only if, they were right before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cassette_cli.bodies.decode import content_codings
from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Cassette, Interaction, Message
from cassette_cli.source.document import Document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.place import locate
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.text import utf8

_NUMBER = lazy(r"[0-9]{1,18}")


def restate_lengths(before: Cassette, after: Cassette) -> Document:
    """`after`'s document with every stated length that an edit made wrong put right again."""
    edits: list[LayerEdit] = []
    for old, new in _touched(before, after):
        edits += _restated(old.request, new.request)
        edits += _restated(old.response, new.response)
    return edit_document(after.document, edits)


def _touched(before: Cassette, after: Cassette) -> Iterator[tuple[Interaction, Interaction]]:
    """The interactions that are written otherwise; all, where an alias may stand for any text."""
    pairs = zip(before.interactions, after.interactions, strict=True)
    if before.document.parsed.aliases:
        return pairs
    return (pair for pair in pairs if _source(before, pair[0]) != _source(after, pair[1]))


def _source(cassette: Cassette, one: Interaction) -> str:
    return cassette.document.value[one.node.start : one.node.end]


def _restated(old: Message, new: Message) -> Iterator[LayerEdit]:
    """As stored, or, where a field counts that, as decoded."""
    before, after = _stated(old), _stated(new)
    if len(before) != len(after):
        return  # headers were taken out or put in: whoever did that has seen to it
    now = {str(old.body.size): str(new.body.size), str(wire_length(old)): str(wire_length(new))}
    for stated, target in zip(before, after, strict=True):
        length = now.get(stated.value, stated.value)
        if length != stated.value:
            yield LayerEdit(target, Edit(Span(0, len(target.value)), length))


@dataclass(frozen=True, slots=True)
class Restated:
    """A length that was put right: the 0-based interaction, and `response.headers.Content-Length`
    or the recorder's own field."""

    interaction: int
    field: str


def restated(before: Cassette, after: Cassette) -> Iterator[Restated]:
    """The stated lengths that differ between a cassette and what an edit made of it."""
    for old, new in zip(before.interactions, after.interactions, strict=True):
        for left, right in zip(old.messages, new.messages, strict=True):
            for was, now in zip(_stated(left), _stated(right), strict=True):
                if was.value != now.value:
                    route = locate(before.document, was.whole()).route[len(old.route) :]
                    steps = [step for step in route if isinstance(step, str)]
                    yield Restated(old.index, ".".join(steps))


def _stated(message: Message) -> list[Any]:
    """Every layer that states the body's length."""
    return [*message.header_values("content-length"), *message.lengths]


def wire_length(message: Message) -> int:
    """Bytes of the body as it is stored: what the recorder will send when it replays."""
    stored = message.stored
    if stored.data is not None:
        return len(stored.data.value)
    return len(utf8(stored.text.value)) if stored.text is not None else 0


_BODILESS = (204, 304)
"""Answers whose header speaks of a body that is not sent (RFC 9110, section 8.6)."""


def wrong_lengths(cassette: Cassette, interaction: Interaction) -> Iterator[tuple[Any, int]]:
    """Each layer that states another length than the body has, with the right one in bytes."""
    for message in interaction.messages:
        if message.stored.stored_as == "tree" or _has_no_body(interaction, message):
            continue
        for stated in _stated(message):
            length = _right_length(cassette, message, stated)
            if (
                length is not None
                and _NUMBER.fullmatch(stated.value)
                and length != int(stated.value)
            ):
                yield stated, length


def _has_no_body(interaction: Interaction, message: Message) -> bool:
    if message.side == "request" or message.body.size:
        return False
    return interaction.verb == "HEAD" or interaction.response.status in _BODILESS


def _right_length(cassette: Cassette, message: Message, stated: Any) -> int | None:
    """As the recorder sends it. HAR keeps bodies decoded, and does not say how long they were."""
    if cassette.recorder.name != "har":
        return _sent_length(message)
    is_size = locate(cassette.document, stated.whole()).route[-1] == "size"
    return message.body.size if is_size or not content_codings(message) else None


def _sent_length(message: Message) -> int | None:
    """Bytes in the charset that the recorder says its text is in; None where they are unknown."""
    stored = message.stored
    if stored.text is None or stored.data is not None or stored.text.value.isascii():
        return wire_length(message)
    try:
        return len(stored.text.value.encode(stored.charset or "utf-8", "surrogatepass"))
    except (LookupError, UnicodeEncodeError):
        return None
