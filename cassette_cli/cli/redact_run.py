"""`cassette redact`: one file after the other, each old or new and never half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from cassette_cli.cli.inputs import STDIN, display_path, given_paths, report
from cassette_cli.cli.options import Format
from cassette_cli.cli.redact_options import RedactOptions
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import (
    CassetteError,
    UnrecognizedError,
    UnsupportedError,
    UsageError,
    internal_error,
    output_error,
)
from cassette_cli.ops.config import Configs
from cassette_cli.ops.files import read_stdin
from cassette_cli.output.foreign import one_line
from cassette_cli.output.progress import tracked
from cassette_cli.output.redact_summary import Tally

if TYPE_CHECKING:
    from cassette_cli.ops.redact import Redacted
    from cassette_cli.ops.run_lint import Target
    from cassette_cli.output.layout import StyledLine


class Redactor:
    """One run over the paths of a command line."""

    def __init__(self, options: RedactOptions, terminal: Terminal, configs: Configs) -> None:
        self.options = options
        self.terminal = terminal
        self.configs = configs
        self.tally = Tally()
        self.files: list[dict[str, Any]] = []
        self.refused = False
        self.dry = options.check or options.diff

    def run(self, paths: Sequence[str]) -> int:
        """Redact every file behind the paths; the exit code."""
        from cassette_cli.ops.run_lint import targets

        if STDIN in paths and len(paths) > 1:
            raise UsageError("- stands alone", hint="redact files and standard input apart")
        if STDIN in paths and self.options.output is Format.json and not self.dry:
            raise UsageError("-o json has no room beside the redacted input", hint="add --check")
        given, lenient = given_paths(paths, self.terminal), self.options.skip_unrecognized
        found = targets(given, self.terminal.cwd, self.configs, lenient=lenient)
        stderr, wanted = self.terminal.stderr, not self.options.quiet
        for target in tracked(found, stderr, wanted=wanted, clock=self.terminal.clock):
            self._handle(target)
        self._say()
        return 2 if self.refused else int(self.tally.changed > 0)

    def _handle(self, target: Target) -> None:
        """One file; refused, it stays as it is and does not stop the others."""
        path = display_path(target.path, self.options.stdin_filename)
        try:
            self._redact(target, path)
        except UsageError:
            raise
        except UnrecognizedError as error:
            if isinstance(error, UnsupportedError):
                self.tally.not_read.append(error)
            if target.explicit and not self.options.skip_unrecognized:
                self._refuse(error, path)
            elif target.path == STDIN and not self.dry:
                self.terminal.write_bytes(self.data)
        except CassetteError as error:
            self._refuse(error, path)
        except OSError:
            raise
        except Exception as error:
            self._refuse(internal_error(error), path)

    def _redact(self, target: Target, path: str) -> None:
        from cassette_cli.ops.load import load
        from cassette_cli.ops.matchers import match_fields
        from cassette_cli.ops.redact import redact
        from cassette_cli.ops.spared import spared

        data = self._read(target)
        if data is None:
            return
        config = self.configs.for_path(path)
        cassette = load(path, data, recorder=self.options.recorder, limit=config.max_decoded_size)
        spare = partial(spared, cassette, path=path, config=config)
        result = redact(cassette, match_fields(cassette, path, config), spare=spare)
        self._write(target, path, data, result)
        self.tally.add(result)
        with self._going_on():
            self._print(target, path, result)
        for document in (result.before.document, result.after):
            document.release()

    def _read(self, target: Target) -> bytes | None:
        from cassette_cli.ops.run_lint import read_target

        if target.path == STDIN:
            self.data = read_stdin(self.terminal.stdin)
            return self.data
        return read_target(target, self.terminal.cwd)

    def _write(self, target: Target, path: str, old: bytes, result: Redacted) -> None:
        from cassette_cli.source.write import names_of, replace_file

        if self.dry:
            return
        if target.path == STDIN:
            self.terminal.write_bytes(result.after.data)
        elif result.changed:
            place = self.terminal.cwd / target.path
            names = names_of(place)
            replace_file(place, old, result.after.data)
            if names > 1:
                words = "hard links to it still hold what was redacted"
                self.terminal.stderr.write(f"warning: {one_line(path)}: {words}\n")

    def _print(self, target: Target, path: str, result: Redacted) -> None:
        from cassette_cli.output.terminal import write_lines

        if self.options.output is Format.json:
            from cassette_cli.output.redact_json import file_object

            self.files.append(file_object(path, result))
            return
        to_stdout = self.options.diff or target.path != STDIN
        stream = self.terminal.stdout if to_stdout else self.terminal.stderr
        write_lines(self._lines(path, result), stream, colours=self.options.colours)

    @contextmanager
    def _going_on(self) -> Iterator[None]:
        """Output that nobody takes stops no redaction: half of the files would keep theirs."""
        try:
            yield
        except BrokenPipeError:
            self.terminal.drop_output()
        except OSError as error:
            self.terminal.drop_output()
            self._refuse(output_error(error))

    def _lines(self, path: str, result: Redacted) -> Iterator[StyledLine]:
        from cassette_cli.ops.masks import Masks
        from cassette_cli.ops.patch import unified_diff
        from cassette_cli.output import redact_lines
        from cassette_cli.output.diff_lines import patch

        if not result.changed:
            return iter(())
        if self.options.diff:
            old = Masks(result.before.document, result.secrets)
            return patch(unified_diff(old, Masks(result.after, result.left)))
        if self.options.output is Format.concise:
            return redact_lines.concise(path, result)
        verb = "would redact" if self.dry else "redacted"
        return redact_lines.full(path, result, verb)

    def _refuse(self, error: CassetteError, path: str | None = None) -> None:
        report(error, self.terminal, path)
        self.refused = True

    def _say(self) -> None:
        """The summary; that what was redacted is to be rotated is said with --quiet too."""
        from cassette_cli.output.redact_summary import ROTATE, closing, not_shown

        with self._going_on():
            if self.options.output is Format.json:
                from cassette_cli.output.json_output import document
                from cassette_cli.output.redact_json import redact_document

                self.terminal.write_utf8(document(redact_document(self.files)))
            self.terminal.stdout.flush()
        lines = list(closing(self.tally, dry=self.dry, refused=self.refused))
        if self.options.output is Format.concise:
            lines += not_shown(self.tally)
        if self.options.quiet:
            lines = [ROTATE] if self.tally.secrets and not self.dry else []
        self.terminal.stderr.writelines(line + "\n" for line in lines)
