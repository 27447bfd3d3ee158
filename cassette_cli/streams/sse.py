"""Server-sent events of no known provider."""

from __future__ import annotations

from cassette_cli.streams.generic import Generic

STREAM = Generic("sse", "Server-sent events of no known provider")
