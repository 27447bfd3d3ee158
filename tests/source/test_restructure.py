"""Entries and items taken out and put in: exactly the lines one would expect, and no others."""

from __future__ import annotations

import os
import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_yaml import VARIANTS, Writer

from cassette_cli.errors import RefusedError, UnreadableError
from cassette_cli.source.document import Document, read_document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.kinds import Json
from cassette_cli.source.node import Alias, Mapping, Node, Sequence, every_node
from cassette_cli.source.resolve import plain
from cassette_cli.source.structure.change import (
    Added,
    Change,
    Delete,
    Holder,
    Insert,
    Put,
    child,
    size,
)

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
TIMES = int(os.environ.get("CASSETTE_FUZZ", "1"))
LARGEST = 60_000
TEXTS = [
    "x", "", "a: b", " # c", "line\nline", "line\n", "\n", "  lead\nx", "null", "12", "true", "---",
    "tab\tx", "\x00", "é😀", "'q'", '"d"', "- a", "a\n\n\nb\n\n", "trail ", "{a", "x\r\ny", "\x85",
    "*a", "&a", "!t", "%x", "@x", "`", "|", "~", "2020-01-01",
]  # fmt: skip
MEANT = ("a tag or an anchor", "an alias elsewhere", "two edits overlap")


def document(text: str) -> Document:
    return read_document("x", text.encode())


def holder(text: str, *route: str | int) -> tuple[Document, Holder]:
    found = document(text)
    node = found.node_at(route)
    assert isinstance(node, Mapping | Sequence)
    return found, node


def without(text: str, *route: str | int) -> str:
    """The text with the entries or items that the last step names taken out, by index."""
    found, node = holder(text, *route[:-1])
    indices = str(route[-1]).split(",")
    return edit_document(found, [], [Delete(node, int(one)) for one in indices]).value


def with_more(text: str, index: int, key: str | None, value: Json, *route: str | int) -> str:
    found, node = holder(text, *route)
    return edit_document(found, [], [Insert(node, index, Added(key, value))]).value


@pytest.mark.parametrize(
    ("text", "route", "after"),
    [
        ("a: 1\nb: 2\nc: 3\n", (1,), "a: 1\nc: 3\n"),
        ("a: 1\nb: 2 # two\n# three\nc: 3\n", (1,), "a: 1\n# three\nc: 3\n"),
        ("a: 1\nb: |\n  x\n\n\nc: 3\n", (1,), "a: 1\n\n\nc: 3\n"),
        ("a:\n  b: 1\nc: 2\n", ("a", 0), "a: {}\nc: 2\n"),
        ("a: # why\n  - 1\nc: 2\n", ("a", 0), "a: [] # why\nc: 2\n"),
        ("a:\n- 1\n- 2\n", ("a", "0,1"), "a: []\n"),
        ("a: &x\n  b: 1\n", ("a", 0), "a: &x {}\n"),
        ("- a: 1\n  b: 2\n- c: 3\n", (0, 0), "- b: 2\n- c: 3\n"),
        ("- a: 1\n  # two\n  b: 2\n", (0, 0), "-\n  # two\n  b: 2\n"),
        ("- a: 1\n- c: 3\n", (0, 0), "- {}\n- c: 3\n"),
        ("- a: 1\n- c: 3\n", (0,), "- c: 3\n"),
        ("- - 1\n  - 2\n", (0, 0), "- - 2\n"),
        ("a: 1\n", (0,), "{}\n"),
        ("a: {b: 1, c: 2}\n", ("a", 0), "a: {c: 2}\n"),
        ("a: {b: 1, c: 2}\n", ("a", 1), "a: {b: 1}\n"),
        ("a: [1, 2, 3]\n", ("a", "0,2"), "a: [2]\n"),
        ("a: [ 1 ]\n", ("a", 0), "a: []\n"),
        ("a: 1\r\nb: 2\r\n", (0,), "b: 2\r\n"),
        ("\ufeffa: 1\nb: 2\n", (0,), "\ufeffb: 2\n"),
        ("a: 1\nb: 2", (1,), "a: 1\n"),
        ('{"a": 1, "b": 2}', (0,), '{"b": 2}'),
        ('{\n  "a": 1,\n  "b": [2]\n}\n', (1,), '{\n  "a": 1\n}\n'),
        ('{\n  "a": 1,\n  "b": [\n    2\n  ]\n}\n', ("b", 0), '{\n  "a": 1,\n  "b": []\n}\n'),
    ],
)  # fmt: skip
def test_what_is_taken_out(text: str, route: tuple[str | int, ...], after: str) -> None:
    assert without(text, *route) == after


@pytest.mark.parametrize(
    ("text", "index", "key", "value", "route", "after"),
    [
        ("a: 1\n", 1, "b", "x", (), "a: 1\nb: x\n"),
        ("a: 1 # one\n# end\n", 1, "b", 2, (), "a: 1 # one\nb: 2\n# end\n"),
        ("a: 1\n", 0, "b", None, (), "b: null\na: 1\n"),
        ("a: 1", 1, "b", "12", (), "a: 1\nb: '12'"),
        ("a: |\n  x", 1, "b", 2, (), "a: |-\n  x\nb: 2"),
        ("a: 'x'\n", 1, "b", "y", (), "a: 'x'\nb: 'y'\n"),
        ("a: 1\n", 1, "b", "x\ny\n", (), "a: 1\nb: |\n  x\n  y\n"),
        ("- a: 1\n", 0, "b", "x\ny", (0,), "- b: |-\n    x\n    y\n  a: 1\n"),
        ("- a: 1\n", 1, "b", [1, "x"], (0,), "- a: 1\n  b:\n  - 1\n  - x\n"),
        ("a:\n- 1\n", 1, None, {"b": 1, "c": {}}, ("a",), "a:\n- 1\n- b: 1\n  c: {}\n"),
        ("a: {}\n", 0, "b", "x\ny", ("a",), 'a: {b: "x\\ny"}\n'),
        ("a: [1,2]\n", 1, None, 3, ("a",), "a: [1,3,2]\n"),
        ("a: 1\r\n", 1, "b", "x\ny", (), "a: 1\r\nb: |-\r\n  x\r\n  y\r\n"),
        ('{"a":1}', 1, "b", "é", (), '{"a":1,"b":"\\u00e9"}'),
        ('{"a": "ö"}', 1, "b", "é", (), '{"a": "ö", "b": "é"}'),
        ('{\n  "a": 1\n}\n', 1, "b", [1], (), '{\n  "a": 1,\n  "b": [1]\n}\n'),
        ("[]", 0, None, True, (), "[true]"),
    ],
)  # fmt: skip
def test_what_is_put_in(
    text: str, index: int, key: str | None, value: Json, route: tuple[str | int, ...], after: str
) -> None:
    assert with_more(text, index, key, value, *route) == after


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("a: 1\n", "x", "a: x\n"),
        ("a: 1\n", "12", "a: '12'\n"),
        ("a: x # why\n", None, "a: null # why\n"),
        ("a: |\n  x\n  y\nb: 1\n", 5, "a: 5\nb: 1\n"),
        ("a:\nb: 1\n", True, "a: true\nb: 1\n"),
        ("a:\n  b: 1\n  c: 2\nd: 1\n", 5, "a: 5\nd: 1\n"),
        ("a: [1,\n  2]\n", "x", "a: x\n"),
        ('{"a": 1}', "x", '{"a": "x"}'),
    ],
)
def test_what_takes_the_place_of_a_value(text: str, value: Json, after: str) -> None:
    found, node = holder(text)
    assert edit_document(found, [], [Put(node, 0, value)]).value == after


def test_what_an_alias_stands_for_stays() -> None:
    with pytest.raises(RefusedError, match="alias elsewhere"):
        without("a: &x\n  b: 1\nc: *x\n", 0)
    assert without("a: &x\n  b: 1\nc: *x\n", "0,1") == "{}\n"


def test_what_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(RefusedError, match="no such entry"):
        without("a: 1\n", 1)


def random_value(rng: random.Random, depth: int = 0) -> Json:
    kind = rng.random()
    if kind < 0.6 or depth > 2:
        return rng.choice(TEXTS)
    if kind < 0.75:
        return rng.choice([1, -2, 3.5, True, False, None, 0])
    if kind < 0.87:
        return {
            f"{rng.choice(TEXTS)}{at}": random_value(rng, depth + 1)
            for at in range(rng.randint(0, 3))
        }
    return [random_value(rng, depth + 1) for _ in range(rng.randint(0, 3))]


def random_changes(rng: random.Random, node: Holder) -> list[Change]:
    """Some changes of one mapping or sequence, none of two things at once."""
    changes: list[Change] = []
    free = list(range(size(node)))
    rng.shuffle(free)
    for _ in range(rng.choice((1, 1, 2, 4))):
        kind = rng.random()
        if kind < 0.5 and free:
            changes.append(Delete(node, free.pop()))
        elif kind < 0.85 or not free:
            key = f"{rng.choice(TEXTS)}k{rng.random()}" if isinstance(node, Mapping) else None
            changes.append(Insert(node, rng.randint(0, size(node)), Added(key, random_value(rng))))
        else:
            changes.append(Put(node, free.pop(), rng.choice([*TEXTS, 1, None, True])))
    return changes


def meant(before: Document, changes: list[Change]) -> Json:
    """What the document is to be, worked out on its values alone."""
    change_of = changes[0].holder
    gone = {one.index for one in changes if isinstance(one, Delete)}
    put = {one.index: one.value for one in changes if isinstance(one, Put)}
    new: dict[int, list[Added]] = {}
    for one in changes:
        if isinstance(one, Insert):
            new.setdefault(one.index, []).append(one.added)

    def value(node: Node) -> Json:
        if isinstance(node, Alias) or not isinstance(node, Mapping | Sequence):
            return plain(node, before.resolver)
        own = node is change_of
        pairs: list[tuple[str, Json]] = []
        for index in range(size(node) + 1):
            pairs += ((one.key or "", one.value) for one in (new.get(index, ()) if own else ()))
            if index < size(node) and not (own and index in gone):
                key = node.entries[index][0] if isinstance(node, Mapping) else None
                now = put[index] if own and index in put else value(child(node, index))
                pairs.append(("" if key is None else str(plain(key, "json")), now))
        return [one for _, one in pairs] if isinstance(node, Sequence) else dict(pairs)

    assert before.root is not None
    return value(before.root)


def check(rng: random.Random, before: Document) -> None:
    every = list(every_node([before.root] if before.root is not None else []))
    holders = [one for one in every if isinstance(one, Mapping | Sequence)]
    changes = random_changes(rng, rng.choice(holders))
    try:
        after = edit_document(before, [], changes)
    except RefusedError as error:
        assert any(words in error.message for words in MEANT), (error.message, before.value)
        return
    if not any(isinstance(one, Alias) for one in every):
        assert after.root is not None
        assert plain(after.root, before.resolver) == meant(before, changes)


@cache
def corpus() -> list[str]:
    paths = sorted(
        path for path in CORPUS.rglob("*.*") if path.suffix in (".yaml", ".yml", ".json")
    )
    texts = [path.read_bytes().decode() for path in paths]
    return [text for text in texts if len(text) < LARGEST]


@pytest.mark.parametrize("variant", VARIANTS)
def test_random_changes_of_the_corpus(variant: str) -> None:
    texts = corpus()
    if not texts and os.environ.get("CASSETTE_NO_SKIP") != "1":
        pytest.skip("no corpus beside the project")
    rng = random.Random(variant)
    for _ in range(200 * TIMES):
        try:
            before = document(VARIANTS[variant](rng.choice(texts)))
        except UnreadableError:
            continue  # JSON that was laid out as YAML
        for _ in range(5):
            check(rng, before)


@settings(
    max_examples=2000 * TIMES,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.integers(0, 2**32))
def test_random_changes_of_random_documents(seed: int) -> None:
    rng = random.Random(seed)
    try:
        before = document(Writer(rng).text())
    except UnreadableError:
        return
    if before.parsed.unusual is None and before.root is not None:
        for _ in range(6):
            check(rng, before)
