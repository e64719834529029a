"""The passages in which statements stand in each other: each is read with all its statements and their links."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.acquire.text import article
from onrecord.knowledge.rows import packaged, rows
from tests.statements.passages import FOLDER, Passage, passages, wrong

UNSOLVED = frozenset((FOLDER / "unsolved").read_text(encoding="utf-8").splitlines())
LINKS = tuple(rows("cues_links.tsv", packaged("cues_links.tsv"), 4))
ROWS = [passage for path in sorted(FOLDER.glob("*.txt")) for passage in passages(path)]


def _mark(passage: Passage) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.xfail(strict=True),) if passage.text in UNSOLVED else ()


@pytest.mark.parametrize("passage", [pytest.param(row, id=row.text, marks=_mark(row)) for row in ROWS])
def test_passage(passage: Passage) -> None:
    """Each statement is found by its cue with its source, content, holder and outlets, and there is no other."""
    assert wrong(passage) == []


def test_what_is_not_solved_is_among_the_passages() -> None:
    assert {row.text for row in ROWS} >= UNSOLVED


@pytest.mark.parametrize("part", range(4))
def test_every_example_of_a_link_names_its_outlet(part: int) -> None:
    """The examples in the table of links are read as the table says: one statement, by way of the outlet."""
    wrongly = [row.cells[3] for row in LINKS[part::4] if not _is_by_way_of_an_outlet(row.cells[3])]
    assert wrongly == []


def _is_by_way_of_an_outlet(text: str) -> bool:
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    ways = [reading.actors[actor].kind for said in reading.statements for actor in said.via]
    return ways == ["outlet"] and len(reading.statements) == 1
