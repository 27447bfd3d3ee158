"""The rule `constructed-tag`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from cassette_cli.lazy import lazy
from cassette_cli.model.finding import Finding
from cassette_cli.rules.example import ruby_vcr, vcrpy
from cassette_cli.rules.rule import Rule, Subject
from cassette_cli.source.document import Document
from cassette_cli.source.layer import Place
from cassette_cli.source.node import Node, every_node
from cassette_cli.source.spans import Span

_TAG = lazy(r"!<[^>\s]*>|![^\s,\[\]{}]+")
_TYPE_NAME = lazy(r"[:/]")
_FURTHEST = 4096
"""Characters between a tag and its node: an anchor, comments, blank lines."""
_PYTHON, _RUBY = "tag:yaml.org,2002:python/", "!ruby/"
_PLAIN = {
    _PYTHON: {"unicode", "str", "bytes", "tuple", "list", "dict", "none", "bool", "int", "long"},
    _RUBY: {"symbol", "sym", "string", "regexp", "range", "array", "hash", "hash-with-ivars"},
}
_LANGUAGE = {_PYTHON: "Python", _RUBY: "Ruby"}


class ConstructedTag(Rule):
    """A tag that makes the loader build an object.

    Older vcrpy loads cassettes with PyYAML's full loader: `!!python/object/apply` calls any
    function the moment a test opens the file; newer versions refuse to load it. Ruby's VCR makes
    objects of `!ruby/object`, or refuses them, as its version goes. cassette itself never
    constructs anything. Tags that only name a plain type (`!!python/unicode`, `!!python/tuple`,
    `!ruby/symbol`, `!ruby/hash`) are a warning.
    """

    name = "constructed-tag"
    group = "shape"
    severity = "error"
    bad = (
        vcrpy(sent="«!!python/object/apply:os.getcwd» []"),
        vcrpy(sent="«!!python/unicode» 'x'"),
        ruby_vcr(got="«!ruby/object:Faraday::Utils::Headers» {}"),
        ruby_vcr(got="«!ruby/hash:Faraday::Utils::Headers» {}"),
    )
    good = (vcrpy(sent="!!binary eA=="), ruby_vcr(body="!binary eA=="))

    def check(self, subject: Subject) -> Iterator[Finding]:
        """Every node whose tag makes the loader build an object; a harmless tag once."""
        document = subject.cassette.document
        if "!" not in document.value:
            return
        told: set[str] = set()
        for node in every_node(document.parsed.roots):
            tag = node.tag or ""
            if tag.startswith((_PYTHON, _RUBY)) and tag not in told:
                if _plain_type_of(tag):
                    told.add(tag)
                yield self._finding(document, node, tag)

    def _finding(self, document: Document, node: Node, tag: str) -> Finding:
        text = document.value
        start, end = _written(text, node)
        found = self.finding(
            f"the tag {text[start:end]} makes the loader build an object",
            Place(document, Span(start, end)),
            "record the cassette again, or write the value plainly",
        )
        language = _plain_type_of(tag)
        if language:
            words = f"names a {language} type, which only {language} reads"
            return replace(found, severity="warning", message=f"the tag {text[start:end]} {words}")
        return found


def _written(text: str, node: Node) -> Span:
    """Where the node's tag is written before it: `!!python/tuple`, `!<tag:...>`, with a handle.

    Its last letters are the same in each.
    """
    ending = (node.tag or "")[-8:]
    before = max(0, node.start - _FURTHEST)
    for found in reversed(list(_TAG.finditer(text, before, node.start))):
        if unquote(found.group()).removesuffix(">").endswith(ending):
            return Span(*found.span())
    return Span(node.start, node.start)


def _plain_type_of(tag: str) -> str | None:
    """The language of a tag that names one of its plain types; None for any other tag."""
    for prefix, names in _PLAIN.items():
        if tag.startswith(prefix) and _TYPE_NAME.split(tag.removeprefix(prefix))[0] in names:
            return _LANGUAGE[prefix]
    return None


RULE = ConstructedTag
