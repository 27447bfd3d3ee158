"""What `redact` did, for people."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.ops.redact import Redacted, Redaction
from cassette_cli.output.foreign import cut, one_line
from cassette_cli.output.layout import Run, StyledLine
from cassette_cli.output.units import plural


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
    places = [f"{one.location.start.line}:{one.location.start.column}" for one in result.redactions]
    room = max(8, *map(len, places)) + 2
    for place, one in zip(places, result.redactions, strict=True):
        yield [Run("  " + place.ljust(room), "dim"), *_what(one)]
    for length in result.lengths:
        words = f"{length.field} of interaction {length.interaction}"
        yield [Run("  note: ", "yellow"), Run(f"{one_line(words)} was stated anew")]
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
