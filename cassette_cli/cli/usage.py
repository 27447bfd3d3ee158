"""What is wrong with a command line, in the voice of all other errors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import UsageError

_CHOICE = re.compile(r"(?s)'(?P<found>.*)' is not one of (?P<choices>'.+')\.?")


def usage_error(error: Exception, arguments: Sequence[str], terminal: Terminal) -> UsageError:
    """Typer's error as one of this program's.

    Its classes are not exported, so it is told by what it carries.
    """
    verb = next((one for one in arguments if not one.startswith("-")), "")
    path = getattr(getattr(error, "ctx", None), "command_path", None) or f"cassette {verb}".strip()
    help_hint = f"{path} --help lists what there is"
    choice = _CHOICE.search(str(getattr(error, "message", "")))
    if choice is not None:
        return _bad_choice(error, choice)
    if hasattr(error, "possibilities"):
        return _no_option(error, arguments, terminal, help_hint)
    if hasattr(error, "param_type"):
        return UsageError(f"{path} needs a {_named(error)}", hint=help_hint)
    return UsageError(_words(error), hint=help_hint)


def _bad_choice(error: Exception, choice: re.Match[str]) -> UsageError:
    words = choice["choices"].replace("'", "")
    return UsageError(f"{_named(error)} must be one of {words}", found=choice["found"][:60])


def _no_option(
    error: Exception, arguments: Sequence[str], terminal: Terminal, help_hint: str
) -> UsageError:
    """A misspelt option, or a file whose name begins as options do."""
    name: str = getattr(error, "option_name", "?")
    near: Sequence[str] = getattr(error, "possibilities", None) or ()
    for argument in arguments:
        if argument.startswith(name) and (terminal.cwd / argument).exists():
            return UsageError(f"there is no option {name}", hint=f"for the file: ./{argument}")
    hint = f"did you mean {' or '.join(sorted(near))}?" if near else help_hint
    return UsageError(f"there is no option {name}", hint=hint)


def _named(error: Exception) -> str:
    """`--fail-on` of an option, `PATH` of an argument."""
    param = getattr(error, "param", None)
    return getattr(param, "metavar", None) or next(iter(getattr(param, "opts", ())), "value")


def _words(error: Exception) -> str:
    message = getattr(error, "format_message", lambda: "the command line does not fit")()
    return str(message[:1].lower() + message[1:].rstrip(".").replace("'", ""))
