"""The veto: what a telling name stands over and is no secret, and what is one all the same."""

from __future__ import annotations

import time

import pytest

from cassette_cli.credentials import kinds
from cassette_cli.credentials.samples import alnum, hexes, uuid
from cassette_cli.credentials.values import plausible_value
from cassette_cli.model.kind import Kind

BELIEVED = [
    (kinds.PASSWORD, "hunter2"),
    (kinds.PASSWORD, "correct horse battery staple"),
    (kinds.PASSWORD, "12345678"),
    (kinds.PASSWORD, "P@ssw0rd!"),
    (kinds.PASSWORD, "$2b$12$" + alnum(53)),
    (kinds.SECRET, "s3cr3t-thing"),
    (kinds.SECRET_KEY, uuid()),
    (kinds.API_KEY, hexes(32)),
    (kinds.API_KEY, "k3y-of-mine"),
    (kinds.ACCESS_TOKEN, alnum(40)),
    (kinds.WEAK_TOKEN, alnum(32)),
    (kinds.WEAK_KEY, alnum(39)),
    (kinds.SIGNATURE, hexes(64)),
    (kinds.SIGNATURE, alnum(40) + "%3D"),
    (kinds.PRIVATE_KEY, "-----BEGIN PRIVATE" + " KEY-----\n" + alnum(64)),
    (kinds.SESSION_COOKIE, "abc123"),
    (kinds.OTHER_COOKIE, alnum(40)),
    (kinds.BOT_COOKIE, alnum(43) + "-1771434740-1.0.1.1-" + alnum(86)),
    (kinds.ACCOUNT_ID, "traceloop"),
    (kinds.API_KEY, "postgres://admin:hunter2@db/app"),
]
VETOED = [
    *((kinds.PASSWORD, text) for text in ("", "   ", "null", "None", "true", "string", "abc")),
    *((kinds.PASSWORD, text) for text in ("<PASSWORD>", "REDACTED", "password", "${DB_PASSWORD}")),
    (kinds.PASSWORD, "The password must have at least eight characters."),
    (kinds.PASSWORD, "a long sentence of many words is no password at all"),
    (kinds.SECRET, "projects/p/secrets/s/versions/1"),
    (kinds.SECRET, "arn:aws:secretsmanager:eu-west-1:1:secret:x"),
    (kinds.SECRET, "op://vault/item/field"),
    (kinds.SECRET, "the secret of life"),
    (kinds.API_KEY, "42"),
    (kinds.API_KEY, "1024"),
    (kinds.API_KEY, "3.14159"),
    (kinds.API_KEY, "2025-03-15T09:38:36Z"),
    (kinds.API_KEY, "https://platform.openai.com/account/api-keys"),
    (kinds.API_KEY, "os.environ"),
    (kinds.API_KEY, "get_key()"),
    (kinds.ACCESS_KEY, "AKIA" + "Z" * 4 + "QRSTUVWX2345"),
    (kinds.WEAK_TOKEN, "Hello"),
    (kinds.WEAK_TOKEN, "▁the"),
    (kinds.WEAK_TOKEN, uuid()),
    (kinds.WEAK_KEY, "cloud-init"),
    (kinds.WEAK_KEY, "created_at_ascending_order"),
    (kinds.OTHER_COOKIE, "enabled-for-everyone"),
    (kinds.PRIVATE_KEY, "the private key of the server"),
    (kinds.PRIVATE_KEY, "-----BEGIN PUBLIC KEY-----\nMIIB"),
    (kinds.SECRET_KEY, "ssh-ed25519 AAAA" + alnum(64)),
    (kinds.BEARER, "2.8.0"),
    (kinds.ACCOUNT_ID, "<OPENAI_ORGANIZATION>"),
    (kinds.API_KEY, "a" * 100_000),
]


@pytest.mark.parametrize(("kind", "value"), BELIEVED)
def test_believed(kind: Kind, value: str) -> None:
    assert plausible_value(kind, value)


@pytest.mark.parametrize(("kind", "value"), VETOED)
def test_vetoed(kind: Kind, value: str) -> None:
    assert not plausible_value(kind, value)


@pytest.mark.parametrize(
    "piece", ["a", "a.", "a(", "a[", "<", "{{", "-----BEGIN ", "1", "A1", " ", "a@"]
)
def test_time_is_linear(piece: str) -> None:
    start = time.process_time()
    for kind in (kinds.PASSWORD, kinds.WEAK_TOKEN, kinds.PRIVATE_KEY):
        plausible_value(kind, piece * 60_000)
        plausible_value(kind, piece * (60_000 // len(piece)))
    assert time.process_time() - start < 5
