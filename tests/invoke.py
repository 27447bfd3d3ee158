"""The command line inside this process: arguments in; exit code, output and errors out."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cassette_cli.cli.run import run
from cassette_cli.cli.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command line did."""

    code: int
    out: bytes
    errors: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode()


class _Tty(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def cassette(
    *arguments: str | Path,
    cwd: Path,
    stdin: bytes = b"",
    environ: Mapping[str, str] | None = None,
    tty: bool = False,
) -> Outcome:
    """Run `cassette ARGUMENTS` in `cwd`, with standard output a pipe or a terminal."""
    out, errors = io.BytesIO(), io.StringIO()
    kind = _Tty if tty else io.TextIOWrapper
    stdout = kind(out, "utf-8", errors="backslashreplace", newline="")
    terminal = Terminal(io.BytesIO(stdin), stdout, errors, environ or {}, cwd)
    code = run([str(one) for one in arguments], terminal)
    stdout.flush()
    return Outcome(code, out.getvalue(), errors.getvalue())
