"""Echoes: clauses that tell more of an event and are none: relative ones ("the talks, which were held in Suva,
failed"), and what a meeting is for ("met in Suva to discuss the quota")."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from onrecord.events import together
from onrecord.events.parted import STAGING
from onrecord.events.parties import Parties
from onrecord.events.rows import Row
from onrecord.events.scene import Scene
from onrecord.schema.event import Event


def merged(scene: Scene, found: Mapping[int, Row]) -> dict[int, Row]:
    """The rows of a sentence by their predicates, what a relative clause tells of the event of another put into it."""
    rows = dict(found)
    for number, row in found.items():
        other = _told_of(scene, rows, number)
        if other is not None:
            del rows[number]
            rows[other] = msgspec.structs.replace(rows[other], event=_with(rows[other].event, row.event))
    return rows


def _told_of(scene: Scene, rows: Mapping[int, Row], number: int) -> int | None:
    """The predicate of the row that tells of the event on whose noun a light verb hangs, or of the meeting whose
    purpose it is to talk."""
    clause = scene.labels.predicates[number]
    if _is_purpose(scene, rows, number):
        return clause.governor
    if clause.pos != "v" or clause.relation != "relative" or clause.lemma not in STAGING:
        return None
    heads = {head for argument in clause.arguments for head in argument.heads}
    nouns = heads & {p.head for p in scene.labels.predicates if p.pos == "n"}
    for other, row in rows.items():
        predicate = scene.labels.predicates[other]
        own = {predicate.head} | {head for argument in predicate.arguments for head in argument.heads}
        alike = row.event.type == rows[number].event.type
        if other != number and alike and predicate.relation != "relative" and nouns & own:
            return other
    return None


_TALKING = frozenset(["debate", "deliberate", "discuss", "explore", "review", "talk", "talk over"])


def _is_purpose(scene: Scene, rows: Mapping[int, Row], number: int) -> bool:
    """True for talks with nobody else that are what the meeting is for on which they hang: "called the king to
    [discuss] the quota", not "flew to Oslo to [hold] talks with the king"."""
    clause = scene.labels.predicates[number]
    if clause.form != "infinitive" or clause.governor is None or clause.governor not in rows:
        return False
    meeting, told = rows[clause.governor].event, rows[number].event
    if told.recipients or told.reciprocal or clause.lemma not in _TALKING:
        return False
    alike = meeting.type == told.type == "CONSULT"
    visiting = clause.relation == "complement" and meeting.mode == "visit"
    return alike and told.mode != "visit" and (clause.relation == "adverbial" or visiting)


def _with(event: Event, clause: Event) -> Event:
    """An event with the parties, the time and the place that a clause tells, where it has none."""
    own, told = (
        Parties(e.actors, e.recipients, e.actor_spans, e.recipient_spans, e.reciprocal) for e in (event, clause)
    )
    sides = together.filled(own, told)
    return msgspec.structs.replace(
        event,
        actors=sides.actors,
        recipients=sides.recipients,
        actor_spans=sides.actor_spans,
        recipient_spans=sides.recipient_spans,
        time=event.time or clause.time,
        place=event.place or clause.place,
    )
