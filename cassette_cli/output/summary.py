"""The last line of a run, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cassette_cli.errors import CassetteError, UnsupportedError
from cassette_cli.ops.lint import FileReport
from cassette_cli.output.foreign import one_line
from cassette_cli.output.units import plural


def lint_summary(counts: Mapping[str, int], reports: Sequence[FileReport], *, refused: bool) -> str:
    """`12 cassettes (8 go-vcr v2, 4 vcrpy v1), 2 other files: 1 error, 2 warnings`.

    Where a named file was refused, nobody says that there is nothing to report.
    """
    kinds = Counter(report.recorder for report in reports if report.recorder)
    words = ", ".join(f"{count:,} {name}" for name, count in sorted(kinds.items()))
    seen = plural(counts["cassettes"], "cassette") + (f" ({words})" if words else "")
    unreadable = counts["files"] - counts["cassettes"] - counts["unrecognized"]
    if unreadable:
        seen += f", {unreadable:,} unreadable"
    named, words = not_read(report.reason for report in reports)
    if named:
        seen += f", {words}"
    if counts["unrecognized"] > named:
        seen += f", {plural(counts['unrecognized'] - named, 'other file')}"
    found = [
        plural(counts[name], name.removesuffix("s"))
        for name in ("errors", "warnings", "infos")
        if counts[name]
    ]
    if not found and refused:
        return seen
    return f"{seen}: {', '.join(found) or 'nothing to report'}"


def not_read(reasons: Iterable[CassetteError | None]) -> tuple[int, str]:
    """How many recordings are of kinds that are not read, and in words: `2 recordings not read
    (ERB templates)`."""
    kinds = [one.kind for one in reasons if isinstance(one, UnsupportedError)]
    names = ", ".join(sorted(set(kinds)))
    return len(kinds), f"{plural(len(kinds), 'recording')} not read ({names})"


def recognised(reports: Iterable[FileReport]) -> Iterator[str]:
    """With `-v`, what each file was taken for, and why not."""
    for report in reports:
        if report.recorder:
            yield f"{one_line(report.path)}: {report.recorder}"
        elif report.reason is not None:
            found = f" (found {one_line(report.reason.found)})" if report.reason.found else ""
            hint = f"; {one_line(report.reason.hint)}" if report.reason.hint else ""
            yield f"{one_line(report.path)}: {one_line(report.reason.message)}{found}{hint}"
