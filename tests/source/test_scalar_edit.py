"""One case per row of the table "Replacing part of a scalar": what is written, to the character."""

from __future__ import annotations

import pytest

from cassette_cli.errors import RefusedError
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence
from cassette_cli.source.read_yaml import read_yaml
from cassette_cli.source.resolve import resolve_with
from cassette_cli.source.scalar.context import column_of, line_break_of, scalar_context
from cassette_cli.source.scalar.edit import edit_scalar
from cassette_cli.source.spans import Edit, Span, splice

RESOLVE = resolve_with("pyyaml")


def holders(node: Node, needle: str) -> list[Scalar]:
    """The scalars under `node` whose value holds `needle`."""
    if isinstance(node, Scalar):
        return [node] if needle in node.value else []
    if isinstance(node, Mapping):
        return [
            found for entry in node.entries for part in entry for found in holders(part, needle)
        ]
    items = node.items if isinstance(node, Sequence) else []
    return [found for item in items for found in holders(item, needle)]


def replaced(text: str, old: str, new: str) -> str:
    """`text` with `old` made `new` in the first value that holds it, read again and compared."""
    roots = read_yaml(text).roots
    node = next(found for root in roots for found in holders(root, old))
    start = node.value.index(old)
    edits = [Edit(Span(start, start + len(old)), new)]
    written = edit_scalar(text, node, edits, scalar_context(text, roots, node, RESOLVE))
    after = splice(text, written)
    wanted = splice(node.value, edits)
    assert wanted in [found.value for root in read_yaml(after).roots for found in holders(root, "")]
    return after


# Each row: the file, what is replaced, with what, and the file afterwards.
ROWS = {
    "plain": ("k: Bearer abc # c\n", "abc", "REDACTED", "k: Bearer REDACTED # c\n"),
    "plain, colon": ("k: abc\n", "b", ": ", "k: 'a: c'\n"),
    "plain, comment": ("k: abc\n", "b", " #", "k: 'a #c'\n"),
    "plain, last colon": ("k: abc\n", "c", ":", "k: 'ab:'\n"),
    "plain, indicator": ("k: abc # c\n", "a", "*", "k: '*bc' # c\n"),
    "plain, blank edge": ("k: abc\n", "a", " ", "k: ' bc'\n"),
    "plain, emptied": ("k: abc\n", "abc", "", "k: ''\n"),
    "plain, document": ("k: abc\n", "abc", "---", "k: '---'\n"),
    "plain, tab": ("k: abc\n", "b", "\t", "k: 'a\tc'\n"),
    "plain, flow": ("k: [abc]\n", "b", ",", "k: ['a,c']\n"),
    "plain, flow colon": ("{k: abc}\n", "b", ":", "{k: 'a:c'}\n"),
    "plain, quote inside": ("k: it's abc\n", "abc", "a: b", "k: 'it''s a: b'\n"),
    "plain, number": ("k: abc\n", "abc", "12", "k: '12'\n"),
    "plain, YAML 1.1 bool": ("k: abc\n", "abc", "off", "k: 'off'\n"),
    "plain, YAML 1.2 octal": ("k: abc\n", "abc", "0o17", "k: '0o17'\n"),
    "plain, null": ("k: abc\n", "abc", "~", "k: '~'\n"),
    "plain, date": ("k: abc\n", "abc", "2020-01-02", "k: '2020-01-02'\n"),
    "plain, tagged text": ("k: !!str abc\n", "abc", "12", "k: !!str 12\n"),
    "plain, NUL": ("k: abc\n", "b", "\0", 'k: "a\\0c"\n'),
    "plain, CR": ("k: abc\n", "b", "\r", 'k: "a\\rc"\n'),
    "plain, NEL LS PS": ("k: abc\n", "b", "\x85\u2028\u2029", 'k: "a\\N\\L\\Pc"\n'),
    "plain, BOM": ("k: abc\n", "b", "\ufeff", 'k: "a\\uFEFFc"\n'),
    "plain, non-character": ("k: abc\n", "b", "\x7f\ufffe", 'k: "a\\x7F\\uFFFEc"\n'),
    "plain, emoji": ("k: abc\n", "b", "\U0001f600", "k: a\U0001f600c\n"),
    "plain, newline": ("k: abc\n", "b", "\n", "k: a\n\n  c\n"),
    "plain, fold": ("k: one\n  two three\n", "two", " x", "k: one  x three\n"),
    "plain, fold kept": ("k: one\n  two three\n", "two", "x", "k: one\n  x three\n"),
    "plain, fold newline": ("k: one\n    two\n", "two", "a\nb", "k: one\n    a\n\n    b\n"),
    "plain, int": ("k: 200\n", "200", "404", "k: 404\n"),
    "plain, int of one kind": ("k: 1_000\n", "000", "111", "k: 1_111\n"),
    "tagged int": ("k: !!int '200'\n", "200", "404", "k: !!int '404'\n"),
    "single": ("k: 'abc'\n", "b", "it's", "k: 'ait''sc'\n"),
    "single, cut quote": ("k: 'a''b'\n", "'", "", "k: 'ab'\n"),
    "single, emptied": ("k: 'abc'\n", "abc", "", "k: ''\n"),
    "single, newline": ("k: 'abc'\n", "b", "\n\n", "k: 'a\n\n\n  c'\n"),
    "single, blank before newline": ("k: 'abc'\n", "b", " \n", 'k: "a \\nc"\n'),
    "single, fold": ("k: 'one\n  two\n  three'\n", "two", "", "k: 'one  three'\n"),
    "single, control": ("k: 'abc'\n", "b", "\x1b", 'k: "a\\ec"\n'),
    "double": ('k: "abc"\n', "b", '"\\\t\x01', 'k: "a\\"\\\\\\t\\x01c"\n'),
    "double, newline": ('k: "abc"\n', "b", "\n", 'k: "a\\nc"\n'),
    "double, escape cut": ('k: "a\\u0062c"\n', "b", "B", 'k: "aBc"\n'),
    "double, fold": ('k: "one\n  two"\n', "two", " x", 'k: "one\n  \\ x"\n'),
    "double, before fold": ('k: "one\n  two"\n', "one", "x\t", 'k: "x\\t\n  two"\n'),
    "double, continuation": ('k: "one\\\n  two"\n', "two", " x", 'k: "one\\\n  \\ x"\n'),
    "double, continuation kept": ('k: "one\\\n  two"\n', "one", "x ", 'k: "x \\\n  two"\n'),
    "double, line emptied": ('k: "a\n  b\n  c"\n', "b", "", 'k: "a\\ \n  c"\n'),
    "literal": ("k: |\n  one\n  two\n", "one", "x", "k: |\n  x\n  two\n"),
    "literal, newline": ("k: |\n  one\n  two\n", "n", "\n\n", "k: |\n  o\n\n  e\n  two\n"),
    "literal, CRLF": ("k: |\r\n  one\r\n", "n", "\n", "k: |\r\n  o\r\n  e\r\n"),
    "literal, lines joined": ("k: |\n  one\n  two\n", "\n", "", "k: |\n  onetwo\n"),
    "literal, first blank": ("k: |\n  one\n", "o", " ", "k: |2\n   ne\n"),
    "literal, first tab": ("k: |\n    one\n", "o", "\t", "k: |4\n    \tne\n"),
    "literal, deeper": ("a:\n  k: |-\n    one\n", "o", " ", "a:\n  k: |2-\n     ne\n"),
    "literal, indicator there": ("k: |3-\n    one\n", "o", "", "k: |3-\n    ne\n"),
    "literal, no final newline": ("k: |\n  one\nl: m\n", "one\n", "x", "k: |-\n  x\nl: m\n"),
    "literal, more newlines": ("k: |\n  one\nl: m\n", "e", "e\n\n", "k: |+\n  one\n\n\nl: m\n"),
    "literal, blank tail": ("k: |\n  one\n\n\nl: m\n", "e", "", "k: |\n  on\n\n\nl: m\n"),
    "literal, keep": ("k: |+\n  one\n\nl: m\n", "e\n\n", "e\n", "k: |+\n  one\nl: m\n"),
    "literal, control": ("k: |\n  one\n\nl: m\n", "n", "\0", 'k: "o\\0e\\n"\n\nl: m\n'),
    "literal, keep, control": ("k: |+\n  one\n\nl: m\n", "n", "\r", 'k: "o\\re\\n\\n"\nl: m\n'),
    "literal, comment": ("k: | # c\n  one\nl: m\n", "n", "\0", 'k: "o\\0e\\n" # c\nl: m\n'),
    "literal, wide": (
        "k: |\n              one\n",
        "o",
        " ",
        "k: |2\n   ne\n",
    ),
    "literal, end of file": ("k: |\n  one", "n", "\n", "k: |\n  o\n  e"),
    "folded": ("k: >\n  one\n  two\n", "two", "x", "k: >\n  one\n  x\n"),
    "folded, joined": ("k: >\n  one\n  two\n", "two", " x", "k: >\n  one  x\n"),
    "folded, newline": ("k: >\n  one\n  two\n", "w", "\n", "k: >\n  one\n  t\n\n  o\n"),
    "folded, blank line": ("k: >\n  one\n  two\n", "two", "\n x", "k: >\n  one \n   x\n"),
    "key": ("abc: v\n", "b", ": ", "'a: c': v\n"),
    "key, newline": ("abc: v\n", "b", "\n", '"a\\nc": v\n'),
    "key, explicit": ("? |\n  one\n: v\n", "n", "\n", "? |\n  o\n  e\n: v\n"),
    "key, flow": ("{abc: v}\n", "b", "\n", '{"a\\nc": v}\n'),
    "anchor and tag": ("k: &a !!str abc\nl: *a\n", "b", ": ", "k: &a !!str 'a: c'\nl: *a\n"),
    "binary": (
        "k: !!binary |\n  AAAA\n  BBBB\n",
        "BBBB",
        "CC==",
        "k: !!binary |\n  AAAA\n  CC==\n",
    ),
    "BOM": ("\ufeffabc: |\n  one\n", "o", " ", "\ufeffabc: |2\n   ne\n"),
    "root": ("--- abc\n", "b", ": ", "--- 'a: c'\n"),
    "compact": ("- - k: |\n      one\n", "o", " ", "- - k: |2\n       ne\n"),
}


@pytest.mark.parametrize("name", ROWS)
def test_row(name: str) -> None:
    text, old, new, wanted = ROWS[name]
    assert replaced(text, old, new) == wanted


def value_edit(text: str, edits: list[Edit[str]], at: int = 0) -> str:
    """The file with `edits` of the value number `at` made."""
    roots = read_yaml(text).roots
    node = [found for root in roots for found in holders(root, "")][at]
    written = edit_scalar(text, node, edits, scalar_context(text, roots, node, RESOLVE))
    return splice(text, written)


def test_nothing_gets_a_blank_before_it() -> None:
    edits = [Edit(Span(0, 0), "abc")]
    assert value_edit("k: !!str\nl: m\n", edits, 1) == "k: !!str abc\nl: m\n"
    assert value_edit("k:\nl: m\n", [Edit(Span(0, 0), "~")], 1) == "k: ~\nl: m\n"


def test_several_edits_of_one_scalar_keep_their_own_places() -> None:
    edits = [Edit(Span(0, 1), "X"), Edit(Span(2, 2), "'"), Edit(Span(2, 2), "Y")]
    assert value_edit("k: 'a''b'\n", edits, 1) == "k: 'X''''Yb'\n"
    inside = [Edit(Span(1, 2), "-"), Edit(Span(3, 4), "+")]
    assert value_edit("k: 'a\n\n\n\n  b'\n", inside, 1) == "k: 'a-\n\n  +b'\n"


def test_an_edit_that_changes_nothing_writes_nothing() -> None:
    assert value_edit("k: abc\n", [Edit(Span(0, 1), "a")], 1) == "k: abc\n"


@pytest.mark.parametrize(
    ("text", "old", "new", "message"),
    [
        ("k: 200\n", "200", "REDACTED", "a plain int would become text"),
        ("k: true\n", "true", "no: way", "a plain bool would become text"),
        ("k: 1.5\n", "1.5", "", "a plain float would become a plain null"),
        ("k: null\n", "null", "0", "a plain null would become a plain int"),
        ("k: !!int 200\n", "200", "x", "a plain int would become text"),
        ("200: v\n", "200", "x", "a plain int would become text"),
        ("abc: v\n", "abc", "x" * 1024, "a key would not fit on its line"),
        ("k: abc\n", "abc", "\ud800", "half of a surrogate pair"),
    ],
)
def test_what_is_refused(text: str, old: str, new: str, message: str) -> None:
    with pytest.raises(RefusedError, match=message) as caught:
        replaced(text, old, new)
    assert caught.value.hint


def test_a_value_without_a_place_is_refused() -> None:
    with pytest.raises(RefusedError, match="no place"):
        value_edit("{a}\n", [Edit(Span(0, 0), "~")], 1)


def test_the_context_of_a_scalar() -> None:
    text = "\ufeffa:\r\n  - {b: [c]}\r\n  - d: e\r\n"
    roots = read_yaml(text).roots
    found = {node.value: node for root in roots for node in holders(root, "")}
    seen = {
        value: (context.column, context.flow, context.key)
        for value, node in found.items()
        for context in [scalar_context(text, roots, node, RESOLVE)]
    }
    assert seen == {
        "a": (0, False, True),
        "b": (2, True, True),
        "c": (2, True, False),
        "d": (4, False, True),
        "e": (4, False, False),
    }
    assert line_break_of(text) == "\r\n"
    assert column_of(text, 1) == 0
