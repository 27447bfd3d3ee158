"""The hooks' environment takes seconds to build, so a run of the tests builds it once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hooked import Hooks, Repository, installed


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    """Shared by the processes of pytest-xdist: their folders lie in the run's own."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    place = folder / "hooks"
    place.mkdir(exist_ok=True)
    return installed(place)


@pytest.fixture
def repository(hooks: Hooks, tmp_path: Path) -> Repository:
    """An empty repository without a configuration of pre-commit yet."""
    return Repository(tmp_path / "repository", hooks)
