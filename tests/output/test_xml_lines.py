"""XML is indented by its tags, and nothing but blanks is changed by that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.output.xml_lines import xml_lines

LINES: dict[str, list[str]] = {
    "<a/>": ["<a/>"],
    "<a></a>": ["<a></a>"],
    "<a>1</a>": ["<a>1</a>"],
    "<a> 1 </a>": ["<a> 1 </a>"],
    "<a><b>1</b><c/></a>": ["<a>", "  <b>1</b>", "  <c/>", "</a>"],
    "<a>\n   <b>1</b>\n\n</a>\n": ["<a>", "  <b>1</b>", "</a>"],
    "<?xml version='1.0'?><a/>": ["<?xml version='1.0'?>", "<a/>"],
    "<a><!-- <b> --><c>1</c></a>": ["<a>", "  <!-- <b> -->", "  <c>1</c>", "</a>"],
    "<a><![CDATA[<b>&]]></a>": ["<a><![CDATA[<b>&]]></a>"],
    "<a>x<![CDATA[<]]>y</a>": ["<a>x<![CDATA[<]]>y</a>"],
    "<a>1\n2</a>": ["<a>1", "2</a>"],
    "<a>x <b>y</b> z</a>": ["<a>x ", "  <b>y</b>", "  z</a>"],
    "</a></a><b>": ["</a>", "</a>", "<b>"],
    "<a": ["<a"],
    "hello": ["hello"],
    "<!-- never ends": ["<!-- never ends"],
    "": [],
}


@pytest.mark.parametrize("text", LINES)
def test_it_is_indented_by_its_tags(text: str) -> None:
    assert list(xml_lines(text)) == LINES[text]


XML = st.lists(
    st.sampled_from(
        [
            "<a>",
            "</a>",
            "<b c='1'/>",
            " x ",
            "\n",
            "<![CDATA[ <d> ]]>",
            "<",
            ">",
            "<!-- e -->",
            "<?f?>",
            "&lt;",
            "]]>",
            "<![CDATA[",
            "é",
        ]
    )
)


@given(XML.map("".join))
def test_nothing_but_blanks_is_changed_by_indenting(text: str) -> None:
    assert "".join("".join(xml_lines(text)).split()) == "".join(text.split())
