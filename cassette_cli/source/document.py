"""The document: a file with its tree, and the links of the chain that begin at its scalars."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager

from cassette_cli.errors import LimitError, UnreadableError
from cassette_cli.source.base64_layer import Base64, is_base64
from cassette_cli.source.charset_layer import CharsetText
from cassette_cli.source.file_layer import FileLayer
from cassette_cli.source.file_scalar import FileScalar
from cassette_cli.source.json_layer import Route
from cassette_cli.source.json_scalar import JsonScalar
from cassette_cli.source.layer import Layer
from cassette_cli.source.node import BINARY_TAGS, Node, Scalar, resolved
from cassette_cli.source.parsed import Parsed
from cassette_cli.source.read_file import parse
from cassette_cli.source.routes import descend, follow
from cassette_cli.source.scalar.layer import YamlScalar
from cassette_cli.source.spans import Span
from cassette_cli.source.text import where

MAX_FILE_SIZE = 512 * 1024 * 1024
"""Bytes; a larger file is refused before it is decoded."""


class Document(FileLayer):
    """A decoded file, its tree, and a layer for each scalar that somebody asks for."""

    def __init__(self, name: str, data: bytes, text: str, parsed: Parsed) -> None:
        super().__init__(name, data, text, parsed)
        self._scalars: dict[int, FileScalar] = {}
        self._binaries: dict[int, Base64] = {}

    def scalar(self, node: Scalar) -> FileScalar:
        """The layer of a scalar of this document; the same object at every call."""
        layer = self._scalars.get(node.start)
        if layer is None:
            kind = JsonScalar if self.parsed.format == "json" else YamlScalar
            layer = self._scalars[node.start] = kind(self, node)
        return layer

    def text(self, node: Scalar) -> Layer[str]:
        """The text a scalar stands for: the bytes of a binary one are read as UTF-8 or Latin-1."""
        layer = self.scalar(node)
        data = self.binary(node)
        if data is None:
            return layer
        return as_text(data)

    def binary(self, node: Scalar) -> Base64 | None:
        """The bytes of a scalar tagged `!!binary` (YAML) or `!binary` (Ruby); None for others.

        A tagged scalar that is not base64 is a text like any other.
        """
        return self.base64(node) if node.tag in BINARY_TAGS else None

    def base64(self, node: Scalar) -> Base64 | None:
        """The bytes behind a scalar's base64; None where it is not well-formed."""
        if not is_base64(node.value):
            return None
        known = self._binaries.get(node.start)
        if known is None:
            span = Span(0, len(node.value))
            known = self._binaries[node.start] = Base64(self.scalar(node), span)
        return known

    def release(self) -> None:
        """Forget every layer, when nobody will ask any more: they and the document hold each other,
        and only the garbage collector would part them."""
        self._scalars.clear()
        self._binaries.clear()

    def route(self, offset: int) -> tuple[Route, Node | None]:
        """Steps to the smallest node at `offset`, and that node; a key leads to its value.

        No steps lead into further documents: a recording is the first.
        """
        number = bisect_right(self.parsed.roots, offset, key=lambda root: root.start) - 1
        root = self.parsed.roots[number] if number > 0 else self.root
        route, node = descend(root, offset)
        return (route if number <= 0 else ()), node

    def node_at(self, route: Route) -> Node | None:
        """The node that a route leads to, or as far as it leads; None in an empty file."""
        along = [node for _, node in self._along(route)]
        return along[-1] if along else self.root

    def starts_along(self, route: Route) -> Iterator[int]:
        """Where each entry (by its key) and each item along a route begins, outermost first."""
        return (start for start, _ in self._along(route))

    def _along(self, route: Route) -> Iterator[tuple[int, Node]]:
        """Where each entry and item begins, and what stands there, as far as a route leads."""
        node = self.root
        for step in route:
            found = follow(node, step)
            if found is None:
                return
            node = resolved(found[1])
            yield found[0], node


def read_document(name: str, data: bytes) -> Document:
    """Decode and parse one file.

    Raises:
        UnreadableError: not UTF-8 (with the 0-based byte offset), or neither YAML nor JSON.
        LimitError: larger, or nested deeper, than any recording is.
    """
    if len(data) > MAX_FILE_SIZE:
        raise LimitError(f"larger than {MAX_FILE_SIZE} bytes", found=f"{len(data)} bytes")
    text = decode(data)
    with collector_off():
        return Document(name, data, text, parse(name, text))


def decode(data: bytes) -> str:
    """The text of UTF-8 bytes, a BOM kept as its first character."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        raise UnreadableError(
            "not UTF-8",
            found=f"byte 0x{data[error.start]:02x} at byte offset {error.start}",
            where=where(before, len(before)),
            hint="recorders write UTF-8; convert the file, or exclude it",
        ) from None


def as_text(data: Layer[bytes]) -> CharsetText:
    """Bytes as UTF-8 where they are, else as Latin-1, which any bytes are."""
    charset = "utf-8" if is_utf8(data.value) else "latin-1"
    return CharsetText(data, Span(0, len(data.value)), charset)


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are well-formed UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@contextmanager
def collector_off() -> Iterator[None]:
    """No garbage collection while a tree is built: it makes no cycles and 25 % of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
