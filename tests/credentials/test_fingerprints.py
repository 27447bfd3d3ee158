"""Fingerprints only of what no dictionary reaches."""

from __future__ import annotations

import base64
import re

import pytest

from cassette_cli.credentials import kinds
from cassette_cli.credentials.fingerprints import fingerprint
from cassette_cli.credentials.format import all_formats
from cassette_cli.credentials.randomness import random_bits
from cassette_cli.credentials.samples import alnum, filler, hexes
from cassette_cli.model.kind import Kind


def test_a_random_key_has_one_and_it_is_stable() -> None:
    name = fingerprint(kinds.API_KEY, hexes(32))
    assert name is not None
    assert re.fullmatch("[0-9a-f]{16}", name)
    assert name == fingerprint("other-kind", hexes(32))
    assert name != fingerprint(kinds.API_KEY, hexes(33))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (kinds.PASSWORD, alnum(40)),
        (kinds.BASIC, alnum(40)),
        (kinds.DIGEST, hexes(32)),
        ("db-password", alnum(40)),
        (kinds.API_KEY, "hunter2"),
        (kinds.API_KEY, "correct horse battery staple and some more words"),
        (kinds.API_KEY, "MyD0g4teMyH0mew0rk!"),
        (kinds.API_KEY, "thisIsACamelCaseIdentifierOfSomeLength2024"),
        (kinds.API_KEY, "someone@example.org"),
        (kinds.API_KEY, "4111111111111111"),
        (kinds.API_KEY, "12345678901234567890123456789012"),
        (kinds.API_KEY, "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6"),
        (kinds.TOKEN, base64.b64encode(b"user:hunter2-and-more-words").decode()),
        (kinds.TOKEN, ""),
    ],
)
def test_what_people_choose_has_none(kind: Kind | str, value: str) -> None:
    assert fingerprint(kind, value) is None


def test_formats_of_enough_bits_have_one() -> None:
    for each in all_formats():
        named = fingerprint(each.kind, each.passing[0]) is not None
        assert named or each.bits < 80 or "secret" in each.pattern, each.kind


def test_most_generated_keys_are_taken_for_such() -> None:
    pool = filler(1024)
    keys = [pool[at : at + 32] for at in range(0, 960, 8)]
    assert sum(random_bits(key) >= 80 for key in keys) > len(keys) * 0.95
