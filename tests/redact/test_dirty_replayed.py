"""vcrpy replays what was cleaned, every field of the request compared."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
import vcr
from support import ROOT
from vcr.record_mode import RecordMode

sys.path.insert(0, str(ROOT))

from cassette_cli.ops.load import load
from cassette_cli.ops.redact import Redacted, redact
from examples import by_vcrpy, plan
from examples import dirty as plans
from examples.synthetic import secrets

MATCH = ("method", "uri", "body", "headers")


@pytest.fixture
def folder(dirty: Callable[[str], Path]) -> Path:
    return dirty("vcrpy")


def cleaned(folder: Path, one: plan.Cassette) -> Redacted:
    return redact(load(one.file, (folder / one.file).read_bytes()), MATCH)


def substitutions(folder: Path, one: plan.Cassette) -> dict[str, str]:
    """What stood in the file, and what stands there now."""
    result = cleaned(folder, one)
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


@pytest.mark.parametrize("one", plans.PLANS["vcrpy"], ids=lambda one: one.file)
def test_vcrpy_replays_what_was_cleaned(
    folder: Path, one: plan.Cassette, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is compared, and the live request filtered as the recording was."""
    (tmp_path / one.file).write_bytes(cleaned(folder, one).after.data)
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
    one = next(each for each in plans.PLANS["vcrpy"] if each.name == "url-query")
    result = cleaned(folder, one)
    assert [each.field for each in result.impacts] == ["request.uri"]
    (tmp_path / one.file).write_bytes(result.after.data)
    with (
        offline(monkeypatch),
        pytest.raises(Exception, match=r"CannotOverwrite|no recorded|Can.t overwrite"),
    ):
        replay(one, tmp_path, {})
