"""Recordings that are known and not read: naming one helps more than saying it is unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cassette_cli.lazy import lazy
from cassette_cli.recorders.exchanges import listed
from cassette_cli.recorders.fields import entry, items
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A kind of recording, its name in the plural, and what to do about one: a clause."""

    name: str
    advice: str


_PICKLES = Unsupported(
    "pickled vcrpy recordings", "python -m vcr.migration PATH brings them to its format 1"
)
_VCR_1 = Unsupported("VCR 1 recordings", "VCR 2 and newer refuse them as well: record again")
_PHP_VCR = Unsupported(
    "PHP-VCR recordings",
    "they are bare lists, without the name of a format or its version: check them by other means",
)
_CASSETTER = Unsupported(
    "cassetter recordings", "their bodies are parsed and typed: cassetter has checks of its own"
)
_ERB = Unsupported(
    "ERB templates", "Ruby VCR renders them before it reads them: redact what they are made of"
)

_LIST = lazy(rb"\A(?:\xef\xbb\xbf)?(?:---)?\s*(?:-|\[\s*\{)\s*(?:!\S+\s+)?[\"']?request[\"']?\s*:")
_CODE = lazy(rb"<%[=#-]?")
_TOML = lazy(rb"^\[\[(?:grpc_|ws_)?interactions\]\]\s*$[\s\S]*^\[interactions\.", re.MULTILINE)


def may_be_unsupported(data: bytes) -> bool:
    """A glance at a file: whether it begins as lists of exchanges do."""
    return _LIST.match(data) is not None


def known_as(root: Node | None) -> Unsupported | None:
    """What a file is that no recorder here takes; None where nobody knows."""
    if is_cassetter(root):
        return _CASSETTER
    if not isinstance(root, Sequence):
        return None
    first = next(iter(items(root)), None)
    request, response = entry(first, "request"), entry(first, "response")
    if request is None or response is None:
        return None
    if "python/object" in (request.tag or ""):
        return _PICKLES
    if "ruby/struct:VCR" in (request.tag or ""):
        return _VCR_1
    is_php = entry(request, "url") is not None and entry(response, "status") is not None
    return _PHP_VCR if is_php else None


def is_cassetter(root: Node | None) -> bool:
    """Whether cassetter wrote it: vcrpy's keys, bodies with a type, the status a number."""
    first = next(iter(listed(root)), None)
    body = entry(entry(first, "request"), "body") or entry(entry(first, "response"), "body")
    typed = isinstance(body, Mapping) and entry(body, "type") is not None
    return typed and isinstance(entry(entry(first, "response"), "status"), Scalar)


def known_by_text(data: bytes) -> Unsupported | None:
    """The same by the bytes of a file, which need be neither YAML nor JSON."""
    if b"http_interactions" in data and _CODE.search(data):
        return _ERB
    return _CASSETTER if b"interactions" in data and _TOML.search(data) else None
