"""Cassettes full of secrets, recorded by the real recorders once for all tests of a process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a recorder's dirty cassettes; skips where the recorder is not installed."""
    from needing import need

    from examples.recording import record_dirty

    folder = tmp_path_factory.mktemp("dirty")

    def recorded(recorder: str) -> Path:
        need(recorder)
        if not (folder / recorder).exists():
            record_dirty(recorder, folder)
        return folder / recorder

    return recorded
