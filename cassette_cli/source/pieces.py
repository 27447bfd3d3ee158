"""A file in pieces that libyaml reads rightly."""

from __future__ import annotations

ESCAPED_CRLF = b"\\\r\n"
"""An escaped line end of a double-quoted scalar in a file with Windows' line ends."""


class Pieces:
    r"""A stream of whole characters whose pieces never end right after a `\` and a CRLF.

    There libyaml 0.1.7 looks for a closing quote in what it has not read yet, and may find one that
    an earlier piece, or anything else, left in that memory (`yaml_parser_scan_flow_scalar`; 0.2
    reads on first). Of a character that is cut it decodes nothing: the piece ends before it.
    """

    def __init__(self, data: bytes) -> None:
        # A blank that means nothing anywhere, for a file that ends there.
        self.data = data + b" " if data.endswith(ESCAPED_CRLF) else data
        self.at = 0

    def read(self, size: int) -> bytes:
        """At most `size` bytes, four at least; libyaml asks for some 16,000 at a time."""
        start, end = self.at, min(self.at + size, len(self.data))
        while start < end < len(self.data) and self.data[end] & 0xC0 == 0x80:
            end -= 1
        if self.data.endswith(ESCAPED_CRLF, start, end):
            end -= 1
        self.at = end
        return self.data[start:end]
