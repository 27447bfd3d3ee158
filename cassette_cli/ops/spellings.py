"""The ways to write a value in a URL or a form: each reserved character as it is or as `%XX`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cassette_cli.bodies.percent import Percent
from cassette_cli.lazy import lazy
from cassette_cli.ops.needles import Needles
from cassette_cli.source.layer import Layer, Place
from cassette_cli.source.spans import Span

_PLAIN = lazy(r"[\w.~-]{4,}", re.ASCII)
"""Characters that nobody encodes (RFC 3986, section 2.3): where a spelling is looked for."""


class Spellings:
    """Values that URLs may spell in other ways; `within` finds every such spelling of each."""

    def __init__(self, values: Iterable[str]) -> None:
        self._by_core: dict[str, list[str]] = {}
        runs = {value: _PLAIN.findall(value) for value in values}
        shared = Counter(run for found in runs.values() for run in found)
        for value, found in runs.items():
            # What fewest values have: all webhooks of a vendor have most of it in common.
            core = min(found, key=lambda run: (shared[run], -len(run)), default="")
            if core and core != value:
                self._by_core.setdefault(core, []).append(value)
        self._cores = Needles(self._by_core)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def within(self, text: Layer[str]) -> Iterator[tuple[str, Place]]:
        """Each value and its place behind the percent-encoding; spelled plainly it is left out."""
        if "%" not in text.value and "+" not in text.value:
            return
        for core in self._cores.within(text.value):
            for value in self._by_core[core]:
                for found in self._pattern(value).finditer(text.value):
                    place = _decoded(text, Span(*found.span()), value)
                    if place is not None:
                        yield value, place

    def _pattern(self, value: str) -> re.Pattern[str]:
        if value not in self._patterns:
            self._patterns[value] = re.compile("".join(map(_spelled, value)))
        return self._patterns[value]


def _spelled(character: str) -> str:
    if character.isascii() and (character.isalnum() or character in "-._~"):
        return re.escape(character)
    encoded = "".join(
        f"%{_either(byte >> 4)}{_either(byte & 15)}"
        for byte in character.encode("utf-8", "replace")
    )
    plus = r"|\+" if character == " " else ""
    # Encoded first: a `%` is also how `%25` begins.
    return f"(?:{encoded}|{re.escape(character)}{plus})"


def _either(digit: int) -> str:
    """A hexadecimal digit in either case."""
    return f"[{digit:x}{digit:X}]" if digit > 9 else str(digit)


def _decoded(text: Layer[str], span: Span, value: str) -> Place | None:
    if text.value[slice(*span)] == value:
        return None
    for plus in (False, True):
        layer = Percent(text, span, plus=plus)
        if layer.value == value:
            return layer.whole()
    return None
