"""What a source does by saying something."""

from __future__ import annotations

import pytest

from tests.statements.reading import told


@pytest.mark.parametrize(
    "text, stance",
    [
        ("The mayor said that the bridge was shut.", "asserts"),
        ("The mayor confirmed that the bridge was shut.", "confirms"),
        ("The mayor admitted taking the money.", "confirms"),
        ("The mayor denied that the bridge was shut.", "denies"),
        ("The mayor did not confirm the reports.", "does_not_confirm"),
        ("The mayor declined to comment.", "declines_to_comment"),
        ("The mayor did not reply to questions sent by e-mail.", "declines_to_comment"),
        ("The mayor did not say whether the bridge was shut.", "declines_to_comment"),
        ("The mayor accused the builders of theft.", "accuses"),
        ("The mayor urged residents to stay at home.", "urges"),
        ("The mayor promised to open the bridge.", "promises"),
        ("The mayor threatened to close the bridge.", "threatens"),
        ("The mayor warned that the bridge might fall.", "warns"),
        ("The weekly retracted its report.", "retracts"),
        ("The office clarified that only two flights were late.", "corrects"),
    ],
)
def test_the_cue_decides(text: str, stance: str) -> None:
    """With its negation."""
    assert [row.row.stance for row in told(text)] == [stance]


@pytest.mark.parametrize(
    "content, stance",
    [
        ("We have nothing to say on this topic", "declines_to_comment"),
        ("The claim is absurd", "denies"),
        ("I never asked anyone to sign", "denies"),
        ("No such trip was planned", "denies"),
        ("There were nine trucks, not 34", "corrects"),
        ("The road must be opened", "urges"),
        ("We never sleep", "asserts"),
        ("I did not want to come", "asserts"),
    ],
)
def test_the_words_said_decide_where_the_cue_only_asserts(content: str, stance: str) -> None:
    """A flat denial of a deed, a verdict on a claim, a refusal, a duty."""
    assert [row.row.stance for row in told(f"“{content},” the mayor said.")] == [stance]


def test_a_report_withdrawn_by_its_outlet() -> None:
    """What is taken back is what the report told."""
    (row,) = told("A newspaper withdrew its report that the mayor had confessed.")
    assert (row.row.stance, row.content) == ("retracts", "the mayor had confessed")


def test_an_outlet_that_calls_its_own_report_wrong_retracts_it() -> None:
    """Another's report called wrong is denied."""
    own, other = (told(f"The weekly said that {whose} report was wrong.")[0] for whose in ("its", "the"))
    assert (own.row.stance, other.row.stance) == ("retracts", "denies")


def test_a_question_asks_for_nothing_to_be_done() -> None:
    """ "Asked whether" is no demand, "asked to" is."""
    question, demand = told("The judge asked whether he knew. The judge asked him to leave.")
    assert (question.row.stance, demand.row.stance) == ("asserts", "urges")
