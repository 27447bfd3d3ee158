"""What is wrong with a text that is no JSON: what is expected where, and what was found there."""

from __future__ import annotations

import json
from typing import Literal

from cassette_cli.lazy import lazy
from cassette_cli.source.json_found import BARE_TEXT, END, character, found_at, hint_for
from cassette_cli.source.node import Mapping, Sequence

Parent = Mapping | Sequence | None
"""The collection that a token stands in; None at the root."""

_BLANK = lazy(r"[ \t\n\r]*+")
_STRING_BODY = lazy(r'[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+')
_CUT_ESCAPE = lazy(r"\\(?:u[0-9a-fA-F]{0,3})?")
_ESCAPES = 'JSON has \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits'


class JsonError(ValueError):
    """Text that is not JSON: the 0-based offset, and in words what is wrong and what stands there.

    It never quotes the text.
    """

    def __init__(self, at: int, problem: str, found: str, hint: str | None = None) -> None:
        super().__init__(f"not JSON at character {at}: {problem}")
        self.at = at
        self.problem = problem
        self.found = found
        self.hint = hint or hint_for(found)


class TooDeepError(JsonError):
    """Nested deeper than a tree may be."""


def skip_blanks(text: str, at: int, end: int) -> int:
    """The offset of the first character from `at` on that is no blank of JSON's, or `end`."""
    blank = _BLANK.match(text, at, end)
    return blank.end() if blank else at


def left_over(text: str, at: int, end: int) -> JsonError:
    """What stands at `at`, after the root."""
    found = found_at(text, at, end)
    closed = "more brackets are closed than opened" if found in ("}", "]") else None
    hint = closed or hint_for(found) or "a file holds one JSON value"
    return JsonError(at, f"{END} is expected", found, hint)


def misfit(text: str, at: int, end: int, parent: Parent, has_key: bool) -> JsonError:
    """Why the token after `at` does not fit into `parent`.

    `has_key` says whether the parent is a mapping that waits for the value of a key.
    """
    at, wanted, comma = skip_blanks(text, at, end), _wanted(parent, has_key), False
    if wanted == "mark" and text.startswith(",", at, end):
        at, comma = skip_blanks(text, at + 1, end), True
        wanted = "key" if isinstance(parent, Mapping) else "value"
    if text.startswith('"', at, end):
        close = _string_end(text, at, end)
        if not text.startswith('"', close, end):
            return string_fault(text, at, end)
        after = skip_blanks(text, close + 1, end)
        if wanted == "key":
            return JsonError(after, "a colon is expected", found_at(text, after, end))
        if wanted == "value" and text.startswith(":", after, end):
            return JsonError(after, f"{_words('mark', parent)} is expected", "a colon")
    found = found_at(text, at, end)
    if comma:
        hint = f"JSON has no comma before {found}" if found == _closing(parent) else None
        return JsonError(at, f"{_words(wanted, parent)} is expected after the comma", found, hint)
    words = _words(wanted, parent)
    if found in (END, "}", "]") and wanted != "mark" and parent is not None and not has_key:
        words += f" or {_closing(parent)}"
    return JsonError(at, f"{words} is expected", found, _quote_hint(text, at, found))


def _quote_hint(text: str, at: int, found: str) -> str | None:
    """Text right after a string: most likely a quote inside it that is not escaped."""
    inside = found == BARE_TEXT and text.endswith('"', 0, at)
    return 'a quote inside a string is written \\"' if inside else None


def _string_end(text: str, start: int, end: int) -> int:
    """Where the string whose opening quote is at `start` has its closing one, or else its fault."""
    body = _STRING_BODY.match(text, start + 1, end)
    return body.end() if body else start + 1


def string_fault(text: str, start: int, end: int) -> JsonError:
    """What is wrong with the string whose opening quote is at `start`."""
    at = _string_end(text, start, end)
    if at == end or _CUT_ESCAPE.fullmatch(text, at, end):
        return JsonError(start, "a string is not closed", END)
    if text[at] == "\\":
        words = "a string holds an escape that JSON does not have"
        return JsonError(at, words, _escape(text[at + 1]), _ESCAPES)
    if text[at] in "\r\n":
        hint = "a line break inside a string is written \\n"
        return JsonError(start, "a string is not closed", "the end of the line", hint)
    hint = f"inside a string it is written {json.dumps(text[at])[1:-1]}"
    return JsonError(at, "a string holds a control character", character(text[at]), hint)


def _escape(letter: str) -> str:
    if letter == "u":
        return "\\u without four hexadecimal digits"
    return f"\\{letter}" if "!" <= letter <= "~" else f"a backslash before {character(letter)}"


_Wanted = Literal["key", "value", "mark"]


def _wanted(parent: Parent, has_key: bool) -> _Wanted:
    if isinstance(parent, Mapping) and not has_key:
        return "mark" if parent.entries else "key"
    return "mark" if isinstance(parent, Sequence) and parent.items else "value"


def _words(wanted: _Wanted, parent: Parent) -> str:
    match wanted:
        case "key":
            return "a key in quotes"
        case "value":
            return "a value"
        case "mark":
            return END if parent is None else f"a comma or {_closing(parent)}"


def _closing(parent: Parent) -> str:
    return "}" if isinstance(parent, Mapping) else "]"
