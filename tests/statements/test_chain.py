"""On whose word: statements within statements, and who stands between."""

from __future__ import annotations

from onrecord.schema.actor import Actor
from tests.statements.reading import told

ACTORS = {
    "daily": Actor(name="Harbour Daily", kind="outlet", sectors=("JRN",)),
    "officials": Actor(name="officials", kind="group", local=True),
    "army": Actor(name="Army of Norland", kind="organization", sectors=("MIL",)),
    "agency": Actor(name="Sund Agency", kind="outlet", sectors=("JRN",)),
}


def test_an_outlet_that_cites_officials() -> None:
    """The officials' statement has the same content, within the outlet's."""
    text = "The port was shelled, the Harbour Daily reported, citing officials."
    outlet, officials = told(text, ACTORS, {"Harbour Daily": "daily", "officials": "officials"})
    assert (outlet.content, officials.content) == ("The port was shelled", "The port was shelled")
    assert (officials.row.within, officials.row.via) == (outlet.row.id, ("daily",))


def test_what_is_cited_must_be_able_to_speak() -> None:
    """Images and figures are evidence, not a source."""
    rows = told("Two diplomats, citing satellite images, said that the port was shelled.")
    assert [row.cue for row in rows] == ["said"]


def test_quoted_as_saying_is_two_statements() -> None:
    """The agency's report of the words, and within it those of the speaker."""
    text = "General Pavo Rusk was quoted by the Sund Agency as saying that the road was mined."
    agency, general = told(text, ACTORS, {"Sund Agency": "agency"})
    assert (agency.cue, general.cue, general.source) == ("was quoted", "saying", "General Pavo Rusk")
    assert (general.row.within, general.row.via) == (agency.row.id, ("agency",))


def test_a_statement_inside_another_one() -> None:
    """The cue of the inner one stands in the content of the outer one."""
    denial, report = told("The army denied shelling the port, residents said.", ACTORS, {"The army": "army"})
    assert (denial.row.within, report.row.within) == (report.row.id, None)
    assert denial.content == "shelling the port"


def test_told_to_an_outlet() -> None:
    """The outlet stands in between and is the channel; that does not make a statement of its own."""
    (row,) = told("A clerk told the Harbour Daily that the vault was empty.", ACTORS, {"Harbour Daily": "daily"})
    assert (row.row.via, row.row.channel, row.row.addressee) == (("daily",), "Harbour Daily", "daily")


def test_hearsay_inside_a_statement() -> None:
    """Nobody is named, on the word of who speaks."""
    outer, hearsay = sorted(told("The judge said police allegedly took a laptop."), key=lambda row: row.row.cue)
    assert (hearsay.cue, hearsay.row.within) == ("allegedly", outer.row.id)


def test_one_refusal_is_one_statement() -> None:
    """ "Said it could neither confirm nor deny that P" is about P."""
    (row,) = told("The ministry said it could neither confirm nor deny that the plant was shut.")
    assert (row.source, row.content, row.row.stance) == ("The ministry", "the plant was shut", "does_not_confirm")


def test_whom_a_paper_cites_speaks_by_way_of_it() -> None:
    """Also where the name of the paper is one that no table has."""
    rows = told("A van overturned near Oruro, the daily El Altiplano reported on Tuesday, citing two paramedics.")
    assert [row.source for row in rows] == ["the daily El Altiplano", "two paramedics"]
    assert rows[0].content == rows[1].content == "A van overturned near Oruro"
    assert rows[1].row.within == rows[0].row.id


def test_who_says_something_in_the_words_of_another() -> None:
    """A content is read once more by itself, since the network was taught outermost attributions alone."""
    outer, inner = told(
        "The daily Sur reported that engineers had warned the company in March that the dam would burst."
    )
    assert (outer.source, inner.source) == ("The daily Sur", "engineers")
    assert (inner.row.stance, inner.row.within) == ("warns", outer.row.id)
