"""Types that a plain scalar has without saying so, and which edits may not change them."""

from __future__ import annotations

from cassette_cli.errors import RefusedError
from cassette_cli.lazy import lazy
from cassette_cli.source.node import Scalar
from cassette_cli.source.resolve import kind_of
from cassette_cli.source.scalar.context import ScalarContext

_TYPED_TAG = lazy(r"tag:yaml\.org,2002:(null|bool|int|float|timestamp)")
_ODD = lazy(r"[yYnN]|=|<<")
"""YAML 1.1 gives these a type too (https://yaml.org/type/), though no recorder's parser does."""


def typed(node: Scalar, context: ScalarContext) -> str | None:
    """The type other than text that the scalar has (`int`, `null` ...), by its tag or its look."""
    if node.tag:
        found = _TYPED_TAG.fullmatch(node.tag)
        return found[1] if found else None
    kind = context.resolve(node.value) if node.style == "plain" else "str"
    return None if kind == "str" else kind


def must_keep(kind: str, node: Scalar, wanted: str, context: ScalarContext) -> None:
    """Refuse a new text that is no longer a `kind`; a tagged one keeps the look it had."""
    new = context.resolve(wanted)
    if new not in (kind, context.resolve(node.value)):
        raise RefusedError(
            f"a plain {kind} would become {'text' if new == 'str' else f'a plain {new}'}",
            hint=f"give a replacement that is a {kind} too: readers of the file expect that type",
        )


def is_text(text: str, context: ScalarContext) -> bool:
    """Whether a plain, untagged scalar with this text is text in YAML 1.1 and in 1.2."""
    kinds = {context.resolve(text), kind_of("pyyaml", text), kind_of("go-yaml", text)}
    return kinds == {"str"} and not _ODD.fullmatch(text)
