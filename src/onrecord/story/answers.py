"""Answers: which statements about an event confirm, deny, correct, retract or decline to speak of which others."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.schema.answer import Answer, AnswerKind
from onrecord.schema.statement import Stance
from onrecord.schema.story_event import StoryEvent, StoryMention
from onrecord.story.statements import Saying
from onrecord.story.tellings import TOLD, actor_id

ANSWERS: dict[Stance, AnswerKind] = {
    "confirms": "confirms",
    "denies": "denies",
    "corrects": "corrects",
    "retracts": "retracts",
    "declines_to_comment": "declines",
    "does_not_confirm": "declines",
}


def answers(
    event: StoryEvent, sayings: Mapping[str, Saying], days: Mapping[str, int | None]
) -> dict[str, tuple[Answer, ...]]:
    """What the statements about an event answer among each other, by the id of the one that answers.

    `sayings` are the earliest appearances of the statements by id, `days` the reports' days of publication. An answer
    is to what others had said by its day; a denial, where the event had been told as having happened, is to that, and
    not to what was said of it as a plan.
    """
    resting = {mention.statement: mention for mention in event.mentions if mention.statement}
    found: dict[str, tuple[Answer, ...]] = {}
    for name in resting:
        kind = ANSWERS.get(sayings[name].statement.stance)
        if kind is not None:
            day = days[sayings[name].reading.id]
            earlier = [mention for mention in event.mentions if not_after(days[mention.report], day)]
            told = asserted(earlier) if kind == "denies" else earlier
            names = dict.fromkeys(mention.statement for mention in told if mention.statement)
            found[name] = tuple(Answer(other, kind) for other in names if by_others(sayings[name], sayings[other]))
    return found


def asserted(mentions: list[StoryMention]) -> list[StoryMention]:
    """The mentions that tell the event as having happened; all of them where none does."""
    facts = [mention for mention in mentions if mention.status in TOLD]
    return facts or mentions


def not_after(before: int | None, day: int | None) -> bool:
    """True where one day is not after the other, as far as both are known."""
    return day is None or before is None or before <= day


def by_others(answer: Saying, other: Saying) -> bool:
    """True where somebody else speaks, and does not answer in turn."""
    return other.statement.stance not in ANSWERS and speakers(answer) != speakers(other)


def speakers(saying: Saying) -> frozenset[str]:
    """Who speaks, by the record's ids; somebody who is not known is nobody else."""
    actors = saying.statement.source.actors
    return frozenset(actor_id(saying.reading, name) for name in actors) or frozenset([saying.id])
