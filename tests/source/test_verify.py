"""The proof refuses every result that differs in more than what was asked."""

from __future__ import annotations

import json

import pytest
from support import document

from cassette_cli.errors import RefusedError
from cassette_cli.source.document import Document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.scalar.layer import YamlScalar
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.verify import Wanted, verify

BEFORE = "a: one # c\nb: [two, 'three', &k x]\nc: |\n  four\nd: !t five\ne: *k\n"
TARGET = BEFORE.index("two")
EDIT = Edit(Span(TARGET, TARGET + 3), "TWO")
AFTER = BEFORE.replace("two", "TWO")


def prove(after: str, wanted: str = "TWO", edit: Edit[str] = EDIT) -> None:
    verify(document(BEFORE), document(after), [edit], [Wanted(TARGET, wanted)])


def test_the_asked_change_is_proved() -> None:
    prove(AFTER)


MUTATIONS = {
    "another value": AFTER.replace("four", "fivr"),
    "another style": AFTER.replace("'three'", '"three"'),
    "another spelling": AFTER.replace("five", '"five"'),
    "a comment": AFTER.replace("# c", "# d"),
    "a blank": AFTER.replace("one #", "one  #"),
    "a key": AFTER.replace("\nd:", "\nz:"),
    "one more key": AFTER + "f: g\n",
    "one key less": AFTER.replace("a: one # c\n", ""),
    "one more item": AFTER.replace("&k x]", "&k x, y]"),
    "one item less": AFTER.replace("'three', ", ""),
    "a tag": AFTER.replace("!t", "!u"),
    "no tag": AFTER.replace("!t ", ""),
    "an anchor": AFTER.replace("&k", "&l").replace("*k", "*l"),
    "an alias written out": AFTER.replace("*k", "x"),
    "the final line break": AFTER[:-1],
    "one more document": AFTER + "--- x\n",
    "the target unchanged": BEFORE,
    "the target wrong": AFTER.replace("TWO", "TWo"),
    "the target longer": AFTER.replace("TWO", "TWO!"),
    "chomping": AFTER.replace("c: |\n", "c: |-\n"),
    "CRLF": AFTER.replace("\n", "\r\n"),
    "a BOM": "\ufeff" + AFTER,
    "flow made block": AFTER.replace("[TWO, 'three', &k x]", "\n- TWO\n- 'three'\n- &k x"),
    "a mapping in its place": AFTER.replace("TWO", "{TWO: }"),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_any_other_change_is_refused(name: str) -> None:
    assert MUTATIONS[name] != AFTER
    with pytest.raises(RefusedError, match="differs in") as refusal:
        prove(MUTATIONS[name])
    assert "TWO" not in refusal.value.message


def test_a_target_that_is_none_is_refused() -> None:
    with pytest.raises(RefusedError):
        verify(document(BEFORE), document(AFTER), [EDIT], [Wanted(TARGET + 1, "TWO")])


def test_what_only_the_pure_parser_reads_is_no_result() -> None:
    before, after = "{url: 'http://x'}\n", "{url: http://x}\n"
    edits = [Edit(Span(6, 16), "http://x")]
    with pytest.raises(RefusedError, match="recorder's own parser"):
        verify(document(before), document(after), edits, [Wanted(6, "http://x")])


class Wrong(YamlScalar):
    """A scalar whose edits are written without any care."""

    written = "'"

    def lower(self, edits: object) -> list[LayerEdit]:
        span = Span(self.node.start, self.node.end)
        return [LayerEdit(self.document, Edit(span, self.written))]


@pytest.mark.parametrize("written", ["'", "x: y", "x # y", "x\ny: z", "- x", "*x", "x\x00", "!t x"])
def test_a_wrong_edit_never_gets_through(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Wrong, "written", written)
    parent: Document = document("a: b\nc: d\n")
    layer = Wrong(parent, parent.root.entries[0][1])  # type: ignore[union-attr, arg-type]
    with pytest.raises(RefusedError):
        edit_document(parent, [LayerEdit(layer, Edit(Span(0, 1), "new"))])


@pytest.mark.parametrize("value", ["plain", 'a "b" \\ c', "é\t\n", "\x01", "\x85", "\u2028\x7f"])
def test_a_file_that_is_json_stays_json(value: str) -> None:
    before = document('{"a": "b", "c": [1]}\n')
    target = before.scalar(before.root.entries[0][1])  # type: ignore[union-attr, arg-type]
    edits = [LayerEdit(target, Edit(Span(0, 1), value))]
    try:
        after = edit_document(before, edits).value
    except RefusedError as refusal:
        assert "being JSON" in refusal.message
    else:
        assert json.loads(after) == {"a": value, "c": [1]}
