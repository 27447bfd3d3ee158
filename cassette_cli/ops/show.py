"""What `show` shows: one file's interactions, chosen and ready to be laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.bodies.tree_text import tree_text
from cassette_cli.model.cassette import Cassette, Interaction
from cassette_cli.ops.select import select


@dataclass(frozen=True, slots=True)
class Shown:
    """The chosen interactions of a file; `with_text` when their bodies are to be given whole.

    `masked` counts the detected secrets that were masked, None where nothing was looked for.
    """

    path: str
    cassette: Cassette
    interactions: tuple[Interaction, ...]
    with_text: bool
    masked: int | None = None


def choose_interactions(
    cassette: Cassette, selectors: Sequence[str], grep: str | None
) -> tuple[Interaction, ...]:
    """The interactions that the selectors name (all without any) and that hold the text."""
    chosen = select(cassette.interactions, selectors) if selectors else cassette.interactions
    if grep is None:
        return chosen
    return tuple(one for one in chosen if holds(one, grep))


def holds(interaction: Interaction, text: str) -> bool:
    """Whether any decoded part holds `text`; case counts only where `text` has capitals."""
    exact = text != text.lower()
    return any(text in (part if exact else part.lower()) for part in _texts(interaction))


def _texts(interaction: Interaction) -> Iterator[str]:
    yield interaction.title
    for message in interaction.messages:
        for header in message.headers:
            yield from (f"{header.name.value}: {value.value}" for value in header.values)
        yield from (f"{field.name}: {field.text.value}" for field in message.extra)
        if message.body.tree is not None:
            yield tree_text(message.body.tree)
        elif message.body.text is not None:
            yield message.body.text.value
        yield from (inner.text.value for inner in message.body.texts())
    stream = interaction.response.stream
    for choice in stream.choices if stream else ():
        yield from (joined.value for joined in choice.joined())
