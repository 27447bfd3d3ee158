"""The rule `invalid-tool-arguments`."""

from __future__ import annotations

from cassette_cli.rules.stream_rule import DONE, StreamRule, chunk, stream


def _call(arguments: str) -> str:
    function = f'"function":{{"name":"weather","arguments":"{arguments}"}}'
    calls = f'"tool_calls":[{{"index":0,"id":"call_1",{function}}}]'
    return chunk(f'"delta":{{{calls}}},"finish_reason":"tool_calls"')


class InvalidToolArguments(StreamRule):
    """A tool call whose arguments, once joined, are not a JSON object.

    Clients parse them, and fail. Models do send such arguments, most often when a limit of tokens
    cut them; so does a cassette in which a delta was lost or edited.
    """

    name = "invalid-tool-arguments"
    severity = "warning"
    hint = "record it again, unless the test is about such arguments"
    bad = (stream(_call('«{\\"city\\":»'), DONE),)
    good = (stream(_call('{\\"city\\":1}'), DONE), stream(_call(""), DONE))


RULE = InvalidToolArguments
