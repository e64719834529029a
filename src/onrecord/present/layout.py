"""Layout of text on a terminal: bullets with a hanging indent, blank lines between parts, the styles in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

TITLE, HEADING, FAINT = "bold", "bold cyan", "dim"
INDENT = (0, 0, 0, 4)
PROSE = 100
"""Columns of running text at most: longer lines are hard to read."""


def bullet(text: Text, mark: str = "•") -> RenderableType:
    """A line with a mark before it; further lines stand under its first word."""
    row = Table.grid(padding=(0, 1))
    row.add_column(width=1)
    row.add_column()
    row.add_row(Text(mark), text)
    return Padding(row, (0, 0, 0, 2))


def spaced(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """The parts with a blank line between each two."""
    for number, part in enumerate(parts):
        if number:
            yield Text("")
        yield part
