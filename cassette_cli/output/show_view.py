"""`show -i`: one interaction in full, or the one part of it that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cassette_cli.model.cassette import Interaction, Message
from cassette_cli.model.stream import GENERIC, Stream
from cassette_cli.ops.show import Shown
from cassette_cli.output.foreign import one_line
from cassette_cli.output.layout import Run, StyledLine, wrap_pieces
from cassette_cli.output.show_body import body_lines, body_summary, header_lines
from cassette_cli.output.show_list import title
from cassette_cli.output.show_stream import chunk_table, message_view
from cassette_cli.output.units import duration, plural

Part = Literal["all", "chunks", "message", "headers", "request", "response", "usage"]


@dataclass(frozen=True, slots=True)
class View:
    """What to lay out. `width` counts terminal cells, None means no limit; `whole` cuts nothing."""

    part: Part = "all"
    width: int | None = None
    whole: bool = False
    collapse: bool = False
    explain: bool = False


def full_view(shown: Shown, view: View) -> Iterator[StyledLine]:
    """Every chosen interaction, under the file's title where more than a part is shown."""
    for number, interaction in enumerate(shown.interactions):
        if number:
            yield []
        if view.part == "all":
            yield from title(shown, view.width, interaction.index)
            yield []
            yield from _whole(shown, interaction, view)
        else:
            several = len(shown.interactions) > 1
            if several or view.part == "headers":
                which = f"interaction {interaction.index} · " if several else ""
                yield [Run(which + one_line(interaction.title), "bold")]
            yield from _part(shown, interaction, view)


def _whole(shown: Shown, interaction: Interaction, view: View) -> Iterator[StyledLine]:
    request, response = interaction.request, interaction.response
    yield [Run(one_line(interaction.title), "bold")]
    if view.explain:
        yield from _explanation(shown, interaction)
    frame = "Frame" if interaction.kind == "websocket" else None
    if interaction.direction != "received":
        yield []
        yield from _heading(frame or "Request", body_summary(request.body), view)
        yield from header_lines(request)
        yield from _body(request, view)
    if interaction.direction != "sent":
        yield []
        yield from _heading(frame or "Response", _answer(interaction), view)
        yield from header_lines(response)
        yield from _body(response, view)
    if response.stream is not None:
        yield from _stream(shown, response.stream, view)
    elif response.answer is not None:
        yield []
        yield from _heading("Message", f"{response.answer.protocol}, in one piece", view)
        yield from message_view(response.answer, view.width)


def _stream(shown: Shown, stream: Stream, view: View) -> Iterator[StyledLine]:
    yield []
    yield from _heading("Chunks", f"{stream.protocol} · {_size(stream)}", view)
    yield from chunk_table(shown.cassette, stream, view.width, collapse=view.collapse)
    if stream.protocol not in GENERIC:
        yield []
        yield from _heading("Message", "joined from the chunks", view)
        yield from message_view(stream, view.width)


def _part(shown: Shown, interaction: Interaction, view: View) -> Iterator[StyledLine]:
    request, response = interaction.request, interaction.response
    stream, said = response.stream, response.stream or response.answer
    match view.part:
        case "chunks" if stream:
            yield from chunk_table(shown.cassette, stream, view.width, collapse=view.collapse)
        case "message" if said:
            yield from message_view(said, view.width)
        case "chunks":
            yield [Run(f"interaction {interaction.index} is no event stream", "dim")]
        case "message":
            yield [Run(f"interaction {interaction.index} holds no message of a model", "dim")]
        case "headers":
            yield from header_lines(request)
            yield []
            yield [Run(_status(interaction), "bold")]
            yield from header_lines(response)
        case "request":
            yield from body_lines(request.body, view.width, whole=True)
        case _:
            yield from body_lines(response.body, view.width, whole=True)


def _body(message: Message, view: View) -> Iterator[StyledLine]:
    if message.stream is not None and message.side == "response":
        return
    lines = list(body_lines(message.body, view.width, whole=view.whole))
    if lines:
        yield []
        yield from lines


def _heading(name: str, words: str, view: View) -> Iterator[StyledLine]:
    """The words go on below themselves where the terminal is too narrow."""
    indent = len(f"▌ {name}  ")
    room = None if view.width is None else max(20, view.width - indent)
    first, *more = wrap_pieces(words.split(" · "), room)
    yield [Run("▌ ", "magenta"), Run(name, "bold"), Run(f"  {first}", "dim")]
    yield from ([Run(" " * indent), Run(line, "dim")] for line in more)


def _status(interaction: Interaction) -> str:
    response = interaction.response
    unknown = "?" if interaction.kind == "http" else ""
    parts = (unknown if response.status is None else str(response.status), response.reason or "")
    return one_line(" ".join(parts).strip())


def _answer(interaction: Interaction) -> str:
    words = [_status(interaction), body_summary(interaction.response.body)]
    took = duration(interaction.duration_ms)
    return " · ".join(filter(None, (*words, took)))


def _size(stream: Stream) -> str:
    return f"{plural(stream.events, 'event')}, {plural(stream.chunks, 'chunk')}"


def _explanation(shown: Shown, interaction: Interaction) -> Iterator[StyledLine]:
    """Which reader was chosen at each step, and because of what."""
    recorder = shown.cassette.recorder
    yield [Run(f"recorder {recorder.title}: {recorder.because}", "dim")]
    for message in interaction.messages:
        body = message.body
        yield [Run(f"{message.side} body {body.kind}: {one_line(body.because)}", "dim")]
        if message.stream is not None:
            stream = message.stream
            yield [Run(f"stream {stream.protocol}: {one_line(stream.because)}", "dim")]
