"""vcrpy replays cleaned bodies of every coding, and the client decodes them."""

from __future__ import annotations

import gzip
import json
import socket
import zlib
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import brotli
import httpx
import pytest
import vcr
import zstandard
from planted import letters
from redacting import clean, go_vcr, vcrpy
from vcr.record_mode import RecordMode

SECRET = letters("replayed", 32)
PLAIN = json.dumps({"client_secret": SECRET, "pad": "a" * 99}).encode()
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "identity": bytes,
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}


@pytest.mark.parametrize("coding", CODINGS)
def test_vcrpy_replays(coding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = CODINGS[coding](PLAIN)
    length = f"Content-Length: ['{len(packed)}']"
    text = vcrpy(
        response=f"!!binary {b64encode(packed).decode()}",
        more=f"Content-Encoding: [{coding}]\n      {length}",
        request=f"'secret_key={SECRET}'",
    )
    result = clean(text, changed=[f"'{len(packed)}'"], gone=[SECRET])
    path = tmp_path / "replayed.yaml"
    path.write_bytes(result.after.data)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("network"))
    with vcr.use_cassette(str(path), record_mode=RecordMode.NONE) as tape:
        reply = httpx.post("https://api.example.com/v1/things")
        assert tape.all_played
    assert reply.json()["pad"] == "a" * 99
    assert reply.json()["client_secret"].startswith("REDACTED-")


def test_types_stay_in_go_vcr() -> None:
    """What go-yaml reads into `int64`, `bool` and `time.Duration` is what it was."""
    from ruamel.yaml import YAML

    body = json.dumps({"client_secret": SECRET})
    text = go_vcr(request=f"'{body}'", length=str(len(body)), form=f"{{key: ['{SECRET}', 1]}}")
    before, after = (YAML(typ="safe").load(one) for one in (text, clean(text).after.value))
    assert shape(before) == shape(after)
    assert after["interactions"][0]["request"]["content_length"] == len(body)


def shape(value: object) -> object:
    """The types of a tree, its keys kept."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value]
    return type(value)


@pytest.mark.parametrize("bare", ["12345678", "1.234567", "true1234"])
def test_a_bare_scalar_in_a_form_stays_text_or_number(bare: str) -> None:
    from ruamel.yaml import YAML

    text = go_vcr(form=f"{{password: [{bare}], next: [1]}}")
    before, after = (YAML(typ="safe").load(one) for one in (text, clean(text).after.value))
    old, new = (one["interactions"][0]["request"]["form"]["password"] for one in (before, after))
    assert (type(old[0]), len(str(old[0]))) == (type(new[0]), len(str(new[0])))
