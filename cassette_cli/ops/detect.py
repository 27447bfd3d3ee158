"""Find the secrets of a cassette, wherever the recording put them: the one detector there is.

`lint`, `redact` and `show` all ask here. Names tell (headers, cookies, parameters, JSON keys),
shapes tell (token formats, on decoded texts and on what stream deltas add up to), and a value found
once is looked for everywhere else, in every spelling.
"""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials.names import json_key_kind
from cassette_cli.credentials.tokens import find_tokens
from cassette_cli.model.body import Body
from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.model.kind import HARMLESS
from cassette_cli.model.secret import Secret
from cassette_cli.model.stream import Stream
from cassette_cli.ops.detect_fields import (
    in_field,
    in_headers,
    in_links,
    in_parameters,
    in_url,
    json_values,
)
from cassette_cli.ops.detect_json import in_json_texts, in_leaf, in_tree, may_tell
from cassette_cli.ops.detect_rest import in_the_rest, rest_texts
from cassette_cli.ops.detect_same import same_values, texts
from cassette_cli.ops.detect_strands import in_strand
from cassette_cli.ops.detect_text import each_part_once, in_tokens
from cassette_cli.ops.rest import Rest
from cassette_cli.ops.taken import Taken
from cassette_cli.source.layer import Layer
from cassette_cli.source.place import file_spans
from cassette_cli.streams.strands import strands


def detect(cassette: Cassette) -> tuple[Secret, ...]:
    """Every secret in the file, none of them twice, in the order of the file.

    Raises:
        LimitError: a body is too large to be decoded.
    """
    rest = Rest(cassette)
    found = [*_direct(cassette), *in_the_rest(rest)]
    if found:
        found += same_values(found, [*texts(cassette), *rest_texts(rest)])
    return tuple(_distinct(found))


def _direct(cassette: Cassette) -> Iterator[Secret]:
    for interaction in cassette.interactions:
        if interaction.request.url is not None:
            yield from in_url(interaction.request.url, "URL")
        for message in interaction.messages:
            yield from in_headers(message)
            for field in message.extra:
                yield from in_field(field)
                if field.holds == "parameter":
                    yield from in_json_texts([field.text], f"form field {field.name}")
            yield from _in_body(cassette, message)


def _in_body(cassette: Cassette, message: Message) -> Iterator[Secret]:
    body, stream = message.body, message.stream
    where = f"{message.side} body"
    if body.tree is not None:
        yield from in_tree(cassette.document, body.tree, where)
    yield from _in_texts(body, where)
    if body.text is not None:
        yield from _in_text(body, body.text, stream, where)
    elif stream is not None:
        known = {id(text) for _, text in body.texts()}
        for text in (one for one in stream.data() if id(one) not in known):
            yield from in_leaf(text, None, "", where)
    if stream is not None:
        yield from _in_choices(stream, f"{where}, joined from its chunks")


def _in_text(body: Body, text: Layer[str], stream: Stream | None, where: str) -> Iterator[Secret]:
    """Secrets in a body that is one text."""
    if body.kind != "form" and _is_quiet(text.value):
        return
    yield from in_tokens(text, where)
    yield from in_links(text, where)
    if body.kind == "form":
        yield from in_parameters(text, where)
        yield from in_json_texts(json_values(text), f"{where}, form field")
    elif stream is None:
        yield from in_json_texts([text], where)
    elif may_tell(text.value):
        yield from in_json_texts(stream.data(), where)


def _is_quiet(text: str) -> bool:
    """Whether a look at the parts of a long text, each once, shows that no secret is in it."""
    parts = each_part_once(text)
    return parts is not text and not any(find_tokens(parts)) and not may_tell(parts)


def _in_texts(body: Body, where: str) -> Iterator[Secret]:
    """Secrets in the texts within a body: a form's fields, elements of XML, frames."""
    names = frozenset(name for name, _ in body.texts() if name)
    for name, text in body.texts():
        kind = json_key_kind(name, names) if name else None
        yield from in_leaf(text, kind, name or "", where)


def _in_choices(stream: Stream, where: str) -> Iterator[Secret]:
    for choice in stream.choices:
        for joined in choice.joined():
            yield from in_tokens(joined, where)
            yield from in_links(joined, where)
        yield from in_json_texts(choice.arguments(), where)
    for strand in strands(stream):
        yield from in_strand(strand, where)


def _distinct(found: list[Secret]) -> Iterator[Secret]:
    """Of secrets that overlap the most harmful, then the longest, of equals the first found.

    An account's identifier that holds a key must not hide it.
    """
    taken = Taken()
    ranked = sorted(found, key=lambda one: (one.secret_class in HARMLESS, -one.length))
    kept = [one for one in ranked if taken.take(one.place)]
    yield from sorted(kept, key=_position)


def _position(secret: Secret) -> tuple[int, int]:
    first = file_spans(secret.place)[0]
    return first.start, secret.place.span.start
