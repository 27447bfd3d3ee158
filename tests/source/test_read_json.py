"""JSON: what is accepted and what is not, and where every value stands."""

from __future__ import annotations

import json
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import nodes

from cassette_cli.source.json_layer import JsonTree, json_tree
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence
from cassette_cli.source.read_json import read_json

ACCEPTED = [
    "null", "true", "false", "0", "-0", "12", "-1", "1.5", "0.1", "1e9", "1E9", "1e+9", "1e-9",
    "1.5E-300", "123456789" * 40, "1e99999", "-0.0e-0", '""', '"a"', '"\\""', '"\\\\"', '"\\/"',
    '"\\b\\f\\n\\r\\t"', '"\\u0041"', '"\\u00e9"', '"é"', '"\\ud83d\\ude00"', '"😀"', '"\\ud83d"',
    '"\\ude00\\ud83d"', '"\\u0000"', '"\x7f"', '"\u2028\u2029"', '"\ufeff"', '"\\uD83D\\u0041"',
    "[]", "{}", "[[]]", "[1]", "[1,2]", "[1, 2]", '["a",{"b":null}]', '{"a":1}', '{"a":1,"a":2}',
    '{"":0}', '{"\\u0061":1}', " [] ", "\t[\n1\r,2 ]\n", '{ "a" : [ 1 , { } ] }', "[1e1]",
    "[" * 300 + "]" * 300, '{"a":' * 300 + "1" + "}" * 300, '[""]', '["\\\\u0041"]',
]  # fmt: skip
REJECTED = [
    "", " ", "\n", "nul", "nulll", "True", "NaN", "Infinity", "-Infinity", "[NaN]", "01", "-01",
    "1.", ".5", "+1", "1e", "1e+", "0x10", "1_000", "--1", "1-", "- 1", "1 2", "١", "[1.5.5]",
    '"', '"a', "'a'", '"\\x41"', '"\\u12"', '"\\u12g4"', '"\\', '"\\"', '"a\nb"', '"a\tb"',
    '"\x00"', '"\x1f"', "a", "[", "]", "[1", "1]", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1;2]",
    "{", "}", '{"a"}', '{"a":}', '{"a":1,}', "{a:1}", "{1:1}", '{"a" 1}', '{"a":1 "b":2}',
    '{"a"::1}', '{,"a":1}', "{'a':1}", "[}", "{]", '{"a":[}', "[1]x", "[1][2]", "{}{}", "/**/1",
    "1//", "\ufeff1", "[1]\x00", "\x0c1", "\xa01", "[\u20281]", '["a",\n4\n,1,', "[" * 100_000,
    '{"":' * 100_000, "[" * 100_000 + "]" * 100_000, '["a\\', "[truefalse]", "[1true]", '[1"a"]',
    '{"a":"b"', '{"a":"b",', '{"a"', "[[]", "[,]", ":", ",",
]  # fmt: skip


def value(node: Node) -> Any:
    """The tree as what `json.loads` would give."""
    if isinstance(node, Scalar):
        return node.value if node.style == "json" else json.loads(node.value)
    # No comprehensions: to Python 3.11 they are calls, and would halve the depth there is.
    if isinstance(node, Mapping):
        table = {}
        for key, inner in node.entries:
            table[key.value] = value(inner)  # type: ignore[attr-defined]
        return table
    assert isinstance(node, Sequence)
    row: list[Any] = []
    for item in node.items:
        row.append(value(item))  # noqa: PERF401
    return row


@pytest.mark.parametrize("text", ACCEPTED, ids=range(len(ACCEPTED)))
def test_json_is_accepted(text: str) -> None:
    assert value(read_json(text)) == json.loads(text)


@pytest.mark.parametrize("text", REJECTED, ids=range(len(REJECTED)))
def test_what_is_no_json_is_rejected_at_once(text: str) -> None:
    start = process_time()
    with pytest.raises(ValueError, match="at character"):
        read_json(text)
    assert process_time() - start < 1


trees = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


@given(trees, st.booleans(), st.sampled_from([None, 0, 3]))
def test_it_reads_what_json_writes(tree: Any, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(tree, ensure_ascii=ascii_only, indent=indent)
    root = read_json(text)
    assert value(root) == tree
    for node in nodes(root):
        assert value(node) == json.loads(text[node.start : node.end])


@given(st.text(alphabet='[]{},:"\\u0123456789abcdefntrue-+.eE \n\t', max_size=30))
def test_it_accepts_what_the_standard_library_accepts(text: str) -> None:
    try:
        wanted = json.loads(text, parse_constant=_refuse)
    except ValueError:
        with pytest.raises(ValueError, match="at character"):
            read_json(text)
    else:
        assert value(read_json(text)) == wanted


def _refuse(name: str) -> None:
    raise ValueError(name)


def test_a_part_of_a_text_is_read_with_offsets_of_the_whole() -> None:
    text = 'data: {"a": [1, "b"]} tail'
    root = read_json(text, 6, 21)
    assert [text[node.start : node.end] for node in nodes(root)] == [
        '{"a": [1, "b"]}', '"a"', '[1, "b"]', "1", '"b"',
    ]  # fmt: skip
    with pytest.raises(ValueError, match="at character"):
        read_json(text, 6, 20)


def test_no_message_quotes_the_text() -> None:
    for text in ('{"hush": hush}', '"hush', '["hush" hush]'):
        with pytest.raises(ValueError, match="at character") as refusal:
            read_json(text)
        assert "hush" not in str(refusal.value)


def tree_of(text: str) -> JsonTree:
    from support import text_layer

    tree = json_tree(text_layer(text))
    assert tree is not None
    return tree


def test_every_leaf_is_reached_by_its_route() -> None:
    tree = tree_of('{"a": [1, {"b": "x"}], "c": {}, "": null, "d": {"e": {"f": true}}}')
    found = [(route, leaf.value) for route, leaf in tree.leaves()]
    assert found == [
        (("a", 0), "1"), (("a", 1, "b"), "x"), (("",), "null"), (("d", "e", "f"), "true"),
    ]  # fmt: skip
    assert all(tree.at(route).value == text for route, text in found)


def test_of_repeated_keys_the_last_one_is_reached() -> None:
    assert tree_of('{"a": "x", "a": "y"}').at(("a",)).value == "y"


def test_the_words_that_servers_stream_though_they_are_no_json_are_located() -> None:
    assert tree_of('{"a": NaN, "b": [-Infinity, "x"]}').at(("b", 1)).value == "x"


def test_deep_json_costs_no_more_than_it_is_long() -> None:
    start = process_time()
    tree = tree_of("[1," * 5_000 + "1" + "]" * 5_000)
    assert sum(len(route) for route, _ in tree.leaves()) == 5_000 * 5_001 // 2 + 5_000
    assert process_time() - start < 2
