"""Parameters of the headers of a part (RFC 2045, section 5.1; RFC 2231; RFC 8187)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from urllib.parse import unquote_to_bytes

from cassette_cli.lazy import lazy
from cassette_cli.source.text import utf8

_PARAMETER = lazy(r";\s*+([^\s=;\"]++)\s*+=\s*+(?:\"((?:[^\"\\]|\\[\s\S])*+)\"|([^;]*+))")
_ESCAPE = lazy(r"\\([\"\\])")


def parameter(header: str, name: str) -> str | None:
    """A parameter of a header, in any of the ways there are to write one; None without it.

    Where it is there twice, encoded and plain, the encoded one holds (RFC 6266, section 4.3).
    """
    found = dict(_parameters(header))
    encoded, plain = found.get(f"{name}*"), found.get(name)
    if encoded is not None:
        return _decoded(encoded)
    return plain if plain is not None else _continued(found, name)


def _parameters(header: str) -> Iterator[tuple[str, str]]:
    """Names in lower case, and values without their quotes; a server takes the last of two."""
    for found in _PARAMETER.finditer(header):
        quoted, bare = found[2], found[3]
        value = bare.strip() if quoted is None else _ESCAPE.sub(r"\1", quoted)
        yield found[1].lower(), value


def _decoded(value: str) -> str:
    """`UTF-8'en'%e2%82%ac`; of charsets there are two (RFC 8187, section 3.2)."""
    charset, _, rest = value.partition("'")
    data = unquote_to_bytes(utf8(rest.partition("'")[2]))
    return str(data, "latin-1" if charset.lower() == "iso-8859-1" else "utf-8", "replace")


def _continued(found: Mapping[str, str], name: str) -> str | None:
    """A value in numbered pieces (RFC 2231, section 3)."""
    pieces: list[str] = []
    for number in count():
        piece = found.get(f"{name}*{number}*", found.get(f"{name}*{number}"))
        if piece is None:
            break
        pieces.append(piece)
    text = "".join(pieces)
    if not pieces:
        return None
    return _decoded(text) if f"{name}*0*" in found else text
