"""What the rules about streams share: each reports what a stream's reader called by its name."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.example import Example, go_vcr
from cassette_cli.rules.rule import Rule, Subject

DONE = "data: [DONE]"


class StreamRule(Rule):
    """A problem of event streams, or of the same answers in one piece."""

    group = "streams"
    hint: str

    def check(self, subject: Subject) -> Iterator[Finding]:
        """What the stream's reader noticed."""
        for _, message in subject.messages():
            for told in (message.stream, message.answer):
                for problem in told.problems if told else ():
                    if problem.rule == self.name:
                        yield self.finding(problem.message, problem.place, self.hint)


def stream(*lines: str) -> Example:
    """A response of event-stream lines."""
    body = "".join(f"      {line}\n\n" for line in lines)
    return go_vcr(got="Content-Type:\n- text/event-stream", body=f"|+\n{body.rstrip()}\n")


def chunk(choice: str, beside: str = "") -> str:
    """A chat chunk with this in its only choice, and this beside the choices."""
    choices = f'"choices":[{{"index":0,{choice}}}]'
    return f'data: {{"object":"chat.completion.chunk",{choices}{beside}}}'


HELLO = chunk('"delta":{"content":"Hello"}')
STOP = chunk('"delta":{},"finish_reason":"stop"')
