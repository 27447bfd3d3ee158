"""Large and deep JSON: time in proportion to the size, no recursion, faults named at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from invoke import cassette
from json_oracle import json_file, scalars
from support import ROOT, growth

from cassette_cli.errors import LimitError, UnreadableError, Where
from cassette_cli.source.document import read_document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.json_fault import TooDeepError
from cassette_cli.source.json_layer import json_tree
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.node import every_node
from cassette_cli.source.read_json import read_json
from cassette_cli.source.spans import Edit, Span


def keys(size: int, ending: str = "}") -> str:
    """One line of many keys."""
    return "{" + ", ".join(f'"key{at}": {at}' for at in range(size // 18)) + ending


SHAPES: dict[str, Callable[[int], str]] = {
    "one string": lambda size: '{"a": "%s"}' % ("word " * (size // 5)),
    "a string of escapes": lambda size: '{"a": "%s"}' % (r"w\n\u00e9\ud83d\ude00" * (size // 21)),
    "keys on one line": keys,
    "the same key": lambda size: "{" + ", ".join(['"key": 1'] * (size // 10)) + "}",
    "items on a line each": lambda size: "[\r\n" + ",\r\n".join(["1"] * (size // 8)) + "]",
    "one number": lambda size: f'{{"a": {"1" * size}}}',
    "blanks": lambda size: f"{' ' * size}{{}}{' ' * size}",
    "empty lists": lambda size: f"[{', '.join(['[]'] * (size // 12))}]",
}
FAULTY: dict[str, Callable[[int], str]] = {
    "a comma too many": lambda size: keys(size, ",}"),
    "a control character": lambda size: '{"a": "%s\t"}' % ("word " * (size // 5)),
    "an unknown escape": lambda size: '{"a": "%s\\x"}' % (r"w\n\u00e9" * (size // 9)),
    "a string cut off": lambda size: '{"a": "%s' % ('word\\"' * (size // 6)),
    "quotes, then no more": lambda size: "[\n" + '"word",\n' * (size // 8) + '"',
    "what follows the end": lambda size: f"{{{' ' * size}}}{' ' * size}x",
    "text at the start": lambda size: '{"a": x' + '"word" ' * (size // 7),
    "a number with a letter": lambda size: f'{{"a": {"1" * size}x}}',
    "a comment before": lambda size: "# c\n" * (size // 4) + "{}",
    "marks of the encoding": lambda size: "\ufeff" * size + "{}",
}


@pytest.mark.parametrize("name", SHAPES)
def test_four_times_as_much_is_read_in_four_times_the_time(name: str) -> None:
    texts = {size: SHAPES[name](size).encode() for size in (100_000, 400_000)}
    assert growth(lambda size: read_document("a.json", texts[size]), 100_000) < 9


@pytest.mark.parametrize("name", FAULTY)
def test_four_times_as_much_is_refused_in_four_times_the_time(name: str) -> None:
    texts = {size: FAULTY[name](size).encode() for size in (100_000, 400_000)}

    def refuse(size: int) -> None:
        with pytest.raises(UnreadableError, match="not JSON"):
            read_document("a.json", texts[size])

    assert growth(refuse, 100_000) < 9


def test_a_string_of_ten_megabytes_is_read_and_edited_in_no_time() -> None:
    start = process_time()
    document = json_file('{"a": "%s"}' % ("word\\n" * 1_700_000))
    layer = document.scalar(scalars(document)[1])
    size = len(layer.value)
    edits = [LayerEdit(layer, Edit(Span(at, at + 4), "é")) for at in (0, size // 10 * 5, size - 5)]
    after = edit_document(document, edits)
    assert len(after.value) == len(document.value) + 3 * (len(r"\u00e9") - 4)
    assert process_time() - start < 15


def test_five_megabytes_of_keys_on_one_line() -> None:
    start = process_time()
    text = keys(5_000_000)
    with pytest.raises(UnreadableError) as refusal:
        read_document("a.har", text[:-1].encode() + b",}")
    assert refusal.value.where == Where(1, len(text) + 1)
    assert len(json_file(text).root.entries) == 5_000_000 // 18  # type: ignore[union-attr]
    assert process_time() - start < 15


DEEP = {
    "opened": "[" * 100_000,
    "opened on lines": "[\n" * 100_000,
    "closed": "[" * 100_000 + "]" * 100_000,
    "objects": '{"a":' * 100_000,
    "closed objects": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "both": '[{"a":' * 50_000 + "1" + "}]" * 50_000,
    "with items before": '[1,{"a":2,"b":' * 50_000,
}


@pytest.mark.parametrize("name", DEEP)
@pytest.mark.parametrize("file", ["a.json", "a.yaml"])
def test_a_hundred_thousand_levels_are_refused_at_once(name: str, file: str) -> None:
    start = process_time()
    with pytest.raises(LimitError, match="nested deeper than 500 levels") as refusal:
        read_document(file, DEEP[name].encode())
    with pytest.raises(TooDeepError):
        read_json(DEEP[name])
    assert process_time() - start < 2
    assert refusal.value.where is not None
    opened = [at for at, one in enumerate(DEEP[name]) if one in "[{"][500]
    line = DEEP[name].count("\n", 0, opened) + 1
    assert refusal.value.where == Where(line, opened - DEEP[name].rfind("\n", 0, opened))


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_five_hundred_levels_are_read_walked_and_edited(opening: str, closing: str) -> None:
    count = 500 // len(closing)
    document = json_file(f'{opening * count}"é"{closing * count}')
    assert sum(1 for _ in every_node(document.parsed.roots)) >= 501
    layer = document.scalar(scalars(document)[-1])
    after = edit_document(document, [LayerEdit(layer, Edit(Span(0, 1), "ü"))])
    assert after.value == document.value.replace("é", "ü")
    with pytest.raises(LimitError):
        json_file(f"[{document.value}]")


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("count", [100, 490, 499])
def test_a_deep_value_in_a_recording_stops_no_verb(
    opening: str, closing: str, count: int, tmp_path: Path
) -> None:
    sound = (ROOT / "examples/har/latin-1.har").read_text()
    deep = f'"_x": {opening * count}1{closing * count}, "log"'
    (tmp_path / "a.har").write_text(sound.replace('"log"', deep, 1))
    for verb in (["show"], ["show", "-o", "json", "--full"], ["lint"], ["validate"], ["redact"]):
        done = cassette(*verb, "a.har", cwd=tmp_path)
        assert (done.code, "internal error" in done.text + done.errors) == (0, False), verb


def test_a_body_is_no_tree_where_it_is_too_deep_and_costs_no_more() -> None:
    start = process_time()
    document = json_file('{"a": "%s"}' % ("[" * 1_000_000))
    assert json_tree(document.scalar(scalars(document)[1])) is None
    assert process_time() - start < 2
