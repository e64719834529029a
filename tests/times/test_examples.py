"""The table of examples: expressions in their sentences, with the values and intervals they should have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.times.reading import times

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("examples.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}: {row[2]}" for row in ROWS])
def test_example(row: list[str]) -> None:
    """Each bracketed expression of the table is found with its exact extent, value and interval."""
    _, published, marked, value, begin, end = row
    start, stop = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = {(t.start, t.end): t for t in times(text, None if published == "-" else published)}
    time = found.get((start, stop))
    assert time is not None, [t.text for t in found.values()]
    assert (time.value, time.from_ or "", time.to or "") == (value, begin, end), time.rule
