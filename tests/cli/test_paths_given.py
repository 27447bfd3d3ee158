"""What is read: paths as they are given, folders as they are walked, standard input, FIFOs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from invoke import cassette
from samples import CHAT, LEAKY, SEVERAL, UNPARSED


def write(folder: Path, **texts: str) -> None:
    """Cassettes below a folder: `a_b` is `a/b.yaml`."""
    for name, text in texts.items():
        path = folder / f"{name.replace('_', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def seen(folder: Path, *arguments: str, cwd: Path | None = None) -> list[str]:
    """The cassettes that `lint -v` says it read, in its order."""
    done = cassette("lint", "-v", *arguments, cwd=cwd or folder)
    return [line.split(": ")[0] for line in done.errors.splitlines()[:-1]]


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ([], ["a.yaml", "d/b.yaml", "d/e/c.yaml"]),
        (["."], ["a.yaml", "d/b.yaml", "d/e/c.yaml"]),
        (["./d/"], ["d/b.yaml", "d/e/c.yaml"]),
        (["d//e//"], ["d/e/c.yaml"]),
        (["d/../d"], ["d/../d/b.yaml", "d/../d/e/c.yaml"]),
        (["d/e/c.yaml", "a.yaml"], ["d/e/c.yaml", "a.yaml"]),
        (["a.yaml", "./a.yaml", "."], ["a.yaml", "d/b.yaml", "d/e/c.yaml"]),
        (["d", "d/"], ["d/b.yaml", "d/e/c.yaml"]),
    ],
)
def test_each_file_once_as_it_was_given(
    tmp_path: Path, arguments: list[str], paths: list[str]
) -> None:
    write(tmp_path, a=CHAT, d_b=CHAT, d_e_c=CHAT)
    assert seen(tmp_path, *arguments) == paths


def test_from_a_folder_below(tmp_path: Path) -> None:
    write(tmp_path, a=CHAT, d_b=CHAT)
    assert seen(tmp_path, "..", cwd=tmp_path / "d") == ["../a.yaml", "../d/b.yaml"]
    full = str(tmp_path / "a.yaml")
    assert seen(tmp_path, full, "../a.yaml", cwd=tmp_path / "d") == [full]


def test_after_two_dashes_nothing_is_an_option(tmp_path: Path) -> None:
    write(tmp_path, **{"-x": LEAKY, "--check": LEAKY})
    done = cassette("lint", "-o", "concise", "--", "-x.yaml", "--check.yaml", cwd=tmp_path)
    assert [line.split(":")[0] for line in done.text.splitlines()] == ["-x.yaml", "--check.yaml"]
    assert cassette("redact", "--", "--check.yaml", cwd=tmp_path).code == 1
    assert (tmp_path / "--check.yaml").read_text() != LEAKY
    assert cassette("show", "--", "-x.yaml", cwd=tmp_path).code == 0
    assert cassette("lint", "--", cwd=tmp_path).code == 1


def test_a_file_called_dash_is_no_standard_input(tmp_path: Path) -> None:
    (tmp_path / "-").write_text(LEAKY)
    for path in (".", "./-"):
        done = cassette("lint", path, cwd=tmp_path, stdin=b"not this")
        assert done.code == 1
        assert done.text.startswith("-:4:")


def test_standard_input_and_its_name(tmp_path: Path) -> None:
    done = cassette("lint", "-", cwd=tmp_path, stdin=LEAKY.encode())
    assert (done.code, done.text.split(":")[0]) == (1, "<stdin>")
    arguments = ["--stdin-filename", "./tests/chat.yaml", "-"]
    done = cassette("lint", *arguments, cwd=tmp_path, stdin=LEAKY.encode())
    assert done.text.startswith("tests/chat.yaml:4:")
    done = cassette("show", *arguments, cwd=tmp_path, stdin=SEVERAL.encode())
    assert "tests/chat.yaml · go-vcr v2 · 6 interactions" in done.text
    done = cassette("redact", *arguments, cwd=tmp_path, stdin=LEAKY.encode())
    assert done.text.startswith("interactions:\n")
    assert "tests/chat.yaml:4:" in done.errors


def test_the_configuration_for_standard_input_is_its_names(tmp_path: Path) -> None:
    (tmp_path / "cassette.toml").write_text('per-file-ignores = {"tests/*" = ["secrets"]}\n')
    for name, code in (("tests/chat.yaml", 0), ("chat.yaml", 1)):
        arguments = ["lint", "--stdin-filename", name, "-"]
        assert cassette(*arguments, cwd=tmp_path, stdin=LEAKY.encode()).code == code


def test_fifos_are_read_when_named_and_passed_over_in_walks(tmp_path: Path) -> None:
    write(tmp_path, d_a=CHAT)
    os.mkfifo(tmp_path / "d" / "fifo.yaml")
    assert seen(tmp_path, "d") == ["d/a.yaml"]
    reader = os.open(tmp_path / "d" / "fifo.yaml", os.O_RDWR)
    os.close(reader)


def test_a_gitignore_holds_in_walks(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("/top.yaml\nbuild/\n*.tmp.yaml\n")
    write(tmp_path, top=CHAT, a=CHAT, d_top=CHAT, d_build_b=CHAT, d_keep=CHAT, **{"c.tmp": CHAT})
    (tmp_path / "d" / ".gitignore").write_text("!keep.tmp.yaml\nkeep.yaml\n")
    write(tmp_path, **{"d_keep.tmp": CHAT})
    expected = ["a.yaml", "d/keep.tmp.yaml", "d/top.yaml"]
    assert seen(tmp_path) == expected
    assert seen(tmp_path, "..", cwd=tmp_path / "d") == [f"../{path}" for path in expected]
    assert seen(tmp_path, "d/../d") == ["d/../d/keep.tmp.yaml", "d/../d/top.yaml"]
    assert seen(tmp_path, "top.yaml") == ["top.yaml"]


def test_an_ignored_folder_is_walked_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("build/\n")
    write(tmp_path, build_a=CHAT, build_b=CHAT, build_d_c=CHAT)
    (tmp_path / "build" / ".gitignore").write_text("b.yaml\n")
    assert seen(tmp_path) == []
    assert seen(tmp_path, "build") == ["build/a.yaml", "build/d/c.yaml"]
    assert seen(tmp_path, ".", cwd=tmp_path / "build") == ["a.yaml", "d/c.yaml"]


def test_outside_of_a_repository_no_gitignore_holds(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n")
    write(tmp_path, a=CHAT)
    assert seen(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("name", ["node_modules", ".venv", ".git", ".tox"])
def test_what_is_never_walked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "b.yaml").write_text(CHAT)
    (tmp_path / "a.yaml").write_text(CHAT)
    assert seen(tmp_path) == ["a.yaml"]
    assert seen(tmp_path, name) == [f"{name}/b.yaml"]


def test_exclude_leaves_out_of_walks_only(tmp_path: Path) -> None:
    write(tmp_path, a=CHAT, vendor_b=CHAT, d_vendor_c=CHAT, d_x=CHAT)
    assert seen(tmp_path, "--exclude", "vendor/") == ["a.yaml", "d/x.yaml"]
    assert seen(tmp_path, "--exclude", "/vendor/", "--exclude", "x.yaml") == [
        "a.yaml",
        "d/vendor/c.yaml",
    ]
    assert seen(tmp_path, "--exclude", "vendor/", "vendor/b.yaml") == ["vendor/b.yaml"]
    hook = ("--skip-unrecognized", "--exclude", "vendor/")
    assert seen(tmp_path, *hook, "vendor/b.yaml", "a.yaml") == ["a.yaml"]
    above = seen(tmp_path, "--exclude", "vendor/", "..", cwd=tmp_path / "d")
    assert above == ["../a.yaml", "../d/x.yaml"]


def test_a_folder_above_does_not_count(tmp_path: Path) -> None:
    """`vendor/` leaves out what lies in vendor, not a project that happens to."""
    home = tmp_path / "vendor"
    write(home, a=CHAT, vendor_b=CHAT)
    assert seen(home, "--exclude", "vendor/") == ["a.yaml"]
    (home / "configs").mkdir()
    (home / "configs" / "other.toml").write_text('exclude = ["vendor/"]\n')
    assert seen(home, "--config", "configs/other.toml") == ["a.yaml"]


def test_links_that_turn_in_circles(tmp_path: Path) -> None:
    write(tmp_path, d_a=CHAT)
    (tmp_path / "d" / "up").symlink_to("..")
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "dead.yaml").symlink_to("nowhere")
    (tmp_path / "link.yaml").symlink_to("d/a.yaml")
    assert seen(tmp_path) == ["d/a.yaml"]
    assert seen(tmp_path, "link.yaml") == ["link.yaml"]
    assert seen(tmp_path, "d/up/d") == ["d/up/d/a.yaml"]
    done = cassette("lint", "self", "dead.yaml", cwd=tmp_path)
    assert done.code == 2
    assert done.text.count("error unreadable") == 2


def test_named_and_no_cassette(tmp_path: Path) -> None:
    write(tmp_path, other="a: b\n", template="{{ if }}\na: [\n", a=CHAT)
    for verb in ("lint", "validate", "redact"):
        assert cassette(verb, "other.yaml", "template.yaml", "a.yaml", cwd=tmp_path).code == 2
        done = cassette(verb, "--skip-unrecognized", "other.yaml", "template.yaml", cwd=tmp_path)
        assert (done.code, done.out) == (0, b"")
        assert cassette(verb, ".", cwd=tmp_path).code == 0
        assert cassette(verb, "--skip-unrecognized", "missing.yaml", cwd=tmp_path).code == 2


def test_a_broken_cassette_is_unreadable_in_a_walk_too(tmp_path: Path) -> None:
    write(tmp_path, broken=UNPARSED, leaky=LEAKY)
    done = cassette("lint", "--skip-unrecognized", ".", cwd=tmp_path)
    assert done.code == 2
    assert "broken.yaml:7:" in done.text
    assert "leaky.yaml:4:" in done.text


def test_a_forced_recorder_fails_hard(tmp_path: Path) -> None:
    write(tmp_path, other="a: b\n", a=CHAT)
    for verb in ("lint", "validate", "redact", "show"):
        assert cassette(verb, "--recorder", "go-vcr", "a.yaml", cwd=tmp_path).code == 0
        assert cassette(verb, "--recorder", "go-vcr-v2", "a.yaml", cwd=tmp_path).code == 0
        assert cassette(verb, "--recorder", "go-vcr-v1", "a.yaml", cwd=tmp_path).code == 2
    done = cassette(
        "lint", "--skip-unrecognized", "--recorder", "vcrpy", "other.yaml", cwd=tmp_path
    )
    assert done.code == 2
    assert done.text == "other.yaml: error unreadable vcrpy does not recognise it\n"
