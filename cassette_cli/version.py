"""The version of the installed distribution."""

from __future__ import annotations

__version__ = "0.1.0"


def version() -> str:
    """As in `pyproject.toml`; kept here because reading the metadata takes 10 ms."""
    return __version__
