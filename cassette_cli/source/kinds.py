"""The types that plain scalars have."""

from __future__ import annotations

from typing import Literal

Kind = Literal["null", "bool", "int", "float", "timestamp", "symbol", "str"]
Number = int | float
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
