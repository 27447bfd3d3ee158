"""`show --usage`: what models counted and charged, summed by model over all files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from chatting import Json, Said
from invoke import cassette as run
from jsonschema import Draft202012Validator
from many import cassette_of_many
from speakers import SPEAKERS, Speaker
from support import ROOT
from wires import TYPES, cassette_of, dumped, every, recorded

SCHEMA = json.loads((ROOT / "schemas/output/usage.v1.json").read_text("utf-8"))
JSON = "application/json"
each = pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda one: one.name)


def chat(model: str | None, **usage: Any) -> str:
    """An answer of a chat that was not streamed."""
    choice = {"index": 0, "message": {"content": "a"}, "finish_reason": "stop"}
    named = {} if model is None else {"model": model}
    return dumped(named | {"choices": [choice], "usage": usage})


def usages(folder: Path, *texts: str) -> Json:
    """The document of these cassettes."""
    names = [f"{number}.yaml" for number in range(len(texts))]
    for name, text in zip(names, texts, strict=True):
        (folder / name).write_text(text, "utf-8")
    done = run("show", "--usage", "-o", "json", *names, cwd=folder)
    assert (done.code, done.errors) == (0, "")
    document: Json = json.loads(done.text)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def summed(folder: Path, **usage: Any) -> Json:
    """What is made of one usage."""
    (model,) = usages(folder, recorded(chat("m", **usage), JSON))["models"]
    found: Json = model
    return found


@each
def test_the_counts_of_every_protocol_are_known(speaker: Speaker, tmp_path: Path) -> None:
    text = cassette_of(speaker.kind, speaker.say(every(9), speaker.can_say(Said("Hello"))))
    document = usages(tmp_path, text)
    if speaker.usage is None:
        assert document["models"] == []
        return
    (model,) = document["models"]
    assert (model["answers"], model["prompt"], model["output"], model["total"]) == (1, 3, 4, 7)
    assert model["cached"] == (2 if "cache_read_input_tokens" in speaker.usage else 0)
    assert model["chunks"] > 1
    assert model["cost"] is None


def test_files_are_summed_and_models_kept_apart(tmp_path: Path) -> None:
    small = chat("small", prompt_tokens=1, completion_tokens=2, total_tokens=3, cost=0.5)
    large = chat("large", prompt_tokens=10, completion_tokens=20, total_tokens=30)
    both = cassette_of_many([(small, JSON), (large, JSON), ("{}", JSON)])
    document = usages(tmp_path, both, recorded(small, JSON), recorded("hello"))
    assert [(one["model"], one["answers"], one["total"]) for one in document["models"]] == [
        ("large", 1, 30), ("small", 2, 6),
    ]  # fmt: skip
    assert [one["cost"] for one in document["models"]] == [None, 1.0]
    total = document["total"]
    assert (total["answers"], total["chunks"], total["prompt"], total["cost"]) == (3, 3, 12, 1.0)


def test_a_selector_chooses_what_is_summed(tmp_path: Path) -> None:
    answers = [(chat("m", prompt_tokens=at, completion_tokens=0), JSON) for at in (1, 10, 100)]
    (tmp_path / "a.yaml").write_text(cassette_of_many(list(answers)), "utf-8")
    done = run("show", "--usage", "-i", "1:", "-o", "json", "a.yaml", cwd=tmp_path)
    assert json.loads(done.text)["total"]["prompt"] == 110


@pytest.mark.parametrize(
    ("usage", "cost"),
    [({"cost": 0.25}, 0.25), ({"cost_in_usd_ticks": 3_080_400}, 0.00030804),
     ({"cost": {"total_cost": 0.125}}, 0.125), ({"estimated_cost": 1}, 1.0), ({"cost": "1"}, None),
     ({"cost": True}, None), ({"cost": None}, None), ({"cost": 0}, 0.0)],
)  # fmt: skip
def test_costs(usage: Json, cost: float | None, tmp_path: Path) -> None:
    assert summed(tmp_path, prompt_tokens=1, **usage)["cost"] == cost


@pytest.mark.parametrize(
    ("usage", "generated"),
    [({"completion_tokens": 9, "total_tokens": 12, "completion_tokens_details":
       {"reasoning_tokens": 5}}, 9),
     ({"completion_tokens": 2, "total_tokens": 413, "prompt_tokens": 213,
       "completion_tokens_details": {"reasoning_tokens": 198}}, 200),
     ({"candidatesTokenCount": 2, "thoughtsTokenCount": 5, "totalTokenCount": 10,
       "promptTokenCount": 3}, 7),
     ({"output_tokens": 2, "input_tokens": 3}, 2)],
)  # fmt: skip
def test_reasoning_is_counted_within_the_output_or_beside_it(
    usage: Json, generated: int, tmp_path: Path
) -> None:
    found = summed(tmp_path, **({"prompt_tokens": 3} | usage))
    assert found["generated"] == generated


def test_the_request_names_the_model_where_the_answer_does_not(tmp_path: Path) -> None:
    text = recorded(chat(None, prompt_tokens=1), JSON)
    (unknown,) = usages(tmp_path, text)["models"]
    assert unknown["model"] == "?"
    asked = text.replace("{body: null,", '{body: \'{"model": "asked"}\',')
    (named,) = usages(tmp_path, asked)["models"]
    assert named["model"] == "asked"
    url = recorded(chat(None, prompt_tokens=1), JSON, "https://a.test/models/in%20path:generate")
    (named,) = usages(tmp_path, url)["models"]
    assert named["model"] == "in path"


def test_the_table_is_for_people(tmp_path: Path) -> None:
    small = chat("s\u202e\x1b[1m", prompt_tokens=1_000, completion_tokens=2, cost=0.5)
    large = chat("large", prompt_tokens=10_000, completion_tokens=20,
                 completion_tokens_details={"reasoning_tokens": 5})  # fmt: skip
    (tmp_path / "a.yaml").write_text(cassette_of_many([(small, JSON), (large, JSON)]), "utf-8")
    done = run("show", "--usage", "a.yaml", cwd=tmp_path)
    head, first, second, total = done.text.splitlines()
    assert head.split() == [
        "model", "answers", "chunks", "prompt", "output", "reasoning", "total", "cost",
    ]  # fmt: skip
    assert first.split() == ["large", "1", "1", "10,000", "20", "5", "(25%)", "10,020"]
    assert second.split()[1:] == ["1", "1", "1,000", "2", "1,002", "$0.500000"]
    assert total.split() == ["total", "2", "2", "11,000", "22", "5", "(23%)", "11,022", "$0.500000"]
    assert "\x1b" not in done.text
    assert "\u202e" not in done.text


def test_without_any_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(recorded("hello"), "utf-8")
    assert "no answer of a model" in run("show", "--usage", "a.yaml", cwd=tmp_path).text


def test_a_file_that_is_none_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(recorded(chat("m", prompt_tokens=1), JSON), "utf-8")
    (tmp_path / "b.yaml").write_text("a: 1\n", "utf-8")
    done = run("show", "--usage", "-o", "json", "b.yaml", "a.yaml", cwd=tmp_path)
    assert done.code == 2
    assert json.loads(done.text)["total"]["prompt"] == 1


def test_both_streamed_and_not_are_one_model(tmp_path: Path) -> None:
    usage = {"prompt_tokens": 3, "completion_tokens": 4}
    choice = {"index": 0, "delta": {"content": "a"}, "finish_reason": "stop"}
    streamed = dumped({"model": "m", "choices": [choice], "usage": usage})
    bodies = [(f"data: {streamed}\n\ndata: [DONE]\n\n", TYPES["sse"]), (chat("m", **usage), JSON)]
    document = usages(tmp_path, cassette_of_many(list(bodies)))
    (model,) = document["models"]
    assert (model["answers"], model["chunks"], model["total"]) == (2, 2, 14)
