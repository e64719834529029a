"""When events take place, and how that is told."""

from __future__ import annotations

import pytest

from onrecord import read
from onrecord.schema.event import Event
from onrecord.schema.span import words
from onrecord.schema.time import Dated


def dated(text: str, published: str = "2023-09-06") -> dict[str, tuple[str, str | None] | None]:
    """The time of each event by the words of its predicate: value and tie."""
    found = read(text, published=published)
    return {words(text, event.predicate): _time(event) for event in found.events}


def _time(event: Event) -> tuple[str, str | None] | None:
    return (event.time.value, event.time.tie) if event.time else None


@pytest.mark.parametrize(
    ("text", "predicate", "value", "tie"),
    [
        ("Peru expelled two envoys on Monday.", "expelled", "2023-09-04", "phrase"),
        ("The strike of the miners began on Monday.", "strike", "2023-09-04", "governor"),
        ("The rebels killed two nurses in Monday's attack.", "killed", "2023-09-04", "noun"),
        ("The rebels shelled the port on Monday, killing two nurses.", "killing", "2023-09-04", "clause"),
        ("Chile answered on Monday by expelling two envoys.", "expelling", "2023-09-04", "clause"),
        ("Chile began on Monday to withdraw its troops from Lima.", "withdraw", "2023-09-04", "governor"),
        ("Bakers called off a rally that had been planned for Friday.", "rally", "2023-09-08", "governor"),
        ("Talks between Chile and Peru, which began on Monday, ended at dawn.", "Talks", "2023-09-04", "governor"),
        ("A delegation will join the talks to be held in Lima on Friday.", "join", "2023-09-08", "noun"),
        ("Chile accepted an invitation to talks in Lima on 16 September.", "talks", "2023-09-16", "phrase"),
    ],
)
def test_the_tie_tells_how_an_event_has_its_time(text: str, predicate: str, value: str, tie: str) -> None:
    """The time of an event comes with how it belongs to it."""
    assert dated(text)[predicate] == (value, tie)


def test_a_time_names_the_words_on_which_it_rests() -> None:
    """The expressions of a time are rows of the reading."""
    found = read("Peru hosted the talks with Chile from 4 May to 6 May.", published="2023-09-06")
    (time,) = {event.time for event in found.events if event.time}
    assert (time.value, time.from_, time.to) == ("2023-05-04/2023-05-06", "2023-05-04", "2023-05-07")
    assert [row.text for row in found.times if row.id in time.expressions] == ["4 May", "6 May"]


def test_what_is_said_does_not_take_place_when_it_is_said() -> None:
    """The day of a saying is not handed on to what is said, nor to what is agreed or condemned."""
    assert dated("Peru said on Monday that Chile had expelled two envoys.")["expelled"] is None
    assert dated("Peru condemned on Monday the killing of two envoys by the rebels.")["killing"] is None
    assert dated("Peru agreed on Monday to send troops to Chile.")["send"] is None


def test_what_was_put_off_is_not_when_it_was_planned() -> None:
    """The day for which a thing was planned is no longer its day once it is put off; nor that of who is held."""
    assert dated("A summit of Peru and Chile that had been planned for Friday has been delayed.")["summit"] is None
    assert dated("Peru called for the release of men who have been held since Monday.")["release"] is None


def test_a_caption_tells_the_day_of_its_picture() -> None:
    """The date at the end of a caption is that of what it shows."""
    text = (
        "Chile's president Ana Vuki meets Peru's president Rosa Lal as they arrive for talks in Lima on 3 May 2020. "
        "(Photo: Ana Vuki/Lagoon Pictures)\n\nThe two leaders will speak again next week."
    )
    assert dated(text)["meets"] == ("2020-05-03", "caption")


def test_a_paragraph_goes_on_on_its_day() -> None:
    """Main verbs of a report's own voice go on on the day told before, within a paragraph and a tense."""
    told = dated("On 5 June the rebels attacked the port. They seized two boats and shelled the mill.")
    assert told["seized"] == ("2023-06-05", "narrative") and told["shelled"] == ("2023-06-05", "narrative")
    parted = dated("On 5 June the rebels attacked the port.\n\nThey seized two boats in the bay of the town.")
    assert parted["seized"] is None
    other = dated("On 5 June the rebels attacked the port. They will seize the mill. They had seized two boats.")
    assert set(other.values()) == {("2023-06-05", "phrase"), None}


def test_a_narrative_is_no_speech() -> None:
    """What somebody says is not told by the narrative, and a saying hands its day on to nothing."""
    told = dated("The army said on 5 June that it was ready. The rebels seized two boats.")
    assert told["seized"] is None


def test_a_time_of_its_report_is_a_plain_one_in_the_record() -> None:
    """Outside its reading a time has no expressions."""
    time = Dated(value="2023", from_="2023-01-01", to="2024-01-01", precision="year", expressions=("t1",), tie="phrase")
    assert not hasattr(time.plain, "expressions") and time.plain.value == "2023"
