"""Changes of a mapping or a sequence in `{}` or `[]`, of YAML or of JSON, as edits of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cassette_cli.source.node import Mapping
from cassette_cli.source.scalar.chars import BLANKS, BREAKS
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.structure.change import Added, Plan
from cassette_cli.source.structure.extent import Extents

_SPACE = BLANKS + BREAKS


class Flow:
    """One holder in brackets, and how a new child of it is written."""

    def __init__(self, text: str, plan: Plan, write: Callable[[Added], str]) -> None:
        self.text = text
        self.plan = plan
        self.write = write
        self.extents = Extents(text, plan.holder)

    def edits(self) -> Iterator[Edit[str]]:
        """Sorted edits, some of them insertions."""
        kept, starts, ends = self.plan.kept, self.extents.starts, self.extents.ends
        if not kept:
            yield self._all_anew()
            return
        for index in sorted(self.plan.gone):
            before = [one for one in kept if one < index]
            if index < kept[-1]:
                yield Edit(Span(starts[index], starts[index + 1]), "")
            else:
                yield Edit(Span(ends[index - 1] if before else starts[index], ends[index]), "")
        for before_it, added in self.plan.behind().items():
            words = [self.write(one) for one in added]
            if before_it is None:
                point = starts[kept[0]]
                yield Edit(Span(point, point), "".join(word + self._separator for word in words))
            else:
                point = ends[before_it]
                yield Edit(Span(point, point), "".join(self._separator + word for word in words))

    def _all_anew(self) -> Edit[str]:
        """What is new between the brackets; nothing at all if there is nothing."""
        holder = self.plan.holder
        words = [self.write(one) for one in self.plan.children() if isinstance(one, Added)]
        start, end = holder.start + 1, holder.end - 1
        if not self.extents.starts:
            return Edit(Span(start, end), self._separator.join(words))
        if not words:
            return Edit(Span(start, end), "")
        first, last = self.extents.starts[0], self.extents.ends[-1]
        return Edit(Span(first, last), self._separator.join(words))

    @property
    def _separator(self) -> str:
        """What stands between two children: as between the first two, else as before the first."""
        starts, ends = self.extents.starts, self.extents.ends
        if len(starts) > 1:
            between = self.text[ends[0] : starts[1]]
            return between if between.strip(_SPACE) == "," else ", "
        lead = self.text[self.plan.holder.start + 1 : starts[0]] if starts else ""
        if lead and not lead.strip(_SPACE):
            return "," + lead
        return ", " if not starts else self._tight

    @property
    def _tight(self) -> str:
        """Of a single entry: a blank behind its colon asks for one behind a comma."""
        holder = self.plan.holder
        if isinstance(holder, Mapping):
            key, value = holder.entries[0]
            return ", " if " " in self.text[key.end : value.start] else ","
        return ", "
