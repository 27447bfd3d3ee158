"""Changes of a mapping or a sequence in block style, as edits of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from cassette_cli.errors import RefusedError
from cassette_cli.source.node import Mapping, Scalar
from cassette_cli.source.scalar.block import read_header
from cassette_cli.source.scalar.chars import BLANKS, BREAKS
from cassette_cli.source.scalar.context import column_of
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.structure.change import Added, Plan, child
from cassette_cli.source.structure.extent import (
    Extents,
    after_blank_lines,
    after_line,
    is_block,
    last_leaf,
    line_start,
)
from cassette_cli.source.structure.render import Yaml


class Block:
    """One holder in block style, what is to become of it, and the place for `{}` if nothing stays.

    `empty_place` finds the offset behind the `:` or `-` and the properties before it; None at the
    root.
    """

    def __init__(
        self, text: str, plan: Plan, yaml: Yaml, empty_place: Callable[[], int | None]
    ) -> None:
        self.text = text
        self.plan = plan
        self.yaml = yaml
        self.empty_place = empty_place
        self.extents = Extents(text, plan.holder)
        self.first = self.extents.starts[0]
        self.column = column_of(text, self.first)
        self.shares = bool(text[line_start(text, self.first) : self.first].strip(BLANKS))
        """Whether the first child stands behind something else on its line, its parent's `-`."""
        self.line_break = yaml.context.line_break
        self.rewritten: list[Scalar] = []

    def edits(self) -> Iterator[Edit[str]]:
        """Sorted edits, some of them insertions."""
        kept = self.plan.kept
        if not kept:
            yield from self._nothing_stays()
            return
        gone = self.plan.gone
        if self.shares and 0 in gone:
            lead = list(takewhile(gone.__contains__, range(len(self.extents.starts))))
            yield from self._slide(lead)
            gone = gone.difference(lead)
        yield from (self._line_out(index) for index in sorted(gone))
        for index, added in self.plan.behind().items():
            if index is not None:
                yield from self._behind(index, added)
            elif not (self.shares and 0 in self.plan.gone):
                yield self._in_front(kept[0], added)

    def _line_out(self, index: int) -> Edit[str]:
        """A child goes with its lines."""
        start = line_start(self.text, self.extents.starts[index])
        if self.text[start : self.extents.starts[index]].strip(BLANKS):
            raise RefusedError("an entry that shares its line with another cannot be taken out")
        end = after_line(self.text, self.extents.ends[index])
        above = max((one for one in self.plan.kept if one < index), default=None)
        is_below_block = above is not None and is_block(last_leaf(child(self.plan.holder, above)))
        if is_below_block or self.plan.added:
            end = after_blank_lines(self.text, end)  # they could be added to the value above
        return Edit(Span(start, end), "")

    def _slide(self, lead: list[int]) -> Iterator[Edit[str]]:
        """The first ones go; the next one slides to the column of the first, if no comment stands
        between them."""
        after = lead[-1] + 1
        target = self.extents.starts[after]
        news = self.plan.behind().get(None, [])
        ends = [after_line(self.text, self.extents.ends[index]) for index in lead]
        starts = [*self.extents.starts[1 : len(lead)], target]
        if not any("#" in self.text[a:b] for a, b in zip(ends, starts, strict=True)):
            yield Edit(Span(self.first, target), self._sliding(news))
            return
        behind = len(self.text[: self.first].rstrip(BLANKS))
        yield Edit(Span(behind, ends[0]), self.line_break)
        yield from (self._line_out(index) for index in lead[1:])
        if news:
            yield self._in_front(after, news)

    def _in_front(self, index: int, added: Iterable[Added]) -> Edit[str]:
        """New ones before a child that stays."""
        start = self.extents.starts[index]
        if self.shares and not index:
            return Edit(Span(start, start), self._sliding(added))
        at = line_start(self.text, start)
        return Edit(Span(at, at), self._lines(added))

    def _behind(self, index: int, added: Iterable[Added]) -> Iterator[Edit[str]]:
        """New ones below a child that stays."""
        at = after_line(self.text, self.extents.ends[index])
        if is_block(last_leaf(child(self.plan.holder, index))):
            at = after_blank_lines(self.text, at)  # they could be added to what is new
        line = len(self.text[:at].rstrip(BLANKS))
        if self.text[line - 1] in BREAKS:
            yield Edit(Span(line, at), self._lines(added))
            return
        yield from self._close_literal(index)
        self.yaml = replace(self.yaml, literals=False)  # the last would lose its line break
        lines = self._lines(added).removesuffix(self.line_break)
        yield Edit(Span(at, at), self.line_break + lines)

    def _close_literal(self, index: int) -> Iterator[Edit[str]]:
        """A block scalar that ended with the file gets a break behind it, which is no value."""
        leaf = last_leaf(child(self.plan.holder, index))
        closed = self.text[self.extents.ends[index] - 1] in BREAKS
        if not is_block(leaf) or closed or index in self.plan.put:
            return
        header = read_header(self.text[leaf.start : leaf.end])
        if header.chomping != "-":
            end = leaf.start + len(f"{header.sign}{header.digit or ''}{header.chomping}")
            self.rewritten.append(leaf)
            yield Edit(Span(leaf.start, end), f"{header.sign}{header.digit or ''}-")

    def _nothing_stays(self) -> Iterator[Edit[str]]:
        """`{}` or `[]`, or what is new, in the place of all."""
        news = [one for one in self.plan.children() if isinstance(one, Added)]
        if news:
            yield self._first_becomes(self._sliding(news).rstrip(BLANKS))
            yield from self._others_out()
        else:
            yield from self.replaced_by("{}" if isinstance(self.plan.holder, Mapping) else "[]")

    def replaced_by(self, words: str) -> Iterator[Edit[str]]:
        """A value of one line in the place of all."""
        place = None if self.shares else self.empty_place()
        if place is not None:
            yield Edit(Span(place, place), f" {words}")
            yield self._line_out(0)
        else:
            yield self._first_becomes(words)
        yield from self._others_out()

    def _first_becomes(self, words: str) -> Edit[str]:
        """The words in the place of the first child, on as many lines as they have."""
        end = self.extents.ends[0]
        if words.endswith(self.line_break):
            end = after_blank_lines(self.text, after_line(self.text, end))
        elif self.text[end - 1] in BREAKS:
            words += self.line_break
        return Edit(Span(self.first, end), words)

    def _others_out(self) -> Iterator[Edit[str]]:
        return (self._line_out(index) for index in range(1, len(self.extents.starts)))

    def _sliding(self, added: Iterable[Added]) -> str:
        """New ones that begin where a line is indented already, and the indentation behind them."""
        lines = self._lines(added)
        return lines[self.column :] + " " * self.column if lines else ""

    def _lines(self, added: Iterable[Added]) -> str:
        """New ones on lines of their own."""
        indent = " " * self.column
        return "".join(
            (line if number else indent + line) + self.line_break
            for one in added
            for number, line in enumerate(self.yaml.lines(one.key, one.value, self.column))
        )
