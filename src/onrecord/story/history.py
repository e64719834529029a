"""History: how an event stood by the day of publication, one step for each day on which that changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from onrecord.schema.event import Status
from onrecord.schema.story_event import HistoryStep, StepStatus, StoryEvent
from onrecord.story.days import iso, last_ordinal, ordinal
from onrecord.story.origins import Told
from onrecord.story.standing import best_place, best_time, standing

EXPECTED = frozenset({"planned", "confirmed", "postponed", "possible"})


def history(told: Iterable[Told], as_of: date | None) -> tuple[HistoryStep, ...]:
    """The steps of an event up to the day `as_of`; undated reports count only where all are undated.

    Only a plan with two named parties can be overdue: with fewer, its outcome could not be told from other events.
    """
    ordered = sorted(told, key=lambda item: item.telling.order)
    dated = [item for item in ordered if item.telling.published is not None]
    steps: tuple[HistoryStep, ...] = ()
    for day in dict.fromkeys(item.telling.published for item in dated or ordered):
        known = [item for item in dated if day is not None and (item.telling.published or day) <= day]
        step = step_of(known or ordered, day, steps[-1] if steps else None)
        if not steps or changed(steps[-1], step):
            steps = (*steps, step)
    known_by_two = any(len(item.telling.named) > 1 for item in ordered)
    return (*steps, *overdue(steps[-1], as_of)) if known_by_two else steps


def step_of(known: list[Told], day: int | None, before: HistoryStep | None) -> HistoryStep:
    """How an event stands by what is known on a day, of which the tellings of that day are the news."""
    now = standing(known)
    when = best_time(now.support)
    news = [item for item in now.support if item.telling.published == day] or list(now.support)
    heard = {item.voice for item in known if item.telling.published != day and item.telling.event.status == "planned"}
    step = HistoryStep(
        on=None if day is None else iso(day),
        status=now.status,
        from_=when.from_ if when else None,
        to=when.to if when else None,
        place=best_place(now.support),
        by=next((item.root.id for item in news if item.root), None),
        report=news[0].telling.report,
    )
    return msgspec.structs.replace(step, status=refined(now.status, step, news, before, heard))


def refined(
    status: Status, step: HistoryStep, news: list[Told], before: HistoryStep | None, heard: Collection[str | None]
) -> StepStatus:
    """The status with what it means after the step before: a plan is confirmed or postponed, what does not take
    place was cancelled. Whoever was `heard` to plan it before confirms nothing by saying it again."""
    if before is None or before.status not in EXPECTED:
        return status
    if status == "not_happened":
        return "cancelled"
    if status != "planned":
        return status
    if is_later(step, before) or (before.status != "possible" and any(item.telling.moved for item in news)):
        return "postponed"
    if before.status in {"confirmed", "postponed"} and not is_earlier(step, before):
        return before.status
    return "confirmed" if any(confirms(item) and item.voice not in heard for item in news) else status


def is_later(step: HistoryStep, before: HistoryStep) -> bool:
    """True where the time now expected begins after the time expected before has ended."""
    return bool(step.from_ and before.to) and ordinal(step.from_ or "") > last_ordinal(before.to or "")


def is_earlier(step: HistoryStep, before: HistoryStep) -> bool:
    """True where the time now expected ends before the time expected before begins."""
    return bool(step.to and before.from_) and last_ordinal(step.to or "") < ordinal(before.from_ or "")


def confirms(told: Told) -> bool:
    """True where those concerned speak of a plan, or a statement confirms it."""
    return told.telling.event.status == "planned" and (told.concerned or told.telling.stance == "confirms")


def changed(before: HistoryStep, step: HistoryStep) -> bool:
    """True where a step tells something that the one before did not."""
    return (before.status, before.from_, before.to, before.place) != (step.status, step.from_, step.to, step.place)


def overdue(last: HistoryStep, as_of: date | None) -> tuple[HistoryStep, ...]:
    """The step of a plan whose time has passed without a report of what became of it; on the first day after it. What
    was told when its time had passed already is not waited for."""
    if as_of is None or last.to is None or last.on is None or last.status not in EXPECTED - {"possible"}:
        return ()
    due = last_ordinal(last.to) + 1
    if not ordinal(last.on) < due <= as_of.toordinal():
        return ()
    return (msgspec.structs.replace(last, status="overdue", on=iso(due), by=None, report=None),)


def by_day(event: StoryEvent, as_of: date | None) -> StoryEvent:
    """An event that was worked out as of the end of time, as of a day on or after the last report: without what is
    overdue only later."""
    last = event.history[-1]
    if last.status != "overdue" or last.on is None or (as_of is not None and last.on <= as_of.isoformat()):
        return event
    return msgspec.structs.replace(event, history=event.history[:-1])
