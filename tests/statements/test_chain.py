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


def test_whom_a_paper_quotes_in_passing() -> None:
    """A participle is enough: the paper tells what its guest says."""
    paper, rusk = told("General Pavo Rusk, quoted by the Sund Agency, said the road was mined.")
    assert (paper.source, paper.cue, rusk.cue) == ("the Sund Agency", "quoted by", "said")
    assert (paper.row.within, rusk.row.within) == (None, paper.row.id)


def test_reasons_are_no_source() -> None:
    """What somebody cites says something only where it can speak."""
    rows = told("The Harbour Daily, citing rising costs, said that it would close.")
    assert not [row for row in rows if row.source == "rising costs"]


def test_a_quotation_is_read_like_plain_words() -> None:
    """Who says something inside quotation marks says it on the word of whoever is quoted."""
    promise, trader = told('"The owners promised that the roof would hold," a trader said.')
    assert (promise.source, promise.content) == ("The owners", "the roof would hold")
    assert promise.row.within == trader.row.id


def test_an_interruption_is_no_part_of_what_is_said() -> None:
    """Neither its words nor whoever speaks in it are taken for those of the content."""
    airline, pilot = told("The pilot, the airline said, had told the tower that he was late.")
    assert (pilot.source, pilot.content, pilot.row.within) == ("The pilot", "he was late", airline.row.id)


def test_what_a_source_goes_on_to_say_is_another_statement() -> None:
    """Not a part of the first, though the network takes it for one."""
    rows = told(
        "The navy confirmed that a shot was fired before the ferry was boarded, and withdrew an earlier denial."
    )
    assert [(row.source, row.row.within) for row in rows] == [("The navy", None), ("The navy", None)]


def test_who_is_named_at_the_end_speaks_of_all_that_stands_before() -> None:
    """Also where the network takes that for words of the inner one."""
    told_by, desk = told("The envoy told Norland that the camps would be shut, according to the foreign ministry.")
    assert told_by.content == "the camps would be shut"
    assert (told_by.row.within, desk.row.within) == (desk.row.id, None)


def test_joined_clauses_of_a_content() -> None:
    """Each speaks for itself, not for the clause before it."""
    outer, bank, berlin = told(
        "The envoy said that the bank had warned him of a run and that Berlin had promised to pay."
    )
    assert (bank.content, berlin.content) == ("him of a run", "to pay")
    assert bank.row.within == berlin.row.within == outer.row.id


def test_a_claim_inside_a_denial() -> None:
    """Whoever makes it is named by a noun."""
    denial, claim = told("The army denied a report by the Harbour Daily that its tanks had burned.")
    assert (claim.source, claim.content) == ("the Harbour Daily", "its tanks had burned")
    assert (denial.row.stance, claim.row.within) == ("denies", denial.row.id)


def test_an_outlet_that_has_seen_a_letter() -> None:
    """It stands between, without a statement of its own; so does one that was given an interview."""
    named = {"Harbour Daily": "daily"}
    (seen,) = told("In a letter seen by the Harbour Daily, the bishop said that the school was shut.", ACTORS, named)
    (asked,) = told("The bishop said in an interview with the Harbour Daily that it was shut.", ACTORS, named)
    assert seen.row.via == asked.row.via == ("daily",)


def test_a_name_and_a_colon() -> None:
    """As in headlines and in records of what was said."""
    (row,) = told("Ana Vuki: The bridge is safe and nobody has to leave")
    assert (row.source, row.cue) == ("Ana Vuki", ":")
