"""What a recorder needs from the machine, and what becomes of a test where it is missing."""

from __future__ import annotations

import os

import pytest

from examples import by_polly, tools
from examples.program import RecordingError


def need(recorder: str) -> None:
    """Skip without the tools of `recorder`, unless skipping is forbidden: then fail."""
    lack = ", ".join(tools.missing_packages(recorder))
    if not lack and recorder == "har":
        lack = not_installable()
    if lack and os.environ.get("CASSETTE_NO_SKIP") == "1":
        pytest.fail(f"not installed: {lack}")
    if lack:
        pytest.skip(f"not installed: {lack}")


def not_installable() -> str:
    """Why npm cannot give Polly.js, which for lack of a network is no fault of the tests."""
    try:
        by_polly.installed()
    except RecordingError as error:
        return str(error)
    return ""
