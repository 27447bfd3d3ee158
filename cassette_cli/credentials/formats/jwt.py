"""JSON Web Tokens, signed or encrypted, of whatever vendor."""

import json
from base64 import urlsafe_b64decode

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, jwt


def _signed(token: str) -> bool:
    """Whether the first part is a JSON header that names an algorithm other than `none`."""
    head = token.partition(".")[0]
    try:
        header = json.loads(urlsafe_b64decode(head + "=" * (-len(head) % 4)))
    except (ValueError, RecursionError):
        return False
    algorithm = header.get("alg") if isinstance(header, dict) else None
    return isinstance(algorithm, str) and algorithm.lower() not in ("", "none")


FORMATS = (
    TokenFormat(
        kind="jwt",
        title="JSON Web Token",
        literals=("eyJ",),
        pattern=r"eyJ[A-Za-z0-9_-]{13,4000}\.(?:eyJ[A-Za-z0-9_-]{4,16000}\.[A-Za-z0-9_-]{16,2000}|[A-Za-z0-9_-]{0,2000}\.[A-Za-z0-9_-]{8,200}\.[A-Za-z0-9_-]{8,16000}\.[A-Za-z0-9_-]{16,200})",
        source="https://www.rfc-editor.org/rfc/rfc7519",
        passing=(jwt({"alg": "HS256", "typ": "JWT"}, {"sub": "42", "jti": alnum(12)}),),
        failing=(
            jwt({"alg": "none"}, {"sub": "42"}),
            jwt({"typ": "JWT"}, {"sub": "42"}),
        ),
        innocent=("eyJhbGciOi.eyJ",),
        bits=128,
        check=_signed,
    ),
)
