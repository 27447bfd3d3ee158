"""Replace the secrets of one cassette, and prove that nothing else changed and none is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.bodies.decompressed import Decompressed
from cassette_cli.credentials.fingerprints import fingerprint
from cassette_cli.errors import RefusedError
from cassette_cli.model.cassette import Cassette
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect import detect
from cassette_cli.ops.lengths import Restated, restate_lengths, restated
from cassette_cli.ops.load import reload
from cassette_cli.ops.masks import Masks
from cassette_cli.ops.pinpoint import pinpoint
from cassette_cli.ops.placeholders import Placeholders
from cassette_cli.ops.replay import Impact, impacts
from cassette_cli.source.document import Document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.json_layer import JsonBare
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.place import Location, base_spans, locate
from cassette_cli.source.spans import Edit

DEFAULT_CLASSES = frozenset({"credential", "private-key", "signed-url", "session-cookie"})
"""What is redacted unless asked otherwise; identifiers and personal data are opt-in."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """One replaced secret. `interaction` is 0-based; `length` counts characters of the value;
    pointers and words hold no secret."""

    kind: str
    where: str
    interaction: int | None
    location: Location
    pointer: str
    body_pointer: str | None
    length: int
    placeholder: str
    fingerprint: str | None


@dataclass(frozen=True, slots=True)
class Recompressed:
    """A body that was compressed again, so that all of its bytes changed."""

    interaction: int
    field: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """What redaction made of one file. `after` is the same object as before where nothing was
    found."""

    before: Cassette
    after: Document
    secrets: tuple[Secret, ...]
    redactions: tuple[Redaction, ...]
    impacts: tuple[Impact, ...]
    recompressed: tuple[Recompressed, ...] = ()
    lengths: tuple[Restated, ...] = ()
    left: tuple[Secret, ...] = ()
    """What stays in `after`: of classes that were not to be redacted, or spared."""
    spared: int = 0
    """How many were left because an ignore covers them."""

    @property
    def changed(self) -> bool:
        """Whether the file's bytes would change."""
        return self.after.value != self.before.document.value


def redact(
    cassette: Cassette,
    match_on: Sequence[str],
    classes: frozenset[str] = DEFAULT_CLASSES,
    spare: Callable[[Sequence[Secret]], Iterable[Secret]] = lambda _: (),
) -> Redacted:
    """Find what `lint` finds and replace it; `match_on` are the fields that the matcher compares.

    `spare` tells which of the secrets are to stay.

    Raises:
        RefusedError: a replacement cannot be proved, or a secret would be left.
        LimitError: a body is too large to be decoded.
    """
    every = detect(cassette)
    wanted = [one for one in every if one.secret_class in classes]
    kept = {id(one): one for one in spare(wanted)} if wanted else {}
    secrets = [one for one in wanted if id(one) not in kept]
    if not secrets:
        return Redacted(cassette, cassette.document, every, (), (), left=every, spared=len(kept))
    placeholders = Placeholders(secrets)
    chosen = {id(one): placeholders.of(one) for one in secrets}
    after = replace_secrets(cassette, secrets, lambda one: chosen[id(one)])
    after = restate_lengths(cassette, reload(cassette, after))
    reloaded = reload(cassette, after)
    stays = frozenset(one.reveal() for one in kept.values())
    masks = Masks(cassette.document, every)
    return Redacted(
        cassette,
        after,
        every,
        tuple(_redaction(cassette, one, chosen[id(one)], masks) for one in secrets),
        tuple(impacts(cassette, secrets, match_on, masks.words)),
        tuple(_recompressed(cassette, secrets)),
        tuple(restated(cassette, reloaded)),
        _left(reloaded, classes, stays),
        len(kept),
    )


def _recompressed(cassette: Cassette, secrets: Iterable[Secret]) -> Iterator[Recompressed]:
    layers = (layer for one in secrets for layer, _ in base_spans(one.place))
    for layer in dict.fromkeys(layers):
        if not isinstance(layer, Decompressed):
            continue
        route = locate(cassette.document, layer.parent.whole()).route
        interaction = cassette.interaction_at(route)
        if interaction is not None:
            side = "request" if "request" in route[len(interaction.route) :] else "response"
            yield Recompressed(interaction.index, f"{side}.body", layer.coding.name)


def replace_secrets(
    cassette: Cassette, secrets: Iterable[Secret], text_for: Callable[[Secret], str]
) -> Document:
    """The document with each secret replaced by `text_for` of it, proved."""
    edits = [LayerEdit(one.place.layer, Edit(one.place.span, text_for(one))) for one in secrets]
    return edit_document(cassette.document, edits)


def is_bare(secret: Secret) -> bool:
    """Whether the secret is a JSON number: what replaces it must be one too."""
    return isinstance(secret.place.layer, JsonBare)


def _left(after: Cassette, classes: frozenset[str], spared: frozenset[str]) -> tuple[Secret, ...]:
    """What is still found; of `classes` only what was spared: placeholders are no secrets."""
    left = detect(after)
    found = (one for one in left if one.secret_class in classes)
    missed = next((one for one in found if one.reveal() not in spared), None)
    if missed is not None:
        raise RefusedError(
            f"a {missed.kind} in {missed.where} would still be found afterwards",
            hint="nothing was written; this is a bug, please report where the value stands",
        )
    return left


def _redaction(cassette: Cassette, secret: Secret, placeholder: str, masks: Masks) -> Redaction:
    location = pinpoint(cassette, secret.place)
    interaction = cassette.interaction_at(location.route)
    inner = location.body_route
    return Redaction(
        secret.kind,
        masks.words(secret.where),
        interaction.index if interaction else None,
        location,
        masks.pointer(location.route),
        None if inner is None else masks.pointer(inner),
        secret.length,
        placeholder,
        fingerprint(secret.of, secret.reveal()),
    )
