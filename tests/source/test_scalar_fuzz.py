"""Random edits with hostile texts: the file read again has the wanted value and no other change.

`CASSETTE_FUZZ` multiplies the number of edits.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from _ruamel_yaml import CParser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_yaml import VARIANTS, Writer

from cassette_cli.errors import RefusedError
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence
from cassette_cli.source.read_yaml import read_yaml
from cassette_cli.source.resolve import Kind, kind_of
from cassette_cli.source.scalar.context import scalar_context
from cassette_cli.source.scalar.edit import edit_scalar
from cassette_cli.source.scalar.map import scalar_map
from cassette_cli.source.spans import Edit, Span, splice

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
TIMES = int(os.environ.get("CASSETTE_FUZZ", "1"))
LARGEST = 60_000
"""Characters; every edit parses its whole file."""

HOSTILE = [
    "a: b", " # c", "\n", "\n\n", "a\nb", "\n x", "x \n y", "\x00", "---", "...", "\n---\n",
    "null", "12", "'", '"', " ", "  ", " x", "x ", "\t", "\tx", "a\tb", "x" * 200, "\x85",
    "\u2028", "\u2029", "\ufeff", "\U0001f600", "\\", "\\n", "", "", "REDACTED", "<A>", "true",
    "~", "{", "[", ",", ":", "#", "- x", "%", "@", "`", "|", ">", "&a", "*a", "!t", "?", "\r",
    "\r\n", "\x7f", "\x1b", "\ufffe", "=", "0x1f", "2020-01-01", "-", "a:", "\n#x", "\xa0",
    "\xe9",
]  # fmt: skip
MEANT = (
    "would become", "cannot be written that way without quotes", "would not fit on its line",
    "has no place",
)  # fmt: skip
"""Beginnings and parts of the refusals that the design names; any other is a failure."""


def scalars(roots: list[Node]) -> list[Scalar]:
    """Every scalar of the trees in the order of the file."""
    found: list[Scalar] = []
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            found.append(node)
        elif isinstance(node, Mapping):
            stack += [part for entry in reversed(node.entries) for part in reversed(entry)]
        elif isinstance(node, Sequence):
            stack += reversed(node.items)
    return found


def events(text: str) -> list[tuple[Any, ...]]:
    """libyaml's events without their marks."""
    parser = CParser(text)
    out: list[tuple[Any, ...]] = []
    names = ("anchor", "tag", "value", "style", "implicit", "flow_style", "explicit", "version")
    while (event := parser.get_event()) is not None:
        out.append((type(event).__name__, *(getattr(event, name, None) for name in names)))
    return out


def random_edits(value: str, rng: random.Random) -> list[Edit[str]]:
    """One to four replacements, often beside blanks, breaks and ends."""
    edges = [0, len(value)] + [at for at, char in enumerate(value[:500]) if char in " \t\n"]
    out: list[Edit[str]] = []
    for start in sorted(
        rng.choice(edges) if rng.random() < 0.5 else rng.randint(0, len(value))
        for _ in range(rng.choice((1, 1, 2, 4)))
    ):
        start = max(start, out[-1].span.end if out else 0)
        end = min(len(value), start + rng.choice((0, 1, 1, 2, 3, 10, 400)))
        new = rng.choice(HOSTILE) + (rng.choice(HOSTILE) if rng.random() < 0.2 else "")
        out.append(Edit(Span(start, end), new))
    return out


def check_edit(text: str, at: int, edits: list[Edit[str]], resolver: str) -> None:
    """Edit scalar number `at`; all events but the target's stay, the target's value is exact."""
    roots = read_yaml(text).roots
    node = scalars(roots)[at]

    def resolve(plain: str) -> Kind:
        return kind_of(resolver, plain)

    try:
        written = edit_scalar(text, node, edits, scalar_context(text, roots, node, resolve))
    except RefusedError as refused:
        assert any(words in refused.message for words in MEANT), refused.message
        return
    assert all(node.start <= low <= high <= node.end for (low, high), _ in written)
    before, after = events(text), events(splice(text, written))
    target = [index for index, event in enumerate(before) if event[0] == "ScalarEvent"][at]
    assert len(after) == len(before)
    assert after[:target] == before[:target] and after[target + 1 :] == before[target + 1 :]
    check_target(before[target], after[target], splice(node.value, edits))


def check_target(before: tuple[Any, ...], after: tuple[Any, ...], wanted: str) -> None:
    """Anchor and tag stay, the value is exact, the type that a plain text shows stays."""
    assert after[1:3] == before[1:3]
    assert after[3] == wanted
    if after[2] is None and not after[4]:
        for resolver in ("pyyaml", "go-yaml"):
            if before[4] or kind_of(resolver, before[3]) == "str":
                assert kind_of(resolver, wanted) == "str" or before[3] == wanted


@cache
def corpus() -> list[str]:
    """The texts of the sample that are small enough to be parsed often."""
    paths = sorted(path for path in CORPUS.rglob("*.y*ml") if path.is_file())
    texts = [path.read_bytes().decode() for path in paths]
    return [text for text in texts if len(text) < LARGEST]


@pytest.mark.parametrize("variant", VARIANTS)
def test_random_edits_of_the_corpus(variant: str) -> None:
    texts = corpus()
    if not texts and os.environ.get("CASSETTE_NO_SKIP") != "1":
        pytest.skip("no corpus beside the project")
    rng = random.Random(variant)
    for _ in range(150 * TIMES):
        text = VARIANTS[variant](rng.choice(texts))
        nodes = scalars(read_yaml(text).roots)
        likely = [index for index, node in enumerate(nodes) if node.style != "plain"]
        for _ in range(6):
            at = rng.choice(likely) if likely and rng.random() < 0.7 else rng.randrange(len(nodes))
            edits = random_edits(nodes[at].value, rng)
            check_edit(text, at, edits, rng.choice(("pyyaml", "go-yaml")))


def documents(seed: int) -> Iterator[tuple[str, list[Scalar]]]:
    """The text of one seed with its scalars; nothing where libyaml does not read it."""
    text = Writer(random.Random(seed)).text()
    try:
        parsed = read_yaml(text)
    except Exception:
        return
    if parsed.unusual is None:
        yield text, scalars(parsed.roots)


@settings(
    max_examples=2000 * TIMES,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.integers(0, 2**32), st.sampled_from(("pyyaml", "go-yaml")))
def test_random_edits_of_random_documents(seed: int, resolver: str) -> None:
    rng = random.Random(seed)
    for text, nodes in documents(seed):
        for node in nodes:
            scalar_map(text, node)
        for _ in range(6):
            at = rng.randrange(len(nodes))
            check_edit(text, at, random_edits(nodes[at].value, rng), resolver)


PIECES = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=6))


@settings(max_examples=2000 * TIMES, derandomize=True, deadline=None)
@given(
    st.sampled_from(("{}", "'{}'", '"{}"', "|-\n     {}\n", ">+\n     {}\n", "|\n\n     {}")),
    st.sampled_from(("k: {}\n", "- {}\n", "- - {}\n", "--- {}\n", "a:\n- k: {}\n")),
    st.integers(0, 9),
    PIECES,
)
def test_any_text_goes_anywhere(scalar: str, around: str, start: int, new: str) -> None:
    text = around.format(scalar.format("one two x"))
    nodes = scalars(read_yaml(text).roots)
    edits = [Edit(Span(start, min(9, start + 2)), new)]
    at = next(index for index, node in enumerate(nodes) if "one two" in node.value)
    check_edit(text, at, edits, "pyyaml")


def test_the_writer_mostly_writes_what_libyaml_reads() -> None:
    assert sum(1 for seed in range(100) for _ in documents(seed)) > 60
