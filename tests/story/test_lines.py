"""Lines of statements: the day on which something was said, and the words for saying it."""

from __future__ import annotations

import pytest

from onrecord.present.entries import statement_entry
from onrecord.schema.report import ReportHead
from onrecord.schema.story_statement import Speaker, StoryStatement
from onrecord.schema.time import When
from onrecord.story.derive import Derived
from onrecord.story.lines import Names, statement_line

HEAD = ReportHead(id="a", outlet="Lakeside News", url=None, published="2024-03-10", title=None)


def headline(time: When | None, cue: str = "said") -> str:
    """The line of a statement of Ada Brandt."""
    row = StoryStatement(
        id="a#s1",
        source=Speaker("Ada Brandt", (), anonymous=False),
        stance="accuses" if cue == "denounced" else "asserts",
        quote="indirect",
        cue=cue,
        text="the port was shut",
        time=time,
        reports=("a",),
    )
    return statement_entry(statement_line(row, Names(Derived(as_of=None, heads=(HEAD,))))).headline


@pytest.mark.parametrize(
    ("time", "day"),
    [
        (None, "10 March 2024"),
        (When(value="2024-03-08", from_="2024-03-08", to="2024-03-09", precision="day"), "8 March 2024"),
        (When(value="2024-06-28", from_="2024-06-28", to="2024-06-29", precision="day"), "10 March 2024"),
        (When(value="2022", from_="2022-01-01", to="2023-01-01", precision="year"), "2022"),
        (When(value="2024-02", from_="2024-02-01", to="2024-03-01", precision="month"), "February 2024"),
    ],
)
def test_when_something_was_said(time: When | None, day: str) -> None:
    """Nothing was said after the first report of it, and a year is not told as its first day."""
    assert headline(time) == f"Ada Brandt said, {day}: the port was shut"


def test_the_verb_is_that_of_the_report() -> None:
    assert headline(None, "denounced") == "Ada Brandt denounced, 10 March 2024: the port was shut"
    assert headline(None, "maintains") == "Ada Brandt maintained, 10 March 2024: the port was shut"
    assert headline(None, "in the words of") == "Ada Brandt said, 10 March 2024: the port was shut"
