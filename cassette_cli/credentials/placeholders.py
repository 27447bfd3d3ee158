"""Whether a value stands in for a secret: `<API_KEY>`, `REDACTED`, `sk-xxxx`, `your-key-here`.

The principle: a stand-in is a wrapper (`<...>`, `${...}`), a mask (`***`), a run or a row (`0000`,
`12345678`), a key that a vendor prints in its documentation, or a phrase of known words that says
what it is. What looks generated once those are taken away is a secret.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cassette_cli.credentials.documented import is_documented
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.replacement import is_replacement
from cassette_cli.credentials.vocabulary import FILLERS, KNOWN, MARKERS, NAMES, NOUNS, PREFIXES
from cassette_cli.credentials.words import WORD
from cassette_cli.lazy import lazy

_LONGEST = 65536
_SCHEME = lazy(r"(?:bearer|basic|token|digest|apikey)[ :]+", re.IGNORECASE)
# Wrappers of templates and recorders. A class without its own closing mark keeps them linear.
_WRAPPED = lazy(
    r"<{1,3}[^<>\"]{1,256}>{1,3}|\{{1,3}[^{}\"]{1,256}\}{1,3}|\[{1,2}[^\[\]\"]{0,256}\]{1,2}"
    r"|[$#]\{[^{}]{1,256}\}|\$?\([^()]{1,256}\)|%\([^()]{1,256}\)[sd]|[$@][A-Za-z][A-Za-z0-9_]+"
    r"|%[A-Z][A-Z0-9_]+%|__[A-Za-z0-9_]{1,256}__|%[srvd]|\{\}|<>"
)
_INSIDE = lazy(r"<{1,3}[A-Za-z][^<>\"]{0,256}>{1,3}|\{\{[^{}]{1,256}\}\}|\$\{[^{}]{1,256}\}")
_MASK = lazy(r"\*{3,}|\.{3,}|…+|•{2,}|●{2,}|█+|[xX]{6,}|#{4,}|\?{4,}")
# Seven capitals that spell a word: no generator makes them by chance, whatever stands around.
_SPOKEN = lazy(r"EXAMPLE|REDACTED|PLACEHOLDER|FILTERED|SANITIZED|CHANGEME")
_SEPARATORS = lazy(r"[\s;,&]")
_SPECIAL = lazy(r"[!@#^&*+=~;:?]")
_RESERVED = lazy(
    r"[^@\s]{1,128}@(?:[a-z0-9-]{1,63}\.)?example\.(?:com|org|net)|2001:0?db8:[0-9a-f:]{0,40}"
    r"|(?:192\.0\.2|198\.51\.100|203\.0\.113)\.[0-9]{1,3}",
    re.IGNORECASE,
)
# Names whose digits are no sign of a generated value.
_WITH_DIGITS = lazy(r"(?i)\b(?:r8|e2b|lsv2|v[0-9]|api0[0-9]|oauth2|fm[12])(?![0-9a-z])")
_RUN = lazy(r"(.)\1{3,}|deadbeef|cafebabe|feedface", re.IGNORECASE)
_NOT_ALNUM = lazy(r"[^A-Za-z0-9]+")
_ROW_ALONE = 16


@lru_cache(maxsize=4096)
def is_placeholder(value: str) -> bool:
    """Whether `value`, without the blanks around it, stands in for a secret and is none.

    Takes the bare value or one with its scheme (`Bearer <TOKEN>`), plain or percent-encoded.
    True for everything that `replacement.placeholder` writes. The empty value is no placeholder.
    Linear in the length of `value`; never raises.
    """
    text = value.strip().strip("\"'")
    if is_replacement(text):
        return True
    if not text or len(text) > _LONGEST:
        return False
    text = _SCHEME.sub("", _decoded(text), count=1).strip()
    return any(test(text) for test in _TESTS)


def _decoded(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote

    return unquote(text)


def _is_wrapped(text: str) -> bool:
    if _WRAPPED.fullmatch(text):
        return not looks_random(text, 80)
    rest = _INSIDE.sub(" ", text)
    return rest != text and not looks_random(rest)


def _is_masked(text: str) -> bool:
    rest = _MASK.sub(" ", text)
    return rest != text and not looks_random(rest, 80)


def _is_spoken(text: str) -> bool:
    return bool(_SPOKEN.search(text)) and not (_SEPARATORS.search(text) and looks_random(text))


def _is_reserved(text: str) -> bool:
    return bool(_RESERVED.fullmatch(text))


def _is_row(text: str) -> bool:
    """Runs (`0000`, `xxxx`) and rows (`1234567890abcdef`), with at most known words around."""
    core = _NOT_ALNUM.sub("", text)
    no_runs = _RUN.sub("", core)
    if core and not no_runs:
        return True
    if len(core) >= _ROW_ALONE and not (_without_rows(no_runs) and _interleaved(core)):
        return True
    if _SPECIAL.search(text):
        return False
    words = _words(_without_rows(_RUN.sub("-", _WITH_DIGITS.sub("", text))))
    shorter = len("".join(words)) < len(_NOT_ALNUM.sub("", _WITH_DIGITS.sub("", text)))
    return shorter and bool(words) and all(word in KNOWN - NOUNS for word in words)


def _interleaved(core: str) -> bool:
    """Whether something is left of `a1b2c3d4` once each half is taken as a row."""
    return bool(_without_rows(core[::2]) or _without_rows(core[1::2]))


def _without_rows(text: str) -> str:
    """`text` without its stretches of four and more characters that follow one another."""
    out: list[str] = []
    row: list[str] = []
    for character in text + "\0":
        if row and not _follows(row[-1], character):
            out += row if len(row) < 4 else "-"
            row = []
        row.append(character)
    return "".join(out).strip("-")


def _follows(left: str, right: str) -> bool:
    return ord(right) == ord(left) + 1 or (left, right) in (("9", "0"), ("9", "a"), ("z", "a"))


def _is_phrase(text: str) -> bool:
    words = _words(_WITH_DIGITS.sub("", text))
    if not words or _SPECIAL.search(text) or looks_random(text, 40):
        return False
    # Random letters fall into scraps of one and two, in which any short word may turn up.
    spelled = len(words) <= 6 or sum(map(len, words)) >= 3 * len(words)
    if spelled and any(word in MARKERS for word in words):
        return True
    index = 3 if len(words) > 2 else 1
    known = [word for word in words if word in KNOWN or (word.isdigit() and len(word) <= index)]
    if len(known) == len(words):
        return len(words) > 1 or words[0] in FILLERS | PREFIXES | NOUNS - NAMES
    return words[0] in ("test", "testing") and _reads_on(text, words)


def _reads_on(text: str, words: list[str]) -> bool:
    """Whether `test_...` goes on in plain words: `test_aws_security_token`, not `test_hunter2`."""
    return text[len(words[0]) : len(words[0]) + 1] in "-_" and all(map(str.isalpha, words))


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


_TESTS = (is_documented, _is_wrapped, _is_masked, _is_spoken, _is_reserved, _is_row, _is_phrase)
