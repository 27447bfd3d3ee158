"""Recordings that are known and not read: naming one helps more than saying it is unknown."""

from __future__ import annotations

from cassette_cli.recorders.fields import entry, items
from cassette_cli.source.node import Mapping, Node, Sequence

_PICKLED = "python/object"
"""In the tag of what vcrpy pickled before its format 1 (`vcr/migration.py`)."""

_GRPC = ("request_sample", "request_stream", "response_sample", "response_stream")


def known_as(root: Node | None) -> str | None:
    """What a file is that no recorder here takes, in a sentence; None where nobody knows."""
    if isinstance(root, Sequence):
        return _known_list(root)
    if not isinstance(root, Mapping):
        return None
    if entry(root, "http_interactions") is not None:
        return "Ruby VCR and Betamax write this, which this version does not read"
    if entry(entry(root, "log"), "entries") is not None:
        return "HAR, Polly.js's for one, is not read by this version"
    return _known_exchanges(entry(root, "interactions"))


def _known_list(root: Sequence) -> str | None:
    first = next(iter(items(root)), None)
    request = entry(first, "request")
    if request is None or entry(first, "response") is None:
        return None
    if _PICKLED in (request.tag or ""):
        return "vcrpy pickled requests like this before its format 1: python -m vcr.migration PATH"
    return "PHP-VCR writes a list like this, which this version does not read"


def _known_exchanges(node: Node | None) -> str | None:
    """By the first exchange: these are no HTTP."""
    first = next(iter(items(node)), None)
    if entry(first, "direction") is not None and entry(first, "kind") is not None:
        return "its interactions are frames of a websocket, which this version does not read"
    if any(entry(first, name) is not None for name in _GRPC):
        return "its interactions are gRPC calls, which this version does not read"
    return None
