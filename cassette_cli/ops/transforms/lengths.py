"""`--fix-lengths`: stated lengths put right."""

from __future__ import annotations

from dataclasses import dataclass

from cassette_cli.model.cassette import Cassette
from cassette_cli.ops.lengths import wrong_lengths
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.place import file_start, locate
from cassette_cli.source.spans import Edit, Span


@dataclass(frozen=True, slots=True)
class FixLengths:
    """States the length of what the recorder will send."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One edit for each length that is wrong."""
        del setting
        draft = Draft()
        for interaction in cassette.interactions:
            for stated, length in wrong_lengths(cassette, interaction):
                span = Span(0, len(stated.value))
                draft.edits.append(LayerEdit(stated, Edit(span, str(length))))
                place = stated.whole()
                route = locate(cassette.document, place).route
                draft.made.append(Made("fix-lengths", route, file_start(place)))
        return draft
