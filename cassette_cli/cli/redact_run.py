"""`cassette redact`: one file after the other, each old or new and never half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from cassette_cli.cli.inputs import STDIN, display_path, given_paths, report
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import CassetteError, UnrecognizedError, UsageError, internal_error
from cassette_cli.ops.config import Configs
from cassette_cli.ops.files import read_stdin
from cassette_cli.output.progress import tracked

if TYPE_CHECKING:
    from cassette_cli.ops.redact import Redacted
    from cassette_cli.ops.run_lint import Target
    from cassette_cli.output.layout import StyledLine


class RedactFormat(StrEnum):
    """How `redact` prints."""

    full = "full"
    concise = "concise"
    json = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactOptions:
    """What the command line says."""

    check: bool
    diff: bool
    output: RedactFormat
    recorder: str | None
    skip_unrecognized: bool
    stdin_filename: str
    colours: bool
    quiet: bool


class Redactor:
    """One run over the paths of a command line."""

    def __init__(self, options: RedactOptions, terminal: Terminal, configs: Configs) -> None:
        self.options = options
        self.terminal = terminal
        self.configs = configs
        self.results: list[tuple[str, Redacted]] = []
        self.refused = False

    def run(self, paths: Sequence[str]) -> int:
        """Redact every file behind the paths; the exit code."""
        from cassette_cli.ops.run_lint import targets

        if STDIN in paths and len(paths) > 1:
            raise UsageError("- stands alone", hint="redact files and standard input apart")
        dry = self.options.check or self.options.diff
        if STDIN in paths and self.options.output is RedactFormat.json and not dry:
            raise UsageError("-o json has no room beside the redacted input", hint="add --check")
        given, lenient = given_paths(paths, self.terminal), self.options.skip_unrecognized
        found = targets(given, self.terminal.cwd, self.configs, lenient=lenient)
        stderr, wanted = self.terminal.stderr, not self.options.quiet
        for target in tracked(found, stderr, wanted=wanted, clock=self.terminal.clock):
            self._handle(target)
        if self.options.output is RedactFormat.json:
            from cassette_cli.output.json_output import document
            from cassette_cli.output.redact_json import redact_document

            self.terminal.stdout.write(document(redact_document(self.results)))
        self._say()
        if self.refused:
            return 2
        return int(any(result.changed for _, result in self.results))

    def _handle(self, target: Target) -> None:
        """One file; refused, it stays as it is and does not stop the others."""
        path = display_path(target.path, self.options.stdin_filename)
        try:
            self._redact(target, path)
        except UsageError:
            raise
        except UnrecognizedError as error:
            if target.explicit and not self.options.skip_unrecognized:
                self._refuse(error, path)
            elif target.path == STDIN and not (self.options.check or self.options.diff):
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
        self._write(target, data, result)
        self.results.append((path, result))
        self._print(target, path, result)

    def _read(self, target: Target) -> bytes | None:
        from cassette_cli.ops.run_lint import read_target

        if target.path == STDIN:
            self.data = read_stdin(self.terminal.stdin)
            return self.data
        return read_target(target, self.terminal.cwd)

    def _write(self, target: Target, old: bytes, result: Redacted) -> None:
        from cassette_cli.source.write import replace_file

        if self.options.check or self.options.diff:
            return
        new = result.after.data
        if target.path == STDIN:
            self.terminal.write_bytes(new)
        elif result.changed:
            replace_file(self.terminal.cwd / target.path, old, new)

    def _print(self, target: Target, path: str, result: Redacted) -> None:
        from cassette_cli.output.terminal import write_lines

        to_stdout = self.options.diff or target.path != STDIN
        stream = self.terminal.stdout if to_stdout else self.terminal.stderr
        write_lines(self._lines(path, result), stream, colours=self.options.colours)

    def _lines(self, path: str, result: Redacted) -> Iterator[StyledLine]:
        from cassette_cli.ops.masks import Masks
        from cassette_cli.ops.patch import unified_diff
        from cassette_cli.output import redact_lines

        if self.options.output is RedactFormat.json or not result.changed:
            return iter(())
        if self.options.diff:
            old = Masks(result.before.document, result.secrets)
            return redact_lines.patch(unified_diff(old, Masks(result.after, result.left)))
        if self.options.output is RedactFormat.concise:
            return redact_lines.concise(path, result)
        verb = "would redact" if self.options.check else "redacted"
        return redact_lines.full(path, result, verb)

    def _refuse(self, error: CassetteError, path: str) -> None:
        report(error, self.terminal, path)
        self.refused = True

    def _say(self) -> None:
        self.terminal.stdout.flush()
        self.terminal.stderr.writelines(line + "\n" for line in self._closing())

    def _closing(self) -> Iterator[str]:
        """The summary; that what was redacted is to be rotated is said with --quiet too."""
        from cassette_cli.output.redact_lines import ROTATE
        from cassette_cli.output.units import plural

        count = sum(len(result.redactions) for _, result in self.results)
        files = sum(result.changed for _, result in self.results)
        dry = self.options.check or self.options.diff
        verb = "would be redacted" if dry else "redacted"
        if self.options.quiet:
            yield from [ROTATE] if count and not dry else []
        elif count:
            yield f"{plural(count, 'secret')} {verb} in {plural(files, 'file')}; {ROTATE}"
        elif self.results or not self.refused:
            yield f"nothing to redact in {plural(len(self.results), 'cassette')}"
        if not self.options.quiet:
            yield from self._remarks()

    def _remarks(self) -> Iterator[str]:
        """What the format that was asked for does not show by itself."""
        from cassette_cli.output.units import plural

        spared = sum(result.spared for _, result in self.results)
        if spared:
            yield f"{plural(spared, 'secret')} left where an ignore covers it"
        if self.options.output is not RedactFormat.concise:
            return
        fields = sum(len(result.impacts) for _, result in self.results)
        bodies = sum(len(result.recompressed) for _, result in self.results)
        if fields:
            words = f"{plural(fields, 'redacted field')} compared when the recording replays"
            yield f"{words}; -o full says where, and what to configure"
        if bodies:
            bodies_were = "1 body was" if bodies == 1 else f"{bodies:,} bodies were"
            yield f"{bodies_were} compressed anew, all bytes changed; -o full says which"
