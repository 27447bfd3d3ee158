"""The rule `missing-terminator`."""

from __future__ import annotations

from cassette_cli.rules.stream_rule import DONE, HELLO, STOP, StreamRule, stream


class MissingTerminator(StreamRule):
    """A stream with a finish reason, but without what ends every stream of its protocol.

    The message is whole. Some gateways never send `[DONE]`, and some tests stop reading at the
    finish reason; a client that waits for the end will wait for the connection to close.
    """

    name = "missing-terminator"
    severity = "info"
    hint = "record it again if the provider sends one, and read the stream to its end"
    bad = (stream(HELLO, f"«{STOP}»"),)
    good = (stream(HELLO, STOP, DONE),)


RULE = MissingTerminator
