"""Transforms of real cassettes: they are still read whole, and a second time nothing changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.model.cassette import Cassette
from cassette_cli.ops.load import load
from cassette_cli.ops.rewrite import rewrite
from cassette_cli.ops.transforms.decode import Decode
from cassette_cli.ops.transforms.encoding import FixEncoding
from cassette_cli.ops.transforms.headers import DropHeader, SetHeader
from cassette_cli.ops.transforms.interactions import Drop
from cassette_cli.ops.transforms.lengths import FixLengths
from cassette_cli.ops.transforms.literal import ToLiteral
from cassette_cli.ops.transforms.transform import Transform
from cassette_cli.ops.transforms.upgrade import Upgrade
from cassette_cli.ops.transforms.volatile import DropVolatile

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
SUFFIXES = (".yaml", ".yml", ".json", ".har")
TRANSFORMS: dict[str, Callable[[], Transform]] = {
    "most headers": lambda: DropHeader("[!c]*"),
    "a header": lambda: DropHeader("date"),
    "a value": lambda: SetHeader("Content-Type=text/x"),
    "all but one": lambda: Drop(["0"], keep=True),
    "literal blocks": ToLiteral,
    "plain bodies": Decode,
    "no volatile headers": DropVolatile,
    "right lengths": FixLengths,
    "right encodings": FixEncoding,
    "today's format": Upgrade,
}


@cache
def corpus() -> list[Cassette]:
    found = []
    for path in sorted(CORPUS.rglob("*.*")):
        if path.suffix in SUFFIXES and path.stat().st_size < 500_000:
            try:
                found.append(load(str(path), path.read_bytes()))
            except CassetteError:
                continue
    return [one for one in found if one.interactions]


def texts(found: Cassette) -> list[list[str]]:
    """What each interaction says beside its headers."""
    return [
        [
            one.title,
            *(m.body.text.value for m in one.messages if m.body.text is not None and m.body.size),
        ]
        for one in found.interactions
    ]


@pytest.mark.parametrize("name", TRANSFORMS)
def test_nothing_else_changes(name: str) -> None:
    if not corpus() and os.environ.get("CASSETTE_NO_SKIP") != "1":
        pytest.skip("no corpus beside the project")
    transform = TRANSFORMS[name]()
    for before in corpus():
        done = rewrite(before, [transform])
        assert not rewrite(done.cassette, [transform]).changed
        kept = texts(before)[:1] if name == "all but one" else texts(before)
        assert texts(done.cassette) == kept
