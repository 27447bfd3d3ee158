"""What there is to look at in a body: outputs lay out these few forms, and know no kinds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class TextView:
    """Lines as they stand."""

    text: str


@dataclass(frozen=True, slots=True, repr=False)
class JsonView:
    """JSON, to be indented where it is valid."""

    text: str


@dataclass(frozen=True, slots=True, repr=False)
class XmlView:
    """XML, to be indented."""

    text: str


@dataclass(frozen=True, slots=True, repr=False)
class TableView:
    """Named columns; the last one holds what is long."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, repr=False)
class FactsView:
    """What can be said of bytes that nobody reads: `68 x 68 pixels`, a hash."""

    facts: tuple[str, ...]


View = TextView | JsonView | XmlView | TableView | FactsView
