"""What the command line says to `lint` and `validate`, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cassette_cli.cli.options import Colour, LintFormat
from cassette_cli.cli.terminal import Terminal
from cassette_cli.model.config import Config
from cassette_cli.ops.config import Configs


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What the command line says, whichever of the two verbs it called."""

    paths: Sequence[str]
    output: LintFormat
    colour: Colour = Colour.auto
    recorder: str | None = None
    skip_unrecognized: bool = False
    stdin_filename: str = "<stdin>"
    quiet: bool = False
    verbose: int = 0
    group: str | None = None
    own_schema: object = None
    override: Callable[[Config], Config] = field(default=lambda config: config)
    config: str | None = None
    no_config: bool = False


def default_format(terminal: Terminal) -> LintFormat:
    """`full` on a terminal, `github` under GitHub Actions, else `concise`."""
    if terminal.interactive:
        return LintFormat.full
    in_actions = terminal.environ.get("GITHUB_ACTIONS") == "true"
    return LintFormat.github if in_actions else LintFormat.concise


def configs_for(options: CheckOptions, terminal: Terminal) -> Configs:
    """The configurations that hold, or the one that the command line names."""
    return Configs(
        terminal.cwd,
        explicit=options.config,
        enabled=not options.no_config,
        override=options.override,
    )
