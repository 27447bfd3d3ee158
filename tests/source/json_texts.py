"""JSON texts in every spelling that the grammar has, for Hypothesis to draw."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from hypothesis import strategies as st

ANY = 'aé"\\/\n\t\x00\x7f\u2028\ufeff\U0001f600\ud83d\ude00'
BLANKS = ["", "", "", " ", "\n", "\r\n", "\t", "\r", " \n  "]
BARE = ["0", "-0", "12", "-1.50", "1E+05", "0.1e-7", "9" * 40, "1e999", "true", "false", "null"]


def spellings(one: str) -> list[str]:
    """A short escape, `\\u` with small and large digits, and the character itself where it may."""
    data = one.encode("utf-16-be", "surrogatepass")
    codes = "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))
    found = [json.dumps(one)[1:-1], codes, codes.upper().replace("U", "u")]
    if one == "/":
        found.append("\\/")
    if one not in '"\\' and one >= " " and not "\ud800" <= one <= "\udfff":
        found.append(one)
    return found


def literal(text: str, rng: Random, ascii_only: bool = False) -> str:
    """A text as a JSON string, quotes included; each character in any of its spellings."""
    out = []
    for one in text:
        found = [each for each in spellings(one) if each.isascii() or not ascii_only]
        out.append(rng.choice(found))
    return f'"{"".join(out)}"'


@st.composite
def literals(draw: Any, ascii_only: bool = False) -> str:
    """A JSON string of few characters, each of a kind of its own."""
    return literal(draw(st.text(alphabet=ANY, max_size=8)), draw(st.randoms()), ascii_only)


@st.composite
def files(draw: Any, ascii_only: bool = False) -> str:
    """A collection with any blanks; a BOM now and then, a final line break or none."""
    strings = literals(ascii_only=ascii_only)
    blanks = st.sampled_from(BLANKS)

    def laid(parts: list[str], opening: str, closing: str) -> str:
        inner = ",".join(draw(blanks) + part + draw(blanks) for part in parts)
        return f"{opening}{inner or draw(blanks)}{closing}"

    def value(depth: int) -> str:
        match draw(st.sampled_from(["text", "text", "bare", "list", "table"][: 5 if depth else 3])):
            case "text":
                return draw(strings)
            case "bare":
                return draw(st.sampled_from(BARE))
            case "list":
                return laid([value(depth - 1) for _ in range(draw(st.integers(0, 3)))], "[", "]")
        return table(depth - 1)

    def table(depth: int) -> str:
        pairs = [
            f"{draw(strings)}{draw(blanks)}:{draw(blanks)}{value(depth)}"
            for _ in range(draw(st.integers(0, 3)))
        ]
        return laid(pairs, "{", "}")

    mark = "" if ascii_only else draw(st.sampled_from(["", "", "\ufeff"]))
    return mark + draw(blanks) + table(2) + draw(blanks)
