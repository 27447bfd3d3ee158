"""A text in the place of a value as a literal block: it reads the same, whatever stands below."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import document

from cassette_cli.source.edit import edit_document
from cassette_cli.source.node import Mapping, text_of
from cassette_cli.source.structure.change import Literal, Put

LINES = st.text("ab \t#:-\u00e9\u2028\x07", max_size=6)
VALUES = st.lists(LINES, max_size=5).flatmap(
    lambda lines: st.sampled_from(["", "\n", "\n\n"]).map(lambda end: "\n".join(lines) + end)
)
BEHIND = ("", "\n", "\n\n", " # said\n", "\n\n\n# below\n", "\n        # deep\n", "\n   \n")
NEXT = ("  b: 1\n", "c: 1\n", "")
OLD = ("x", "'x y'", '"x\\ty"', "|\n    x", "!!binary eA==", "{}")


def holder(text: str) -> Mapping:
    root = document(text).root
    assert isinstance(root, Mapping)
    inner = root.entries[0][1]
    assert isinstance(inner, Mapping)
    return inner


@given(VALUES, st.sampled_from(OLD), st.sampled_from(BEHIND), st.sampled_from(NEXT), st.booleans())
def test_it_reads_the_same(value: str, old: str, behind: str, below: str, crlf: bool) -> None:
    below = below if behind else ""
    text = f"a:\n  k: {old}{behind}{below}"
    if old.startswith("|") and behind.startswith(" #"):
        return
    before = document(text.replace("\n", "\r\n") if crlf else text)
    root = before.root
    assert isinstance(root, Mapping) and isinstance(root.entries[0][1], Mapping)
    after = edit_document(before, [], [Put(root.entries[0][1], 0, Literal(value))])
    inner = holder(after.value).entries[0][1]
    assert text_of(inner) == value
    assert after.value.replace("\r\n", "\n").endswith(below)


@pytest.mark.parametrize(
    ("value", "block"),
    [
        ("a\nb", "|-\n    a\n    b\n"),
        ("a\n", "|\n    a\n"),
        ("a\n\n", "|+\n    a\n\n"),
        (" a", "|2-\n     a\n"),
        ("a\r\n", '"a\\r\\n"\n'),
    ],
)
def test_it_is_written_as_one_would(value: str, block: str) -> None:
    before = document("a:\n  k: 'x'\n  b: 1\n")
    root = before.root
    assert isinstance(root, Mapping) and isinstance(root.entries[0][1], Mapping)
    after = edit_document(before, [], [Put(root.entries[0][1], 0, Literal(value))])
    assert after.value == f"a:\n  k: {block}  b: 1\n"
