"""What stands where a text stops being JSON, in words that give nothing away, and what to do.

No words here quote the text, which may hold a secret: only marks, single characters and words that
mean something to JSON or to the languages near it are named.
"""

from __future__ import annotations

from cassette_cli.lazy import lazy

END = "the end of the file"
BARE_TEXT = "text without quotes"

_WORD = lazy(r"(?:null|true|false|None|True|False|undefined|NaN|[-+]?Infinity)(?![\w.+-])")
_PATTERNS = (
    (lazy(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?(?![\w.+-])"), "a number"),
    (lazy(r"[-+]?\.?[0-9]"), "a number that JSON does not know"),
    (lazy(r"//|/\*|#"), "a comment"),
    (lazy(r"(?m)^(?:<{7}|={7}|>{7}|\|{7})"), "the mark of a merge conflict"),
    (lazy(r"[^\W\d]|\$"), BARE_TEXT),
)
_NAMES = {
    ",": "a comma",
    ":": "a colon",
    "'": "a single quote",
    '"': "a string",
    "\ufeff": "a byte order mark",
    "\xa0": "a no-break space",
    **dict.fromkeys("“”„‘’", "a curly quote"),
}
_NOT_FINITE = "JSON has no NaN and no infinity; null, or a text, may stand for it"
_HINTS = {
    END: "if it was cut off, record it again",
    BARE_TEXT: "JSON puts keys and texts in double quotes",
    "a byte order mark": "it may stand at the very start only",
    "a comment": "JSON has no comments",
    "a curly quote": "JSON uses straight double quotes",
    "a no-break space": "JSON allows plain spaces only",
    "a number that JSON does not know": "JSON writes numbers like 10, -0.5 and 1e9",
    "a single quote": "JSON uses double quotes",
    "the mark of a merge conflict": "resolve the conflict first",
    "None": "JSON writes null",
    "undefined": "JSON writes null",
    "True": "JSON writes true",
    "False": "JSON writes false",
    **dict.fromkeys(("NaN", "Infinity", "+Infinity", "-Infinity"), _NOT_FINITE),
    "U+0000": "recorders write UTF-8; convert the file, or exclude it",
}


def found_at(text: str, at: int, end: int) -> str:
    """What stands at `at`."""
    if at >= end:
        return END
    if word := _WORD.match(text, at, end):
        return word.group()
    for pattern, words in _PATTERNS:
        if pattern.match(text, at, end):
            return words
    return _NAMES.get(text[at]) or character(text[at])


def hint_for(found: str) -> str | None:
    """What to do about it, where that can be said."""
    return _HINTS.get(found)


def character(one: str) -> str:
    """A single character, by its number where it cannot be seen."""
    return one if "!" <= one <= "~" else f"U+{ord(one):04X}"
