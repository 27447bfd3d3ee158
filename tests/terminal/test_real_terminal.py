"""What a person sees in a real terminal, of several widths, with and without colours and pager."""

from __future__ import annotations

import re

import pytest
from tmux import needs, terminal

CHAT = "examples/go-vcr-v2/omit-empty-chat-stream.yaml"
SEVERAL = "examples/vcrpy/several.yaml"


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_chunk_table_fits(width: int) -> None:
    with terminal(f"show --no-pager {CHAT} --chunks", width=width) as screen:
        lines = screen.until("EXIT 0").split("\n")
    header = next(at for at, line in enumerate(lines) if line.startswith(" #"))
    rows = [line for line in lines[header + 1 :] if re.match(r" ?\d+  ", line)]
    assert len(rows) == 12
    assert [row.split()[-1] for row in rows] == [str(line) for line in range(25, 48, 2)]
    assert "[DONE]" in rows[-1]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_list_keeps_its_columns(width: int) -> None:
    with terminal(f"show --no-pager {SEVERAL}", width=width) as screen:
        lines = screen.until("EXIT 0").split("\n")
    head = next(line for line in lines if "method" in line and "status" in line)
    at = head.index("status")
    codes = [line[at : at + 6].strip() for line in lines if re.match(r"\d  [A-Z]+ ", line)]
    assert codes
    assert all(re.fullmatch(r"\d{3}", code) for code in codes)


def test_colours_are_the_terminals_own() -> None:
    """Of the palette, which the user made readable on light or on dark; no fixed shades."""
    with terminal(f"show --no-pager {CHAT}") as screen:
        screen.until("EXIT 0")
        codes = set(re.findall(r"\x1b\[([0-9;]*)m", screen.text(colours=True)))
    assert {"35", "36"} <= {part for code in codes for part in code.split(";")}
    assert not any("38" in code.split(";") or "48" in code.split(";") for code in codes)


@pytest.mark.parametrize("off", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_can_be_off(off: dict[str, str]) -> None:
    with terminal(f"show --no-pager {CHAT}", **off) as screen:
        screen.until("EXIT 0")
        assert "\x1b[" not in screen.text(colours=True)


def test_a_long_output_is_paged_and_q_quits() -> None:
    needs("less")
    with terminal(f"show {CHAT}", height=15) as screen:
        assert "POST http://" in screen.until("Request")
        assert "EXIT" not in screen.text()
        screen.press("q")
        screen.until("EXIT 0")


def test_a_short_output_just_stays() -> None:
    needs("less")
    with terminal(f"show {CHAT} --message") as screen:
        assert "Tudo bem?" in screen.until("EXIT 0")


@pytest.mark.parametrize("pager", ["cat", "less", "a 'quote", "nobody-has-this"])
def test_an_error_behind_a_pager_ends_the_program(pager: str) -> None:
    with terminal(f"show {CHAT} -i nothing", PAGER=pager) as screen:
        assert "nothing is no selector" in screen.until("EXIT 2")
