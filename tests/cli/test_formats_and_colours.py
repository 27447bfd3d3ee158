"""`-o` and its defaults, colour and who decides about it, `-q` and `-v`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import cassette
from samples import CHAT, LEAKY, SEVERAL

ESCAPE = b"\x1b["


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"chat": CHAT, "several": SEVERAL, "leaky": LEAKY}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


@pytest.mark.parametrize("verb", ["lint", "validate"])
@pytest.mark.parametrize(
    ("environ", "tty", "looks"),
    [
        ({}, True, "full"),
        ({}, False, "concise"),
        ({"GITHUB_ACTIONS": "true"}, False, "github"),
        ({"GITHUB_ACTIONS": "true"}, True, "full"),
        ({"GITHUB_ACTIONS": "false"}, False, "concise"),
        ({"TERM": "dumb"}, True, "concise"),
    ],
)
def test_the_format_by_default(
    tmp_path: Path, verb: str, environ: dict[str, str], tty: bool, looks: str
) -> None:
    (tmp_path / "a.yaml").write_text(SEVERAL.replace("id: 0", "id: [", 1))
    starts = {"full": "error[", "concise": "a.yaml:", "github": "::error file=a.yaml,"}
    done = cassette(verb, "a.yaml", cwd=tmp_path, environ={"NO_COLOR": "1", **environ}, tty=tty)
    assert done.code == 2
    assert done.text.startswith(starts[looks])


@pytest.mark.parametrize("verb", ["show", "redact --check"])
def test_redact_and_show_look_alike_on_github(folder: Path, verb: str) -> None:
    plain = cassette(*verb.split(), "leaky.yaml", cwd=folder)
    there = cassette(*verb.split(), "leaky.yaml", cwd=folder, environ={"GITHUB_ACTIONS": "true"})
    assert plain == there


@pytest.mark.parametrize(
    "command", ["lint leaky.yaml", "show several.yaml", "rule", "redact --check ."]
)
@pytest.mark.parametrize(
    ("options", "environ", "tty", "coloured"),
    [
        ("", {}, False, False),
        ("", {}, True, True),
        ("", {"TERM": "dumb"}, True, False),
        ("", {"FORCE_COLOR": "1"}, False, True),
        ("", {"NO_COLOR": "1"}, True, False),
        ("", {"NO_COLOR": ""}, True, True),
        ("", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("--color always", {"NO_COLOR": "1"}, False, True),
        ("--color never", {"FORCE_COLOR": "1"}, True, False),
        ("--color auto", {"FORCE_COLOR": "1"}, False, True),
    ],
)  # fmt: skip
def test_who_decides_about_colour(
    folder: Path, command: str, options: str, environ: dict[str, str], tty: bool, coloured: bool
) -> None:
    verb, *rest = command.split()
    pager = ["--no-pager"] if verb in ("show", "rule") else []
    arguments = [verb, *options.split(), *pager, *rest]
    done = cassette(*arguments, cwd=folder, environ=environ, tty=tty)
    assert (ESCAPE in done.out) == coloured


@pytest.mark.parametrize("output", ["json", "jsonl"])
def test_machine_output_never_has_colour(folder: Path, output: str) -> None:
    done = cassette("lint", "--color", "always", "-o", output, ".", cwd=folder, tty=True)
    assert ESCAPE not in done.out
    lines = [done.text] if output == "json" else done.text.splitlines()
    assert [json.loads(line) for line in lines]


def test_machine_output_does_not_depend_on_verbosity(folder: Path) -> None:
    outputs = {
        cassette("lint", *options, "-o", "json", ".", cwd=folder, tty=tty).out
        for options in ([], ["-q"], ["-v"], ["-vv"])
        for tty in (True, False)
    }
    assert len(outputs) == 1


def test_quiet_and_verbose(folder: Path) -> None:
    summary = "3 cassettes (2 go-vcr v2, 1 vcrpy v1), 1 other file: 1 error\n"
    (folder / "other.yaml").write_text("a: interactions\n")
    plain = cassette("lint", ".", cwd=folder)
    assert plain.errors == summary
    quiet = cassette("lint", "-q", ".", cwd=folder)
    assert (quiet.out, quiet.errors, quiet.code) == (plain.out, "", 1)
    told = cassette("lint", "-v", ".", cwd=folder)
    assert told.out == plain.out
    assert told.errors == (
        "chat.yaml: go-vcr v2\nleaky.yaml: vcrpy v1\n"
        "other.yaml: no recorder recognises it (found top-level keys a); name it with "
        "--recorder to see what it lacks\n"
        "several.yaml: go-vcr v2\n" + summary
    )


def test_nothing_to_report_prints_nothing(folder: Path) -> None:
    for output in ("full", "concise", "github", "jsonl"):
        done = cassette("lint", "-q", "-o", output, "several.yaml", cwd=folder)
        assert (done.code, done.out, done.errors) == (0, b"", "")


def test_quiet_redact_still_says_to_rotate(folder: Path) -> None:
    done = cassette("redact", "-q", ".", cwd=folder)
    assert done.code == 1
    assert done.errors.startswith("rotate what was redacted")
    assert cassette("redact", "-q", ".", cwd=folder).errors == ""
