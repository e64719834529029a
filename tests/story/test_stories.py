"""Stories: which reports belong together."""

from __future__ import annotations

import pytest
from hypothesis import given

from onrecord.errors import UsageError
from onrecord.schema.reading import Reading
from onrecord.story.derive import derive
from onrecord.story.story_lines import story_lines
from tests.story.make import MEETING, PLAN, report, story
from tests.story.test_derive import stories


@given(stories())
def test_a_story_is_what_links_connect(readings: list[Reading]) -> None:
    """No report is in two stories, each story is tied together by one link fewer than it has reports, and its name is
    that of its earliest report."""
    derived = derive(readings)
    every = [name for found in derived.stories for name in found.reports]
    assert len(every) == len(set(every)) and set(every) <= {head.id for head in derived.heads}
    for found in derived.stories:
        assert len(found.reports) > 1 and found.id == found.reports[0]
        assert len(found.links) == len(found.reports) - 1
        assert {name for link in found.links for name in (link.report, link.to)} == set(found.reports)


@pytest.mark.parametrize(
    ("text", "published", "kinds"),
    [
        (MEETING, "2024-03-12", ["event"]),
        ("Cai Holm met Bo Lind in Bergen on 2024-03-20.", "2024-03-20", ["parties"]),
        ("Norway will meet Sweden on 2024-03-22.", "2024-03-20", ["parties"]),
        ("Cai Holm met Bo Lind in Bergen on 2024-05-20.", "2024-05-20", []),
        ("Ada Brandt met Cai Holm in Bergen on 2024-03-20.", "2024-03-20", []),
        ("Officials met Bo Lind in Bergen on 2024-03-20.", "2024-03-20", []),
    ],
)
def test_what_ties_two_reports(text: str, published: str, kinds: list[str]) -> None:
    """One event does, and two weeks do between what the same two sides do; a party in common does not."""
    found = story(report("a", PLAN, "2024-03-09"), report("b", text, published, "Fjord Post")).stories
    assert [link.kind for row in found for link in row.links] == kinds


def test_a_story_is_listed_with_its_reasons() -> None:
    """Each report but the first has the reason for which it is there, in names."""
    derived = story(
        report("a", PLAN, "2024-03-01"),
        report("b", "Cai Holm met Bo Lind in Bergen on 2024-03-12.", "2024-03-12", "Fjord Post"),
        report("c", "It rained.", "2024-03-12", "Fjord Post"),
    )
    (line,) = story_lines(derived)
    assert [(row.report, row.kind, row.by) for row in line.reports] == [
        ("a", None, ()),
        ("b", "parties", ("NOR", "SWE")),
    ]
    assert story_lines(derived, "c") == ()
    with pytest.raises(UsageError):
        story_lines(derived, "nobody")
