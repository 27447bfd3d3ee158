"""`--set`, `--set-text`, `--delete` and `--insert`: edits at JSON Pointers (RFC 6901)."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Items
from dataclasses import dataclass

from cassette_cli.errors import RefusedError
from cassette_cli.model.cassette import Cassette
from cassette_cli.ops.transforms.entries import Entry
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.ops.typed import typed
from cassette_cli.recorders.recorder import recorder_of
from cassette_cli.schemas import schema
from cassette_cli.source.document import Document
from cassette_cli.source.json_layer import Route
from cassette_cli.source.kinds import Json
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, resolved, text_of
from cassette_cli.source.place import pointer
from cassette_cli.source.resolve import plain
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.structure.change import Added, Delete, Holder, Insert, Put, child, size

_AT_END = "-"
"""The last step of a pointer behind all items (RFC 6901, section 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerEdits:
    """All edits at pointers, looked up in the file as it was before any of them was made."""

    sets: Items[str] = ()
    texts: Items[str] = ()
    deletes: Items[str] = ()
    inserts: Items[str] = ()

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One edit of a value, or change of an entry, for each."""
        draft = Draft()
        given = (("set", self.sets), ("set-text", self.texts))
        for verb, arguments in given:
            for argument in arguments:
                _PointerEdit(verb, argument).make(cassette, draft)
        for argument in self.deletes:
            _PointerEdit("delete", argument).make(cassette, draft)
        for argument in self.inserts:
            _PointerEdit("insert", argument).make(cassette, draft)
        return draft


@dataclass(frozen=True, slots=True)
class _PointerEdit:
    """One option: `POINTER=VALUE`, or for `delete` a pointer alone."""

    verb: str
    argument: str

    def make(self, cassette: Cassette, draft: Draft) -> None:
        """Add the edit to a draft."""
        match self.verb:
            case "delete":
                self._delete(cassette.document, draft)
            case "insert":
                self._insert(cassette, draft)
            case _:
                self._set(cassette, draft)

    def _delete(self, document: Document, draft: Draft) -> None:
        spot = _find(document, _steps(self.argument))
        if spot is None:
            raise _nothing(self.argument)
        draft.changes.append(Delete(spot.holder, spot.at))
        draft.made.append(Made(self.verb, spot.route, spot.start))

    def _set(self, cassette: Cassette, draft: Draft) -> None:
        document = cassette.document
        spot, text = _split(document, self.argument)
        node = resolved(child(spot.holder, spot.at))
        known = _value(document, node) if isinstance(node, Scalar) else None
        as_text = self.verb == "set-text"
        value: Json = text if as_text else _typed(cassette, text, spot.route, known)
        if isinstance(node, Scalar) and known == value and type(known) is type(value):
            return
        draft.made.append(Made(self.verb, spot.route, spot.start))
        if isinstance(node, Scalar) and isinstance(value, str) and isinstance(known, str):
            layer = document.text(node)
            draft.edits.append(LayerEdit(layer, Edit(Span(0, len(layer.value)), value)))
        else:
            draft.changes.append(Put(spot.holder, spot.at, value))

    def _insert(self, cassette: Cassette, draft: Draft) -> None:
        document = cassette.document
        new, text = _split_new(document, self.argument)
        value = _typed(cassette, text, new.route)
        known = _at(new.holder, new.route[-1])
        if known is not None and plain(known, document.resolver) == value:
            return
        if known is not None and isinstance(new.holder, Mapping):
            words = f"{pointer(new.route)} is there already"
            raise RefusedError(words, hint="change it with --set")
        key = str(new.route[-1]) if isinstance(new.holder, Mapping) else None
        draft.changes.append(Insert(new.holder, new.at, Added(key, value)))
        draft.made.append(Made(self.verb, new.route, new.holder.start))


def _typed(cassette: Cassette, text: str, route: Route, known: Json = None) -> Json:
    return typed(text, schema(recorder_of(cassette.recorder).schema), route, known)


def _value(document: Document, node: Scalar) -> Json:
    if document.binary(node) is not None:
        return document.text(node).value
    return plain(node, document.resolver)


def _steps(text: str) -> list[str]:
    """The steps of a pointer."""
    if text and not text.startswith("/"):
        raise RefusedError(
            f"{text[:80]} is no JSON Pointer", hint="begin it with /, as in /interactions/0"
        )
    return [step.replace("~1", "/").replace("~0", "~") for step in text.split("/")[1:]]


def _find(document: Document, steps: list[str]) -> Entry | None:
    """Where the steps of a pointer lead; None where there is nothing."""
    node, found = document.root, None
    route: Route = ()
    for step in steps:
        holder = resolved(node) if node is not None else None
        if not isinstance(holder, Mapping | Sequence):
            return None
        index = _index(holder, step)
        if index is None:
            return None
        route = (*route, step if isinstance(holder, Mapping) else index)
        found, node = Entry(holder, index, route), child(holder, index)
    return found


def _index(holder: Holder, step: str) -> int | None:
    """Where a step leads; of repeated keys to the last, as their readers take it."""
    if isinstance(holder, Mapping):
        keys = [text_of(key) for key, _ in holder.entries]
        return len(keys) - 1 - keys[::-1].index(step) if step in keys else None
    return int(step) if _is_number(step) and int(step) < size(holder) else None


def _at(holder: Holder, step: str | int) -> Node | None:
    index = _index(holder, str(step))
    return None if index is None else child(holder, index)


def _is_number(step: str) -> bool:
    return step.isascii() and step.isdigit() and len(step) < 10


def _split(document: Document, argument: str) -> tuple[Entry, str]:
    """`POINTER=VALUE` at the first `=` behind a pointer that exists."""
    for text, value in _splits(argument):
        found = _find(document, _steps(text))
        if found is not None:
            return found, value
    raise _nothing(argument)


def _split_new(document: Document, argument: str) -> tuple[Entry, str]:
    """The same, where only what the last step leads into must exist."""
    for text, value in _splits(argument):
        *above, last = _steps(text) or [""]
        spot = _find(document, above)
        node = document.root if spot is None else child(spot.holder, spot.at)
        holder = resolved(node) if node is not None and (spot or not above) else None
        way: Route = spot.route if spot is not None else ()
        if isinstance(holder, Mapping):
            return Entry(holder, size(holder), (*way, last)), value
        if isinstance(holder, Sequence):
            index = size(holder) if last == _AT_END else int(last) if _is_number(last) else -1
            if 0 <= index <= size(holder):
                return Entry(holder, index, (*way, index)), value
    raise _nothing(argument)


def _splits(argument: str) -> Iterator[tuple[str, str]]:
    if "=" not in argument:
        raise RefusedError(f"{argument[:80]} has no value", hint="write POINTER=VALUE")
    at = argument.find("=")
    while at >= 0:
        yield argument[:at], argument[at + 1 :]
        at = argument.find("=", at + 1)


def _nothing(argument: str) -> RefusedError:
    return RefusedError(
        f"the pointer {argument.partition('=')[0][:80]} leads nowhere",
        hint="cassette show -o json tells the pointers of a file",
    )
