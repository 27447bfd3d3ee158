"""An event stream for the terminal: the table of its chunks, and the message they add up to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from cassette_cli.model.cassette import Cassette
from cassette_cli.model.stream import GENERIC, AssembledMessage, Row, Stream, ToolCall
from cassette_cli.output.citations import citation_words
from cassette_cli.output.foreign import cut, one_line, printable
from cassette_cli.output.layout import Run, StyledLine, wrap, wrap_pieces
from cassette_cli.output.table import Column, table
from cassette_cli.output.units import plural
from cassette_cli.output.usage_words import usage_words
from cassette_cli.source.place import file_start

_COLUMNS = (
    Column("#", "dim", right=True),
    Column("chunk", "dim", right=True),
    Column("event", "dim"),
    Column("carries", "cyan"),
    Column("text", flexible=True),
    Column("bytes", "dim", right=True),
    Column("line", "dim", right=True),
)
_TEXT_LIMIT = 400
_LABEL = 12


def chunk_table(
    cassette: Cassette, stream: Stream, width: int | None, *, collapse: bool
) -> Iterator[StyledLine]:
    """One row an event; with `collapse` one row a run of like ones."""
    agree = all(row.chunk in (row.number, None) for row in stream.rows)
    groups = groupby(stream.rows, key=_likeness if collapse else lambda row: row.number)
    rows = [_cells(cassette, list(group), numbers_agree=agree) for _, group in groups]
    yield from table(_COLUMNS, rows, width)


def _likeness(row: Row) -> object:
    carries = tuple(kind for kind in row.carries if kind != "role")
    return (row.event, row.kind, carries or row.carries)


def _cells(cassette: Cassette, rows: Sequence[Row], *, numbers_agree: bool) -> list[str]:
    first = rows[0]
    chunks = [row.chunk for row in rows if row.chunk is not None]
    text = "".join(row.text or "" for row in rows) or rows[-1].detail
    return [
        _range([row.number for row in rows]),
        "" if numbers_agree else _range(chunks),
        one_line(first.event or ""),
        carries_words(first),
        _visible(text),
        f"{sum(row.bytes for row in rows):,}",
        str(cassette.document.where(file_start(first.place)).line),
    ]


def _range(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"


def carries_words(row: Row) -> str:
    """`role, reasoning`; for a row that carries nothing its kind."""
    words = ", ".join(kind.replace("_", " ") for kind in row.carries)
    return words or row.kind.replace("done", "[DONE]")


def _visible(text: str) -> str:
    """On one line, blanks at the ends as `·`, cut with the count of what is left out."""
    inner = text.strip(" ")
    if not inner:
        return "·" * len(text)
    before, after = text.index(inner), len(text.rstrip(" "))
    return cut("·" * before + one_line(inner) + "·" * (len(text) - after), _TEXT_LIMIT)


def message_view(stream: Stream, width: int | None) -> Iterator[StyledLine]:
    """The joined message of every choice: reasoning, text, tool calls, finish reason, usage."""
    for number, choice in enumerate(stream.choices):
        if len(stream.choices) > 1:
            yield [Run(f"choice {number}", "bold")]
        yield from _choice(choice, width)
    if not stream.choices:
        yield [Run(f"no message: {stream.because}", "dim")]
    for problem in stream.problems:
        yield [Run("problem".ljust(_LABEL), "red"), Run(f"{problem.message} ({problem.rule})")]
    yield [Run(_summary(stream), "dim")]


def _summary(stream: Stream) -> str:
    """`17 events, 16 chunks, complete · grok-3-mini`, or `in one piece · grok-3-mini`."""
    model = f" · {one_line(stream.model)}" if stream.model else ""
    if not stream.streamed:
        return "in one piece" + model
    words = [plural(stream.events, "event"), plural(stream.chunks, "chunk")]
    if stream.protocol not in GENERIC:
        words.append("complete" if stream.complete else "no terminator")
    return ", ".join(words) + model


def _choice(message: AssembledMessage, width: int | None) -> Iterator[StyledLine]:
    yield from _labelled("reasoning", message.reasoning.value, width, "dim italic")
    yield from _labelled("text", message.text.value, width, "")
    yield from _labelled("refusal", message.refusal.value, width, "")
    for call in message.server_tools:
        yield from _call("server tool", call, width)
    for call in message.tool_calls:
        yield from _call("tool call", call, width)
    for number, citation in enumerate(message.citations):
        words = "\n".join(citation_words(citation))
        yield from _labelled("" if number else "citations", words, width, "")
    if message.finish is not None:
        yield [Run("finish".ljust(_LABEL), "magenta"), Run(one_line(message.finish))]
    if message.usage is not None:
        lines = wrap_pieces(usage_words(message.usage), _room(width))
        yield from _labelled("usage", "\n".join(lines), width, "")


def _call(label: str, call: ToolCall, width: int | None) -> Iterator[StyledLine]:
    name = f"{call.name or '?'}({call.id or 'no id'})"
    yield [Run(label.ljust(_LABEL), "magenta"), Run(one_line(name), "bold")]
    yield from _labelled("", pretty_arguments(call.arguments.value), width, "")


def _labelled(label: str, text: str, width: int | None, style: str) -> Iterator[StyledLine]:
    if not text:
        return
    room, shown = _room(width), _visible(text) if text.isspace() else printable(text)
    lines = wrap(shown, room) if room else shown.split("\n")
    if lines and not lines[-1]:
        lines[-2:] = [lines[-2] + "↵"] if len(lines) > 1 else ["↵"]
    for number, line in enumerate(lines):
        yield [Run((label if not number else "").ljust(_LABEL), "magenta"), Run(line, style)]


def _room(width: int | None) -> int | None:
    """Cells beside the label."""
    return max(20, width - _LABEL) if width else None


def pretty_arguments(text: str) -> str:
    """Arguments indented where they are JSON, and as they are where they are not."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=2) if text else "(none)"
    except (ValueError, RecursionError):
        return f"{text}\n(not JSON)"
