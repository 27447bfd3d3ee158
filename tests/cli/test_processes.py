"""What only a real process shows: signals, closed pipes, full disks, streams that are not there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from samples import CHAT, KEY, LEAKY, SEVERAL

COMMAND = [sys.executable, "-m", "cassette_cli"]


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """`line` in bash, where `cassette` is this program; the exit code is the pipe's first."""
    script = f'cassette() {{ "$PYTHON" -m cassette_cli "$@"; }}\n{line}\nexit "${{PIPESTATUS[0]}}"'
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "chat.yaml").write_text(CHAT)
    (tmp_path / "several.yaml").write_text(SEVERAL)
    (tmp_path / "leaky.yaml").write_text(LEAKY)
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        "cassette show chat.yaml | head -1",
        "cassette schema lint.v1 | true",
        "cassette --help | true",
        "cassette show several.yaml --full -i : -i : | true",
        "cassette show missing.yaml 2>&1 | true",
    ],
)
def test_a_closed_pipe_is_no_error(folder: Path, line: str) -> None:
    done = shell(line, folder)
    assert (done.returncode, done.stderr) == (0, "")


def test_findings_decide_whether_or_not_anybody_reads_them(folder: Path) -> None:
    done = shell("cassette lint -o json missing.yaml 2>&1 | true", folder)
    assert (done.returncode, done.stderr) == (2, "")
    assert shell("cassette redact --check leaky.yaml | true", folder).returncode == 1


def test_redaction_goes_on_when_nobody_reads(folder: Path) -> None:
    text = (folder / "leaky.yaml").read_text()
    for name in "abcdefgh":
        (folder / f"{name}.yaml").write_text(
            text.replace("version:", "# padding\n" * 5000 + "version:")
        )
    for line in ("cassette redact . | true", "cassette redact -o json . | true"):
        assert shell(line, folder).returncode == 1
        assert shell("cassette redact --check .", folder).returncode == 0
        (folder / "a.yaml").write_text(text)
    assert shell("cassette redact a.yaml leaky.yaml > /dev/full", folder).returncode == 2
    assert shell("cassette redact --check .", folder).returncode == 0


def test_machine_output_is_utf8_in_any_locale(folder: Path) -> None:
    for encoding in ("ascii", "latin-1", "cp1252", "utf-16"):
        environ = {**os.environ, "PYTHONIOENCODING": encoding}
        for verb in ("show", "lint", "redact --check"):
            line = [*COMMAND, *verb.split(), "-o", "json", "chat.yaml"]
            done = subprocess.run(line, cwd=folder, env=environ, capture_output=True, check=False)
            json.loads(done.stdout.decode("utf-8"))


def test_a_large_output_into_a_closed_pipe(folder: Path) -> None:
    (folder / "long.yaml").write_text(CHAT.replace("Olá", "Olá " * 20000))
    for line in (
        "cassette show -o json long.yaml --full | head -c 9",
        "cassette show --raw long.yaml | true",
    ):
        done = shell(line, folder)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("line", ["show chat.yaml", "lint leaky.yaml", "schema config.v1"])
def test_a_full_disk_is_said(folder: Path, line: str) -> None:
    done = shell(f"cassette {line} > /dev/full", folder)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-2:] == [
        "error: the output cannot be written: No space left on device",
        "  hint: files are as they were, or changed in full",
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("cassette show chat.yaml >&-", 0),
        ("cassette lint leaky.yaml >&- 2>&-", 1),
        ("cassette lint leaky.yaml 2>&-", 1),
        ("cassette lint . <&-", 1),
        ("cassette show - <&-", 2),
    ],
)
def test_streams_that_are_not_there(folder: Path, line: str, code: int) -> None:
    done = shell(line, folder)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_a_folder_that_was_deleted(folder: Path) -> None:
    done = shell("mkdir gone; cd gone; rmdir ../gone; cassette lint chat.yaml", folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_process_substitution_is_read(folder: Path) -> None:
    done = shell("cassette lint <(cat leaky.yaml) <(cat chat.yaml)", folder)
    assert done.returncode == 1
    assert "error live-credential" in done.stdout
    done = shell("cassette show <(cat several.yaml)", folder)
    assert done.returncode == 0
    assert "/v1/models" in done.stdout


def test_a_fifo_is_never_written(folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    done = shell("(cat leaky.yaml > fifo &) ; cassette redact fifo", folder)
    assert done.returncode == 2
    assert done.stderr.startswith("error: fifo: not a regular file\n")
    assert (folder / "fifo").is_fifo()


@pytest.mark.parametrize("verb", ["lint", "redact", "validate"])
def test_interrupted_in_the_middle(tmp_path: Path, verb: str) -> None:
    """It stands in a FIFO when the signal comes, so it is in the middle for certain."""
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "a.yaml").write_text(LEAKY)
    command = [*COMMAND, verb, "-q", "a.yaml", "fifo"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with (tmp_path / "fifo").open("wb"):
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert KEY.encode() not in out + errors
    text = (tmp_path / "a.yaml").read_text()
    assert (KEY not in text) == (verb == "redact")
    assert len(text) == len(LEAKY)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "fifo"]


def test_interrupted_while_it_starts(tmp_path: Path) -> None:
    """At any moment after the interpreter itself has started."""
    script = (
        "import sys, cassette_cli.__main__ as program\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'cassette_cli.cli.run': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "program.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
