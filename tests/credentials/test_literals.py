"""The table of literals is current: `CASSETTE_UPDATE=1` writes it again from the formats."""

from __future__ import annotations

import os
import pkgutil
import re
from pathlib import Path

from cassette_cli.credentials import formats, literals
from cassette_cli.credentials.format import TokenFormat, formats_of

# Below so many bits a format describes surroundings (`password=...;`) and not a long token.
SHAPELESS = 32
HEAD = re.compile(r"[A-Za-z0-9_.-]+")

DOC = '''\
"""Which module of `formats` knows which literal, so that only those are read that may match.

Generated from the formats; a test keeps it current.

`HEADS` begin a long word, those in `ANYWHERE` need not.
"""

from __future__ import annotations
'''


def is_head(one: TokenFormat, literal: str) -> bool:
    inside = one.leads != (0,) or one.bits < SHAPELESS
    return not inside and HEAD.fullmatch(literal) is not None


def tables() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    heads: dict[str, list[str]] = {}
    anywhere: dict[str, list[str]] = {}
    for name in sorted(info.name for info in pkgutil.iter_modules(formats.__path__)):
        for one in formats_of(name):
            for literal in one.literals:
                table = heads if is_head(one, literal) else anywhere
                if name not in table.setdefault(literal, []):
                    table[literal].append(name)
    return heads, anywhere


def rendered(name: str, table: dict[str, list[str]]) -> str:
    rows = "".join(
        f"    {quoted(literal)}: ({', '.join(map(quoted, names))},),\n"
        for literal, names in sorted(table.items())
    )
    return f"\n{name}: dict[str, tuple[str, ...]] = {{\n{rows}}}  # fmt: skip\n"


def quoted(text: str) -> str:
    return "'" + text + "'" if '"' in text else '"' + text.replace("\\", "\\\\") + '"'


def test_the_table_is_current() -> None:
    heads, anywhere = tables()
    expected = DOC + rendered("HEADS", heads) + rendered("ANYWHERE", anywhere)
    path = Path(literals.__file__)
    if os.environ.get("CASSETTE_UPDATE"):
        path.write_text(expected, "utf-8")
    assert path.read_text("utf-8") == expected
