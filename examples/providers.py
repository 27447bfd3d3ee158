"""What the APIs of the providers answer: files in `streams/`, each named after its protocol.

`NAME.sse` and the like hold a stream as it travels, `NAME.json` the answer of the same API in one
piece, and `NAME.calls.json` the two requests that ask for them. A protocol with several examples
has a name for each, of which its own is the beginning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from examples import frames

FOLDER = Path(__file__).parent / "streams"
TYPES: Mapping[str, str] = {
    "sse": "text/event-stream",
    "ndjson": "application/x-ndjson",
    "jsonl": "application/stream+json",
    "frames.json": "application/vnd.amazon.eventstream",
}
"""The media type of a stream by the ending of its file; `jsonl` is what Cohere's version 1 says."""

_STREAMED = re.compile(rb'"stream\w*"\s*:\s*true|"progressToken"')
"""In the body of a request that wants a stream; the token is what MCP's server reports under."""
_ENDS = {"sse": rb"(?<=\n\n)|(?<=\n\r\n)", "ndjson": rb"(?<=\n)", "jsonl": rb"(?<=\n)"}


@dataclass(frozen=True, slots=True)
class Recorded:
    """The body of an answer; `pieces` are sent chunk by chunk when there is more than one."""

    pieces: tuple[bytes, ...]
    content_type: str


@cache
def names() -> tuple[str, ...]:
    """Every example."""
    return tuple(sorted({path.name.partition(".")[0] for path in FOLDER.iterdir()}))


def calls(name: str) -> Mapping[str, Any]:
    """The request for the stream and the one for the whole: path, and body where it has one."""
    found: Mapping[str, Any] = json.loads((FOLDER / f"{name}.calls.json").read_bytes())
    return found


def answer(path: str, body: bytes) -> Recorded | None:
    """The answer to a request at `/NAME/...`, as it asks for it; None where there is no such."""
    name, _, rest = path.removeprefix("/").partition("/")
    if name not in names():
        return None
    if "stream" in rest.lower() or _STREAMED.search(body):
        return stream(name)
    return Recorded(((FOLDER / f"{name}.json").read_bytes(),), "application/json")


def stream(name: str) -> Recorded:
    """The stream, an event a piece."""
    ending = next(one for one in TYPES if (FOLDER / f"{name}.{one}").exists())
    data = (FOLDER / f"{name}.{ending}").read_bytes()
    if ending == "frames.json":
        return Recorded(tuple(map(frames.frame, json.loads(data))), TYPES[ending])
    return Recorded(tuple(filter(None, re.split(_ENDS[ending], data))), TYPES[ending])
