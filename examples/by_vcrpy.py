"""Records cassettes with vcrpy, and sends the same requests again to replay them."""

from __future__ import annotations

from pathlib import Path

import httpx
import requests
import vcr
from vcr.record_mode import RecordMode

from examples.plan import Call, Cassette, Client
from examples.server import ORIGIN

# Both clients would otherwise name their version, and whichever decoders happen to be installed.
_STEADY = (
    ("Accept", "*/*"),
    ("Accept-Encoding", "gzip, deflate, br, zstd"),
    ("User-Agent", "cassette-examples/1"),
)


def record(plan: tuple[Cassette, ...], folder: Path, proxy: str) -> None:
    """Record the whole plan into `folder`, asking the example server at `proxy`."""
    folder.mkdir(parents=True, exist_ok=True)
    for cassette in plan:
        (folder / cassette.file).unlink(missing_ok=True)
        play(cassette, folder, RecordMode.ONCE, proxy)


def play(
    cassette: Cassette, folder: Path, mode: RecordMode, proxy: str | None = None
) -> tuple[bytes, ...]:
    """Send the cassette's requests through vcrpy; gives the bodies as the client decoded them."""
    settings = vcr.VCR(
        serializer=cassette.serializer,
        decode_compressed_response=cassette.decoded,
        record_mode=mode,
    )
    with settings.use_cassette(str(folder / cassette.file)):
        return tuple(_send(call, cassette.client, proxy) for call in cassette.calls)


def _send(call: Call, client: Client, proxy: str | None) -> bytes:
    match client:
        case "httpx":
            return _send_by_httpx(call, proxy)
        case "requests":
            return _send_by_requests(call, proxy)


def _send_by_httpx(call: Call, proxy: str | None) -> bytes:
    with httpx.Client(proxy=proxy, trust_env=False, follow_redirects=True) as client:
        url, headers = ORIGIN + call.path, dict((*_STEADY, *call.headers))
        return client.request(call.method, url, headers=headers, content=call.body or None).content


def _send_by_requests(call: Call, proxy: str | None) -> bytes:
    with requests.Session() as session:
        session.trust_env = False
        session.proxies = {"http": proxy} if proxy else {}
        url, headers = ORIGIN + call.path, dict((*_STEADY, *call.headers))
        with session.request(call.method, url, headers=headers, data=call.data) as reply:
            return reply.content
