"""The command line's own values, laid over each configuration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cassette_cli.errors import UsageError
from cassette_cli.model.config import Config
from cassette_cli.model.finding import Severity
from cassette_cli.ops.globs import is_glob
from cassette_cli.ops.selection import check_names

Override = Callable[[Config], Config]


def overriding(
    *,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: Severity | None = None,
    exclude: Sequence[str] = (),
) -> Override:
    """What to do with each configuration that is found.

    Raises:
        UsageError: a name is neither a rule's nor a group's, or a pattern is none.
    """
    for pattern in exclude:
        if not is_glob(pattern):
            hint = "write it as in .gitignore"
            raise UsageError("--exclude is no path pattern", found=pattern[:60], hint=hint)
    for option, names in (("select", select), ("extend-select", extend_select), ("ignore", ignore)):
        check_names(_split(names), f"--{option}")

    given = {"select": select, "extend-select": extend_select, "fail-on": fail_on}
    here = tuple((key, "command line") for key, value in given.items() if value)

    def override(config: Config) -> Config:
        return replace(
            config,
            select=tuple(_split(select)) or config.select,
            extend_select=(*config.extend_select, *_split(extend_select)),
            deselect=tuple(_split(ignore)),
            fail_on=fail_on or config.fail_on,
            exclude_here=tuple(exclude),
            origins=(*config.origins, *here),
        )

    return override


def _split(values: Sequence[str]) -> list[str]:
    """Options may be repeated, or hold several names with commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
