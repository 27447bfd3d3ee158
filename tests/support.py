"""What tests of several folders share: the corpus, small cassettes, layers and a stopwatch."""

from __future__ import annotations

import gc
import math
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from cassette_cli.model.cassette import Cassette, Header, Response, Stored
from cassette_cli.ops.load import load
from cassette_cli.source.document import Document, read_document
from cassette_cli.source.layer import Layer, Place, Slice
from cassette_cli.source.node import Node
from cassette_cli.source.place import file_spans
from cassette_cli.source.spans import Edit, Span, splice

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def shared(*parts: str) -> Path:
    """A path below the shared folder; without it the test is skipped, or fails where told to."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        if os.environ.get("CASSETTE_NO_SKIP") == "1":
            pytest.fail(f"there is no shared/{'/'.join(parts)}")
        pytest.skip(f"there is no shared/{'/'.join(parts)}")
    return path


def shared_files(*parts: str, suffix: str = ".yaml") -> list[Path]:
    """The files below a shared folder with an ending, for parametrizing; none without it."""
    return sorted(SHARED.joinpath(*parts).rglob(f"*{suffix}"))


def document(text: str) -> Document:
    """A document of one's own."""
    return read_document("test.yaml", text.encode())


def cassette(text: str) -> Cassette:
    """A cassette of one's own."""
    return load("test.yaml", text.encode())


def text_layer(text: str) -> Slice:
    """A text one link above a document that holds nothing else."""
    parent = document("")
    parent.value = text
    return Slice(parent, Span(0, len(text)))


def bytes_layer(data: bytes) -> Layer[bytes]:
    """Bytes that came from nowhere."""
    return Raw(data)


class Raw(Layer[Any]):
    """A value at the root of a chain."""

    depth = 0

    def __init__(self, value: Any) -> None:
        self.value = value

    def outward(self, span: Span) -> list[Place]:
        return [Place(self, span)]

    def lower(self, edits: Any) -> Any:
        raise AssertionError("a root is not lowered")


def lowered(layer: Layer[Any], edits: list[Edit[Any]]) -> Any:
    """The parent's value with the edits of `layer` made in it."""
    found = [edit for _, edit in layer.lower(edits)]
    parent = layer.parent  # type: ignore[attr-defined]
    assert found == sorted(found, key=lambda edit: edit.span), "lowered edits are in order"
    return splice(parent.value, found)


def sources(place: Place) -> list[str]:
    """The pieces of the file a place came from."""
    base = place.layer
    while not isinstance(base, Document):
        base = next(iter(base.outward(Span(0, 0) if not base.value else Span(0, 1)))).layer
    return [base.value[start:end] for start, end in file_spans(place)]


def message(
    data: bytes | str | None, content_type: str | None = None, encoding: str | None = None
) -> Response:
    """A response with this stored body."""
    named = {"Content-Type": content_type, "Content-Encoding": encoding}
    headers = tuple(
        Header(text_layer(name), (text_layer(value),)) for name, value in named.items() if value
    )
    if isinstance(data, bytes):
        return Response("response", headers, Stored("base64", None, bytes_layer(data)))
    if data is None:
        return Response("response", headers, Stored("none"))
    return Response("response", headers, Stored("text", text_layer(data)))


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """How long the fastest of some runs takes: processor time, whatever else the machine does.

    Without the garbage collector, which would walk through all that other tests have left.
    """
    times = []
    gc.disable()
    try:
        for _ in range(runs):
            start = process_time()
            work()
            times.append(process_time() - start)
    finally:
        gc.enable()
    return min(times)


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times longer four times as much takes.

    The least of three tries, for other programs may run beside one; the first will do where it
    grows in proportion. What grows with the square takes sixteen times as long at every try.
    """
    least = math.inf
    for _ in range(3):
        ratio = seconds(lambda: work(4 * size)) / max(seconds(lambda: work(size)), 1e-3)
        least = min(least, ratio)
        if least < 6:
            break
    return least


def nodes(root: Node | None) -> Iterator[Node]:
    """Every node of a tree, keys included."""
    from cassette_cli.source.node import every_node

    return every_node([root]) if root is not None else iter(())


def random_edits(draw: Any, value: Any, replacements: Any) -> list[Edit[Any]]:
    """Some edits of a value, sorted, none touching the next, each with a replacement drawn."""
    from hypothesis import strategies as st

    points = draw(st.lists(st.integers(0, len(value)), max_size=6, unique=True))
    cuts = sorted(points)[: len(points) // 2 * 2]
    pairs = zip(cuts[::2], cuts[1::2], strict=True)
    return [Edit(Span(start, end), draw(replacements)) for start, end in pairs]


def random_span(draw: Any, value: Any) -> Span:
    """Some range of a value, empty ones included."""
    from hypothesis import strategies as st

    start = draw(st.integers(0, len(value)))
    return Span(start, draw(st.integers(start, len(value))))
