"""What is refused, with its place, and what hostile files cost."""

from __future__ import annotations

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.errors import LimitError, UnreadableError, Where
from cassette_cli.source.node import Mapping
from cassette_cli.source.read_yaml import PURE_LIMIT, read_yaml
from cassette_cli.source.resolve import plain

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10)
)
DEEP = {
    "brackets": "[" * 100_000,
    "dashes": "- " * 100_000,
    "braces": "{a: " * 100_000,
    "keys": "? " * 100_000,
    "indents": "".join(f"{' ' * level}a:\n" for level in range(1_000)),
    "alias bomb": BOMB,
    "a chain of aliases": "a0: &a0 [x]\n"
    + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 10_000)),
    "an alias below": "a: &a " + "[" * 300 + "]" * 300 + "\nb: " + "[" * 300 + "*a" + "]" * 300,
    "for the pure parser": "[{u: http://x}, " + "[" * 100_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_or_too_much_is_refused_at_once(name: str) -> None:
    start = process_time()
    with pytest.raises(LimitError) as refusal:
        read_yaml(DEEP[name])
    assert process_time() - start < 3
    assert refusal.value.where is not None


def test_what_is_just_not_too_deep_is_read_and_walked() -> None:
    text = "a: &a " + "[" * 498 + "]" * 498 + "\nb: *a\n"
    root = read_yaml(text).roots[0]
    table = plain(root, "pyyaml")
    assert isinstance(table, dict)
    assert table["a"] == table["b"]


def test_ten_thousand_aliases_of_one_anchor_are_no_bomb() -> None:
    root = read_yaml("a: &a [x]\n" + "".join(f"b{i}: *a\n" for i in range(10_000))).roots[0]
    assert isinstance(root, Mapping)
    assert len(root.entries) == 10_001


@pytest.mark.parametrize("text", ["a: &a [*a]\n", "a: &a {b: [*a]}\n", "&a [x, *a]\n"])
def test_an_alias_inside_its_own_anchor_is_named(text: str) -> None:
    with pytest.raises(UnreadableError, match="inside its own anchor"):
        read_yaml(text)


def test_an_alias_without_anchor_is_named_with_its_place() -> None:
    with pytest.raises(UnreadableError, match="names no anchor") as refusal:
        read_yaml("a: b\nc: *k\n")
    assert refusal.value.where == Where(2, 4)


def test_an_anchor_does_not_reach_into_the_next_document() -> None:
    with pytest.raises(UnreadableError, match="names no anchor"):
        read_yaml("--- &k a\n--- *k\n")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\nc: 'd\n", Where(3, 1)),
        ("a: b\n c: d\n", Where(2, 3)),
        ("\ufeffa: b: c\n", Where(1, 5)),
        ("a: \x00b\n", Where(1, 4)),
        ("a: b\n\x7f\n", Where(2, 1)),
        ("\ufeff\x01", Where(1, 1)),
        ("a: 'x\u2028y'\nb: c: d\n", Where(2, 5)),
    ],
)
def test_a_fault_has_the_place_an_editor_shows(text: str, place: Where) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_yaml(text)
    assert refusal.value.where == place


def test_no_message_quotes_the_file() -> None:
    for text in ("hush: 'hush", "a: hush: hush", "%hush\na", "*hush", "a: &hush [*hush]", "@hush"):
        with pytest.raises(UnreadableError) as refusal:
            read_yaml(text)
        assert "hush" not in f"{refusal.value.message} {refusal.value.found} {refusal.value.hint}"


@pytest.mark.parametrize("text", ["", "# only\n# comments\n", "\ufeff", "\n\n", "%YAML 1.1\n---\n"])
def test_a_file_of_nothing_has_no_value(text: str) -> None:
    assert [plain(root, "pyyaml") for root in read_yaml(text).roots] in ([], [None])


def test_repeated_keys_are_told_and_the_last_one_counts() -> None:
    parsed = read_yaml('a: 1\n"a": 2\nb: {c: 1, c: 2}\n1: x\n"1": y\n<<: {}\n<<: {}\n')
    assert [(key.value, key.start) for key in parsed.duplicate_keys] == [("c", 22), ("a", 5)]
    root = parsed.roots[0]
    assert isinstance(root, Mapping)
    assert plain(root.get("a"), "pyyaml") == 2  # type: ignore[arg-type]


def test_several_documents_are_all_read() -> None:
    assert [plain(root, "pyyaml") for root in read_yaml("--- 1\n--- 2\n...\n--- [3]\n").roots] == [
        1, 2, [3],
    ]  # fmt: skip


def test_a_tag_is_never_constructed() -> None:
    root = read_yaml("a: !!python/object/apply:os.system ['exit 3']\n").roots[0]
    assert plain(root, "pyyaml") == {"a": ["exit 3"]}


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#~ \t\n\r\ufeff\x00\x7f\u2028é0.", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parsed = read_yaml(text)
    except UnreadableError:
        return
    assert all(0 <= root.start <= root.end <= len(text) for root in parsed.roots)


def test_hostile_texts_do_not_hang_the_pure_parser() -> None:
    noise = random.Random(7)
    for piece in ("{a: b}, ", "[", "a, ", "&a b, ", "''", "#", " \n", "? a, ", "\n "):
        text = "[{u: http://x}, " + "[" * 95 + piece * (PURE_LIMIT // 10 // len(piece))
        start = process_time()
        with pytest.raises(UnreadableError):
            read_yaml(text + noise.choice("}'*"))
        assert process_time() - start < 4, piece
