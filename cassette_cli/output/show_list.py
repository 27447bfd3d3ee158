"""`show` without a selector: one line an interaction."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.cassette import Interaction, Kind, Message
from cassette_cli.ops.show import Shown
from cassette_cli.output.foreign import one_line
from cassette_cli.output.layout import Run, StyledLine, cell_len
from cassette_cli.output.table import Column, table
from cassette_cli.output.units import duration, plural, size

_NAMES: dict[Kind, tuple[str, str]] = {
    "http": ("method", "url"),
    "websocket": ("direction", "type"),
    "grpc": ("wire", "model"),
}
"""Heads of the columns that say what an interaction is, by the kind of the first one."""

_REST = (
    Column("status", right=True),
    Column("received", "dim", right=True, may_go=True),
    Column("sent", "dim", right=True, may_go=True),
    Column("time", "dim", right=True, may_go=True),
    Column("body", "cyan", flexible=True, least=12),
)


def title(shown: Shown, width: int | None, index: int | None = None) -> Iterator[StyledLine]:
    """`chat.yaml · go-vcr v2 · 3 interactions`, `· interaction 1 of 0-2`; on two lines if long."""
    count = len(shown.cassette.interactions)
    words = (
        plural(count, "interaction") if index is None else f"interaction {index} of 0-{count - 1}"
    )
    if index is not None and count == 1:
        words = "its only interaction"
    path = one_line(shown.path)
    rest = f"{shown.cassette.recorder.title} · {words}"
    if width is not None and cell_len(path) + 3 + cell_len(rest) > width:
        yield [Run(path, "bold")]
        yield [Run(rest, "dim")]
    else:
        yield [Run(path, "bold"), Run(f" · {rest}", "dim")]


def list_view(shown: Shown, width: int | None, *, explain: bool = False) -> Iterator[StyledLine]:
    """The table of interactions under the file's title."""
    yield from title(shown, width)
    if explain:
        recorder = shown.cassette.recorder
        yield [Run(f"recorder {recorder.title}: {recorder.because}", "dim")]
    if not shown.interactions:
        return
    yield []
    verb, target = _NAMES[shown.interactions[0].kind]
    named = Column(verb, "bold"), Column(target, flexible=True, least=24)
    columns = (Column("#", "dim", right=True), *named, *_REST)
    yield from table(columns, [_row(one) for one in shown.interactions], width)


def _row(interaction: Interaction) -> list[str]:
    request, response = interaction.request, interaction.response
    return [
        str(interaction.index),
        one_line(interaction.verb) or "?",
        one_line(" ".join(one.value for one in interaction.target)) or "?",
        _status(interaction),
        size(response.body.size),
        size(request.body.size),
        duration(interaction.duration_ms),
        body_words(request if interaction.direction == "sent" else response),
    ]


def _status(interaction: Interaction) -> str:
    """The status, `?` where an HTTP answer lacks it; other wires have none."""
    status = interaction.response.status
    if status is None:
        return "?" if interaction.kind == "http" else ""
    return str(status)


def body_words(message: Message) -> str:
    """What a body is, in words: `json`, `sse openai-chat 16 chunks`, `png`."""
    body, stream = message.body, message.stream
    if stream is not None:
        words = dict.fromkeys((body.kind, stream.protocol, plural(stream.chunks, "chunk")))
        return " ".join(words)
    if body.problem:
        return f"{body.kind} (undecodable)"
    return "" if body.kind == "empty" else body.kind
