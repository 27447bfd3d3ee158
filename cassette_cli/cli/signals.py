"""Signals that end a program: they unwind it as Ctrl-C does, and nothing is left lying about."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ending_tidily() -> Iterator[None]:
    """Within, SIGTERM and SIGHUP raise SystemExit with 128 and their number, as a shell says it."""
    numbers = [getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")]  # Windows has one
    # What is ignored already stays so: that is what `nohup` is for.
    wanted = [one for one in numbers if one and signal.getsignal(one) != signal.SIG_IGN]
    before = {number: signal.signal(number, _end) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
