"""The models on Bedrock that send plain text: Titan, Llama, Mistral and Cohere
(https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.values import listed, mapping, text

_TEXTS = ("outputText", "generation", "text", "completion")
_REASONS = ("completionReason", "stop_reason", "finish_reason")
METRICS = "amazon-bedrock-invocationMetrics"


class TextReading(Reading):
    """Joins texts."""

    streamed = False

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The text, the reason why it ends, and the metrics that Bedrock adds."""
        yield from self._said(chunk, value, ())
        for name in ("results", "outputs", "generations"):
            for at, inner in listed(value, name):
                yield from self._said(chunk, inner, (name, at))
        if usage := mapping(value, METRICS):
            yield self.uses(usage)

    def _said(self, chunk: Chunk, value: dict[str, Any], route: Route) -> Iterator[Saying]:
        for name in _TEXTS:
            if more := text(value, name):
                yield self.choice().say("text", chunk.part(more, *route, name))
        for name in _REASONS:
            if value.get(name):
                yield self.choice().ends(value[name])
