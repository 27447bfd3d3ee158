"""Sounds, protobuf messages and other bytes: named, measured where they say, and hashed."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile

import pytest
import zstandard
from handmade import body, boxed, facts, flac, wav
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.model.view import FactsView

MP3 = b"ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x64"
SOUNDS = {
    "wav": (wav(8000, 1, 1.5), ("1.5 s", "8,000 Hz", "mono")),
    "stereo wav": (wav(44100, 2, 0.25), ("0.2 s", "44,100 Hz", "stereo")),
    "wav of six": (wav(48000, 6, 0.1), ("0.1 s", "48,000 Hz", "6 channels")),
    "flac": (flac(44100, 2, 441_000), ("10.0 s", "44,100 Hz", "stereo")),
    "flac of unknown length": (flac(96000, 8, 0), ("96,000 Hz", "8 channels")),
    "mp3": (MP3, ()),
    "ogg": (b"OggS\0\2\xff\xff", ()),
    "m4a": (boxed(b"M4A "), ()),
    "amr": (b"#!AMR\n\x3c\xff", ()),
}


@pytest.mark.parametrize("name", SOUNDS)
@pytest.mark.parametrize("content_type", ["", "audio/mpeg", "application/octet-stream"])
def test_a_sound_is_named_and_measured(name: str, content_type: str) -> None:
    data, said = SOUNDS[name]
    made = body(data, content_type)
    assert (made.kind, made.size) == (name.removeprefix("stereo ").split()[0], len(data))
    assert facts(data, content_type) == said


def test_mp3_without_tags_is_known_by_its_type_alone() -> None:
    data = b"\xff\xfb\x90\x64\0\0"
    assert [body(data, kind).kind for kind in ("audio/mpeg", "audio/aac", None)] == [
        "mp3", "audio", "binary",
    ]  # fmt: skip


@pytest.mark.parametrize("start", [b"ID3", b"OggS", b"fLaC", b"#!AMR"])
def test_a_signature_counts_only_at_the_start(start: bytes) -> None:
    assert body(b"\xff\0\0\x10" + start + b"\0\0").kind == "binary"


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_cut_at_any_byte_is_still_shown(name: str) -> None:
    data, said = SOUNDS[name]
    for end in range(1, min(60, len(data))):
        told = facts(data[:end] + b"\xff", "audio/wav")
        assert told == () or told[-2:] == said[-2:]


def test_a_wav_whose_header_says_nothing_is_no_crash() -> None:
    silent = wav(0, 0, 0)
    assert facts(silent + b"\xff") == ("0 Hz", "0 channels")


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", b"a" * 99)
    return file.getvalue()


FILES = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "zip": zipped(),
    "gzip": gzip.compress(b"a"),
    "zstd": zstandard.compress(b"a"),
    "webm": b"\x1aE\xdf\xa3\x9f",
    "sqlite": b"SQLite format 3\0\x10\0\xff",
    "mp4": boxed(b"isom"),
    "binary": b"\xff\0\1",
}


def hashed(made: object) -> tuple[str, ...]:
    assert isinstance(made, FactsView)
    return made.facts


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("content_type", ["", "application/octet-stream", "application/json"])
def test_a_file_is_known_by_its_signature_and_hashed(kind: str, content_type: str) -> None:
    data = FILES[kind]
    made = body(data, content_type)
    assert (made.kind, made.size, made.problem) == (kind, len(data), None)
    assert hashed(made.view()) == (f"sha256 {hashlib.sha256(data).hexdigest()[:16]}",)


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_have_the_hash_that_anybody_computes(data: bytes) -> None:
    made = body(data, "application/protobuf")
    if made.kind == "protobuf":
        assert hashed(made.view()) == (f"sha256 {hashlib.sha256(data).hexdigest()[:16]}",)


PROTOBUF = b"\x0a\x06grok-4\x12\x02\xff\x01"


@pytest.mark.parametrize(
    "content_type",
    ["application/protobuf", "application/x-protobuf; messageType=a.b", "application/grpc"],
)
def test_a_message_is_claimed_and_its_plain_texts_are_found(content_type: str) -> None:
    made = body(PROTOBUF, content_type)
    assert (made.kind, made.size) == ("protobuf", len(PROTOBUF))
    ((name, text),) = made.texts()
    at = text.value.index("grok-4")
    assert (name, PROTOBUF[at : at + 6], len(text.value)) == (None, b"grok-4", len(PROTOBUF))


@pytest.mark.parametrize("kind", FILES)
def test_bytes_are_looked_through_byte_for_character(kind: str) -> None:
    (_, text), *unpacked = body(FILES[kind]).texts()
    assert text.value.encode("latin-1") == FILES[kind]
    assert bool(unpacked) == (kind in ("gzip", "zstd"))
