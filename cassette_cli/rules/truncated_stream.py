"""The rule `truncated-stream`."""

from __future__ import annotations

from cassette_cli.rules.stream_rule import DONE, HELLO, STOP, StreamRule, stream


class TruncatedStream(StreamRule):
    """An event stream that stops before its message ends.

    Neither what ends every stream of its protocol (`[DONE]`, `message_stop` ...) nor a finish
    reason came, and no error either: the recording was cut, most often because the test stopped
    reading. Whoever replays it gets half an answer. Record it again.
    """

    name = "truncated-stream"
    severity = "error"
    hint = "record it again, and read the stream to its end"
    bad = (stream(f"«{HELLO}»"),)
    good = (stream(HELLO, DONE), stream(STOP))


RULE = TruncatedStream
