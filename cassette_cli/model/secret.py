"""A detected secret: a value that does not print."""

from __future__ import annotations

from dataclasses import dataclass

from cassette_cli.model.kind import Kind
from cassette_cli.source.layer import Place


@dataclass(frozen=True, slots=True)
class Secret:
    """What kind of secret stands where. The value itself leaves by `reveal` alone."""

    of: Kind
    place: Place
    where: str
    """In words: `header Authorization`, `URL parameter key`. Holds foreign names."""

    @property
    def kind(self) -> str:
        """The kind's name: `openai-api-key`."""
        return self.of.name

    @property
    def secret_class(self) -> str:
        """`credential`, `private-key`, `signed-url`, `session-cookie`, `bot-cookie` ..."""
        return self.of.secret_class.value

    @property
    def length(self) -> int:
        """Characters of the value."""
        return self.place.span.end - self.place.span.start

    def reveal(self) -> str:
        """The value, for the placeholder table and the search for its other spellings alone."""
        start, end = self.place.span
        return str(self.place.layer.value[start:end])

    def __repr__(self) -> str:
        return f"Secret({self.kind}, {self.where}, {self.length} characters)"
