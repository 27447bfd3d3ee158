"""Which recorder is driven by what, and what has to be installed for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from examples import by_betamax, by_go, by_polly, by_ruby, by_vcrpy
from examples.plan import Cassette

Record = Callable[[tuple[Cassette, ...], Path, str], None]

RECORD: Mapping[str, Record] = {
    "vcrpy": by_vcrpy.record,
    **{name: partial(by_go.record, name) for name in by_go.PROGRAMS},
    "betamax": by_betamax.record,
    "ruby-vcr": by_ruby.record,
    "har": by_polly.record,
}
"""Records a plan into a folder by way of a proxy, by the name of the recorder."""


def missing_packages(recorder: str) -> tuple[str, ...]:
    """The Debian packages that `recorder` needs and this machine lacks."""
    match recorder:
        case "ruby-vcr":
            return by_ruby.missing_packages()
        case "har":
            return by_polly.missing_packages()
        case _:
            return by_go.missing_packages(recorder) if recorder in by_go.PROGRAMS else ()
