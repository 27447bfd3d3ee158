"""What is wrong with a command line: said in one voice, exit code 2, with a next step."""

from __future__ import annotations

from pathlib import Path

import pytest
from invoke import cassette
from samples import CHAT, SEVERAL

HELP = "cassette lint --help lists what there is"
NO_ACCESS = "check the path"
SAID = {
    "lnt": ["there is no command lnt", "hint: did you mean lint?"],
    "frobnicate": [
        "there is no command frobnicate",
        "hint: there are show, lint, validate, redact, rewrite, rule, schema",
    ],
    "chat.yaml": ["there is no command chat.yaml", "hint: to read a file: cassette show chat.yaml"],
    "lint --fail-onn error": ["there is no option --fail-onn", "hint: did you mean --fail-on?"],
    "lint --zzz": ["there is no option --zzz", f"hint: {HELP}"],
    "lint -Z": ["there is no option -Z", f"hint: {HELP}"],
    "lint -x.yaml": ["there is no option -x", "hint: for the file: ./-x.yaml"],
    "lint --config": ["option --config requires an argument", f"hint: {HELP}"],
    "lint --quiet=yes": ["option --quiet does not take a value", f"hint: {HELP}"],
    "lint --fail-on bad": ["--fail-on must be one of error, warning, info", "found: bad"],
    "show -o jsonl a.yaml": ["--format must be one of full, concise, json", "found: jsonl"],
    "lint --color sometimes": ["--color must be one of auto, always, never", "found: sometimes"],
    "show": ["cassette show needs a FILE", "hint: cassette show --help lists what there is"],
    "redact": ["cassette redact needs a PATH", "hint: cassette redact --help lists what there is"],
    "redact --": [
        "cassette redact needs a PATH",
        "hint: cassette redact --help lists what there is",
    ],
    "redact - chat.yaml": ["- stands alone", "hint: redact files and standard input apart"],
    "lint --select secret": [
        "--select: there is no rule or group secret",
        "hint: did you mean secrets?",
    ],
    "lint --extend-select x9": [
        "--extend-select: there is no rule or group x9",
        "hint: `cassette rule` lists them",
    ],
    "lint --ignore a,live-credential": [
        "--ignore: there is no rule or group a",
        "hint: `cassette rule` lists them",
    ],
    "rule live-credentials": [
        "there is no rule live-credentials",
        "hint: did you mean live-credential?",
    ],
    "lint --recorder govcr chat.yaml": [
        "no recorder is called govcr",
        "hint: known are betamax, betamax-v1, go-vcr, go-vcr-v1, go-vcr-v2, har, har-v1.2, "
        "pydantic-ai, pydantic-ai-v1, ruby-vcr, ruby-vcr-v1, vcrpy, vcrpy-v1",
    ],
    "lint --config nope.toml": [
        "there is no configuration file nope.toml",
        "hint: --config takes a cassette.toml, or a pyproject.toml with [tool.cassette]",
    ],
    "validate --schema nope.json chat.yaml": [
        "--schema nope.json: no such file",
        f"hint: {NO_ACCESS}",
    ],
    "validate --schema chat.yaml chat.yaml": [
        "--schema chat.yaml: the schema is not JSON",
        "hint: give a JSON Schema as JSON",
    ],
    "show --reveal chat.yaml": [
        "--reveal goes with --raw",
        "hint: everything else is always masked",
    ],
    "show --raw --headers chat.yaml": ["--raw goes with --body", "found: --headers"],
    "show --chunks --message chat.yaml": [
        "--chunks and --message exclude each other",
        "hint: ask for one part at a time",
    ],
    "show -i 6 several.yaml": [
        "several.yaml: there is no interaction 6",
        "found: they run from 0 to 5",
    ],
    "show -i first several.yaml": [
        "first is no selector",
        "hint: use 3, -1, 2:5, method=POST, status=4xx or url='*/chat/*'",
    ],
    "show -i ::0 several.yaml": ["the selector ::0 has a step of 0"],
    "show chta.yaml": ["chta.yaml: no such file", "hint: did you mean chat.yaml?"],
    "show no/chat.yaml": ["no/chat.yaml: no such file", "hint: its folder no is not there either"],
    "show folder": [
        "folder: it is a folder",
        "hint: name a file; lint, validate and redact take folders",
    ],
    "show other.yaml": [
        "other.yaml: no recorder recognises it",
        "found: top-level keys a",
        "tried: betamax v1, ruby-vcr v1 (no list of http_interactions), go-vcr v1, go-vcr v2, "
        "pydantic-ai v1, vcrpy v1 (no list of interactions), har v1.2 (no log with entries)",
        "hint: name it with --recorder to see what it lacks",
    ],
    "show --recorder vcrpy other.yaml": [
        "other.yaml: vcrpy does not recognise it",
        "found: top-level keys a",
        "tried: vcrpy v1 (no list of interactions)",
        "hint: leave --recorder out to see which recorder it is",
    ],
    "redact empty.yaml": [
        "empty.yaml: no recorder recognises it",
        "found: nothing",
        "hint: an empty file is no cassette",
    ],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "chat.yaml": CHAT, "several.yaml": SEVERAL, "-x.yaml": CHAT, "other.yaml": "a: b\n",
        "empty.yaml": "", "folder/chat.yaml": CHAT,
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("line", SAID)
def test_it_is_said_what_is_wrong(folder: Path, line: str) -> None:
    done = cassette(*line.split(), cwd=folder)
    first, *rest = SAID[line]
    assert done.errors == "\n".join([f"error: {first}", *(f"  {one}" for one in rest), ""])
    assert (done.code, done.out) == (2, b"")


def test_an_empty_path(folder: Path) -> None:
    for verb in ("lint", "validate", "redact"):
        done = cassette(verb, "", cwd=folder)
        assert done.code == 2
        assert done.errors == "error: a path is empty\n  hint: use . for the current folder\n"


def test_no_arguments_print_the_help_as_it_is(folder: Path) -> None:
    done = cassette(cwd=folder)
    assert (done.code, done.out) == (2, b"")
    assert done.errors.startswith("Usage: cassette [OPTIONS] COMMAND")
    assert "\n  show      Show interactions" in done.errors


def test_lint_reports_a_missing_file_and_goes_on(folder: Path) -> None:
    done = cassette("lint", "-o", "full", "chta.yaml", "chat.yaml", cwd=folder)
    assert done.code == 2
    assert done.text == (
        "error[unreadable]: no such file\n  --> chta.yaml\n  hint: did you mean chat.yaml?\n\n"
    )
    assert done.errors == "1 cassette (1 go-vcr v2), 1 unreadable: 1 error\n"


def test_a_file_that_cannot_be_shown_does_not_stop_the_others(folder: Path) -> None:
    done = cassette("show", "nope.yaml", "other.yaml", "several.yaml", cwd=folder)
    assert done.code == 2
    assert done.text.splitlines()[-7].startswith("#  method")
    assert done.errors.count("error: ") == 2
    done = cassette("show", "-i", "1", "chat.yaml", "several.yaml", cwd=folder)
    assert done.code == 2
    assert done.errors.startswith("error: chat.yaml: there is no interaction 1\n")
    assert "several.yaml · go-vcr v2 · interaction 1 of 0-5" in done.text
