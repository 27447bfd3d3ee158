"""A file's text to a tree, in whichever of the two languages it is written."""

from __future__ import annotations

from pathlib import PurePath

from cassette_cli.errors import LimitError, UnreadableError
from cassette_cli.lazy import lazy
from cassette_cli.source.json_fault import JsonError, TooDeepError
from cassette_cli.source.node import Mapping, Scalar, every_node
from cassette_cli.source.parsed import Parsed
from cassette_cli.source.read_json import read_json
from cassette_cli.source.text import where

MAX_DEPTH = 500
"""Nested collections of a JSON file; the same as for YAML."""

_JSON_ENDINGS = (".json", ".har")
_BLANKS = r"\ufeff*+[ \t\r\n]*+"
_LIKE_JSON = lazy(rf"{_BLANKS}(?:[{{\[]|//|/\*)")
"""A recording is a collection; before it stands a comment at most, which JSON does not have."""
_NAMED_JSON = lazy(rf"{_BLANKS}(?:#[^\r\n]*+[ \t\r\n]*+)*+(?:[{{\[]|//|/\*)")
"""The same, or YAML's comment: behind one, `{` is YAML's unless the file is said to be JSON."""
_BOM = "\ufeff"


def parse(name: str, text: str) -> Parsed:
    """The trees of a decoded file.

    What begins like JSON is read as JSON, and if it is none as YAML, whose flow style looks alike;
    not so where the file's `name` says that it is JSON.

    Raises:
        UnreadableError: it is neither; of the two complaints the one that got further.
        LimitError: it is nested deeper than any recording is.
    """
    from cassette_cli.source.read_yaml import read_yaml

    named_json = PurePath(name).suffix.lower() in _JSON_ENDINGS
    if not (_NAMED_JSON if named_json else _LIKE_JSON).match(text):
        return read_yaml(text)
    try:
        return read_json_file(text)
    except LimitError:
        raise
    except UnreadableError as refusal:
        if named_json:
            raise
        try:
            return read_yaml(text)
        except UnreadableError as error:
            raise max(refusal, error, key=_reached) from None


def _reached(error: UnreadableError) -> tuple[int, int]:
    return (error.where.line, error.where.column) if error.where else (0, 0)


def read_json_file(text: str) -> Parsed:
    """The tree of a file that is one JSON value; a BOM before it is passed over.

    Raises:
        UnreadableError: it is not strict JSON.
        LimitError: it is nested deeper than 500 levels.
    """
    try:
        root = read_json(text, 1 if text.startswith(_BOM) else 0, max_depth=MAX_DEPTH)
    except TooDeepError as error:
        hint = "no recorder writes such a file"
        raise LimitError(error.problem, where=where(text, error.at), hint=hint) from None
    except JsonError as error:
        place = where(text, error.at)
        words = f"not JSON: {error.problem}"
        raise UnreadableError(words, found=error.found, hint=error.hint, where=place) from None
    repeated = [
        key for node in every_node([root]) if isinstance(node, Mapping) for key in _repeated(node)
    ]
    return Parsed([root], repeated, format="json")


def _repeated(node: Mapping) -> list[Scalar]:
    """The keys of a mapping that stood in it before."""
    keys = [key for key, _ in node.entries if isinstance(key, Scalar)]
    seen: set[str] = set()
    if len({key.value for key in keys}) == len(keys):
        return []
    return [key for key in keys if key.value in seen or seen.add(key.value)]  # type: ignore[func-returns-value]
