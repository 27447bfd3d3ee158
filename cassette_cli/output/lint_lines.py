"""Findings for people: `full` with the source line and a caret, `concise` one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cassette_cli.ops.findings import Excerpt, Reported
from cassette_cli.output.foreign import one_line
from cassette_cli.output.layout import Run, StyledLine, cell_len

_COLOURS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


def place(finding: Reported) -> str:
    """`tests/chat.yaml:41:24`."""
    where = f":{finding.start.line}:{finding.start.column}" if finding.start else ""
    return f"{one_line(finding.path)}{where}"


def concise(findings: Iterable[Reported]) -> Iterator[StyledLine]:
    """`path:line:column: error live-credential message`."""
    for finding in findings:
        yield [
            Run(f"{place(finding)}: ", "bold"),
            Run(finding.severity, _COLOURS[finding.severity]),
            Run(f" {finding.rule}", "cyan"),
            Run(f" {one_line(finding.message)}"),
        ]


def full(findings: Iterable[Reported], width: int | None) -> Iterator[StyledLine]:
    """The message, the place, the source around it with a caret, and the hint."""
    for finding in findings:
        yield [
            Run(finding.severity, _COLOURS[finding.severity]),
            Run(f"[{finding.rule}]", "cyan"),
            Run(": "),
            Run(one_line(finding.message), "bold"),
        ]
        yield [Run("  --> ", "dim"), Run(place(finding))]
        if finding.title:
            yield [Run("      ", "dim"), Run(one_line(finding.title), "dim")]
        if finding.excerpt is not None and finding.start is not None:
            yield from _source(finding.excerpt, finding.start.line, finding.severity, width)
        if finding.hint:
            yield [Run("  hint: ", "green"), Run(one_line(finding.hint))]
        yield []


def _source(excerpt: Excerpt, line: int, severity: str, width: int | None) -> Iterator[StyledLine]:
    """The line, cut to the width around the finding, and carets below it."""
    margin = " " * len(str(line))
    before, middle, after = _fit(excerpt, (width or 160) - len(margin) - 6)
    bar = Run(f"{margin} | ", "dim")
    yield [bar]
    yield [Run(f"{line} | ", "dim"), Run(before + middle + after)]
    carets = "^" * max(1, cell_len(middle))
    yield [bar, Run(" " * cell_len(before)), Run(carets, _COLOURS[severity])]


def _fit(excerpt: Excerpt, room: int) -> tuple[str, str, str]:
    before = one_line(excerpt.text[: excerpt.start])
    middle = one_line(excerpt.text[excerpt.start : excerpt.end])
    after = one_line(excerpt.text[excerpt.end :])
    room = max(room, 20)
    if len(middle) > room // 2:
        kept = max(8, room // 2)
        middle, after = middle[:kept] + "…", ""
    if len(before) > room // 2 or excerpt.cut_left:
        before = "…" + before[-(room // 2) :]
    space = max(0, room - len(before) - len(middle))
    if len(after) > space or (after and excerpt.cut_right):
        after = after[: max(0, space - 1)] + "…"
    return before, middle, after
