"""What a recorder's file provides, and the list of them all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Literal

from cassette_cli.model.bid import Offer
from cassette_cli.model.cassette import Interaction, RecorderInfo
from cassette_cli.plugins import load
from cassette_cli.source.document import Document
from cassette_cli.source.json_layer import Route


class Recorder(ABC):
    """One recorder's format. A module of this package that defines `RECORDER` is one."""

    name: str
    """As `--recorder` takes it and as messages print it."""
    version: str
    schema: str
    """The name of its JSON Schema in `schemas/recorders/`."""
    resolver: Literal["go-yaml", "pyyaml", "psych", "json"]
    """Which types its own parser gives to plain scalars; JSON's are the same for all."""
    list_route: Route
    """The keys that lead to its list of interactions."""
    mark: bytes
    """What stands in each of its files: without it a file needs no second look."""
    keys: tuple[bytes, ...]
    """Expressions for keys that its interactions have: a file with its list and with all of these
    that does not parse is one of its recordings that was damaged."""
    default_match: tuple[str, ...]
    """The request fields its matcher compares by default."""
    hook: str
    """How to have it redact a live request as the recording was: an imperative clause."""

    @abstractmethod
    def bid(self, document: Document) -> Offer:
        """How sure it is that a file, which is not empty, is its own."""

    @abstractmethod
    def read(self, document: Document) -> Iterable[Interaction]:
        """The interactions; anything missing or of the wrong shape is left out, never raised."""


def recorders() -> tuple[Recorder, ...]:
    """Every recorder there is."""
    return load("recorders", "RECORDER")


def recorder_of(info: RecorderInfo) -> Recorder:
    """The recorder that was chosen."""
    wanted = (info.name, info.version)
    return next(one for one in recorders() if (one.name, one.version) == wanted)


def names_of(recorder: Recorder) -> tuple[str, str]:
    """What a recorder may be called in options and in the configuration."""
    return recorder.name, f"{recorder.name}-v{recorder.version}"
