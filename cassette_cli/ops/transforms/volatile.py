"""`--drop-volatile`: headers that differ in every recording."""

from __future__ import annotations

from dataclasses import dataclass

from cassette_cli.model.cassette import Cassette
from cassette_cli.ops.transforms.entries import header_entry
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.ops.volatile import is_volatile
from cassette_cli.source.structure.change import Delete


@dataclass(frozen=True, slots=True)
class DropVolatile:
    """Takes dates, numbers of requests and rate limits out, of requests too unless the recorder's
    matcher compares their headers."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One deletion for each header."""
        draft = Draft()
        left = 0
        for interaction in cassette.interactions:
            for message in interaction.messages:
                kept = message.side == "request" and "headers" in setting.match_on
                for header in message.headers:
                    if not is_volatile(header.name.value, setting.volatile):
                        continue
                    if kept and not setting.force:
                        left += 1
                        continue
                    entry = header_entry(cassette.document, header)
                    draft.changes.append(Delete(entry.holder, entry.at))
                    draft.made.append(Made("drop-volatile", entry.route, entry.start))
        if left:
            draft.notes.append(
                f"{left} in requests left: the matcher compares headers; --force takes them out"
            )
        return draft
