"""Sound: type and, where the first bytes say it, rate, channels and length."""

from __future__ import annotations

from cassette_cli.bodies.reader import BodyReader, Content, fingerprint
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body
from cassette_cli.model.view import FactsView, View

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"#!AMR", "amr"),
)
_CHANNELS = {1: "mono", 2: "stereo"}


class Audio(BodyReader):
    """A sound, as type, length and hash."""

    name = "audio"

    def claims(self, media_type: str) -> bool:
        """Every kind of sound."""
        return media_type.startswith("audio/")

    def bid(self, content: Content) -> Offer:
        """By its signature, else by its media type if it is no text."""
        if content.text is not None:
            return Offer(Bid.NO, "it is text")
        kind = audio_kind(content.data or b"")
        if kind is not None:
            return Offer(Bid.PROVEN, f"it starts as {kind} sound")
        return self.claim(content)

    def kind(self, content: Content) -> str:
        """`wav`, `mp3` ..., or `audio`."""
        kind = audio_kind(content.data or b"")
        return kind or ("mp3" if content.media_type in ("audio/mpeg", "audio/mp3") else self.name)

    def view(self, body: Body) -> View | None:
        """What the header says, and a hash."""
        data = body.data.value if body.data is not None else b""
        return FactsView((*_facts(data), fingerprint(body)))


def audio_kind(data: bytes) -> str | None:
    """By signature; None for what is none of the known formats."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "wav"
    if data[4:11] == b"ftypM4A":
        return "m4a"
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)


def _facts(data: bytes) -> tuple[str, ...]:
    match audio_kind(data):
        case "wav" if data[12:16] == b"fmt " and len(data) >= 44:
            return _wav(data)
        case "flac" if len(data) >= 26:
            return _flac(data)
        case _:
            return ()


def _wav(data: bytes) -> tuple[str, ...]:
    """From the format chunk; the length from the bytes that are there."""
    channels = int.from_bytes(data[22:24], "little")
    rate = int.from_bytes(data[24:28], "little")
    per_second = int.from_bytes(data[28:32], "little")
    return _words(rate, channels, (len(data) - 44) / per_second if per_second else None)


def _flac(data: bytes) -> tuple[str, ...]:
    """From the stream info block (RFC 9639, section 8.2); 0 samples are an unknown number."""
    bits = int.from_bytes(data[18:26])
    rate, channels, samples = bits >> 44, (bits >> 41 & 7) + 1, bits & (1 << 36) - 1
    return _words(rate, channels, samples / rate if rate and samples else None)


def _words(rate: int, channels: int, seconds: float | None) -> tuple[str, ...]:
    length = () if seconds is None else (f"{seconds:.1f} s",)
    return (*length, f"{rate:,} Hz", _CHANNELS.get(channels, f"{channels} channels"))


BODY = Audio()
