"""What a file is beside its text stays: newlines, mark, mode, link; and it is old or new."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from invoke import cassette
from planted import letters, openai
from redacting import clean, go_vcr, vcrpy

from cassette_cli.source import write

KEY = openai("files")
DIRTY = go_vcr(header=f"Authorization: [Bearer {KEY}]")


@pytest.mark.parametrize("make", [go_vcr, vcrpy], ids=["go-vcr", "vcrpy"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["", "\n", "\n\n", "\n...\n", "\n# end"])
def test_newlines_mark_and_ending(make: object, newline: str, bom: str, ending: str) -> None:
    assert callable(make)
    text = make(header=f"Authorization: [Bearer {KEY}]", request="|\n      a\n      b\n")
    data = (bom + text.rstrip("\n") + ending).replace("\n", newline).encode()
    result = clean(data, gone=[KEY])
    written = result.redactions[0].placeholder
    assert result.after.data == data.replace(KEY.encode(), written.encode())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "dirty.yaml"
    path.write_text(DIRTY)
    return path


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    assert cassette("redact", file.name, cwd=file.parent).code == 1
    assert file.stat().st_mode & 0o777 == mode
    assert KEY not in file.read_text()


def test_a_symlink_stays_one(file: Path) -> None:
    link = file.parent / "link.yaml"
    link.symlink_to("dirty.yaml")
    assert cassette("redact", "link.yaml", cwd=file.parent).code == 1
    assert link.is_symlink()
    assert KEY not in file.read_text()


def test_a_read_only_file_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.chmod(0o444)
    access = os.access  # Whoever runs the tests as root may write anything: ask as the owner would.
    monkeypatch.setattr(
        write.os, "access", lambda path, mode: mode != os.W_OK and access(path, mode)
    )
    done = cassette("redact", file.name, cwd=file.parent)
    assert done.code == 2
    assert "read-only" in done.errors
    assert file.read_text() == DIRTY


def test_a_file_that_changed_meanwhile_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = write.replace_file

    def late(path: Path, old: bytes, new: bytes) -> None:
        path.write_text(DIRTY + "# more\n")
        replace(path, old, new)

    monkeypatch.setattr(write, "replace_file", late)
    done = cassette("redact", file.name, cwd=file.parent)
    assert done.code == 2
    assert "changed while" in done.errors
    assert file.read_text() == DIRTY + "# more\n"


def test_a_full_disk_leaves_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write.os, "fsync", full)
    assert cassette("redact", file.name, cwd=file.parent).code == 2
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    assert file.read_text() == DIRTY


def test_a_refused_file_does_not_stop_the_others(file: Path) -> None:
    broken = file.parent / "broken.yaml"
    broken.write_text(DIRTY + "  }{")
    other = file.parent / "other.yaml"
    other.write_text(vcrpy(header=f"X-Api-Key: [{letters('other', 32)}]"))
    done = cassette("redact", "broken.yaml", "dirty.yaml", "other.yaml", cwd=file.parent)
    assert done.code == 2
    assert "broken.yaml" in done.errors
    assert KEY not in file.read_text()
    assert "REDACTED-" in other.read_text()
    assert broken.read_text() == DIRTY + "  }{"


_SLOW = "{" + ", ".join(f"'X-Api-Key-{n}': ['{letters(str(n), 40)}']" for n in range(30)) + "}"


def test_killed_at_any_moment_it_is_old_or_new(tmp_path: Path) -> None:
    """SIGKILL from before the reading until after the writing, in small steps."""
    old = vcrpy().replace("headers:\n      Accept: ['*/*']", f"headers: {_SLOW}").encode()
    new = clean(old).after.data
    path = tmp_path / "dirty.yaml"
    seen, delay = set(), 0.0
    while len(seen) < 2 or delay < 0.1:
        path.write_bytes(old)
        _run_and_kill(path, delay)
        seen.add(path.read_bytes())
        assert seen <= {old, new}
        delay += 0.05
        assert delay < 30
    left = {one.name.rpartition(".")[2] for one in tmp_path.iterdir() if one != path}
    assert left <= {write.SUFFIX.removeprefix(".")}


def _run_and_kill(path: Path, delay: float) -> None:
    command = [sys.executable, "-m", "cassette_cli", "redact", "-q", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_killed_inside_the_writing(tmp_path: Path, step: str) -> None:
    path = tmp_path / "dirty.yaml"
    path.write_text(DIRTY)
    script = _KILL_AT.format(step=step, path=str(path))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_text() == DIRTY


_KILL_AT = """
import os, signal, sys
from pathlib import Path
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
if "{step}" == "fsync": os.fsync = die
elif "{step}" == "replace": Path.replace = die
else:
    make = os.fdopen
    class Half:
        def __init__(self, file): self.file = file
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def write(self, data): self.file.write(data[:99]); self.file.flush(); die()
    os.fdopen = lambda *given: Half(make(*given))
from cassette_cli.__main__ import main
sys.argv = ["cassette", "redact", {path!r}]
main()
"""
