"""`show`: which interactions, how many files, and a single one that opens directly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import Outcome, cassette
from samples import CHAT, LEAKY, SEVERAL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"chat": CHAT, "several": SEVERAL, "leaky": LEAKY}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def show(folder: Path, *arguments: str) -> Outcome:
    return cassette("show", *arguments, cwd=folder)


def chosen(folder: Path, *arguments: str) -> list[int]:
    """The indexes of the interactions that are shown."""
    done = show(folder, "-o", "json", *arguments, "several.yaml")
    assert done.code == 0
    return [one["index"] for one in json.loads(done.text)["interactions"]]


@pytest.mark.parametrize(
    ("selector", "indexes"),
    [
        ("0", [0]), ("-1", [5]), ("2:4", [2, 3]), (":2", [0, 1]), ("-2:", [4, 5]),
        ("::2", [0, 2, 4]), ("::-1", [0, 1, 2, 3, 4, 5]), ("7:9", []), ("method=POST", [3]),
        ("method=post", [3]), ("status=200", [0, 2, 5]), ("status=4xx", [4]), ("status=4XX", [4]),
        ("url=*/form*", [3]), ("url=/limited", [4]), ("url=*", [0, 1, 2, 3, 4, 5]),
        ("url=nowhere", []),
    ],
)  # fmt: skip
def test_selectors(folder: Path, selector: str, indexes: list[int]) -> None:
    assert chosen(folder, "-i", selector) == indexes


def test_several_selectors_add_up_in_the_order_of_the_file(folder: Path) -> None:
    assert chosen(folder, "-i", "-1", "-i", "method=POST", "-i", "0", "-i", "5") == [0, 3, 5]


def test_grep_looks_into_trees_and_into_fields_of_the_recorder(folder: Path) -> None:
    (folder / "tree.yaml").write_text(
        "interactions:\n- request: {method: GET, uri: 'http://x/', headers: {}, body: null}\n"
        "  response: {headers: {}, parsed_body: {a: [needle]}, status: {code: 200, message: OK}}\n"
        "version: 1\n"
    )
    shown = cassette("show", "tree.yaml", "-o", "json", "--grep", "needle", cwd=folder)
    assert [one["index"] for one in json.loads(shown.text)["interactions"]] == [0]


def test_grep_narrows_down(folder: Path) -> None:
    everything = chosen(folder)
    found = chosen(folder, "--grep", "example-1")
    assert found
    assert set(found) < set(everything)
    assert chosen(folder, "-i", "0", "--grep", "example-1") == [0]
    assert chosen(folder, "--grep", "stands nowhere") == []


def test_it_is_said_that_nothing_matches(folder: Path) -> None:
    for arguments in (["--grep", "stands nowhere"], ["-i", "status=500"]):
        done = show(folder, *arguments, "several.yaml")
        assert done.code == 0
        assert done.errors == "note: several.yaml: none of 6 interactions matches\n"


def test_a_single_interaction_opens_directly(folder: Path) -> None:
    opened = show(folder, "chat.yaml")
    assert opened.code == 0
    assert opened.out == show(folder, "-i", "0", "chat.yaml").out
    assert "12 events, 11 chunks, complete" in opened.text
    assert "#  method" not in opened.text
    assert "#  method" in show(folder, "several.yaml").text


def test_several_files_as_json_one_a_line(folder: Path) -> None:
    done = show(folder, "-o", "json", "several.yaml", "chat.yaml", "leaky.yaml")
    told = [json.loads(line) for line in done.text.splitlines()]
    assert [one["path"] for one in told] == ["several.yaml", "chat.yaml", "leaky.yaml"]
    assert [len(one["interactions"]) for one in told] == [6, 1, 1]
    assert {one["schema"] for one in told} == {"cassette/show/v1"}
    assert done.errors == "note: leaky.yaml: 1 detected secret in it masked with *\n"


def test_several_files_are_set_apart(folder: Path) -> None:
    done = show(folder, "several.yaml", "several.yaml")
    assert done.text.count("several.yaml · go-vcr v2 · 6 interactions\n") == 2
    assert "\n\nseveral.yaml" in done.text


def test_the_text_of_bodies_is_filled_where_it_is_asked_for(folder: Path) -> None:
    def texts(*arguments: str) -> list[str | None]:
        told = json.loads(show(folder, "-o", "json", *arguments, "several.yaml").text)
        return [one["response"]["body"]["text"] for one in told["interactions"]]

    assert set(texts()) == {None}
    assert None not in texts("-i", "0")
    for option in (["--full"], ["--body", "response"]):
        assert any(texts(*option))
