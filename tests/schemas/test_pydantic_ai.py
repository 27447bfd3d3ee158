"""Frames and gRPC calls fit; what is neither does not."""

from __future__ import annotations

from typing import Any

import pytest
from documents import EXCHANGE, GONE, VCRPY, Route, changed, faults

NAME = "recorders/pydantic-ai"
MESSAGE: Any = {"json": {"model": "a"}, "raw": "Cgth"}
FRAME: Any = {"kind": "message", "direction": "sent", "data": {"type": "session.update"}}
SAMPLE: Any = {"request_sample": {**MESSAGE}, "response_sample": {**MESSAGE}}
STREAM: Any = {
    "request_stream": {**MESSAGE},
    "response_stream": {"chunks_json": [{"chunk": {}}], "chunks_raw": ["Cgth"]},
}
FILE: Any = {"version": 1, "interactions": [FRAME, SAMPLE, STREAM]}
BROKEN: list[tuple[Route, Any, Route]] = [
    ((), [FRAME], ()),
    (("interactions",), GONE, ()),
    (("interactions",), "none", ("interactions",)),
    (EXCHANGE, VCRPY["interactions"][0], EXCHANGE),
    ((*EXCHANGE, "direction"), GONE, EXCHANGE),
    ((*EXCHANGE, "direction"), 1, (*EXCHANGE, "direction")),
    (("interactions", 1, "response_sample"), GONE, ("interactions", 1)),
    (("interactions", 1, "request_sample"), "Cgth", ("interactions", 1, "request_sample")),
    (("interactions", 1, "request_sample", "raw"), 1, ("interactions", 1, "request_sample", "raw")),
    (("interactions", 2, "response_stream"), [], ("interactions", 2, "response_stream")),
]
ODD: list[tuple[Route, Any]] = [
    (("interactions",), None),
    (("interactions",), []),
    (("version",), GONE),
    ((*EXCHANGE, "data"), "ping"),
    ((*EXCHANGE, "data"), GONE),
    ((*EXCHANGE, "kind"), GONE),
]


@pytest.mark.parametrize(("route", "value", "where"), BROKEN)
def test_what_is_neither_frame_nor_call(route: Route, value: Any, where: Route) -> None:
    assert faults(NAME, changed(FILE, route, value)) == {where}


@pytest.mark.parametrize(("route", "value"), ODD)
def test_what_fits(route: Route, value: Any) -> None:
    assert not faults(NAME, FILE)
    assert not faults(NAME, changed(FILE, route, value))
