"""A plain scalar means what it means to the parser of the recorder: PyYAML, or go-yaml 2 and 3."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
import yaml
from support import document

from cassette_cli.source.node import Scalar
from cassette_cli.source.resolve import kind_of, scalar_value
from examples import by_go

WORDS = re.findall(
    r"\S+",
    "200 0200 08 0o17 0x1f 0xFF 0b101 1_000 1__0 _1 1_ +1 -1 -0 00 1:30 190:20:30 1:60 0:0 -1:30 .5"
    " 5. . 1e3 1.e3 1.0e3 1.0e+3 1e+3 -2E+05 0.1e-1 1e 1,000 1.5.5 0x1g 0b2 0o8 0x 0b 12e03 _ ~"
    " null Null NULL nUll yes Yes YES yEs no No NO nO n y Y N on On ON off Off OFF true True TRUE"
    " tRue false False FALSE .inf -.inf +.Inf .INF .nan .NaN .NAN -.nan 2001-01-01"
    " 2001-01-01T00:00:00Z 2001-01-01t01:00:00.5+01:00 2001-01-01x 00:00:00 application/json"
    " 9223372036854775808 -9223372036854775808 +0x1f -0b11"
    " 18446744073709551615 18446744073709551616 -9223372036854775809 +9223372036854775808 0X1F"
    " 1_000.5 1_e3 0._1 +_1 0_x1 0b+0 -0b+1 -0o1 0x_ 0b_ 0o_ 0xfffffffffffffffff 1e400 -.5"
    " +.5 .5e400 2001-13-45 2001-1-1 2001-1-1T1:2:3Z 2001-02-29 1:30.5 190:20:30.15 1__0.5",
)
OLD_BOOLS = {
    word
    for text in ("y", "n", "yes", "no", "on", "off")
    for word in (text, text.title(), text.upper())
}
GO_TYPES = {
    "int": "int", "int64": "int", "uint64": "int", "float64": "float", "string": "str",
    "bool": "bool", "<nil>": "null", "time.Time": "timestamp",
}  # fmt: skip
NOT_LOADED = {"0x_", "0b_", "2001-13-45", "2001-02-29"}
"""Taken for a number or a date, and then PyYAML fails on them."""

NOT_PLAIN = re.compile(r"-\Z|---|\.\.\.|:|.*:\Z")


def spellings(alphabet: str) -> list[str]:
    """Every plain scalar of up to four of these characters."""
    every = (
        "".join(one) for size in range(1, 5) for one in itertools.product(alphabet, repeat=size)
    )
    return [text for text in every if not NOT_PLAIN.match(text)]


def kind_to_pyyaml(text: str) -> str:
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))
    return tag.removeprefix("tag:yaml.org,2002:")


def value(text: str, resolver: str) -> object:
    root = document(text).root
    assert isinstance(root, Scalar)
    return scalar_value(root, resolver)


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_to_vcrpy_what_it_is_to_pyyaml(text: str) -> None:
    assert kind_of("pyyaml", text) == kind_to_pyyaml(text)
    if text in NOT_LOADED:
        return
    loaded = yaml.safe_load(text)
    expected = loaded if isinstance(loaded, bool | int | None) else str(loaded)
    if kind_of("pyyaml", text) in ("null", "bool", "int", "str"):
        assert (value(text, "pyyaml"), type(value(text, "pyyaml"))) == (expected, type(expected))


@pytest.mark.parametrize("text", [".5", "5.", "1.0e+3", "0.1e-1", "1_000.5"])
def test_a_fraction_is_to_vcrpy_what_it_is_to_pyyaml(text: str) -> None:
    assert value(text, "pyyaml") == yaml.safe_load(text)


def test_every_short_number_is_to_vcrpy_what_it_is_to_pyyaml() -> None:
    texts = spellings("017_.:+-exb")
    assert [text for text in texts if kind_of("pyyaml", text) != kind_to_pyyaml(text)] == []


@cache
def told_by_go(texts: tuple[str, ...]) -> dict[str, list[str]]:
    """Type and value of each text, in version 2 and in version 3."""
    lack = by_go.missing_packages("go-vcr-v2")
    if lack and os.environ.get("CASSETTE_NO_SKIP") == "1":
        pytest.fail(f"not installed: {', '.join(lack)}")
    if lack:
        pytest.skip(f"not installed: {', '.join(lack)}")
    done = subprocess.run(
        (shutil.which("go") or "go", "run", "."),
        cwd=Path(__file__).parent / "goyaml",
        env=by_go.environment(),
        input="".join(json.dumps(text) + "\n" for text in texts),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(texts, (line.split("\t") for line in done.stdout.splitlines()), strict=True))


DOCUMENTED = {
    "200": 200, "0200": 128, "0o17": 15, "0x1f": 31, "0b101": 5, "1_000": 1000, "1:30": "1:30",
    ".5": 0.5, "1e3": 1000.0, "~": None, "null": None, "": None, "true": True, "FALSE": False,
    "NO": "NO", "yes": "yes", "on": "on", "_1": "_1", "08": 8.0, "-0b11": -3, "1_": 1,
    "2001-01-01": "2001-01-01", "0x1g": "0x1g", "application/json": "application/json",
}  # fmt: skip
"""What `resolve.go` of go-yaml 3 makes of them; checked against the library where there is one."""


@pytest.mark.parametrize("text", DOCUMENTED)
def test_a_word_is_to_go_vcr_what_go_yaml_documents(text: str) -> None:
    if text:
        found = value(text, "go-yaml")
        assert (found, type(found)) == (DOCUMENTED[text], type(DOCUMENTED[text]))
    else:
        assert kind_of("go-yaml", text) == "null"


def test_words_are_to_go_vcr_what_they_are_to_go_yaml() -> None:
    for text, (old, _, new, shown) in told_by_go(tuple(WORDS)).items():
        kind = kind_of("go-yaml", text)
        assert GO_TYPES[new] == kind, text
        if kind == "int":
            assert value(text, "go-yaml") == int(shown), text
        if text in OLD_BOOLS:
            assert old == "bool", text
        elif kind != "timestamp":
            assert GO_TYPES[old] == kind, text


def test_every_short_number_is_to_go_vcr_what_it_is_to_go_yaml() -> None:
    texts = spellings("017_.:+-eXxob")
    told = told_by_go(tuple(texts))
    wrong = [text for text in told if GO_TYPES.get(told[text][2]) != kind_of("go-yaml", text)]
    assert wrong == []


@pytest.mark.parametrize("resolver", ["pyyaml", "go-yaml"])
@pytest.mark.parametrize("text", ["'200'", '"NO"', "!!str 200", "|\n 200\n", "'~'", '""'])
def test_what_is_quoted_or_tagged_as_text_is_text(text: str, resolver: str) -> None:
    assert value(text, resolver) == yaml.safe_load(text)


@pytest.mark.parametrize("resolver", ["pyyaml", "go-yaml"])
@pytest.mark.parametrize("text", ["!!int '7'", "!!int 0x1f", "!!bool 'true'", "!!null ''"])
def test_a_tag_is_taken_at_its_word(text: str, resolver: str) -> None:
    assert value(text, resolver) == yaml.safe_load(text)
