"""The rule `truncated-stream`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.example import Example, go_vcr
from cassette_cli.rules.rule import Rule, Subject


def _stream(*lines: str) -> Example:
    """A response of event-stream lines; chunks are given by what stands in their only choice."""
    body = "".join(f"      {line}\n\n" for line in lines)
    return go_vcr(got="Content-Type:\n- text/event-stream", body=f"|+\n{body.rstrip()}\n")


def _chunk(choice: str) -> str:
    return f'data: {{"object":"chat.completion.chunk","choices":[{{"index":0,{choice}}}]}}'


class TruncatedStream(Rule):
    """An event stream that stops before its message ends.

    Neither the protocol's terminator (`[DONE]`) nor a finish reason came, and no error either: the
    recording was cut, most often because the test stopped reading. Whoever replays it gets half an
    answer. Record it again.
    """

    name = "truncated-stream"
    group = "streams"
    severity = "error"
    bad = (_stream("«" + _chunk('"delta":{"content":"Hel"}') + "»"),)
    good = (
        _stream(_chunk('"delta":{"content":"Hello"}'), "data: [DONE]"),
        _stream(_chunk('"delta":{},"finish_reason":"stop"')),
    )

    def check(self, subject: Subject) -> Iterator[Finding]:
        """What the stream's reader noticed."""
        for _, message in subject.messages():
            stream = message.stream
            for problem in stream.problems if stream else ():
                if problem.rule == self.name:
                    hint = "record it again, and read the stream to its end"
                    yield self.finding(problem.message, problem.place, hint)


RULE = TruncatedStream
