"""Numbers as people read them, at the borders between two units."""

from __future__ import annotations

import pytest

from cassette_cli.output.units import duration, size


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (None, ""), (0, "0 ms"), (0.5, "500 µs"), (0.9999, "1 ms"), (999.6, "1.0 s"), (1, "1 ms"),
        (59_949, "59.9 s"), (59_960, "1 min 0 s"), (119_600, "2 min 0 s"), (125_000, "2 min 5 s"),
        (-1500, "-1.5 s"),
    ],
)  # fmt: skip
def test_durations(milliseconds: float | None, words: str) -> None:
    assert duration(milliseconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(999, "999 B"), (1000, "1.0 kB"), (999_940, "999.9 kB"), (999_960, "1.0 MB")],
)
def test_sizes(count: int, words: str) -> None:
    assert size(count) == words
