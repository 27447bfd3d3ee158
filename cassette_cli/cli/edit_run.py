"""Verbs that write: one file after the other, each old or new and never half."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from cassette_cli.cli.edit_options import EditOptions
from cassette_cli.cli.inputs import STDIN, display_path, given_paths, report
from cassette_cli.cli.options import Format
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import (
    CassetteError,
    UnrecognizedError,
    UnsupportedError,
    UsageError,
    internal_error,
    output_error,
)
from cassette_cli.model.cassette import Cassette
from cassette_cli.model.config import Config
from cassette_cli.ops.config import Configs
from cassette_cli.ops.files import read_stdin
from cassette_cli.output.foreign import one_line
from cassette_cli.output.progress import tracked
from cassette_cli.source.document import Document

if TYPE_CHECKING:
    from cassette_cli.ops.run_lint import Target
    from cassette_cli.output.layout import StyledLine


class Made(Protocol):
    """What a verb made of one file."""

    @property
    def before(self) -> Cassette: ...

    @property
    def after(self) -> Document:
        """The file as it is to be."""
        ...

    @property
    def changed(self) -> bool: ...


Result = TypeVar("Result", bound=Made)


class EditRun(ABC, Generic[Result]):
    """One run over the paths of a command line."""

    verb: str
    """As in `cassette redact`."""
    linked: str
    """What hard links to a file that was written still hold."""

    def __init__(self, options: EditOptions, terminal: Terminal, configs: Configs) -> None:
        self.options = options
        self.terminal = terminal
        self.configs = configs
        self.files: list[dict[str, Any]] = []
        self.refused = False
        self.dry = options.check or options.diff
        self.not_read: list[UnsupportedError] = []

    @abstractmethod
    def make(self, cassette: Cassette, path: str, config: Config) -> Result:
        """The edited cassette; counts it."""

    @abstractmethod
    def code(self) -> int:
        """The exit code of a run in which nothing was refused."""

    @abstractmethod
    def lines(self, path: str, result: Result) -> Iterator[StyledLine]:
        """What was done to a file that changed, or with --diff the change."""

    @abstractmethod
    def file_object(self, path: str, result: Result) -> dict[str, Any]:
        """The same for programs."""

    @abstractmethod
    def document(self) -> dict[str, Any]:
        """The whole run for programs."""

    @abstractmethod
    def closing(self) -> list[str]:
        """The last lines, for people."""

    def run(self, paths: Sequence[str]) -> int:
        """Edit every file behind the paths; the exit code."""
        from cassette_cli.ops.run_lint import targets

        if STDIN in paths and len(paths) > 1:
            hint = f"{self.verb} files and standard input apart"
            raise UsageError("- stands alone", hint=hint)
        if self.options.output_file is not None and len(paths) > 1:
            raise UsageError("--output-file takes one file", hint="edit them one by one")
        if STDIN in paths and self.options.output is Format.json and not self.dry:
            words = "-o json has no room beside the edited input"
            raise UsageError(words, hint="add --check")
        given, lenient = given_paths(paths, self.terminal), self.options.skip_unrecognized
        found = targets(given, self.terminal.cwd, self.configs, lenient=lenient)
        stderr, wanted = self.terminal.stderr, not self.options.quiet
        for target in tracked(found, stderr, wanted=wanted, clock=self.terminal.clock):
            self._handle(target)
        self._say()
        return 2 if self.refused else self.code()

    def _handle(self, target: Target) -> None:
        """One file; refused, it stays as it is and does not stop the others."""
        path = display_path(target.path, self.options.stdin_filename)
        try:
            self._edit(target, path)
        except UsageError as error:
            # What was found in a file concerns that file; the rest is the command line's fault.
            if error.found is None:
                raise
            self._refuse(error, path)
        except UnrecognizedError as error:
            if isinstance(error, UnsupportedError):
                self.not_read.append(error)
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

    def _edit(self, target: Target, path: str) -> None:
        from cassette_cli.ops.load import load

        data = self._read(target)
        if data is None:
            return
        config = self.configs.for_path(path)
        cassette = load(path, data, recorder=self.options.recorder, limit=config.max_decoded_size)
        result = self.make(cassette, path, config)
        self._write(target, path, data, result)
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

    def _write(self, target: Target, path: str, old: bytes, result: Result) -> None:
        from cassette_cli.source.write import names_of, replace_file, write_new

        if self.dry:
            return
        if self.options.output_file is not None:
            write_new(self.terminal.cwd / self.options.output_file, result.after.data)
            return
        if target.path == STDIN:
            self.terminal.write_bytes(result.after.data)
        elif result.changed:
            place = self.terminal.cwd / target.path
            names = names_of(place)
            replace_file(place, old, result.after.data)
            if names > 1:
                self.terminal.stderr.write(f"warning: {one_line(path)}: {self.linked}\n")

    def _print(self, target: Target, path: str, result: Result) -> None:
        from cassette_cli.output.terminal import write_lines

        if self.options.output is Format.json:
            self.files.append(self.file_object(path, result))
            return
        if not result.changed:
            return
        to_stdout = self.options.diff or target.path != STDIN
        stream = self.terminal.stdout if to_stdout else self.terminal.stderr
        write_lines(self.lines(path, result), stream, colours=self.options.colours)

    @contextmanager
    def _going_on(self) -> Iterator[None]:
        """Output that nobody takes stops nothing: half of the files would stay as they were."""
        try:
            yield
        except BrokenPipeError:
            self.terminal.drop_output()
        except OSError as error:
            self.terminal.drop_output()
            self._refuse(output_error(error))

    def _refuse(self, error: CassetteError, path: str | None = None) -> None:
        report(error, self.terminal, path)
        self.refused = True

    def _say(self) -> None:
        """The summary."""
        with self._going_on():
            if self.options.output is Format.json:
                from cassette_cli.output.json_output import document

                self.terminal.write_utf8(document(self.document()))
            self.terminal.stdout.flush()
        self.terminal.stderr.writelines(line + "\n" for line in self.closing())
