"""Findings made concrete: everything an output needs, and nothing that cannot be pickled."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cassette_cli.errors import CassetteError, Where
from cassette_cli.model.cassette import Cassette, Interaction
from cassette_cli.model.finding import Finding, Severity
from cassette_cli.ops.masks import Masks
from cassette_cli.ops.pinpoint import pinpoint
from cassette_cli.source.place import Location
from cassette_cli.source.spans import Span

_BEFORE, _AFTER = 60, 100


@dataclass(frozen=True, slots=True, repr=False)
class Excerpt:
    """The finding's surroundings on its line, secrets masked.

    `start` and `end` are the 0-based characters of `text` that are meant; `cut_left` and
    `cut_right` count the characters of the line that are left out.
    """

    text: str
    start: int
    end: int
    cut_left: int
    cut_right: int


@dataclass(frozen=True, slots=True, repr=False)
class Reported:
    """One finding as outputs print it. Lines and columns are 1-based, ends exclusive."""

    rule: str
    severity: Severity
    message: str
    path: str
    start: Where | None
    end: Where | None
    spans: tuple[tuple[Where, Where], ...]
    interaction: int | None
    title: str | None
    pointer: str | None
    body_pointer: str | None
    event: int | None
    fingerprint: str
    hint: str | None
    excerpt: Excerpt | None


def report(path: str, cassette: Cassette, finding: Finding, masks: Masks) -> Reported:
    """Make one finding concrete."""
    document = cassette.document
    location = pinpoint(cassette, finding.place, finding.route)
    interaction = cassette.interaction_at(location.route)
    places = [(document.where(a), document.where(b)) for a, b in location.spans]
    return Reported(
        finding.rule,
        finding.severity,
        masks.words(finding.message),
        path,
        location.start,
        location.end,
        tuple(places) if len(places) > 1 else (),
        interaction.index if interaction else None,
        _title(interaction, location, masks) if interaction else None,
        masks.pointer(location.route),
        None if location.body_route is None else masks.pointer(location.body_route),
        location.record,
        _fingerprint(finding, location),
        finding.hint,
        _excerpt(masks, location.spans[0]),
    )


def report_error(path: str, error: CassetteError) -> Reported:
    """A file that could not be read, as the finding `unreadable`."""
    told = (("found ", error.found), ("tried ", error.tried), ("", error.hint))
    hint = "; ".join(label + words for label, words in told if words)
    return Reported(
        "unreadable", "error", error.message, path, error.where, error.where, (), None, None,
        None, None, None, digest("unreadable", error.message), hint or None, None,
    )  # fmt: skip


def _title(interaction: Interaction, location: Location, masks: Masks) -> str:
    """`interaction 3 · POST https://... · response.body`."""
    words = [masks.words(interaction.verb), *map(masks.layer, interaction.target)]
    steps = location.route[len(interaction.route) :]
    field = masks.words(".".join(map(str, steps[:2])))
    parts = (f"interaction {interaction.index}", " ".join(filter(None, words)), field)
    return " · ".join(part for part in parts if part)


def _fingerprint(finding: Finding, location: Location) -> str:
    """The rule and the place in the structure; bits of the value only where it has 80 and more."""
    parts = (finding.rule, location.pointer, location.body_pointer, str(location.record))
    return digest(*parts, finding.value_bits or "")


def digest(*parts: str) -> str:
    """16 hexadecimal digits that stand for these texts."""
    text = "\0".join(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _excerpt(masks: Masks, span: Span) -> Excerpt:
    document = masks.document
    number = document.where(span.start).line
    start = document.lines.starts[number - 1]
    end = start + len(document.lines.line(number))
    low = max(start, span.start - _BEFORE)
    high = min(end, max(low, min(span.end, span.start + _AFTER)) + _BEFORE)
    low = _skip_blanks(document.value, low, span.start)
    return Excerpt(
        masks.text(Span(low, high)),
        span.start - low,
        min(span.end, high) - low,
        low - start if document.value[start:low].strip() else 0,
        end - high,
    )


def _skip_blanks(text: str, low: int, until: int) -> int:
    while low < until and text[low] in " \t":
        low += 1
    return low
