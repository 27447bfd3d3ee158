"""Run `cassette`, and turn every outcome into one of its exit codes."""

from __future__ import annotations

import gc
import sys

GC_THRESHOLD = 50_000
"""Objects between two collections: trees of a whole file live until it is done with."""


def main() -> None:
    """Entry point of the `cassette` script."""
    gc.set_threshold(GC_THRESHOLD, 20, 20)
    try:
        from cassette_cli.cli.run import run
        from cassette_cli.cli.terminal import real_terminal

        code = run(sys.argv[1:], real_terminal())
    except KeyboardInterrupt:
        code = 130
    # The interpreter collects once more when it ends; a third of a short run went into that.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
