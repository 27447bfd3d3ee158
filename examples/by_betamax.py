"""Records cassettes with Betamax, and sends the same requests again to replay them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

import betamax.adapter
import betamax.util
import requests
from betamax import Betamax
from betamax.exceptions import BetamaxError

from examples.plan import Call, Cassette
from examples.program import Reply
from examples.server import DATE, ORIGIN

Mode = Literal["once", "none"]

# Requests would otherwise name its version, and whichever decoders happen to be installed.
_STEADY = (
    ("Accept", "*/*"),
    ("Accept-Encoding", "gzip, deflate"),
    ("User-Agent", "cassette-examples/1"),
)


def record(plan: tuple[Cassette, ...], folder: Path, proxy: str) -> None:
    """Record the whole plan into `folder`, asking the example server at `proxy`."""
    folder.mkdir(parents=True, exist_ok=True)
    for cassette in plan:
        (folder / cassette.file).unlink(missing_ok=True)
        play(cassette, folder, "once", proxy)


def play(
    cassette: Cassette, folder: Path, mode: Mode, proxy: str | None = None
) -> tuple[Reply, ...]:
    """Send the cassette's requests through Betamax; gives what the client gets.

    A request that the cassette does not answer gives a reply with an error, and so does a body
    that is not as long as its Content-Length says: urllib3 counts in a replay as well.
    """
    with _stopped_clock(), requests.Session() as session:
        session.trust_env = False
        session.proxies = {"http": proxy} if proxy else {}
        tape = Betamax(session, cassette_library_dir=str(folder))
        with tape.use_cassette(
            cassette.name, record=mode, preserve_exact_body_bytes=cassette.exact
        ):
            return tuple(_send(call, session) for call in cassette.calls)


def _send(call: Call, session: requests.Session) -> Reply:
    url, headers = ORIGIN + call.path, dict((*_STEADY, *call.headers))
    try:
        with session.request(call.method, url, headers=headers, data=call.data) as reply:
            return Reply(reply.status_code, reply.content)
    except (BetamaxError, requests.RequestException) as error:
        return Reply(0, b"", type(error).__name__)


class _Stopped(datetime):
    """A clock that stands at the server's date; it also avoids the deprecated real `utcnow`."""

    @classmethod
    def utcnow(cls) -> _Stopped:
        return cls.strptime(DATE, "%a, %d %b %Y %H:%M:%S GMT")


@contextmanager
def _stopped_clock() -> Iterator[None]:
    """Let Betamax take every moment for the same one, so that `recorded_at` never differs."""
    modules = (betamax.adapter, betamax.util)
    before = [module.datetime for module in modules]
    try:
        for module in modules:
            module.datetime = _Stopped
        yield
    finally:
        for module, clock in zip(modules, before, strict=True):
            module.datetime = clock
