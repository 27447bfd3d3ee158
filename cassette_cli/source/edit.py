"""From edits anywhere in the chain to edits of the file, and their proof."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from cassette_cli.errors import RefusedError, UnreadableError
from cassette_cli.source.document import Document, read_document
from cassette_cli.source.file_scalar import FileScalar
from cassette_cli.source.layer import Layer, LayerEdit
from cassette_cli.source.spans import Edit, splice
from cassette_cli.source.structure.change import Change, plans
from cassette_cli.source.structure.lower import lower_plans
from cassette_cli.source.verify import Wanted, verify


def edit_document(
    document: Document, wanted: Iterable[LayerEdit], changes: Iterable[Change] = ()
) -> Document:
    """The document with the edits and changes made, read again from its new bytes and proved.

    Edits may name any layers above `document`; the same edit given twice is one. Changes name
    mappings and sequences of its tree.

    Raises:
        RefusedError: edits overlap, cannot be written back, or the proof fails.
    """
    edits, scalars = lower_all(document, wanted)
    planned = plans(changes)
    if planned:
        structural, rewritten = lower_plans(document, planned)
        edits = _in_order({*edits, *structural})
        scalars += (Wanted(node.start, node.value) for node in rewritten)
    if not edits:
        return document
    after = _read_again(document.name, splice(document.value, edits))
    after.resolver = document.resolver
    verify(document, after, edits, scalars, planned)
    return after


def _read_again(name: str, text: str) -> Document:
    try:
        return read_document(name, text.encode("utf-8"))
    except UnicodeEncodeError:
        raise RefusedError("half a surrogate pair cannot be written in UTF-8") from None
    except UnreadableError as error:
        raise RefusedError(
            "the edited file, read again, is not readable", found=error.message, where=error.where
        ) from None


def lower_all(
    document: Document, wanted: Iterable[LayerEdit]
) -> tuple[list[Edit[str]], list[Wanted]]:
    """All edits brought down to the file, deepest layer first, and the scalar values they make."""
    pending: dict[int, dict[Layer[Any], set[Edit[Any]]]] = {}
    _collect(pending, wanted)
    scalars: list[Wanted] = []
    while deepest := max(pending, default=0):
        for layer, group in pending.pop(deepest).items():
            edits = _in_order(group)
            if isinstance(layer, FileScalar):
                scalars.append(Wanted(layer.node.start, splice(layer.value, edits)))
            _collect(pending, layer.lower(edits))
    return _in_order(pending.get(0, {}).get(document, set())), scalars


def _collect(
    pending: dict[int, dict[Layer[Any], set[Edit[Any]]]], wanted: Iterable[LayerEdit]
) -> None:
    for layer, edit in wanted:
        if layer.value[edit.span.start : edit.span.end] != edit.replacement:
            pending.setdefault(layer.depth, {}).setdefault(layer, set()).add(edit)


def _in_order(group: set[Edit[Any]]) -> list[Edit[Any]]:
    edits = sorted(group, key=lambda edit: edit.span)
    for before, edit in pairwise(edits):
        if edit.span.start < before.span.end or edit.span == before.span:
            raise RefusedError("two edits overlap", hint="make them one after the other")
    return edits
