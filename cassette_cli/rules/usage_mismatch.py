"""The rule `usage-mismatch`."""

from __future__ import annotations

from cassette_cli.rules.stream_rule import DONE, STOP, StreamRule, chunk, stream


def _usage(total: int) -> str:
    usage = f'{{"prompt_tokens":9,"completion_tokens":2,"total_tokens":{total}}}'
    return chunk('"delta":{}', f',"usage":{usage}')


class UsageMismatch(StreamRule):
    """A usage whose total is not what its parts add up to.

    Whatever further counts it states (reasoning, cache, tools) may be in the sum or not, as
    providers do it: none of these ways makes the total. It was most likely edited by hand.
    """

    name = "usage-mismatch"
    severity = "info"
    hint = "if a test counts tokens, record it again"
    bad = (stream(STOP, f"«{_usage(12)}»", DONE),)
    good = (stream(STOP, _usage(11), DONE),)


RULE = UsageMismatch
