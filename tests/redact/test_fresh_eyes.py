"""Cases that readers and users of the program found, each with what it should have done."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
import yaml
from invoke import cassette
from planted import letters, openai

from cassette_cli.ops import load as module

KEY = openai("fresh")
RANDOM = letters("fresh", 31)
VCRPY = """interactions:
- request:
    body: {sent}
    headers: {headers}
    method: GET
    uri: {uri}
  response:
    body: {{string: {body}}}
    headers: {{}}
    status: {{code: 200, message: OK}}
version: 1
"""


def vcrpy(
    *, sent: str = "null", headers: str = "{}", uri: str = "http://x/v1", body: str = "''"
) -> str:
    return VCRPY.format(sent=sent, headers=headers, uri=uri, body=body)


def header_after(folder: Path, name: str, value: str) -> str:
    """What redaction makes of a header."""
    path = folder / "a.yaml"
    path.write_text(vcrpy(headers=json.dumps({name: [value]})))
    assert cassette("redact", "a.yaml", cwd=folder).code == 1
    found = yaml.safe_load(path.read_text())["interactions"][0]["request"]["headers"]
    return str(found[name][0])


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("<https://a.example/x?api_key=", ">; rel=next"),
        ('{"u":"https://a.example/x?api_key=', '","n":1}'),
        ("https://a.example/x?api_key=", " and more"),
        ("/x?api_key=", ""),
    ],
)
def test_what_stands_behind_a_url_in_a_header_stays(
    before: str, behind: str, tmp_path: Path
) -> None:
    after = header_after(tmp_path, "Link", before + RANDOM + behind)
    assert after.startswith(before)
    assert after.endswith(behind)
    assert len(after) == len(before + RANDOM + behind)
    assert RANDOM not in after


SECRET_PLACES = {
    "a key of JSON": vcrpy(body=json.dumps(json.dumps({KEY: {"password": "hunter2horse"}}))),
    "a URL in base64": vcrpy(
        uri="!!binary " + b64encode(f"https://x.example/?api_key={RANDOM}".encode()).decode()
    ),
}


@pytest.mark.parametrize("name", SECRET_PLACES)
def test_no_place_or_title_holds_a_secret(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SECRET_PLACES[name])
    for command in (
        "lint -o json", "lint -o full", "lint -o concise", "lint -o github", "redact --check",
        "redact --check -o json", "redact --check -o full", "redact --diff", "show", "show -o json",
    ):  # fmt: skip
        done = cassette(*command.split(), "a.yaml", cwd=tmp_path)
        assert "internal error" not in done.errors
        for secret in (KEY, RANDOM):
            assert secret[-20:] not in done.text + done.errors, command


IGNORED = {
    "a comment": ("", "# cassette: ignore[live-credential] a key of the documentation\n    "),
    "a table": ('[[ignore]]\nrule = "secrets"\npath = "a.yaml"\nreason = "known"\n', ""),
    "by path": ('per-file-ignores = {"*.yaml" = ["live-credential"]}\n', ""),
}


@pytest.mark.parametrize("name", IGNORED)
def test_redact_leaves_what_an_ignore_covers(name: str, tmp_path: Path) -> None:
    config, comment = IGNORED[name]
    text = vcrpy(headers=f"{{Authorization: [Bearer {KEY}]}}").replace(
        "headers: {A", f"{comment}headers: {{A"
    )
    (tmp_path / "cassette.toml").write_text(config)
    path = tmp_path / "a.yaml"
    path.write_text(text)
    assert cassette("lint", "a.yaml", cwd=tmp_path).code == 0
    done = cassette("redact", "a.yaml", cwd=tmp_path)
    assert (done.code, path.read_text()) == (0, text)
    assert "1 secret left where an ignore covers it" in done.errors


def test_a_comment_above_all_interactions_covers_none(tmp_path: Path) -> None:
    text = "# cassette: ignore[live-credential] all\n" + vcrpy(headers=f"{{X-Api-Key: [{KEY}]}}")
    (tmp_path / "a.yaml").write_text(text)
    done = cassette("lint", "a.yaml", cwd=tmp_path)
    assert done.code == 1
    assert "this comment ignores nothing" in done.text


def test_a_comment_behind_the_sign_of_a_block_counts(tmp_path: Path) -> None:
    body = f"|  # cassette: ignore[live-credential] test\n        Bearer {KEY}\n       "
    (tmp_path / "a.yaml").write_text(
        vcrpy().replace("{string: ''}", f"\n      string: {body}".rstrip())
    )
    assert cassette("lint", "a.yaml", cwd=tmp_path).code == 0


def test_a_bug_in_one_file_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_text(vcrpy(headers=f"{{X-Api-Key: [{KEY}]}}"))
    whole = module.read_document

    def reading(name: str, data: bytes) -> object:
        if name == "b.yaml":
            raise ZeroDivisionError(data)
        return whole(name, data)

    monkeypatch.setattr(module, "read_document", reading)
    done = cassette("lint", ".", cwd=tmp_path)
    assert done.code == 2
    assert [line.split(":")[0] for line in done.text.splitlines()] == ["a.yaml", "b.yaml", "c.yaml"]
    assert "internal error: ZeroDivisionError" in done.text
    done = cassette("redact", "a.yaml", "b.yaml", "c.yaml", cwd=tmp_path)
    assert done.code == 2
    assert "error: b.yaml: internal error: ZeroDivisionError" in done.errors
    assert KEY not in (tmp_path / "a.yaml").read_text() + (tmp_path / "c.yaml").read_text()
    assert KEY in (tmp_path / "b.yaml").read_text()
    assert KEY[-20:] not in done.text + done.errors


def test_half_an_emoji_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(vcrpy(body='"\\ud83d\\ude00 \\ud83d"'))
    done = cassette("show", "-o", "json", "--full", "a.yaml", cwd=tmp_path)
    assert done.code in (0, 2)
    assert "internal error" not in done.errors


def test_a_number_that_is_a_secret_is_masked_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(vcrpy(headers="{X-Api-Key: [84123456789012345671]}"))
    done = cassette("show", "-i", "0", "a.yaml", cwd=tmp_path)
    assert done.code == 0
    assert "X-Api-Key: 11111111111111111111" in done.text


def test_numbers_of_any_length_are_read(tmp_path: Path) -> None:
    for number in ("9" * 400, ":".join(["1"] + ["30"] * 200), "9" * 6000, "1" * 300 + ".5"):
        (tmp_path / "a.yaml").write_text(vcrpy().replace("code: 200", f"code: {number}"))
        done = cassette("validate", "a.yaml", cwd=tmp_path)
        assert "internal error" not in done.errors + done.text


def test_a_key_in_another_document_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(vcrpy() + f"---\nleft: {KEY}\n")
    done = cassette("lint", "a.yaml", cwd=tmp_path)
    assert done.code == 1
    assert "another YAML document" in done.text
    assert cassette("redact", "a.yaml", cwd=tmp_path).code == 1
    assert KEY not in path.read_text()


def test_entries_that_are_no_exchange_keep_their_number(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(vcrpy().replace("interactions:\n", "interactions:\n- null\n"))
    assert cassette("show", "-i", "1", "a.yaml", cwd=tmp_path).code == 0
    (shown,) = json.loads(cassette("show", "-o", "json", "a.yaml", cwd=tmp_path).text)[
        "interactions"
    ]
    assert shown["index"] == 1


@pytest.mark.parametrize("name", ["²", "007", "a/b", "~1"])
def test_odd_names_of_headers_lead_back_to_their_place(name: str, tmp_path: Path) -> None:
    headers = f"\n      # cassette: ignore[live-credential] known\n      {name}: [{KEY}]"
    (tmp_path / "a.yaml").write_text(vcrpy(headers=headers))
    assert cassette("lint", "a.yaml", cwd=tmp_path).code == 0


def test_a_severity_may_be_given_by_group_and_makes_no_bot_cookie_worse(tmp_path: Path) -> None:
    cookie = letters("bot", 120)
    headers = f"{{X-Api-Key: [{KEY}], Cookie: ['__cf_bm={cookie}; sessionid={RANDOM}']}}"
    (tmp_path / "a.yaml").write_text(vcrpy(headers=headers))

    def severities(config: str) -> list[str]:
        (tmp_path / "cassette.toml").write_text(config)
        done = cassette("lint", "-o", "json", "a.yaml", cwd=tmp_path)
        return sorted(one["severity"] for one in json.loads(done.text)["findings"])

    assert severities("") == ["error", "info", "warning"]
    assert severities('severity = {session-cookie = "error"}') == ["error", "error", "info"]
    assert severities('severity = {secrets = "info"}') == ["info", "info", "info"]


@pytest.mark.parametrize("length", range(150, 156))
def test_a_key_and_a_password_in_basic_credentials_are_two(length: int, tmp_path: Path) -> None:
    user, password = openai("user")[:length], letters("password", 13)
    encoded = b64encode(f"{user}:{password}".encode()).decode()
    path = tmp_path / "a.yaml"
    path.write_text(vcrpy(headers=f"{{Authorization: [Basic {encoded}]}}"))
    assert cassette("redact", "a.yaml", cwd=tmp_path).code == 1
    after = yaml.safe_load(path.read_text())["interactions"][0]["request"]["headers"]
    decoded = b64decode(after["Authorization"][0].split()[1]).decode()
    assert len(decoded) == len(f"{user}:{password}")
    assert password not in decoded
    assert user[20:] not in decoded
    assert cassette("redact", "--check", "a.yaml", cwd=tmp_path).code == 0
