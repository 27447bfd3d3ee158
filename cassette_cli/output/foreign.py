"""Recorded text made harmless: nothing that steers a terminal gets out, and nothing is dropped."""

from __future__ import annotations

import re

from cassette_cli.lazy import lazy

_CONTROL = "\x00-\x08\x0b-\x1f\x7f"
_STEERING = (
    "\x80-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSAFE = lazy(f"[{_CONTROL}{_STEERING}]")
_UNSAFE_LINE = lazy(f"[\t\n{_CONTROL}{_STEERING}]")
_UNSAFE_JSON = lazy(f"[\x7f{_STEERING}]")


def printable(text: str) -> str:
    """`text` with every control, bidi and invisible character shown as a picture or `‹U+XXXX›`.

    Line feeds and tabs stay, and the joiners that scripts and emoji are written with.
    """
    return _UNSAFE.sub(_picture, text) if _UNSAFE.search(text) else text


def one_line(text: str) -> str:
    """The same on one line: a line feed shows as `↵`, a tab as `→`."""
    return _UNSAFE_LINE.sub(_picture, text) if _UNSAFE_LINE.search(text) else text


def json_safe(text: str) -> str:
    """Serialised JSON with the characters escaped that JSON would let through to a terminal."""
    return _UNSAFE_JSON.sub(_escape, text) if _UNSAFE_JSON.search(text) else text


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, with the number of those left out."""
    if len(text) <= limit:
        return text
    return f"{text[:limit]}… (+{len(text) - limit:,} characters)"


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    match code:
        case 0x09:
            return "→"
        case 0x0A:
            return "↵"
        case 0x7F:
            return "␡"
        case _ if code < 0x20:
            return chr(0x2400 + code)
        case _:
            return f"‹U+{code:04X}›"


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
