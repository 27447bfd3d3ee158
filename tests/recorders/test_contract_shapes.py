"""No shape of a file makes a recorder fall: trees of its own keys, where its list stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from owning import EVERY

from cassette_cli.model.cassette import RecorderInfo
from cassette_cli.ops.load import attach
from cassette_cli.recorders.recorder import Recorder, recorders
from cassette_cli.schemas import schema
from cassette_cli.source.document import read_document

SCALARS = st.sampled_from(["''", "x", "GET", "200", "null", "~", "true", "-1", "1.5", "'1'", "[]"])


def keys(value: Any) -> Iterator[str]:
    """Every name of a property in a schema."""
    if isinstance(value, dict):
        yield from value.get("properties", {})
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from keys(inner)


def trees(recorder: Recorder) -> st.SearchStrategy[Any]:
    """Trees of a recorder's own keys."""
    names = st.sampled_from(sorted(set(keys(schema(recorder.schema)))))
    return st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=6),
        max_leaves=25,
    )


def files(recorder: Recorder) -> st.SearchStrategy[Any]:
    """Files whose list stands where the recorder's does, and files of any shape."""
    inner = trees(recorder)
    mappings = st.dictionaries(st.sampled_from(["request", "response"]), inner)
    return st.lists(mappings | inner, max_size=3).map(lambda one: around(recorder, one)) | inner


def around(recorder: Recorder, value: Any) -> Any:
    """A file with this for its list of interactions."""
    for key in reversed(recorder.list_route):
        value = {key: value}
    return value


def written(tree: Any) -> str:
    """A tree as YAML in flow style."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(written(item) for item in tree) + "]"
    return str(tree)


def walk(recorder: Recorder, text: str) -> int:
    """Read everything there is in a file; the number of its interactions."""
    document = read_document("a.yaml", text.encode())
    for other in recorders():
        assert other.bid(document).because
    info = RecorderInfo(recorder.name, recorder.version, "asked for")
    found = attach(document, recorder, info, limit=10_000).interactions
    for one in found:
        assert isinstance(one.title, str)
        assert all(message.body.kind and message.stream is None for message in one.messages)
    return len(found)


@EVERY
def test_no_shape_makes_one_fall(recorder: Recorder) -> None:
    reached = []

    @given(files(recorder))
    def check(tree: Any) -> None:
        reached.append(walk(recorder, written(tree)))

    check()
    assert sum(reached) > 5


@EVERY
@pytest.mark.parametrize("item", ["{}", "{request: {}, response: {}}", "null", "x"])
def test_an_interaction_may_be_empty(recorder: Recorder, item: str) -> None:
    assert walk(recorder, written(around(recorder, [item]))) in (0, 1)
