"""Random YAML whose every layout is legal, and other ways to lay out the sample."""

from __future__ import annotations

import random
from collections.abc import Callable

VARIANTS: dict[str, Callable[[str], str]] = {
    "as recorded": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR and BOM": lambda text: "\ufeff" + text.replace("\n", "\r"),
    "folded": lambda text: text.replace(": |\n", ": >\n").replace(": |-\n", ": >- # c\n"),
    "deep": lambda text: "a:\n - b:\n" + "".join(
        f"      {line}" if line.strip() else line
        for line in text.removeprefix("---\n").splitlines(keepends=True)
        if not line.startswith("...")
    ),
}  # fmt: skip

WORDS = [
    "foo", "a-b", "x:y", "c#d", "it''s", "12", "é", "\U0001f600", "<A>", "\\\\n", "x" * 30, "b c",
]  # fmt: skip


class Writer:
    """Writes random YAML whose every layout is legal, with the line break it is given."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.line_break = rng.choice(("\n", "\n", "\r\n", "\r"))
        self.names = 0
        self.anchors: list[str] = []

    def text(self) -> str:
        """One or two documents; perhaps without a final line break."""
        out = "\ufeff" if self.rng.random() < 0.1 else ""
        for _ in range(self.rng.choice((1, 1, 2))):
            out += f"---{self.line_break}" + self.collection(0, 0)
        return out.removesuffix(self.line_break) if self.rng.random() < 0.2 else out

    def name(self, prefix: str) -> str:
        """A name that is not used twice."""
        self.names += 1
        return f"{prefix}{self.names}"

    def collection(self, column: int, depth: int) -> str:
        """A block mapping or sequence at `column`."""
        mapping = self.rng.random() < 0.6
        out = ""
        for number in range(self.rng.randint(1, 3)):
            lead = (
                self.rng.choice(("k", "k y", "'q", '"\\t', "&a !!str k", "? k")) if mapping else "-"
            )
            closing = lead[0] if lead[0] in "'\"" else ""
            colon = f"{self.line_break}{' ' * column}:" if lead[0] == "?" else ":"
            head = f"{self.name(lead)}{closing}{colon}" if mapping else "-"
            if number and self.rng.random() < 0.15:
                out += f"{' ' * column}# comment{self.line_break}" + self.rng.choice(
                    ("", self.line_break)
                )
            out += " " * column + head + self.inner(column, depth, below_key=mapping)
        return out

    def compact(self, column: int, depth: int) -> str:
        """A collection that begins on the line of its parent's dash."""
        lead = " " * self.rng.choice((1, 2, 3))
        deeper = column + 1 + len(lead)
        return lead + self.collection(deeper, depth + 1)[deeper:]

    def inner(self, column: int, depth: int, *, below_key: bool) -> str:
        """What follows `key:` or `-`."""
        kind = self.rng.random()
        if depth < 4 and kind < 0.15 and not below_key:
            return self.compact(column, depth)
        if depth < 4 and kind < 0.4:
            deeper = column + self.rng.choice((1, 2, 4, 11))
            comment = self.rng.choice(("", "", " # c"))
            return comment + self.line_break + self.collection(deeper, depth + 1)
        if kind > 0.95:
            return self.line_break
        if kind > 0.9 and self.anchors:
            return f" *{self.rng.choice(self.anchors)}{self.line_break}"
        properties = self.rng.choice(("", "", "", "&", "!!str ", "!t ", "!!binary "))
        if properties == "&":
            self.anchors.append(self.name("b"))
            properties = f"&{self.anchors[-1]} "
        return " " + properties + self.scalar(column)

    def scalar(self, column: int) -> str:
        """Any style, with a comment behind what can bear one."""
        kind = self.rng.choice(("plain", "single", "double", "block", "block", "flow"))
        if kind == "block":
            return self.block(column)
        comment = self.rng.choice(("", "", " # c", "\t#", " "))
        return f"{getattr(self, kind)(column)}{comment}{self.line_break}"

    def flow(self, column: int) -> str:
        """A flow collection of two levels."""
        items = [getattr(self, self.rng.choice(("single", "double")))(column) for _ in range(2)]
        return f"[{items[0]}, {{{self.name('f')}: {items[1]}, g: [h i, j]}}]"

    def fold(self, column: int) -> str:
        """A break that folds, with blanks and empty lines around it."""
        empty = self.line_break * self.rng.choice((1, 1, 2, 3))
        return (
            self.rng.choice(("", " ", "\t")) + empty + " " * (column + self.rng.choice((1, 2, 5)))
        )

    def plain(self, column: int) -> str:
        """Words, blanks and folds."""
        words = [self.rng.choice(WORDS).replace("''", "'") for _ in range(self.rng.randint(1, 5))]
        out = words[0]
        for word in words[1:]:
            out += (" " if self.rng.random() < 0.6 else self.fold(column)) + word
        return out

    def single(self, column: int) -> str:
        """The same with edges that are blank."""
        parts = [" ", "  ", "''", "\u2028 ", "\x85", *WORDS]
        return f"'{self.mixed(column, parts)}'"

    def double(self, column: int) -> str:
        """The same with escapes and hidden breaks."""
        hidden = f"\\{self.line_break}{' ' * (column + 2)}"
        parts = [
            " ",
            hidden,
            hidden + "\\ ",
            "\\t",
            "\\x41",
            "\\u00e9",
            "\\\\",
            '\\"',
            "\\ ",
            *WORDS,
        ]
        return f'"{self.mixed(column, parts)}"'.replace("\\\\n", "\\n")

    def mixed(self, column: int, parts: list[str]) -> str:
        """Some of `parts`, some folds."""
        return "".join(
            self.fold(column) if self.rng.random() < 0.25 else self.rng.choice(parts)
            for _ in range(self.rng.randint(0, 6))
        )

    def block(self, column: int) -> str:
        """A literal or folded scalar with every header."""
        width = self.rng.choice((1, 2, 2, 4, 9))
        lines = [self.rng.choice(("", "", " x", "\ty", "# z", *WORDS)) for _ in range(4)]
        first = next((line for line in lines if line), "")
        digit = str(width) if first[:1] in (" ", "\t") or self.rng.random() < 0.2 else ""
        header = self.rng.choice("||>") + digit + self.rng.choice(("", "-", "+"))
        header += self.rng.choice(("", "", " # c"))
        indent = " " * (column + width)
        body = [indent + line if line else self.rng.choice(("", indent)) for line in lines]
        return self.line_break.join((header, *body, ""))
