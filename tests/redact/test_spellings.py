"""The same secret in every place and spelling gets the same placeholder, in the right spelling."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from urllib.parse import quote

import pytest
from planted import google, letters, openai, password, slashed
from redacting import clean, go_vcr, text_after, vcrpy

KEY = openai("spellings")
TOKEN = slashed("spellings")
SECRET = letters("spellings", 32)


def value_after(text: str, name: str) -> str:
    found = re.search(rf"{name}[=:] ?\"?([^&\"\s]+)", text)
    assert found
    return found[1]


def test_a_bearer_keeps_its_scheme_and_length() -> None:
    text = go_vcr(header=f"Authorization: [Bearer {KEY}]")
    after = text_after(clean(text, gone=[KEY]))
    assert len(after) == len(text)
    assert re.search(r"Authorization: \[Bearer REDACTED-[0-9]+-X+\]", after)


@pytest.mark.parametrize("user", ["someone", "", "some:one"])
def test_basic_keeps_the_user_and_stays_base64(user: str) -> None:
    plain = f"{user.split(':')[0]}:{SECRET}"
    text = vcrpy(header=f"Authorization: [Basic {b64encode(plain.encode()).decode()}]")
    after = text_after(clean(text))
    found = re.search(r"Basic ([A-Za-z0-9+/=]+)\]", after)
    assert found
    decoded = b64decode(found[1], validate=True).decode()
    assert len(after) == len(text)
    assert len(decoded) == len(plain)
    assert decoded.startswith(f"{user.split(':')[0]}:REDACTED")


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_url_parameter_percent_encoded(times: int) -> None:
    spelled = TOKEN
    for _ in range(times):
        spelled = quote(spelled, safe="")
    if times == 0:
        spelled = spelled.replace("+", "-")
    text = vcrpy(url=f"https://api.example.com/v1/things?page=2&access_token={spelled}&z=1")
    after = text_after(clean(text, gone=[TOKEN, spelled]))
    assert re.search(r"\?page=2&access_token=REDACTED-[0-9]+-X*&z=1\n", after)
    assert len(value_after(after, "access_token")) == len(TOKEN)


def test_url_form_host_header_and_body_agree() -> None:
    host = f"{KEY[-20:].lower()}.example.com"
    text = go_vcr(
        url=f"https://api.example.com/v1/things?key={SECRET}",
        form=f"{{key: [{SECRET}], host: ['{host}']}}",
        header=f"X-Api-Key: [{SECRET}]",
        host=f"{SECRET}.example.com",
        request=f"'key={SECRET}&a=b'",
        response=f"""'{{"echo": "{SECRET}"}}'""",
    )
    result = clean(text, gone=[SECRET])
    assert len({one.placeholder for one in result.redactions}) == 1
    assert text_after(result).count(result.redactions[0].placeholder) == 6
    assert len(text_after(result)) == len(text)


def test_a_percent_encoded_and_a_plain_spelling_agree() -> None:
    text = go_vcr(
        url=f"https://api.example.com/?access_token={quote(TOKEN, safe='')}",
        form=f"{{access_token: ['{TOKEN}']}}",
        header=f"Authorization: ['Bearer {TOKEN}']",
    )
    result = clean(text, gone=[TOKEN, quote(TOKEN, safe="")])
    assert len({one.placeholder for one in result.redactions}) == 1
    assert text_after(result).count(result.redactions[0].placeholder) == 3


def test_json_in_a_json_string() -> None:
    inner = json.dumps({"client_secret": SECRET, "n": 1})
    body = json.dumps({"arguments": inner, "deep": json.dumps({"more": inner})})
    text = go_vcr(response=f"'{body}'")
    after = text_after(clean(text, gone=[SECRET]))
    assert len(after) == len(text)
    stored = json.loads(after.split("body: '")[-1].rstrip("'\n"))
    first = json.loads(stored["arguments"])
    deepest = json.loads(json.loads(stored["deep"])["more"])
    assert first == deepest
    assert first["client_secret"].startswith("REDACTED-")


@pytest.mark.parametrize("spell", [("/", "\\/"), ("+", "\\u002B"), ("=", "\\u003d")])
def test_json_escapes(spell: tuple[str, str]) -> None:
    spelled = TOKEN.replace(*spell)
    text = go_vcr(response=f"""'{{"a": "\\/", "api_key": "{spelled}", "b": "{TOKEN}"}}'""")
    result = clean(text, gone=[TOKEN, spelled])
    stored = json.loads(text_after(result).split("body: '")[-1].rstrip("'\n"))
    assert stored["api_key"] == stored["b"]
    assert len(stored["api_key"]) == len(TOKEN)
    assert text_after(result).count('{"a": "\\/", "api_key": "REDACTED-') == 1


def test_a_token_behind_an_escape_without_a_telling_key() -> None:
    token = google("escaped")
    text = go_vcr(response=f"""'{{"a": "see\\u002F{token}"}}'""")
    assert "see\\u002FREDACTED-" in text_after(clean(text, gone=[token]))


@pytest.mark.parametrize("number", ["12345678", "987654321012", "-4242424242"])
def test_a_json_number_stays_a_number(number: str) -> None:
    text = go_vcr(response=f"""'{{"password": {number}, "count": 12345678}}'""")
    after = text_after(clean(text))
    stored = json.loads(after.split("body: '")[-1].rstrip("'\n"))
    assert isinstance(stored["password"], int)
    assert stored["password"] != int(number)
    assert len(after) == len(text)


def test_cookies_keep_names_and_attributes() -> None:
    text = vcrpy(
        header=f"Cookie: ['theme=dark; sessionid={SECRET}; lang=en']",
        more=f"Set-Cookie: ['sessionid={SECRET}; HttpOnly; Path=/']",
    )
    result = clean(text, gone=[SECRET])
    written = result.redactions[0].placeholder
    assert f"'theme=dark; sessionid={written}; lang=en'" in text_after(result)
    assert f"'sessionid={written}; HttpOnly; Path=/'" in text_after(result)


def test_userinfo_and_form() -> None:
    chosen = password("form").rstrip("!")
    text = vcrpy(
        url=f"https://someone:{chosen}@api.example.com/",
        header="Content-Type: [application/x-www-form-urlencoded]",
        request=f"username=someone&password={chosen}%21&next=%2F",
    )
    result = clean(text, gone=[chosen])
    assert "https://someone:REDAC" in text_after(result)
    assert "username=someone&password=REDAC" in text_after(result)
    assert "&next=%2F\n" in text_after(result)
    assert all(one.fingerprint is None for one in result.redactions)
