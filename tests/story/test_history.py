"""History: how an event stood from day to day."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.story.derive import derive
from onrecord.story.views import brief, plans
from tests.story.make import MEETING, PLAN, report

MOVED = "Ada Brandt will meet Bo Lind in Oslo on 2024-03-20 as talks were postponed."
PUT_OFF = "Ada Brandt will meet Bo Lind in Oslo, a meeting that has been delayed."
CONFIRMED = "Bo Lind confirmed Ada Brandt will meet Bo Lind in Oslo on 2024-03-10."
CANCELLED = "Ada Brandt did not meet Bo Lind on 2024-03-10."


def steps(texts: list[str], as_of: str = "2024-03-10") -> list[str]:
    """The history of an event as `day status`, one report a day from the 1st of March on."""
    readings = [
        report(f"r{number}", text, f"2024-03-{number + 1:02}", f"Paper {number}") for number, text in enumerate(texts)
    ]
    (event,) = derive(readings, date.fromisoformat(as_of)).events
    return [f"{(step.on or '')[8:]} {step.status}" for step in event.history]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([PLAN], ["01 planned"]),
        ([PLAN, PLAN], ["01 planned"]),
        ([PLAN, CONFIRMED], ["01 planned", "02 confirmed"]),
        ([CONFIRMED, PLAN], ["01 planned"]),
        ([PLAN, CONFIRMED, PLAN, MEETING], ["01 planned", "02 confirmed", "04 happened"]),
        ([PLAN, CANCELLED], ["01 planned", "02 cancelled"]),
        ([PLAN, "Cai Holm would not confirm Ada Brandt will meet Bo Lind."], ["01 planned"]),
        ([PLAN, MOVED], ["01 planned", "02 postponed"]),
        ([PLAN, PUT_OFF], ["01 planned", "02 postponed"]),
        ([PLAN, CONFIRMED, CONFIRMED], ["01 planned", "02 confirmed"]),
        ([CONFIRMED, CONFIRMED], ["01 planned"]),
        ([MEETING, "Cai Holm denied Ada Brandt met Bo Lind on 2024-03-10."], ["01 happened"]),
    ],
)
def test_steps(texts: list[str], expected: list[str]) -> None:
    """A step is a day on which something changed: confirmed by those concerned, postponed, cancelled, done."""
    assert steps(texts) == expected


def test_a_plan_whose_day_has_passed_is_overdue() -> None:
    """From the day after its time a plan that nobody came back to is overdue, and not a day before."""
    assert steps([PLAN], as_of="2024-03-10") == ["01 planned"]
    assert steps([PLAN], as_of="2024-03-11") == ["01 planned", "11 overdue"]
    assert steps([PLAN, MEETING], as_of="2024-03-30") == ["01 planned", "02 happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt will meet Bo Lind.",
        "Ada Brandt will meet Bo Lind on 2024-02-28.",
        "Ada Brandt will meet officials on 2024-03-10.",
    ],
)
def test_what_could_not_be_told_is_not_overdue(text: str) -> None:
    """A plan without a day, one told after its day, and one with a single named party are never overdue."""
    assert steps([text], as_of="2024-12-01") == ["01 planned"]


def test_a_step_tells_time_place_and_by_whom() -> None:
    """A step has what was then expected, who told it and in which report."""
    (event,) = derive([report("a", f"Cai Holm said {PLAN}")]).events
    step = event.history[0]
    assert (step.from_, step.to, step.place) == ("2024-03-10", "2024-03-11", "oslo")
    assert (step.by, step.report) == ("cai-holm", "a")


def test_undated_reports_have_one_step_without_a_day() -> None:
    """Where no report is dated the history has one step, of no day."""
    (event,) = derive([report("a", PLAN, None), report("b", MEETING, None)]).events
    assert [(step.on, step.status) for step in event.history] == [(None, "happened")]


def test_outcomes() -> None:
    """A plan is open, moved, called off, done or overdue."""
    found = {}
    for name, text in [("open", PLAN), ("moved", MOVED), ("off", CANCELLED), ("done", MEETING)]:
        readings = [report("a", PLAN, "2024-03-01"), report("b", text, "2024-03-02", "Fjord Post")]
        (plan,) = plans(derive(readings, date(2024, 3, 3)), 0.5)
        found[name] = (plan.outcome, plan.settled, plan.expected_from)
    assert found == {
        "open": ("planned", None, "2024-03-10"),
        "moved": ("postponed", None, "2024-03-20"),
        "off": ("cancelled", "2024-03-02", "2024-03-10"),
        "done": ("happened", "2024-03-02", "2024-03-10"),
    }


def test_an_outcome_that_could_not_be_found_is_unknown() -> None:
    """A plan of unnamed people is over after its day, but nobody can say that no report tells what became of it."""
    told = derive([report("a", "Ada Brandt will meet officials on 2024-03-10.", "2024-03-01")], date(2024, 3, 11))
    assert [plan.outcome for plan in plans(told, 0.5)] == ["unknown"]
    assert [line.event for line in brief(told, None, 0.5).unconfirmed] == ["a#e0"]
