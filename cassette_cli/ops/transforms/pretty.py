"""`--pretty-json`: JSON bodies on lines of their own, indented by two."""

from __future__ import annotations

from dataclasses import dataclass

from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.ops.transforms.entries import entry_of
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.structure.change import Literal, Put
from cassette_cli.source.structure.lower import can_be_literal

_TOKEN = lazy(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++')
_COMPARES_BODY = ("body", "raw_body", "body_as_json", "json_body")
"""Names that recorders give to matchers of the body."""


@dataclass(frozen=True, slots=True)
class PrettyJson:
    """Lays JSON out, its numbers, texts and order as they are, in a literal block. Files that are
    JSON themselves have no lines in texts, and stay."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One change for each body."""
        draft = Draft()
        compared = not {*_COMPARES_BODY}.isdisjoint(setting.match_on) and not setting.force
        left = 0
        for interaction in cassette.interactions:
            for message in interaction.messages:
                text, found = _laid_out(message), entry_of(cassette, message)
                if text is None or found is None or found.node.tag or found.node.anchor:
                    continue
                if not can_be_literal(cassette.document, found.holder, found.at, text):
                    continue
                if message.side == "request" and compared:
                    left += 1
                    continue
                draft.changes.append(Put(found.holder, found.at, Literal(text)))
                draft.made.append(Made("pretty-json", found.route, found.start))
        if draft.changes:
            count = len(draft.changes)
            draft.notes.append(f"bodies with other bytes that say the same: {count}")
        if left:
            draft.notes.append(
                f"{left} in requests left: the matcher compares bodies; --force lays them out"
            )
        return draft


def _laid_out(message: Message) -> str | None:
    """A JSON body laid out, the blanks around it kept; None for any other, and for one that is."""
    body = message.body
    if message.stored.stored_as != "text" or body.kind != "json" or body.text is None:
        return None
    if message.stream is not None and message.stream.events > 1:
        return None
    text = body.text.value
    inner = text.strip(" \t\r\n")
    start = text.index(inner)
    new = text[:start] + pretty(inner) + text[start + len(inner) :]
    return new if new != text else None


def pretty(text: str) -> str:
    """A JSON text with each member and item on a line of its own, two blanks a level; linear."""
    out: list[str] = []
    depth, before = 0, ""
    for token in _TOKEN.findall(text):
        if token in ("}", "]"):
            depth -= 1
            if before not in ("{", "["):
                out.append("\n" + "  " * depth)
        elif before in ("{", "[", ","):
            out.append("\n" + "  " * depth)
        out.append(": " if token == ":" else token)
        depth += token in ("{", "[")
        before = token
    return "".join(out)
