"""What stands around the files: links, folders that are shut, odd names, other programs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from invoke import cassette
from samples import CHAT, KEY, LEAKY

GIT_TAKES = ["!", "! ", "a\\", "\\", "[z-a]", "[", "f[[:foo:]]"]


@pytest.mark.parametrize("line", GIT_TAKES)
def test_lines_of_gitignore_that_are_no_pattern(line: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.yaml").write_text(CHAT)
    (tmp_path / "b.yaml").write_text(CHAT)
    (tmp_path / ".gitignore").write_text(f"{line}\nb.yaml\n")
    done = cassette("lint", cwd=tmp_path)
    assert done.code == 0
    assert done.errors.startswith("1 cassette ")


def test_classes_that_git_names(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a1.yaml").write_text(CHAT)
    (tmp_path / ".gitignore").write_text("[[:alpha:]][[:digit:]].yaml\n")
    done = cassette("lint", cwd=tmp_path)
    assert (done.code, done.errors) == (0, "0 cassettes, 1 other file: nothing to report\n")


@pytest.mark.parametrize("pattern", ["!", "[z-a]"])
def test_patterns_that_are_none(pattern: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CHAT)
    done = cassette("lint", "--exclude", pattern, cwd=tmp_path)
    assert (done.code, done.errors.splitlines()[0]) == (2, "error: --exclude is no path pattern")
    for key in ("exclude = ['{}']", "per-file-ignores = {{'{}' = ['secrets']}}"):
        (tmp_path / "cassette.toml").write_text(key.format(pattern))
        done = cassette("lint", cwd=tmp_path)
        assert done.code == 2
        assert "is no path pattern" in done.errors


def test_a_walk_leaves_files_alone_that_are_only_linked(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "d").mkdir()
    (tmp_path / "out" / "real.yaml").write_text(LEAKY)
    (tmp_path / "d" / "link.yaml").symlink_to("../out/real.yaml")
    assert cassette("redact", "d", cwd=tmp_path).code == 0
    assert (tmp_path / "out" / "real.yaml").read_text() == LEAKY
    assert cassette("redact", "d/link.yaml", cwd=tmp_path).code == 1
    assert (tmp_path / "d" / "link.yaml").is_symlink()
    assert KEY not in (tmp_path / "out" / "real.yaml").read_text()


def test_a_dangling_link_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere")
    assert "it is a link to nothing" in cassette("show", "a.yaml", cwd=tmp_path).errors


def test_a_hard_link_that_keeps_its_secret_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(LEAKY)
    os.link(tmp_path / "a.yaml", tmp_path / "b.yaml")
    done = cassette("redact", "a.yaml", cwd=tmp_path)
    assert done.code == 1
    assert "warning: a.yaml: hard links to it still hold what was redacted\n" in done.errors
    assert (tmp_path / "b.yaml").read_text() == LEAKY


def test_what_the_shell_opened_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAKY)
    command = [sys.executable, "-m", "cassette_cli", "redact", "/dev/stdin"]
    with path.open("rb") as file:
        done = subprocess.run(command, stdin=file, capture_output=True, text=True, check=False)
    assert (done.returncode, path.read_text()) == (2, LEAKY)
    assert "standard input is called -" in done.stderr


def test_names_as_long_as_they_may_be(tmp_path: Path) -> None:
    path = tmp_path / ("中" * 80 + ".yaml")
    path.write_text(LEAKY)
    assert cassette("redact", path.name, cwd=tmp_path).code == 1
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(b"bad\xff.yaml")
    (tmp_path / name).write_text(LEAKY + "# cassette: ignore[nothing] here\n")
    assert cassette("lint", name, cwd=tmp_path).code == 1
    assert cassette("redact", ".", cwd=tmp_path).code == 1


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes as Linux has them")
def test_mode_and_attributes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAKY)
    path.chmod(0o640)
    with suppress(OSError):  # not every file system has them
        os.setxattr(path, "user.note", b"mine")
    before = os.listxattr(path)
    assert cassette("redact", "a.yaml", cwd=tmp_path).code == 1
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listxattr(path) == before


def test_a_change_while_the_new_file_is_written_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(LEAKY)
    real = os.fsync

    def slow(descriptor: int) -> None:
        with path.open("a") as file:
            file.write("# mine\n")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    done = cassette("redact", "a.yaml", cwd=tmp_path)
    assert (done.code, path.read_text()) == (2, LEAKY + "# mine\n")
    assert "the file changed while it was being edited" in done.errors
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    number = getattr(signal, name)
    for index in range(300):
        (tmp_path / f"{index}.yaml").write_text(LEAKY)
    command = [sys.executable, "-m", "cassette_cli", "redact", "--quiet", "."]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL)
    while all((tmp_path / f"{index}.yaml").read_text() == LEAKY for index in range(2)):
        time.sleep(0.001)
    process.send_signal(number)
    assert process.wait() == 128 + number
    assert len(list(tmp_path.iterdir())) == 300
    texts = {one.read_text() for one in tmp_path.iterdir()}
    assert len(texts) == 2, "each file is old or new"


def test_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "n.yaml").write_text("a: b\n")
    (tmp_path / "d" / "a.yaml").write_text(CHAT)
    for paths in (["d", "d/n.yaml"], ["d/n.yaml", "d"]):
        assert cassette("lint", *paths, cwd=tmp_path).code == 2
    done = cassette("lint", "d", str(tmp_path / "d" / "a.yaml"), cwd=tmp_path)
    assert done.errors.startswith("1 cassette ")
