"""A stored body to a decoded one: base64, content codings, charset, and what it then is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from cassette_cli.bodies.binary import binary_kind
from cassette_cli.bodies.coding import CODINGS, MAGIC
from cassette_cli.bodies.decompressed import Decompressed
from cassette_cli.bodies.tree_text import tree_text
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer, best
from cassette_cli.model.body import Body
from cassette_cli.model.cassette import Message
from cassette_cli.model.config import DEFAULT_DECODED_SIZE
from cassette_cli.plugins import load
from cassette_cli.source.charset_layer import CharsetText
from cassette_cli.source.document import is_utf8
from cassette_cli.source.layer import Layer
from cassette_cli.source.spans import Span
from cassette_cli.source.text import utf8

_NO_CODINGS = ("", "identity", "none", "aws-chunked")
"""Words in the header that change nothing; the last is S3's word for a signed upload."""

_CHARSET = lazy(r"charset\s*=\s*\"?([\w.:-]+)", re.I)


class BodyReader(Protocol):
    """One kind of text body. A module of this package that defines `BODY` is one."""

    name: str

    def bid(self, text: str, media_type: str) -> Offer:
        """How sure it is that `text`, with this media type (lower case, or ""), is its own."""
        ...


def decode_body(message: Message, limit: int = DEFAULT_DECODED_SIZE) -> Body:
    """Undo every encoding of a message's body that can be undone.

    `limit` is the most bytes it may decode to. A body that cannot be decoded is still a body: it
    is kept as the bytes that there are, with the problem in words.

    Raises:
        LimitError: it decodes to more than `limit` bytes.
    """
    return _Decoder(message, limit).decode()


class _Decoder:
    def __init__(self, message: Message, limit: int) -> None:
        self.message = message
        self.limit = limit
        self.content_type = message.header("content-type")
        self.content_encoding = message.header("content-encoding")
        self.media_type = (self.content_type or "").split(";")[0].strip().lower()
        self.problem: str | None = None

    def decode(self) -> Body:
        stored = self.message.stored
        if stored.stored_as == "tree" and stored.node is not None:
            size = len(utf8(tree_text(stored.node)))
            return self._body("json", size, "it is stored as a tree", tree=stored.node)
        if stored.data is not None:
            return self._bytes(self._decompress(stored.data))
        if stored.text is None:
            return self._body("empty", 0, "there is none")
        return self._text(stored.text)

    def _decompress(self, data: Layer[bytes]) -> Layer[bytes]:
        """Undo what the header declares, last applied first; stored plain, it stays as it is."""
        for name in reversed(self._declared()):
            coding = CODINGS.get(name)
            if not data.value or (coding is None and is_utf8(data.value)):
                break
            if coding is None:
                self.problem = f"content encoding {name[:40]} is not known"
                break
            try:
                data = Decompressed(data, coding, self.limit)
            except ValueError as error:
                magic = MAGIC.get(coding.name)
                if (magic and data.value.startswith(magic[:2])) or not is_utf8(data.value):
                    self.problem = f"its {coding.name} encoding is {error}"
                break
        return data

    def _declared(self) -> list[str]:
        value = ",".join(layer.value for layer in self.message.header_values("content-encoding"))
        names = [name.strip().lower() for name in value.split(",")]
        return [name for name in names if name not in _NO_CODINGS]

    def _bytes(self, data: Layer[bytes]) -> Body:
        text = None if self.problem else self._charset(data)
        if text is not None:
            return self._text(text, data)
        kind = binary_kind(data.value)
        return self._body(kind, len(data.value), "its bytes are no text", data=data)

    def _charset(self, data: Layer[bytes]) -> Layer[str] | None:
        """The bytes as text: UTF-8 if they are, else the declared charset, else none.

        UTF-16 and ISO 2022 may pass for UTF-8, with zeros and escapes in it.
        """
        whole = Span(0, len(data.value))
        declared = _CHARSET.search(self.content_type or "")
        odd = b"\0" in data.value or b"\x1b" in data.value
        if is_utf8(data.value) and not (declared and odd):
            return None if b"\0" in data.value else CharsetText(data, whole, "utf-8")
        if declared is None:
            return None
        try:
            return CharsetText(data, whole, declared.group(1))
        except (LookupError, ValueError):
            self.problem = f"it is not {declared.group(1)[:40]}, its declared charset"
            return None

    def _text(self, text: Layer[str], data: Layer[bytes] | None = None) -> Body:
        size = len(data.value) if data is not None else len(utf8(text.value))
        if not text.value:
            return self._body("empty", 0, "it is empty", text=text, data=data)
        kind, offer = self._choose(text.value)
        if kind == "form" and not self.media_type and self.message.side == "response":
            kind, offer = "text", Offer(Bid.MAYBE, "it is text; servers do not answer in forms")
        return self._body(kind, size, offer.because, text=text, data=data)

    def _choose(self, text: str) -> tuple[str, Offer]:
        readers: Iterable[BodyReader] = load("bodies", "BODY")
        winner = best((reader, reader.bid(text, self.media_type)) for reader in readers)
        return (winner[0].name, winner[1]) if winner else ("text", Offer(Bid.MAYBE, "it is text"))

    def _body(self, kind: str, size: int, because: str, **parts: object) -> Body:
        return Body(
            kind,
            size,
            self.content_type,
            self.content_encoding,
            self.message.stored.stored_as,
            because,
            problem=self.problem,
            **parts,  # type: ignore[arg-type]
        )
