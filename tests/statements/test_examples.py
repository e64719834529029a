"""The examples in the table of cues are read as the table says."""

from __future__ import annotations

import pytest

from onrecord.knowledge.rows import Row, packaged, rows
from tests.statements.reading import told

ROWS = tuple(rows("cues.tsv", packaged("cues.tsv"), 8))


@pytest.mark.parametrize("part", range(8))
def test_every_example_makes_a_statement_of_its_stance(part: int) -> None:
    """So the table tells nothing that the grammar does not know."""
    wrong = [row.cells[0] for row in ROWS[part::8] if not _is_read(row)]
    assert wrong == []


def _is_read(row: Row) -> bool:
    stances = {row.cells[2], row.cells[3]}
    return any(one.row.stance in stances for one in told(row.cells[7]))
