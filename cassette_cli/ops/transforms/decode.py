"""`--decode`: bodies that are stored as base64 or compressed, stored plain instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cassette_cli.model.cassette import Cassette, Interaction, Message
from cassette_cli.ops.transforms.encoding import unencoded
from cassette_cli.ops.transforms.entries import Entry, entry_of, entry_under
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.json_layer import Route
from cassette_cli.source.node import text_of
from cassette_cli.source.structure.change import Added, Change, Delete, Insert, Literal, Put
from cassette_cli.source.text import utf8

_BASE64_FIELD = "base64_string"
"""Where Ruby VCR and Betamax keep base64, instead of `string`."""
_CHARSETS = {"ruby-vcr": "UTF-8", "betamax": "utf-8"}
"""How they call what a plain text is in."""


@dataclass(frozen=True, slots=True)
class Decode:
    """Stores text as text. What is no text, and what would be sent with other bytes, stays."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """The changes of each body, and of the fields that say how it is encoded."""
        draft = Draft()
        left = 0
        for interaction in cassette.interactions:
            for message in interaction.messages:
                text, found = _plain(message), entry_of(cassette, message)
                if text is None or found is None or _is_pollys(cassette, message):
                    continue
                if message.side == "request" and _is_compressed(message) and not setting.force:
                    left += 1
                    continue
                draft.changes += _changes(cassette, interaction, message, found, text)
                draft.made.append(Made("decode", found.route, found.start))
        if left:
            draft.notes.append(
                f"{left} compressed in requests left: a test sends what was recorded;"
                " --force decodes them"
            )
        return draft


def _plain(message: Message) -> str | None:
    """The text of a body that is stored as base64, where its UTF-8 is what was decoded."""
    stored, body = message.stored, message.body
    if stored.stored_as != "base64" or body.problem or body.text is None or body.data is None:
        return None
    return body.text.value if utf8(body.text.value) == body.data.value else None


def _is_pollys(cassette: Cassette, message: Message) -> bool:
    """Whether Polly.js keeps the pieces of a compressed answer, which it must find as such."""
    return cassette.recorder.name == "har" and _is_compressed(message)


def _is_compressed(message: Message) -> bool:
    return message.body.data is not message.stored.data


def _changes(
    cassette: Cassette, interaction: Interaction, message: Message, found: Entry, text: str
) -> Iterator[Change]:
    above = found.route[:-1]
    value = Literal(text) if "\n" in text else text
    if cassette.recorder.name == "har":
        yield Put(found.holder, found.at, text)
        if (encoding := entry_under(cassette.document, above, "encoding")) is not None:
            yield Delete(encoding.holder, encoding.at)
        return
    if found.route[-1] == _BASE64_FIELD:
        yield _into_string(cassette, found, value)
        yield Delete(found.holder, found.at)
    else:
        yield Put(found.holder, found.at, value)
    yield from _charset(cassette, above)
    if _is_compressed(message):
        yield from unencoded(cassette, interaction, message)


def _into_string(cassette: Cassette, found: Entry, value: str) -> Change:
    """The text under `string`, where Betamax may have an empty one already."""
    there = entry_under(cassette.document, found.route[:-1], "string")
    if there is not None:
        return Put(there.holder, there.at, value)
    return Insert(found.holder, found.at, Added("string", value))


def _charset(cassette: Cassette, above: Route) -> Iterator[Change]:
    """The recorder's word for the charset, where it has one beside the body."""
    charset = _CHARSETS.get(cassette.recorder.name)
    encoding = entry_under(cassette.document, above, "encoding")
    if charset is None or encoding is None:
        return
    if (text_of(encoding.node) or "").upper() != charset.upper():
        yield Put(encoding.holder, encoding.at, charset)
