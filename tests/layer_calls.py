"""Reads what a package asks of the machine from its source: files, terminal, clock, environment."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from layer_imports import Module, modules

CLOCKS = {
    "time.time", "time.time_ns", "time.monotonic", "time.perf_counter", "time.localtime",
    "time.gmtime", "time.strftime", "time.sleep", "datetime.now", "datetime.utcnow",
    "datetime.today", "date.today", "datetime.datetime.now", "datetime.datetime.utcnow",
    "datetime.datetime.today", "datetime.date.today",
}  # fmt: skip
SURROUNDINGS = {
    "sys.stdout", "sys.stderr", "sys.stdin", "sys.argv", "os.environ", "os.environb", "os.getenv",
    "os.getcwd", "os.chdir", "Path.cwd", "pathlib.Path.cwd", "Path.home", "pathlib.Path.home",
    "os.path.expanduser", "os.isatty", "shutil.get_terminal_size",
}  # fmt: skip
BUILTINS = {"print", "input", "breakpoint"}
WRITERS = {
    "os.replace", "os.rename", "os.remove", "os.unlink", "os.open", "os.write", "os.fdopen",
    "os.chmod", "os.chown", "os.mkdir", "os.makedirs", "os.link", "os.symlink", "os.truncate",
}  # fmt: skip
WRITING_MODULES = {"tempfile", "shutil.copy", "shutil.copyfile", "shutil.move", "shutil.rmtree"}
WRITING_METHODS = {
    "write_text", "write_bytes", "unlink", "rename", "touch", "mkdir", "rmdir", "chmod",
    "symlink_to", "hardlink_to",
}  # fmt: skip
"""Of a path. `Path.replace` cannot be told from `str.replace`, but it has a single argument."""


def dotted(node: ast.AST) -> str:
    """`os.path.join` of an attribute chain; empty for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            base = dotted(value)
            return f"{base}.{name}" if base else ""
        case _:
            return ""


def _full_names(module: Module) -> dict[str, str]:
    """What names stand for: `from os import environ as e` gives e the name os.environ."""
    found = {}
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                found |= {alias.asname: alias.name for alias in names if alias.asname}
            case ast.ImportFrom(module=name, names=names, level=0) if name:
                found |= {alias.asname or alias.name: f"{name}.{alias.name}" for alias in names}
            case _:
                pass
    return found


def uses(module: Module) -> Iterator[tuple[str, int]]:
    """Every dotted name that is read, its first step replaced by what it was imported as."""
    full = _full_names(module)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name | ast.Attribute) and (name := dotted(node)):
            first, dot, rest = name.partition(".")
            yield full.get(first, first) + dot + rest, node.lineno


def surroundings(package: Path) -> list[str]:
    """What is below `cli` and asks the process, the clock or the terminal itself."""
    forbidden = CLOCKS | SURROUNDINGS | BUILTINS
    return sorted(
        {
            f"{module.name}:{line} uses {name}"
            for module in modules(package)
            if module.layer not in ("cli", "__main__")
            for name, line in uses(module)
            if name in forbidden
        }
    )


def writers(package: Path) -> list[str]:
    """The modules that can write, rename or remove a file."""
    return sorted({module.name for module in modules(package) if _writes(module)})


def _writes(module: Module) -> bool:
    full = _full_names(module)
    for name, _ in uses(module):
        if name in WRITERS or any(
            name == one or name.startswith(one + ".") for one in WRITING_MODULES
        ):
            return True
    return any(_writing_call(node, full) for node in ast.walk(module.tree))


def _writing_call(node: ast.AST, full: dict[str, str]) -> bool:
    if not isinstance(node, ast.Call):
        return False
    match node.func:
        case ast.Name(id="open"):
            return _opens_for_writing(node, 1)
        case ast.Attribute(value=value, attr="open"):
            named = full.get(dotted(value), dotted(value))
            return _opens_for_writing(node, 1 if named in ("io", "codecs", "gzip") else 0)
        case ast.Attribute(value=value, attr=name) if name in WRITING_METHODS:
            return not dotted(value).endswith("terminal")
        case ast.Attribute(attr="replace"):
            return len(node.args) == 1 and not node.keywords
        case _:
            return False


def _opens_for_writing(call: ast.Call, at: int) -> bool:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    mode = (named or call.args[at : at + 1] or [None])[0]
    if mode is None:
        return False
    return not isinstance(mode, ast.Constant) or bool(set(str(mode.value)) & set("wax+"))
