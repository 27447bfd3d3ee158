"""JSON values by the place at which they stand: a column for each, as in a table.

Thousands of events repeat the same few dozen members, and most of these never change. So a column
is compared and taken apart as a whole, and what is always the same is left after one look.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import repeat
from operator import lt, ne
from typing import Any

from cassette_cli.source.json_layer import Route

_NUMBERS = frozenset({
    "index", "output_index", "content_index", "summary_index", "contentBlockIndex",
})  # fmt: skip
"""Members that say which of several texts a delta belongs to."""
_HOLDERS = (dict, list)
_Member = tuple[list[int], list[Any]]
"""The rows in which a member stands, and its value in each."""


class Column:
    """What stands at one place, in the order of the events.

    Each value is in row `rows[at]` (0-based) of the `outer` column, and the way to it from there is
    `routes[at]`. The outermost column has a value for each event.
    """

    __slots__ = ("kinds", "outer", "routes", "rows", "values")

    def __init__(
        self,
        values: Sequence[Any],
        outer: Column | None = None,
        rows: Sequence[int] = (),
        routes: Sequence[Route] = (),
    ) -> None:
        self.values = values
        self.kinds = set(map(type, values))
        self.outer = outer
        self.rows = rows
        self.routes = routes

    def route(self, at: int) -> tuple[int, Route]:
        """The event (0-based) that holds the value `at` (0-based), and the way to it there."""
        column = self
        route: Route = ()
        while column.outer is not None:
            route = (*column.routes[at], *route)
            column, at = column.outer, column.rows[at]
        return at, route

    def flat(self) -> Column:
        """The column with the items of its lists in their place: which item a value is makes no
        other column."""
        if list not in self.kinds:
            return self
        values, rows, routes = [], [], []
        for row, value in enumerate(self.values):
            for route, item in _items(value):
                values.append(item)
                rows.append(row)
                routes.append(route)
        return Column(values, self, rows, routes)

    def members(self) -> Iterator[Column]:
        """The columns of the members of its objects, but for those that cannot hold two strings."""
        if dict in self.kinds and not self._repeats():
            for (_, name), (rows, values) in _members(self.values).items():
                if len(values) > 1 or type(values[0]) in _HOLDERS:
                    yield Column(values, self, rows, [(name,)] * len(rows))

    def differs(self) -> bool:
        """Whether at least two of its strings differ."""
        if str not in self.kinds:
            return False
        texts = [one for one in self.values if type(one) is str]
        return any(map(ne, texts, repeat(texts[0])))

    def _repeats(self) -> bool:
        """Whether all values are the same, and hold no list, of which the items may differ."""
        first = self.values[0]
        same = len(self.values) > 1 and not any(map(ne, self.values, repeat(first)))
        return same and not _holds_list(first)


def _items(value: Any) -> Iterator[tuple[Route, Any]]:
    """The items of a list, those of lists in it as well, each with the way to it; or the value."""
    stack: list[tuple[Route, Any]] = [((), value)]
    while stack:
        route, inner = stack.pop()
        if type(inner) is list:
            stack += [((*route, at), one) for at, one in enumerate(inner)][::-1]
        else:
            yield route, inner


def _members(values: Sequence[Any]) -> dict[tuple[Hashable, str], _Member]:
    """The members of the objects among the values, by their numbers and names."""
    members: dict[tuple[Hashable, str], _Member] = {}
    for shape, rows_of_shape in _by_shape(values).items():
        for numbers, rows in _by_numbers(values, sorted(_NUMBERS & {*shape}), rows_of_shape):
            objects = [values[row] for row in rows]
            for name in shape:
                its_rows, its_values = members.setdefault((numbers, name), ([], []))
                its_rows += rows
                its_values += [one[name] for one in objects]
    return {key: _in_order(*member) for key, member in members.items()}


def _by_shape(values: Sequence[Any]) -> dict[tuple[str, ...], list[int]]:
    """The rows of the objects that have the same names in the same order."""
    shapes: dict[tuple[str, ...], list[int]] = {}
    for row, value in enumerate(values):
        if type(value) is dict:
            shapes.setdefault(tuple(value), []).append(row)
    return shapes


def _by_numbers(
    values: Sequence[Any], names: list[str], rows: list[int]
) -> Iterator[tuple[Hashable, list[int]]]:
    """The same rows by the numbers that they have under these names."""
    if not names:
        return iter([((), rows)])
    found: dict[Hashable, list[int]] = {}
    for row in rows:
        value = values[row]
        numbers = tuple([(name, one) for name in names if type(one := value[name]) is int])
        found.setdefault(numbers, []).append(row)
    return iter(found.items())


def _in_order(rows: list[int], values: list[Any]) -> _Member:
    """Both by row: the shapes that a member stood in came one after the other."""
    if all(map(lt, rows, rows[1:])):
        return rows, values
    order = sorted(range(len(rows)), key=rows.__getitem__)
    return [rows[at] for at in order], [values[at] for at in order]


def _holds_list(value: Any) -> bool:
    stack = [value]
    while stack:
        inner = stack.pop()
        if type(inner) is list:
            return True
        if type(inner) is dict:
            stack += inner.values()
    return False
