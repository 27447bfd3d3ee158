"""Temporary files that a killed run left behind are taken away by the next; others stay."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from cassette_cli.source.write import SUFFIX, replace_file


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    return path


def left_behind(folder: Path, seconds: int) -> Path:
    path = folder / f".abc{SUFFIX}"
    path.write_bytes(b"half")
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize(("seconds", "stays"), [(3600, False), (5, True)])
def test_only_old_ones_go(target: Path, seconds: int, stays: bool) -> None:
    path = left_behind(target.parent, seconds)
    replace_file(target, b"old", b"new")
    assert target.read_bytes() == b"new"
    assert path.exists() is stays


def test_one_that_somebody_holds_stays(target: Path) -> None:
    path = left_behind(target.parent, 3600)
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        replace_file(target, b"old", b"new")
    assert path.exists()


def test_links_and_other_files_stay(target: Path) -> None:
    other = target.parent / f"b{SUFFIX}"
    other.write_bytes(b"mine")
    os.utime(other, (0, 0))
    link = target.parent / f".link{SUFFIX}"
    link.symlink_to(other)
    os.utime(link, (0, 0), follow_symlinks=False)
    replace_file(target, b"old", b"new")
    assert other.exists() and link.is_symlink()
