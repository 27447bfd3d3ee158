"""Makes the folder `examples/`, which no wheel contains, importable; and a machine offline."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import NoReturn

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to open a connection or to look up a name fail."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a replay went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
