"""Whether a file may be a recording, before it is parsed or where it does not parse."""

from __future__ import annotations

from pathlib import PurePath

from cassette_cli.lazy import lazy
from cassette_cli.recorders.recorder import recorders
from cassette_cli.recorders.unsupported import may_be_unsupported

_MARKS = (
    lazy(
        rb"(?m:^[\"']?(?:http_)?interactions[\"']?:)"
        rb"|\A(?:\xef\xbb\xbf)?(?:\s++|(?:#|//)[^\n]*+|/\*(?s:.*?)\*/)*+"
        rb"\{[\x00-\xff]*?[\"'](?:(?:http_)?interactions|entries)[\"']\s*:"
    ),
    lazy(rb"\brequest[\"']?\s*:"),
    lazy(rb"\bresponse[\"']?\s*:"),
)
"""Words that a file which does not parse must bear to be called a damaged recording."""

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


def bears_marks(data: bytes) -> bool:
    """Whether a file that does not parse looks like a recording by its words."""
    return all(mark.search(data) for mark in _MARKS)


def may_be_recorded(data: bytes) -> bool:
    """A glance at a file: whether it holds what each file of some recorder holds.

    Recordings that are known and not read count: whoever has some should hear of it.
    """
    marks = {one.mark for one in recorders()}
    return any(mark in data for mark in marks) or may_be_unsupported(data)
