"""The whole chain edited in one go: from the joined message down to the bytes of the file."""

from __future__ import annotations

import base64
import gzip
import json

import pytest
from support import cassette, document, sources

from cassette_cli.errors import RefusedError
from cassette_cli.model.cassette import Cassette
from cassette_cli.source.document import Document
from cassette_cli.source.edit import edit_document
from cassette_cli.source.json_layer import json_tree
from cassette_cli.source.layer import Layer, LayerEdit, Place
from cassette_cli.source.node import Mapping, Scalar
from cassette_cli.source.place import file_spans, locate
from cassette_cli.source.spans import Edit, Span

WORDS = ["my key is sk-", "abc\n", "def\u00e9", '\U0001f600ghi" ok']
HEAD = """interactions:
- request: {method: GET, uri: http://x.example/, body: null, headers: {}}
  response:
    status: {code: 200, message: OK}
    headers: {Content-Type: [text/event-stream]}
    body:
      string: """


def chat(words: list[str], line_break: str = "\n") -> str:
    chunks = [{"choices": [{"index": 0, "delta": {"content": word}}]} for word in words]
    events = [f"data: {json.dumps(chunk)}{line_break * 2}" for chunk in chunks]
    return "".join(events) + f"data: [DONE]{line_break * 2}"


def double_quoted(text: str, width: int = 60) -> str:
    """As PyYAML folds a double-quoted scalar: lines that end in a backslash."""
    written = json.dumps(text)[1:-1]
    lines, line = [], ""
    for piece in written.split(" "):
        line += piece + " "
        if len(line) > width:
            lines.append(line[:-1])
            line = ""
    lines.append(line[:-1])
    return '"' + "\\\n        \\ ".join(lines) + '"'


def literal(text: str) -> str:
    return "|+\n" + "".join(f"        {line}\n" if line else "\n" for line in text.splitlines())


BASE64 = base64.encodebytes(chat(WORDS).encode()).decode()
WRITTEN = {
    "folded double-quoted": double_quoted(chat(WORDS)),
    "with CRLF inside": double_quoted(chat(WORDS, "\r\n")),
    "literal": literal(chat(WORDS)),
    "single-quoted": "'" + chat(WORDS).replace("'", "''").replace("\n", "\n\n        ") + "'",
    "base64": "!!binary |\n        " + BASE64.replace("\n", "\n        "),
}  # fmt: skip


def recorded(body: str, line_break: str = "\n", bom: str = "") -> Cassette:
    text = f"{bom}{HEAD}{body}\nversion: 1\n"
    return cassette(text.replace("\n", line_break))


def spoken(found: Cassette) -> Layer[str]:
    stream = found.interactions[0].response.stream
    assert stream is not None
    assert stream.protocol == "openai-chat"
    return stream.message.text


def edit(layer: Layer[str], old: str, new: str) -> LayerEdit:
    start = layer.value.index(old)
    return LayerEdit(layer, Edit(Span(start, start + len(old)), new))


def reread(after: Document) -> Cassette:
    return cassette(after.value)


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("new", ["REDACTED", "X" * 80, "", 'a"b\\c: \n # é😀'])
def test_a_key_streamed_in_three_deltas_is_replaced_in_one_go(kind: str, new: str) -> None:
    before = recorded(WRITTEN[kind])
    message = spoken(before)
    assert message.value == "".join(WORDS)
    after = edit_document(before.document, [edit(message, "sk-abc\ndefé😀ghi", new)])
    assert spoken(reread(after)).value == f'my key is {new}" ok'
    assert after.value.startswith(HEAD)
    assert after.value.endswith("version: 1\n")


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_character_leads_to_file_text_that_gives_it(kind: str) -> None:
    before = recorded(WRITTEN[kind])
    message = spoken(before)
    for at, character in enumerate(message.value):
        place = Place(message, Span(at, at + 1))
        (source,) = sources(place)
        if kind != "base64":
            assert character in _undone(source), (source, character)
        else:
            assert json.dumps(character)[1:-1].encode() in base64.b64decode(source)


def _undone(source: str) -> str:
    """The character behind one or two levels of escapes."""
    for _ in range(2):
        try:
            source = json.loads(f'"{source}"')
        except ValueError:
            break
    return source


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_files_with_crlf_and_bom_keep_them(bom: str) -> None:
    before = recorded(WRITTEN["folded double-quoted"], "\r\n", bom)
    after = edit_document(before.document, [edit(spoken(before), "abc\ndef", "xyz")])
    assert after.value.count("\r\n") == after.value.count("\n") == before.document.value.count("\n")
    assert after.value.startswith(bom)
    assert spoken(reread(after)).value == 'my key is sk-xyzé😀ghi" ok'


def test_several_layers_of_one_file_are_edited_together() -> None:
    before = recorded(WRITTEN["folded double-quoted"])
    request = before.interactions[0].request
    assert request.url is not None
    wanted = [
        edit(spoken(before), "sk-abc", "one"),
        edit(spoken(before), "ghi", "two"),
        edit(request.url, "x.example", "y.example"),
    ]
    after = reread(edit_document(before.document, [*wanted, *wanted]))
    assert spoken(after).value == 'my key is one\ndefé😀two" ok'
    assert after.interactions[0].title == "GET http://y.example/"


def test_a_secret_in_compressed_base64_is_written_anew() -> None:
    packed = base64.encodebytes(gzip.compress(b'{"key": "sk-abc"}', mtime=0)).decode().strip()
    text = HEAD.replace("text/event-stream", "application/json") + f"!!binary |\n        {packed}\n"
    text = text.replace(
        "headers: {Content-Type", "headers: {Content-Encoding: [gzip], Content-Type"
    )
    before = cassette(text)
    body = before.interactions[0].response.body
    assert body.text is not None
    tree = json_tree(body.text)
    assert tree is not None
    leaf = tree.at(("key",))
    after = cassette(edit_document(before.document, [edit(leaf, "sk-abc", "none")]).value)
    assert after.interactions[0].response.body.text.value == '{"key": "none"}'  # type: ignore[union-attr]
    (span,) = file_spans(Place(leaf, Span(0, 3)))
    assert text[slice(*span)] == packed


def test_a_place_is_told_in_the_words_of_the_file_and_of_the_body() -> None:
    before = recorded(WRITTEN["literal"])
    message = spoken(before)
    at = message.value.index("abc")
    found = locate(before.document, Place(message, Span(at, at + 6)))
    assert found.pointer == "/interactions/0/response/body/string"
    assert found.body_route == ("choices", 0, "delta", "content")
    assert (found.record, found.length, len(found.spans)) == (1, 6, 2)
    lines = before.document.value.split("\n")
    assert lines[found.start.line - 1][found.start.column - 1 :].startswith("abc\\n")


def scalar(parent: Document, name: str) -> Layer[str]:
    assert isinstance(parent.root, Mapping)
    node = parent.root.get(name)
    assert isinstance(node, Scalar)
    return parent.scalar(node)


@pytest.mark.parametrize(
    ("first", "second"),
    [(Span(0, 2), Span(1, 3)), (Span(0, 3), Span(1, 2)), (Span(1, 1), Span(1, 1)),
     (Span(0, 2), Span(0, 2))],
)  # fmt: skip
def test_edits_that_overlap_are_refused(first: Span, second: Span) -> None:
    parent = document("a: bcde\n")
    layer = scalar(parent, "a")
    wanted = [LayerEdit(layer, Edit(first, "x")), LayerEdit(layer, Edit(second, "y"))]
    with pytest.raises(RefusedError, match="overlap"):
        edit_document(parent, wanted)


def test_edits_that_touch_are_both_made() -> None:
    parent = document("a: bcde\n")
    layer = scalar(parent, "a")
    wanted = [LayerEdit(layer, Edit(span, "x")) for span in (Span(0, 2), Span(2, 4), Span(4, 4))]
    assert edit_document(parent, wanted).value == "a: xxx\n"


def test_an_edit_that_changes_nothing_changes_nothing() -> None:
    parent = document("a: 'b'\n")
    assert edit_document(parent, [edit(scalar(parent, "a"), "b", "b")]) is parent
    assert edit_document(parent, []) is parent


@pytest.mark.parametrize("new", ["\ud83d", "a\udc00"])
def test_half_a_character_cannot_be_written(new: str) -> None:
    parent = document("a: 'b'\n")
    with pytest.raises(RefusedError):
        edit_document(parent, [edit(scalar(parent, "a"), "b", new)])


def test_an_anchor_is_edited_once_for_all_its_aliases() -> None:
    parent = document("a: &k bcd\ne: *k\n")
    wanted = [edit(scalar(parent, "a"), "c", "x"), edit(scalar(parent, "e"), "c", "x")]
    assert edit_document(parent, wanted).value == "a: &k bxd\ne: *k\n"
