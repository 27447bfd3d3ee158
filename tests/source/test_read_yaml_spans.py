"""Where every scalar of a YAML text stands: `text[start:end]`, whatever its style."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import nodes

from cassette_cli.source.node import Alias, Mapping, Node, Scalar, Sequence, text_of
from cassette_cli.source.pieces import Pieces
from cassette_cli.source.read_yaml import read_yaml

CASES = {
    "a: b": ["a", "b"],
    "a: 'it''s'\n": ["a", "'it''s'"],
    'a: "x\\ty"\n': ["a", '"x\\ty"'],
    'a: "x\\\n   y"\nb: c': ["a", '"x\\\n   y"', "b", "c"],
    "a: two\n  lines\nb: c\n": ["a", "two\n  lines", "b", "c"],
    "a: |\n  x\n  y\nb: c\n": ["a", "|\n  x\n  y\n", "b", "c"],
    "a: |+\n  x\n\n\nb: c\n": ["a", "|+\n  x\n\n\n", "b", "c"],
    "a: >-\n  x\n  y\n": ["a", ">-\n  x\n  y\n"],
    "a: |2\n   x\n": ["a", "|2\n   x\n"],
    "a:\nb:\n": ["a", "", "b", ""],
    "- \n- x\n": ["", "x"],
    "[a, 'b', \"c\"]": ["a", "'b'", '"c"'],
    "{a: b, c: [d]}": ["a", "b", "c", "d"],
    "{a, b: }": ["a", "", "b", ""],
    "? a\n: b\n": ["a", "b"],
    "a: !!str 12\n": ["a", "12"],
    "a: !!binary |\n  aGk=\n": ["a", "|\n  aGk=\n"],
    "a: !binary 'aGk='\n": ["a", "'aGk='"],
    "a: !<tag:x.y,2000:z> b\n": ["a", "b"],
    "a: ! b\n": ["a", "b"],
    "a: &one b\n": ["a", "b"],
    "a: &one !!str b\n": ["a", "b"],
    "a: !!str &one b\n": ["a", "b"],
    "a: !!str\n  b\n": ["a", "b"],
    "a: !!str # why\n  b\n": ["a", "b"],
    "a: !!str # why\r  b\r": ["a", "b"],
    "a: !!str\nb: c\n": ["a", "", "b", "c"],
    "a: &one\nb: c\n": ["a", "", "b", "c"],
    "[!!str , b]": ["", "b"],
    "&k a: b\n": ["a", "b"],
    "x: &m\n  &k a: b\n": ["x", "a", "b"],
    "x: &m\n  !!str a: b\n": ["x", "a", "b"],
    "\ufeffa: b\n": ["a", "b"],
    "\ufeff'a': |\n  b\n": ["'a'", "|\n  b\n"],
    "a: b\r\nc: |\r\n  d\r\n": ["a", "b", "c", "|\r\n  d\r\n"],
    "a: 'x\r\n\r\n  y'\r\n": ["a", "'x\r\n\r\n  y'"],
    "a: b # not c\n# nor d\ne: f": ["a", "b", "e", "f"],
    "%YAML 1.1\n---\na: b\n...\n": ["a", "b"],
    "--- 'a'\n--- b\n": ["'a'", "b"],
    "a: Olá 😀!\nb: \U0001f600": ["a", "Olá 😀!", "b", "\U0001f600"],
    "{url: http://x}": ["url", "http://x"],
    "a:\tb\n": ["a", "b"],
}


@pytest.mark.parametrize("text", CASES)
def test_every_scalar_stands_where_it_says(text: str) -> None:
    roots = read_yaml(text).roots
    leaves = [node for root in roots for node in nodes(root) if isinstance(node, Scalar)]
    assert [text[node.start : node.end] for node in leaves] == CASES[text]


def entry(text: str) -> Node:
    """The value under the first key."""
    root = read_yaml(text).roots[0]
    assert isinstance(root, Mapping)
    return root.entries[0][1]


def test_the_value_is_what_the_style_makes_of_the_source() -> None:
    assert [entry(text).value for text in ("a: 'it''s'", 'a: "\\x41"', "a: |\n  x\n")] == [  # type: ignore[attr-defined]
        "it's", "A", "x\n",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("a: [b, c] # d\n", "[b, c]"),
        ("a: {b: c}\n", "{b: c}"),
        ("a:\n- b\n- c  # d\n\n", "- b\n- c"),
        ("a:\n  b: c\n\nd: e\n", "b: c"),
        ("a: &m\n  b: c\n", "b: c"),
        ("a: !!map\n  b: c\n", "b: c"),
        ("a: !!seq [b]\n", "[b]"),
        ("a: []\n", "[]"),
    ],
)
def test_a_collection_ends_with_its_last_leaf(text: str, source: str) -> None:
    node = entry(text)
    assert text[node.start : node.end] == source


def test_tag_and_anchor_are_kept_beside_the_span() -> None:
    node = entry("a: !!binary &k aGk=\n")
    assert (node.tag, node.anchor) == ("tag:yaml.org,2002:binary", "k")
    assert entry("a: !binary x\n").tag == "!binary"


def test_an_alias_leads_to_the_node_with_the_anchor() -> None:
    text = "a: &k b\nc: *k\n"
    root = read_yaml(text).roots[0]
    assert isinstance(root, Mapping)
    alias = root.entries[1][1]
    assert isinstance(alias, Alias)
    assert alias.target is root.entries[0][1]
    assert (text[alias.start : alias.end], root.get("c")) == ("*k", alias.target)


def test_an_anchor_given_twice_means_the_last_one_before() -> None:
    root = read_yaml("- &k a\n- *k\n- &k b\n- *k\n").roots[0]
    assert isinstance(root, Sequence)
    first, second = root.items[1], root.items[3]
    assert isinstance(first, Alias)
    assert isinstance(second, Alias)
    assert (first.target, second.target) == (root.items[0], root.items[2])


def test_the_styles_are_told() -> None:
    text = "[a, 'b', \"c\"]\n---\n- |\n  d\n- >\n  e\n"
    leaves = [n for root in read_yaml(text).roots for n in nodes(root) if isinstance(n, Scalar)]
    assert [leaf.style for leaf in leaves] == ["plain", "single", "double", "literal", "folded"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_escaped_line_ends_are_read_wherever_the_parser_cuts_its_input(mark: str) -> None:
    r"""libyaml 0.1.7 takes 16,384 bytes at a time, and hangs where a piece ends in `\` and CRLF."""
    pieces = ('\\"', "\\\r\n", "é")
    for seed in range(10):
        body = "".join(random.Random(seed).choices(pieces, k=30_000))
        text = f'{mark}a: "{body}"\r\nb: "c"\r\n'
        root = read_yaml(text).roots[0]
        assert isinstance(root, Mapping)
        assert text_of(root.get("a")) == body.replace("\\\r\n", "").replace('\\"', '"')
        last = root.entries[1][1]
        assert text[last.start : last.end] == '"c"'


@given(
    st.lists(st.sampled_from(["\\", "\r", "\n", "\\\r\n", "é", "€", "😀", '"']), max_size=60),
    st.integers(4, 9),
)
def test_pieces_are_whole_and_never_end_behind_an_escaped_line_end(
    parts: list[str], size: int
) -> None:
    data = "".join(parts).encode()
    stream = Pieces(data)
    pieces = list(iter(lambda: stream.read(size), b""))
    assert b"".join(pieces).removesuffix(b" ") == data
    for piece in pieces:
        assert len(piece) <= size
        assert not piece.decode().endswith("\\\r\n")
