"""JSON-RPC 2.0 (https://www.jsonrpc.org/specification) over an event stream: MCP's streamable HTTP
(https://modelcontextprotocol.io/specification) and A2A (https://a2a-protocol.org)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Layer
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.values import complaint, listed, mapping, text

_KINDS = ("task", "message", "artifactUpdate", "statusUpdate")
"""Members of which A2A 1.0 sends one; before, they were told apart by their `kind`."""
_ENDS = ("completed", "canceled", "failed", "rejected", "input-required", "auth-required")
"""States of a task after which its stream ends
(https://a2a-protocol.org/latest/specification/#413-taskstate)."""


class RpcReading(Reading):
    """Joins the texts of results. A response ends it, or the last state of A2A's task.

    A stream of notifications alone has no end: a client listens as long as it likes.
    """

    terminator = "a final event"

    def __init__(self, body: Layer[Any], chunks: Sequence[Chunk]) -> None:
        super().__init__(body, chunks)
        self._listens = True
        self._artifacts: set[str] = set()

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The result, or the error."""
        if value.get("error"):
            yield "error", complaint(value["error"])
        result = mapping(value, "result")
        route: Route = ("result",)
        for kind in _KINDS:
            if mapping(result, kind):
                result, route = mapping(result, kind), ("result", kind)
                break
        if not result:
            return
        self._listens = False
        yield from self._texts(chunk, result, "content", route)
        yield from self._texts(chunk, result, "parts", route)
        status = mapping(result, "status")
        yield from self._texts(
            chunk, mapping(status, "message"), "parts", (*route, "status", "message")
        )
        yield from self._artifact(chunk, mapping(result, "artifact"), (*route, "artifact"))
        known = frozenset(self._artifacts)
        for at, artifact in listed(result, "artifacts"):
            if text(artifact, "artifactId") not in known:
                yield from self._artifact(chunk, artifact, (*route, "artifacts", at))
        state = text(status, "state")
        last = _is_last(result, state)
        self.ended = self.ended or last
        if state and (last or not self.streamed):
            yield self.choice().ends(state)

    def _artifact(self, chunk: Chunk, value: dict[str, Any], route: Route) -> Iterator[Saying]:
        """What a task makes; the task itself may hold it once more."""
        if name := text(value, "artifactId"):
            self._artifacts.add(name)
        yield from self._texts(chunk, value, "parts", route)

    def note_missing(self) -> None:
        """As everywhere, once there was a result; before that, an event that is cut."""
        if not self._listens:
            super().note_missing()
        elif self.chunks and not self.chunks[-1].event.terminated:
            self.note("truncated-stream", "the stream ends within an event", self.chunks[-1])

    def detail(self, chunk: Chunk) -> str:
        """The method of a notification or a request."""
        return text(chunk.value, "method")

    def _texts(
        self, chunk: Chunk, value: dict[str, Any], name: str, route: Route
    ) -> Iterator[Saying]:
        for at, part in listed(value, name):
            more = text(part, "text")
            if more and (part.get("type") or part.get("kind") or "text") == "text":
                yield self.choice().say("text", chunk.part(more, *route, name, at, "text"))


def _is_last(result: dict[str, Any], state: str) -> bool:
    """Whether no result follows: the answer to a call is alone, a task goes through its states."""
    if isinstance(result.get("final"), bool):
        return bool(result["final"])
    if not state:
        return not ({"artifact", "artifactId", "taskId"} & result.keys())
    return state.removeprefix("TASK_STATE_").lower().replace("_", "-") in _ENDS


class _Whole(RpcReading):
    """The only response."""

    streamed = False


class JsonRpc(Provider):
    """Remote calls."""

    name = "json-rpc"
    about = "JSON-RPC 2.0 over HTTP: MCP and A2A"
    reading = RpcReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the version that every message states."""
        if chunk.value.get("jsonrpc") == "2.0":
            return Offer(Bid.SURE, "a message says jsonrpc 2.0")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By the version, and the result of a tool or an agent."""
        result = mapping(value, "result")
        spoken = {"content", "parts", "status", "artifacts", *_KINDS} & result.keys()
        if value.get("jsonrpc") == "2.0" and spoken:
            return Offer(Bid.SURE, "it says jsonrpc 2.0 and holds a result")
        return None


STREAM = JsonRpc()
