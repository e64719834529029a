"""Answers: which statements about an event confirm, deny, correct, retract or decline to speak of which others."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.schema.answer import Answer, AnswerKind
from onrecord.schema.statement import Stance
from onrecord.schema.story_event import StoryEvent, StoryMention
from onrecord.schema.story_statement import StoryStatement
from onrecord.story.statuses import TOLD

ANSWERS: dict[Stance, AnswerKind] = {
    "confirms": "confirms",
    "denies": "denies",
    "corrects": "corrects",
    "retracts": "retracts",
    "declines_to_comment": "declines",
    "does_not_confirm": "declines",
}


def answers(
    event: StoryEvent, firsts: Mapping[str, StoryStatement], days: Mapping[str, int | None]
) -> dict[str, tuple[Answer, ...]]:
    """What the statements about an event answer among each other, by the id of the one that answers.

    `firsts` are the statements by id as they first appeared, `days` the reports' days of publication. An answer
    is to what others had said by its day; a denial, where the event had been told as having happened, is to that, and
    not to what was said of it as a plan.
    """
    resting = {mention.statement: mention for mention in event.mentions if mention.statement}
    found: dict[str, tuple[Answer, ...]] = {}
    for name in resting:
        kind = ANSWERS.get(firsts[name].stance)
        if kind is not None:
            day = days[firsts[name].reports[0]]
            earlier = [mention for mention in event.mentions if not_after(days[mention.report], day)]
            told = asserted(earlier) if kind == "denies" else earlier
            names = dict.fromkeys(mention.statement for mention in told if mention.statement)
            found[name] = tuple(Answer(other, kind) for other in names if by_others(firsts[name], firsts[other]))
    return found


def asserted(mentions: list[StoryMention]) -> list[StoryMention]:
    """The mentions that tell the event as having happened; all of them where none does."""
    facts = [mention for mention in mentions if mention.status in TOLD]
    return facts or mentions


def not_after(before: int | None, day: int | None) -> bool:
    """True where one day is not after the other, as far as both are known."""
    return day is None or before is None or before <= day


def by_others(answer: StoryStatement, other: StoryStatement) -> bool:
    """True where somebody else speaks, and does not answer in turn."""
    return other.stance not in ANSWERS and speakers(answer) != speakers(other)


def speakers(row: StoryStatement) -> frozenset[str]:
    """Who speaks, by the record's ids; somebody who is not known is nobody else."""
    return frozenset(row.source.actors) or frozenset([row.id])
