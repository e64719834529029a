"""Rows of the packaged tables: tab-separated text with a comment head, read with their line numbers."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import msgspec

from onrecord.errors import KnowledgeError


class Row(msgspec.Struct, frozen=True, gc=False):
    """One row of a table: the file and line it stands in, and its cells, as many as the table has columns."""

    file: str
    line: int
    cells: tuple[str, ...]

    def error(self, reason: str) -> KnowledgeError:
        """An error that names this row's file and line."""
        return KnowledgeError(f"{self.file}, line {self.line}: {reason}")


def packaged(name: str) -> str:
    """The text of a packaged table, by its file name in `knowledge/data`."""
    return files("onrecord.knowledge").joinpath("data", name).read_text(encoding="utf-8")


def rows(name: str, text: str, columns: int) -> Iterator[Row]:
    """The rows of a table's text. Comments (`#`) and empty lines are skipped; missing cells at the end are empty.

    Raises KnowledgeError where a row has more cells than the table has columns.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line[0] == "#":
            continue
        cells = tuple(line.split("\t"))
        if len(cells) > columns:
            raise KnowledgeError(f"{name}, line {number}: {len(cells)} cells, at most {columns} expected")
        yield Row(name, number, cells + ("",) * (columns - len(cells)))
