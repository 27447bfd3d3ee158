"""From a file's bytes to a cassette whose bodies and streams are read on demand."""

from __future__ import annotations

from functools import partial

from cassette_cli.bodies.coding import too_large
from cassette_cli.bodies.decode import decode_body
from cassette_cli.errors import (
    LimitError,
    UnreadableError,
    UnrecognizedError,
    UnsupportedError,
)
from cassette_cli.model.body import Body
from cassette_cli.model.cassette import Cassette, Message, RecorderInfo
from cassette_cli.model.config import DEFAULT_DECODED_SIZE
from cassette_cli.recorders.choose import choose
from cassette_cli.recorders.glance import looks_damaged, quotes
from cassette_cli.recorders.recorder import Recorder, recorder_of
from cassette_cli.recorders.unsupported import known_by_text
from cassette_cli.source.document import Document, read_document
from cassette_cli.streams.protocol import read_answer, read_stream

ALL_BODIES = 4
"""All compressed bodies of a file may decode to so many times what one of them may."""


def load(
    name: str, data: bytes, *, recorder: str | None = None, limit: int = DEFAULT_DECODED_SIZE
) -> Cassette:
    """Read one cassette; `limit` is the most bytes a body may decode to.

    Raises:
        UnrecognizedError: no recorder's, or it does not parse and bears no recorder's marks.
            UnsupportedError, a kind of it: known all the same.
        UnreadableError: it bears a recorder's marks, or was forced, and cannot be read.
    """
    document = read(name, data, forced=recorder is not None)
    return attach(document, *choose(document, recorder), limit=limit)


def attach(document: Document, recorder: Recorder, info: RecorderInfo, *, limit: int) -> Cassette:
    """The cassette in a document, its bodies decoded and its streams read when asked for."""
    if document.parsed.format == "yaml":
        document.resolver = recorder.resolver
    cassette = Cassette(document, info, tuple(recorder.read(document)), limit)
    decoder = _Decoder(limit)
    for interaction in cassette.interactions:
        decode = partial(decoder.decode, interaction.index)
        for message in interaction.messages:
            message.read_body, message.read_stream = decode, read_stream
            message.read_answer = read_answer
    return cassette


class _Decoder:
    """Decodes the bodies of one file, each within the limit, and all within some times as much."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.left = ALL_BODIES * limit

    def decode(self, index: int, message: Message) -> Body:
        try:
            body = decode_body(message, self.limit)
            self.left -= body.size if body.content_encoding else 0
            if self.left < 0:
                raise too_large("all compressed bodies decode", ALL_BODIES * self.limit)
            return body
        except LimitError as error:
            words = f"interaction {index}, {message.side}: {error.message}"
            raise LimitError(words, found=error.found, hint=error.hint) from None


def reload(cassette: Cassette, document: Document) -> Cassette:
    """The cassette in an edited document, read by the same recorder within the same limit."""
    info = cassette.recorder
    return attach(document, recorder_of(info), info, limit=cassette.limit)


def read(name: str, data: bytes, *, forced: bool = False) -> Document:
    """The document in a file; one that no parser reads is unreadable only if it looks recorded.

    Raises:
        UnsupportedError: it does not parse, and is known all the same.
        UnrecognizedError: it does not parse, and does not look like a recording.
        UnreadableError: it does not parse, and looks like one or is `forced` to be one.
    """
    try:
        return read_document(name, data)
    except UnreadableError as error:
        known = None if quotes(name) else known_by_text(data)
        if known is not None:
            raise UnsupportedError(known.name, found=error.message, hint=known.advice) from error
        if forced or (looks_damaged(data) and not quotes(name)):
            raise
        hint = "name it with --recorder if it is a cassette"
        words = "no recorder recognises it"
        raise UnrecognizedError(words, found=error.message, hint=hint, where=error.where) from error
