"""Records cassettes with the Go programs beside this file, built against Debian's packages."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict
from pathlib import Path

from examples.plan import Cassette
from examples.program import Program
from examples.server import ORIGIN

HERE = Path(__file__).parent
GOPATH = Path("/usr/share/gocode")
"""Where Debian and Ubuntu put the sources of packaged Go libraries."""

PROGRAMS = {"go-vcr-v1": HERE / "govcr1", "go-vcr-v2": HERE / "govcr2"}
_LIBRARIES = {
    "go-vcr-v1": {"github.com/dnaeon/go-vcr": "golang-github-dnaeon-go-vcr-dev"},
    "go-vcr-v2": {
        "gopkg.in/yaml.v2": "golang-gopkg-yaml.v2-dev",
        "gopkg.in/yaml.v3": "golang-gopkg-yaml.v3-dev",
    },
}


def missing_packages(recorder: str) -> tuple[str, ...]:
    """The Debian packages that `recorder` needs and this machine lacks."""
    absent = [] if shutil.which("go") else ["golang-go"]
    libraries = _LIBRARIES[recorder].items()
    absent += [name for path, name in libraries if not (GOPATH / "src" / path).is_dir()]
    return tuple(absent)


def record(recorder: str, plan: tuple[Cassette, ...], folder: Path, proxy: str) -> None:
    """Record the whole plan into `folder`, asking the example server at `proxy`."""
    folder.mkdir(parents=True, exist_ok=True)
    task = {
        "origin": ORIGIN,
        "proxy": proxy,
        "folder": str(folder.resolve()),
        "cassettes": [asdict(cassette) for cassette in plan],
    }
    program = Program(recorder, ("go", "run", "."), PROGRAMS[recorder])
    program.run(json.dumps(task), environment())


def environment() -> dict[str, str]:
    """Without modules nothing is downloaded, and without cgo no C compiler is needed."""
    fixed = {"GO111MODULE": "off", "GOPATH": str(GOPATH), "GOFLAGS": "", "CGO_ENABLED": "0"}
    return {**os.environ, **fixed}
