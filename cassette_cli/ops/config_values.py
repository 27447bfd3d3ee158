"""The values of a configuration file: each key's reader, and what it says of a value that does not
fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any

from cassette_cli.errors import CassetteError, ConfigError, did_you_mean
from cassette_cli.model.config import Ignore, Matching
from cassette_cli.model.finding import SEVERITIES
from cassette_cli.ops.globs import is_glob
from cassette_cli.ops.selection import check_names
from cassette_cli.recorders.recorder import names_of, recorders

_MOST = 1 << 40
"""Bytes, a tebibyte; decompressors take no number above their machine's."""


def unknown_key(source: str, key: str, known: Iterable[str]) -> ConfigError:
    """The refusal of a key, with the known one that is nearest."""
    hint = did_you_mean(key, known, f"known are {', '.join(sorted(known))}")
    return ConfigError(f"{source}: unknown key {key}", hint=hint)


def _names(where: str, value: Any) -> tuple[str, ...]:
    listed = _strings(where, value)
    try:
        check_names(listed, where)
    except CassetteError as error:
        raise ConfigError(error.message, hint=error.hint) from None
    return listed


def _strings(where: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ConfigError(f"{where} must be a list of texts", found=_kind(value))
    for item in value:
        if not isinstance(item, str):
            raise ConfigError(f"{where} must be a list of texts", found=f"{_kind(item)} in it")
    return tuple(value)


def _globs(where: str, value: Any) -> tuple[str, ...]:
    return tuple(_glob(where, one) for one in _strings(where, value))


def _lower(where: str, value: Any) -> tuple[str, ...]:
    return tuple(one.lower() for one in _strings(where, value))


def _glob(where: str, value: str) -> str:
    if not is_glob(value):
        raise ConfigError(
            f"{where} is no path pattern", found=value[:60], hint="write it as in .gitignore"
        )
    return value


def _per_file(where: str, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    given = table(where, value)
    for glob in given:
        _glob(where, glob)
    return tuple((glob, _names(f"{where}.{glob}", listed)) for glob, listed in given.items())


def _severities(where: str, value: Any) -> tuple[tuple[str, Any], ...]:
    given = table(where, value)
    _names(where, list(given))
    for name, severity in given.items():
        _one_of(f"{where}.{name}", severity, (*SEVERITIES, "off"))
    return tuple(given.items())


def _severity(where: str, value: Any) -> Any:
    return _one_of(where, value, SEVERITIES)


def _one_of(where: str, value: Any, words: Iterable[str]) -> Any:
    if value not in tuple(words):
        shown = str(value)[:40] if isinstance(value, str) else _kind(value)
        raise ConfigError(f"{where} must be one of {', '.join(words)}", found=shown)
    return value


def _match_on(where: str, value: Any) -> tuple[Matching, ...]:
    """One list for all, a list for each recorder, or a table for each path."""
    if isinstance(value, dict):
        return tuple(
            _matching(f"{where}.{name}", {"recorder": name, "matchers": listed})
            for name, listed in value.items()
        )
    if not isinstance(value, list):
        raise ConfigError(f"{where} must be a list, or a table of lists", found=_kind(value))
    if value and all(isinstance(one, dict) for one in value):
        return tuple(_matching(f"{where} number {at}", one) for at, one in enumerate(value, 1))
    return (Matching(_strings(where, value)),)


def _matching(where: str, value: Any) -> Matching:
    given = _known_keys(where, value, Matching)
    if "matchers" not in given:
        raise ConfigError(f"{where} has no matchers", hint="list what the recorder compares")
    known = {name for one in recorders() for name in names_of(one)}
    recorder, path = given.get("recorder"), given.get("path")
    if recorder is not None:
        _one_of(f"{where}: recorder", recorder, sorted(known))
    if path is not None:
        if not isinstance(path, str):
            raise ConfigError(f"{where}: path must be a text", found=_kind(path))
        _glob(f"{where}: path", path)
    return Matching(_strings(f"{where}: matchers", given["matchers"]), recorder, path)


def _known_keys(where: str, value: Any, kind: type[Ignore | Matching]) -> dict[str, Any]:
    given = table(where, value)
    known = [field.name for field in fields(kind)]
    for key in given:
        if key not in known:
            raise unknown_key(where, key, known)
    return given


def _count(where: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= _MOST:
        words = f"{where} must be a whole number of bytes from 1 to {_MOST:_}"
        raise ConfigError(words, found=_kind(value))
    return value


def _ignores(where: str, value: Any) -> tuple[Ignore, ...]:
    if not isinstance(value, list):
        raise ConfigError(f"{where} must be an array of tables: [[ignore]]", found=_kind(value))
    return tuple(_ignore(f"{where} number {number}", one) for number, one in enumerate(value, 1))


def _ignore(where: str, value: Any) -> Ignore:
    given = _known_keys(where, value, Ignore)
    for key, text in given.items():
        if not isinstance(text, str):
            raise ConfigError(f"{where}: {key} must be a text", found=_kind(text))
    for key in ("rule", "path", "reason"):
        if not given.get(key, "").strip():
            raise ConfigError(f"{where} has no {key}", hint="an ignore needs rule, path and reason")
    _names(f"{where}: rule", [given["rule"]])
    _glob(f"{where}: path", given["path"])
    return Ignore(**given)


def table(where: str, value: Any) -> dict[str, Any]:
    """The value, which must be a table."""
    if not isinstance(value, dict):
        raise ConfigError(f"{where} must be a table", found=_kind(value))
    return value


def _kind(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return str(value).lower()
    names = {"str": "a text", "list": "a list", "dict": "a table"}
    return names.get(type(value).__name__, "a date or time")


READERS: dict[str, Callable[[str, Any], Any]] = {
    "select": _names,
    "extend-select": _names,
    "per-file-ignores": _per_file,
    "severity": _severities,
    "fail-on": _severity,
    "exclude": _globs,
    "match-on": _match_on,
    "max-decoded-size": _count,
    "extend-volatile-headers": _lower,
    "ignore": _ignores,
}
FIELDS = {"ignore": "ignores"}
"""Keys that the configuration's class calls otherwise."""
