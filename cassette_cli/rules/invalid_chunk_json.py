"""The rule `invalid-chunk-json`."""

from __future__ import annotations

from cassette_cli.rules.stream_rule import DONE, HELLO, STOP, StreamRule, chunk, stream


class InvalidChunkJson(StreamRule):
    """An event of a stream whose data should be a JSON object, and is none.

    Clients stop at it or drop it. Most often an edit by hand broke it, or a placeholder was put
    over a number.
    """

    name = "invalid-chunk-json"
    severity = "error"
    hint = "put the quote, the comma or the number back, or record it again"
    bad = (stream(HELLO, '«data: {"choices":[{]}»', STOP, DONE),)
    good = (stream(HELLO, chunk('"delta":{}'), STOP, DONE),)


RULE = InvalidChunkJson
