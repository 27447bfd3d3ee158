"""Regular expressions that are compiled when they are first used: start-up is every command's."""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast

_METHODS = ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")


class _Lazy(Generic[AnyStr]):
    def __init__(self, source: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Only until the first use: the methods put here are found before this one is asked.
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern with a compiled one's searching methods; of its attributes only `pattern`."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))
