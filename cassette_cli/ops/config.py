"""The configuration file nearest to a path: `cassette.toml`, else `[tool.cassette]`."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from cassette_cli.errors import CassetteError, ConfigError
from cassette_cli.model.config import Config, Ignore
from cassette_cli.model.finding import SEVERITIES
from cassette_cli.ops.selection import check_names

FILE = "cassette.toml"
PYPROJECT = "pyproject.toml"
_HINT = "--config takes a cassette.toml, or a pyproject.toml with [tool.cassette]"


class Configs:
    """Finds and reads configurations, each file once.

    `explicit` is a file given on the command line, `enabled` false with `--no-config`; `override`
    lays the command line's own values over what is found.
    """

    def __init__(
        self,
        cwd: Path,
        *,
        explicit: Path | None = None,
        enabled: bool = True,
        override: Callable[[Config], Config] = lambda config: config,
    ) -> None:
        self.cwd = cwd
        self.override = override
        self.enabled = enabled
        self._fixed = override(read_config(explicit, cwd)) if explicit is not None else None
        self._known: dict[Path, Config] = {}

    def for_path(self, path: str) -> Config:
        """The configuration that holds for a file (or for the folder itself)."""
        if self._fixed is not None:
            return self._fixed
        place = self.cwd / path
        return self.for_folder(place if place.is_dir() else place.parent)

    def for_folder(self, folder: Path) -> Config:
        """The configuration that holds in a folder."""
        if self._fixed is not None:
            return self._fixed
        folder = folder.resolve()
        if folder not in self._known:
            found = find_config(folder) if self.enabled else None
            config = read_config(found, self.cwd) if found else _defaults(self.cwd)
            self._known[folder] = self.override(config)
        return self._known[folder]


def _defaults(cwd: Path) -> Config:
    return Config(base=cwd, root=cwd)


@cache
def find_config(folder: Path) -> Path | None:
    """The nearest configuration file from `folder` up to the root of its repository."""
    for name in (FILE, PYPROJECT):
        path = folder / name
        if path.is_file() and (name == FILE or _has_table(path)):
            return path
    if (folder / ".git").exists() or folder.parent == folder:
        return None
    return find_config(folder.parent)


def _has_table(path: Path) -> bool:
    """Whether it configures this program; one that is broken and names it is read, and refused."""
    try:
        return b"tool.cassette" in path.read_bytes() and "cassette" in _tools(_toml(path, path))
    except OSError:
        return False
    except ConfigError:
        return True


def read_config(path: Path, cwd: Path) -> Config:
    """The configuration in one file.

    Raises:
        ConfigError: it is no TOML, a key is unknown, or a value does not fit.
    """
    name = _shown(path, cwd)
    table = _table(path, name)
    config = Config(base=cwd, root=path.parent.resolve(), source=name)
    values: dict[str, Any] = {}
    for key, value in table.items():
        reader = _READERS.get(key)
        if reader is None:
            raise _unknown(name, key, _READERS)
        values[_FIELDS.get(key, key.replace("-", "_"))] = reader(f"{name}: {key}", value)
    origins = tuple((key, name) for key in table)
    return replace(config, **values, origins=origins)


def _table(path: Path, name: str) -> dict[str, Any]:
    data = _toml(path, name)
    if path.name != PYPROJECT:
        return data
    return _dict(f"{name}: tool.cassette", _tools(data).get("cassette", {}))


def _tools(data: dict[str, Any]) -> dict[str, Any]:
    tools = data.get("tool")
    return tools if isinstance(tools, dict) else {}


def _toml(path: Path, name: object) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"there is no configuration file {name}", hint=_HINT) from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name} is not TOML", found="bytes that are not UTF-8") from None
    except OSError as error:
        words = f"the configuration file {name} cannot be read"
        raise ConfigError(words, found=error.strerror) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name} is not TOML", found=str(error)) from None


def _shown(path: Path, cwd: Path) -> str:
    full = path.resolve()
    return full.relative_to(cwd).as_posix() if full.is_relative_to(cwd) else str(path)


def _unknown(source: str, key: str, known: Iterable[str]) -> ConfigError:
    close = difflib.get_close_matches(key, list(known), 1)
    hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(sorted(known))}"
    return ConfigError(f"{source}: unknown key {key}", hint=hint)


def _names(where: str, value: Any) -> tuple[str, ...]:
    listed = _strings(where, value)
    try:
        check_names(listed, where)
    except CassetteError as error:
        raise ConfigError(error.message, hint=error.hint) from None
    return listed


def _strings(where: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ConfigError(f"{where} must be a list of texts", found=_kind(value))


def _per_file(where: str, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _dict(where, value)
    return tuple((glob, _names(f"{where}.{glob}", listed)) for glob, listed in table.items())


def _severities(where: str, value: Any) -> tuple[tuple[str, Any], ...]:
    table = _dict(where, value)
    _names(where, list(table))
    for name, severity in table.items():
        _one_of(f"{where}.{name}", severity, (*SEVERITIES, "off"))
    return tuple(table.items())


def _severity(where: str, value: Any) -> Any:
    return _one_of(where, value, SEVERITIES)


def _one_of(where: str, value: Any, words: Iterable[str]) -> Any:
    if value not in tuple(words):
        shown = str(value)[:40] if isinstance(value, str) else _kind(value)
        raise ConfigError(f"{where} must be one of {', '.join(words)}", found=shown)
    return value


def _match_on(where: str, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if isinstance(value, list):
        return (("*", _strings(where, value)),)
    if not isinstance(value, dict):
        raise ConfigError(f"{where} must be a list, or a table of lists", found=_kind(value))
    return tuple((name, _strings(f"{where}.{name}", listed)) for name, listed in value.items())


def _count(where: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigError(f"{where} must be a whole number above 0", found=_kind(value))
    return value


def _ignores(where: str, value: Any) -> tuple[Ignore, ...]:
    if not isinstance(value, list):
        raise ConfigError(f"{where} must be an array of tables: [[ignore]]", found=_kind(value))
    return tuple(_ignore(f"{where} number {number}", one) for number, one in enumerate(value, 1))


def _ignore(where: str, value: Any) -> Ignore:
    table = _dict(where, value)
    known = [field.name for field in fields(Ignore)]
    for key, text in table.items():
        if key not in known:
            raise _unknown(where, key, known)
        if not isinstance(text, str):
            raise ConfigError(f"{where}: {key} must be a text", found=_kind(text))
    for key in ("rule", "path", "reason"):
        if not table.get(key, "").strip():
            raise ConfigError(f"{where} has no {key}", hint="an ignore needs rule, path and reason")
    _names(f"{where}: rule", [table["rule"]])
    return Ignore(**table)


def _dict(where: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{where} must be a table", found=_kind(value))
    return value


def _kind(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return str(value).lower()
    names = {"str": "a text", "list": "a list", "dict": "a table"}
    return names.get(type(value).__name__, "a date or time")


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "select": _names,
    "extend-select": _names,
    "per-file-ignores": _per_file,
    "severity": _severities,
    "fail-on": _severity,
    "exclude": _strings,
    "match-on": _match_on,
    "max-decoded-size": _count,
    "ignore": _ignores,
}
_FIELDS = {"ignore": "ignores"}
