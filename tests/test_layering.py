"""Imports run downwards, and only the layers made for it touch files, terminal and clock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from layer_calls import surroundings, writers
from layer_imports import (
    YAML,
    cycles,
    importers,
    imports,
    modules,
    relative,
    sibling_plugins,
    wrong_directions,
)

PACKAGE = Path(__file__).parents[1] / "cassette_cli"
PLUGINS = {"rules": "RULE", "recorders": "RECORDER", "bodies": "BODY", "streams": "STREAM"}
WRITERS = {
    "source.write": "the one module that writes files",
    "cli.terminal": "opens the null device in place of a closed pipe",
}
Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A package of one's own: paths, with `__` for a slash, and what stands in them."""

    def build(**files: str) -> Path:
        package = tmp_path / "cassette_cli"
        for name, text in files.items():
            path = package / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return package

    return build


def test_the_package_is_read_whole() -> None:
    every = modules(PACKAGE)
    names = {module.name for module in every}
    assert {"source.document", "cli.app", "ops.lint", "credentials.formats.openai"} <= names
    assert sum(1 for module in every for _ in imports(module, names)) > 500


def test_imports_run_downwards() -> None:
    assert wrong_directions(PACKAGE) == []


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("source__a", "from cassette_cli.model.b import B"),
        ("source__a", "import cassette_cli.cli.b"),
        ("source__a", "def f():\n    from cassette_cli.ops import b"),
        ("source__a", "from cassette_cli import rules"),
        ("source__a", "import_module('cassette_cli.output.b')"),
        ("model__a", "from cassette_cli.recorders.b import B"),
        ("recorders__a", "if TYPE_CHECKING:\n    from cassette_cli.rules.b import B"),
        ("recorders__a", "from cassette_cli.bodies.b import B"),
        ("streams__a", "from cassette_cli.bodies.decode import decode_body"),
        ("bodies__sse", "from cassette_cli.streams.a import A"),
        ("streams__a", "from cassette_cli.bodies.sse import parse_events"),
        ("rules__a", "from cassette_cli.ops.b import B"),
        ("ops__a", "class A:\n    def f(self):\n        import cassette_cli.output.b as b"),
        ("output__a", "from cassette_cli.cli.b import B"),
        ("ops__a", "from cassette_cli.nowhere import x"),
        ("errors", "from cassette_cli.source.b import B"),
    ],
)
def test_an_import_against_the_layers_is_found(tree: Tree, where: str, text: str) -> None:
    (breach,) = wrong_directions(tree(**{where: text, "rules__b": ""}))
    assert breach.startswith(f"{where.replace('__', '.')}:")


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("cli__a", "from cassette_cli.output.b import B\nfrom cassette_cli.source.b import B"),
        ("ops__a", "from cassette_cli.ops.b import B"),
        ("source__a", "from cassette_cli.errors import E"),
        ("credentials__formats__a", "from cassette_cli.credentials.format import Format"),
        ("__main__", "from cassette_cli.cli.run import run"),
        ("source__a", "import rules.b\nfrom ops import b"),
    ],
)
def test_an_import_with_the_layers_is_none(tree: Tree, where: str, text: str) -> None:
    assert wrong_directions(tree(**{where: text})) == []


@pytest.mark.parametrize("folder", PLUGINS)
def test_no_plugin_imports_another(folder: str) -> None:
    assert sibling_plugins(PACKAGE, PLUGINS[folder], folder) == []


def test_no_vendor_imports_another() -> None:
    found = sibling_plugins(PACKAGE, "FORMATS", "credentials")
    assert [breach for breach in found if breach.startswith("credentials.formats.")] == []


def test_a_plugin_that_imports_another_is_found(tree: Tree) -> None:
    text = "def f():\n    from cassette_cli.streams.b import B\n"
    package = tree(streams__a=text, streams__b="STREAM = 1\n", streams__c="x = 1\n")
    assert sibling_plugins(package, "STREAM", "streams") == ["streams.a:2 imports streams.b"]


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert cycles(PACKAGE) == []


def test_a_cycle_is_found(tree: Tree) -> None:
    package = tree(
        ops__a="from cassette_cli.ops.b import B",
        ops__b="from cassette_cli.ops import c",
        ops__c="try:\n    import cassette_cli.ops.a\nexcept ImportError:\n    pass",
        ops__d="def f():\n    from cassette_cli.ops.e import E",
        ops__e="if TYPE_CHECKING:\n    from cassette_cli.ops.f import F",
        ops__f="from cassette_cli.ops.e import E",
    )
    assert cycles(package) == ["ops.a", "ops.b", "ops.c"]


def test_no_import_is_relative(tree: Tree) -> None:
    assert [module.name for module in modules(PACKAGE) if list(relative(module))] == []
    (module,) = modules(tree(ops__a="import os\n\nfrom . import b\n"))
    assert list(relative(module)) == [3]


def test_rich_is_used_only_for_output(tree: Tree) -> None:
    assert {name.partition(".")[0] for name in importers(PACKAGE, {"rich"})} == {"output"}
    package = tree(cli__a="def f():\n    from rich.text import Text", cli__b="import richer")
    assert importers(package, {"rich"}) == ["cli.a"]


def test_one_module_parses_yaml(tree: Tree) -> None:
    assert importers(PACKAGE, YAML) == ["source.read_yaml"]
    found = importers(tree(ops__a="import yaml", ops__b="from ruamel.yaml import YAML"), YAML)
    assert found == ["ops.a", "ops.b"]


def test_one_module_writes_files() -> None:
    assert writers(PACKAGE) == sorted(WRITERS)


@pytest.mark.parametrize(
    "text",
    [
        "open(path, 'w')", "open(path, mode='ab')", "open(path, mode)", "path.open('r+b')",
        "io.open(path, 'x')", "import io as i\ni.open(path, 'w')", "path.write_text(x)",
        "path.write_bytes(x)", "path.replace(other)", "path.rename(other)", "path.unlink()",
        "os.replace(a, b)", "from os import replace\nreplace(a, b)", "import os as o\no.remove(a)",
        "tempfile.NamedTemporaryFile()", "from tempfile import mkstemp\nmkstemp()",
        "shutil.move(a, b)", "path.mkdir()", "import gzip\ngzip.open(path, 'wb')",
    ],
)  # fmt: skip
def test_a_write_is_found(tree: Tree, text: str) -> None:
    indented = "    " + text.replace("\n", "\n    ")
    assert writers(tree(ops__a=f"def f():\n{indented}")) == ["ops.a"]


@pytest.mark.parametrize(
    "text",
    ["open(path)", "open(path, 'rb')", "path.open('rb')", "text.replace('a', 'b')",
     "replace(finding, path=x)", "from dataclasses import replace\nreplace(one, a=1)",
     "terminal.write_bytes(x)", "self.terminal.write_bytes(x)", "path.read_bytes()"],
)  # fmt: skip
def test_what_only_reads_is_no_write(tree: Tree, text: str) -> None:
    assert writers(tree(ops__a=text)) == []


def test_below_the_command_line_nothing_asks_the_process_or_the_clock() -> None:
    assert surroundings(PACKAGE) == []


@pytest.mark.parametrize(
    "text",
    [
        "print(1)", "sys.stdout.write(x)", "from sys import stderr\nstderr.write(x)",
        "os.environ['A']", "from os import environ as e\ne.get('A')", "os.getenv('A')",
        "Path.cwd()", "import pathlib as p\np.Path.cwd()", "os.getcwd()", "input()",
        "time.time()", "from time import perf_counter\nperf_counter()",
        "import time as t\nt.time()",
        "datetime.now()", "from datetime import datetime as d\nd.now(UTC)",
        "import datetime\ndatetime.date.today()", "clock = time.monotonic",
    ],
)  # fmt: skip
def test_asking_the_process_or_the_clock_is_found(tree: Tree, text: str) -> None:
    for layer in ("source", "model", "recorders", "credentials", "rules", "ops", "output"):
        assert surroundings(tree(**{f"{layer}__a": text})) != []


def test_the_command_line_may_ask(tree: Tree) -> None:
    assert surroundings(tree(cli__a="print(sys.stdout, os.environ)", __main__="sys.argv")) == []
