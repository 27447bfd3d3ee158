"""A progress bar for work that lasts: on standard error, only on a terminal, gone when done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import TextIO, TypeVar

T = TypeVar("T")
PATIENCE = 0.7
"""Seconds before anything is shown."""


def tracked(
    items: Iterable[T], stream: TextIO, *, wanted: bool, clock: Callable[[], float]
) -> Iterator[T]:
    """The items; while they last, a bar counts them on `stream` once `PATIENCE` is over."""
    if not (wanted and stream.isatty()):
        yield from items
        return
    start = clock()
    with ExitStack() as stack:
        advance: Callable[[], None] | None = None
        for item in items:
            if advance is None and clock() - start > PATIENCE:
                advance = _shown(stack, stream)
            yield item
            if advance is not None:
                advance()


def _shown(stack: ExitStack, stream: TextIO) -> Callable[[], None]:
    """Start the bar; what it returns counts one more."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} files more"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(file=stream), transient=True)
    stack.enter_context(bar)
    task = bar.add_task("files", total=None)
    return lambda: bar.advance(task)
