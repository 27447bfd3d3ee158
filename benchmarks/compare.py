#!/usr/bin/env python3
"""Times `cassette` as whole processes against a bare Typer program, in alternation, in one run.

    python benchmarks/compare.py [--rounds N]

Prints medians of wall time, and their ratio; absolute times differ from machine to machine and from
hour to hour. Modules are compiled beforehand, as they are once a tool is installed.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "examples" / "go-vcr-v2" / "omit-empty-chat-stream.yaml"
BARE = """import typer
app = typer.Typer()
@app.command()
def main(path: str) -> None:
    pass
app()
"""
BODY = '{"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":" word"}}]}'


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args().rounds
    compileall.compile_dir(ROOT / "cassette_cli", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        for name, seconds, against in measured(Path(folder), rounds):
            print(f"{name:44} {seconds * 1000:7.0f} ms   {seconds / against:5.2f} x")


def measured(folder: Path, rounds: int) -> list[tuple[str, float, float]]:
    """Each program's name, its median seconds, and those of what it is compared with."""
    bare = folder / "bare.py"
    bare.write_text(BARE)
    stream, answer = folder / "stream.yaml", folder / "json.yaml"
    stream.write_text(cassette("text/event-stream", "".join(map(event, range(4835)))))
    answer.write_text(cassette("application/json", "[" + ",\n".join([BODY] * 46_000) + "]\n"))
    tool = [sys.executable, "-m", "cassette_cli"]
    programs = {
        "bare Typer program": [sys.executable, str(bare), "x"],
        "cassette --help": [*tool, "--help"],
        "cassette lint, one small cassette": [*tool, "lint", str(SMALL)],
        "cassette show, one small cassette": [*tool, "show", str(SMALL)],
        "cassette redact --check, one small cassette": [*tool, "redact", "--check", str(SMALL)],
    }
    large = {
        f"cassette show, {size(answer)} of JSON": [*tool, "show", str(answer)],
        f"cassette show, {size(stream)} in 4,835 events": [*tool, "show", str(stream)],
        f"cassette lint, {size(answer)} of JSON": [*tool, "lint", str(answer)],
    }
    times = timed(programs, rounds) | timed(large, max(3, rounds // 4))
    return [(name, seconds, times["bare Typer program"]) for name, seconds in times.items()]


def event(number: int) -> str:
    """One event of a stream like the longest recorded one: 4,835 of them in 1.6 MB."""
    said = {"reasoning_content": f" thought {number}"} if number < 4000 else {"content": " word"}
    chunk = {
        "id": "0b6f3a52-5f0c-4d33-9b0e-5f1d6f0a7c11",
        "object": "chat.completion.chunk",
        "created": 1739301120 + number // 50,
        "model": "example-mini",
        "choices": [{"index": 0, "delta": {"role": "assistant", **said}}],
        "usage": {"prompt_tokens": 41, "completion_tokens": number, "total_tokens": 41 + number},
        "system_fingerprint": "fp_84ff176447",
    }
    return f"data: {json.dumps(chunk, separators=(',', ':'))}\n\n"


def cassette(kind: str, body: str) -> str:
    """A go-vcr cassette whose only answer is this body."""
    lines = "".join(f"      {line}\n" if line else "\n" for line in body.split("\n"))
    return (
        "---\nversion: 2\ninteractions:\n- id: 0\n  request:\n    method: POST\n"
        "    url: https://api.example.com/v1/things\n    headers: {}\n  response:\n"
        f"    headers:\n      Content-Type:\n      - {kind}\n    status: 200 OK\n    code: 200\n"
        f"    duration: 1ms\n    body: |+\n{lines}"
    )


def size(path: Path) -> str:
    """Its size in megabytes."""
    return f"{path.stat().st_size / 1e6:.1f} MB"


def timed(programs: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """The median wall time of each, all of them once a round."""
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            start = perf_counter()
            subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, check=True)
            taken[name].append(perf_counter() - start)
    return {name: median(seconds) for name, seconds in taken.items()}


if __name__ == "__main__":
    main()
