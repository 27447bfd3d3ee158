"""Bodies that exist only as bytes: one text under three compressions, and a picture.

They were packed once and are kept as Base64, because what a compressor writes changes with its
version while the recorded cassettes must not.
"""

from __future__ import annotations

import json
from base64 import b64decode

_NAMES = ("amber", "jade", "ruby", "slate")
_COLOURS = [{"name": n, "light": f"{n}-light", "dark": f"{n}-dark"} for n in _NAMES]

PLAIN = (json.dumps({"colours": _COLOURS}, indent=2) + "\n").encode()
"""What `GZIP`, `BROTLI` and `ZSTD` unpack to."""

GZIP = b64decode(
    "H4sIAAAAAAACA6vmUlBQSs7PyS8tKlayUogGchUUqsEkUCIvMTcVKKqUmJuUWqSkAxPOyUzPKIGL"
    "60K4cNmUxKJshCSYB5aq1cFueFZiSioWs0HCuIwGyxE2uag0qRKLySBhXCaD5QibXJyTWILN0WBx"
    "XGZDJJEMB5KxXLVcADPc20KEAQAA"
)
BROTLI = b64decode(
    "G4MBQBwHdixjer6xdSmkJ0v9XUySz4vIBNMgIl19U4FFR90WWnhKOs5ALEGMgtJNynhohqa6iXQ9"
    "Cy8b7CHifPQ17JiD9oCmNwxrUY0KJ2nVGsTzNRyKPfLhjf9UpBSAdkejbvTyIJpcolTmhSgDIoPw"
    "FYn7HA=="
)
ZSTD = b64decode(
    "KLUv/WCEAP0DAGLEDxaQWQd0bcupLWGPWiJizkxErS5dr4ozGXOw06lqy3mbkCIxWUWBM4pDAd90"
    "lt7maalyG9p2CjZv+5hixO2EARkAYDAAdIAvANgRAO7RBBx+XgAAdK4AEuqCw88FHgbQWcGHCYF4"
    "QlF4XLWIKQBQm4IqIHPcnUXTSUGuIgY="
)
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR42mP4v5+BYUU2wwPB+IKG"
    "CQApJgWiGcjqPAAAAABJRU5ErkJggg=="
)
"""Two by two pixels."""
