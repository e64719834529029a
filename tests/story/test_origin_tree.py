"""The tree of origins: each report once, under whoever its knowledge comes from."""

from __future__ import annotations

from hypothesis import given

from onrecord.schema.origin_tree import OriginTelling
from onrecord.schema.reading import Reading
from onrecord.story.citations import citations
from onrecord.story.derive import derive
from onrecord.story.origin_tree import origin_tree
from tests.story.make import MEETING, PLAN, report, story
from tests.story.test_derive import stories


def reports(tellings: tuple[OriginTelling, ...]) -> list[str]:
    """All reports of a branch."""
    return [name for telling in tellings for name in (telling.report, *reports(telling.taken_by))]


@given(stories())
def test_a_tree_has_every_report_and_the_number(readings: list[Reading]) -> None:
    """Each origin has just its reports, every telling is counted or has a reason, and the number is that of the
    branches; each report is cited once."""
    derived = derive(readings)
    for event in derived.events:
        tree = origin_tree(event, derived)
        assert tree.independent_origins == sum(branch.supports for branch in tree.origins)
        for branch, origin in zip(tree.origins, event.origins, strict=True):
            assert sorted(reports(branch.tellings)) == sorted(origin.reports)
        limbs = [branch.tellings for branch in tree.origins] + [rest.tellings for rest in tree.uncounted]
        found = {name for tellings in limbs for name in reports(tellings)}
        assert found == {mention.report for mention in event.mentions}
        assert sorted(row.report for row in citations(event, derived)) == sorted(found)


def test_why_something_is_no_origin() -> None:
    """A denial, a silence and hearsay stand apart, each with its reason."""
    derived = story(
        report("a", MEETING),
        report("b", f"Bo Lind denied {MEETING}", outlet="Fjord Post"),
        report("c", f"Cai Holm would not confirm {MEETING}", outlet="Strait Times"),
        report("d", f"Reportedly {MEETING}", outlet="Strait Times"),
    )
    (event,) = derived.events
    tree = origin_tree(event, derived)
    assert [branch.name for branch in tree.origins] == ["Lakeside News"]
    assert {(rest.why, *reports(rest.tellings)) for rest in tree.uncounted} == {
        ("denies", "b"),
        ("silent", "c"),
        ("nobody", "d"),
    }


def test_a_shared_sentence_hangs_under_the_first() -> None:
    """Who has a long sentence from another stands under that one."""
    long = f"{MEETING[:-1]} for talks on fish and ferries and tolls."
    derived = story(report("a", long), report("b", f"{long} Ada Brandt met Cai Holm.", outlet="Fjord Post"))
    event = next(event for event in derived.events if len(event.mentions) == 2)
    (branch,) = origin_tree(event, derived).origins
    assert [(one.report, [(two.report, two.taken) for two in one.taken_by]) for one in branch.tellings] == [
        ("a", [("b", "sentence")])
    ]


def test_who_credits_somebody_for_an_event_is_no_second_origin() -> None:
    """A report that has an event from somebody and tells it in its own words as well has it from him; what it tells of
    another status it may know itself."""
    for first, kinds in ((MEETING, ["actor"]), (PLAN, ["actor", "outlet"])):
        text = f"Cai Holm said {first} {MEETING}"
        (event,) = story(report("a", text, outlet="Fjord Post"), report("b", MEETING)).events
        assert sorted(origin.kind for origin in event.origins) == kinds
