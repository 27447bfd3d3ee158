"""One Hypothesis profile for all tests: the same examples on every run, and no clock; and a machine
offline, for tests that replay."""

from __future__ import annotations

import os
import socket
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "cassette",
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    max_examples=int(os.environ.get("CASSETTE_EXAMPLES", "100")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("cassette")


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to open a connection or to look up a name fail."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a replay went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
