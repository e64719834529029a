"""The sentence of an event: it says no more than its row."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.present.clauses import Clause, told
from onrecord.present.own_words import OwnWords
from onrecord.schema.event import Status

VISIT = Clause(
    type="CONSULT",
    mode="visit",
    status="happened",
    negated=False,
    actors=("Ada Brandt",),
    recipients=("Norway",),
    own=OwnWords("visited", "Norway with her delegation"),
)
ARREST = msgspec.structs.replace(
    VISIT,
    type="COERCE",
    mode="arrest",
    actors=(),
    recipients=("Cai Holm",),
    own=OwnWords("arrested", "on Sunday"),
)


def change(clause: Clause, **fields: object) -> str:
    """The sentence of a clause with some fields changed."""
    return told(msgspec.structs.replace(clause, **fields)).text


@pytest.mark.parametrize(
    ("status", "active", "passive"),
    [
        ("happened", "Ada Brandt visited Norway", "Cai Holm was arrested"),
        ("ongoing", "Ada Brandt is visiting Norway", "Cai Holm is being arrested"),
        ("planned", "Ada Brandt is to visit Norway", "Cai Holm is to be arrested"),
        ("possible", "Ada Brandt may visit Norway", "Cai Holm may be arrested"),
        ("called_for", "Called for: Ada Brandt to visit Norway", "Called for: Cai Holm to be arrested"),
        ("denied", "Denied: Ada Brandt visiting Norway", "Denied: Cai Holm being arrested"),
        ("not_happened", "Ada Brandt did not visit Norway", "Cai Holm was not arrested"),
    ],
)
def test_the_status_decides_the_form_of_the_verb(status: Status, active: str, passive: str) -> None:
    """Each status has its own form, so that only what happened is told as a fact."""
    assert change(VISIT, status=status) == active
    assert change(ARREST, status=status) == passive


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("planned", "Ada Brandt will not visit Norway"),
        ("possible", "Ada Brandt might not visit Norway"),
        ("called_for", "Called for: Ada Brandt not to visit Norway"),
    ],
)
def test_what_is_not_to_happen(status: Status, sentence: str) -> None:
    """A negated plan, possibility or call says so."""
    assert change(VISIT, status=status, negated=True) == sentence


def test_a_cancelled_visit_that_lies_ahead() -> None:
    """What will not take place on a day to come is not told as past."""
    assert change(VISIT, status="not_happened", to_come=True) == "Ada Brandt will not visit Norway"


def test_talks_name_all_parties_as_their_subject() -> None:
    """Where both sides carry all parties, they stand once."""
    both = ("Norway", "Sweden")
    sentence = change(VISIT, mode=None, own=OwnWords("talks"), actors=both, recipients=both, status="ongoing")
    assert sentence == "Norway and Sweden are holding talks"


def test_a_vague_wording_quotes_the_report() -> None:
    """Where the table knows only the type, the words of the report stand behind the sentence."""
    row = change(VISIT, type="RETREAT", mode="withdraw", own=OwnWords("thin out", "its patrols"))
    assert row == "Ada Brandt stepped back: “thin out its patrols”"


def test_a_missing_part_is_not_made_up() -> None:
    """A verb that lacks whom it concerns is followed by the words of the report."""
    assert change(VISIT, recipients=(), own=OwnWords("visited", "the fair")) == "Ada Brandt visited “the fair”"


def test_nobody_is_made_to_act() -> None:
    """Without parties the words of the report stand behind the status."""
    sentence = change(VISIT, actors=(), recipients=(), own=OwnWords("talks", "in Oslo"), status="planned")
    assert sentence == "Planned: “talks in Oslo”"


def test_the_object_stands_without_its_quotation_marks() -> None:
    """Half a pair of quotation marks in an object does not get into the sentence."""
    row = change(VISIT, type="AID", mode=None, own=OwnWords("supplies"), object="“40 boats", status="possible")
    assert row == "Ada Brandt may supply 40 boats to Norway"


def test_many_parties_are_counted() -> None:
    """From the fifth party on the others are counted."""
    names = tuple(f"Party {letter}" for letter in "ABCDEF")
    assert change(VISIT, actors=names) == "Party A, Party B, Party C and 3 others visited Norway"


def test_words_that_go_on_from_the_verb_are_joined_to_it() -> None:
    """Behind the report's own verb its words go on, without the party that the sentence has named."""
    row = {"type": "ACCUSE", "mode": "allege"}
    accused = OwnWords("accused", "Norway of delaying the ferry")
    assert change(VISIT, own=accused, **row) == "Ada Brandt accused Norway “of delaying the ferry”"
    passive = OwnWords("accused", "by Ada Brandt of delay")
    assert change(VISIT, own=passive, **row) == "Ada Brandt accused Norway: “accused by Ada Brandt of delay”"


def test_a_noun_does_not_go_on() -> None:
    """Behind a noun of the report its words stand by themselves."""
    row = {"type": "REQUEST", "mode": "change", "recipients": ()}
    demand = OwnWords("demand", "for a fine", noun=True)
    assert change(VISIT, own=demand, **row) == "Ada Brandt demanded: “demand for a fine”"


@pytest.mark.parametrize(
    ("own", "status", "sentence"),
    [
        (OwnWords("blocked", "the ferry bill on Sunday"), "happened", "Ada Brandt blocked “the ferry bill on Sunday”"),
        (OwnWords("blocking", "the ferry bill"), "planned", "Ada Brandt is to block “the ferry bill”"),
        (OwnWords("stopped", "the bill"), "denied", "Denied: Ada Brandt stopping “the bill”"),
        (OwnWords("blocked", "by Ada Brandt", passive=True), "happened", "Ada Brandt refused: “blocked by Ada Brandt”"),
        (OwnWords("block", "of the bill", noun=True), "happened", "Ada Brandt refused: “block of the bill”"),
    ],
)
def test_the_verb_of_the_report_instead_of_that_of_a_type(own: OwnWords, status: Status, sentence: str) -> None:
    """Where the table has only a verb for a whole type, that of the report is told, unless it is no active verb."""
    assert change(VISIT, type="REJECT", mode=None, own=own, status=status) == sentence


def test_what_was_fired_at_is_told_as_the_report_has_it() -> None:
    """Whoever was shot at need not have been hit, nor was a state fired on with its ferry."""
    fired = msgspec.structs.replace(VISIT, type="ASSAULT", mode="firearms", status="happened")
    assert change(fired, own=OwnWords("shot", "at Norway")) == "Ada Brandt shot at Norway"
    row = change(fired, own=OwnWords("fired", "on a Norwegian ferry that they seized"))
    assert row == "Ada Brandt fired on a Norwegian ferry"
