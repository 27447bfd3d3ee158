"""One kind of token by its public shape, with the examples that prove it; and their discovery."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from cassette_cli.model.kind import Kind, SecretClass

WORD_EDGE = "A-Za-z0-9_-"

# A token may also begin right after an escape that the text around it was left in: `\n`, `\u0026`,
# `%3D`, `%253D`, a terminal's colour `[31m`. The last letter of those is no part of the token.
_AFTER_ESCAPE = (
    r"(?<=\\[nrtbf])|(?<=%[0-9A-Fa-f]{2})|(?<=%25[0-9A-Fa-f]{2})|(?<=\\u[0-9A-Fa-f]{4})"
    r"|(?<=[\[;]\dm)|(?<=[\[;]\d\dm)"
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TokenFormat:
    """A token that is known by its looks alone.

    Every match contains one of `literals` (the prefilter); it begins one of `leads` characters
    before it. `pattern` is a regular expression without boundaries, bounded in every repetition;
    a group `secret` in it narrows the finding to that part. `edge` and `left_edge` are the insides
    of a character class: no such character may stand right after or right before the match.
    `bits` is a lower bound of the token's randomness. `check` is a veto (checksums): false means
    that the text only looks like it. `fallback` gives way to every other format of the same
    extent. `source` is the public address of the fact. `innocent` are texts in which nothing at
    all may be found.
    """

    kind: str
    title: str
    literals: tuple[str, ...]
    pattern: str
    source: str
    passing: tuple[str, ...]
    failing: tuple[str, ...]
    innocent: tuple[str, ...]
    bits: int
    check: Callable[[str], bool] | None = None
    secret_class: SecretClass = SecretClass.CREDENTIAL
    edge: str = WORD_EDGE
    left_edge: str = WORD_EDGE
    leads: tuple[int, ...] = (0,)
    fallback: bool = False

    def __repr__(self) -> str:
        return f"TokenFormat({self.kind})"

    def as_kind(self) -> Kind:
        """The kind of secret that a match is."""
        return Kind(self.kind, self.secret_class)


def left_boundary(edge: str) -> str:
    """The regular expression of a place where a token may begin."""
    return rf"(?:(?<![{edge}])|{_AFTER_ESCAPE})" if edge else ""


@cache
def compiled(token_format: TokenFormat) -> re.Pattern[str]:
    """The pattern with its boundaries, compiled on first use."""
    left = left_boundary(token_format.left_edge)
    right = f"(?![{token_format.edge}])" if token_format.edge else ""
    return re.compile(f"{left}(?:{token_format.pattern}){right}")


@cache
def all_formats() -> tuple[TokenFormat, ...]:
    """Every format of every module in `formats`, by module name."""
    package = import_module("cassette_cli.credentials.formats")
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return tuple(one for name in names for one in formats_of(name))


def formats_of(name: str) -> tuple[TokenFormat, ...]:
    """The formats of one module in `formats`, read when it is first needed."""
    module = import_module(f"cassette_cli.credentials.formats.{name}")
    formats: tuple[TokenFormat, ...] = module.FORMATS
    return formats
