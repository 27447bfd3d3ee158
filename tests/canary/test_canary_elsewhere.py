"""No command prints a piece of a secret from the files of the other recorders, `-vv` included."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path

import pytest
from invoke import Outcome, cassette
from leaks import leaked
from sowing_elsewhere import CASSETTES, OWN_FIELDS
from test_canary import FAULTS, LINT, REDACT, SHOW, everywhere

from cassette_cli.ops.detect import detect
from cassette_cli.ops.load import load


class Sown:
    """A folder with a recorder's cassette, and what may never be printed of it."""

    def __init__(self, recorder: str, folder: Path) -> None:
        self.file, make, self.secrets = CASSETTES[recorder]
        self.data = make()
        self.folder = folder
        self.renew()

    def renew(self) -> Path:
        """Write the cassette as it was."""
        path = self.folder / self.file
        path.write_bytes(self.data)
        return path

    def silent(self, *arguments: str, tty: bool = False) -> Outcome:
        """Run, and find nothing of a secret in what is printed."""
        done = cassette(*arguments, self.file, cwd=self.folder, tty=tty)
        text = done.out.decode("utf-8", "replace")  # `--raw` gives bytes as they are.
        assert leaked(text, self.secrets) == [], arguments
        assert leaked(done.errors, self.secrets) == [], arguments
        assert "internal error" not in done.errors
        return done


@pytest.fixture(params=CASSETTES)
def sown(request: pytest.FixtureRequest, tmp_path: Path) -> Sown:
    return Sown(str(request.param), tmp_path)


def test_every_planted_secret_is_found(sown: Sown) -> None:
    """Else the silence of the others would prove nothing."""
    found = [one.reveal() for one in detect(load(sown.file, sown.data))]
    own = OWN_FIELDS if "bearer" in sown.secrets else ()
    hidden = [name for name, one in sown.secrets.items() if not any(one in got for got in found)]
    assert sorted(hidden) == sorted(own)


@pytest.mark.parametrize(("options", "tty"), [(SHOW, False), (SHOW[1::4], True)])
def test_show(sown: Sown, options: list[list[str]], tty: bool) -> None:
    for given in options:
        # Frames have neither a URL nor chunks.
        done = sown.silent("show", "--no-pager", *given, tty=tty)
        assert done.code == 0 or "bearer" not in sown.secrets
        assert done.out or done.errors


def test_lint(sown: Sown) -> None:
    for options in LINT:
        done = sown.silent("lint", *options)
        assert done.code == 1
        assert "live-credential" in done.text


def test_validate_with_a_schema_that_nothing_fits(sown: Sown) -> None:
    for fault, output in zip(FAULTS, cycle(("full", "json", "github", "jsonl")), strict=False):
        (sown.folder / "own.json").write_text(json.dumps(everywhere(fault)))
        done = sown.silent("validate", "-vv", "--schema", "own.json", "-o", output)
        assert done.code == 1
        assert "wrong-shape" in done.text


def test_redact(sown: Sown) -> None:
    for options in REDACT:
        path = sown.renew()
        assert sown.silent("redact", *options).code == 1
        if not {"--check", "--diff"} & {*options}:
            assert leaked(path.read_text(), sown.secrets) == []


@pytest.mark.parametrize("cut", [0.3, 0.9, 0.999])
def test_a_file_that_is_cut_off(sown: Sown, cut: float) -> None:
    """What no parser reads is complained of, and a complaint quotes nothing."""
    (sown.folder / sown.file).write_bytes(sown.data[: int(len(sown.data) * cut)])
    for verb in ("show", "lint", "validate", "redact"):
        more = ["-vv"] if verb in ("lint", "validate") else []
        sown.silent(verb, *more)


def test_a_length_that_is_too_large_to_decode(sown: Sown) -> None:
    (sown.folder / "cassette.toml").write_text("max-decoded-size = 9\n")
    for verb in ("show", "lint", "redact"):
        assert (sown.silent(verb).code == 2) == ("gzip" in sown.secrets)
