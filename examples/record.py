"""Record the example cassettes again, or, with --dirty, ones that hold invented secrets."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Record what the command line asks for; 0 when that worked and 2 when it did not.

    A recorder that was not named and is not installed is left out, with a word about it.
    """
    from examples import plan

    options = _parser(tuple(plan.PLANS)).parse_args(arguments)
    for recorder in options.recorder or plan.PLANS:
        lack = _lack(recorder)
        if lack:
            print(lack, file=sys.stderr)
        if lack and options.recorder:
            return 2
        if not lack and not _record(recorder, options.into, options.dirty):
            return 2
    return 0


def _parser(recorders: Sequence[str]) -> ArgumentParser:
    parser = ArgumentParser(prog="record.py", description=__doc__)
    into = parser.add_mutually_exclusive_group()
    into.add_argument("--into", type=Path, default=HERE, metavar="DIR", help="write there instead")
    into.add_argument("--dirty", type=Path, metavar="DIR", help="write the dirty ones there")
    parser.add_argument(
        "--recorder",
        action="append",
        choices=recorders,
        help="only this one; may be given again (default: every one that is installed)",
    )
    return parser


def _lack(recorder: str) -> str:
    """What to install before `recorder` can be used; empty when nothing is missing."""
    from examples import tools

    packages = tools.missing_packages(recorder)
    hint = f"{recorder}: not recorded\nhint: apt-get install {' '.join(packages)}"
    return hint if packages else ""


def _record(recorder: str, into: Path, dirty: Path | None) -> bool:
    from examples import recording
    from examples.program import RecordingError

    try:
        count = (
            recording.record_dirty(recorder, dirty)
            if dirty
            else recording.record_clean(recorder, into)
        )
    except RecordingError as error:
        print(error, file=sys.stderr)
        return False
    print(f"{recorder}: {count} cassettes in {(dirty or into) / recorder}")
    return True


if __name__ == "__main__":
    # Started by its path, this file sees only its own folder; its siblings are one package.
    sys.path.insert(0, str(HERE.parent))
    raise SystemExit(main())
