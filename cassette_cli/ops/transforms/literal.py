"""`--literal`: bodies as literal blocks, with the same value."""

from __future__ import annotations

from dataclasses import dataclass

from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.ops.transforms.entries import Entry, entry_of
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.node import Scalar
from cassette_cli.source.structure.change import Literal, Put
from cassette_cli.source.structure.lower import can_be_literal


@dataclass(frozen=True, slots=True)
class ToLiteral:
    """Lays a body that is wrapped or escaped as a literal block."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One change for each body that a block can hold."""
        del setting
        draft = Draft()
        if cassette.document.parsed.format == "json":
            return draft
        for interaction in cassette.interactions:
            for message in interaction.messages:
                found = _wrapped(cassette, message)
                if found is None:
                    continue
                text = Literal(message.stored.node.value)  # type: ignore[union-attr]
                if can_be_literal(cassette.document, found.holder, found.at, text):
                    draft.changes.append(Put(found.holder, found.at, text))
                    draft.made.append(Made("literal", found.route, found.node.start))
        return draft


def _wrapped(cassette: Cassette, message: Message) -> Entry | None:
    """The body's entry, where its source is more than its value between quotes."""
    node = message.stored.node
    if message.stored.stored_as != "text" or not isinstance(node, Scalar) or node.anchor:
        return None
    if node.tag or node.style == "literal":
        return None
    source = cassette.document.value[node.start : node.end]
    if node.value in (source, source[1:-1]):
        return None
    return entry_of(cassette, message)
