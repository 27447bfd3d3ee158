"""A plain scalar of Ruby VCR's means what it means to Psych, Ruby's YAML library itself."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cassette_cli.source.resolve_psych import kind, number

KINDS = {
    "NilClass": "null", "TrueClass": "bool", "FalseClass": "bool", "Integer": "int",
    "Float": "float", "Time": "timestamp", "Date": "timestamp", "Symbol": "symbol", "String": "str",
}  # fmt: skip
WORDS = {
    "null": "NilClass", "Null": "NilClass", "nULL": "NilClass", "~": "NilClass", "": "NilClass",
    "yes": "TrueClass", "YES": "TrueClass", "yEs": "TrueClass", "on": "TrueClass",
    "true": "TrueClass", "no": "FalseClass", "Off": "FalseClass", "FALSE": "FalseClass",
    "y": "String", "n": "String", "nil": "String", "NO1": "String", "=": "String", "<<": "String",
    ":get": "Symbol", ":a b": "Symbol", ":'a'": "Symbol", "::": "not plain", ":": "not plain",
    "a:b": "String", "GET": "String", "application/json": "String", "200 OK": "String",
    "1.1": "Float", ".5": "Float", "5.": "Float", "-.5": "Float", "1.5e+3": "Float", ".": "String",
    "1.5e3": "String", "1e3": "String", "1,000.5": "Float", "1_0.5": "Float", "+.": "String",
    ".inf": "Float", "-.INF": "Float", "+.inf": "Float", ".NaN": "Float", "-.nan": "String",
    "1:30.5": "Float", "1:30:00.": "Float", "1.2.3": "String",
    "2001-01-01": "Date", "2001-1-1": "Date", "2001-02-30": "String", "2001-13-01": "String",
    "2004-02-29": "Date", "0000-02-29": "Date", "0000-01-01": "Date",
    "2001-01-01 00:00:00": "Time", "2001-01-01T00:00:00Z": "Time", "2001-01-01t1:00:00": "Time",
    "2001-01-01 00:00:00.5 +01:00": "Time", "2001-01-01 00:00:00 -5": "Time",
    "2001-02-31 00:00:00": "Time", "2001-02-32 00:00:00": "String", "0-1-1 0:0:0": "String",
    "2001-00-01 00:00:00": "String", "2001-01-01 24:00:00": "Time", "-2001-01-01 00:00:00": "Time",
    "2001-01-01 24:00:01": "String", "2001-01-01 23:60:00": "String", "2001-01-01 1:1:1": "String",
    "2001-01-01 23:59:60": "Time", "2001-01-01 23:59:61": "String", "2001-01-01x": "String",
    "2001-01-01 00:00:00 +23:59": "Time", "2001-01-01 00:00:00 +24:00": "String",
    "2001-01-01 00:00:00 -99:99": "String", "Tue, 01 Nov 2011 04:58:44 GMT": "String",
    "2001-01-01T00:00:00+0100": "Time", "2001-01-01T00:00:00 Z": "Time",
}  # fmt: skip
INTEGERS = {
    "200": 200, "-1": -1, "+1": 1, "0": 0, "-0": 0, "0200": 128, "0o17": None, "08": None,
    "0x1f": 31, "0XFF": None, "0b101": 5, "-0b11": -3, "+0x1F": 31, "1_000": 1000, "1,000": 1000,
    "1,00": 100, "1,,0": None, "1_": None, "_1": None, "1__0": None, "0_7": 7, "0,7": 7, "0_": 0,
    "1:30": 5400, "1:30:15": 5415, "-1:30": -1800, "190:20:30": 685230, "1:60": None,
    "1:2:3:4": None, "0:0": 0, "1_0:30": 37800, "9223372036854775808": 2**63, "0_1_7,": 15,
}  # fmt: skip
"""Their values; None where it is no integer."""


@cache
def told(texts: tuple[str, ...]) -> list[str]:
    """What Ruby says of each text, all in one process."""
    ruby = shutil.which("ruby")
    if ruby is None and os.environ.get("CASSETTE_NO_SKIP") == "1":
        pytest.fail("not installed: ruby")
    if ruby is None:
        pytest.skip("not installed: ruby")
    done = subprocess.run(
        (ruby, "-W0", Path(__file__).parent / "load_scalars.rb"),
        input="".join(json.dumps(text) + "\n" for text in texts).encode(),
        capture_output=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def classes(texts: Iterable[str]) -> dict[str, str]:
    """Ruby's class of every text that is a plain scalar and can be loaded."""
    ordered = tuple(texts)
    every = dict(zip(ordered, told(ordered), strict=True))
    return {text: name for text, name in every.items() if not name.startswith("not ")}


def wrong(texts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Texts that are something else here than they are to Ruby, with both answers."""
    found = {text: (kind(text), KINDS[name.split()[0]]) for text, name in classes(texts).items()}
    return {text: (ours, theirs) for text, (ours, theirs) in found.items() if ours != theirs}


def test_the_tables_hold_what_ruby_says() -> None:
    told_of = dict(zip(WORDS, told(tuple(WORDS)), strict=True))
    assert told_of == WORDS
    numbers = dict(zip(INTEGERS, told(tuple(INTEGERS)), strict=True))
    assert {text: numbers[text].removeprefix("Integer ") for text in INTEGERS} == {
        text: "String" if value is None else str(value) for text, value in INTEGERS.items()
    }


@pytest.mark.parametrize("text", [text for text in WORDS if WORDS[text] in KINDS])
def test_a_word_is_what_it_is_to_psych(text: str) -> None:
    assert kind(text) == KINDS[WORDS[text]]


@pytest.mark.parametrize("text", INTEGERS)
def test_an_integer_has_the_value_it_has_to_psych(text: str) -> None:
    found = number(text) if kind(text) == "int" else None
    assert (found, type(found)) == (INTEGERS[text], type(INTEGERS[text]))


@pytest.mark.parametrize("alphabet", ["0178_,.:+-", "1.:-eEx~ab", "0:-T Z+.1"])
def test_every_short_text_is_what_it_is_to_psych(alphabet: str) -> None:
    products = (itertools.product(alphabet, repeat=size) for size in range(1, 5))
    texts = ["".join(one) for product in products for one in product]
    assert len(classes(texts)) > 1000
    assert wrong(texts) == {}


DIGITS = st.integers(0, 99).map(str) | st.integers(0, 99).map("{:02}".format)
DATES = st.tuples(st.sampled_from(["2001", "0000", "2004", "-1999", "201"]), DIGITS, DIGITS)
TIMES = st.tuples(st.integers(0, 26).map("{:02}".format), DIGITS, DIGITS)
ZONES = st.sampled_from(
    ["", "Z", " Z", "+1", " -05:00", "+0530", "+25:00", "+1:", "+123", ".", ".5"]
)
WORDISH = re.compile("(?:yes|no|on|off|true|false|null|~).?", re.IGNORECASE)
TEXTS = st.one_of(
    st.from_regex(r"[-+]?[0-9_,.]{1,6}(?:[eE][-+]?[0-9]{1,2})?", fullmatch=True),
    st.from_regex(r"[-+]?[0-9_]{1,3}(?::[0-9]{1,2}){1,3}(?:\.[0-9_]{0,2})?", fullmatch=True),
    st.from_regex(re.compile(r"[-+]?0[box][0-9a-f_,]{0,5}", re.IGNORECASE), fullmatch=True),
    DATES.map("-".join),
    st.tuples(DATES.map("-".join), st.sampled_from("Tt "), TIMES.map(":".join), ZONES).map("".join),
    st.from_regex(WORDISH, fullmatch=True),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=8),
    st.text("0123456789:.-+_, abeTZx'\"!=<~²Ⅷ٣é", min_size=1, max_size=10),
)  # fmt: skip


def drawn(many: int) -> list[str]:
    """Texts that Hypothesis draws, collected for one process."""
    found: set[str] = set()

    @settings(max_examples=many)
    @given(TEXTS)
    def collect(text: str) -> None:
        found.add(text)

    collect()
    return sorted(found)


def test_drawn_texts_are_what_they_are_to_psych() -> None:
    texts = drawn(2000)
    names = {name.split()[0] for name in classes(texts).values()}
    assert names >= set(KINDS) - {"Symbol", "NilClass"}
    assert wrong(texts) == {}


@given(TEXTS | st.text())
def test_no_text_makes_it_fall(text: str) -> None:
    assert kind(text) in KINDS.values()
    assert isinstance(number(text), int | float | None)
