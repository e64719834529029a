"""Readings of invented reports, for the tests of the story."""

from __future__ import annotations

from onrecord.schema.reading import Reading
from onrecord.schema.story_event import StoryEvent
from onrecord.story.derive import Derived, derive
from tests.fake_reader import article, read

MEETING = "Ada Brandt met Bo Lind in Oslo on 2024-03-10."
PLAN = "Ada Brandt will meet Bo Lind in Oslo on 2024-03-10."


def report(name: str, text: str, published: str | None = "2024-03-10", outlet: str | None = "Lakeside News") -> Reading:
    """The reading of a report."""
    return read(article(name, text, published, outlet))


def story(*readings: Reading) -> Derived:
    """What follows from some readings."""
    return derive(readings)


def only_event(*readings: Reading) -> StoryEvent:
    """The one event that some reports tell of."""
    (event,) = derive(readings).events
    return event
