"""What is written in the place of a secret: same length, same type, told apart by a number.

| shape of the value | placeholder |
|---|---|
| a number | a number of as many digits: `1`, zeros, the counter |
| UUID | the zero UUID, the counter in its last digits |
| JSON Web Token | an unsigned token (`alg` is `none`) that says `REDACTED` |
| PEM block | its markers and line lengths, lines of `REDACTED` |
| a colon and a name, as Ruby writes symbols | the colon stays |
| e-mail address | at `example.com`, where the length allows |
| anything else | `REDACTED`, the counter, filled with `X`; cut where there is no room |
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode

from cassette_cli.lazy import lazy
from cassette_cli.model.kind import Kind

_UUID = lazy(r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}")
_NUMBER = lazy(r"(-?)([0-9]+)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_JWT = lazy(r"eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_.-]*")
_PEM = lazy(
    r"(-----BEGIN [A-Z0-9 ]{1,64}-----)((?:[^-]|-(?!-)){1,40000})"
    r"(-----END [A-Z0-9 ]{1,64}-----)?\s*"
)
_PEM_PIECE = lazy(r"(\\[nr]|[^A-Za-z0-9+/=]+)")
_SYMBOL = lazy(r":\S+")
_DIGIT = lazy("[0-9]")
_MAIL = lazy(r"[^@\s]{1,128}@[^@\s]{3,128}")

_WORD = "REDACTED"
_MAIL_TAIL = "@example.com"
_JWT_HEAD = "eyJhbGciOiJub25lIn0."
_JWT_OPEN, _JWT_CLOSE = '{"sub":"', '"}'
_ZERO_UUID = "00000000-0000-0000-0000-"
_ZEROS_BEFORE_COUNTER = 3

_STEM = "(?:REDACTED|REDACTE|REDACT|REDAC|REDA|RED|RE|R)"
_OURS = lazy(
    rf"{_STEM}(?:-[0-9]{{1,9}})?(?:-?X*)"
    r"|-?(?:0|10*|10{3,}[1-9][0-9]{0,8})(?:\.0+)?(?:[eE][+-]?0+)?"
    r"|0{8}-?0{4}-?[0-9]?0{3,4}-?[0-9a-f]?0{3,4}-?[0-9a-f]{12}"
    r"|eyJhbGciOiJub25lIn0\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*"
)
_OUR_PEM_LINE = lazy(rf"(?:{_STEM}[0-9]{{0,9}}X*)?\Z")


def placeholder(kind: Kind | str, value: str, number: int) -> str:
    """What to write for `value`, the `number`th distinct secret of the run (from 1).

    As long as `value` in characters; `""` for `""`. Of the value only its shape goes in: length,
    and for the shapes in the table above their marks. Letters, digits, `-` and `_` only, beside
    the marks that number, token, symbol, address and PEM shapes need, so that nothing has to be
    escaped anew in a URL, a header, JSON or YAML where the value stood. Never a live token format,
    and always known to `is_placeholder`. The kind does not decide, the shape does.
    """
    del kind  # A secret under two names gets one placeholder.
    for pattern, write in _SHAPES:
        match = pattern.fullmatch(value)
        written = write(match, number) if match else None
        if written is not None:
            return written
    return _text(len(value), number)


def is_replacement(value: str) -> bool:
    """Whether `placeholder` could have written `value`."""
    if value.startswith("-----BEGIN "):
        return _is_our_pem(value)
    return bool(_OURS.fullmatch(value.removeprefix(":"))) or _is_our_mail(value)


def _text(length: int, number: int, joint: str = "-") -> str:
    counter = f"{joint}{number}"
    if length <= len(counter):
        return _WORD[:length]
    stem = _WORD[: length - len(counter)] + counter
    if length > len(stem) + 1:
        stem += joint
    return stem.ljust(length, "X")


def _number(match: re.Match[str], number: int) -> str:
    sign, digits, fraction, exponent = match.groups(default="")
    return sign + _integer(len(digits), number) + _DIGIT.sub("0", fraction + exponent)


def _integer(length: int, number: int) -> str:
    if length == 1:
        return "0"
    counter = str(number)
    room = length - 1 - _ZEROS_BEFORE_COUNTER
    return "1" + (counter if len(counter) <= room else "").rjust(length - 1, "0")


def _uuid(match: re.Match[str], number: int) -> str:
    return _ZERO_UUID + str(number)[:12].rjust(12, "0")


def _jwt(match: re.Match[str], number: int) -> str | None:
    room = len(match[0]) - len(_JWT_HEAD) - 1 - len(_WORD)
    # Base64 has no text of 4n + 1 characters: the signature takes the odd one.
    odd = room % 4 == 1
    size = (room - odd) * 3 // 4
    subject = size - len(_JWT_OPEN + _JWT_CLOSE)
    if subject < len(_WORD) + 2:
        return None
    payload = _JWT_OPEN + _text(subject, number) + _JWT_CLOSE
    body = urlsafe_b64encode(payload.encode()).decode().rstrip("=")
    return f"{_JWT_HEAD}{body}.{_WORD}{'X' * odd}"


def _pem(match: re.Match[str], number: int) -> str:
    begin, body, end = match.groups(default="")
    pieces = _PEM_PIECE.split(body)
    pieces[::2] = [_text(len(piece), number, "") if piece else "" for piece in pieces[::2]]
    return begin + "".join(pieces) + end + match[0][len(begin) + len(body) + len(end) :]


def _is_our_pem(value: str) -> bool:
    match = _PEM.fullmatch(value)
    return match is not None and all(map(_OUR_PEM_LINE.match, _PEM_PIECE.split(match[2])[::2]))


def _symbol(match: re.Match[str], number: int) -> str:
    return ":" + _text(len(match[0]) - 1, number)


def _mail(match: re.Match[str], number: int) -> str | None:
    room = len(match[0]) - len(_MAIL_TAIL)
    counter = f"user{number}"
    return counter.ljust(room, "x") + _MAIL_TAIL if len(counter) <= room else None


def _is_our_mail(value: str) -> bool:
    return value.endswith(_MAIL_TAIL) and value.startswith("user")


_SHAPES = (
    (_UUID, _uuid), (_NUMBER, _number), (_JWT, _jwt), (_PEM, _pem), (_SYMBOL, _symbol),
    (_MAIL, _mail),
)  # fmt: skip
