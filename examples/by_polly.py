"""Records HAR files with Polly.js by the programs beside this file, and replays them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from examples.plan import Cassette
from examples.program import Program, RecordingError, Reply

HERE = Path(__file__).parent / "polly"
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def missing_packages() -> tuple[str, ...]:
    """The Debian packages that Polly.js needs and this machine lacks."""
    packages = {"node": "nodejs", "npm": "npm"}
    return tuple(package for tool, package in packages.items() if not shutil.which(tool))


def record(plan: tuple[Cassette, ...], folder: Path, proxy: str) -> None:
    """Record the whole plan into `folder`, asking the example server at `proxy`."""
    _program("record").record(plan, folder, proxy)


def replay(plan: Iterable[Cassette], folder: Path) -> dict[str, tuple[Reply, ...]]:
    """What a client gets for the calls of each cassette, answered from the files in `folder`."""
    return _program("replay").replay(plan, folder)


def _program(name: str) -> Program:
    return Program("har", ("node", f"{name}.mjs"), installed())


@cache
def installed() -> Path:
    """A folder below the temporary one that holds the programs and all that they import.

    Installed there once for each state of the programs, by npm and from its registry. Raises
    RecordingError when that fails, or when the folder belongs to somebody else.
    """
    files = sorted(path for path in HERE.iterdir() if path.is_file())
    digest = sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
    cellar = Path(tempfile.gettempdir()) / f"cassette-examples-{os.getuid()}"
    cellar.mkdir(mode=0o700, exist_ok=True)
    if cellar.lstat().st_uid != os.getuid():
        raise RecordingError(f"har: {cellar} belongs to somebody else")
    target = cellar / f"polly-{digest}"
    if not target.exists():
        _install(files, target)
    return target


def _install(files: list[Path], target: Path) -> None:
    """Fill a folder beside `target`, then rename it, so that nobody ever sees half of it."""
    with tempfile.TemporaryDirectory(dir=target.parent, ignore_cleanup_errors=True) as spare:
        folder = Path(spare) / "polly"
        folder.mkdir()
        for path in files:
            shutil.copy(path, folder)
        Program("har", _INSTALL, folder).run("")
        try:
            folder.rename(target)
        except OSError:
            # Another process was faster, and what it installed is the same.
            if not target.is_dir():
                raise
