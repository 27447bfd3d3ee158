"""Rewrite one cassette, transform by transform, each proved before the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cassette_cli.model.cassette import Cassette
from cassette_cli.ops.lengths import restate_lengths
from cassette_cli.ops.load import attach, load, reload
from cassette_cli.ops.transforms.transform import Setting, Transform
from cassette_cli.ops.validate import violations
from cassette_cli.recorders.choose import choose
from cassette_cli.recorders.recorder import recorder_of
from cassette_cli.source.document import Document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.place import pointer

DEFAULT = Setting()


@dataclass(frozen=True, slots=True)
class Edited:
    """One edit, as it is told: the transform, the JSON Pointer, and the 1-based line and column, in
    the file as it was before that transform."""

    transform: str
    pointer: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What the transforms made of one file."""

    before: Cassette
    cassette: Cassette
    edits: tuple[Edited, ...]
    notes: tuple[str, ...] = ()

    @property
    def after(self) -> Document:
        """The file as it is to be."""
        return self.cassette.document

    @property
    def changed(self) -> bool:
        """Whether the file's bytes would change."""
        return self.after.value != self.before.document.value


def rewrite(
    cassette: Cassette, transforms: Iterable[Transform], setting: Setting = DEFAULT
) -> Rewritten:
    """Apply the transforms in their order.

    Raises:
        RefusedError: what is asked cannot be done, or not be proved; nothing was written.
        CassetteError: what came out is no cassette of its recorder any more.
    """
    now, edits, notes = cassette, list[Edited](), list[str]()
    reshaped = False
    for transform in transforms:
        draft = transform.draft(now, setting)
        document = now.document
        for one in draft.made:
            place = document.where(one.offset)
            edits.append(Edited(one.transform, pointer(one.route), place.line, place.column))
        notes += draft.notes
        reshaped = reshaped or bool(draft.changes)
        if draft.edits or draft.changes:
            after = _reload(now, edit_document(document, draft.edits, draft.changes), draft.becomes)
            restated = _lengths(now, after)
            now = after if restated is after.document else reload(after, restated)
    if reshaped:
        notes += _misfits(cassette, now)
    return Rewritten(cassette, now, tuple(edits), tuple(notes))


def exported(result: Rewritten) -> Rewritten:
    """The result as HAR, read again from its bytes.

    Raises:
        RefusedError: HAR cannot hold it.
    """
    from cassette_cli.ops.export_har import har_of

    har = har_of(result.cassette)
    losses = tuple(f"left out: {loss}" for loss in har.losses)
    after = load("export.har", har.data, recorder="har", limit=result.before.limit)
    return Rewritten(result.before, after, result.edits, (*result.notes, *losses))


def _misfits(before: Cassette, after: Cassette) -> Iterator[str]:
    """What the recorder has against the file that it had not before."""
    recorder, document = recorder_of(after.recorder), after.document
    if not (faults := violations(after, recorder)):
        return
    known = Counter(one.message for one in violations(before, recorder_of(before.recorder)))
    for fault in faults:
        known[fault.message] -= 1
        node = document.node_at(fault.route)
        if known[fault.message] < 0 and node is not None:
            line = document.where(node.start).line
            yield f"{after.recorder.title} will not take line {line}: {fault.message}"


def _reload(now: Cassette, document: Document, becomes: str | None) -> Cassette:
    if becomes is None:
        return reload(now, document)
    return attach(document, *choose(document, becomes), limit=now.limit)


def _lengths(before: Cassette, after: Cassette) -> Document:
    """Lengths that were right stay right, where the interactions are the same ones."""
    if len(before.interactions) != len(after.interactions):
        return after.document
    return restate_lengths(before, after)
