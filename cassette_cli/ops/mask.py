"""A cassette as it may be shown: every detected secret masked, everything else as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from cassette_cli.errors import RefusedError
from cassette_cli.model.cassette import Cassette
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect import detect
from cassette_cli.ops.load import reload
from cassette_cli.ops.masks import MASK, SHOWN
from cassette_cli.ops.redact import is_bare, replace_secrets
from cassette_cli.source.document import Document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.file_scalar import FileScalar
from cassette_cli.source.layer import Layer, LayerEdit
from cassette_cli.source.markup import Comment, Markup
from cassette_cli.source.spans import Edit, Span


def masked(cassette: Cassette) -> tuple[Cassette, int]:
    """The cassette with its secrets masked in memory, and how many there were.

    It goes through the same chain as redaction, so that whatever is laid out from it (decoded
    bodies, chunks, joined messages) is masked alike.
    """
    secrets = [
        one
        for one in detect(cassette)
        if one.secret_class not in SHOWN and not isinstance(one.place.layer, Markup)
    ]
    if not secrets:
        return cassette, 0
    try:
        document = replace_secrets(cassette, secrets, mask_text)
    except RefusedError:
        document = _blunt(cassette, secrets)
    return reload(cassette, document), len(secrets)


def mask_text(secret: Secret) -> str:
    """As many `*` as the value has characters; ones for a number, to keep it one."""
    layer = secret.place.layer
    typed = isinstance(layer, FileScalar) and layer.node.style == "plain"
    number = is_bare(secret) or (typed and secret.reveal().isdecimal())
    return ("1" if number else MASK) * secret.length


def _blunt(cassette: Cassette, secrets: Sequence[Secret]) -> Document:
    """Whole scalars masked, where a part of one cannot be edited: safe comes before pretty."""
    scalars = {id(one): one for secret in secrets for one in _scalars(secret.place.layer)}
    comments = [one for one in secrets if isinstance(one.place.layer, Comment)]
    edits = [LayerEdit(one.place.layer, Edit(one.place.span, mask_text(one))) for one in comments]
    edits += [
        LayerEdit(one, Edit(Span(0, len(one.value)), _blunted(one))) for one in scalars.values()
    ]
    return edit_document(cassette.document, edits)


def _blunted(scalar: FileScalar) -> str:
    digits = scalar.node.style == "plain" and scalar.value.isdecimal()
    return ("1" if digits else MASK) * len(scalar.value)


def _scalars(layer: Layer[object]) -> list[FileScalar]:  # type: ignore[type-var]
    """The scalars of the file that a layer was read from."""
    if isinstance(layer, FileScalar):
        return [layer]
    if isinstance(layer, Comment | Markup):
        return []
    return [one for outer in layer.outward(layer.whole().span) for one in _scalars(outer.layer)]
