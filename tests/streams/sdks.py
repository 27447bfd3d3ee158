"""What the providers' own SDKs hear from the example server, and what is read of the same bytes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import pytest
from chatting import read
from wires import recorded

from cassette_cli.model.stream import AssembledMessage
from examples import providers
from examples.server import serving

QUESTION = [{"role": "user", "content": "Say hi"}]
NO_KEY = "none"
"""For SDKs that insist on a key; the server asks for none."""

Call = tuple[str | None, str | None, Any]


@dataclass(slots=True)
class Heard:
    """A message as somebody assembled it: calls with their id, name and decoded arguments."""

    text: str = ""
    reasoning: str = ""
    calls: list[Call] = field(default_factory=list)
    finish: str | None = None
    usage: dict[str, Any] | None = field(default_factory=dict)


def sdk(name: str) -> Any:
    """A provider's package, which the test extra installs; skipped where it is not there, unless
    skipping is forbidden."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        if os.environ.get("CASSETTE_NO_SKIP") == "1":
            raise
        return pytest.skip(f"not installed: {name}", allow_module_level=True)


@contextmanager
def served(name: str) -> Iterator[str]:
    """The address below which an example is served; no proxy stands in between."""
    with pytest.MonkeyPatch.context() as patch, serving() as url:
        for variable in ("NO_PROXY", "no_proxy"):
            patch.setenv(variable, "127.0.0.1")
        yield f"{url}/{name}"


def ours(name: str) -> AssembledMessage:
    """What is read of the example that the server sends."""
    sent = providers.stream(name)
    return assembled(sent.pieces, sent.content_type)


def assembled(pieces: Iterable[bytes], content_type: str) -> AssembledMessage:
    """What is read of a body that travelled in pieces."""
    body = b"".join(pieces)
    framed = content_type == providers.TYPES["frames.json"]
    return read(recorded(body if framed else body.decode(), content_type)).message


def told(message: AssembledMessage, *, server: bool = False) -> Heard:
    """The same in the words of the comparison; of the provider's own tools where asked for."""
    calls = message.server_tools if server else message.tool_calls
    return Heard(
        message.text.value,
        message.reasoning.value,
        [(one.id, one.name, decoded(one.arguments.value)) for one in calls],
        message.finish,
        message.usage,
    )


def decoded(arguments: str) -> Any:
    """Arguments as a client uses them; code is no JSON."""
    try:
        return json.loads(arguments)
    except ValueError:
        return arguments
