"""Tests of usual names: what papers leave out of a name, and what they never do."""

from __future__ import annotations

import pytest

from onrecord.knowledge.rows import packaged, rows
from onrecord.knowledge.usual_names import usual


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Paul R. Okello", "Paul Okello"),
        ("Mike Okello", "Michael Okello"),
        ("Robert S. Marin III", "Robert Marin"),
        ("Jesse L. Okello Jr.", "Jesse Okello Jr."),
        ("J. D. Okello", "J. Okello"),
        ("Zaw Min Htut", "Zaw Min Htut"),
        ("Abdullah II", "Abdullah II"),
        ("Okello", "Okello"),
    ],
)
def test_the_usual_form_of_a_name(name: str, expected: str) -> None:
    assert usual(name) == expected


def test_a_short_form_belongs_to_one_name() -> None:
    short = [word for row in rows("t", packaged("short_given_names.tsv"), 2) for word in row.cells[1].split()]
    full = [row.cells[0] for row in rows("t", packaged("short_given_names.tsv"), 2)]
    assert len(short) == len(set(short))
    assert not set(short) & set(full)
