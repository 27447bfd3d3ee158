"""Cassettes around a body, for looking at it the way users do."""

from __future__ import annotations

from base64 import encodebytes
from pathlib import Path

from invoke import cassette as run
from support import cassette

from cassette_cli.model.body import Body


def recorded(
    data: bytes | str, content_type: str | None = None, encoding: str | None = None
) -> str:
    """A cassette of vcrpy's whose only response has this body: bytes as `!!binary`."""
    names = {"Content-Type": content_type, "Content-Encoding": encoding}
    headers = "".join(f"      {name}: [{quoted(text)}]\n" for name, text in names.items() if text)
    if isinstance(data, bytes):
        lines = encodebytes(data).decode().replace("\n", "\n        ").rstrip()
        written = f"!!binary |\n        {lines}"
    else:
        written = quoted(data)
    return (
        "interactions:\n- request: {body: null, headers: {}, method: GET, uri: 'https://a.test/'}\n"
        f"  response:\n    body:\n      string: {written}\n    headers:\n{headers or '      {}'}\n"
        "    status: {code: 200, message: OK}\nversion: 1\n"
    )


def quoted(text: str) -> str:
    """In double quotes, everything but letters escaped."""
    return '"' + "".join(one if one.isalnum() else f"\\U{ord(one):08X}" for one in text) + '"'


def body_of(text: str) -> Body:
    """The body of the only response."""
    (interaction,) = cassette(text).interactions
    return interaction.response.body


def show(folder: Path, text: str, *options: str) -> list[str]:
    """The lines that `cassette show` prints of a cassette."""
    (folder / "a.yaml").write_text(text, "utf-8")
    done = run("show", "a.yaml", *options, cwd=folder)
    assert (done.code, done.errors) == (0, "")
    return done.text.splitlines()
