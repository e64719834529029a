"""Who, whom, when, where and how many: the fields of an event row."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import read
from onrecord.schema.event import Event
from onrecord.schema.reading import Reading


def reading(text: str) -> Reading:
    return read(text, published="2024-03-06")


def only(text: str, type_: str) -> Event:
    (found,) = [e for e in reading(text).events if e.type == type_]
    return found


def test_both_sides_of_talks_carry_all_parties() -> None:
    """Mutual events are reciprocal."""
    found = only("Peru and Chile held talks in Lima on Tuesday.", "CONSULT")
    assert found.reciprocal and set(found.actors) == set(found.recipients) == {"per", "chl"}


def test_a_passive_names_the_one_who_acted() -> None:
    """The agent of a passive is the actor."""
    found = only("Two editors were arrested by police in Lima on Tuesday.", "COERCE")
    assert "police" in found.actors[0] and found.quantities[0].value == 2


def test_time_and_place_are_those_of_the_event() -> None:
    """The day on which it was said is not the day on which it happened."""
    text = "Peru's navy seized a trawler near Arica on Saturday, the ministry said on Monday."
    found = only(text, "COERCE")
    assert found.time is not None and found.time.value == "2024-03-02"
    assert reading(text).gazetteer[found.place or ""].name == "Arica"


def test_urging_is_an_event_and_so_is_what_is_urged() -> None:
    """A request has a row of its own beside what it calls for."""
    found = reading("Chile urged Peru to release the crew.").events
    assert [(e.type, e.status, e.actors) for e in found] == [
        ("REQUEST", "happened", ("chl",)),
        ("RETREAT", "called_for", ("per",)),
    ]


def test_what_ended_before_the_news_is_background() -> None:
    """An event long before the news of the report is background, the news is not."""
    found = reading("Peru expelled two envoys on Tuesday. In May 2019, Chile recalled its ambassador from Lima.").events
    assert [(e.type, e.background) for e in found] == [("SANCTION", False), ("SANCTION", True)]


def test_without_a_publication_date_nothing_relative_is_resolved() -> None:
    """Weekdays have no day without a date, and the clock is not asked."""
    found = read("Peru expelled two envoys on Tuesday.").events
    assert [e.time for e in found] == [None]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_and_every_row_cuts_its_words(text: str) -> None:
    """No text breaks the reading; offsets of all rows lie in the text."""
    if not text.strip() or any(0xD800 <= ord(c) < 0xE000 for c in text):
        return
    found = read(text)
    spans = [span for e in found.events for span in (*e.predicate, *e.evidence)]
    assert all(0 <= span.start < span.end <= len(found.article.text) for span in spans)


def test_a_place_belongs_to_the_nearest_event() -> None:
    """What follows another event's noun is that one's place; sanctions on a state do not take place there."""
    assert only("Ghana's president phoned the emir before the summit in Suva.", "CONSULT").place is None
    assert only("The bloc imposed sanctions on Chad on Monday.", "SANCTION").place is None


def test_whoever_is_dealt_with_does_not_act() -> None:
    """Of talks "with the rebels" whose other side is not named, the rebels are the recipients."""
    found = only("The talks with Chad began in Suva on Tuesday.", "CONSULT")
    assert (found.actors, found.recipients) == ((), ("tcd",))


def test_a_time_does_not_act() -> None:
    """A time between subject and verb is stepped over, and what stands before it acts."""
    assert not reading("The plane crash early Wednesday killed nine nurses.").events
    assert only("The attack early Wednesday killed nine nurses.", "ASSAULT").quantities[0].value == 9


def test_a_measure_stands_for_what_it_holds() -> None:
    """A series of attacks is attacks; more than fifty people are an object."""
    found = only("The rebels carried out a series of attacks near Lima on Tuesday.", "ASSAULT")
    assert found.actors and found.status == "happened"
    (killed,) = only("Police killed more than 50 people in Lima.", "ASSAULT").quantities
    assert (killed.value, killed.min) == (None, 50)


def test_a_day_between_verb_and_object_is_stepped_over() -> None:
    """American style puts the day before the object."""
    found = only("Peru announced Saturday a cut of all ties with Chile.", "SANCTION")
    assert (found.actors, found.recipients) == (("per",), ("chl",))
