"""URLs within bodies, cookies joined into one header, and secrets that stand twice."""

from __future__ import annotations

import json

import pytest
from handwritten import URL, betamax, har, marked, pairs, ruby_vcr, stored
from planted import letters, openai
from redacting import BODY, clean, go_vcr, text_after, vcrpy

from cassette_cli.ops.load import load
from cassette_cli.ops.redact import redact

S = letters("links", 32)
KEY = openai("links, key")
SIGNATURE = letters("links, signature", 64, "0123456789abcdef")
SIGNED = f"https://bucket.s3.amazonaws.com/a.png?X-Amz-Expires=9&X-Amz-Signature={SIGNATURE}"
SSE = "data: " + json.dumps({"a": 1, "url": SIGNED}) + "\n\n"
_DELTAS = [
    {"choices": [{"index": 0, "delta": {"content": one}}]} for one in (SIGNED[:90], SIGNED[90:])
]
LINKS = {
    "JSON": go_vcr(response=f"""'{json.dumps({"image": SIGNED})}'"""),
    "JSON as Go escapes it": go_vcr(
        response="'" + json.dumps({"image": SIGNED}).replace("&", "\\u0026") + "'"
    ),
    "JSON as PHP escapes it": go_vcr(
        response="'" + json.dumps({"image": SIGNED}).replace("/", "\\/") + "'"
    ),
    "XML": go_vcr(type="text/xml", response=f"'<a>{SIGNED.replace('&', '&amp;')}</a>'"),
    "HTML": go_vcr(type="text/html", response=f"""'<a href="{SIGNED}">a</a>'"""),
    "text": vcrpy(type="text/plain", response=f"'see {SIGNED} or not'"),
    "event stream": vcrpy(type="text/event-stream", response=json.dumps(SSE)),
    "where no recorder looks": har(pageref=SIGNED),
    "Betamax": betamax(None, {"body": stored(json.dumps({"image": SIGNED}))}),
}  # fmt: skip


@pytest.mark.parametrize("place", LINKS)
def test_the_parameters_of_a_url_in_a_body(place: str) -> None:
    text = LINKS[place]
    assert marked(text) == [SIGNATURE]
    result = clean(text, gone=[SIGNATURE])
    (one,) = result.redactions
    assert text_after(result) == text.replace(SIGNATURE, one.placeholder)


def test_a_url_that_was_streamed_in_deltas() -> None:
    deltas = "".join(f"data: {json.dumps(one)}\n\n" for one in _DELTAS)
    text = vcrpy(type="text/event-stream", response=json.dumps(deltas))
    after = text_after(clean(text, gone=[SIGNATURE[30:]]))
    assert len(after) == len(text)
    (one,) = load("a.yaml", after.encode()).interactions
    assert one.response.stream
    joined = one.response.stream.message.text.value
    assert joined.startswith(SIGNED.partition(SIGNATURE)[0] + "REDACTED-")


@pytest.mark.parametrize("harmless", ["page_token", "after", "utm_source", "key", "hmac", "sig"])
def test_harmless_parameters_are_none(harmless: str) -> None:
    text = go_vcr(response=f"""'{json.dumps({"next": f"{URL}?{harmless}={S}"})}'""")
    assert marked(text) == []


@pytest.mark.parametrize("joint", [", ", "\\n"])
def test_cookies_joined_into_one_header(joint: str) -> None:
    """As urllib3 joins those of one name by commas, and Chrome by newlines."""
    first = "theme=dark; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/"
    text = betamax(None, {"headers": {"Set-Cookie": f"{first}@sessionid={S}; HttpOnly"}})
    text = text.replace("@", joint)
    assert marked(text) == [S]
    result = clean(text, gone=[S])
    assert text_after(result) == text.replace(S, result.redactions[0].placeholder)


def test_a_password_here_and_a_key_there_have_one_placeholder() -> None:
    """Counted: a number derived from it would give a password away."""
    text = betamax(
        {"headers": {"X-Api-Key": [S]}}, {"body": stored(json.dumps({"password": S, "a": [S]}))}
    )
    result = clean(text, gone=[S])
    assert {one.placeholder[:11] for one in result.redactions} == {"REDACTED-1-"}
    assert text_after(result) == text.replace(S, result.redactions[0].placeholder)


def test_a_symbol_of_ruby_stays_one() -> None:
    text = ruby_vcr(header=f"Authorization:\n      - :{KEY}")
    after = text_after(clean(text, gone=[KEY]))
    assert "Authorization:\n      - :REDACTED-" in after
    assert len(after) == len(text)


IMPACTS = {
    "HAR": (
        har({"headers": pairs(a="b", x_api_key=S), "postData": {"text": f'{{"api_key": "{S}"}}'}}),
        ["request.headers.x-api-key", "request.postData"],
    ),
    "pairs": (
        vcrpy().replace("headers:\n      Accept: ['*/*']", f"headers:\n    - [X-Api-Key, {S}]"),
        ["request.headers.X-Api-Key"],
    ),
    "Betamax": (
        betamax({"headers": {"X-Api-Key": S}, "uri": f"{URL}?api_key={S}"}),
        ["request.headers.X-Api-Key", "request.uri"],
    ),
    "answer": (betamax(None, {"url": f"{URL}?api_key={S}"}), []),
}


@pytest.mark.parametrize("name", IMPACTS)
def test_what_a_matcher_would_miss_is_called_by_its_name(name: str) -> None:
    text, fields = IMPACTS[name]
    result = redact(load("a.yaml", text.encode()), BODY)
    assert sorted(one.field for one in result.impacts) == fields
