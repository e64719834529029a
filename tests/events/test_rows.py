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


def test_two_objects_are_told_apart() -> None:
    """Whoever is given something is the recipient, and a term in which to leave is an expulsion."""
    assert only("Norway gave Malawi 4 million euros.", "AID").recipients == ("mwi",)
    found = only("Peru gave four Chilean diplomats 48 hours to leave.", "SANCTION")
    assert found.actors == ("per",) and found.mode == "expel" and found.recipients


def test_the_owner_of_what_is_answered_is_the_recipient() -> None:
    """A plan that is rejected is somebody's."""
    found = only("Chad rejected Norway's plan for a truce.", "REJECT")
    assert (found.actors, found.recipients) == (("tcd",), ("nor",))


def test_a_verdict_is_told_of_its_object() -> None:
    """An adjective after the object belongs to the verb."""
    assert only("A court in Lima found the editor guilty of theft.", "SANCTION").mode == "convict"


def test_nouns_that_name_an_event_need_no_party() -> None:
    """An airstrike is an event whoever flew it; a drill that may be held by nobody known is not enough."""
    assert only("The airstrike lit up the town.", "ASSAULT").status == "happened"
    assert not reading("Hopes of a rally rose.").events


def test_an_event_noun_has_the_parties_of_what_it_hangs_on() -> None:
    """Who puts off a drill holds it, and clashes that erupt between two have both."""
    found = only("Peru and Chile postponed their military exercise.", "MOBILIZE")
    assert set(found.actors) == {"per", "chl"}
    assert only("Clashes erupted between Chad and Niger.", "ASSAULT").reciprocal


def test_a_number_of_people_is_somebody() -> None:
    """A bare number after an article stands for people."""
    assert only("The nine were being held for blocking the bridge, the police said.", "COERCE").mode == "arrest"


def test_what_has_a_possibility_is_possible() -> None:
    """The possibility of a sale is no sale."""
    text = "Peru's premier spoke of the possibility of an arms sale to Chile."
    assert all(e.status == "possible" for e in reading(text).events if e.type == "COOPERATE")
