"""Relate: which rows of an article are one event."""

from __future__ import annotations

import time

from onrecord.events.relate import linked
from onrecord.schema.event import Event
from onrecord.schema.span import Span


def row(number: int, actor: str, status: str = "happened") -> Event:
    """The row of a meeting."""
    return Event(
        id=f"e{number}",
        type="CONSULT",
        status=status,  # type: ignore[arg-type]
        predicate=(Span(number, number + 1),),
        actors=(actor,),
        recipients=("b",),
        evidence=(Span(number, number + 1),),
        part="body",
        confidence=0.9,
    )


def test_a_denial_is_of_the_same_parties() -> None:
    """A denial is linked to what it denies, and not to what others did."""
    found = linked([row(0, "a"), row(1, "c"), row(2, "a", "denied")])
    assert [event.same_as for event in found] == [None, None, "e0"]


def test_many_names_cost_no_square() -> None:
    """Ten thousand rows of different parties take well under the minute that comparing all pairs would take."""
    begun = time.process_time()
    assert len(linked([row(number, f"a{number}") for number in range(10_000)])) == 10_000
    assert time.process_time() - begun < 10
