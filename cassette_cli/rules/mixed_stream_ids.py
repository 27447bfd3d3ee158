"""The rule `mixed-stream-ids`."""

from __future__ import annotations

from cassette_cli.rules.stream_rule import DONE, StreamRule, chunk, stream


class MixedStreamIds(StreamRule):
    """A stream whose chunks do not all name the same id and the same model.

    Two answers may have been joined by hand. Some gateways number chunks by themselves, so this
    only informs.
    """

    name = "mixed-stream-ids"
    severity = "info"
    hint = "record it again if it was put together by hand"
    bad = (
        stream(
            chunk('"delta":{"content":"a"}', ',"id":"chatcmpl-1"'),
            "«" + chunk('"delta":{"content":"b"}', ',"id":"chatcmpl-2"') + "»",
            DONE,
        ),
    )
    good = (
        stream(
            chunk('"delta":{"content":"a"}', ',"id":""'),
            chunk('"delta":{"content":"b"}', ',"id":"chatcmpl-2"'),
            DONE,
        ),
    )


RULE = MixedStreamIds
