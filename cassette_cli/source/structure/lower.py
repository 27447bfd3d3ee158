"""From planned changes to edits of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from cassette_cli.errors import RefusedError
from cassette_cli.source.file_layer import FileLayer
from cassette_cli.source.kinds import Json
from cassette_cli.source.node import (
    BINARY_TAGS,
    Alias,
    Mapping,
    Node,
    Scalar,
    Sequence,
    every_node,
)
from cassette_cli.source.resolve import resolve_with
from cassette_cli.source.scalar.chars import BLANKS, BREAKS
from cassette_cli.source.scalar.context import ScalarContext, column_of, line_break_of
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.structure.block import Block
from cassette_cli.source.structure.change import Added, Holder, Literal, Plan, child, size
from cassette_cli.source.structure.empty_place import empty_place
from cassette_cli.source.structure.extent import Extents, behind_colon, content_end
from cassette_cli.source.structure.flow import Flow
from cassette_cli.source.structure.literal import literal_before
from cassette_cli.source.structure.render import Quote, Yaml, json_text


class Lowered(NamedTuple):
    """Edits of the text, and scalars that are written anew but keep their value."""

    edits: list[Edit[str]]
    rewritten: list[Scalar]


def lower_plans(document: FileLayer, planned: Iterable[Plan]) -> Lowered:
    """Everything that is planned, as edits of the text.

    Raises:
        RefusedError: an alias outside leads into what is to go, or the place cannot be written to.
    """
    lowered = Lowered([], [])
    inserted: dict[int, str] = {}
    for plan in sorted(planned, key=lambda plan: -plan.holder.start):
        _check_anchors(document, plan)
        maker = _Maker(document, plan)
        for edit in maker.edits():
            if edit.span.start == edit.span.end:
                # Of collections that end at one point the inner one comes first.
                before = inserted.get(edit.span.start, "")
                inserted[edit.span.start] = before + edit.replacement
            else:
                lowered.edits.append(edit)
        lowered.rewritten.extend(maker.rewritten)
    lowered.edits.extend(Edit(Span(at, at), text) for at, text in inserted.items())
    return lowered


def can_be_literal(document: FileLayer, holder: Holder, index: int, text: str) -> bool:
    """Whether a text in the place of a value can be a literal block there."""
    end = content_end(document.value, child(holder, index))
    return _Maker(document, Plan(holder)).literal(text, end) is not None


class _Maker:
    """Writes one plan."""

    def __init__(self, document: FileLayer, plan: Plan) -> None:
        self.text = document.value
        self.roots = document.parsed.roots
        self.plan = plan
        self.is_json = document.parsed.format == "json"
        resolve = resolve_with(document.resolver)
        line_break = line_break_of(self.text)
        flow = plan.holder.flow
        self.context = ScalarContext(-1, flow, False, line_break, resolve)
        self.yaml = _yaml(plan.holder, self.context, document.resolver)
        self.rewritten: list[Scalar] = []

    def edits(self) -> Iterator[Edit[str]]:
        holder = self.plan.holder
        for index, value in self.plan.put.items():
            yield from self._put(child(holder, index), value)
        if not self.plan.gone and not self.plan.added:
            return
        if holder.flow:
            yield from Flow(self.text, self.plan, self._write).edits()
        elif not size(holder):
            raise RefusedError("nothing can be put into a collection that is not written out")
        else:
            block = self._block(self.plan)
            yield from block.edits()
            self.rewritten += block.rewritten

    def _block(self, plan: Plan) -> Block:
        find = partial(empty_place, self.text, self.roots, plan.holder)
        return Block(self.text, plan, self.yaml, find)

    def _write(self, added: Added) -> str:
        if self.is_json:
            value = self._json(added.value)
            return value if added.key is None else f"{self._json(added.key)}{self._colon}{value}"
        value = self.yaml.flow(added.value)
        return value if added.key is None else f"{self.yaml.scalar(added.key, key=True)}: {value}"

    def _json(self, value: Json) -> str:
        return json_text(value, ascii_only=self.text.isascii(), unit="", around="")

    @property
    def _colon(self) -> str:
        holder = self.plan.holder
        if isinstance(holder, Mapping) and holder.entries:
            key, value = holder.entries[0]
            return self.text[key.end : value.start]
        return ": "

    def _put(self, node: Node, value: Json) -> Iterator[Edit[str]]:
        """Another value in the place of a node."""
        if isinstance(value, dict | list) and value:
            raise RefusedError("only a text, a number or a word can take the place of a value")
        written = self._json(value) if self.is_json else self.yaml.flow(value)
        if node.anchor or (node.tag and node.tag not in BINARY_TAGS):
            raise RefusedError("a value with a tag or an anchor cannot be replaced as a whole")
        if isinstance(node, Mapping | Sequence) and not node.flow:
            whole = Plan(node, set(range(size(node))))
            yield from self._block(whole).replaced_by(written)
            return
        start, end = behind_colon(self.text, node), content_end(self.text, node)
        if isinstance(value, Literal):
            written = self.literal(value, end) or written
        closing = self.context.line_break if self.text[end - 1 : end] in (*BREAKS,) else ""
        glued = start == end and self.text[end - 1 : end] not in (*BLANKS, *BREAKS)
        yield Edit(Span(start, end), (" " if glued else "") + written + closing)

    def literal(self, value: str, end: int) -> str | None:
        """A literal block before what stands at `end`; None where none can hold the text there."""
        if self.is_json or self.plan.holder.flow:
            return None
        column = column_of(self.text, Extents(self.text, self.plan.holder).starts[0])
        return literal_before(self.text, end, value, column, self.context.line_break)


def _yaml(holder: Holder, context: ScalarContext, resolver: str) -> Yaml:
    """As the values that the holder has are written, or as its recorder's library writes."""
    inner: list[Node] = []
    for index in range(size(holder)):
        node = child(holder, index)
        inner += node.items if isinstance(node, Sequence) else [node]
    styles = [one.style for one in inner if isinstance(one, Scalar)]
    quotes: list[Quote] = [one for one in styles if one in ("single", "double")]
    usual: Quote = "double" if resolver == "go-yaml" else "single"
    mostly_plain = len(quotes) <= len(styles) / 2
    return Yaml(context, mostly_plain, quotes[0] if quotes else usual)


def _check_anchors(document: FileLayer, plan: Plan) -> None:
    """Refuse to take out what an alias elsewhere stands for."""
    gone = [node for index in plan.gone | plan.put.keys() for node in _parts(plan.holder, index)]
    inside = {id(one) for one in every_node(gone)}
    if not any(one.anchor for one in every_node(gone)):
        return
    for one in every_node(document.parsed.roots):
        if isinstance(one, Alias) and id(one) not in inside and id(one.target) in inside:
            raise RefusedError(
                "an alias elsewhere stands for a part of what is to go",
                where=document.where(one.start),
                hint="change the alias first",
            )


def _parts(holder: Holder, index: int) -> tuple[Node, ...]:
    return holder.entries[index] if isinstance(holder, Mapping) else (holder.items[index],)
