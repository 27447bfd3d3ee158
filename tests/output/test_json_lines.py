"""JSON is indented as everybody does it, and says what the file says."""

from __future__ import annotations

import json
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st
from support import seconds

from cassette_cli.output.json_lines import json_lines

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES, st.booleans())
def test_it_is_what_the_standard_library_prints(value: object, ascii_only: bool) -> None:
    compact = json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"))
    wanted = json.dumps(value, ensure_ascii=False, indent=2)
    assert "\n".join(json_lines(compact)) == wanted
    assert "\n".join(json_lines(json.dumps(value, indent=7, ensure_ascii=ascii_only))) == wanted


def test_numbers_and_repeated_keys_stay_as_they_are() -> None:
    text = '{"a": 1.50, "a": 1E400, "b": 12345678901234567890.10, "c": -0.0}'
    assert list(json_lines(text)) == [
        "{", '  "a": 1.50,', '  "a": 1E400,', '  "b": 12345678901234567890.10,', '  "c": -0.0', "}",
    ]  # fmt: skip


def test_the_first_lines_of_much_come_at_once() -> None:
    text = json.dumps([{"a": "b" * 20}] * 200_000)
    assert seconds(lambda: list(islice(json_lines(text), 200))) < 0.1
