"""What a recorder's file provides, and the choice between recorders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Protocol

from cassette_cli.errors import UnrecognizedError, UsageError
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer, best
from cassette_cli.model.cassette import Interaction
from cassette_cli.plugins import load
from cassette_cli.recorders.unsupported import known_as
from cassette_cli.source.document import Document
from cassette_cli.source.node import Mapping, Node, Sequence, text_of


class Recorder(Protocol):
    """One recorder's format. A module of this package that defines `RECORDER` is one."""

    name: str
    """As `--recorder` takes it and as messages print it."""
    version: str
    schema: str
    """The name of its JSON Schema in `schemas/recorders/`."""
    resolver: str
    """Which YAML types its own parser gives to plain scalars: `go-yaml` or `pyyaml`."""
    default_match: tuple[str, ...]
    """The request fields its matcher compares by default."""

    def bid(self, root: Node) -> Offer:
        """How sure it is that a file with this root is its own."""
        ...

    def read(self, document: Document) -> Iterable[Interaction]:
        """The interactions; anything missing or of the wrong shape is left out, never raised."""
        ...


_MARKS = (
    re.compile(
        rb"(?m:^[\"']?(?:http_)?interactions[\"']?:)"
        rb"|\A(?:\xef\xbb\xbf)?\s*\{[\x00-\xff]*?\"(?:http_)?interactions\"\s*:"
    ),
    re.compile(rb"\brequest[\"']?:"),
    re.compile(rb"\bresponse[\"']?:"),
)


_NAME = lazy(r"[A-Za-z_][A-Za-z_./-]{0,30}[0-9]{0,3}")
"""A name that somebody gave; a key that holds a secret looks otherwise."""


def recorders() -> tuple[Recorder, ...]:
    """Every recorder there is."""
    return load("recorders", "RECORDER")


_OTHERS = frozenset(
    {
        ".adoc", ".c", ".cc", ".cpp", ".cs", ".diff", ".go", ".h", ".html", ".ipynb", ".java",
        ".js", ".jsx", ".kt", ".md", ".mjs", ".patch", ".php", ".py", ".pyi", ".rb", ".rs",
        ".rst", ".sh", ".swift", ".toml", ".ts", ".tsx",
    }
)  # fmt: skip
"""Endings of programs and of prose, which quote recordings."""


def bears_marks(name: str, data: bytes) -> bool:
    """Whether a file that does not parse looks like a recording, by its name and its words."""
    likely = PurePath(name).suffix.lower() not in _OTHERS
    return likely and all(mark.search(data) for mark in _MARKS)


def choose(document: Document, named: str | None = None) -> tuple[Recorder, str]:
    """The recorder of a document and the reason.

    Raises:
        UnrecognizedError: no recorder recognises it, or not the one that was named.
        UsageError: no recorder has that name.
    """
    root = document.root
    candidates = [one for one in recorders() if named is None or named in _names(one)]
    if not candidates:
        known = ", ".join(sorted({name for one in recorders() for name in _names(one)}))
        raise UsageError(f"no recorder is called {named}", hint=f"known are {known}")
    offers = [(one, one.bid(root)) for one in candidates] if root is not None else []
    winner = best(offers)
    if winner is None:
        who = f"{named} does not recognise" if named else "no recorder recognises"
        raise UnrecognizedError(
            f"{who} it",
            found=describe_root(root),
            tried=_tried(offers),
            hint=known_as(root) or _next_step(root, named),
        )
    return winner[0], winner[1].because


def _names(recorder: Recorder) -> tuple[str, str]:
    return recorder.name, f"{recorder.name}-v{recorder.version}"


def _tried(offers: list[tuple[Recorder, Offer]]) -> str | None:
    reasons = [
        f"{one.name} v{one.version} ({offer.because})"
        for one, offer in offers
        if offer.bid is Bid.NO
    ]
    return ", ".join(reasons) or None


def _next_step(root: Node | None, named: str | None) -> str:
    if root is None:
        return "an empty file is no cassette"
    if named:
        return "leave --recorder out to see which recorder it is"
    return "name it with --recorder to see what it lacks"


def describe_root(root: Node | None) -> str:
    """What a file holds at its top, for a message: kinds and key names, never a value."""
    if isinstance(root, Mapping):
        names = [text_of(key) or "" for key, _ in root.entries]
        shown = ", ".join(name if _NAME.fullmatch(name) else "?" for name in names[:6])
        return f"top-level keys {shown}{' ...' if len(names) > 6 else ''}" if names else "{}"
    if isinstance(root, Sequence):
        return f"a list of {len(root.items)}"
    return "nothing" if root is None else "a single text"
