"""Configuration, schemas and programs around at their corners: each is said, none is a crash."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import cassette
from samples import CHAT, LEAKY

DEEP = "[" * 300 + "]" * 300


@pytest.mark.parametrize(
    ("table", "severity"),
    [
        ('all = "info"', "info"),
        ('all = "info"\nsecrets = "warning"', "warning"),
        ('secrets = "off"\nlive-credential = "error"', "error"),
        ('all = "off"', None),
    ],
)
def test_the_nearest_name_decides_of_a_severity(
    table: str, severity: str | None, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(LEAKY)
    (tmp_path / "cassette.toml").write_text(f"[severity]\n{table}\n")
    found = json.loads(cassette("lint", "-o", "json", "a.yaml", cwd=tmp_path).text)["findings"]
    assert {one["severity"] for one in found} == ({severity} if severity else set())


@pytest.mark.parametrize(
    "head",
    ['[tool."cassette"]\n', "[ tool . cassette ]\n", "[tool]\ncassette.", '["tool"]\ncassette.'],
)
def test_every_way_to_write_the_table_is_read(head: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(LEAKY)
    (tmp_path / "pyproject.toml").write_text(f'{head}exclude = ["a.yaml"]\n')
    assert cassette("lint", cwd=tmp_path).code == 0


def test_a_byte_order_mark_and_a_leading_dot(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(LEAKY)
    table = '[[ignore]]\nrule = "secrets"\npath = "./a.yaml"\nreason = "known"\n'
    (tmp_path / "cassette.toml").write_text("\ufeff" + table)
    assert cassette("lint", cwd=tmp_path).code == 0


def test_a_configuration_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CHAT)
    (tmp_path / "cassette.toml").symlink_to("nowhere")
    assert cassette("lint", cwd=tmp_path).code == 2
    (tmp_path / "cassette.toml").unlink()
    (tmp_path / "cassette.toml").mkdir()
    assert cassette("lint", cwd=tmp_path).code == 2


def test_tables_nested_too_deep(tmp_path: Path) -> None:
    (tmp_path / "cassette.toml").write_text(f"select = {'[' * 3000}{']' * 3000}\n")
    done = cassette("lint", cwd=tmp_path)
    assert (done.code, done.errors.split("\n")[0]) == (2, "error: cassette.toml is not TOML")


def test_one_configuration_or_none(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("")
    done = cassette("lint", "--config", "c.toml", "--no-config", cwd=tmp_path)
    assert done.code == 2
    assert "exclude each other" in done.errors


def test_show_config_shows_what_only_the_command_line_says(tmp_path: Path) -> None:
    words = ("lint", "--ignore", "secrets", "--exclude", "*.txt", "--show-config")
    shown = cassette(*words, cwd=tmp_path).text
    assert '--ignore = ["secrets"]  # command line\n' in shown
    assert '--exclude = ["*.txt"]  # command line\n' in shown


@pytest.mark.parametrize("schema", ["5", "null", '"x"', "[]"])
def test_a_schema_that_is_none(schema: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CHAT)
    (tmp_path / "s.json").write_text(schema)
    done = cassette("validate", "--schema", "s.json", "a.yaml", cwd=tmp_path)
    assert done.code == 2
    assert done.errors.startswith("error: --schema s.json: the schema is no JSON Schema\n")


def test_a_schema_that_forbids_and_one_with_patterns(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CHAT)

    def messages(schema: object) -> list[str]:
        (tmp_path / "s.json").write_text(json.dumps(schema))
        done = cassette("validate", "--schema", "s.json", "-o", "json", "a.yaml", cwd=tmp_path)
        return [one["message"] for one in json.loads(done.text)["findings"]]

    assert messages({"properties": {"version": False}}) == [
        "the file holds something that the schema forbids"
    ]
    patterns = {"patternProperties": {"^v": True}, "additionalProperties": False}
    assert messages(patterns) == ["the file has keys that are not expected: interactions"]


def test_a_deep_file_and_a_schema_that_goes_as_deep(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CHAT + f"x: {DEEP}\n")
    (tmp_path / "b.yaml").write_text(CHAT)
    assert cassette("validate", "a.yaml", cwd=tmp_path).code == 0
    again = {"$ref": "#/$defs/list"}
    schema = {"properties": {"x": again}, "$defs": {"list": {"items": again}}}
    (tmp_path / "s.json").write_text(json.dumps(schema))
    done = cassette("validate", "--schema", "s.json", "a.yaml", "b.yaml", cwd=tmp_path)
    assert "internal error" not in done.text
    assert "b.yaml" not in done.text


def test_lists_as_deep_as_they_may_be(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CHAT.replace("headers: {}", f"headers: {{a: {DEEP}}}", 1))
    done = cassette("lint", "a.yaml", cwd=tmp_path)
    assert "internal error" not in done.text + done.errors


@pytest.mark.parametrize(
    "tag", ["!<tag:yaml.org,2002:python/object/apply:os.getcwd>", "!p!object/apply:os.getcwd"]
)
def test_a_constructed_tag_in_any_spelling(tag: str, tmp_path: Path) -> None:
    text = f"%TAG !p! tag:yaml.org,2002:python/\n{CHAT}x: {tag} []\n"
    (tmp_path / "a.yaml").write_text(text)
    done = cassette("lint", "-o", "json", "a.yaml", cwd=tmp_path)
    found = json.loads(done.text)["findings"]
    (one,) = [each for each in found if each["rule"] == "constructed-tag"]
    assert (one["line"], one["column"]) == (text.count("\n"), 4)
    assert one["end_column"] - one["column"] == len(tag)


def test_a_damaged_json_recording_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '{"version": 1, "interactions": [{"request": {"uri": "x"}, "response": {'
    )
    assert cassette("lint", ".", cwd=tmp_path).code == 2


@pytest.mark.parametrize("name", ["test_x.py", "x.go", "notes.md", "x.rst"])
def test_programs_and_prose_that_quote_a_recording_are_passed_over(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(f'TEXT = """\n{CHAT}"""\n')
    for verb in ("lint", "redact", "validate"):
        assert cassette(verb, ".", cwd=tmp_path).code == 0


def test_json_lines_with_odd_line_ends_within(tmp_path: Path) -> None:
    body = '{"a": "x\u2028y"}\n{"a": 2}\n'
    text = CHAT.replace("text/event-stream", "application/json")
    head, _, _ = text.partition("    body: |")
    (tmp_path / "a.yaml").write_text(
        f"{head}    body: {json.dumps(body)}\n    code: 200\n    duration: 1ms\n"
    )
    done = cassette("lint", "a.yaml", cwd=tmp_path)
    assert "invalid-json-body" not in done.text


def test_columns_that_are_no_number(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CHAT)
    assert cassette("show", "a.yaml", "-i", "\u0661", cwd=tmp_path).code == 2
