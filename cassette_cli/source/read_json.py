"""JSON to a tree of positions: iterative, strict (RFC 8259), and at the speed of C.

A token expression finds structure and numbers; the standard library's C scanner reads strings.
Nothing recurses.
"""

from __future__ import annotations

import re
from json import decoder
from json.decoder import JSONDecodeError

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 10_000
"""Nested collections; a route to a leaf is as long as the leaf is deep."""

_BLANK = lazy(r"[ \t\n\r]*")
_PUNCTUATION = r'[ \t\n\r]*(?:(")|([\[{])|([\]}])|(,)|(:)'
_BARE = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null"
_TOKEN = lazy(rf"{_PUNCTUATION}|({_BARE})(?![\w.+-]))")
_LENIENT_TOKEN = lazy(rf"{_PUNCTUATION}|({_BARE}|NaN|-?Infinity)(?![\w.+-]))")
_VALUE, _KEY, _COLON, _NEXT, _FIRST_VALUE, _FIRST_KEY, _DONE = range(7)


def read_json(text: str, start: int = 0, end: int | None = None) -> Node:
    """The tree of the JSON text in `text[start:end]`; spans are character offsets of `text`.

    Strings are style `json`, numbers and words are `plain` with their source as value.

    Raises:
        ValueError: the text is not strict JSON, or nested deeper than 10,000 levels; the message
            holds the offset, not the text.
    """
    return _Reader(text, start, len(text) if end is None else end, _TOKEN).read()


def read_lenient_json(text: str) -> Node:
    """The same, with `NaN`, `Infinity` and `-Infinity` as further words.

    They are no JSON, but some servers stream them, and clients in Python and JavaScript read on.

    Raises:
        ValueError: the text is not even that.
    """
    return _Reader(text, 0, len(text), _LENIENT_TOKEN).read()


def scan_string(text: str, at: int) -> tuple[str, int]:
    """Value and end of the JSON string whose opening quote stands before `at`, by the C scanner.

    Raises:
        JSONDecodeError: no strict JSON string (RFC 8259) ends there.
    """
    scanned: tuple[str, int] = decoder.scanstring(text, at, True)  # type: ignore[attr-defined]
    return scanned


class _Reader:
    """A stack machine over the tokens."""

    def __init__(self, text: str, start: int, end: int, token: re.Pattern[str]) -> None:
        self.text, self.at, self.end, self.token = text, start, end, token
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = []
        self.root: Node | None = None

    def read(self) -> Node:
        """One loop over all tokens: it runs once per value of every body that is mapped."""
        text, end, state, at = self.text, self.end, _VALUE, self.at
        match = self.token.match
        while state != _DONE:
            found = match(text, at, end)
            if found is None:
                raise self._wrong(at)
            kind, at = found.lastindex, found.end()
            if kind == 1 and state != _NEXT and state != _COLON:
                value, after = self._string(at)
                node = Scalar(at - 1, after, value, "json")
                at = after
                if state in (_KEY, _FIRST_KEY):
                    self.keys[-1] = node
                    state = _COLON
                else:
                    state = self._add(node)
            elif kind == 6 and state in (_VALUE, _FIRST_VALUE):
                begin = found.start(6)
                state = self._add(Scalar(begin, at, text[begin:at], "plain"))
            elif kind == 2 and state in (_VALUE, _FIRST_VALUE):
                state = self._open(at - 1)
            elif kind == 3 and state in (_NEXT, _FIRST_VALUE, _FIRST_KEY):
                state = self._close(at)
            elif kind == 4 and state == _NEXT:
                state = _KEY if isinstance(self.stack[-1], Mapping) else _VALUE
            elif kind == 5 and state == _COLON:
                state = _VALUE
            else:
                raise self._wrong(at)
        blank = _BLANK.match(text, at, end)
        if self.root is None or blank is None or blank.end() != end:
            raise self._wrong(at)
        return self.root

    def _string(self, at: int) -> tuple[str, int]:
        try:
            value, after = scan_string(self.text, at)
        except JSONDecodeError as error:
            raise self._wrong(error.pos) from None
        if after > self.end:
            raise self._wrong(at)
        return value, after

    def _add(self, node: Node) -> int:
        if not self.stack:
            self.root = node
            return _DONE
        parent = self.stack[-1]
        if isinstance(parent, Mapping):
            key = self.keys[-1]
            assert key is not None
            parent.entries.append((key, node))
        else:
            parent.items.append(node)
        return _NEXT

    def _open(self, at: int) -> int:
        mapping = self.text[at] == "{"
        node = (Mapping if mapping else Sequence)(at, None, None, True)
        self._add(node)
        self.stack.append(node)
        self.keys.append(None)
        if len(self.stack) > MAX_DEPTH:
            raise ValueError(f"nested deeper than {MAX_DEPTH} levels at character {at}")
        return _FIRST_KEY if mapping else _FIRST_VALUE

    def _close(self, at: int) -> int:
        node = self.stack.pop()
        self.keys.pop()
        if (self.text[at - 1] == "}") != isinstance(node, Mapping):
            raise self._wrong(at - 1)
        node.end = at
        return _NEXT if self.stack else _DONE

    def _wrong(self, at: int) -> ValueError:
        return ValueError(f"not JSON at character {at}")
