"""`--replace PATTERN=TEXT --in bodies|urls|headers|all`: on values as they are decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cassette_cli.errors import UsageError
from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.ops.taken import Taken
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.json_layer import json_tree
from cassette_cli.source.layer import Layer, LayerEdit, Place
from cassette_cli.source.node import scalars
from cassette_cli.source.place import file_start, locate
from cassette_cli.source.spans import Edit, Span


class Where(StrEnum):
    """Which values a text is replaced in."""

    bodies = "bodies"
    urls = "urls"
    headers = "headers"
    all = "all"


@dataclass(frozen=True, slots=True)
class Replace:
    """Puts a text in the place of each match, however the value is written in the file."""

    pattern: re.Pattern[str]
    text: str
    where: Where

    @classmethod
    def of(cls, argument: str, where: Where, *, regex: bool) -> Replace:
        """From `PATTERN=TEXT`, split at the first `=`.

        Raises:
            UsageError: there is no `=`, nothing before it, or what is there is no expression.
        """
        found, equals, text = argument.partition("=")
        if not equals or not found:
            hint = "write PATTERN=TEXT; TEXT may be empty"
            raise UsageError(f"--replace {argument[:60]} says not what by what", hint=hint)
        try:
            pattern = re.compile(found if regex else re.escape(found))
        except re.error as error:
            hint = "leave out --regex to have it taken literally"
            raise UsageError(
                f"{found[:60]} is no regular expression: {error.msg}", hint=hint
            ) from None
        return cls(pattern, text if regex else text.replace("\\", "\\\\"), where)

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One edit for each match; of those that overlap in the file the first is taken."""
        draft, taken = Draft(), Taken()
        for text in _texts(cassette, self.where):
            for found in self.pattern.finditer(text.value):
                new = found.expand(self.text)
                place = Place(text, Span(*found.span()))
                if new == found.group() or not found.group() or not taken.take(place):
                    continue
                draft.edits.append(LayerEdit(text, Edit(place.span, new)))
                route = locate(cassette.document, place).route
                draft.made.append(Made("replace", route, file_start(place)))
        return draft


def _texts(cassette: Cassette, where: Where) -> Iterator[Layer[str]]:
    for interaction in cassette.interactions:
        url = interaction.request.url
        if where in (Where.urls, Where.all) and url is not None:
            yield url
        for message in interaction.messages:
            if where in (Where.headers, Where.all):
                yield from (value for header in message.headers for value in header.values)
            if where in (Where.bodies, Where.all):
                yield from _body_texts(cassette, message)


def _body_texts(cassette: Cassette, message: Message) -> Iterator[Layer[str]]:
    """What a body says: joined from its chunks, in its JSON, in its fields, or as it is."""
    body, stream = message.body, message.stream
    if body.tree is not None:
        yield from (cassette.document.text(leaf) for leaf in scalars(body.tree))
    if stream is not None:
        for choice in stream.choices:
            for joined in choice.joined():
                yield from _leaves(joined) if joined.value[:1] in ("{", "[") else (joined,)
        yield from (leaf for data in stream.data() for leaf in _leaves(data))
    elif body.text is not None:
        yield from _leaves(body.text)
    yield from (inner.text for inner in body.texts())


def _leaves(text: Layer[str]) -> Iterator[Layer[str]]:
    """The strings of a JSON text; all of a text that is none."""
    tree = json_tree(text)
    if tree is None:
        yield text
        return
    for route, leaf in tree.leaves():
        if leaf.style == "json":
            yield tree.leaf(leaf, route)
