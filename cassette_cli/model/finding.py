"""What a rule found, and where, symbolically."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Place

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule has to say. `message` and `hint` never hold a detected secret."""

    rule: str
    severity: Severity
    message: str
    place: Place
    hint: str | None = None
    route: Route | None = None
    """The node meant, where the place alone cannot say it."""
    value_bits: str | None = None
    """A fingerprint of the value, only where the value has 80 random bits and more."""
