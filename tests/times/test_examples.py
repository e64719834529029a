"""The tables of examples: expressions in their sentences, with the values and intervals they should have."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.times.reading import times

FOLDER = Path(__file__).with_name("examples")
UNSOLVED = "known_failures"
LEAST = 400  # rows of the table


class Example(msgspec.Struct, frozen=True):
    """A row: the text, the bracketed stretch of it, and what it should mean (`value` is "none" where it is no time)."""

    kind: str
    published: str | None
    text: str
    start: int
    end: int
    value: str
    bounds: tuple[str, str]
    url: str | None


def examples() -> list[Example]:
    """The rows of all files, in the order of their names."""
    return [
        _example(path.stem, line.split("\t"))
        for path in sorted(FOLDER.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]


def _example(kind: str, cells: list[str]) -> Example:
    published, marked, value, begin, end, url = [*cells, ""][:6]
    start, stop = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    day = None if published == "-" else published
    return Example(kind, day, text, start, stop, value, (begin, end), url or None)


def _mark(example: Example) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.xfail(strict=True),) if example.kind == UNSOLVED else ()


ROWS = examples()
PARAMETERS = [pytest.param(row, id=f"{row.kind}: {row.published} {row.text}", marks=_mark(row)) for row in ROWS]


@pytest.mark.parametrize("row", PARAMETERS)
def test_example(row: Example) -> None:
    """Each bracketed expression is found with its extent, value and interval; what is marked as none is no time."""
    found = times(row.text, row.published, row.url)
    if row.value == "none":
        assert not [t.text for t in found if t.start < row.end and t.end > row.start]
        return
    time = {(t.start, t.end): t for t in found}.get((row.start, row.end))
    assert time is not None, [t.text for t in found]
    assert (time.value, time.from_ or "", time.to or "") == (row.value, *row.bounds), time.rule


def test_the_table_is_large_enough() -> None:
    """The table has at least 400 rows, and hardly any of them is unsolved."""
    assert len(ROWS) >= LEAST
    assert sum(row.kind == UNSOLVED for row in ROWS) <= len(ROWS) // 50
