"""Part of a scalar replaced: the least intrusive edits of the file that give exactly the value.

Candidates come from the gentlest to the strongest (spliced in place, quoted, laid again, double
quotes on one line); the first whose value, derived again from its source, is the wanted one is
taken. The whole file is read again and proved by whoever makes the edits.
"""

from __future__ import annotations

from collections.abc import Sequence

from cassette_cli.errors import RefusedError
from cassette_cli.source.node import Scalar
from cassette_cli.source.scalar.candidates import candidates
from cassette_cli.source.scalar.chars import BLANKS, BREAKS, SURROGATE
from cassette_cli.source.scalar.check import KEY_LIMIT, reads_as
from cassette_cli.source.scalar.context import ScalarContext
from cassette_cli.source.scalar.kind import must_keep, typed
from cassette_cli.source.scalar.target import Candidate, Target
from cassette_cli.source.spans import Edit, Span, splice

_LOOKAHEAD = 4096
_OPENERS = (":", "-", "?")
_LINE_ENDS = tuple(BREAKS)


def edit_scalar(
    text: str, node: Scalar, edits: Sequence[Edit[str]], context: ScalarContext
) -> list[Edit[str]]:
    """Edits of `text` (the file's) that make `edits` of `node.value`.

    `edits` are sorted and do not overlap; their offsets, like all here, are 0-based characters.

    Raises:
        RefusedError: a plain number, boolean, null or date would change its type; a key would not
            fit on its line; a lone surrogate; or no way to write it gives the value back.
    """
    wanted = splice(node.value, edits)
    if wanted == node.value:
        return []
    if any(SURROGATE.search(replacement) for _, replacement in edits):
        raise RefusedError(
            "half of a surrogate pair is no character that a file can hold",
            hint="give a replacement of whole characters",
        )
    kind = typed(node, context)
    if kind is not None:
        must_keep(kind, node, wanted, context)
    _needs_a_place(text, node)
    target = Target(text[node.start : node.end], node, wanted, kind, context)
    after = text[node.end : node.end + _LOOKAHEAD]
    for candidate in candidates(target, edits):
        if _holds(target, candidate, after):
            return _in_file(text, node, candidate.edits)
    raise _refusal(target)


def _needs_a_place(text: str, node: Scalar) -> None:
    """Refuse a value without source that stands behind no `:`, `-`, tag or anchor, as in `{a}`."""
    if (
        node.start < node.end
        or node.tag
        or node.anchor
        or text[node.start - 1 : node.start] in _OPENERS
    ):
        return
    raise RefusedError(
        "an empty value that is not written in the file has no place to be edited",
        hint="write a value there first",
    )


def _holds(target: Target, candidate: Candidate, after: str) -> bool:
    """Whether the candidate gives the wanted value, and ends its line where the old source did."""
    source = splice(target.source, candidate.edits)
    if target.source.endswith(_LINE_ENDS) and not source.endswith(_LINE_ENDS):
        return False
    own = source[: len(source) - candidate.rest]
    return reads_as(own, candidate.style, target.wanted, target.context, after)


def _in_file(text: str, node: Scalar, edits: Sequence[Edit[str]]) -> list[Edit[str]]:
    """The edits in the file's offsets; what had no width gets a blank before it."""
    start = node.start
    glued = start == node.end and start > 0 and text[start - 1] not in BLANKS + BREAKS
    lead = " " if glued else ""
    return [Edit(Span(start + low, start + high), lead + new) for (low, high), new in edits]


def _refusal(target: Target) -> RefusedError:
    if target.kind is not None:
        return RefusedError(
            f"a plain {target.kind} cannot be written that way without quotes",
            hint=f"give a replacement that is a plain {target.kind} too",
        )
    if target.context.key:
        return RefusedError(
            "a key would not fit on its line",
            hint=f"give a replacement that keeps it under {KEY_LIMIT} characters",
        )
    return RefusedError(
        f"no way to write the new value of a {target.node.style} scalar gives it back exactly",
        hint="nothing was changed; this is a bug, please report the shape of the value",
    )
