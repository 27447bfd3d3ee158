"""Large files take their time, and no more than in proportion to their size."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from attacks import go_vcr
from planted import letters, openai
from support import growth, seconds

from cassette_cli.model.config import Config
from cassette_cli.ops.lint import lint_bytes
from cassette_cli.ops.load import load
from cassette_cli.ops.redact import redact
from cassette_cli.ops.show import Shown
from cassette_cli.output.show_view import View, full_view

CHUNK = '{"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"w%d "}}]}'
INTERACTION = go_vcr("x").split(b"interactions:\n")[1]


def one_line(size: int) -> bytes:
    return go_vcr('"' + "word " * (size // 5) + '"')


def many_lines(size: int) -> bytes:
    return go_vcr("|\n" + "      a line of text\n" * (size // 21))


def json_body(size: int) -> bytes:
    return go_vcr(json.dumps(json.dumps([{"key": "value é", "n": 1}] * (size // 30))))


def stream(size: int) -> bytes:
    events = "".join(f"data: {CHUNK % at}\n\n" for at in range(size // 90))
    return go_vcr(json.dumps(events)).replace(b"application/json", b"text/event-stream")


def interactions(size: int) -> bytes:
    return b"version: 2\ninteractions:\n" + INTERACTION * (size // len(INTERACTION))


def base64(size: int) -> bytes:
    return go_vcr("!!binary " + "QUJD" * (size // 4))


def headers(size: int) -> bytes:
    names = ", ".join(f"X-{at}: [v]" for at in range(size // 14))
    return go_vcr("x", headers=f"{{{names}}}")


def escapes(size: int) -> bytes:
    return go_vcr('"' + "\\u00e9\\\n      " * (size // 15) + '"')


def secrets(size: int) -> bytes:
    """The same keys in every interaction, and a cookie that each has for itself."""
    one = INTERACTION.decode().replace(
        "headers: {}", f"headers: {{Authorization: [Bearer {openai('a')}], Cookie: ['sid=COOKIE']}}"
    )
    count = size // len(one)
    found = (one.replace("COOKIE", letters(str(at), 32)) for at in range(count))
    return b"version: 2\ninteractions:\n" + "".join(found).encode()


SHAPES: tuple[Callable[[int], bytes], ...] = (
    one_line, many_lines, json_body, stream, interactions, base64, headers, escapes, secrets,
)  # fmt: skip


def lint(data: bytes) -> None:
    assert lint_bytes("large.yaml", data, Config()).status == "cassette"


def show(data: bytes) -> None:
    recorded = load("large.yaml", data)
    shown = Shown("large.yaml", recorded, recorded.interactions[:5], True, 0)
    assert list(full_view(shown, View(width=80, whole=True)))


def clean(data: bytes) -> None:
    redact(load("large.yaml", data), ())


@pytest.mark.parametrize("work", [lint, show, clean])
@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_as_much_takes_four_times_as_long(
    shape: Callable[[int], bytes], work: Callable[[bytes], None]
) -> None:
    sizes = {size: shape(size) for size in (150_000, 600_000)}
    assert growth(lambda size: work(sizes[size]), 150_000) < 9


def test_a_line_of_64_megabytes_is_read_in_seconds() -> None:
    data = one_line(64_000_000)
    assert seconds(lambda: lint(data), runs=1) < 20
