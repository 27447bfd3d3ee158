"""Random edits of JSON files: the asked values are exact, every other byte is as it was.

`CASSETTE_FUZZ` multiplies the number of edits.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from json_oracle import BOM, check, json_file, scalars
from json_texts import ANY, BARE, files
from support import random_edits, shared, shared_files
from test_scalar_fuzz import TIMES
from test_scalar_fuzz import random_edits as hostile_edits

from cassette_cli.source.document import Document, read_document
from cassette_cli.source.spans import Edit, Span

FILES = [*shared_files("corpus", suffix=".json"), *shared_files("corpus", suffix=".har")]
OTHERS = ["01", "1.", "x", "", '"', ",", " ", "NaN", "[]"]
"""Texts that make no value of JSON of a number or a word, or one of another type."""
VARIANTS: dict[str, Callable[[str], str]] = {
    "as recorded": lambda text: text,
    "CRLF and BOM": lambda text: BOM + text.replace("\n", "\r\n"),
    "no final newline": lambda text: text.rstrip(),
    "a final newline": lambda text: text.rstrip() + "\r\n\r\n",
}


def name(path: Path) -> str:
    return f"{path.parts[-3]}/{path.name}"


def test_there_are_json_files_to_edit() -> None:
    shared("corpus")
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=name)
def test_random_edits_of_the_corpus(path: Path) -> None:
    rng = random.Random(path.name)
    for variant in VARIANTS.values():
        text = variant(path.read_bytes().decode())
        document = read_document(path.name, text.encode())
        count = len(scalars(document))
        made = 0
        for _ in range(8 * TIMES):
            chosen = rng.sample(range(count), rng.choice((1, 1, 2, min(5, count))))
            made += check(document, {at: replaced(document, at, rng) for at in chosen}) is not None
        assert made or not TIMES


def replaced(document: Document, at: int, rng: random.Random) -> list[Edit[str]]:
    """Hostile edits of a string or a key; a whole number or word now and then."""
    node = scalars(document)[at]
    if node.style == "json":
        return list({edit.span: edit for edit in hostile_edits(node.value, rng)}.values())
    same = {"t": "false", "f": "true", "n": "null"}.get(node.value[0], "7")
    return [Edit(Span(0, len(node.value)), rng.choice((same, same, rng.choice(BARE + OTHERS))))]


@st.composite
def edited(draw: st.DrawFn, document: Document) -> dict[int, list[Edit[str]]]:
    """Edits of one to three keys or values, several of them in one now and then."""
    found = scalars(document)
    out = {}
    for at in draw(st.lists(st.integers(0, len(found) - 1), min_size=1, max_size=3, unique=True)):
        text = found[at].value
        if found[at].style == "json":
            out[at] = random_edits(draw, text, st.text(alphabet=ANY, max_size=4))
        else:
            whole = draw(st.sampled_from(BARE + OTHERS))
            out[at] = [Edit(Span(0, len(text)), whole)]
    return out


@given(st.data(), files())
def test_edits_of_every_spelling(data: st.DataObject, text: str) -> None:
    document = json_file(text)
    if scalars(document):
        check(document, data.draw(edited(document)))


@given(st.data(), files(ascii_only=True))
def test_a_file_in_ascii_stays_in_ascii(data: st.DataObject, text: str) -> None:
    document = json_file(text)
    if scalars(document):
        after = check(document, data.draw(edited(document)))
        assert after is None or after.data.isascii()


SAID = {
    "ASCII": ('{"a": "bc"}', "b😀é\ud83d", '{"a": "b\\ud83d\\ude00\\u00e9\\ud83dc"}'),
    "not ASCII": ('{"a": "bcé"}', "b😀\ud83d", '{"a": "b😀\\ud83dcé"}'),
    "BOM": ('\ufeff{"a": "bc"}', "bé", '\ufeff{"a": "béc"}'),
    "quotes": ('{"a": "bc"}\r\n', '"\\/\n', '{"a": "\\"\\\\/\\nc"}\r\n'),
    "spellings beside it": ('{"a": "b\\/\\u0041"}', "x", '{"a": "x\\/\\u0041"}'),
    "a pair": ('{"a": "\\uD83D\\uDE00c"}', "x", '{"a": "xc"}'),
    "half a pair": ('{"a": "\\ud83dc"}', "x", '{"a": "xc"}'),
    "control characters": ('{"a": "bc"}', "\x00\x1f\x7f", '{"a": "\\u0000\\u001f\\u007fc"}'),
}
"""A file, what the first character of its value becomes, and the file then."""


@pytest.mark.parametrize("name", SAID)
def test_the_new_text_is_spelled_as_its_file_is(name: str) -> None:
    text, new, wanted = SAID[name]
    after = check(json_file(text), {1: [Edit(Span(0, 1), new)]})
    assert after is not None
    assert after.value == wanted


TYPED = [("12", "-7"), ("1.5", "2e9"), ("true", "false"), ("false", "true")]


@pytest.mark.parametrize(("old", "new"), TYPED)
def test_a_number_or_word_gives_way_to_one_of_its_type_only(old: str, new: str) -> None:
    document = json_file(f'{{"a": [{old}, 12]}}\r\n')
    whole = Span(0, len(old))
    after = check(document, {1: [Edit(whole, new)]})
    assert after is not None
    assert after.value == f'{{"a": [{new}, 12]}}\r\n'
    for other in ("null", '"12"', "x", "", "1,2", "[]", f" {new}", f"{new}0.0.0"):
        assert check(document, {1: [Edit(whole, other)]}) is None


def test_halves_that_would_become_one_character_are_refused() -> None:
    document = json_file('{"a": "\\ud83dx"}')
    assert check(document, {1: [Edit(Span(1, 2), "\ude00")]}) is None
    assert check(document, {1: [Edit(Span(0, 2), "\ude00\ud83d")]}) is not None


def test_a_line_of_a_megabyte_is_edited_at_its_ends_and_in_the_middle() -> None:
    text = '{"a": "%s"}' % ("word\\n \\u00e9\\ud83d\\ude00" * 40_000)
    document = json_file(text)
    size = len(scalars(document)[1].value)
    edits = [Edit(Span(at, at + 1), "é😀") for at in (0, 7, size // 2, size - 1)]
    assert len(text) > 1_000_000
    assert check(document, {0: [Edit(Span(0, 0), "key ")], 1: edits}) is not None
