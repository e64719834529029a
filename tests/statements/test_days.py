"""When statements were made."""

from __future__ import annotations

import pytest

from tests.statements.reading import told


@pytest.mark.parametrize(
    ("text", "cue", "value", "tie"),
    [
        ("The army said on Monday that the port was safe.", "said", "2023-09-04", "phrase"),
        ("The army left the port on Monday and said that it was safe.", "said", "2023-09-04", "clause"),
        ("In a Monday interview the army said that the port was safe.", "said", "2023-09-04", "sentence"),
        ("The army denied the report on Monday, saying that the port was safe.", "saying", "2023-09-04", "clause"),
    ],
)
def test_the_day_is_that_of_the_cue(text: str, cue: str, value: str, tie: str) -> None:
    """A day belongs to a cue by the tree, by a clause of the same time, or by the occasion."""
    (row,) = [one.row for one in told(text) if one.cue == cue]
    assert row.time is not None and (row.time.value, row.time.tie) == (value, tie)


@pytest.mark.parametrize(
    "text",
    [
        "The port was shelled on Monday, the army said.",
        "The army, which left the port on Monday, said that it was safe.",
        "Asked about the raid of Monday, the army said that the port was safe.",
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_cue(text: str) -> None:
    """When something happened is not when it was said."""
    assert [one.row.time for one in told(text) if one.cue == "said"] == [None]
