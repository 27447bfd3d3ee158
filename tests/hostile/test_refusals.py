"""What cannot be read is refused at once, in a sentence, by every verb, and stays as it is."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attacks import ODD_BUT_READ, REFUSED, SOUND
from invoke import Outcome, cassette

VERBS = (["show"], ["show", "--full", "-o", "json"], ["lint"], ["validate"], ["redact"])


def run(verb: list[str], data: bytes, folder: Path) -> Outcome:
    path = folder / "hostile.yaml"
    path.write_bytes(data)
    return cassette(*verb, "hostile.yaml", cwd=folder)


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_by_every_verb(name: str, tmp_path: Path) -> None:
    make, words = REFUSED[name]
    data = make()
    for verb in VERBS:
        done = run(verb, data, tmp_path)
        if "bomb" in name and "alias" not in name and verb[0] == "validate":
            # The shape alone needs no body decoded.
            assert done.code == 0
            continue
        assert (done.code, done.text.count(words) + done.errors.count(words)) == (2, 1), verb
        assert "internal error" not in done.errors
        assert (tmp_path / "hostile.yaml").read_bytes() == data


def test_a_bomb_is_named_with_its_interaction(tmp_path: Path) -> None:
    done = run(["show"], REFUSED["gzip bomb"][0](), tmp_path)
    assert "interaction 1" in done.errors
    assert "max-decoded-size" in done.errors


def test_the_limit_of_decoded_bodies_is_configurable(tmp_path: Path) -> None:
    data = REFUSED["gzip bomb"][0]()
    (tmp_path / "cassette.toml").write_text("max-decoded-size = 100_000_000\n")
    assert run(["lint"], data, tmp_path).code == 0
    assert run(["show"], data, tmp_path).code == 0


@pytest.mark.parametrize("name", ODD_BUT_READ)
@pytest.mark.parametrize("tty", [False, True], ids=["piped", "terminal"])
def test_what_is_only_odd_is_read(name: str, tty: bool, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(data := ODD_BUT_READ[name]())
    for verb in (["show", "--no-pager", "-i", ":"], ["lint"], ["validate"], ["redact", "--check"]):
        done = cassette(*verb, "odd.yaml", cwd=tmp_path, tty=tty)
        assert "internal error" not in done.errors, verb
        assert done.code in (0, 1), (verb, done.errors)
    shown = cassette("show", "-o", "json", "--full", "odd.yaml", cwd=tmp_path)
    json.loads(shown.out.decode("utf-8"), parse_constant=pytest.fail)
    assert path.read_bytes() == data


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
@pytest.mark.parametrize(
    "data", [b"", b"\n", b"# nothing\n", b"---\n", b"\xef\xbb\xbf", b"{}", b"[]"]
)
def test_nothing_is_no_cassette(verb: list[str], data: bytes, tmp_path: Path) -> None:
    done = run(verb, data, tmp_path)
    assert done.code == 2
    assert "error: hostile.yaml: " in done.errors


def test_a_folder_where_a_file_is_wanted(tmp_path: Path) -> None:
    done = cassette("show", ".", cwd=tmp_path)
    assert (done.code, done.errors.split("\n")[0]) == (2, "error: .: it is a folder")


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_no_permission(verb: list[str], closed: str) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "hostile.yaml").write_bytes(SOUND)
        folder.chmod(0o755 if closed == "file" else 0)
        (folder / "hostile.yaml").chmod(0)
        done = as_somebody(verb, folder)
        folder.chmod(0o755)
    assert done.code == 2
    assert done.text.count("permission denied") + done.errors.count("permission denied") == 1
    assert "hostile.yaml" in done.text + done.errors


def as_somebody(verb: list[str], folder: Path) -> Outcome:
    """Run without root's rights, which read everything."""
    if os.geteuid() != 0:
        return cassette(*verb, "hostile.yaml", cwd=folder)
    os.seteuid(65534)
    try:
        return cassette(*verb, "hostile.yaml", cwd=folder)
    finally:
        os.seteuid(0)
