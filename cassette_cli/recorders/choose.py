"""The choice between recorders, and what is said where there is none."""

from __future__ import annotations

from cassette_cli.errors import UnrecognizedError, UnsupportedError, UsageError
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer, best
from cassette_cli.model.cassette import RecorderInfo
from cassette_cli.recorders.recorder import Recorder, names_of, recorders
from cassette_cli.recorders.unsupported import known_as, known_by_text
from cassette_cli.source.document import Document
from cassette_cli.source.node import Mapping, Node, Sequence, text_of

_NAME = lazy(r"[A-Za-z_][A-Za-z_./-]{0,30}[0-9]{0,3}")
"""A name that somebody gave; a key that holds a secret looks otherwise."""


def choose(document: Document, named: str | None = None) -> tuple[Recorder, RecorderInfo]:
    """The recorder of a document, with the reason and the others that it may be.

    Raises:
        UnsupportedError: it is a recording of a kind that is not read.
        UnrecognizedError: no recorder recognises it, or not the one that was named.
        UsageError: no recorder has that name.
    """
    candidates = [one for one in recorders() if named is None or named in names_of(one)]
    if not candidates:
        known = ", ".join(sorted({name for one in recorders() for name in names_of(one)}))
        raise UsageError(f"no recorder is called {named}", hint=f"known are {known}")
    root = document.root
    offers = [(one, one.bid(document)) for one in candidates] if root is not None else []
    winner = best(offers)
    kind = None if winner or named else known_as(root) or known_by_text(document.data)
    if kind is not None:
        raise UnsupportedError(kind.name, found=describe_root(root), hint=kind.advice)
    if winner is None:
        who = f"{named} does not recognise" if named else "no recorder recognises"
        raise UnrecognizedError(
            f"{who} it",
            found=describe_root(root),
            tried=_tried(offers),
            hint=_next_step(root, named),
        )
    recorder, offer = winner
    others = _others(recorder, offers) if offer.bid < Bid.SURE else ()
    return recorder, RecorderInfo(recorder.name, recorder.version, offer.because, others)


def _others(chosen: Recorder, offers: list[tuple[Recorder, Offer]]) -> tuple[str, ...]:
    """The titles of the others that have not said no, the likeliest first."""
    left = [(one, offer) for one, offer in offers if one is not chosen and offer.bid > Bid.NO]
    left.sort(key=lambda pair: -pair[1].bid)
    return tuple(RecorderInfo(one.name, one.version, "").title for one, _ in left)


def _tried(offers: list[tuple[Recorder, Offer]]) -> str | None:
    """Who said no, those of one reason together."""
    by_reason: dict[str, list[str]] = {}
    for one, offer in offers:
        if offer.bid is Bid.NO:
            by_reason.setdefault(offer.because, []).append(f"{one.name} v{one.version}")
    return ", ".join(f"{', '.join(names)} ({why})" for why, names in by_reason.items()) or None


def _next_step(root: Node | None, named: str | None) -> str:
    if root is None:
        return "an empty file is no cassette"
    if named:
        return "leave --recorder out to see which recorder it is"
    return "name it with --recorder to see what it lacks"


def describe_root(root: Node | None) -> str:
    """What a file holds at its top, for a message: kinds and key names, never a value."""
    if isinstance(root, Mapping):
        names = [text_of(key) or "" for key, _ in root.entries]
        shown = ", ".join(name if _NAME.fullmatch(name) else "?" for name in names[:6])
        return f"top-level keys {shown}{' ...' if len(names) > 6 else ''}" if names else "{}"
    if isinstance(root, Sequence):
        return f"a list of {len(root.items)}"
    return "nothing" if root is None else "a single text"
