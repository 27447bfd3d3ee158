"""Ignores with reasons: from the configuration, and from comments in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from cassette_cli.lazy import lazy
from cassette_cli.model.config import Config
from cassette_cli.ops.findings import Reported, digest
from cassette_cli.ops.globs import matches
from cassette_cli.ops.selection import Selection, stands_for
from cassette_cli.rules.rule import names
from cassette_cli.source.document import Document
from cassette_cli.source.node import Scalar
from cassette_cli.source.place import route_of_pointer

_COMMENT = lazy(r"#[ \t]*cassette:[ \t]*ignore(?:\[([\w, -]*)\]|\b)[ \t]*([^\r\n]*)")


_NAME = lazy(r"[a-z]+(?:-[a-z]+){0,4}")
"""What a rule's name looks like; anything else may be a secret, and is not repeated."""


@dataclass(slots=True)
class _Comment:
    """`# cassette: ignore[rule] reason`; it covers what begins on `line`."""

    rules: tuple[str, ...]
    reason: str
    line: int
    at: int
    used: bool = field(default=False)


class Ignores:
    """The ignores that may cover findings of one file."""

    def __init__(self, config: Config, path: str, document: Document) -> None:
        self.document = document
        self.config = config
        self.tables = [
            (number, one)
            for number, one in enumerate(config.ignores)
            if matches(path, one.path, config)
        ]
        self.comments = list(_comments(document))
        self._by_line: dict[int, list[_Comment]] = {}
        for comment in self.comments:
            self._by_line.setdefault(comment.line, []).append(comment)
        self.used: set[int] = set()

    def covers(self, finding: Reported) -> bool:
        """Whether a finding is to be left out; remembers which ignore said so."""
        covered = False
        for number, table in self.tables:
            text = f"{finding.message} {finding.pointer or ''}"
            named = stands_for(table.rule, finding.rule)
            if named and (table.match is None or table.match in text):
                self.used.add(number)
                covered = True
        for comment in self._near(finding):
            named = any(stands_for(name, finding.rule) for name in comment.rules)
            if comment.reason and named:
                comment.used = covered = True
        return covered

    def _near(self, finding: Reported) -> Iterator[_Comment]:
        """The comments for the lines on which the finding, or an entry or item around it, begins.

        The list of all interactions does not count: a comment above it would cover the whole file.
        """
        if not self.comments:
            return
        route = route_of_pointer(finding.pointer or "")
        offsets = islice(self.document.starts_along(route), len(route) > 1, None)
        lines = {self.document.where(offset).line for offset in offsets}
        if finding.start is not None:
            lines.add(finding.start.line)
        for line in sorted(lines):
            yield from self._by_line.get(line, ())

    def unused_comments(self, path: str) -> Iterator[Reported]:
        """A finding for every comment that ignored nothing, or that gives no reason.

        A rule that did not run had nothing to ignore, which says nothing of the comment.
        """
        selection = Selection(self.config, path)
        for comment in self.comments:
            left_out = [name in names() and not selection.covers(name) for name in comment.rules]
            if comment.used or (comment.reason and any(left_out)):
                continue
            yield unused(path, _complaint(comment), comment.at, self.document)


def _complaint(comment: _Comment) -> str:
    unknown = [name for name in comment.rules if name not in names()]
    if unknown or not comment.rules:
        shown = [name for name in unknown if _NAME.fullmatch(name)]
        named = f": {', '.join(shown)[:60]}" if shown else ""
        return f"this comment names no rule{named}"
    if not comment.reason:
        return "this comment gives no reason, and so ignores nothing"
    return "this comment ignores nothing"


def unused(path: str, words: str, line: int, document: Document | None = None) -> Reported:
    """An `unused-ignore` finding at a 0-based offset of the document, or on a line of a file."""
    from cassette_cli.errors import Where

    place = Where(line, 1) if document is None else document.where(line)
    return Reported(
        "unused-ignore", "warning", words, path, place, place, (), None, None, None, None, None,
        digest("unused-ignore", path, words), "remove it, or write: ignore[rule] reason", None,
    )  # fmt: skip


def _comments(document: Document) -> Iterator[_Comment]:
    text = document.value
    if "cassette:" not in text:
        return
    for found in _COMMENT.finditer(text):
        if _inside_scalar(document, found.start()):
            continue
        place = document.where(found.start())
        line = place.line
        before = text[document.lines.starts[line - 1] : found.start()]
        if not before.strip():
            line = _next_line(document, line)
        listed = tuple(name.strip() for name in (found[1] or "").split(",") if name.strip())
        yield _Comment(listed, found.group(2).strip(), line, found.start())


def _next_line(document: Document, line: int) -> int:
    """The next line that is neither blank nor a comment."""
    count = len(document.lines.starts)
    line += 1
    while line < count and document.lines.line(line).lstrip()[:1] in ("", "#"):
        line += 1
    return line


def _inside_scalar(document: Document, offset: int) -> bool:
    """Whether a place is text of the recording; behind `|` and `>` a comment may stand."""
    _, node = document.route(offset)
    if not isinstance(node, Scalar) or not node.start <= offset < node.end:
        return False
    is_block = node.style in ("literal", "folded")
    return not is_block or document.where(offset).line > document.where(node.start).line
