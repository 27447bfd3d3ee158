"""What is wrong with a text that is no JSON: what is expected where, and what was found there.

No words here quote the text, which may hold a secret: only marks, single characters and words that
mean something to JSON or to the languages near it are named.
"""

from __future__ import annotations

from typing import Literal

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Mapping, Sequence

Parent = Mapping | Sequence | None
"""The collection that a token stands in; None at the root."""

_BLANK = lazy(r"[ \t\n\r]*+")
_STRING_BODY = lazy(r'[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+')
_WORD = lazy(r"(?:null|true|false|None|True|False|undefined|NaN|[-+]?Infinity)(?![\w.+-])")
_NUMBER = lazy(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?(?![\w.+-])")
_LIKE_NUMBER = lazy(r"[-+]?\.?[0-9]")
_COMMENT = lazy(r"//|/\*|#")
_NAMES = {",": "a comma", ":": "a colon", "'": "a single quote", '"': "a string"}
_END = "the end of the file"
_HINTS = {
    _END: "if it was cut off, record it again",
    "a comment": "JSON has no comments",
    "a single quote": "JSON has double quotes",
    "None": "JSON writes null",
    "True": "JSON writes true",
    "False": "JSON writes false",
    "U+0000": "recorders write UTF-8; convert the file, or exclude it",
}


class JsonError(ValueError):
    """Text that is not JSON: the 0-based offset, and in words what is wrong and what stands there.

    It never quotes the text.
    """

    def __init__(self, at: int, problem: str, found: str, hint: str | None = None) -> None:
        super().__init__(f"not JSON at character {at}: {problem}")
        self.at = at
        self.problem = problem
        self.found = found
        self.hint = hint or _HINTS.get(found)


class TooDeepError(JsonError):
    """Nested deeper than a tree may be."""


def skip_blanks(text: str, at: int, end: int) -> int:
    """The offset of the first character from `at` on that is no blank of JSON's, or `end`."""
    blank = _BLANK.match(text, at, end)
    return blank.end() if blank else at


def left_over(text: str, at: int, end: int) -> JsonError:
    """What stands at `at`, behind the root."""
    return JsonError(at, f"{_END} is expected", _found(text, at, end))


def misfit(text: str, at: int, end: int, parent: Parent, has_key: bool) -> JsonError:
    """Why the token behind `at` does not fit into `parent`.

    `has_key` says whether the parent is a mapping that waits for the value of a key.
    """
    at, wanted, comma = skip_blanks(text, at, end), _wanted(parent, has_key), ""
    if wanted == "mark" and text.startswith(",", at, end):
        at, comma = skip_blanks(text, at + 1, end), " behind the comma"
        wanted = "key" if isinstance(parent, Mapping) else "value"
    if text.startswith('"', at, end):
        close = _string_end(text, at, end)
        if not text.startswith('"', close, end):
            return string_fault(text, at, end)
        behind = skip_blanks(text, close + 1, end)
        if wanted == "key":
            return JsonError(behind, "a colon is expected", _found(text, behind, end))
        if wanted == "value" and text.startswith(":", behind, end):
            return JsonError(behind, f"{_words('mark', parent)} is expected", "a colon")
    found = _found(text, at, end)
    hint = f"JSON has no comma before {found}" if comma and found == _closing(parent) else None
    return JsonError(at, f"{_words(wanted, parent)} is expected{comma}", found, hint)


def _string_end(text: str, start: int, end: int) -> int:
    """Where the string whose opening quote is at `start` has its closing one, or else its fault."""
    body = _STRING_BODY.match(text, start + 1, end)
    return body.end() if body else start + 1


def string_fault(text: str, start: int, end: int) -> JsonError:
    """What is wrong with the string whose opening quote is at `start`."""
    at = _string_end(text, start, end)
    if text.startswith("\\", at, end) and at + 1 < end:
        return JsonError(at, "a string holds an escape that JSON has not", _escape(text[at + 1]))
    if at == end or text[at] == "\\":
        return JsonError(start, "a string is not closed", _END)
    if text[at] in "\r\n":
        return JsonError(start, "a string is not closed", "the end of the line")
    return JsonError(at, "a string holds a control character", _found(text, at, end))


def _escape(letter: str) -> str:
    if letter == "u":
        return "\\u without four hexadecimal digits"
    return f"\\{letter}" if "!" <= letter <= "~" else f"a backslash before {_code(letter)}"


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
            return _END if parent is None else f"a comma or {_closing(parent)}"


def _closing(parent: Parent) -> str:
    return "}" if isinstance(parent, Mapping) else "]"


def _found(text: str, at: int, end: int) -> str:
    """What stands at `at`, in words that give nothing away."""
    if at >= end:
        return _END
    if word := _WORD.match(text, at, end):
        return word.group()
    if _NUMBER.match(text, at, end):
        return "a number"
    if _LIKE_NUMBER.match(text, at, end):
        return "a number that JSON does not know"
    if _COMMENT.match(text, at, end):
        return "a comment"
    return _NAMES.get(text[at]) or _character(text[at])


def _character(one: str) -> str:
    if one.isalpha():
        return "text without quotes"
    return one if "!" <= one <= "~" else _code(one)


def _code(one: str) -> str:
    return f"U+{ord(one):04X}"
