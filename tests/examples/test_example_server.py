"""The server can be asked directly, without the detour that recorders take."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx
import pytest

from examples import packed
from examples.server import DATE, serving


def test_it_answers_a_direct_request() -> None:
    with serving() as base_url:
        reply = httpx.get(f"{base_url}/colours/gzip", trust_env=False)
    assert reply.content == packed.PLAIN
    assert reply.headers["date"] == DATE


def test_it_streams_chunk_by_chunk() -> None:
    question = {"stream": True, "messages": []}
    with serving() as base_url:
        reply = httpx.post(f"{base_url}/v1/chat/completions", json=question, trust_env=False)
    assert reply.headers["transfer-encoding"] == "chunked"
    assert reply.text.endswith("data: [DONE]\n\n")


def test_an_unknown_address_is_a_404() -> None:
    with serving() as base_url:
        assert httpx.get(f"{base_url}/nowhere", trust_env=False).status_code == 404


def test_a_taken_port_is_an_error() -> None:
    with serving() as base_url, pytest.raises(OSError, match="in use"):
        port = urlsplit(base_url).port
        with serving(port or 0):
            pass


@pytest.mark.parametrize("body", [packed.GZIP, packed.BROTLI, packed.ZSTD])
def test_the_packed_bodies_are_worth_packing(body: bytes) -> None:
    assert len(body) < len(packed.PLAIN)
