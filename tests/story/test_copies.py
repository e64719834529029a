"""Copies: one text in several reports."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.schema.reading import Reading
from onrecord.story.copies import copies
from tests.story.make import report

WIRE = (
    "The port of Bergen was closed on Monday after a tanker ran aground at the harbour mouth. The coast guard said "
    "that the crew of 23 had been taken off by helicopter and that no oil had leaked. The owners, a firm in Stavanger, "
    "sent two tugs. Traffic is to begin again on Wednesday, the harbour master told reporters, if the wind allows it."
)
BULLETIN = (
    "Road deaths in the week to {}: {} people died and {} were hurt on the roads of the county, the police said on "
    "Monday. In the same week of last year {} people had died. The police ask all drivers to keep their distance and "
    "to wear a belt. The next bulletin will be given out in a week, at the same hour, at the office in the capital."
)


def test_a_text_in_two_papers_is_a_copy_of_the_earlier() -> None:
    """Of one text the earliest report is the original, whatever the ids."""
    assert copies([report("a", WIRE, "2024-03-12"), report("b", WIRE, "2024-03-11")]) == {"a": "b"}


def test_a_cut_text_with_another_head_is_a_copy() -> None:
    """The first paragraphs of a text, under another paper's first words, are a copy."""
    cut = "BERGEN (Harbour Agency) - " + WIRE[: WIRE.index("The owners")]
    assert copies([report("a", WIRE, "2024-03-11"), report("b", cut, "2024-03-12")]) == {"b": "a"}


def test_a_weekly_bulletin_is_no_copy() -> None:
    """The same words with other numbers are another report."""
    one, other = BULLETIN.format("3 March", 4, 31, 6), BULLETIN.format("10 March", 7, 22, 5)
    assert copies([report("a", one), report("b", other)]) == {}


def test_a_short_denial_is_no_copy() -> None:
    """Of short texts nearly all words must agree: one of them may turn the sense."""
    told = "Ada Brandt met Bo Lind in Oslo on 2024-03-10 for talks on fish and on trade between their countries."
    assert copies([report("a", told), report("b", "Bo Lind denied that " + told)]) == {}
    assert copies([report("a", told), report("b", told + " More soon.")]) == {"b": "a"}


@pytest.mark.parametrize("text", ["", "One.", "One two three."])
def test_texts_of_a_few_words(text: str) -> None:
    """Even a few words are a copy only of the same words, and no words of none."""
    assert copies([report("a", text), report("b", text)]) == ({"b": "a"} if text else {})
    assert copies([report("a", text), report("b", "Another word or two.")]) == {}


def test_many_papers_are_one_group() -> None:
    """A text that hundreds carry is one group, in whatever way each has cut it."""
    tails = ["Read on.", "Share this.", "By our staff.", "More news below."]
    readings = [report(f"r{number:03}", f"{WIRE} {tails[number % 4]}", "2024-03-11") for number in range(200)]
    assert set(copies(readings).values()) == {"r000"}
    assert len(copies(readings)) == 199


READINGS = [
    report(name, text, day)
    for name, text, day in [
        ("a", WIRE, "2024-03-12"),
        ("b", WIRE + " More.", "2024-03-11"),
        ("c", WIRE[60:], "2024-03-11"),
        ("d", BULLETIN.format("3 March", 4, 31, 6), None),
        ("e", BULLETIN.format("3 March", 4, 31, 6), "2024-03-10"),
        ("f", BULLETIN.format("10 March", 7, 22, 5), "2024-03-17"),
    ]
]


@given(st.permutations(READINGS))
def test_the_order_does_not_matter(readings: list[Reading]) -> None:
    """Copies are the same in any order; an undated text is never the original of a dated one."""
    assert copies(readings) == {"a": "b", "c": "b", "d": "e"}


PLACES = "Bergen Oslo Hamar Narvik Molde Larvik Alta Moss Tromso Bodo".split()
WORDS = (
    "harbour master council tanker ferry crew storm bridge tunnel budget vote inquiry minister officer captain owner "
    "price wage strike union court judge witness island coast valley village school nurse farmer engine signal route "
    "quickly slowly yesterday again before after under without against because opened closed raised lowered found "
    "said asked told moved built sold the a of to in on for with and by from that which had has will may"
).split()


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Invented sentences, too long to be written twice, with a number now and then."""
    random = Random(draw(st.integers(0, 2**32)))
    lines = []
    for _ in range(random.randint(6, 14)):
        words = [random.choice(WORDS) for _ in range(random.randint(9, 22))]
        if random.random() < 0.5:
            words.insert(random.randrange(len(words)), str(random.randint(2, 900)))
        lines.append(f"{random.choice(PLACES)} {' '.join(words)}.")
    return " ".join(lines)


def edited(text: str, every: int) -> str:
    """A text in which each so many-th word, where it is no number, is another."""
    words = text.split()
    return " ".join(
        "altogether" if place % every == every - 1 and not word[0].isdigit() else word
        for place, word in enumerate(words)
    )


EDITS: dict[str, Callable[[str], str]] = {
    "re-headlined": lambda text: f"PORT SHUT AFTER ACCIDENT\n\n{text}",
    "byline": lambda text: f"By Cai Holm, Fjord Post, 4 May 2024, 10:35\n\n{text}",
    "tail": lambda text: f"{text}\n\n(Harbour Agency) Subscribe to our newsletter. All rights reserved.",
    "first half": lambda text: text[: len(text) // 2],
    "last half": lambda text: text[len(text) // 2 :],
    "edited": lambda text: edited(text, 25),
    "other layout": lambda text: text.upper().replace(". ", ".\n\n").replace(",", " -"),
}


@settings(deadline=None)
@given(sentences(), st.sampled_from(sorted(EDITS)))
def test_an_edited_text_is_a_copy(text: str, edit: str) -> None:
    """A copy is found whatever was cut from it, put before or behind it, or changed here and there."""
    assert copies([report("a", text, "2024-03-11"), report("b", EDITS[edit](text), "2024-03-12")]) == {"b": "a"}


@settings(deadline=None)
@given(sentences(), sentences())
def test_texts_of_two_reports_are_no_copies(one: str, other: str) -> None:
    """Reports that share words and places, and no passages, are no copies."""
    assume(one != other)
    assert copies([report("a", one), report("b", other)]) == {}


@given(st.lists(st.integers(2, 900), min_size=6, max_size=6, unique=True))
def test_a_template_with_other_numbers_is_no_copy(numbers: list[int]) -> None:
    """What a template says each week is its numbers."""
    one = BULLETIN.format("3 March", *numbers[:3])
    other = BULLETIN.format("10 March", *numbers[3:])
    assert copies([report("a", one), report("b", other)]) == {}


def test_another_day_is_another_issue() -> None:
    """Days count as numbers: the tide table of Tuesday is not that of Monday."""
    table = "High water at the quay of Hamar on {} in {}, and no boat may leave before it, the harbour master said."
    one, other = (table.format(*day) for day in [("Monday", "March 4"), ("Tuesday", "April 9")])
    assert copies([report("a", one), report("b", other)]) == {}


def test_converted_units_are_no_other_numbers() -> None:
    """A paper that writes miles for kilometres has a copy."""
    text = WIRE + " The tanker had come {}, from a port in the north, and carried {} of oil, its owners told reporters."
    metric, other = text.format("450 kilometres", "12,000 tonnes"), text.format("280 miles", "88,000 barrels")
    assert copies([report("a", metric, "2024-03-11"), report("b", other, "2024-03-12")]) == {"b": "a"}


def test_a_toll_that_has_risen_makes_no_other_text() -> None:
    """One number of many that is another one is an update of the same text."""
    text = "On Monday {} people were hurt on the bridge. " + WIRE
    assert copies([report("a", text.format(4), "2024-03-11"), report("b", text.format(6), "2024-03-12")]) == {"b": "a"}


LEAD = (
    "Ships were turned away from Bergen this week, the second time in a year that an accident has shut its harbour, "
    "and the council is to meet over it in a closed session tonight."
)
OWN = (
    "Our reporter saw two tugs leave at noon, with divers on board, and fishermen who had waited since dawn cheered "
    "them from the pier. A café owner near by gave away what he had cooked for a wedding."
)


def test_a_text_written_anew_around_long_passages_is_a_copy_in_part() -> None:
    """Half of a text in passages nobody writes twice: a copy of those days; a month later, background."""
    passage = WIRE[WIRE.index("The coast") :]
    original = report("a", f"{LEAD} {passage}", "2024-03-11")
    assert copies([original, report("b", f"{OWN} {passage}", "2024-03-12")]) == {"b": "a"}
    assert copies([original, report("b", f"{OWN} {passage}", "2024-04-12")]) == {}


def test_what_two_papers_quote_is_no_copy() -> None:
    """The words of a speech belong to the speaker, in however many papers."""
    speech = "“" + WIRE[: WIRE.index(" The owners")].replace("said that", "knows that") + "”"
    one = f"{speech}, the minister told parliament, and sat down to long applause from her own benches this evening."
    other = f"{OWN} In the capital the minister rose late and spoke for a minute: {speech}. Few had come to listen."
    assert copies([report("a", one), report("b", other)]) == {}


def test_the_agency_is_the_original() -> None:
    """The report of the agency that a copy credits is the original, even where it is dated later."""
    paper, agency = f"{WIRE} (Harbour Agency)", report("b", WIRE, "2024-03-12", "Harbour Agency")
    assert copies([report("a", paper, "2024-03-11"), agency]) == {"a": "b"}


def test_versions_of_a_page_are_no_copies() -> None:
    """A page whose text has changed has two versions, while the same text under its address twice is a copy."""
    first, second = report("a", WIRE), report("a~2", f"{WIRE} Divers went down in the evening.")
    assert copies([first, second]) == {}
    assert copies([first, report("b", f"{WIRE} More.")]) == {"b": "a"}
    assert copies([first, report("a~2", WIRE.upper())]) == {"a~2": "a"}
