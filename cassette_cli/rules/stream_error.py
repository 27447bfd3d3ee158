"""The rule `stream-error`."""

from __future__ import annotations

from cassette_cli.rules.stream_rule import DONE, HELLO, STOP, StreamRule, stream


class StreamError(StreamRule):
    """An event stream in which the provider reports an error.

    It comes as an event, as a member of a chunk, or as a line `error: …` that every client skips,
    so that the answer just seems shorter. Tests of errors record it on purpose.
    """

    name = "stream-error"
    severity = "warning"
    hint = "record it again, unless the test is about this error"
    bad = (
        stream(HELLO, '«data: {"error":{"message":"overloaded","code":503}}»'),
        stream(HELLO, '«error: {"code":503}»'),
    )
    good = (stream(HELLO, STOP, DONE),)


RULE = StreamError
