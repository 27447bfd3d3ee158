"""One call that records: the entry for tests, which need dirty cassettes on demand."""

from __future__ import annotations

from pathlib import Path

from examples import dirty, plan, tools
from examples.server import serving


def record_clean(recorder: str, folder: Path) -> int:
    """Record the example cassettes into `folder/recorder`; gives their number."""
    return _record(recorder, plan.PLANS[recorder], folder / recorder)


def record_dirty(recorder: str, folder: Path) -> int:
    """Record cassettes full of invented secrets into `folder/recorder`; gives their number."""
    return _record(recorder, dirty.PLANS[recorder], folder / recorder)


def _record(recorder: str, cassettes: tuple[plan.Cassette, ...], folder: Path) -> int:
    with serving() as base_url:
        tools.RECORD[recorder](cassettes, folder, base_url)
    return len(cassettes)
