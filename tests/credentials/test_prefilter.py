"""The cheap look: offsets are those of the text, escapes and other alphabets do not move them."""

from __future__ import annotations

import pytest

from cassette_cli.credentials.prefilter import Prefilter

PREFILTER = Prefilter({"key_", "sk-", "a.b."}, {"::", "inside"})
TAIL = "0123456789abcdef"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"key_{TAIL}", [("key_", 0)]),
        (f"é😀 key_{TAIL}", [("key_", 3)]),
        (f"\\nkey_{TAIL}", [("key_", 2)]),
        (f"%22key_{TAIL}", [("key_", 3)]),
        (f"%2522key_{TAIL}", [("key_", 5)]),
        (f"\\u0026sk-{TAIL}", [("sk-", 6)]),
        (f"\x1b[31mkey_{TAIL}", [("key_", 5)]),
        (f"\\u001b[0;1mkey_{TAIL}", [("key_", 11)]),
        (f"x.a.b.{TAIL} a.b.{TAIL}", [("a.b.", 23)]),
        (f"xkey_{TAIL}", []),
        ("key_short", []),
        ("x::y", [("::", 1)]),
        (f"{TAIL}inside{TAIL}", [("inside", 16)]),
        ("\ud800 " + f"key_{TAIL}", [("key_", 2)]),
        ("", []),
    ],
)
def test_candidates(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(PREFILTER.candidates(text)) == expected
