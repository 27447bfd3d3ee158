"""XML is shown indented and looked through leaf by leaf; nothing in it is ever expanded."""

from __future__ import annotations

import pytest
from handmade import body
from support import growth, lowered, seconds

from cassette_cli.model.view import XmlView
from cassette_cli.output.xml_lines import xml_lines
from cassette_cli.source.spans import Edit, Span

DECLARED = '<?xml version="1.0" encoding="{}"?><a>é</a>'
LAUGHS = "".join(
    ['<!DOCTYPE a [<!ENTITY l0 "ha">']
    + [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 40)]
    + ["]><a>&l39;</a>"]
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'


def texts(text: str) -> list[tuple[str | None, str]]:
    return [(name, inner.value) for name, inner in body(text, "application/xml").texts()]


@pytest.mark.parametrize("content_type", [
    "application/xml", "text/xml", "application/soap+xml; charset=utf-8", "image/svg+xml", None,
])  # fmt: skip
@pytest.mark.parametrize("text", ["<a/>", "<a><b>1</b></a>", " \n<a b='c'>\n</a>\n", "<x:a></x:a>",
                                  "<?xml version='1.0'?><a/>", "\ufeff<?xml version='1.0'?><a/>",
                                  "<a><b></a>"])  # fmt: skip
def test_xml_is_known_by_its_type_or_its_tags(text: str, content_type: str | None) -> None:
    for stored in (text, text.encode()):
        made = body(stored, content_type)
        assert (made.kind, made.problem) == ("xml", None)
        assert isinstance(made.view(), XmlView)


@pytest.mark.parametrize("text", ["hello", "<", "<>", "< a>", "1 < 2 > 0", "", "&amp;"])
def test_what_has_no_tag_is_no_xml(text: str) -> None:
    assert body(text, "application/xml").kind in ("text", "empty")


@pytest.mark.parametrize("charset", ["ISO-8859-1", "iso-8859-15", "windows-1252", "UTF-8"])
def test_a_declaration_names_the_charset(charset: str) -> None:
    text = DECLARED.format(charset)
    for content_type in ("application/xml", None):
        made = body(text.encode(charset), content_type)
        assert made.text is not None
        assert (made.kind, made.text.value, made.problem) == ("xml", text, None)


def test_utf_16_is_known_by_its_mark() -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        made = body(("\ufeff" + DECLARED.format("UTF-16")).encode(codec), "application/xml")
        assert (made.kind, made.text and made.text.value) == ("xml", DECLARED.format("UTF-16"))


@pytest.mark.parametrize("charset", ["nonsense", "utf-8", "idna", "UTF-16", ""])
def test_a_declaration_that_lies_makes_bytes_of_it(charset: str) -> None:
    made = body(DECLARED.format(charset).encode("latin-1"), "application/xml")
    assert (made.kind, made.text, made.problem) == ("binary", None, None)


def test_the_header_beats_the_declaration() -> None:
    made = body(DECLARED.format("utf-8").encode("latin-1"), "text/xml; charset=latin-1")
    assert made.text is not None
    assert made.text.value.endswith("<a>é</a>")


LEAVES: dict[str, list[tuple[str, str]]] = {
    "<a><b>1</b><c>2</c></a>": [("b", "1"), ("c", "2")],
    "<x:a xmlns:x='u'><x:Key>k</x:Key></x:a>": [("x", "u"), ("Key", "k")],
    "<a b='1' c=\"2\"/>": [("b", "1"), ("c", "2")],
    "<a b = '1'>2</a>": [("b", "1"), ("a", "2")],
    "<a b='x\"y'/>": [("b", 'x"y')],
    "<a>&lt;b&gt; &amp;&quot;&apos;&#65;&#x42;</a>": [("a", "<b> &\"'AB")],
    "<a>&nbsp;&#99999999;&#x110000;&unknown;</a>": [("a", "&nbsp;&#99999999;&#x110000;&unknown;")],
    "<a><![CDATA[<b>&amp;]]></a>": [("a", "<b>&amp;")],
    "<a></a>": [],
    "<a>1</a ><b>2</c>": [("a", "1")],
    LAUGHS: [("a", "&l39;")],
    OUTSIDE: [("a", "&e;")],
}


@pytest.mark.parametrize("text", LEAVES, ids=lambda text: text[:40])
def test_leaves_and_attributes_are_named_and_decoded(text: str) -> None:
    assert texts(text) == LEAVES[text]


def test_an_edit_escapes_what_would_be_markup() -> None:
    ((_, leaf),) = body("<a>1 &amp; 2</a>", "text/xml").texts()
    assert lowered(leaf, [Edit(Span(2, 3), "<&>")]) == "<a>1 &lt;&amp;&gt; 2</a>"


HOSTILE = {
    "laughs": lambda size: LAUGHS * (size // 500),
    "deep": lambda size: "<a>" * size + "</a>" * size,
    "unclosed CDATA": lambda size: "<a><![CDATA[" * size,
    "CDATA that does not close its element": lambda size: "<a><![CDATA[" * size + "]]>",
    "a long name": lambda size: f"<a {'b' * size} c>",
    "blanks in a tag": lambda size: f"<a b{' ' * size}>",
    "unclosed quotes": lambda size: "<a " + "b='" * size,
    "comments": lambda size: "<!--" * size,
    "less-than signs": lambda size: "<" * size + "\n" * size,
    "names": lambda size: "<a" * size,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_costs_in_proportion(name: str) -> None:
    def look(size: int) -> None:
        made = body("<r>" + HOSTILE[name](size), "application/xml")
        assert made.texts() is not None
        assert sum(1 for _ in xml_lines(made.text.value)) if made.text else False

    assert growth(look, 20_000) < 9
    assert seconds(lambda: look(20_000), 1) < 1
