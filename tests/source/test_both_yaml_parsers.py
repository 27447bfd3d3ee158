"""libyaml's events and the pure parser's give the same tree, so that either may be read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml.error import YAMLError
from ruamel.yaml.reader import ReaderError
from support import nodes, shared, shared_files

from cassette_cli.source.node import Alias, Mapping, Node, Scalar
from cassette_cli.source.parsed import Parsed
from cassette_cli.source.read_yaml import by_libyaml, by_pure_parser, read_yaml

SMALL = 12_000
BY_HAND = (
    "a: b\n", "a: 'it''s'\nb: \"x\\ty\\\n  z\"\n", "- |\n  x\n\n  y\n- |+\n  z\n\n- >-\n  w\n  v\n",
    "[a, {b: c, d: [e, 'f']}, \"g\"]\n", "a: &k b\nc: *k\n", "a: !!binary aGk=\nb: !x c\n",
    "a: !!str &k b\nc: &l !!map\n  d: e\n", "? a\n: b\n", "a:\n- b\n-\n- - c\n  - d\n",
    "--- a\n--- b\n...\n", "\ufeffa: b\n", "a: b\r\nc: 'd\r\n\r\n  e'\r\n", "a:\nb: # c\n  d\n",
    "? \n: \n", "-\n-\n- \n# c\n-\n", "- -\n  -\n-\n", "? a\n? b\n", "{a, b}\n", "a:\n- \nb:\n",
    "a: x\n  y\n\n  z\nb: c\n", "a: |2\n   b\nc: |-\n  d\n", "%YAML 1.1\n---\na: b\n",
    "a: {}\nb: []\nc: ''\nd: ~\n", "😀: é\nb: \U0001f600 x\n", "a: \"\\U0001F600\"\n", "", "# c\n",
)  # fmt: skip
ONLY_PURE = {
    "{url: http://x, b: 'c'}": ["url", "http://x", "b", "'c'"],
    "\ufeff- {url: http://x}\n- &k !!str d\n": ["url", "http://x", "d"],
}


def by_pure(text: str) -> Parsed:
    return by_pure_parser(text, Parsed([], []))


def told(read: Callable[[str], Parsed], text: str) -> Iterator[tuple[Any, ...]]:
    """Everything there is to say about each node."""
    for root in read(text).roots:
        for node in nodes(root):
            yield (type(node).__name__, node.start, node.end, node.tag, node.anchor, *extra(node))


def extra(node: Node) -> tuple[Any, ...]:
    if isinstance(node, Scalar):
        return node.value, node.style
    if isinstance(node, Alias):
        return (node.target.start,)
    return (len(node.entries), node.flow) if isinstance(node, Mapping) else (node.flow,)  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", BY_HAND)
def test_both_read_hand_written_files_alike(text: str) -> None:
    assert list(told(by_libyaml, text)) == list(told(by_pure, text))


def small_files() -> list[Path]:
    files = [*shared_files("corpus"), *shared_files("corpus", suffix=".yml")]
    return [path for path in files if path.stat().st_size <= SMALL]


def test_both_read_small_files_of_the_corpus_alike() -> None:
    shared("corpus")
    assert len(small_files()) > 40
    for path in small_files():
        text = path.read_bytes().decode()
        assert list(told(by_libyaml, text)) == list(told(by_pure, text)), path


@pytest.mark.parametrize("text", ONLY_PURE)
def test_what_libyaml_rejects_is_read_and_said_to_be_unusual(text: str) -> None:
    with pytest.raises((YAMLError, ReaderError)):
        by_libyaml(text)
    parsed = read_yaml(text)
    assert parsed.unusual == "not YAML: found unexpected ':', while scanning a plain scalar"
    assert text[parsed.unusual_at - 4 : parsed.unusual_at] == "http"
    leaves = [node for node in nodes(parsed.roots[0]) if isinstance(node, Scalar)]
    assert [text[node.start : node.end] for node in leaves] == ONLY_PURE[text]


def test_a_usual_file_is_not_said_to_be_unusual() -> None:
    assert read_yaml("a: b\n").unusual is None
