"""A reading as a person sees it."""

from __future__ import annotations

import io

import msgspec
from rich.console import Console, RenderableType

from onrecord.present.reading_text import reading_text, unread_text
from onrecord.schema.reading import Unread
from tests.present.make import ARREST, SUNDAY, VISIT, reading

GOLDEN = """\
Visit to Bergen
Lakeside News · 8 March 2024 · 3 events, 2 statements

What happened
  • Police arrested Cai Holm
    told by the report itself · COERCE arrest · low confidence (0.30)
    “Police arrested Cai Holm.”

What is planned
  • Ada Brandt is to visit Bergen (10 March 2024)
    according to the harbour ministry · CONSULT visit · dated by “Sunday”
    “Ada Brandt will visit Bergen on Sunday, the harbour ministry said.”

What is denied or did not happen
  • Denied: Cai Holm and Bo Lind meeting
    denied by Cai Holm, according to Fjord Post · CONSULT
    “‘I never met Bo Lind,’ Cai Holm told the Fjord Post.”

Who said what
  The harbour ministry
    said: Ada Brandt will visit Bergen on Sunday
  Cai Holm
    denied, in an interview, by way of Fjord Post: “I never met Bo Lind”

Times
  Sunday = 10 March 2024

Places
  Bergen (NOR; 60.39, 5.32)

Actors
  Ada Brandt (NOR GOV) · Cai Holm · Bo Lind · harbour ministry (NOR GOV) · Fjord Post (JRN)
"""


def shown(part: RenderableType, colours: bool = False) -> str:
    """What a console shows, without spaces at the ends of lines."""
    out = Console(file=io.StringIO(), width=100, highlight=False, force_terminal=colours, no_color=not colours)
    with out.capture() as written:
        out.print(part)
    return "".join(line.rstrip() + "\n" for line in written.get().splitlines())


def test_a_reading_in_plain_text() -> None:
    """Events stand by status with their voice and evidence, then statements, times, places and actors."""
    assert shown(reading_text(reading())) == GOLDEN


def test_the_predicate_is_marked_on_a_terminal() -> None:
    """The words that name the event are bold and underlined in their sentence."""
    assert "\x1b[1;4marrested\x1b[0m" in shown(reading_text(reading(ARREST)), colours=True)


def test_background_stands_apart() -> None:
    """What ended before the news of a report is not among its news."""
    text = shown(reading_text(reading(msgspec.structs.replace(ARREST, background=True), VISIT)))
    assert "What happened" not in text
    assert text.index("Before that") > text.index("What is planned")


def test_what_is_told_twice_stands_once() -> None:
    """Another telling of an event with the same status is a line under it."""
    again = msgspec.structs.replace(VISIT, id="e4", same_as="e1", statement=None)
    text = shown(reading_text(reading(VISIT, again)))
    assert text.count("is to visit") == 1
    assert "told again, told by the report itself" in text


def test_a_report_cannot_steer_the_terminal() -> None:
    """Control characters in a report are not passed on."""
    found = reading()
    article = msgspec.structs.replace(found.article, title="Visit\x1b[31m\u202e to Bergen")
    assert shown(reading_text(msgspec.structs.replace(found, article=article))).startswith("Visit[31m to Bergen\n")


def test_an_article_in_another_language() -> None:
    """An article that was not read says so instead of looking empty."""
    found = reading()
    article = msgspec.structs.replace(found.article, language="de")
    empty = msgspec.structs.replace(found, article=article, events=(), statements=())
    assert "another language (de)" in shown(reading_text(empty))


def test_an_unread_item_is_named_once() -> None:
    """The name of an item stands before the reason, unless the reason has it."""
    assert unread_text(Unread("a1", "it is empty")) == "a1: it is empty"
    assert unread_text(Unread("a1", "a1: it is empty")) == "a1: it is empty"
    assert unread_text(Unread(None, "line 3: it is no JSON")) == "line 3: it is no JSON"


def test_a_time_that_is_no_phrase_of_its_own_says_whose_it_is() -> None:
    """The reader sees by which words an event is dated, and why they date it."""
    time = msgspec.structs.replace(SUNDAY, tie="narrative")
    told = shown(reading_text(reading(msgspec.structs.replace(VISIT, time=time))))
    assert "dated by “Sunday”, told before" in " ".join(told.split())
