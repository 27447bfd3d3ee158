"""The charset that a document names in its own first bytes."""

from __future__ import annotations

import re

from cassette_cli.lazy import lazy

_HEAD = 1024
"""Bytes that browsers look at (WHATWG HTML standard, section 13.2.3.2)."""
_NAME = rb"[\"']?\s*+([\w.:-]{1,40})"
_XML = lazy(rb"\s*+<\?xml\s[^>]{0,200}?\bencoding\s*+=\s*+" + _NAME)
_META = lazy(rb"<meta\s[^>]{0,200}?\bcharset\s*+=\s*+" + _NAME, re.IGNORECASE)
_WIDE = ((b"\xff\xfe<\0", "utf-16"), (b"\xfe\xff\0<", "utf-16"))
"""Beginnings of XML that need no declaration (XML, appendix F.1)."""


def own_charset(data: bytes) -> str | None:
    """What an XML declaration, a `<meta>` of HTML, or a byte order mark before a tag says."""
    head = data[:_HEAD]
    wide = next((charset for start, charset in _WIDE if head.startswith(start)), None)
    tagged = head.lstrip().startswith(b"<")
    found = _XML.match(head) or (_META.search(head) if tagged else None)
    return found[1].decode("ascii", "replace") if found is not None else wide
