"""Silence on real cassettes: the corpus holds no credential, so every hit is a false alarm."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml.cyaml import CSafeLoader
from ruamel.yaml.nodes import MappingNode, SequenceNode

from cassette_cli.credentials.authorization import authorization_parts
from cassette_cli.credentials.cookies import cookie_parts, set_cookie_parts
from cassette_cli.credentials.names import header_kind, json_key_kind
from cassette_cli.credentials.parts import Part
from cassette_cli.credentials.tokens import find_tokens
from cassette_cli.credentials.urls import url_parts
from cassette_cli.credentials.values import plausible_value
from cassette_cli.model.kind import Kind, SecretClass

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
QUIET = {SecretClass.ACCOUNT_IDENTIFIER, SecretClass.TELEMETRY, SecretClass.BOT_COOKIE}
Told = tuple[str, Kind | None, str]


class Loader(CSafeLoader):  # type: ignore[misc]
    """Reads any tag as what it is written on; constructs nothing."""


def construct(loader: Any, _suffix: str, node: Any) -> Any:
    if isinstance(node, MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


Loader.add_multi_constructor("", construct)


def files() -> list[Path]:
    if not CORPUS.is_dir():
        if os.environ.get("CASSETTE_NO_SKIP") == "1":
            pytest.fail("the corpus is not there")
        pytest.skip("the corpus is not there")
    suffixes = {".yaml", ".yml", ".json", ".har"}
    return sorted(path for path in CORPUS.rglob("*") if path.suffix in suffixes)


def told(node: Any, name: str = "") -> Iterator[Told]:
    """Every place in a recording whose name says that a secret is there."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from of_member(str(key), value, node.keys())
    elif isinstance(node, list):
        for item in node:
            yield from told(item, name)
    elif isinstance(node, str):
        yield from of_text(node)


def of_member(key: str, value: Any, siblings: Any) -> Iterator[Told]:
    if key.lower() == "headers":
        yield from of_headers(value)
    elif key in ("url", "uri") and isinstance(value, str):
        yield from of_parts(value, url_parts(value))
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield key, json_key_kind(key, set(map(str, siblings))), str(value)
    yield from told(value)


def of_parts(text: str, parts: Iterable[Part]) -> Iterator[Told]:
    return ((part.name, part.kind, text[part.start : part.end]) for part in parts)


def of_headers(headers: Any) -> Iterator[Told]:
    pairs = headers.items() if isinstance(headers, dict) else []
    if isinstance(headers, list):
        pairs = [(each["name"], each["value"]) for each in headers if isinstance(each, dict)]
    for name, values in pairs:
        for value in values if isinstance(values, list) else [values]:
            yield from of_header(name, str(value))


def of_header(name: str, value: str) -> Iterator[Told]:
    parts = {
        "authorization": lambda: authorization_parts(value),
        "cookie": lambda: cookie_parts(value),
        "set-cookie": lambda: set_cookie_parts(value),
    }.get(name.lower())
    if parts is None:
        yield name, header_kind(name), value
    else:
        yield from of_parts(value, parts())


def of_text(text: str) -> Iterator[Told]:
    for piece in (text, *(line[5:] for line in text.splitlines() if line.startswith("data:"))):
        if piece.lstrip()[:1] in ("{", "["):
            try:
                body = json.loads(piece)
            except ValueError:
                continue
            yield from told(body)


def read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix in (".json", ".har") else Loader(text).get_single_data()


def strings(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)
    elif isinstance(node, str):
        yield node


def test_no_token_is_found() -> None:
    wrong = [
        (path.name, match.kind)
        for path in files()
        for text in (path.read_text(encoding="utf-8"), *strings(read(path)))
        for match in find_tokens(text)
    ]
    assert wrong == []


def test_no_telling_name_fires() -> None:
    wrong = [
        (path.name, name, kind.name)
        for path in files()
        for name, kind, value in told(read(path))
        if kind and kind.secret_class not in QUIET and plausible_value(kind, value)
    ]
    assert wrong == []
