"""What a user reads of a file that is no JSON: the place, what is expected, what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from invoke import cassette

CUT = "the end of the file; if it was cut off, record it again"
QUOTES = "JSON puts keys and texts in double quotes"
NUMBERS = "a number that JSON does not know; JSON writes numbers like 10, -0.5 and 1e9"
ESCAPES = 'JSON has \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits'
NOT_FINITE = "JSON has no NaN and no infinity; null, or a text, may stand for it"
NO_ESCAPE = "a string holds an escape that JSON does not have"
CONTROL = "a string holds a control character"
AFTER = "is expected after the comma"
KEY, MARK, LAST = "a key in quotes is expected", "a comma or } is expected", "the end of the file"
SAID = {
    # A file that was cut off.
    "{": ("1:2", "a key in quotes or } is expected", CUT),
    "[": ("1:2", "a value or ] is expected", CUT),
    '{"a"': ("1:5", "a colon is expected", CUT),
    '{"a":': ("1:6", "a value is expected", CUT),
    '{"a":1': ("1:7", MARK, CUT),
    '{"a":1,': ("1:8", f"a key in quotes {AFTER}", CUT),
    '{"a":[1,2,3': ("1:12", "a comma or ] is expected", CUT),
    '{"a":"b': ("1:6", "a string is not closed", CUT),
    '{"a":"b\\': ("1:6", "a string is not closed", CUT),
    '{\n  "a": [\n    "b\\u12': ("3:5", "a string is not closed", CUT),
    # Commas, colons and brackets.
    '{"a":1,}': ("1:8", f"a key in quotes {AFTER}", "}; JSON has no comma before }"),
    '[\n  1,\n]': ("3:1", f"a value {AFTER}", "]; JSON has no comma before ]"),
    '{"a":1\r\n,}': ("2:2", f"a key in quotes {AFTER}", "}; JSON has no comma before }"),
    "[1,,2]": ("1:4", f"a value {AFTER}", "a comma"),
    "[,1]": ("1:2", "a value is expected", "a comma"),
    "[1 2]": ("1:4", "a comma or ] is expected", "a number"),
    '{"a":1 "b":2}': ("1:8", MARK, "a string"),
    '{"a":1;"b":2}': ("1:7", MARK, ";"),
    '{"a":1:2}': ("1:7", MARK, "a colon"),
    '["a":1]': ("1:5", "a comma or ] is expected", "a colon"),
    '{"a" 1}': ("1:6", "a colon is expected", "a number"),
    '{"a"=1}': ("1:5", "a colon is expected", "="),
    '{"a","b"}': ("1:5", "a colon is expected", "a comma"),
    '{"a":1,"b"}': ("1:11", "a colon is expected", "}"),
    '{"a"::1}': ("1:6", "a value is expected", "a colon"),
    '{"a":}': ("1:6", "a value is expected", "}"),
    "{:1}": ("1:2", KEY, "a colon"),
    "{]": ("1:2", "a key in quotes or } is expected", "]"),
    '{"a":[}': ("1:7", "a value or ] is expected", "}"),
    '{"a":[1,2}': ("1:10", "a comma or ] is expected", "}"),
    '{"a":1}}': ("1:8", f"{LAST} is expected", "}; more brackets are closed than opened"),
    '{"a":1}\n{"b":2}\n': ("2:1", f"{LAST} is expected", "{; a file holds one JSON value"),
    # What the languages near JSON have.
    "{a:1}": ("1:2", KEY, f"text without quotes; {QUOTES}"),
    '{"a":1,_b:2}': ("1:8", f"a key in quotes {AFTER}", f"text without quotes; {QUOTES}"),
    "{'a':1}": ("1:2", KEY, "a single quote; JSON uses double quotes"),
    '{"a":“b”}': ("1:6", "a value is expected", "a curly quote; JSON uses straight double quotes"),
    "{1:1}": ("1:2", KEY, "a number"),
    "// c\n{}": ("1:1", "a value is expected", "a comment; JSON has no comments"),
    "\n  # c\n# d\n{}": ("2:3", "a value is expected", "a comment; JSON has no comments"),
    '{"a":1 /* c */}': ("1:8", MARK, "a comment; JSON has no comments"),
    '{"a":1}\n// c': ("2:1", f"{LAST} is expected", "a comment; JSON has no comments"),
    '{"a":NaN}': ("1:6", "a value is expected", f"NaN; {NOT_FINITE}"),
    '{"a":-Infinity}': ("1:6", "a value is expected", f"-Infinity; {NOT_FINITE}"),
    '{"a":None}': ("1:6", "a value is expected", "None; JSON writes null"),
    '{"a":undefined}': ("1:6", "a value is expected", "undefined; JSON writes null"),
    '{"a":True}': ("1:6", "a value is expected", "True; JSON writes true"),
    '{"a":[False]}': ("1:7", "a value is expected", "False; JSON writes false"),
    '{"a":01}': ("1:6", "a value is expected", NUMBERS),
    '{"a":.5}': ("1:6", "a value is expected", NUMBERS),
    '{"a":+1}': ("1:6", "a value is expected", NUMBERS),
    '{"a":0x1f}': ("1:6", "a value is expected", NUMBERS),
    '{"a":-}': ("1:6", "a value is expected", "-"),
    '{"a":nul}': ("1:6", "a value is expected", f"text without quotes; {QUOTES}"),
    '{\n<<<<<<< HEAD\n"a":1\n=======\n': (
        "2:1", KEY, "the mark of a merge conflict; resolve the conflict first"
    ),
    '{"a":1,\n=======\n': (
        "2:1", f"a key in quotes {AFTER}",
        "the mark of a merge conflict; resolve the conflict first",
    ),
    # Inside strings.
    '{"a":"b\nc"}': (
        "1:6", "a string is not closed",
        "the end of the line; a line break inside a string is written \\n",
    ),
    '{"a":"b\tc"}': ("1:8", CONTROL, "U+0009; inside a string it is written \\t"),
    '{"a":"b\x00c"}': ("1:8", CONTROL, "U+0000; inside a string it is written \\u0000"),
    '{"a":"\\x41"}': ("1:7", NO_ESCAPE, f"\\x; {ESCAPES}"),
    '{"a":"\\u12g4"}': ("1:7", NO_ESCAPE, f"\\u without four hexadecimal digits; {ESCAPES}"),
    '{"a":"\\é"}': ("1:7", NO_ESCAPE, f"a backslash before U+00E9; {ESCAPES}"),
    '{"a": "b"c"}': (
        "1:10", MARK, 'text without quotes; a quote inside a string is written \\"'
    ),
    # Characters that cannot be seen.
    '\ufeff{"a":1,}': ("1:8", f"a key in quotes {AFTER}", "}; JSON has no comma before }"),
    "\ufeff\ufeff{}": (
        "1:1", "a value is expected", "a byte order mark; it may stand at the very start only"
    ),
    '{"a":\xa01}': (
        "1:6", "a value is expected", "a no-break space; JSON allows plain spaces only"
    ),
    '{"a":\u20281}': ("1:6", "a value is expected", "U+2028"),
    '{"a":😀}': ("1:6", "a value is expected", "U+1F600"),
    '{\x00"\x00': ("1:2", KEY, "U+0000; recorders write UTF-8; convert the file, or exclude it"),
    '{"a":1}\x1a': ("1:8", f"{LAST} is expected", "U+001A; a file holds one JSON value"),
}  # fmt: skip
"""By text: line and column, what is expected, and what stands there with what to do about it."""


@pytest.mark.parametrize("text", SAID, ids=range(len(SAID)))
def test_the_place_the_fault_and_the_next_step_are_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.har").write_bytes(text.encode())
    done = cassette("validate", "--recorder", "har", "-o", "full", "a.har", cwd=tmp_path)
    place, problem, found = SAID[text]
    wanted = f"error[unreadable]: not JSON: {problem}\n  --> a.har:{place}\n  hint: found {found}\n"
    assert done.text.split("\n\n")[0] == wanted[:-1]
    assert done.code == 2
    assert (tmp_path / "a.har").read_bytes() == text.encode()


RECORDED = '{"log": {"entries": [\n  {"request": {}, "response": {},}\n]}}'


def test_a_damaged_recording_needs_no_recorder_named(tmp_path: Path) -> None:
    (tmp_path / "a.har").write_text(RECORDED)
    done = cassette("validate", "a.har", cwd=tmp_path)
    words = "not JSON: a key in quotes is expected after the comma\n"
    assert done.text == f"a.har:2:34: error unreadable {words}"
    assert done.code == 2


def test_of_a_file_that_may_be_anything_the_place_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": 1,\n}')
    done = cassette("validate", "a.json", cwd=tmp_path)
    assert done.errors.splitlines()[:3] == [
        "error: a.json:2:1: no recorder recognises it",
        "  found: not JSON: a key in quotes is expected after the comma",
        "  hint: name it with --recorder if it is a cassette",
    ]


@pytest.mark.parametrize("text", SAID, ids=range(len(SAID)))
def test_no_message_tells_what_the_file_holds(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.har").write_bytes(f'[{{"hush": "hush"}},\n{text}'.encode())
    for arguments in (("show",), ("validate", "-o", "json"), ("redact",)):
        done = cassette(*arguments, "--recorder", "har", "a.har", cwd=tmp_path)
        assert done.code == 2
        assert "hush" not in done.text + done.errors
