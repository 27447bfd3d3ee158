"""`show --usage`: a table for people, and the document `cassette/usage/v1` for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from cassette_cli.ops.usage import Usage, total
from cassette_cli.output.foreign import one_line
from cassette_cli.output.layout import Run, StyledLine
from cassette_cli.output.table import Column, table

_COLUMNS = (
    Column("model", "bold", flexible=True, least=20),
    Column("answers", "dim", right=True),
    Column("chunks", "dim", right=True, may_go=True),
    Column("prompt", right=True),
    Column("cached", "dim", right=True, may_go=True),
    Column("output", right=True),
    Column("reasoning", right=True, may_go=True),
    Column("total", right=True),
    Column("cost", "green", right=True),
)


def usage_lines(usages: Sequence[Usage], width: int | None) -> Iterator[StyledLine]:
    """A row a model, those with the most tokens first; a sum where there are several."""
    if not usages:
        yield [Run("no answer of a model with a usage", "dim")]
        return
    rows = [_row(one) for one in _sorted(usages)]
    if len(rows) > 1:
        rows.append(_row(total(usages)))
    yield from table(_COLUMNS, rows, width)


def usage_document(usages: Sequence[Usage]) -> dict[str, Any]:
    """The same as numbers."""
    models = [asdict(one) for one in _sorted(usages)]
    sums = asdict(total(usages))
    del sums["model"]
    return {"schema": "cassette/usage/v1", "models": models, "total": sums}


def _sorted(usages: Sequence[Usage]) -> list[Usage]:
    return sorted(usages, key=lambda one: (-one.total, one.model))


def _row(usage: Usage) -> list[str]:
    share = usage.reasoning / usage.generated if usage.generated else 0
    return [
        one_line(usage.model),
        f"{usage.answers:,}",
        f"{usage.chunks:,}",
        f"{usage.prompt:,}",
        f"{usage.cached:,}" if usage.cached else "",
        f"{usage.output:,}",
        f"{usage.reasoning:,} ({share:.0%})" if usage.reasoning else "",
        f"{usage.total:,}",
        "" if usage.cost is None else f"${usage.cost:.6f}",
    ]
