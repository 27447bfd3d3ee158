"""The plan for cassettes that are full of invented credentials; never committed, always recorded.

Each cassette has the name of the place where its credential stands.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from examples.chat import LEAKY_MODEL
from examples.plan import Call, Cassette, Suffix, ask, stream
from examples.synthetic import secrets

_S = secrets()
_ACCOUNT = {"username": "example-user", "password": _S.password}
_FORM_TYPE = ("Content-Type", "application/x-www-form-urlencoded")

_PLACES: dict[str, tuple[Call, ...]] = {
    "bearer-header": (ask(("Authorization", f"Bearer {_S.openai}")),),
    "api-key-header": (ask(("x-api-key", _S.anthropic)),),
    "basic-header": (Call("GET", "/v1/models", (("Authorization", f"Basic {_S.basic}"),)),),
    "url-query": (Call("GET", f"/v1/models?key={_S.google}&page=2"),),
    "cookies": (
        Call("POST", "/login", (_FORM_TYPE,), urlencode(_ACCOUNT)),
        Call("GET", "/v1/models", (("Cookie", f"sessionid={_S.session}; theme=dark"),)),
    ),
    "json-member": (Call("GET", "/client"),),
    "gzip-body": (Call("GET", "/token"),),
    "streamed-answer": (stream(model=LEAKY_MODEL),),
}


def _plan(*dialects: str) -> tuple[Cassette, ...]:
    """Every place once, or once for each dialect."""
    return tuple(
        Cassette(f"{dialect}-{place}" if dialect else place, calls, dialect=dialect)
        for dialect in dialects or ("",)
        for place, calls in _PLACES.items()
    )


def _plain(serializer: Suffix) -> tuple[Cassette, ...]:
    return tuple(replace(one, serializer=serializer) for one in _plan())


def _exact(serializer: Suffix) -> tuple[Cassette, ...]:
    """Every place with its bodies as Base64."""
    return tuple(replace(one, name=f"exact-{one.name}", exact=True) for one in _plain(serializer))


PLANS = {
    "vcrpy": _plan(),
    "go-vcr-v1": _plan(),
    "go-vcr-v2": _plan("every-key", "omit-empty", "sorted"),
    "betamax": (*_plain("json"), *_exact("json")),
    "ruby-vcr": (*_plain("yml"), *_exact("yml")),
    "har": _plain("har"),
}
"""The dirty cassettes, by the name of their recorder."""
