"""Lines and tables fit the terminal, and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support import seconds

from cassette_cli.output.layout import cell_len, wrap, wrap_pieces
from cassette_cli.output.table import Column, table

TEXTS = st.text(st.sampled_from("ab é漢字😀.-") | st.just(" "), max_size=200)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.integers(4, 40))
def test_wrapped_text_fits_and_is_whole(paragraphs: list[str], width: int) -> None:
    lines = wrap("\n".join(paragraphs), width)
    assert all(cell_len(line.rstrip()) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(paragraphs).replace(" ", "")


def test_words_stay_whole() -> None:
    assert wrap("the user wants a greeting", 10) == ["the user", "wants a", "greeting"]


def test_a_long_text_is_wrapped_in_no_time() -> None:
    text = "word " * 200_000
    assert seconds(lambda: wrap(text, 80)) < 3


@given(st.lists(st.text("ab", min_size=1, max_size=9), max_size=9), st.integers(9, 40))
def test_no_piece_is_broken(pieces: list[str], width: int) -> None:
    lines = wrap_pieces(pieces, width)
    assert [one for line in lines for one in line.split(" · ")] == pieces
    assert all(cell_len(line) <= width for line in lines)
    assert wrap_pieces(pieces, None) == ([" · ".join(pieces)] if pieces else [])


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5), st.integers(30, 60))
def test_a_table_fits(rows: list[tuple[str, str]], width: int) -> None:
    cells = [(str(number), text, other[:6].strip()) for number, (text, other) in enumerate(rows)]
    columns = (Column("#", right=True), Column("text", flexible=True), Column("c"))
    assert all(
        sum(cell_len(run.text) for run in line) <= width for line in table(columns, cells, width)
    )
