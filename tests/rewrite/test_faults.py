"""Whatever happens while a file is written, it is old or new, and nothing is left beside it."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from invoke import cassette

from cassette_cli.ops.load import load
from cassette_cli.source.write import SUFFIX

OLD = """\
interactions:
- request:
    body: null
    headers: {Accept: [text/plain]}
    method: GET
    uri: https://example.com/
  response:
    body: {string: 'all is well'}
    headers: {Content-Type: [text/plain]}
    status: {code: 200, message: OK}
version: 1
"""
CLI = [sys.executable, "-m", "cassette_cli", "rewrite", "-q"]
SET = "/interactions/0/response/status"
TO_404 = ["--set", f"{SET}/code=404"]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "one.yaml"
    path.write_text(OLD)
    yield path
    assert not list(tmp_path.rglob(f"*{SUFFIX}"))


def _new() -> str:
    done = cassette("rewrite", "-", *TO_404, cwd=Path(), stdin=OLD.encode())
    assert done.code == 0
    assert done.text != OLD
    return done.text


@pytest.mark.parametrize("round_", range(8))
def test_of_two_runs_on_one_file_none_undoes_the_other(file: Path, round_: int) -> None:
    asked = {f"{SET}/code": "404", f"{SET}/message": f"round {round_}"}
    runs = [
        subprocess.Popen([*CLI, "--set", f"{at}={value}", str(file)], stderr=subprocess.PIPE)
        for at, value in asked.items()
    ]
    errors = [run.communicate()[1].decode() for run in runs]
    now = load("one.yaml", file.read_bytes()).interactions[0].response
    changed = {f"{SET}/code": now.status == 404, f"{SET}/message": now.reason == f"round {round_}"}
    assert any(changed.values())
    for run, error, done in zip(runs, errors, changed.values(), strict=True):
        assert (run.returncode, error) == (0, "") if done else run.returncode == 2
        assert done or "run it again" in error


def test_a_file_that_another_run_is_writing_is_refused(file: Path) -> None:
    with file.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = cassette("rewrite", file.name, *TO_404, cwd=file.parent)
    assert done.code == 2
    assert "another run is writing the file" in done.errors
    assert file.read_text() == OLD
    assert cassette("rewrite", file.name, *TO_404, cwd=file.parent).code == 0


def test_in_a_read_only_folder_nothing_is_written(file: Path) -> None:
    file.parent.chmod(0o555)
    # The superuser may write anywhere, as long as he keeps the capability.
    without = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    try:
        done = subprocess.run(
            [*without, *CLI, *TO_404, str(file)], capture_output=True, text=True, check=False
        )
    finally:
        file.parent.chmod(0o755)
    assert done.returncode == 2
    assert "cannot be written: Permission denied" in done.stderr
    assert file.read_text() == OLD


_FULL = """
set -e
mount -t tmpfs -o size=128k none "$1"
cp "$2" "$1/one.yaml"
head -c 1m /dev/zero > "$1/filler" 2>/dev/null || true
cd "$1"
shift 2
code=0
"$@" || code=$?
echo "exit $code"
ls -A | grep -v filler
cat one.yaml
"""


def test_on_a_full_disk_nothing_is_lost(file: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    inside = ["bash", "-c", _FULL, "bash", str(disk), str(file), *CLI, *TO_404]
    alone = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    done = subprocess.run(
        [*alone, *inside, str(disk / "one.yaml")], capture_output=True, text=True, check=False
    )
    if "exit" not in done.stdout:  # Nobody here may mount anything: the largest file there may be.
        return _too_large(file)
    assert "No space left on device" in done.stderr
    assert done.stdout == f"exit 2\none.yaml\n{OLD}"
    return None


def _too_large(file: Path) -> None:
    limited = ["prlimit", f"--fsize={len(OLD) // 2}", *CLI, *TO_404, str(file)]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "cannot be written: File too large" in done.stderr
    assert file.read_text() == OLD


def test_above_the_largest_file_there_may_be_nothing_is_lost(file: Path) -> None:
    _too_large(file)


def test_a_link_stays_and_an_owner_too(file: Path) -> None:
    link = file.parent / "link.yaml"
    link.symlink_to(file.name)
    if os.geteuid() == 0:
        os.chown(file, 65534, 65534)
    before = file.stat()
    assert cassette("rewrite", link.name, *TO_404, cwd=file.parent).code == 0
    assert link.is_symlink()
    assert file.read_text() == _new()
    after = file.stat()
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_killed_while_it_replaces(tmp_path: Path, step: str) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(OLD)
    _kill(step, [str(path), *TO_404])
    assert path.read_text() == OLD


@pytest.mark.parametrize("step", ["fsync", "link"])
def test_killed_while_it_writes_another_file(tmp_path: Path, step: str) -> None:
    path, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    path.write_text(OLD)
    _kill(step, [str(path), *TO_404, "--output-file", str(other)])
    assert path.read_text() == OLD
    assert not other.exists()


def _kill(step: str, arguments: list[str]) -> None:
    script = _KILL_AT.format(step=step, arguments=["cassette", "rewrite", *arguments])
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL


_KILL_AT = """
import os, signal, sys
from pathlib import Path
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
setattr(Path if "{step}" == "replace" else os, "{step}", die)
from cassette_cli.__main__ import main
sys.argv = {arguments}
main()
"""


def test_what_a_killed_run_left_is_swept_by_the_next(file: Path) -> None:
    left = file.parent / f".x{SUFFIX}"
    left.write_text("half")
    os.utime(left, (0, 0))
    shutil.copy(file, file.parent / "copy.yaml")
    assert cassette("rewrite", file.name, *TO_404, cwd=file.parent).code == 0
    assert not left.exists()
