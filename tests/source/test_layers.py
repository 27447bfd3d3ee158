"""Every link of the chain: ranges lead to what they came from, edits do exactly what they say."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import bytes_layer, lowered, random_edits, random_span, text_layer

from cassette_cli.errors import RefusedError
from cassette_cli.source.base64_layer import Base64, decode_base64
from cassette_cli.source.charset_layer import CharsetText
from cassette_cli.source.json_layer import JsonBare, JsonString
from cassette_cli.source.layer import Slice
from cassette_cli.source.node import Scalar
from cassette_cli.source.read_json import read_json
from cassette_cli.source.spans import Edit, Span, splice

CHARSETS = [
    "utf-8",
    "latin-1",
    "shift_jis",
    "utf-16",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "iso2022_jp",
]
ALPHABETS = {
    "latin-1": "aé\xff\n", "shift_jis": "aあ漢ｱ\n", "cp1252": "a€é\n", "iso2022_jp": "aあ漢\n"
}  # fmt: skip


def json_string(text: str, start: int = 0) -> JsonString:
    node = read_json(text, start)
    assert isinstance(node, Scalar)
    return JsonString(text_layer(text), node, ())


@st.composite
def json_strings(draw: Any) -> str:
    """A JSON string with every spelling there is of its characters."""
    plain = st.sampled_from(['"', "\\", "/", "\n", "a", "é", "😀", "\ud83d", "\ude00", "\x7f"])
    spelled = [draw(st.sampled_from(spellings(one))) for one in draw(st.lists(plain, max_size=12))]
    return f'"{"".join(spelled)}"'


def spellings(character: str) -> list[str]:
    found = [json.dumps(character)[1:-1]]
    if character == "/":
        found += ["/", "\\/"]
    elif character not in '"\\\n' and character.isprintable():
        found.append(character)
    if len(found[0]) == 6:
        found.append(found[0].upper().replace("U", "u"))
    return found


@given(st.data(), json_strings())
def test_json_string_ranges_decode_to_their_values(data: st.DataObject, text: str) -> None:
    layer = json_string(text)
    assert layer.value == json.loads(text)
    span = random_span(data.draw, layer.value)
    (place,) = layer.outward(span)
    whole = layer.map.whole(*span)
    assert whole == span
    source = text[place.span.start : place.span.end]
    assert json.loads(f'"{source}"') == layer.value[span.start : span.end]


@given(st.data(), json_strings())
def test_json_string_edits_are_exact(data: st.DataObject, text: str) -> None:
    layer = json_string(text)
    new = st.text(alphabet='a"\\\n/é😀\ud83d\ude00\x00', max_size=4)
    edits = random_edits(data.draw, layer.value, new)
    try:
        after = lowered(layer, edits)
    except RefusedError:
        # Two halves that an edit brings together become one character.
        assert any("\ud800" <= one <= "\udfff" for one in splice(layer.value, edits))
    else:
        assert json.loads(after) == splice(layer.value, edits)
        assert after.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "span", "source"),
    [
        ('"\\u0041b"', Span(0, 1), "\\u0041"),
        ('"a\\/b"', Span(1, 2), "\\/"),
        ('"a\\ud83d\\ude00b"', Span(1, 2), "\\ud83d\\ude00"),
        ('"a\\ud83db"', Span(1, 2), "\\ud83d"),
        ('"\\\\u0041"', Span(0, 2), "\\\\u"),
        ('"\\ud83d\\u0041"', Span(1, 2), "\\u0041"),
        ('"ab"', Span(2, 2), ""),
    ],
)
def test_an_escape_is_one_character(text: str, span: Span, source: str) -> None:
    (place,) = json_string(text).outward(span)
    assert text[place.span.start : place.span.end] == source


@pytest.mark.parametrize(
    ("text", "edit", "after"),
    [
        ('""', Edit(Span(0, 0), "x"), '"x"'),
        ('"a"', Edit(Span(0, 0), "x"), '"xa"'),
        ('"a"', Edit(Span(1, 1), "x"), '"ax"'),
        ('"a\\u00e9"', Edit(Span(0, 1), "ü"), '"\\u00fc\\u00e9"'),
        ('"aé"', Edit(Span(0, 1), "ü"), '"üé"'),
        ('"a/\\/"', Edit(Span(0, 1), "b/"), '"b//\\/"'),
        ('"a"', Edit(Span(0, 1), "\ud83d"), '"\\ud83d"'),
    ],
)
def test_an_edit_is_written_as_its_surroundings_are(text: str, edit: Any, after: str) -> None:
    assert lowered(json_string(text), [edit]) == after


def test_a_number_stays_a_bare_word() -> None:
    parent = text_layer("[12.5]")
    node = read_json("[12.5]").items[0]  # type: ignore[attr-defined]
    bare = JsonBare(parent, node, (0,))
    assert lowered(bare, [Edit(Span(0, 2), "0")]) == "[0.5]"
    for wrong in ("x", '"x"', "[1]", "", "1,2"):
        with pytest.raises(RefusedError):
            bare.lower([Edit(Span(0, 4), wrong)])


@given(st.data(), st.text(max_size=20))
def test_slices_edit_their_part_alone(data: st.DataObject, text: str) -> None:
    span = random_span(data.draw, text)
    part = Slice(text_layer(text), span)
    edits = random_edits(data.draw, part.value, st.text(max_size=3))
    wanted = text[: span.start] + splice(part.value, edits) + text[span.end :]
    assert lowered(part, edits) == wanted


@st.composite
def base64_texts(draw: Any) -> str:
    """Base64 on one line, in lines, irregular, with blanks at the ends."""
    text = base64.b64encode(draw(st.binary(max_size=40))).decode()
    width = draw(st.sampled_from([4, 7, 8, 76]))
    gap = draw(st.sampled_from(["", "\n", "\r\n", " ", "\n  "]))
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    if draw(st.booleans()) and len(lines) > 1:
        lines[0:2] = ["".join(lines[0:2])]
    return draw(st.sampled_from(["", "\n"])) + gap.join(lines) + draw(st.sampled_from(["", "\n"]))


@given(st.data(), base64_texts())
def test_base64_ranges_hold_their_bytes(data: st.DataObject, text: str) -> None:
    layer = Base64(text_layer(text), Span(0, len(text)))
    span = random_span(data.draw, layer.value)
    (place,) = layer.outward(span)
    assert 0 <= place.span.start <= place.span.end <= len(text)
    held = decode_base64(text[place.span.start : place.span.end])
    first = span.start // 3 * 3
    assert held[span.start - first :][: len(layer.value[slice(*span)])] == layer.value[slice(*span)]
    assert len(held) <= -(-span.end // 3) * 3 - first


@given(st.data(), base64_texts(), st.booleans())
def test_base64_edits_are_exact(data: st.DataObject, text: str, same: bool) -> None:
    layer = Base64(text_layer(text), Span(0, len(text)))
    edits = random_edits(data.draw, layer.value, st.binary(max_size=7))
    if same:
        edits = [Edit(span, (b * 9 + bytes(99))[: span.end - span.start]) for span, b in edits]
    after = lowered(layer, edits)
    assert decode_base64(after) == splice(layer.value, edits)
    if same:
        assert len(after) == len(text)


def test_an_edit_of_the_same_length_touches_its_groups_alone() -> None:
    text = "QUJDREVG\nR0hJSktM\n"
    layer = Base64(text_layer(text), Span(0, len(text)))
    after = lowered(layer, [Edit(Span(4, 7), b"xyz")])
    assert [k for k, (a, b) in enumerate(zip(text, after, strict=True)) if a != b] == [
        5, 6, 7, 9, 10,
    ]  # fmt: skip
    assert decode_base64(after) == b"ABCDxyzHIJKL"


def test_lines_stay_as_long_as_they_were() -> None:
    text = "QUJD\nREVG\nR0hJ\n"
    layer = Base64(text_layer(text), Span(0, len(text)))
    assert lowered(layer, [Edit(Span(4, 4), b"----")]) == "QUJD\nRC0t\nLS1F\nRkdI\nSQ==\n"
    assert lowered(layer, [Edit(Span(3, 9), b"")]) == "QUJD\n"


@pytest.mark.parametrize("text", ["QUJ", "QU=D", "Q", "QUJ-", "é", "=", "QQ==QQ=="])
def test_what_is_no_base64_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError):
        Base64(text_layer(text), Span(0, len(text)))


def alphabet(charset: str) -> st.SearchStrategy[str]:
    return st.text(alphabet=ALPHABETS.get(charset, "aé漢😀\n"), max_size=12)


@pytest.mark.parametrize("charset", CHARSETS)
@given(st.data())
def test_charset_edits_are_exact(charset: str, data: st.DataObject) -> None:
    start = data.draw(alphabet(charset)).encode(charset)
    layer = CharsetText(bytes_layer(start), Span(0, len(start)), charset)
    edits = random_edits(data.draw, layer.value, alphabet(charset))
    after = lowered(layer, edits)
    again = CharsetText(bytes_layer(after), Span(0, len(after)), charset)
    assert again.value == splice(layer.value, edits)


@pytest.mark.parametrize("charset", CHARSETS)
@given(st.data())
def test_charset_ranges_decode_to_their_text(charset: str, data: st.DataObject) -> None:
    text = data.draw(alphabet(charset))
    stored = text.encode(charset)
    layer = CharsetText(bytes_layer(stored), Span(0, len(stored)), charset)
    span = random_span(data.draw, text)
    (place,) = layer.outward(span)
    source = stored[place.span.start : place.span.end]
    assert layer.read(source) == (text if layer.opaque else text[span.start : span.end])


@pytest.mark.parametrize(
    ("stored", "after"),
    [
        (b"\xfe\xff\x00a\x00b", b"\xfe\xff\x00x\x00b"),
        (b"\xff\xfea\x00b\x00", b"\xff\xfex\x00b\x00"),
        (b"a\x00b\x00", b"x\x00b\x00"),
    ],
)
def test_utf_16_keeps_its_byte_order(stored: bytes, after: bytes) -> None:
    layer = CharsetText(bytes_layer(stored), Span(0, len(stored)), "utf-16")
    assert layer.value == "ab"
    assert lowered(layer, [Edit(Span(0, 1), "x")]) == after


@pytest.mark.parametrize("charset", ["latin-1", "ascii", "shift_jis", "iso2022_jp"])
def test_what_a_charset_has_no_room_for_is_refused(charset: str) -> None:
    layer = CharsetText(bytes_layer(b"abc"), Span(0, 3), charset)
    with pytest.raises(RefusedError):
        layer.lower([Edit(Span(0, 1), "😀")])


@pytest.mark.parametrize("name", ["nonsense", "rot13", "base64", "idna", "unicode_escape", "zip"])
def test_what_is_no_charset_is_said_to_be_none(name: str) -> None:
    with pytest.raises(LookupError):
        CharsetText(bytes_layer(b"abc"), Span(0, 3), name)


def test_a_long_utf_8_text_is_mapped_past_its_checkpoints() -> None:
    stored = ("é" * 5000 + "x" + "😀" * 5000).encode()
    layer = CharsetText(bytes_layer(stored), Span(0, len(stored)), "utf-8")
    (place,) = layer.outward(Span(5000, 5002))
    assert stored[place.span.start : place.span.end].decode() == "x😀"
    (last,) = layer.outward(Span(10_001, 10_001))
    assert last.span == Span(len(stored), len(stored))
