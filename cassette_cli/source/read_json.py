"""JSON to a tree of positions: iterative, strict (RFC 8259), and at the speed of C.

One expression finds a token with the comma before it and the colon behind it; strings with escapes
are read by the standard library's C scanner. Nothing recurses.
"""

from __future__ import annotations

import re
from json import decoder
from json.decoder import JSONDecodeError

from cassette_cli.lazy import lazy
from cassette_cli.source.json_fault import (
    TooDeepError,
    left_over,
    misfit,
    skip_blanks,
    string_fault,
)
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 10_000
"""Nested collections; a route to a leaf is as long as the leaf is deep."""

_STRING = r'"[^"\\\x00-\x1f]*+(?:\\[^\x00-\x1f][^"\\\x00-\x1f]*+)*+"'
_BARE = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?|true|false|null"


def _tokens(bare: str) -> re.Pattern[str]:
    """Groups: comma, string, colon, opening bracket, closing bracket, number or word.

    The last group is any other character: without it a search for a token would try every place
    behind a fault, each in time that grows with the text.
    """
    return lazy(
        rf"[ \t\n\r]*+(?:(,)[ \t\n\r]*+)?"
        rf"(?:({_STRING})(?:[ \t\n\r]*+(:))?|([\[{{])|([\]}}])|({bare})(?![\w.+-]))|(?s:(.))"
    )


_TOKEN = _tokens(_BARE)
_LENIENT_TOKEN = _tokens(rf"{_BARE}|NaN|-?Infinity")
_VALUE, _KEY, _OPEN, _CLOSE, _WORD, _OTHER = 2, 3, 4, 5, 6, 7
_STRING_GROUP = _VALUE


def read_json(
    text: str, start: int = 0, end: int | None = None, *, max_depth: int = MAX_DEPTH
) -> Node:
    """The tree of the JSON text in `text[start:end]`; spans are character offsets of `text`.

    Strings are style `json`, numbers and words are `plain` with their source as value.

    Raises:
        JsonError: the text is not strict JSON, or nested deeper than `max_depth` levels.
    """
    return _Reader(text, start, len(text) if end is None else end, max_depth).read(_TOKEN)


def read_lenient_json(text: str) -> Node:
    """The same, with `NaN`, `Infinity` and `-Infinity` as further words.

    They are no JSON, but some servers stream them, and clients in Python and JavaScript read on.

    Raises:
        JsonError: the text is not even that.
    """
    return _Reader(text, 0, len(text), MAX_DEPTH).read(_LENIENT_TOKEN)


def scan_string(text: str, at: int) -> tuple[str, int]:
    """Value and end of the JSON string whose opening quote stands before `at`, by the C scanner.

    Raises:
        JSONDecodeError: no strict JSON string (RFC 8259) ends there.
    """
    scanned: tuple[str, int] = decoder.scanstring(text, at, True)  # type: ignore[attr-defined]
    return scanned


class _Reader:
    """A stack machine over the tokens."""

    def __init__(self, text: str, start: int, end: int, max_depth: int) -> None:
        self.text, self.start, self.end, self.max_depth = text, start, end, max_depth
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = [None]

    def read(self, token: re.Pattern[str]) -> Node:
        """One loop over all tokens: it runs once per value of every file and body."""
        text, at = self.text, self.start
        stack, keys = self.stack, self.keys
        parent: Mapping | Sequence | None = None
        for found in token.finditer(text, at, self.end):
            kind = found.lastindex
            if kind == _OTHER or not self._fits(parent, found):
                break
            at = found.end()
            if kind == _KEY:
                keys[-1] = self._string(*found.span(_STRING_GROUP))
                continue
            if kind == _CLOSE:
                node: Node = stack.pop()
                node.end = at
                keys.pop()
                if not stack:
                    return self._alone(node, at)
                parent = stack[-1]
                continue
            begin, key = found.start(kind), keys[-1]  # type: ignore[arg-type]  # one always matches
            if kind == _VALUE:
                node = self._string(begin, at)
            elif kind == _WORD:
                node = Scalar(begin, at, text[begin:at], "plain")
            else:
                node = (Mapping if text[begin] == "{" else Sequence)(begin, None, None, True)
            if isinstance(parent, Mapping):
                parent.entries.append((key, node))  # type: ignore[arg-type]  # it fits: there is one
                keys[-1] = None
            elif isinstance(parent, Sequence):
                parent.items.append(node)
            elif kind != _OPEN:
                return self._alone(node, at)
            if isinstance(node, Mapping | Sequence):
                parent = node
                stack.append(node)
                keys.append(None)
                if len(stack) > self.max_depth:
                    words = f"nested deeper than {self.max_depth} levels"
                    raise TooDeepError(begin, words, text[begin])
        raise misfit(text, at, self.end, parent, keys[-1] is not None)

    def _fits(self, parent: Mapping | Sequence | None, found: re.Match[str]) -> bool:
        """Whether a token may stand where it does: a comma before it only between two entries."""
        kind, comma = found.lastindex, found.start(1) >= 0
        if isinstance(parent, Mapping):
            if self.keys[-1] is not None:
                return not comma and kind != _KEY and kind != _CLOSE
            if kind == _CLOSE:
                return not comma and found[_CLOSE] == "}"
            return kind == _KEY and comma == bool(parent.entries)
        if isinstance(parent, Sequence):
            if kind == _CLOSE:
                return not comma and found[_CLOSE] == "]"
            return kind != _KEY and comma == bool(parent.items)
        return not comma and kind != _KEY and kind != _CLOSE

    def _string(self, start: int, end: int) -> Scalar:
        value = self.text[start + 1 : end - 1]
        if "\\" in value:
            try:
                value = scan_string(self.text, start + 1)[0]
            except JSONDecodeError:
                raise string_fault(self.text, start, end) from None
        return Scalar(start, end, value, "json")

    def _alone(self, root: Node, at: int) -> Node:
        """The root, behind which only blanks may stand."""
        rest = skip_blanks(self.text, at, self.end)
        if rest != self.end:
            raise left_over(self.text, rest, self.end)
        return root
