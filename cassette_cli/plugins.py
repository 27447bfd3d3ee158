"""Finds plug-ins: a plug-in is a module of its package that defines the package's word.

Adding a recorder, a body, a stream protocol or a rule is adding one file.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any


@cache
def load(package: str, word: str) -> tuple[Any, ...]:
    """What every module of `cassette_cli.<package>` calls `word`, in the order of their names."""
    parent = import_module(f"cassette_cli.{package}")
    names = sorted(module.name for module in pkgutil.iter_modules(parent.__path__))
    modules = (import_module(f"{parent.__name__}.{name}") for name in names)
    return tuple(getattr(module, word) for module in modules if hasattr(module, word))
