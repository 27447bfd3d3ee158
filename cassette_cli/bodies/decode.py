"""A stored body to a decoded one: base64, content codings, charset, and what it then is."""

from __future__ import annotations

import re
from typing import Any

from cassette_cli.bodies.coding import CODINGS, MAGIC
from cassette_cli.bodies.decompressed import Decompressed
from cassette_cli.bodies.own_charset import cut_utf8, own_charset
from cassette_cli.bodies.reader import Content, choose, reader_of
from cassette_cli.bodies.tree_text import tree_text
from cassette_cli.lazy import lazy
from cassette_cli.model.body import Body
from cassette_cli.model.cassette import Message
from cassette_cli.model.config import DEFAULT_DECODED_SIZE
from cassette_cli.source.charset_layer import CharsetText
from cassette_cli.source.document import is_utf8
from cassette_cli.source.layer import Layer
from cassette_cli.source.spans import Span
from cassette_cli.source.text import utf8

_NO_CODINGS = ("", "identity", "none", "aws-chunked")
"""Words in the header that change nothing; the last is S3's word for a signed upload."""

_NO_CHARSETS = ("ASCII-8BIT", "BINARY")
"""Ruby's words for bytes that are no text."""

_CHARSET = lazy(r"charset\s*=\s*\"?([\w.:-]+)", re.I)


def decode_body(message: Message, limit: int = DEFAULT_DECODED_SIZE) -> Body:
    """Undo every encoding of a message's body that can be undone.

    `limit` is the most bytes it may decode to. A body that cannot be decoded is still a body: it
    is kept as the bytes that there are, with the problem in words.

    Raises:
        LimitError: it decodes to more than `limit` bytes.
    """
    return _Decoder(message, limit).decode()


def content_codings(message: Message) -> list[str]:
    """The codings that a message says its body has, the one applied first at the start."""
    value = ",".join(layer.value for layer in message.header_values("content-encoding"))
    names = [name.strip().lower() for name in value.split(",")]
    return [name for name in names if name not in _NO_CODINGS]


class _Decoder:
    def __init__(self, message: Message, limit: int) -> None:
        self.message = message
        self.limit = limit
        self.content_type = message.content_type
        self.content_encoding = message.header("content-encoding")
        self.problem: str | None = None
        self.left: list[str] = content_codings(message)
        """Codings not undone, the one applied first at the start."""

    def decode(self) -> Body:
        stored = self.message.stored
        if stored.stored_as == "tree" and stored.node is not None:
            size, reader = len(utf8(tree_text(stored.node))), reader_of("json")
            because = "it is stored as a tree"
            return self._described("json", because, size, tree=stored.node, reader=reader)
        if stored.data is not None:
            return self._bytes(self._decompress(stored.data))
        if stored.text is None:
            return self._described("empty", "there is none")
        return self._body(stored.text)

    def _decompress(self, data: Layer[bytes]) -> Layer[bytes]:
        """Undo what the header declares, last applied first; stored plain, it stays as it is."""
        while self.left:
            name = self.left[-1]
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
            self.left.pop()
        return data

    def _bytes(self, data: Layer[bytes]) -> Body:
        text = None if self.problem else self._charset(data)
        return self._body(text, data)

    def _charset(self, data: Layer[bytes]) -> Layer[str] | None:
        """The bytes as text: UTF-8 if they are, else the declared charset, else none.

        UTF-16 and ISO 2022 may pass for UTF-8, with zeros and escapes in it.
        """
        whole = Span(0, len(data.value))
        declared = _CHARSET.search(self.content_type or "")
        odd = b"\0" in data.value or b"\x1b" in data.value
        if is_utf8(data.value) and not (declared and odd):
            return None if b"\0" in data.value else CharsetText(data, whole, "utf-8")
        said = declared.group(1) if declared is not None else self._recorded_charset()
        charset = said or own_charset(data.value)
        if charset is None or charset.lower() in ("utf-8", "utf8"):
            end = cut_utf8(data.value, self.content_type)
            if end is not None and not odd:
                return CharsetText(data, Span(0, end), "utf-8")
        if charset is None:
            return None
        try:
            return CharsetText(data, whole, charset)
        except (LookupError, ValueError):
            if declared is not None:
                self.problem = f"it is not {charset[:40]}, its declared charset"
            return None

    def _recorded_charset(self) -> str | None:
        """What the recorder took the bytes for, if that is a charset at all."""
        charset = self.message.stored.charset
        return charset if charset and charset.upper() not in _NO_CHARSETS else None

    def _body(self, text: Layer[str] | None, data: Layer[bytes] | None = None) -> Body:
        content = Content(
            text.value if text is not None else None,
            data.value if data is not None else None,
            self.content_type or "",
            self.message.side,
        )
        if not (content.text if content.data is None else content.data):
            return self._described("empty", "it is empty", text=text, data=data)
        reader, because = choose(content)
        if self.left and not self.problem:
            because += f"; it is stored plain, though its content encoding is {self.left[-1][:40]}"
        kind = reader.kind(content)
        size = len(content.data if content.data is not None else utf8(content.text or ""))
        return self._described(kind, because, size, text=text, data=data, reader=reader)

    def _described(self, kind: str, because: str, size: int = 0, **parts: Any) -> Body:
        """A body under the message's own words for it."""
        stored_as = self.message.stored.stored_as
        typed = self.content_type, self.content_encoding
        return Body(kind, size, *typed, stored_as, because, problem=self.problem, **parts)
