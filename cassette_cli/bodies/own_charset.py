"""What bytes say themselves of the charset they are in: at their start, and at their end."""

from __future__ import annotations

import codecs
import re

from cassette_cli.lazy import lazy

_HEAD = 1024
"""Bytes that browsers look at (WHATWG HTML standard, section 13.2.3.2)."""
_NAME = rb"[\"']?\s*+([\w.:-]{1,40})"
_XML = lazy(rb"\s*+<\?xml\s[^>]{0,200}?\bencoding\s*+=\s*+" + _NAME)
_META = lazy(rb"<meta\s[^>]{0,200}?\bcharset\s*+=\s*+" + _NAME, re.IGNORECASE)
_ALWAYS_UTF8 = lazy(r"(?i)text/event-stream|application/[\w.+-]*json")
_WIDE = ((b"\xff\xfe<\0", "utf-16"), (b"\xfe\xff\0<", "utf-16"))
"""Beginnings of XML that need no declaration (XML, appendix F.1)."""


def own_charset(data: bytes) -> str | None:
    """What an XML declaration, a `<meta>` of HTML, or a byte order mark before a tag says."""
    head = data[:_HEAD]
    wide = next((charset for start, charset in _WIDE if head.startswith(start)), None)
    tagged = head.lstrip().startswith(b"<")
    found = _XML.match(head) or (_META.search(head) if tagged else None)
    return found[1].decode("ascii", "replace") if found is not None else wide


def cut_utf8(data: bytes, content_type: str | None) -> int | None:
    """Where the last whole character of UTF-8 ends that was cut off within the next one.

    None for any other bytes: only what its type says is UTF-8 may be cut.
    """
    if not _ALWAYS_UTF8.match(content_type or "") or b"\0" in data:
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return None
    rest = decoder.getstate()[0]
    return len(data) - len(rest) if rest else None
