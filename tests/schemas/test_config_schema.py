"""The configuration's schema takes what the documentation shows, and nothing misspelt."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from documents import Route, changed, faults, schema

from cassette_cli.ops.config_values import READERS

NAME = "config.v1"
WHOLE: Any = tomllib.loads("""
select = ["secrets", "stale-content-length"]
extend-select = ["personal-data"]
fail-on = "warning"
exclude = ["vendor/"]
match-on = ["method", "url"]
max-decoded-size = 1000000
extend-volatile-headers = ["x-acme-*"]

[severity]
session-cookie = "error"
live-credential = "off"

[per-file-ignores]
"tests/errors/**" = ["truncated-stream"]

[[ignore]]
rule = "invalid-json-body"
path = "tests/fixtures/broken.yaml"
match = "response body"
reason = "the client is tested against a broken answer"
""")
MATCH_ON: list[Any] = [
    {"go-vcr": ["method", "url"], "vcrpy": ["method", "uri"]},
    [{"path": "tests/a/**", "matchers": ["method"]}],
    [{"path": "tests/a/**", "recorder": "vcrpy", "matchers": ["method", "uri"]}],
    [],
]
WRONG: list[tuple[Route, Any, Route]] = [
    (("selct",), [], ()),
    (("select",), "secrets", ("select",)),
    (("select",), [""], ("select", 0)),
    (("fail-on",), "off", ("fail-on",)),
    (("severity", "session-cookie"), "fatal", ("severity", "session-cookie")),
    (("per-file-ignores", "*.yaml"), "unreadable", ("per-file-ignores", "*.yaml")),
    (("max-decoded-size",), 0, ("max-decoded-size",)),
    (("ignore", 0), {"rule": "unreadable", "path": "*"}, ("ignore", 0)),
    (("ignore", 0, "reason"), " ", ("ignore", 0, "reason")),
    (("ignore", 0, "line"), 3, ("ignore", 0)),
    (("match-on",), "method", ("match-on",)),
    (("match-on",), [{"path": "*"}], ("match-on",)),
    (("match-on",), {"vcrpy": "method"}, ("match-on",)),
]


def test_it_has_the_keys_that_are_read() -> None:
    assert sorted(schema(NAME)["properties"]) == sorted(READERS)


def test_an_empty_file_and_a_full_one_are_fine() -> None:
    assert not faults(NAME, {})
    assert not faults(NAME, WHOLE)


@pytest.mark.parametrize("value", MATCH_ON)
def test_matchers_for_all_by_recorder_and_by_path(value: Any) -> None:
    assert not faults(NAME, changed(WHOLE, ("match-on",), value))


@pytest.mark.parametrize(("route", "value", "where"), WRONG)
def test_what_is_misspelt_is_a_fault_at_its_place(route: Route, value: Any, where: Route) -> None:
    assert faults(NAME, changed(WHOLE, route, value)) == {where}
