"""JSONTestSuite, by name: what is accepted with the standard library's value, what is refused."""

from __future__ import annotations

import json
import re

import pytest
from json_suite import ACCEPT, EITHER, REJECT
from test_read_json import value

from cassette_cli.errors import LimitError, UnreadableError
from cassette_cli.source.document import read_document
from cassette_cli.source.json_fault import JsonError
from cassette_cli.source.node import Scalar
from cassette_cli.source.read_file import read_json_file
from cassette_cli.source.read_json import read_json

NOTHING = {"structure_no_data", "single_space", "structure_UTF8_BOM_no_data"}
TEXTS = {
    "string_single_string_no_double_quotes", "structure_angle_bracket_.",
    "structure_ascii-unicode-identifier", "structure_close_unopened_array",
    "structure_number_with_trailing_garbage", "structure_unicode-identifier",
}  # fmt: skip
"""What begins like no collection is read as YAML, whatever its name: to YAML these are a text."""
DEEP = {"structure_100000_opening_arrays", "structure_open_array_object"}

READ = {
    # Numbers stay as they are written; nothing is rounded until somebody asks for their value.
    "number_double_huge_neg_exp", "number_huge_exp", "number_neg_int_huge_exp",
    "number_pos_double_huge_exp", "number_real_neg_overflow", "number_real_pos_overflow",
    "number_real_underflow", "number_too_big_neg_int", "number_too_big_pos_int",
    "number_very_big_negative_int",
    # Half a pair is an escape like any other: Python, Go and JavaScript write it in streams.
    "object_key_lone_2nd_surrogate", "string_1st_surrogate_but_2nd_missing",
    "string_1st_valid_surrogate_2nd_invalid", "string_incomplete_surrogate_and_escape_valid",
    "string_incomplete_surrogate_pair", "string_incomplete_surrogates_escape_valid",
    "string_invalid_lonely_surrogate", "string_invalid_surrogate",
    "string_inverted_surrogates_U+1D11E", "string_lone_second_surrogate",
    # As deep as a file may be.
    "structure_500_nested_arrays",
    # A mark of the encoding, which Windows' editors write; only the file has it, not the text.
    "structure_UTF-8_BOM_empty_object",
}  # fmt: skip
"""Of the cases that a parser may decide; the others are not UTF-8, and are refused as that."""

PROBLEM = re.compile(
    "(?:(?:a (?:key in quotes|value)(?: or [}\\]])?|a colon|a comma or [}\\]]|the end of the file)"
    " is expected(?: after the comma)?|a string (?:is not closed|holds a control character|"
    "holds an escape that JSON does not have)|nested deeper than 500 levels)"
)
FOUND = re.compile(
    r"[!-~]|U\+[0-9A-F]{4,5}|\\.|\\u without four hexadecimal digits|a backslash before U\+.*|"
    "null|true|True|NaN|-?Infinity|a comma|a colon|a comment|a number|a string|a single quote|"
    "a number that JSON does not know|text without quotes|the end of the (?:file|line)"
)


@pytest.mark.parametrize("name", ACCEPT)
def test_what_must_be_accepted_has_the_value_of_the_standard_library(name: str) -> None:
    text = ACCEPT[name]
    assert value(read_json(text)) == json.loads(text)
    parsed = read_document("case.json", text.encode()).parsed
    assert parsed.format == ("yaml" if name.startswith(LONELY) else "json")
    if parsed.format == "json":
        assert value(parsed.roots[0]) == json.loads(text)
    else:
        assert isinstance(parsed.roots[0], Scalar)


LONELY = ("string_space", "structure_lonely", "structure_string_empty")
"""No recording is a single value; such a file is read as YAML, which calls it a scalar too."""


def refused(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as refusal:
        read_document("case.json", data)
    return refusal.value


@pytest.mark.parametrize("name", REJECT)
def test_what_must_be_rejected_is_refused_by_the_reader_in_words_of_its_own(name: str) -> None:
    try:
        text = REJECT[name].decode()
    except UnicodeDecodeError:
        assert refused(REJECT[name]).message == "not UTF-8"
        return
    with pytest.raises(JsonError) as refusal:
        read_json(text, max_depth=500)
    assert PROBLEM.fullmatch(refusal.value.problem)
    assert FOUND.fullmatch(refusal.value.found) or refusal.value.found == "a byte order mark"
    assert 0 <= refusal.value.at <= len(text)
    with pytest.raises(UnreadableError) as told:
        read_json_file(text)
    assert told.value.where is not None


@pytest.mark.parametrize("name", REJECT)
def test_what_must_be_rejected_is_refused_as_a_file_with_line_and_column(name: str) -> None:
    if name in NOTHING | TEXTS:
        roots = read_document("case.json", REJECT[name]).parsed.roots
        assert not roots if name in NOTHING else isinstance(roots[0], Scalar)
        return
    error = refused(REJECT[name])
    assert error.where is not None
    assert isinstance(error, LimitError) == (name in DEEP)
    before = REJECT[name][: max(0, len(REJECT[name]) - 1)].decode("utf-8", "replace")
    assert 1 <= error.where.line <= before.count("\n") + 1


@pytest.mark.parametrize("name", EITHER)
def test_what_a_parser_may_decide_is_decided(name: str) -> None:
    if name in READ:
        document = read_document("case.json", EITHER[name])
        assert document.parsed.format == "json"
        assert document.root is not None
        assert value(document.root) == json.loads(EITHER[name].decode("utf-8-sig"))
    else:
        error = refused(EITHER[name])
        assert (error.message, error.where is not None) == ("not UTF-8", True)
        assert error.found is not None
        assert re.fullmatch("byte 0x[0-9a-f]{2} at byte offset [0-9]+", error.found)


def test_the_suite_is_whole() -> None:
    assert (len(ACCEPT), len(REJECT), len(EITHER)) == (95, 188, 35)
    assert set(EITHER) > READ
    assert set(REJECT) > NOTHING | TEXTS | DEEP
