"""What both of Ollama's streams share (https://github.com/ollama/ollama/blob/main/docs/api.md):
JSON lines, the last of which says `done` and holds the counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.values import complaint

_COUNTS = ("_count", "_duration")


class LineReading(Reading):
    """The end of a stream, and its errors."""

    terminator = '"done": true'

    def last(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """What a line says beside its text."""
        self.identify(chunk, None, value.get("model"))
        if value.get("error"):
            yield "error", complaint(value["error"])
        if value.get("done") is not True:
            return
        self.ended = True
        if value.get("done_reason"):
            yield self.choice().ends(value["done_reason"])
        usage = {name: one for name, one in value.items() if name.endswith(_COUNTS)}
        if usage:
            yield self.uses(usage)
