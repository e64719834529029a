"""How many articles sources hold, as far as a quick look tells, for a progress bar."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.acquire import files
from onrecord.acquire.options import Format, SourceOptions
from onrecord.schema.reading import Unread

_SINGLE: frozenset[Format | None] = frozenset(["text", "html", None])
_CHUNK = 1 << 20


def count(sources: Sequence[str], options: SourceOptions) -> int | None:
    """The number of items; None where it cannot be told without reading them (standard input, tables, packed lines)."""
    total = 0
    for source in sources:
        if source == "-":
            return None
        for path in [None] if "://" in source else files.paths(source):
            items = 1 if path is None or isinstance(path, Unread) else _items(path, options.format)
            if items is None:
                return None
            total += items
    return total


def _items(path: Path, given: Format | None) -> int | None:
    kind = given or files.format_of(path)
    if kind in _SINGLE:
        return 1
    return _lines(path) if kind == "jsonl" and path.suffix != ".gz" else None


def _lines(path: Path) -> int | None:
    """The lines of a file that are not empty at its end."""
    total, last = 0, b"\n"
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                total, last = total + chunk.count(b"\n"), chunk[-1:]
    except OSError:
        return None
    return total + (last != b"\n")
