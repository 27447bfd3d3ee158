"""The configuration file nearest to a path: `cassette.toml`, else `[tool.cassette]`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from cassette_cli.errors import ConfigError, UsageError
from cassette_cli.model.config import Config
from cassette_cli.ops.files import is_folder

FILE = "cassette.toml"
PYPROJECT = "pyproject.toml"
_HINT = "--config takes a cassette.toml, or a pyproject.toml with [tool.cassette]"


class Configs:
    """Finds and reads configurations, each file once.

    `explicit` is a file that the command line names, from the folder `cwd`; `enabled` is false with
    `--no-config`; `override` lays the command line's own values over what is found.
    """

    def __init__(
        self,
        cwd: Path,
        *,
        explicit: str | None = None,
        enabled: bool = True,
        override: Callable[[Config], Config] = lambda config: config,
    ) -> None:
        if explicit and not enabled:
            raise UsageError("--config and --no-config exclude each other")
        self.cwd = cwd
        self.override = override
        self.enabled = enabled
        self._fixed = override(read_config(cwd / explicit, cwd)) if explicit else None
        self._known: dict[Path, Config] = {}

    def for_path(self, path: str) -> Config:
        """The configuration that holds for a file (or for the folder itself)."""
        if self._fixed is not None:
            return self._fixed
        place = self.cwd / path
        return self.for_folder(place if is_folder(place) else place.parent)

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
    try:
        own, project = folder / FILE, folder / PYPROJECT
        if own.exists() or own.is_symlink():
            return own
        if project.is_file() and _has_table(project):
            return project
        if (folder / ".git").exists() or folder.parent == folder:
            return None
    except OSError:
        # A folder that may not be looked into holds no configuration for us.
        return None
    return find_config(folder.parent)


def _has_table(path: Path) -> bool:
    """Whether it configures this program; one that is broken and names it is read, and refused."""
    try:
        data = path.read_bytes()
        return b"cassette" in data and b"tool" in data and "cassette" in _tools(_toml(path, path))
    except OSError:
        return False
    except ConfigError:
        return True


def read_config(path: Path, cwd: Path) -> Config:
    """The configuration in one file.

    Raises:
        ConfigError: it is no TOML, a key is unknown, or a value does not fit.
    """
    from cassette_cli.ops.config_values import FIELDS, READERS, unknown_key

    name = _shown(path, cwd)
    found = _table(path, name)
    config = Config(base=cwd, root=path.parent.resolve(), source=name)
    values: dict[str, Any] = {}
    for key, value in found.items():
        reader = READERS.get(key)
        if reader is None:
            raise unknown_key(name, key, READERS)
        values[FIELDS.get(key, key.replace("-", "_"))] = reader(f"{name}: {key}", value)
    origins = tuple((key, name) for key in found)
    return replace(config, **values, origins=origins)


def _table(path: Path, name: str) -> dict[str, Any]:
    data = _toml(path, name)
    if path.name != PYPROJECT:
        return data
    found = _tools(data).get("cassette", {})
    if not isinstance(found, dict):
        raise ConfigError(f"{name}: tool.cassette must be a table")
    return found


def _tools(data: dict[str, Any]) -> dict[str, Any]:
    tools = data.get("tool")
    return tools if isinstance(tools, dict) else {}


def _toml(path: Path, name: object) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(f"there is no configuration file {name}", hint=_HINT) from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name} is not TOML", found="bytes that are not UTF-8") from None
    except OSError as error:
        words = f"the configuration file {name} cannot be read"
        raise ConfigError(words, found=error.strerror) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name} is not TOML", found=str(error)) from None
    except RecursionError:
        raise ConfigError(f"{name} is not TOML", found="lists or tables nested too deep") from None


def _shown(path: Path, cwd: Path) -> str:
    full = path.resolve()
    return full.relative_to(cwd).as_posix() if full.is_relative_to(cwd) else str(path)
