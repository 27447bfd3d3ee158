"""Whether the chunks of a stream belong together, and none of them is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from cassette_cli.model.stream import Problem
from cassette_cli.streams.chunk import Chunk


class Continuity:
    """Takes what chunks say of their stream, and of their place in it."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._mixed: dict[str, Chunk] = {}
        self._numbers: dict[str, dict[int, Chunk]] = {}

    def named(self, what: str, name: Any, chunk: Chunk) -> None:
        """Take a name that all chunks should have alike."""
        if isinstance(name, str) and name and self._names.setdefault(what, name) != name:
            self._mixed.setdefault(what, chunk)

    def numbered(self, what: str, number: Any, chunk: Chunk) -> None:
        """Take the number of one of several things that are counted, in whatever order."""
        if type(number) is int:
            self._numbers.setdefault(what, {}).setdefault(number, chunk)

    def problems(self) -> Iterator[Problem]:
        """The first chunk with another name, and every number that is missing between others."""
        for what, chunk in self._mixed.items():
            words = f"a chunk has another {what} than those before it"
            yield Problem("mixed-stream-ids", words, chunk.place)
        for what, chunks in self._numbers.items():
            for before, number in pairwise(sorted(chunks)):
                if number > before + 1:
                    words = f"the {what} are numbered {before} and then {number}"
                    yield Problem("missing-chunk", words, chunks[number].place)
