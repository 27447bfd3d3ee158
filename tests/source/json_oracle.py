"""What an edit of a JSON file must give, worked out with the standard library alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from support import nodes

from cassette_cli.errors import RefusedError
from cassette_cli.source.document import Document, read_document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.node import Scalar
from cassette_cli.source.spans import Edit, Span, splice

BOM = "\ufeff"
_HIGH, _LOW = r"\\u[dD][89abAB]..", r"\\u[dD][c-fC-F].."
_UNIT = re.compile(rf"{_HIGH}{_LOW}|\\u....|\\.|[^\\]", re.S)
_HALF = re.compile("[\ud800-\udfff]")

Token = tuple[str, str]
"""A bracket, or the type and the text of a value; a number's text is as it is written."""


class Pairs(list[Any]):
    """An object whose keys may repeat."""


class Number(str):
    """A number as it is written."""


def tokens(text: str) -> list[Token]:
    """Every bracket, key and value of a JSON text in order."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    root = json.loads(
        text.removeprefix(BOM),
        object_pairs_hook=Pairs,
        parse_int=Number,
        parse_float=Number,
        parse_constant=refuse,
    )
    return list(_tokens(root))


def _tokens(value: Any) -> Iterator[Token]:
    if isinstance(value, list):
        yield "mark", "{" if isinstance(value, Pairs) else "["
        for item in value:
            for part in item if isinstance(value, Pairs) else (item,):
                yield from _tokens(part)
        yield "mark", "end"
    elif isinstance(value, Number):
        yield "int" if value.lstrip("-").isdigit() else "float", str(value)
    else:
        yield type(value).__name__, value if isinstance(value, str) else json.dumps(value)


def units(literal: str) -> list[Span]:
    """Where each character of a JSON string's value stands in its source, quotes counted."""
    return [Span(found.start() + 1, found.end() + 1) for found in _UNIT.finditer(literal[1:-1])]


def written(text: str, ascii_only: bool) -> str:
    """A text as it stands between the quotes; half a pair has no other spelling than `\\udXXX`."""
    escaped = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", escaped)


def source_edits(
    text: str, start: int, end: int, value: str, edits: Sequence[Edit[str]]
) -> list[Edit[str]]:
    """Edits of the scalar in `text[start:end]` as edits of the text; one that changes nothing is
    none."""
    quoted = text.startswith('"', start)
    runs = [Span(at, at + 1) for at in range(end - start)]
    places = units(text[start:end]) if quoted else runs
    last = end - start - (1 if quoted else 0)
    starts = [*(place.start for place in places), last]
    out = []
    for (low, high), new in edits:
        if value[low:high] != new:
            to = places[high - 1].end if high > low else starts[low]
            new = written(new, text.isascii()) if quoted else new
            out.append(Edit(Span(start + starts[low], start + to), new))
    return out


def scalars(document: Document) -> list[Scalar]:
    """Every key and value of a document."""
    return [node for node in nodes(document.root) if isinstance(node, Scalar)]


def check(document: Document, wanted: Mapping[int, Sequence[Edit[str]]]) -> Document | None:
    """Edit scalars by their number; all bytes but the asked ones stay, and so do all values.

    What JSON cannot hold, or what would be of another type, is refused: then the answer is None.
    """
    found, before = scalars(document), tokens(document.value)
    at = [index for index, (kind, _) in enumerate(before) if kind != "mark"]
    assert [node.value for node in found] == [before[index][1] for index in at]
    asked, inside, above = before.copy(), list[Edit[str]](), list[LayerEdit]()
    for number, edits in wanted.items():
        node, (kind, value) = found[number], before[at[number]]
        asked[at[number]] = kind, splice(value, edits)
        inside += source_edits(document.value, node.start, node.end, value, edits)
        above += [LayerEdit(document.scalar(node), edit) for edit in edits]
    text = splice(document.value, sorted(inside))
    if not gives(text, asked):
        with pytest.raises(RefusedError):
            edit_document(document, above)
        return None
    after = edit_document(document, above)
    assert after.data == text.encode()
    return after


def gives(text: str, asked: list[Token]) -> bool:
    """Whether a text is JSON with just these tokens."""
    try:
        return tokens(text) == asked
    except ValueError:
        return False


def json_file(text: str) -> Document:
    """A JSON file of one's own."""
    document = read_document("test.json", text.encode())
    assert document.parsed.format == "json"
    return document
