"""The passages in which statements stand in each other: each is read with all its statements and their links."""

from __future__ import annotations

import pytest

from tests.statements.passages import FOLDER, Passage, passages, wrong

UNSOLVED = frozenset((FOLDER / "unsolved").read_text(encoding="utf-8").splitlines())
ROWS = [passage for path in sorted(FOLDER.glob("*.txt")) for passage in passages(path)]


def _mark(passage: Passage) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.xfail(strict=True),) if passage.text in UNSOLVED else ()


@pytest.mark.parametrize("passage", [pytest.param(row, id=row.text, marks=_mark(row)) for row in ROWS])
def test_passage(passage: Passage) -> None:
    """Each statement is found by its cue with its source, content, holder and outlets, and there is no other."""
    assert wrong(passage) == []


def test_what_is_not_solved_is_among_the_passages() -> None:
    assert {row.text for row in ROWS} >= UNSOLVED
