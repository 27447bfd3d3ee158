"""What `redact` did, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cassette_cli.ops.redact import Redacted, Redaction
from cassette_cli.output.foreign import cut, one_line
from cassette_cli.output.layout import Run, StyledLine
from cassette_cli.output.units import plural

_LINE = 240
_SIGNS = {"-": "red", "+": "green", "@": "cyan"}


def concise(path: str, result: Redacted) -> Iterator[StyledLine]:
    """A line a redaction: `chat.yaml:41:24: openai-api-key in header Authorization`."""
    for one in result.redactions:
        yield [Run(f"{_place(path, one)}: ", "bold"), *_what(one)]


def full(path: str, result: Redacted, verb: str) -> Iterator[StyledLine]:
    """The file, its redactions by place, and what the replay needs now."""
    if not result.redactions:
        return
    count = plural(len(result.redactions), "secret")
    yield [Run(one_line(path), "bold"), Run(f": {verb} {count}", "dim")]
    for one in result.redactions:
        line, column = one.location.start.line, one.location.start.column
        yield [Run(f"  {line}:{column}".ljust(12), "dim"), *_what(one)]
    for body in result.recompressed:
        words = f"the {body.encoding} {body.field} of interaction {body.interaction}"
        yield [
            Run("  note: ", "yellow"),
            Run(f"{words} was compressed anew, all of its bytes"),
        ]
    for impact in result.impacts:
        yield [Run("  replay: ", "yellow"), Run(one_line(impact.advice))]


def _place(path: str, one: Redaction) -> str:
    return f"{one_line(path)}:{one.location.start.line}:{one.location.start.column}"


def _what(one: Redaction) -> StyledLine:
    length = plural(one.length, "character")
    return [
        Run(one.kind, "cyan"),
        Run(f" in {one_line(one.where)}, {length} -> "),
        Run(cut(one_line(one.placeholder), 60)),
    ]


def patch(lines: Iterable[str]) -> Iterator[StyledLine]:
    """A unified diff in colour; long lines are cut, with the count of what is left out."""
    for line in lines:
        heading = line.startswith(("---", "+++"))
        style = "bold" if heading else _SIGNS.get(line[:1], "")
        yield [Run(cut(one_line(line), _LINE), style)]
