"""The last line of a message: what was counted, or that there was nothing to count."""

from __future__ import annotations

from pathlib import Path

import pytest
from invoke import cassette

VCRPY = Path(__file__).parents[2] / "examples" / "vcrpy"


@pytest.mark.parametrize("path", sorted(VCRPY.glob("stream-*.yaml")), ids=lambda path: path.stem)
def test_an_answer_in_one_piece_counts_no_events(path: Path) -> None:
    def foot(number: int) -> str:
        done = cassette("show", path, "-i", str(number), "--message", cwd=VCRPY)
        assert done.code == 0
        return done.text.splitlines()[-1]

    assert foot(0).split(", ")[0].endswith((" events", " event"))
    assert ", complete" in foot(0)
    assert foot(1).split(" · ")[0] == "in one piece"
