"""Characters that mean something inside a YAML scalar, and how each is written."""

from __future__ import annotations

from cassette_cli.lazy import lazy

BLANKS = " \t"
BREAKS = "\r\n\x85\u2028\u2029"
"""What libyaml ends a line at; CR LF counts as one break."""

BREAK = lazy("\r\n|[\r\n\x85\u2028\u2029]")
FOLD = lazy("(?:(?:\r\n|[\r\n\x85\u2028\u2029])[ \t]*)+")
NEEDS_ESCAPE = lazy(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What a plain, single-quoted or literal scalar cannot hold: it would be lost, or end a line."""

SURROGATE = lazy("[\ud800-\udfff]")

_NAMED = {
    "\0": "0", "\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r",
    "\x1b": "e", '"': '"', "\\": "\\", "\x85": "N", "\u2028": "L", "\u2029": "P",
}  # fmt: skip
_MEANINGS = {f"\\{letter}": char for char, letter in _NAMED.items()} | {
    "\\ ": " ", "\\\t": "\t", "\\/": "/", "\\'": "'", "\\_": "\xa0",
}  # fmt: skip
SIMPLE = "".join(escape[1] for escape in _MEANINGS if escape != "\\\\")
"""What stands behind the backslash of an escape that gives one character; but for a backslash."""
_ESCAPED = lazy(f'["\\\\\t\n]|{NEEDS_ESCAPE.pattern}')


def normal(line_break: str) -> str:
    """The value of one kept line break: LF, but LS and PS stay what they are."""
    return line_break if line_break in "\u2028\u2029" else "\n"


def fold_value(breaks: list[str]) -> str:
    """The value of folded line breaks: one gives a blank, of several the first is dropped."""
    first, rest = normal(breaks[0]), "".join(map(normal, breaks[1:]))
    return rest or " " if first == "\n" else first + rest


def escape(text: str) -> str:
    """`text` as it is written inside double quotes, on one line."""
    return _ESCAPED.sub(lambda found: _escape_one(found.group()), text)


def unescape(token: str) -> str:
    r"""The character that one escape such as `\n` or `\u00e9` stands for.

    Raises:
        KeyError: YAML knows no such escape.
    """
    known = _MEANINGS.get(token)
    return chr(int(token[2:], 16)) if known is None and len(token) > 2 else _MEANINGS[token]


def _escape_one(char: str) -> str:
    if char in _NAMED:
        return "\\" + _NAMED[char]
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
