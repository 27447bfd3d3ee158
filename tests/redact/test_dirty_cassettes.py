"""Cassettes that real recorders wrote full of secrets are cleaned, and vcrpy replays them."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
import vcr
from redacting import assert_only_these_changed, secrets_found
from support import ROOT
from vcr.record_mode import RecordMode

from cassette_cli.ops.load import load
from cassette_cli.ops.redact import Redacted, redact

sys.path.insert(0, str(ROOT))

from examples import by_go, by_vcrpy, dirty, plan
from examples.recording import record_dirty
from examples.synthetic import secrets

MATCH = ("method", "uri", "body", "headers")
READ = ("vcrpy", "go-vcr-v1", "go-vcr-v2")
PLACES = [(name, one) for name in READ for one in dirty.PLANS[name]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("dirty")
    for recorder in READ:
        if recorder == "vcrpy" or not by_go.missing_packages(recorder):
            record_dirty(recorder, into)
    return into


def cleaned(folder: Path, recorder: str, file: str) -> Redacted:
    path = folder / recorder / file
    if not path.exists():
        lack = f"not installed: {', '.join(by_go.missing_packages(recorder))}"
        if os.environ.get("CASSETTE_NO_SKIP") == "1":
            pytest.fail(lack)
        pytest.skip(lack)
    return redact(load(file, path.read_bytes()), MATCH)


@pytest.mark.parametrize(
    ("recorder", "one"), PLACES, ids=lambda one: getattr(one, "file", str(one))
)
def test_a_dirty_cassette_is_cleaned(folder: Path, recorder: str, one: plan.Cassette) -> None:
    result = cleaned(folder, recorder, one.file)
    old, new = result.before.document.data, result.after.data
    assert result.redactions
    assert secrets_found(old)
    assert secrets_found(new) == []
    assert [value for value in secrets().values() if value.encode() in new] == []
    assert redact(load(one.file, new), MATCH).after.data == new
    if not result.recompressed:
        assert len(old) == len(new)
        assert_only_these_changed(result)


def substitutions(folder: Path, one: plan.Cassette) -> dict[str, str]:
    """What stood in the file, and what stands there now."""
    result = cleaned(folder, "vcrpy", one.file)
    old, new = result.before.document.value, result.after.value
    if result.recompressed:
        return {}
    spans = {span for each in result.redactions for span in each.location.spans}
    return {old[start:end]: new[start:end] for start, end in spans}


@contextmanager
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a replay went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield


@pytest.mark.parametrize("one", dirty.PLANS["vcrpy"], ids=lambda one: one.file)
def test_vcrpy_replays_what_was_cleaned(
    folder: Path, one: plan.Cassette, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is compared, and the live request filtered as the recording was."""
    (tmp_path / one.file).write_bytes(cleaned(folder, "vcrpy", one.file).after.data)
    swapped = substitutions(folder, one)
    with offline(monkeypatch):
        bodies = replay(one, tmp_path, swapped)
    assert len(bodies) == len(one.calls)
    assert [value for value in secrets().values() if value.encode() in b"".join(bodies)] == []
    if one.name == "gzip-body":
        assert json.loads(bodies[0])["access_token"].startswith("REDACTED-")
    if one.name == "streamed-answer":
        assert b"".join(bodies).endswith(b"data: [DONE]\n\n")


def replay(one: plan.Cassette, folder: Path, swapped: dict[str, str]) -> list[bytes]:
    """The bodies of the replay, every field of the request compared."""

    def filtered(request: Any) -> Any:
        for old, new in swapped.items():
            request.uri = request.uri.replace(old, new)
            if request.body:
                request.body = request.body.replace(old.encode(), new.encode())
            for name, value in list(request.headers.items()):
                request.headers[name] = value.replace(old, new)
        return request

    settings = vcr.VCR(
        record_mode=RecordMode.NONE,
        match_on=("method", "uri", "body", "headers"),
        before_record_request=filtered,
    )
    with settings.use_cassette(str(folder / one.file)) as tape:
        bodies = [by_vcrpy._send(call, one.client, None) for call in one.calls]
        assert tape.all_played
    return bodies


def test_without_a_filter_the_warned_of_miss_happens(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = next(each for each in dirty.PLANS["vcrpy"] if each.name == "url-query")
    result = cleaned(folder, "vcrpy", one.file)
    assert [each.field for each in result.impacts] == ["request.uri"]
    (tmp_path / one.file).write_bytes(result.after.data)
    with (
        offline(monkeypatch),
        pytest.raises(Exception, match=r"CannotOverwrite|no recorded|Can.t overwrite"),
    ):
        replay(one, tmp_path, {})
