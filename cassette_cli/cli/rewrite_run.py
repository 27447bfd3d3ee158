"""`cassette rewrite`: what it makes of a file, and what it says of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cassette_cli.cli.edit_options import EditOptions
from cassette_cli.cli.edit_run import EditRun
from cassette_cli.cli.inputs import STDIN
from cassette_cli.cli.options import Format
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import UsageError
from cassette_cli.model.cassette import Cassette
from cassette_cli.model.config import Config
from cassette_cli.ops.config import Configs
from cassette_cli.ops.rewrite import Rewritten
from cassette_cli.ops.transforms.transform import Setting, Transform
from cassette_cli.ops.volatile import VOLATILE_HEADERS
from cassette_cli.output.foreign import one_line
from cassette_cli.output.units import plural

if TYPE_CHECKING:
    from cassette_cli.ops.masks import Masks
    from cassette_cli.output.layout import StyledLine


class Rewriter(EditRun[Rewritten]):
    """One run over the paths of a command line."""

    verb = "rewrite"
    linked = "hard links to it still hold what it was"

    def __init__(
        self,
        options: EditOptions,
        terminal: Terminal,
        configs: Configs,
        transforms: Sequence[Transform],
    ) -> None:
        super().__init__(options, terminal, configs)
        self.transforms = transforms
        self.cassettes = self.changed = self.edits = 0

    def run(self, paths: Sequence[str]) -> int:
        """Edit every file behind the paths; the exit code."""
        options = self.options
        if options.to is not None:
            if self.dry:
                words = f"--to {options.to} writes a new file: nothing to check, and no difference"
                raise UsageError(words, hint="leave out --check and --diff")
            if options.output_file is None and STDIN not in paths:
                words = f"--to {options.to} needs a file to write"
                raise UsageError(words, hint=f"add --output-file X.{options.to}")
        return super().run(paths)

    def make(self, cassette: Cassette, path: str, config: Config) -> Rewritten:
        """Apply the transforms."""
        from cassette_cli.ops.rewrite import exported, rewrite

        result = rewrite(cassette, self.transforms, self._setting(cassette, path, config))
        if self.options.to is not None:
            result = exported(result)
        if not self.options.quiet:
            named = one_line(path)
            self.terminal.stderr.writelines(f"{named}: {note}\n" for note in result.notes)
        self.cassettes += 1
        self.changed += result.changed
        self.edits += len(result.edits) if result.changed else 0
        return result

    def _setting(self, cassette: Cassette, path: str, config: Config) -> Setting:
        from cassette_cli.ops.matchers import match_fields

        return Setting(
            match_fields(cassette, path, config),
            (*VOLATILE_HEADERS, *config.extend_volatile_headers),
            self.options.force,
        )

    def code(self) -> int:
        """1 only if something would change and was not written."""
        return int(self.dry and self.changed > 0)

    def lines(self, path: str, result: Rewritten) -> Iterator[StyledLine]:
        """Each edit, or the change with the secrets of both sides masked."""
        from cassette_cli.ops.detect import detect
        from cassette_cli.ops.masks import Masks
        from cassette_cli.ops.patch import unified_diff
        from cassette_cli.output import rewrite_lines
        from cassette_cli.output.diff_lines import patch

        if self.options.to is not None:
            return iter(())
        if self.options.diff:
            before = Masks(result.before.document, detect(result.before))
            return patch(unified_diff(before, Masks(result.after, detect(result.cassette))))
        masks = _masks(result)
        if self.options.output is Format.concise:
            return rewrite_lines.concise(path, result, masks)
        return rewrite_lines.full(path, result, masks, "would make" if self.dry else "made")

    def file_object(self, path: str, result: Rewritten) -> dict[str, Any]:
        """As `rewrite.v1` has it."""
        from cassette_cli.output.rewrite_lines import file_object

        return file_object(path, result, _masks(result))

    def document(self) -> dict[str, Any]:
        """As `rewrite.v1` has it."""
        return {"schema": "cassette/rewrite/v1", "files": self.files}

    def closing(self) -> list[str]:
        """How much was done."""
        if self.options.quiet:
            return []
        if not self.changed:
            none = f"nothing to rewrite in {plural(self.cassettes, 'cassette')}"
            return [none] if self.cassettes or not self.refused else []
        if self.options.to is not None:
            return [f"{plural(self.changed, 'cassette')} written as {self.options.to.upper()}"]
        verb = "would be made" if self.dry else "made"
        return [f"{plural(self.edits, 'edit')} {verb} in {plural(self.changed, 'file')}"]


def _masks(result: Rewritten) -> Masks:
    """What hides secrets in the pointers of the edits; nothing is looked for where none can be."""
    from cassette_cli.ops.detect import detect
    from cassette_cli.ops.masks import Masks
    from cassette_cli.ops.plain_pointers import are_plain

    before = result.before
    plain = are_plain((one.pointer for one in result.edits), before.recorder)
    return Masks(before.document, () if plain else detect(before))
