"""Which of many texts stand in another: the values that were found, looked for everywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

_FEW = 24
"""As long as there are no more, looking for each of them is the fastest."""

_HEAD = 4


class Needles:
    """Texts to look for; those of fewer than four characters are left out."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted({text for text in texts if len(text) >= _HEAD})

    def within(self, hay: str) -> list[str]:
        """Those that stand in `hay`, sorted."""
        if len(self._texts) <= _FEW:
            return [text for text in self._texts if text in hay]
        found: set[str] = set()
        for match in self._heads.finditer(hay):
            at = match.start()
            for length, texts in self._by_head[hay[at : at + _HEAD]].items():
                if (text := hay[at : at + length]) in texts:
                    found.add(text)
        return sorted(found)

    @cached_property
    def _by_head(self) -> dict[str, dict[int, set[str]]]:
        """By their first characters, and then by length: keys of one vendor are alike in both."""
        table: dict[str, dict[int, set[str]]] = {}
        for text in self._texts:
            table.setdefault(text[:_HEAD], {}).setdefault(len(text), set()).add(text)
        return table

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        # Matches nothing, wherever a text may begin, so that none hides another.
        return re.compile(f"(?={_any_of(sorted(self._by_head))})")


def _any_of(texts: list[str]) -> str:
    """An expression for any of these texts of one length, that looks at each character once."""
    groups: dict[str, list[str]] = {}
    for text in texts:
        groups.setdefault(text[:1], []).append(text[1:])
    if any(not text for text in texts):
        return ""
    branches = [re.escape(first) + _any_of(rest) for first, rest in groups.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
