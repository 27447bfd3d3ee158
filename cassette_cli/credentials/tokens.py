"""Find tokens that are known by their looks, anywhere in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from cassette_cli.credentials.format import TokenFormat, compiled, formats_of
from cassette_cli.credentials.literals import ANYWHERE, HEADS
from cassette_cli.credentials.placeholders import is_placeholder
from cassette_cli.credentials.prefilter import Prefilter


class TokenMatch(NamedTuple):
    """A token in a text: `text[start:end]`, offsets 0-based in characters. Holds no value."""

    kind: str
    start: int
    end: int
    format: TokenFormat


def find_tokens(text: str) -> Iterator[TokenMatch]:
    """The tokens in `text` by their start, none overlapping another.

    Of overlapping ones the longest stays, then one that is no fallback, then the one with the
    longer literal, then the one of fewer bits (the narrower pattern), then the first by kind.
    Documentation keys and placeholders are passed over. Takes time linear in `text`, whatever
    stands in it; nothing is raised.
    """
    found: set[TokenMatch] = set()
    for literal, at in _prefilter().candidates(text):
        for token_format in _with_literal(literal):
            found.update(_at(token_format, text, at))
    for cluster in _clusters(sorted(found, key=lambda match: match[1:3])):
        yield from _best(cluster)


@cache
def _prefilter() -> Prefilter:
    return Prefilter(HEADS, ANYWHERE)


@cache
def _with_literal(literal: str) -> tuple[TokenFormat, ...]:
    """The formats that have this literal; only now are their modules read."""
    names = (*HEADS.get(literal, ()), *ANYWHERE.get(literal, ()))
    formats = (one for name in sorted({*names}) for one in formats_of(name))
    return tuple(one for one in formats if literal in one.literals)


def _at(token_format: TokenFormat, text: str, at: int) -> Iterator[TokenMatch]:
    pattern = compiled(token_format)
    for lead in token_format.leads:
        if at >= lead:
            yield from _confirmed(token_format, pattern.match(text, at - lead))


def _confirmed(token_format: TokenFormat, match: re.Match[str] | None) -> Iterator[TokenMatch]:
    if match is None:
        return
    start, end = match.span("secret" if match.re.groupindex else 0)
    token = match.string[start:end]
    if token_format.check is not None and not token_format.check(token):
        return
    if not is_placeholder(token):
        yield TokenMatch(token_format.kind, start, end, token_format)


def _clusters(matches: Iterable[TokenMatch]) -> Iterator[list[TokenMatch]]:
    cluster: list[TokenMatch] = []
    end = 0
    for match in matches:
        if cluster and match.start >= end:
            yield cluster
            cluster = []
        cluster.append(match)
        end = max(end, match.end)
    if cluster:
        yield cluster


def _best(cluster: list[TokenMatch]) -> list[TokenMatch]:
    kept: list[TokenMatch] = []
    for match in sorted(cluster, key=_rank):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _rank(match: TokenMatch) -> tuple[int, bool, int, int, str]:
    its = match.format
    length = match.end - match.start
    return (-length, its.fallback, -max(map(len, its.literals)), its.bits, match.kind)
