"""Looking into JSON takes time in proportion to it, whatever its keys and escapes are."""

from __future__ import annotations

import json

from support import growth, text_layer

from cassette_cli.ops.detect_json import has_hidden_tokens, in_json_texts


def test_many_telling_keys_in_one_mapping() -> None:
    def work(count: int) -> None:
        text = json.dumps({f"password_{number}": f"Tr0ub4dor{number}" for number in range(count)})
        assert len(list(in_json_texts([text_layer(text)], "body"))) == count

    assert growth(work, 500) < 8


def test_a_row_of_backslashes() -> None:
    assert growth(lambda size: has_hidden_tokens("\\" * size * 10_000 + "x\\/"), 2) < 8
