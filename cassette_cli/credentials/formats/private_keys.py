"""Private keys: PEM, OpenSSH and PGP blocks, and PEM wrapped in base64."""

from base64 import b64decode, b64encode

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum
from cassette_cli.model.kind import SecretClass


def _pem(name: str) -> str:
    lines = "\n".join([alnum(64)] * 4)
    return f"-----BEGIN {name}PRIVATE" + f" KEY-----\n{lines}\n-----END {name}PRIVATE" + " KEY-----"


def _holds_private_key(token: str) -> bool:
    """Whether the first line, decoded, names a private key and not a certificate."""
    return b"PRIVATE KEY" in b64decode(token[:80])


# A first line of base64 or a header line is asked for, so that prose about the marker is none;
# the last marker is not, so that a key cut short is one. The possessive body keeps it linear.
_PEM = (
    r"-----BEGIN (?:[A-Z0-9]{1,16} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:\\[nr]|\s){0,8}"
    r"(?:[A-Za-z][A-Za-z-]{2,30}: [^-\r\n\\]{1,80}|[A-Za-z0-9+/=]{16,80})"
    r"(?:[A-Za-z0-9+/=\s\\:,.]|-(?!-)){0,20000}+"
    r"(?:-----END (?:[A-Z0-9]{1,16} ){0,4}PRIVATE KEY(?: BLOCK)?-----)?"
)

FORMATS = (
    TokenFormat(
        kind="private-key",
        title="Private key (PEM, OpenSSH or PGP block)",
        literals=("-----BEGIN ",),
        pattern=_PEM,
        source="https://www.rfc-editor.org/rfc/rfc7468",
        passing=(
            _pem("RSA "),
            _pem("OPENSSH "),
            _pem("").replace("\n", "\\n"),
        ),
        failing=("-----BEGIN " + "CERTIFICATE-----\n" + alnum(64) + "\n-----END CERTIFICATE-----",),
        innocent=("-----BEGIN PRIVATE KEY----- is how a key begins",),
        bits=256,
        secret_class=SecretClass.PRIVATE_KEY,
        edge="",
        left_edge="",
    ),
    TokenFormat(
        kind="wrapped-private-key",
        title="Private key in PEM, once more in base64",
        literals=("LS0tLS1CRUdJTi",),
        pattern=r"LS0tLS1CRUdJTi[A-Za-z0-9+/]{80,20000}={0,2}",
        source="https://www.rfc-editor.org/rfc/rfc7468",
        passing=(b64encode(_pem("RSA ").encode()).decode(),),
        failing=(b64encode(b"-----BEGIN CERTIFICATE-----" + alnum(120).encode()).decode(),),
        innocent=("LS0tLS1CRUdJTi",),
        bits=256,
        secret_class=SecretClass.PRIVATE_KEY,
        check=_holds_private_key,
        edge="A-Za-z0-9+/=",
        left_edge="A-Za-z0-9+/",
    ),
)
