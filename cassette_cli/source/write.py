"""The one place that writes files: all of the new content, or all of the old."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cassette_cli.errors import RefusedError

SUFFIX = ".cassette-tmp"
"""Ending of the temporary file, so that one left by a killed run is known for what it is."""
_OLD = 60
"""Seconds after which a temporary file that nobody holds was left behind."""
_STREAMS = ("/dev/std", "/dev/fd/", "/proc/")
"""Names of what the shell has opened already, perhaps only for reading."""


def names_of(path: Path) -> int:
    """How many names (hard links) the file has; the others keep the old content."""
    try:
        return path.stat().st_nlink
    except OSError:
        return 1


def replace_file(path: Path, old: bytes, new: bytes) -> None:
    """Put `new` in the place of `old`, atomically, with mode, owner and extended attributes kept.

    A symbolic link stays; what it leads to is replaced. A hard link does not.

    Raises:
        RefusedError: the file is not what was read any more, is not a regular file, or cannot be
            written.
    """
    if str(path).startswith(_STREAMS):
        raise RefusedError("not a regular file", hint="standard input is called -")
    try:
        target = path.resolve()
        before = target.stat()
        _check(target, before, old)
        _replace(target, before, new)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise RefusedError(f"cannot be written: {reason}", hint="nothing was changed") from None


def write_new(path: Path, new: bytes) -> None:
    """Write a file that is not there yet, all of it or nothing.

    Raises:
        RefusedError: something is there already, or it cannot be written.
    """
    try:
        descriptor, name = tempfile.mkstemp(SUFFIX, ".", path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(new)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o666 & ~_umask())
            os.link(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink()
        _sync_folder(path.parent)
    except FileExistsError:
        hint = "choose another name, or take the file away first"
        raise RefusedError(f"{path.name} is there already", hint=hint) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise RefusedError(f"{path.name} cannot be written: {reason}", hint="check it") from None


def _umask() -> int:
    """The bits that new files do not get; asking sets them, so they are put back at once."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _check(target: Path, before: os.stat_result, old: bytes) -> None:
    if not stat.S_ISREG(before.st_mode):
        raise RefusedError("not a regular file", hint="only regular files are written")
    if not os.access(target, os.W_OK):
        raise RefusedError("the file is read-only", hint="make it writable first")
    if target.read_bytes() != old:
        raise _changed()


def _changed() -> RefusedError:
    return RefusedError("the file changed while it was being edited", hint="run it again")


def _replace(target: Path, before: os.stat_result, new: bytes) -> None:
    descriptor, name = tempfile.mkstemp(SUFFIX, ".", target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _lock(descriptor)
            _sweep(temporary)
            file.write(new)
            file.flush()
            _dress(temporary, target, before)
            os.fsync(file.fileno())
        with _alone(target):
            if _state(target.stat()) != _state(before):
                raise _changed()
            temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Let one run at a time compare and replace a file, or the later would undo the earlier."""
    descriptor = os.open(target, os.O_RDONLY)
    try:
        if _lock(descriptor) is None:
            raise RefusedError("another run is writing the file", hint="run it again")
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool | None:
    """Hold a file for as long as it is open; None where another does, False where nobody can."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return None
    except (ImportError, OSError):
        return False
    return True


def _sweep(temporary: Path) -> None:
    """Take away what runs that were killed have left beside it: older, and held by nobody."""
    now = temporary.stat().st_mtime
    for left in temporary.parent.glob(f".*{SUFFIX}"):
        with suppress(OSError):
            if left == temporary or now - left.lstat().st_mtime < _OLD:
                continue
            descriptor = os.open(left, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
            try:
                if _lock(descriptor):
                    left.unlink()
            finally:
                os.close(descriptor)


def _dress(temporary: Path, target: Path, before: os.stat_result) -> None:
    """Owner, then mode (a change of owner takes bits away), extended attributes, a time of now."""
    with suppress(OSError):
        os.chown(temporary, before.st_uid, before.st_gid)
    shutil.copystat(target, temporary)
    os.utime(temporary)


def _state(found: os.stat_result) -> tuple[int, int, int]:
    """What another program's write changes, whatever it writes."""
    return found.st_ino, found.st_size, found.st_mtime_ns


def _sync_folder(folder: Path) -> None:
    """Make the rename last; where folders cannot be opened (Windows) there is nothing to do."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
