"""`cassette redact`: what it makes of a file, and what it says of that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from cassette_cli.cli.edit_options import EditOptions
from cassette_cli.cli.edit_run import EditRun
from cassette_cli.cli.options import Format
from cassette_cli.cli.terminal import Terminal
from cassette_cli.model.cassette import Cassette
from cassette_cli.model.config import Config
from cassette_cli.ops.config import Configs
from cassette_cli.ops.redact import Redacted
from cassette_cli.output.redact_summary import Tally

if TYPE_CHECKING:
    from cassette_cli.output.layout import StyledLine


class Redactor(EditRun[Redacted]):
    """One run over the paths of a command line."""

    verb = "redact"
    linked = "hard links to it still hold what was redacted"

    def __init__(self, options: EditOptions, terminal: Terminal, configs: Configs) -> None:
        super().__init__(options, terminal, configs)
        self.tally = Tally(self.not_read)

    def make(self, cassette: Cassette, path: str, config: Config) -> Redacted:
        """Redact what the configuration does not spare."""
        from cassette_cli.ops.matchers import match_fields
        from cassette_cli.ops.redact import redact
        from cassette_cli.ops.spared import spared

        spare = partial(spared, cassette, path=path, config=config)
        result = redact(cassette, match_fields(cassette, path, config), spare=spare)
        self.tally.add(result)
        return result

    def code(self) -> int:
        """1 if a file changed, or would."""
        return int(self.tally.changed > 0)

    def lines(self, path: str, result: Redacted) -> Iterator[StyledLine]:
        """Each redaction, or the change with both sides' secrets masked."""
        from cassette_cli.ops.masks import Masks
        from cassette_cli.ops.patch import unified_diff
        from cassette_cli.output import redact_lines
        from cassette_cli.output.diff_lines import patch

        if self.options.diff:
            old = Masks(result.before.document, result.secrets)
            return patch(unified_diff(old, Masks(result.after, result.left)))
        if self.options.output is Format.concise:
            return redact_lines.concise(path, result)
        verb = "would redact" if self.dry else "redacted"
        return redact_lines.full(path, result, verb)

    def file_object(self, path: str, result: Redacted) -> dict[str, Any]:
        """As `redact.v1` has it."""
        from cassette_cli.output.redact_json import file_object

        return file_object(path, result)

    def document(self) -> dict[str, Any]:
        """As `redact.v1` has it."""
        from cassette_cli.output.redact_json import redact_document

        return redact_document(self.files)

    def closing(self) -> list[str]:
        """That what was redacted is to be rotated is said with --quiet too."""
        from cassette_cli.output.redact_summary import ROTATE, closing, not_shown

        if self.options.quiet:
            return [ROTATE] if self.tally.secrets and not self.dry else []
        lines = list(closing(self.tally, dry=self.dry, refused=self.refused))
        if self.options.output is Format.concise:
            lines += not_shown(self.tally)
        return lines
