"""Both hooks as a user of pre-commit meets them: what they stop, change and pass over."""

from __future__ import annotations

import re
import subprocess

from hooked import Repository
from planted import openai
from support import ROOT

KEY = openai("hook")
SOUND = (ROOT / "examples/go-vcr-v2/every-key-several.yaml").read_text()
LEAKY = SOUND.replace("headers: {}", f"headers:\n            X-Api-Key: [{KEY}]", 1)
LINE = LEAKY[: LEAKY.index(KEY)].count("\n") + 1
OTHERS = ("betamax/several.json", "har/several.har", "ruby-vcr/several.yml")

NO_CASSETTES = {
    "values.yaml": "image:\n  repository: nginx\n",
    "templates/deployment.yaml": (
        "{{- if .Values.enabled }}\nrequest: {{ .Values.request | quote }}\n"
        "response:\n  {{- toYaml .Values.response | nindent 2 }}\n{{- end }}\n"
    ),
    "jinja.yml": "{% for one in interactions %}\n- request: {{ one }}\n{% endfor %}\n",
    "manifest.yaml": (
        "apiVersion: v1\nkind: Secret\ndata:\n  password: aHVudGVyMg==\n---\n"
        "apiVersion: v1\nkind: Service\n"
    ),
    "docker-compose.yml": "services:\n  web:\n    image: nginx\n    environment:\n    - TOKEN=x\n",
    "empty.yaml": "",
    "comment.yaml": "# nothing here\n",
    "broken.yaml": "a: [1, 2\nb: }\n",
    "tabs.yaml": "a:\n\t- b\n",
    "binary.yaml": b"\xff\xfe\x00\x01",
    "custom.yaml": "a: !Ref b\nc: !!python/object/apply:os.getcwd []\n",
    "interactions.yaml": "interactions: a word\n",
    "package.json": '{"name": "a", "entries": [], "scripts": {"request": "x", "response": "y"}}\n',
    "tsconfig.json": '{\n  // the target\n  "compilerOptions": {"target": "es2022",},\n}\n',
    "lines.json": '{"a": 1}\n{"b": 2}\n',
    "empty.json": "",
    "list.json": "[]",
    "broken.json": '{"a": [1, 2',
    "page.har": "a harbour\n",
}


def flat(text: str) -> str:
    """Without the colours that a terminal would show."""
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def test_lint_stops_a_key_and_says_where(repository: Repository) -> None:
    repository.configure("cassette-lint")
    repository.write("tests/chat.yaml", LEAKY)
    done = repository.run()
    assert done.code == 1
    assert re.search(rf"tests/chat\.yaml:{LINE}:\d+: error live-credential ", done.printed)
    assert KEY not in done.printed
    assert "cassettes" not in done.printed


def test_lint_on_a_terminal_shows_the_line_masked(repository: Repository) -> None:
    repository.configure("cassette-lint")
    repository.write("chat.yaml", LEAKY)
    done = repository.run("--color", "always")
    assert done.code == 1
    assert f"--> chat.yaml:{LINE}:" in flat(done.printed)
    assert "error[live-credential]" in flat(done.printed)
    assert KEY[:30] not in done.printed


def test_lint_takes_cassettes_of_every_ending(repository: Repository) -> None:
    repository.configure("cassette-lint")
    for name in OTHERS:
        sound = (ROOT / "examples" / name).read_text()
        leaky = re.sub(r"(?<=application/json)", f"; key={KEY}", sound, count=1)
        repository.write(name, leaky)
    done = repository.run()
    assert done.code == 1
    found = re.findall(r"^(\S+):\d+:\d+: error live-credential ", done.printed, re.MULTILINE)
    assert sorted(found) == list(OTHERS)


def test_redact_changes_the_file_once(repository: Repository) -> None:
    repository.configure("cassette-redact", "cassette-lint")
    path = repository.write("chat.yaml", LEAKY)
    done = repository.run("cassette-redact")
    assert done.code == 1
    assert "files were modified by this hook" in done.printed
    assert f"chat.yaml:{LINE}:" in done.printed
    assert "rotate" in done.printed
    assert KEY not in done.printed
    cleaned = path.read_text()
    assert KEY not in cleaned
    assert len(cleaned) == len(LEAKY)
    repository.write("chat.yaml", cleaned)
    done = repository.run()
    assert (done.code, path.read_text()) == (0, cleaned)


def test_what_is_no_cassette_passes_in_silence(repository: Repository) -> None:
    repository.configure("cassette-redact", "cassette-lint")
    paths = {name: repository.write(name, text) for name, text in NO_CASSETTES.items()}
    repository.write("sound.yaml", SOUND)
    done = repository.run()
    assert done.code == 0, done.printed
    assert [line.split("...")[0] for line in done.printed.splitlines()] == [
        "cassette redact",
        "cassette lint",
    ]
    assert all(line.endswith("Passed") for line in done.printed.splitlines())
    for name, text in NO_CASSETTES.items():
        assert paths[name].read_bytes() == (text.encode() if isinstance(text, str) else text)


def test_a_broken_cassette_is_stopped(repository: Repository) -> None:
    repository.configure("cassette-lint")
    repository.write("chat.yaml", SOUND.replace("  request:", "  request: [", 1))
    done = repository.run()
    assert done.code == 1
    assert re.search(r"chat\.yaml:\d+:\d+: error unreadable ", done.printed)


NAMES = [
    "with space.yaml", "it's.yaml", 'a "quote".yaml', "olá.yaml", "卡带.yaml", "--check.yaml",
    "-x.yaml", "-.yaml", "a;b&c.yaml", "$HOME.yaml", "[a].yaml", "deep/-y.yaml", "back\\slash.yaml",
]  # fmt: skip


def test_names_of_every_kind(repository: Repository) -> None:
    repository.configure("cassette-redact", "cassette-lint")
    paths = [repository.write(name, LEAKY) for name in NAMES]
    done = repository.run("cassette-lint")
    assert done.code == 1
    for name in NAMES:
        assert f"{name}:{LINE}:" in done.printed
    assert repository.run("cassette-redact").code == 1
    assert not any(KEY in path.read_text() for path in paths)


def test_options_of_ones_own_take_the_place_of_the_args(repository: Repository) -> None:
    repository.configure("cassette-lint", args=["--ignore=secrets"])
    repository.write("chat.yaml", LEAKY)
    done = repository.run()
    assert done.code == 0, done.printed
    repository.write("-x.yaml", LEAKY)
    done = repository.run()
    assert done.code == 1
    assert "hint: for the file: ./-x.yaml" in done.printed
    repository.configure("cassette-lint", args=["--ignore=secrets", "--"])
    assert repository.run().code == 0


def test_the_configuration_of_the_repository_holds(repository: Repository) -> None:
    repository.configure("cassette-lint")
    repository.write("tests/chat.yaml", LEAKY)
    repository.write(
        "pyproject.toml", '[tool.cassette.per-file-ignores]\n"tests/**" = ["live-credential"]\n'
    )
    assert repository.run().code == 0
    repository.write("pyproject.toml", "[tool.cassette]\nfail-onn = 1\n")
    done = repository.run()
    assert done.code == 1
    assert "hint: did you mean fail-on?" in done.printed


def test_three_hundred_cassettes_in_several_processes(repository: Repository) -> None:
    repository.configure("cassette-redact", "cassette-lint")
    folder = repository.folder / ("d" * 200) / ("e" * 200)
    folder.mkdir(parents=True)
    for number in range(299):
        (folder / f"{number:03}.yaml").write_text(SOUND)
    repository.write("zzz.yaml", LEAKY)
    done = repository.run("cassette-lint")
    assert done.code == 1
    assert done.printed.count("error live-credential") == 1
    assert f"zzz.yaml:{LINE}:" in done.printed
    done = repository.run("cassette-redact", "--color", "always")
    assert done.code == 1
    assert "nothing to redact" not in done.printed
    assert "files more" not in done.printed, "no progress bar where nobody sees it move"
    changed = subprocess.run(
        ["git", "diff", "--name-only"], cwd=repository.folder, check=True, capture_output=True
    )
    assert changed.stdout == b"zzz.yaml\n"


def test_what_is_excluded_is_neither_checked_nor_changed(repository: Repository) -> None:
    repository.configure("cassette-redact", "cassette-lint")
    path = repository.write("vendor/chat.yaml", LEAKY)
    repository.write("cassette.toml", 'exclude = ["vendor/"]\n')
    done = repository.run()
    assert (done.code, path.read_text()) == (0, LEAKY)
