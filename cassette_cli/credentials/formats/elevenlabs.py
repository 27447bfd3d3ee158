"""ElevenLabs: speech keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="elevenlabs-api-key",
        title="ElevenLabs API key",
        literals=("sk_",),
        pattern=r"sk_[0-9a-f]{48}",
        source="https://elevenlabs.io/docs/api-reference/authentication",
        passing=("sk_" + hexes(48),),
        failing=("sk_" + hexes(20),),
        innocent=("task_id disk_size",),
        bits=192,
    ),
)
