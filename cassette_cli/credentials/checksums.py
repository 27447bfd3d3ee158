"""The checksums that vendors put into tokens: a wrong one proves that a text is no token."""

from __future__ import annotations

from zlib import crc32

from cassette_cli.credentials.samples import in_base


def crc32_base62(token: str) -> bool:
    """Whether the last six characters are the base62 CRC-32 of what follows the prefix `xxx_`.

    GitHub (https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/) and
    npm (https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/).
    """
    body = token.partition("_")[2]
    return in_base(crc32(body[:-6].encode()), 62, 6) == body[-6:]


def crc32_little_endian_hex(token: str) -> bool:
    """Whether what follows the last `_` is the CRC-32 of all before it, little-endian hex.

    Grafana, `pkg/components/satokengen/tokengen.go`.
    """
    head, _, tail = token.rpartition("_")
    return crc32(head.encode()).to_bytes(4, "little").hex() == tail


def gitlab_routable(token: str) -> bool:
    """Whether a token with dots ends in the base36 CRC-32 of all before; without dots always.

    https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/
    """
    return "." not in token or in_base(crc32(token[:-7].encode()), 36, 7) == token[-7:]
