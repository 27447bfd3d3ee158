"""What `lint` and `validate` share: read the targets, examine each, print, and say how it went."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from cassette_cli.cli.check_options import CheckOptions, configs_for
from cassette_cli.cli.inputs import STDIN, display_path, given_paths, report
from cassette_cli.cli.options import LintFormat
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import CassetteError, UsageError, internal_error
from cassette_cli.ops.files import read_stdin
from cassette_cli.output.progress import tracked

if TYPE_CHECKING:
    from cassette_cli.ops.findings import Reported
    from cassette_cli.ops.lint import FileReport
    from cassette_cli.ops.run_lint import Target


def check(options: CheckOptions, terminal: Terminal) -> int:
    """Run one of the two verbs; the exit code."""
    return _Check(options, terminal).run()


class _Check:
    def __init__(self, options: CheckOptions, terminal: Terminal) -> None:
        self.options = options
        self.terminal = terminal
        self.configs = configs_for(options, terminal)
        self.reports: list[FileReport] = []
        self.code = 0

    def run(self) -> int:
        from cassette_cli.ops.run_lint import targets, unused_tables, worst

        paths = given_paths(self.options.paths, self.terminal)
        lenient = self.options.skip_unrecognized
        found = targets(paths, self.terminal.cwd, self.configs, lenient=lenient)
        stderr, wanted = self.terminal.stderr, not self.options.quiet
        for target in tracked(found, stderr, wanted=wanted, clock=self.terminal.clock):
            self._examine(target)
        findings = [one for report in self.reports for one in report.findings]
        if self.options.group is None:
            findings += unused_tables(self.reports, self.configs)
        with suppress(BrokenPipeError):  # `| head`: the findings decide all the same
            self._print(findings)
        codes = [worst([one], self.configs.for_path(one.path).fail_on) for one in findings]
        return max(self.code, *codes, 0)

    def _examine(self, target: Target) -> None:
        """One file; whatever is wrong with it is said, and does not stop the others."""
        from cassette_cli.ops.findings import report_error
        from cassette_cli.ops.lint import FileReport

        path = display_path(target.path, self.options.stdin_filename)
        try:
            self.reports.append(self._report(target, path))
        except UsageError:
            raise
        except CassetteError as error:
            found = report_error(path, error)
            self.reports.append(FileReport(path, "unreadable", (found,)))
        except OSError:
            raise
        except Exception as error:
            found = report_error(path, internal_error(error))
            self.reports.append(FileReport(path, "unreadable", (found,)))

    def _report(self, target: Target, path: str) -> FileReport:
        from cassette_cli.ops.lint import FileReport, lint_bytes
        from cassette_cli.ops.run_lint import read_target

        if target.path == STDIN:
            data: bytes | None = read_stdin(self.terminal.stdin)
        else:
            data = read_target(target, self.terminal.cwd)
        if data is None:
            return FileReport(path, "unrecognized")
        report = lint_bytes(
            path,
            data,
            self.configs.for_path(path),
            recorder=self.options.recorder,
            own_schema=self.options.own_schema,
            group=self.options.group,
        )
        if target.explicit and report.reason and not self.options.skip_unrecognized:
            self._refuse(path, report.reason)
        return report

    def _refuse(self, path: str, reason: CassetteError) -> None:
        """A named file that is no cassette is an error, where a walk passes over it."""
        report(reason, self.terminal, path)
        self.code = 2

    def _print(self, findings: list[Reported]) -> None:
        from cassette_cli.ops.run_lint import summary

        counts = summary(self.reports, findings)
        match self.options.output:
            case LintFormat.json:
                from cassette_cli.output.json_output import document
                from cassette_cli.output.lint_json import lint_document

                self.terminal.write_utf8(document(lint_document(findings, counts)))
            case LintFormat.jsonl:
                from cassette_cli.output.json_output import line
                from cassette_cli.output.lint_json import finding_object

                self.terminal.write_utf8("".join(line(finding_object(one)) for one in findings))
            case _:
                self._print_lines(findings)
        if not self.options.quiet:
            self._say(counts)

    def _print_lines(self, findings: list[Reported]) -> None:
        from cassette_cli.output.github import workflow_commands
        from cassette_cli.output.lint_lines import concise, full
        from cassette_cli.output.terminal import write_lines

        match self.options.output:
            case LintFormat.github:
                lines = workflow_commands(findings)
            case LintFormat.full:
                lines = full(findings, self.terminal.width)
            case _:
                lines = concise(findings)
        colours = self.terminal.colours(self.options.colour, self.terminal.stdout)
        write_lines(lines, self.terminal.stdout, colours=colours)

    def _say(self, counts: dict[str, int]) -> None:
        """The summary, and with -v what was taken for what, on standard error."""
        from cassette_cli.output.summary import lint_summary, recognised

        self.terminal.stdout.flush()
        lines = [lint_summary(counts, self.reports, refused=self.code == 2)]
        if self.options.verbose:
            lines = [*recognised(self.reports), *lines]
        self.terminal.stderr.write("".join(line + "\n" for line in lines))
