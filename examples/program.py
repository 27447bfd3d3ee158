"""Runs the recorders that are written in other languages, and reads what they print."""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from examples.plan import Call, Cassette
from examples.server import ORIGIN


class RecordingError(Exception):
    """A program failed; the message is what it printed."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a client gets in a replay, unpacked and with redirects followed, or why it got none."""

    status: int
    body: bytes
    error: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """A command, the folder it runs in, and the recorder's name for its errors."""

    recorder: str
    command: tuple[str, ...]
    folder: Path

    def run(self, text: str, more: Mapping[str, str] | None = None) -> str:
        """What the program prints when it reads `text`, with `more` in its environment.

        Raises RecordingError when it fails.
        """
        done = subprocess.run(
            self.command,
            cwd=self.folder,
            env={**os.environ, **(more or {})},
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise RecordingError(f"{self.recorder}: {done.stderr.strip()}")
        return done.stdout

    def record(self, plan: Sequence[Cassette], folder: Path, proxy: str) -> None:
        """Record the whole plan into `folder`, asking the example server at `proxy`."""
        folder.mkdir(parents=True, exist_ok=True)
        for cassette in plan:
            (folder / cassette.file).unlink(missing_ok=True)
        self.run(_task(plan, folder, proxy))

    def replay(self, plan: Iterable[Cassette], folder: Path) -> dict[str, tuple[Reply, ...]]:
        """Send every call again, answered from `folder` alone: the replies by cassette."""
        asked = tuple(plan)
        lines = iter(self.run(_task(asked, folder)).splitlines())
        return {
            one.name: tuple(_reply(json.loads(next(lines))) for _ in one.calls) for one in asked
        }


def _task(plan: Iterable[Cassette], folder: Path, proxy: str = "") -> str:
    task = {
        "origin": ORIGIN,
        "proxy": proxy,
        "folder": str(folder.resolve()),
        "cassettes": [_cassette(cassette) for cassette in plan],
    }
    return json.dumps(task)


def _cassette(cassette: Cassette) -> dict[str, Any]:
    return {
        "name": cassette.name,
        "serializer": cassette.serializer,
        "decoded": cassette.decoded,
        "exact": cassette.exact,
        "dialect": cassette.dialect,
        "calls": [_call(call) for call in cassette.calls],
    }


def _call(call: Call) -> dict[str, Any]:
    """One request; the body as Base64, because JSON has no bytes."""
    return {
        "method": call.method,
        "path": call.path,
        "headers": call.headers,
        "body": b64encode(call.data).decode(),
    }


def _reply(value: Mapping[str, Any]) -> Reply:
    return Reply(value["status"], b64decode(value["body"]), value["error"])
