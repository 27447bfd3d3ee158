"""The rule `truncated-stream`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.rule import Example, Rule, Subject

_HEAD = """---
version: 2
interactions:
- id: 0
  request:
    method: POST
    url: https://api.example.com/v1/chat/completions
    headers: {}
  response:
    headers:
      Content-Type:
      - text/event-stream
    status: 200 OK
    code: 200
    duration: 1ms
    body: |+
"""


class TruncatedStream(Rule):
    """An event stream that stops before its message ends.

    Neither the protocol's terminator (`[DONE]`) nor a finish reason came, and no error either: the
    recording was cut, most often because the test stopped reading. Whoever replays it gets half an
    answer. Record it again.
    """

    name = "truncated-stream"
    group = "streams"
    severity = "error"
    bad = (
        Example(
            _HEAD
            + '      «data: {"object":"chat.completion.chunk",'
            + '"choices":[{"index":0,"delta":{"content":"Hel"}}]}»\n\n'
        ),
    )
    good = (
        Example(
            _HEAD
            + '      data: {"object":"chat.completion.chunk",'
            + '"choices":[{"index":0,"delta":{"content":"Hello"}}]}\n\n'
            + "      data: [DONE]\n\n"
        ),
        Example(
            _HEAD
            + '      data: {"object":"chat.completion.chunk",'
            + '"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'
        ),
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
