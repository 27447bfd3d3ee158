"""Whether a file may be a recording, before it is parsed or where it does not parse."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath

from cassette_cli.recorders.recorder import recorders
from cassette_cli.recorders.unsupported import may_be_unsupported

_JSON_HEAD = rb"\A(?:\xef\xbb\xbf)?(?:\s++|(?:#|//)[^\n]*+|/\*(?s:.*?)\*/)*+"
"""Blanks and comments, which may stand before a JSON text though JSON has none."""

_PROSE = frozenset(
    {
        ".adoc", ".c", ".cc", ".cpp", ".cs", ".diff", ".go", ".h", ".html", ".ipynb", ".java",
        ".js", ".jsx", ".kt", ".md", ".mjs", ".patch", ".php", ".py", ".pyi", ".rb", ".rs",
        ".rst", ".sh", ".swift", ".ts", ".tsx",
    }
)  # fmt: skip
"""Endings of programs and of prose, which quote recordings."""


def quotes(name: str) -> bool:
    """Whether a file of this name quotes recordings, if it holds any: `client.py`, `PKG-INFO`."""
    path = PurePath(name)
    return path.suffix.lower() in _PROSE or (not path.suffix and path.name.isupper())


def looks_damaged(data: bytes) -> bool:
    """Whether a file that does not parse looks like a recording by its keys."""
    return any(all(one.search(data) for one in patterns) for patterns in _patterns())


@cache
def _patterns() -> tuple[tuple[re.Pattern[bytes], ...], ...]:
    """What a damaged file of each recorder still bears; most recorders have the same."""
    found = dict.fromkeys((one.list_route[-1:], one.keys) for one in recorders())
    return tuple(
        (_head(*map(str, route)), *(re.compile(rb"\b(?:%b)[\"']?\s*:" % key) for key in keys))
        for route, keys in found
    )


def _head(name: str = "") -> re.Pattern[bytes]:
    """The key of the list of interactions, or the bracket of a file that is one."""
    if not name:
        return re.compile(_JSON_HEAD + rb"\[")
    key = name.encode()
    json = _JSON_HEAD + rb"\{[\x00-\xff]*?[\"']%b[\"']\s*:" % key
    return re.compile(rb"(?m:^[\"']?%b[\"']?:)|" % key + json)


def may_be_recorded(data: bytes) -> bool:
    """A glance at a file: whether it holds what each file of some recorder holds.

    Recordings that are known and not read count: whoever has some should hear of it.
    """
    marks = {one.mark for one in recorders()}
    return any(mark in data for mark in marks) or may_be_unsupported(data)
