"""`cassette show -o json`: schema `cassette/show/v1`."""

from __future__ import annotations

from typing import Any

from cassette_cli.bodies.tree_text import tree_text
from cassette_cli.model.body import Body
from cassette_cli.model.cassette import Cassette, Interaction, Message
from cassette_cli.model.stream import AssembledMessage, Row, Stream, ToolCall
from cassette_cli.ops.show import Shown
from cassette_cli.source.place import file_start


def show_document(shown: Shown) -> dict[str, Any]:
    """One file's document; body texts only where they were asked for."""
    cassette = shown.cassette
    recorder = cassette.recorder
    return {
        "schema": "cassette/show/v1",
        "path": shown.path,
        "recorder": {
            "name": recorder.name,
            "version": recorder.version,
            "because": recorder.because,
        },
        "interactions": [
            _interaction(cassette, interaction, shown.with_text)
            for interaction in shown.interactions
        ],
    }


def _interaction(cassette: Cassette, interaction: Interaction, text: bool) -> dict[str, Any]:
    request, response = interaction.request, interaction.response
    stream = response.stream
    return {
        "index": interaction.index,
        "id": interaction.id,
        "kind": interaction.kind,
        "direction": interaction.direction,
        "request": {
            "method": request.method.value if request.method else None,
            "url": request.url.value if request.url else None,
            **_message(request, text),
        },
        "response": {
            "status": response.status,
            "reason": response.reason,
            **_message(response, text),
        },
        "duration_ms": interaction.duration_ms,
        "recorded_at": interaction.recorded_at,
        "stream": _stream(cassette, stream) if stream else None,
        "answer": _said(cassette, response.answer) if response.answer else None,
    }


def _message(message: Message, text: bool) -> dict[str, Any]:
    headers = [[header.name.value, [v.value for v in header.values]] for header in message.headers]
    return {"headers": headers, "body": _body(message.body, text)}


def _body(body: Body, with_text: bool) -> dict[str, Any]:
    text = None
    if with_text and body.text is not None:
        text = body.text.value
    elif with_text and body.tree is not None:
        text = tree_text(body.tree)
    return {
        "kind": body.kind,
        "size": body.size,
        "content_type": body.content_type,
        "content_encoding": body.content_encoding,
        "stored_as": body.stored_as,
        "text": text,
    }


def _stream(cassette: Cassette, stream: Stream) -> dict[str, Any]:
    said = _said(cassette, stream)
    return {
        "protocol": said.pop("protocol"),
        "events": stream.events,
        "chunks": stream.chunks,
        "complete": stream.complete,
        **said,
        "rows": [_row(cassette, row) for row in stream.rows],
        "problems": said["problems"],
    }


def _said(cassette: Cassette, stream: Stream) -> dict[str, Any]:
    choices = [_assembled(choice) for choice in stream.choices]
    return {
        "protocol": stream.protocol,
        "model": stream.model,
        "message": _assembled(stream.message),
        "choices": choices if len(choices) > 1 else [],
        "problems": [
            {
                "rule": problem.rule,
                "message": problem.message,
                "line": cassette.document.where(file_start(problem.place)).line,
            }
            for problem in stream.problems
        ],
    }


def _assembled(message: AssembledMessage) -> dict[str, Any]:
    return {
        "text": message.text.value,
        "reasoning": message.reasoning.value,
        "refusal": message.refusal.value,
        "tool_calls": [_call(call) for call in message.tool_calls],
        "server_tools": [_call(call) for call in message.server_tools],
        "citations": list(message.citations),
        "finish": message.finish,
        "usage": message.usage,
    }


def _call(call: ToolCall) -> dict[str, Any]:
    return {"id": call.id, "name": call.name, "arguments": call.arguments.value}


def _row(cassette: Cassette, row: Row) -> dict[str, Any]:
    return {
        "number": row.number,
        "event": row.event,
        "chunk": row.chunk,
        "kind": row.kind,
        "carries": list(row.carries),
        "text": row.text,
        "bytes": row.bytes,
        "line": cassette.document.where(file_start(row.place)).line,
    }
