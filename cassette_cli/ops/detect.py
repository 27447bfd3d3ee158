"""Find the secrets of a cassette, wherever the recording put them: the one detector there is.

`lint`, `redact` and `show` all ask here. Names tell (headers, cookies, parameters, JSON keys),
shapes tell (token formats, on decoded texts and on what stream deltas add up to), and a value found
once is looked for everywhere else, in every spelling.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator

from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.model.secret import Secret
from cassette_cli.model.stream import Stream
from cassette_cli.ops.detect_fields import in_field, in_headers, in_parameters, in_url
from cassette_cli.ops.detect_json import in_json_texts, in_tree, may_tell
from cassette_cli.ops.detect_same import same_values
from cassette_cli.ops.detect_text import in_tokens
from cassette_cli.source.node import scalars
from cassette_cli.source.place import base_spans, file_spans
from cassette_cli.source.spans import Span


def detect(cassette: Cassette) -> tuple[Secret, ...]:
    """Every secret in the file, none of them twice, in the order of the file.

    Raises:
        LimitError: a body is too large to be decoded.
    """
    found = [*_direct(cassette), *_in_other_documents(cassette)]
    if found:
        found += same_values(cassette, found)
    return tuple(_distinct(found))


def _direct(cassette: Cassette) -> Iterator[Secret]:
    for interaction in cassette.interactions:
        request, response = interaction.request, interaction.response
        if request.url is not None:
            yield from in_url(request.url, "URL")
        messages: tuple[Message, ...] = (request, response)
        for message in messages:
            yield from in_headers(message)
            for name, text in message.extra:
                yield from in_field(name, text)
            yield from _in_body(cassette, message)


def _in_other_documents(cassette: Cassette) -> Iterator[Secret]:
    """Tokens in documents behind the first: no recorder reads them, and git keeps them."""
    for root in cassette.document.parsed.roots[1:]:
        for leaf in scalars(root):
            yield from in_tokens(cassette.document.text(leaf), "another YAML document")


def _in_body(cassette: Cassette, message: Message) -> Iterator[Secret]:
    body, stream = message.body, message.stream
    where = f"{message.side} body"
    if body.tree is not None:
        yield from in_tree(cassette.document, body.tree, where)
    if body.text is None:
        return
    yield from in_tokens(body.text, where)
    if body.kind == "form":
        yield from in_parameters(body.text, where)
    elif stream is None:
        yield from in_json_texts([body.text], where)
    else:
        if may_tell(body.text.value):
            yield from in_json_texts(stream.data(), where)
        yield from _in_choices(stream, f"{where}, joined from its chunks")


def _in_choices(stream: Stream, where: str) -> Iterator[Secret]:
    for choice in stream.choices:
        for joined in choice.joined():
            yield from in_tokens(joined, where)
        yield from in_json_texts((call.arguments for call in choice.tool_calls), where)


def _distinct(found: list[Secret]) -> Iterator[Secret]:
    """Of secrets that overlap the longest, of equals the first found."""
    taken: dict[int, Taken] = {}
    kept: list[tuple[tuple[int, int], Secret]] = []
    for secret in sorted(found, key=lambda one: -one.length):
        pieces = base_spans(secret.place)
        lists = [(taken.setdefault(id(layer), Taken()), span) for layer, span in pieces]
        if any(held.overlaps(span) for held, span in lists):
            continue
        for held, span in lists:
            held.add(span)
        kept.append((_position(secret), secret))
    kept.sort(key=lambda pair: pair[0])
    yield from (secret for _, secret in kept)


class Taken:
    """Ranges of one layer, none of which overlaps another."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def overlaps(self, span: Span) -> bool:
        """Whether a range shares a character with one of them."""
        at = bisect_right(self._spans, span)
        near = self._spans[max(at - 1, 0) : at + 1]
        return any(span.start < end and start < span.end for start, end in near)

    def add(self, span: Span) -> None:
        """One more, which overlaps none."""
        insort(self._spans, span)


def _position(secret: Secret) -> tuple[int, int]:
    first = file_spans(secret.place)[0]
    return first.start, secret.place.span.start
