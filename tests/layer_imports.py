"""Reads a package's imports from its source, and names every one that runs against the layers."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LAYERS = (
    {"source"},
    {"model"},
    {"recorders", "bodies", "streams", "credentials"},
    {"rules"},
    {"ops"},
    {"output"},
    {"cli"},
)
"""From the lowest to the highest; imports lead to a lower one, or stay in their own folder."""

FREE = {"errors", "plugins", "schemas", "version", "lazy"}
"""Modules at the top that any layer may import."""

YAML = {"yaml", "_yaml", "ruamel", "_ruamel_yaml", "ruyaml", "oyaml"}


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its dotted name below the package, and its tree."""

    name: str
    tree: ast.Module
    package: str

    @property
    def layer(self) -> str:
        """Its folder, or its own name where it stands at the top."""
        return self.name.partition(".")[0]

    @property
    def level(self) -> int | None:
        """The height of its layer; None at the top of the package."""
        return level(self.layer)


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module, relative ones made absolute."""

    name: str
    line: int


def level(layer: str) -> int | None:
    """The height of a layer."""
    return next((at for at, names in enumerate(LAYERS) if layer in names), None)


def modules(package: Path) -> list[Module]:
    """Every module of a package's folder."""
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        found.append(Module(name, _parsed(path.read_text(encoding="utf-8")), package.name))
    return found


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def names_of(every: list[Module]) -> set[str]:
    """Every module and every folder of modules."""
    parts = [module.name.split(".") for module in every]
    return {".".join(one[:size]) for one in parts for size in range(1, len(one) + 1)}


def imports(module: Module, known: set[str]) -> Iterator[Import]:
    """What a module imports, inside functions too; `from a import b` is a.b where b is a module."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from (Import(alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=name, names=names, level=0) if name is not None:
                for alias in names:
                    whole = f"{name}.{alias.name}"
                    is_module = whole.removeprefix(f"{module.package}.") in known
                    yield Import(whole if is_module else name, node.lineno)
            case ast.Call(func=ast.Name(id="import_module"), args=[ast.Constant(value=str(name))]):
                yield Import(name, node.lineno)
            case _:
                pass


def relative(module: Module) -> Iterator[int]:
    """The lines of relative imports, which hide where they lead."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno


def own(found: Iterable[Import], package: str) -> Iterator[Import]:
    """The imports of the package itself, its name taken off."""
    for one in found:
        if one.name.startswith(f"{package}."):
            yield Import(one.name.removeprefix(f"{package}."), one.line)


def wrong_directions(package: Path) -> list[str]:
    """Imports that lead upwards, or from one plug-in's folder into another."""
    every = modules(package)
    known = names_of(every)
    return [
        f"{module.name}:{one.line} imports {one.name}"
        for module in every
        for one in own(imports(module, known), module.package)
        if not _allowed(module, one.name)
    ]


def _allowed(module: Module, target: str) -> bool:
    layer = target.partition(".")[0]
    if layer == module.layer or layer in FREE:
        return True
    if module.level is None:
        return module.layer not in FREE
    height = level(layer)
    if height is None:
        return False
    return height < module.level


def sibling_plugins(package: Path, word: str, folder: str) -> list[str]:
    """Plug-ins of a folder (what defines `word`) that another module of the folder imports."""
    every = [module for module in modules(package) if module.layer == folder]
    known = names_of(every)
    plugins = {module.name for module in every if _defines(module, word)}
    return [
        f"{module.name}:{one.line} imports {one.name}"
        for module in every
        for one in own(imports(module, known), module.package)
        if one.name in plugins and one.name != module.name
    ]


def _defines(module: Module, word: str) -> bool:
    return any(
        isinstance(target, ast.Name) and target.id == word
        for node in module.tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
    )


def cycles(package: Path) -> list[str]:
    """Modules that import each other, by way of others or not, while they are being imported."""
    every = modules(package)
    known = names_of(every)
    graph = {module.name: _eager(module, known) for module in every}
    return sorted(name for name in graph if name in _reached(graph, graph[name]))


def _eager(module: Module, known: set[str]) -> set[str]:
    top = ast.Module([node for node in module.tree.body if not _types_only(node)], [])
    lazy = {
        id(inner)
        for node in ast.walk(top)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
    }
    eager = [node for node in ast.walk(top) if id(node) not in lazy]
    tops = ast.Module([node for node in eager if isinstance(node, ast.Import | ast.ImportFrom)], [])
    shell = Module(module.name, tops, module.package)
    return {one.name for one in own(imports(shell, known), module.package)} & known


def _types_only(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def _reached(graph: dict[str, set[str]], start: set[str]) -> set[str]:
    seen: set[str] = set()
    stack = list(start)
    while stack:
        name = stack.pop()
        if name not in seen:
            seen.add(name)
            stack += graph.get(name, ())
    return seen


def importers(package: Path, libraries: set[str]) -> list[str]:
    """The modules that import any of these libraries."""
    found = set()
    for module in modules(package):
        for one in imports(module, set()):
            if one.name.partition(".")[0] in libraries:
                found.add(module.name)
    return sorted(found)
