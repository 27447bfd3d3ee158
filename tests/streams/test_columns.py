"""What stands at one place of event after event, held to a walk that goes value by value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chatting import stream_of
from hypothesis import given
from hypothesis import strategies as st
from support import cassette, growth
from wires import Event, cassette_of

from cassette_cli.streams.columns import Column
from cassette_cli.streams.strands import strands

NAMES = st.sampled_from(["index", "content_index", "a", "b"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(["", "x", "y", "z", 0, 1, True, None, 1.0]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
Way = tuple[int | str, ...]


def leaves(value: Any, place: tuple[Any, ...], way: Way) -> Iterator[tuple[Any, Way, str]]:
    """Every string with the place that the items of a list share, and the way to it."""
    if isinstance(value, str):
        yield place, way, value
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from leaves(item, place, (*way, at))
    elif isinstance(value, dict):
        numbers = frozenset(
            (name, one) for name, one in value.items() if "index" in name and type(one) is int
        )
        for name, inner in value.items():
            yield from leaves(inner, (*place, numbers, name), (*way, name))


def by_walking(events: list[Any]) -> list[list[tuple[int, Way, str]]]:
    places: dict[Any, list[tuple[int, Way, str]]] = {}
    for number, event in enumerate(events):
        for place, way, text in leaves(event, (), ()):
            places.setdefault(place, []).append((number, way, text))
    return [found for found in places.values() if len({text for *_, text in found}) > 1]


def by_column(events: list[Any]) -> list[list[tuple[int, Way, str]]]:
    found = []
    columns = [Column(events)]
    while columns:
        column = columns.pop().flat()
        columns += column.members()
        if column.differs():
            texts = [(at, one) for at, one in enumerate(column.values) if isinstance(one, str)]
            found.append([(*column.route(at), one) for at, one in texts])
    return found


@given(st.lists(VALUES, min_size=1, max_size=6))
def test_columns_hold_what_a_walk_finds(events: list[Any]) -> None:
    assert sorted(by_column(events)) == sorted(by_walking(events))


@given(st.lists(st.dictionaries(NAMES, VALUES), min_size=1, max_size=4))
def test_each_leaf_leads_to_its_text(events: list[Any]) -> None:
    for strand in strands(stream_of(cassette(cassette_of("sse", [Event(one) for one in events])))):
        for leaf in strand.leaves:
            assert leaf.layer().value == leaf.text


def test_events_that_have_no_member_in_common_take_time_in_proportion() -> None:
    def work(count: int) -> None:
        assert not by_column([{f"a{number}": {"b": "x"}} for number in range(count)])

    assert growth(work, 2_000) < 8


def test_a_deep_list_among_many_events_takes_time_in_proportion() -> None:
    deep: Any = "x"
    for _ in range(500):
        deep = [deep]
    assert growth(lambda count: by_column([deep, *["x"] * count]), 20_000) < 8
