"""Edits of what stands inside a string of a JSON file: JSON in JSON, base64, and JSON in base64."""

from __future__ import annotations

import base64
import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from json_oracle import BOM, gives, json_file, scalars, source_edits, tokens
from json_texts import ANY, files, literal
from support import nodes, random_edits

from cassette_cli.errors import RefusedError
from cassette_cli.source.base64_layer import Base64
from cassette_cli.source.document import Document, as_text
from cassette_cli.source.edit import edit_document
from cassette_cli.source.json_layer import JsonTree, json_tree
from cassette_cli.source.layer import Layer, LayerEdit
from cassette_cli.source.node import Scalar
from cassette_cli.source.spans import Edit, Span, splice


def inside(document: Document, at: int) -> JsonTree:
    """The JSON in scalar number `at`."""
    tree = json_tree(document.scalar(scalars(document)[at]))
    assert tree is not None
    return tree


def leaf(tree: JsonTree, value: str) -> Layer[str]:
    """The first leaf with this value."""
    return next(tree.leaf(node, route) for route, node in tree.leaves() if node.value == value)


@given(st.data(), files(), st.randoms())
def test_json_in_a_string_of_json(data: st.DataObject, text: str, rng: Random) -> None:
    inner = text.removeprefix(BOM)
    outer = f'{{"a": {literal(inner, rng)}, "b": "é"}}\r\n'
    document = json_file(outer)
    assert scalars(document)[1].value == inner
    tree = inside(document, 1)
    found = list(tree.leaves())
    if not found:
        return
    some = st.lists(st.sampled_from(found), min_size=1, max_size=2, unique_by=lambda one: one[1])
    above, below, asked = list[LayerEdit](), list[Edit[str]](), tokens(inner)
    for route, node in data.draw(some):
        edits = random_edits(data.draw, node.value, st.text(alphabet=ANY, max_size=3))
        above += [LayerEdit(tree.leaf(node, route), edit) for edit in edits]
        below += source_edits(inner, node.start, node.end, node.value, edits)
        index = [at for at, (kind, _) in enumerate(asked) if kind != "mark"][number(tree, node)]
        asked[index] = asked[index][0], splice(node.value, edits)
    compare(document, inner, sorted(below), above, gives(splice(inner, sorted(below)), asked))


def number(tree: JsonTree, wanted: Scalar) -> int:
    """Which key or value of a tree a leaf is."""
    found = [node.start for node in nodes(tree.root) if isinstance(node, Scalar)]
    return found.index(wanted.start)


def compare(
    document: Document, inner: str, below: list[Edit[str]], above: list[LayerEdit], possible: bool
) -> None:
    """The edits of the inner text are made through both levels of escapes, byte for byte."""
    node = scalars(document)[1]
    written = source_edits(document.value, node.start, node.end, inner, below)
    text = splice(document.value, written)
    asked = tokens(document.value)
    asked[asked.index(("str", inner))] = "str", splice(inner, below)
    if possible and gives(text, asked):
        assert edit_document(document, above).data == text.encode()
    else:
        with pytest.raises(RefusedError):
            edit_document(document, above)


DEEPEST = {"key": "sk-1é", "n": [12, True, None]}
MIDDLE = {"json": json.dumps(DEEPEST), "beside": "x"}
OUTER = json.dumps({"body": json.dumps(MIDDLE), "beside": "y"}, indent=1)


def test_json_in_json_in_json_is_edited_through_three_levels_of_escapes() -> None:
    document = json_file(OUTER)
    middle = inside(document, 1)
    deepest = json_tree(leaf(middle, json.dumps(DEEPEST)))
    assert deepest is not None
    wanted = [
        LayerEdit(leaf(deepest, "sk-1é"), Edit(Span(3, 5), '"😀\n')),
        LayerEdit(leaf(deepest, "12"), Edit(Span(0, 2), "-3")),
        LayerEdit(leaf(deepest, "true"), Edit(Span(0, 4), "false")),
        LayerEdit(leaf(middle, "x"), Edit(Span(0, 1), "\\")),
        LayerEdit(document.scalar(scalars(document)[3]), Edit(Span(0, 1), "/")),
    ]
    after = json.loads(edit_document(document, wanted).data)
    assert after["beside"] == "/"
    after = json.loads(after["body"])
    assert after["beside"] == "\\"
    assert json.loads(after["json"]) == {"key": 'sk-"😀\n', "n": [-3, False, None]}
    assert edit_document(document, wanted).data.isascii()


def test_a_bom_inside_a_string_is_passed_over_and_kept() -> None:
    document = json_file(r'{"a": "\ufeff{\"k\": \"v\"}"}')
    edit = LayerEdit(leaf(inside(document, 1), "v"), Edit(Span(0, 1), "é"))
    assert edit_document(document, [edit]).value == r'{"a": "\ufeff{\"k\": \"\\u00e9\"}"}'


def base64_of(document: Document) -> Base64:
    found = document.base64(scalars(document)[1])
    assert found is not None
    return found


@given(st.data(), st.binary(min_size=1, max_size=30), st.randoms())
def test_bytes_in_base64_in_a_string(data: st.DataObject, stored: bytes, rng: Random) -> None:
    text = base64.b64encode(stored).decode()
    document = json_file(f"\ufeff[{literal('k', rng)},\r\n {literal(text, rng)}]")
    layer = base64_of(document)
    assert layer.value == stored
    edits = random_edits(data.draw, stored, st.binary(max_size=4))
    after = edit_document(document, [LayerEdit(layer, edit) for edit in edits])
    new = splice(stored, edits)
    assert base64.b64decode(json.loads(after.value.removeprefix("\ufeff"))[1]) == new
    kept = edits[0].span.start // 3 * 4 if edits else len(text)
    before = document.scalar(scalars(document)[1]).map.to_source(0, kept).end
    assert after.value.startswith(document.value[:before])
    assert after.value.endswith('"]')


def test_an_edit_of_the_same_length_changes_its_groups_only() -> None:
    body = base64.b64encode(b'{"key": "sk-123456", "z": 1}').decode()
    document = json_file(json.dumps(["k", body]))
    tree = json_tree(as_text(base64_of(document)))
    assert tree is not None
    after = edit_document(
        document, [LayerEdit(leaf(tree, "sk-123456"), Edit(Span(3, 9), "XXXXXX"))]
    )
    assert base64.b64decode(json.loads(after.value)[1]) == b'{"key": "sk-XXXXXX", "z": 1}'
    changed = [
        at for at, (a, b) in enumerate(zip(after.value, document.value, strict=True)) if a != b
    ]
    start = document.value.index(body)
    assert min(changed) >= start + 12 // 3 * 4
    assert max(changed) < start + 18 // 3 * 4
