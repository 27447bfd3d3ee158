"""Records cassettes with Ruby's VCR by the programs beside this file, and replays them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from examples.plan import Cassette
from examples.program import Program, Reply

HERE = Path(__file__).parent / "rubyvcr"
_GEMS = {"vcr": "ruby-vcr", "webmock": "ruby-webmock", "multi_json": "ruby-multi-json"}


def missing_packages() -> tuple[str, ...]:
    """The Debian packages that Ruby's VCR needs and this machine lacks."""
    if not shutil.which("ruby"):
        return ("ruby", *_GEMS.values())
    return tuple(package for gem, package in _GEMS.items() if not _has(gem))


def _has(gem: str) -> bool:
    command = ("ruby", "-e", "gem ARGV.first", gem)
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def record(plan: tuple[Cassette, ...], folder: Path, proxy: str) -> None:
    """Record the whole plan into `folder`, asking the example server at `proxy`."""
    _program("record").record(plan, folder, proxy)


def replay(plan: Iterable[Cassette], folder: Path) -> dict[str, tuple[Reply, ...]]:
    """What a client gets for the calls of each cassette, answered from the files in `folder`."""
    return _program("replay").replay(plan, folder)


def _program(name: str) -> Program:
    return Program("ruby-vcr", ("ruby", f"{name}.rb"), HERE)
