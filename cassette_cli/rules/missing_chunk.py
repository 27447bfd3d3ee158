"""The rule `missing-chunk`."""

from __future__ import annotations

from cassette_cli.rules.stream_rule import StreamRule, stream


def _event(number: int, kind: str, beside: str = "") -> str:
    return f'data: {{"type":"response.{kind}","sequence_number":{number}{beside}}}'


class MissingChunk(StreamRule):
    """A stream whose events are numbered, and in which a number is missing.

    A chunk was lost or taken out by hand: what the others add up to has a gap.
    """

    name = "missing-chunk"
    severity = "warning"
    hint = "record it again"
    bad = (stream(_event(0, "in_progress"), f"«{_event(2, 'completed')}»"),)
    good = (stream(_event(0, "in_progress"), _event(1, "completed")),)


RULE = MissingChunk
