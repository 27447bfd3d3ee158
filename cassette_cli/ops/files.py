"""Reading what a user named: files, `-`, FIFOs; every failure an error with its reason."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from cassette_cli.errors import CassetteError, LimitError, did_you_mean
from cassette_cli.source.document import MAX_FILE_SIZE


def read_path(path: str, base: Path) -> bytes:
    """The bytes of a file or FIFO; `path` is relative to `base`.

    Raises:
        CassetteError: there is none, it is a folder, or it cannot be read.
        LimitError: it is larger than 512 MiB.
    """
    try:
        with (base / path).open("rb") as file:
            return _read(file)
    except FileNotFoundError:
        if (base / path).is_symlink():
            raise CassetteError("it is a link to nothing", hint="mend or remove it") from None
        raise CassetteError("no such file", hint=_near(base / path)) from None
    except IsADirectoryError:
        if not os.access(base / path, os.R_OK | os.X_OK):
            raise CassetteError("permission denied", hint="the folder cannot be read") from None
        hint = "name a file; lint, validate and redact take folders"
        raise CassetteError("it is a folder", hint=hint) from None
    except PermissionError:
        raise CassetteError("permission denied", hint="the file cannot be read") from None
    except OSError as error:
        raise CassetteError(f"cannot be read: {error.strerror or 'unknown reason'}") from None
    except ValueError:
        raise CassetteError("no such file", found="a path with a NUL in it") from None


def _near(path: Path) -> str:
    """What the user may have meant: a name like it, or that the folder is not there either."""
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return f"its folder {path.parent.name} is not there either"
    return did_you_mean(path.name, names, "check the path", likeness=0.75)


def read_stdin(stream: BinaryIO) -> bytes:
    """All of standard input, up to the size limit."""
    return _read(stream)


def _read(file: BinaryIO) -> bytes:
    data = file.read(MAX_FILE_SIZE + 1)
    if len(data) > MAX_FILE_SIZE:
        raise LimitError(f"larger than {MAX_FILE_SIZE} bytes", hint="no recording is that large")
    return data


def is_folder(path: Path) -> bool:
    """Whether it is a folder that may be looked at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_special(path: Path) -> bool:
    """Whether it exists and is neither a regular file nor a folder: a FIFO, a device, a socket."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
