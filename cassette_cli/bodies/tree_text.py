"""A body that the file holds as a tree, as the JSON it stands for."""

from __future__ import annotations

import json

from cassette_cli.source.node import Node
from cassette_cli.source.resolve import plain


def tree_text(tree: Node) -> str:
    """JSON on one line; only vcrpy's relatives write trees, so that PyYAML's types hold."""
    return json.dumps(plain(tree, "pyyaml"), ensure_ascii=False)
