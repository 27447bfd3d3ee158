"""Every value is tiled by its source: five styles, all breaks, escapes, chomping, the corpus."""

from __future__ import annotations

import os
import re
import time
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cassette_cli.errors import RefusedError
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence
from cassette_cli.source.read_yaml import read_yaml
from cassette_cli.source.scalar.map import scalar_map, scalar_tiles
from cassette_cli.source.scalar.tiles import Tiles
from cassette_cli.source.spans import Run

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

VALUES = [
    "k: word",
    "k: ''",
    "k: two\n  lines\n",
    "k: two \t\n\n \t\n  lines # no\n",
    "k: 'it''s\n\n\n  so'\n",
    "k: ' \n  edge\n  '\n",
    'k: "a\\tb\\x41\\u00e9\\U0001F600\\ \\\n   \\ c"\n',
    'k: "a\\\\\n  b"\n',
    'k: "a\\ \n  b"\n',
    'k: "a \\\n\n\n  b"\n',
    "k: 'a\u2028\n\u2029 b\x85 c'\n",
    "k: 'a\r\n\r\n  b\r  c'\r\n",
    "k: |\n  a\n\n   b\n\n\n",
    "k: |-\n  a\n\n   b\n\n\n",
    "k: |+ # why\n  a\n\n   b\n \n\n",
    "k: |2\n   a\n  b\n",
    "k: |2-\n\n\n     a\n",
    "k: |-2\n   \n    a\n",
    "k: |\n      \n\n      a\n",
    "k: |+\n\n\n",
    "k: |2+\n    \n\n",
    "k: |-",
    "k: |\r\n  a\r\n\r\n  b\r\n",
    "k: |\n  a\u2028  b\x85  c\n",
    "k: |\n  a",
    "k: |1\n \ta\n",
    "k: >\n  a\n  b\n\n  c\n   d\n  e\n",
    "k: >-\n\n  a\r\n  b\u2028  c\n\n\n",
    "k: >+\n  a\n\n\n  \tb\n\n\n  c\n\n",
    "- - - |3\n       a\n",
    "\ufeffk: 'b\n  c'\n",
    "--- |1\n a\n",
    "--- >\n\n folded\n root\n",
    "{a: 'b\n c', \"d\": e\n f}",
    "k: !!binary |\n  AAAA\n  BBBB\n",
    "k: &a !!str 'x\n  y'\n",
]


def scalars(roots: list[Node]) -> list[Scalar]:
    """Every scalar of the trees."""
    found: list[Scalar] = []
    stack = list(roots)
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            found.append(node)
        elif isinstance(node, Mapping):
            stack += [part for entry in node.entries for part in entry]
        elif isinstance(node, Sequence):
            stack += node.items
    return found


def check_tiles(text: str, node: Scalar) -> None:
    """Each tile's source decodes to its text, by rules written down a second time here."""
    tiles = scalar_tiles(text, node)
    at = node.start
    for source, value, run in zip(tiles.sources, tiles.texts, tiles.runs, strict=True):
        check_tile(text[at : at + source], value, run, node)
        at += source
    assert at == node.end
    assert "".join(tiles.texts) == node.value


def check_tile(source: str, value: str, run: Run, node: Scalar) -> None:
    """One tile: a run, perhaps with escapes; an escape, a doubled quote, breaks, or source that
    gives nothing."""
    if isinstance(run, str):
        assert run == source
        for one, character in zip(re.findall(r"\\.|[^\\]", source), value, strict=True):
            check_tile(one, character, len(one) == 1, node)
    elif run:
        assert source == value
    elif source[0] == "\\" and not BREAK.match(source, 1):
        assert len(value) == 1
        assert read_yaml(f'"{source}"').roots[0].value == value  # type: ignore[attr-defined]
    elif source == "''" and value:
        assert value == "'" and node.style == "single"
    elif value:
        check_breaks(source, value)
    elif node.style in ("literal", "folded"):
        assert not source.strip(" \r\n\x85\u2028\u2029") or source[0] in "|>"
    else:
        assert source in ("'", '"') or re.fullmatch(rf"\\(?:{BREAK.pattern})[ \t]*", source)


def check_breaks(source: str, value: str) -> None:
    """Breaks with blanks around: a blank, or newlines, one less than breaks where they fold."""
    breaks = BREAK.findall(source)
    assert breaks and not source.strip("\\ \t\r\n\x85\u2028\u2029")
    kept = "".join(each if each in "\u2028\u2029" else "\n" for each in breaks)
    assert value in (kept, kept[1:]) or (value == " " and kept == "\n")


@pytest.mark.parametrize("text", VALUES)
def test_each_style_is_tiled(text: str) -> None:
    for node in scalars(read_yaml(text).roots):
        check_tiles(text, node)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85"])
@pytest.mark.parametrize("text", VALUES)
def test_each_line_break_is_tiled(text: str, line_break: str) -> None:
    text = BREAK.sub(line_break, text)
    for node in scalars(read_yaml(text).roots):
        check_tiles(text, node)


def corpus_files() -> list[Path]:
    """The YAML files of the sample; none where it is not laid out."""
    return sorted(path for path in CORPUS.rglob("*.y*ml") if path.is_file())


def test_every_scalar_of_the_corpus_is_tiled() -> None:
    files = corpus_files()
    if not files and os.environ.get("CASSETTE_NO_SKIP") != "1":
        pytest.skip("no corpus beside the project")
    assert files
    for path in files:
        text = path.read_bytes().decode()
        for node in scalars(read_yaml(text).roots):
            check_tiles(text, node)


def test_a_value_is_its_own_source_in_one_run() -> None:
    node = Scalar(3, 8, "value", "plain")
    offsets = scalar_map("k: value\n", node)
    assert offsets.to_source(1, 4) == (4, 7)


def test_a_cut_escape_is_taken_whole() -> None:
    text = 'k: "ab\\u0041c"\n'
    offsets = scalar_map(text, scalars(read_yaml(text).roots)[0])
    start, end = offsets.to_source(2, 3)
    assert text[start:end] == "\\u0041"


def test_source_that_does_not_give_the_value_is_refused() -> None:
    for style, source in (
        ("single", "'a'b'"),
        ("double", '"\\q"'),
        ("double", '"a'),
        ("literal", "|x\n  a\n"),
        ("literal", "|\n    a\n  b\n"),
        ("plain", "other"),
    ):
        node = Scalar(0, len(source), "value", style)  # type: ignore[arg-type]
        with pytest.raises(RefusedError):
            scalar_map(source, node)
    with pytest.raises(RefusedError):
        scalar_map('"a"', Scalar(0, 3, "a", "json"))


def test_four_megabytes_of_escapes_take_no_work_per_character() -> None:
    line = "word " * 200 + '\\"'
    text = '"' + line * 4000 + '"'
    node = Scalar(0, len(text), (line[:-2] + '"') * 4000, "double")
    began = time.process_time()
    assert scalar_map(text, node).length == len(node.value)
    assert time.process_time() - began < 1


def test_tiles_of_no_width_are_left_out() -> None:
    tiles = Tiles()
    tiles.run("")
    tiles.piece(0, "")
    assert tiles.sources == []


PIECES = {
    "a": "a", "é": "é", "0": "0", '\\"': '"', "\\n": "\n", "\\ ": " ", "\\\\": "\\", "\\x41": "A",
    "\\u00e9": "é", "\\/": "/", "\\t": "\t", "\\\n   ": "",
}  # fmt: skip
"""Sources of a double-quoted scalar that mean the same whatever stands beside them."""


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(sorted(PIECES)), max_size=12), st.integers(1, 120), st.data())
def test_any_range_of_a_quoted_text_is_where_it_stands(
    pieces: list[str], times: int, data: st.DataObject
) -> None:
    pieces = ["a", *pieces * times, "\\x41"]
    text = f'k: "{"".join(pieces)}"\n'
    starts = list(accumulate(map(len, pieces), initial=4))
    written = [at for at, piece in enumerate(pieces) if PIECES[piece]]
    node = max(scalars(read_yaml(text).roots), key=lambda one: one.start)
    assert node.value == "".join(PIECES[piece] for piece in pieces)
    found = scalar_map(text, node)
    low = data.draw(st.integers(0, len(written) - 1))
    high = data.draw(st.integers(low + 1, len(written)))
    first, last = written[low], written[high - 1]
    assert found.to_source(low, high) == (starts[first], starts[last + 1])
    assert found.whole(low, high) == (low, high)
    assert found.to_value(starts[first]) == low
