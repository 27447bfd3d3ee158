"""JSON lines of no known provider."""

from __future__ import annotations

from cassette_cli.streams.generic import Generic

STREAM = Generic("ndjson", "JSON lines of no known provider")
