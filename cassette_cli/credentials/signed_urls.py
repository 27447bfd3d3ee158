"""URLs whose signature opens what they point to, as object stores write them into bodies.

In a body most parameters that are called `key` or `token` page through a list or name a picture.
One that belongs to the signature scheme of a store is the credential itself:

| store | signature | beside it |
|---|---|---|
| S3, Google, Volcengine: version 4 | `X-Amz-Signature`, `X-Goog-`, `X-Tos-` | `X-Amz-Expires`, … |
| S3 version 2, Google, Alibaba OSS, CloudFront | `Signature` | `Expires`, `Policy` |
| Alibaba OSS version 4 | `x-oss-signature` | `x-oss-expires` |
| Azure, shared access | `sig` | `se` |
| Tencent COS | `q-signature` | `q-key-time` |

Source: the pages of each store on presigned URLs.
"""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials.urls import parameters
from cassette_cli.lazy import lazy

_MARKS = ("ignature=", "sig=", "ignature\\u003d", "sig\\u003d")
"""One of them is in every text with such a URL, also where JSON writes `=` as an escape."""
_URL = lazy(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>\"'\\^`{|}?]{1,2000}\?[^\s<>\"'\\^`{|}]+")
_SCHEMES = (
    ("x-amz-signature", {"x-amz-expires", "x-amz-date"}),
    ("x-goog-signature", {"x-goog-expires", "x-goog-date"}),
    ("x-tos-signature", {"x-tos-expires", "x-tos-date"}),
    ("x-oss-signature", {"x-oss-expires", "x-oss-date"}),
    ("signature", {"expires", "policy"}),
    ("sig", {"se"}),
    ("q-signature", {"q-key-time"}),
)


def may_be_signed(text: str) -> bool:
    """A quick look: whether a signed URL may stand in the text, or behind its JSON escapes."""
    return any(mark in text for mark in _MARKS)


def signed_urls(text: str) -> Iterator[tuple[int, int]]:
    """Where the signed URLs of a text stand: start and end in characters, 0-based."""
    if not may_be_signed(text):
        return
    for found in _URL.finditer(text):
        query = found.group().find("?") + 1
        names = {part.name.lower() for part in parameters(found.group(), query)}
        if any(mark in names and beside & names for mark, beside in _SCHEMES):
            yield found.span()
