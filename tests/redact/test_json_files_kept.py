"""What a JSON file is beside its values stays: escapes, blanks, ASCII, newlines, mark, ending."""

from __future__ import annotations

import json

import pytest
from handwritten import betamax, har, marked, pairs, stored
from planted import letters, slashed
from redacting import clean, go_vcr, text_after

S = letters("json files", 32)
TOKEN = slashed("json files, token")
BODY = json.dumps({"client_secret": S, "city": "Málaga 😀"}, ensure_ascii=False)
FILES = {
    "har": har(request={"headers": pairs(x_api_key=S)}, content={"text": BODY, "size": 3}),
    "betamax": betamax({"headers": {"X-Api-Key": [S]}}, {"body": stored(BODY)}),
}


def replaced(text: str) -> str:
    """The file redacted; nothing else may change, and the result is JSON still."""
    result = clean(text, gone=[S])
    (placeholder,) = {one.placeholder for one in result.redactions}
    assert text_after(result) == text.replace(S, placeholder)
    assert json.loads(text_after(result).lstrip("\ufeff"))
    return text_after(result)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("indent", [None, 0, 1, "\t"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_layout_and_charset(name: str, indent: int | str | None, ascii_only: bool) -> None:
    tree = json.loads(FILES[name])
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    assert replaced(text).isascii() == ascii_only
    tight = json.dumps(tree, ensure_ascii=ascii_only, separators=(",", ":"))
    assert replaced(tight).isascii() == ascii_only


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["", "\n", "\n\n", " \n"])
def test_newlines_mark_and_ending(name: str, newline: str, bom: str, ending: str) -> None:
    text = bom + json.dumps(json.loads(FILES[name]), indent=2) + ending
    assert replaced(text.replace("\n", newline)).endswith(("}" + ending).replace("\n", newline))


SPELLED = {
    "/": "\\/", "é": "\\u00E9", "_": "\\u005f", "😀": "\\uD83D\\uDE00", "<": "\\u003c",
}  # fmt: skip


@pytest.mark.parametrize("character", SPELLED)
def test_escapes_around_the_secret_stay(character: str) -> None:
    """A writer's choice for each character, inside the very string that holds the secret, too."""
    near = f"a{character}b password:{character}"
    body = json.dumps({"note": near, "api_key": S}, ensure_ascii=False)
    tree = json.loads(har(content={"text": body, "size": 1}))
    text = json.dumps(tree, ensure_ascii=False, indent=2)
    spelled = text.replace(character, SPELLED[character])
    assert spelled != text
    assert replaced(spelled).count(SPELLED[character]) == spelled.count(SPELLED[character])


def test_escapes_inside_a_secret_are_part_of_it() -> None:
    spelled = TOKEN.replace("/", "\\/").replace("+", "\\u002B")
    text = har(request={"headers": pairs(x_api_key="HERE", authorization=f"Bearer {TOKEN}")})
    text = text.replace("HERE", spelled)
    assert marked(text) == [spelled, TOKEN]
    result = clean(text, gone=[TOKEN, spelled])
    (placeholder,) = {one.placeholder for one in result.redactions}
    after = text_after(result)
    assert after == text.replace(spelled, placeholder).replace(TOKEN, placeholder)


def test_bare_numbers_stay_numbers() -> None:
    body = json.dumps({"password": 12345678, "count": 7654321})
    text = betamax(None, {"body": stored(body)}).replace('"code": 200', '"password": 8765432109')
    after = json.loads(text_after(clean(text)))["http_interactions"][0]["response"]
    told = json.loads(after["body"]["string"])
    assert (type(told["password"]), told["count"]) == (int, 7654321)
    assert told["password"] != 12345678
    assert type(after["status"]["password"]) is int
    assert after["status"]["password"] != 8765432109


@pytest.mark.parametrize("name", ["Betamax", "Ruby"])
def test_keys_that_repeat_and_stranger_things(name: str) -> None:
    """The last of repeated keys is what a client reads; the secret is in the first as well."""
    text = FILES["betamax"].replace('"X-Api-Key"', f'"X-Api-Key": ["{S}"], "X-Api-Key"')
    if name == "Ruby":
        text = text.replace("betamax/0.9.0", "VCR 6.1.0")
    assert text.count(S) == 3
    replaced(text)


def test_a_go_vcr_cassette_in_json() -> None:
    from ruamel.yaml import YAML

    tree = YAML(typ="safe").load(go_vcr(header=f"X-Api-Key: [{S}]"))
    replaced(json.dumps(tree, indent=2))
