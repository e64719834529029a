"""The verbs for what somebody says, and what somebody declined."""

from __future__ import annotations

import pytest

from onrecord.present.reporting import refusal, reporting_verb
from onrecord.schema.statement import Stance


@pytest.mark.parametrize(
    ("cue", "stance", "verb"),
    [
        ("says", "asserts", "said"),
        ("officially labeled", "asserts", "labeled"),
        ("called for", "urges", "called for"),
        ("told", "denies", "denied"),
        ("did not confirm", "does_not_confirm", "did not confirm"),
        ("in a statement", "asserts", "said"),
    ],
)
def test_the_verb_is_that_of_the_report_where_it_fits(cue: str, stance: Stance, verb: str) -> None:
    """The verb of the cue in the past, whatever adverb stands before it; else that of the stance."""
    assert reporting_verb(cue, stance) == verb


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("requests for comment", "declined to comment"),
        ("how many were held", "declined to say how many were held"),
        ("the inquiry", "declined to comment on the inquiry"),
    ],
)
def test_a_refusal_says_what_was_asked(said: str, told: str) -> None:
    """Not that somebody declined to comment on a request for comment."""
    assert refusal(said) == told
