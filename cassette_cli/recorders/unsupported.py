"""Recordings that are known and not read: naming one helps more than saying it is unknown."""

from __future__ import annotations

import re

from cassette_cli.lazy import lazy
from cassette_cli.recorders.exchanges import listed
from cassette_cli.recorders.fields import entry, items
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence

_PICKLED = "python/object"
"""In the tag of what vcrpy pickled before its format 1 (`vcr/migration.py`)."""

_CASSETTER = "cassetter keeps parsed bodies in a format of its own, which is not read"

_ERB = lazy(rb"<%[=#-]?")
_TOML = lazy(rb"^\[\[(?:grpc_|ws_)?interactions\]\]\s*$[\s\S]*^\[interactions\.", re.MULTILINE)


def known_as(root: Node | None) -> str | None:
    """What a file is that no recorder here takes, in a sentence; None where nobody knows."""
    if is_cassetter(root):
        return _CASSETTER
    if not isinstance(root, Sequence):
        return None
    first = next(iter(items(root)), None)
    request = entry(first, "request")
    if request is None or entry(first, "response") is None:
        return None
    if _PICKLED in (request.tag or ""):
        return "vcrpy pickled requests like this before its format 1: python -m vcr.migration PATH"
    return "PHP-VCR writes a list like this, which is not read: it has no format of its own"


def is_cassetter(root: Node | None) -> bool:
    """Whether cassetter wrote it: vcrpy's keys, bodies with a type, the status a number."""
    first = next(iter(listed(root)), None)
    body = entry(entry(first, "request"), "body") or entry(entry(first, "response"), "body")
    typed = isinstance(body, Mapping) and entry(body, "type") is not None
    return typed and isinstance(entry(entry(first, "response"), "status"), Scalar)


def known_by_text(data: bytes) -> str | None:
    """The same by the bytes of a file, which need be neither YAML nor JSON."""
    if b"http_interactions" in data and _ERB.search(data):
        return "an ERB template: Ruby VCR renders it before it reads it; redact what it is made of"
    return _CASSETTER if b"interactions" in data and _TOML.search(data) else None
