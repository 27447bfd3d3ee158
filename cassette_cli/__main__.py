"""Run `cassette`, and turn every outcome into one of its exit codes."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the `cassette` script."""
    from cassette_cli.cli.run import run
    from cassette_cli.cli.terminal import real_terminal

    sys.exit(run(sys.argv[1:], real_terminal()))


if __name__ == "__main__":
    main()
