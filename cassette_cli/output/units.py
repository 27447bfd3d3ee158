"""Numbers as people read them."""

from __future__ import annotations


def size(count: int) -> str:
    """Bytes: `220 B`, `4.0 kB`, `1.2 MB` (powers of 1000)."""
    if count < 1000:
        return f"{count} B"
    value = float(count)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 999.95:
            return f"{value:.1f} {unit}"
    return f"{value / 1000:,.1f} TB"


def duration(milliseconds: float | None) -> str:
    """`547 ms`, `1.2 s`, `2 min 5 s`; empty where it is not known."""
    if milliseconds is None:
        return ""
    if milliseconds < 0:
        return f"-{duration(-milliseconds)}"
    if round(milliseconds, 3) < 1:
        return f"{milliseconds * 1000:.0f} µs" if milliseconds else "0 ms"
    if round(milliseconds) < 1000:
        return f"{milliseconds:.0f} ms"
    if round(milliseconds, -2) < 60_000:
        return f"{milliseconds / 1000:.1f} s"
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"{minutes:,} min {seconds} s"


def plural(count: int, word: str) -> str:
    """`1 interaction`, `1,200 interactions`."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"
