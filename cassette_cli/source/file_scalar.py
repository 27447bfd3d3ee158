"""A scalar of a file, in either language: the first link of every chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cassette_cli.source.layer import Contiguous
from cassette_cli.source.node import Scalar

if TYPE_CHECKING:
    from cassette_cli.source.file_layer import FileLayer


class FileScalar(Contiguous):
    """The value of one scalar; 93 % of them are their own source and need no map."""

    depth = 1

    def __init__(self, document: FileLayer, node: Scalar) -> None:
        self.parent = self.document = document
        self.node = node
        self.value = node.value
