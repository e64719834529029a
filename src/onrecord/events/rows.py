"""Rows: one predicate, read: its type by the lexicon, its status, parties, time, place and the word it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from onrecord.events.confidence import confidence, evidence, is_enough
from onrecord.events.factuality import Factuality
from onrecord.events.fillers import measured_end
from onrecord.events.granted import is_definite, is_over
from onrecord.events.inert import is_figure, is_inert, is_remark
from onrecord.events.known import innermost
from onrecord.events.parties import Parties, parties
from onrecord.events.quantities import quantities
from onrecord.events.scene import Scene, Slot
from onrecord.events.senses import Sense, sense_of
from onrecord.events.settled import OPEN, as_announced, as_carried, as_dated, as_foretold, as_going_on, as_purpose
from onrecord.events.sharing import with_those_of_clause, with_those_of_deed, with_those_of_noun
from onrecord.events.status import factuality, is_carried
from onrecord.events.times import Told, when
from onrecord.events.where import where
from onrecord.knowledge.predicates import PredicateRule
from onrecord.schema.event import Event, Thing
from onrecord.schema.labels import Predicate
from onrecord.schema.span import Span
from onrecord.schema.time import Dated


class Row(msgspec.Struct, frozen=True):
    """An event as its sentence tells it.

    `definite` is true for "the talks", without a name in it, `resumes` where besides nothing in the sentence tells
    whether they took place: what the article has told of them before does. `first` is the position, among the rows of
    the article, of an earlier row of the same deed in its sentence.
    """

    event: Event
    resumes: bool = False
    definite: bool = False
    first: int | None = None


def row(scene: Scene, number: int, told: Told, published: date | None) -> Row | None:
    """The row of the predicate with that number, without an id; None where it names no event, or too little is sure.

    `told` is what tells of times in the sentence.
    """
    sense = sense_of(scene, number)
    return _row(scene, number, sense, when(scene, number, told), published) if sense is not None else None


def _is_plain(scene: Scene, predicate: Predicate) -> bool:
    """True for "the raid" and "Sunday's raid", not for "the Geneva talks"."""
    chunk = next(c for c in scene.labels.chunks if c.first <= predicate.head < c.last)
    before = range(chunk.first, predicate.head)
    return all(scene.labels.tags[i][:3] != "NNP" or scene.start(i) in scene.known.in_time for i in before)


def _row(scene: Scene, number: int, sense: Sense, time: Dated | None, published: date | None) -> Row | None:
    """The row of one predicate; None where too little of it is sure."""
    predicate, rule, filled = scene.labels.predicates[number], sense.rule, sense.filled
    if rule.type == "ASSAULT" and _is_accident(scene, number):
        return None
    sides = with_those_of_noun(scene, number, rule, parties(scene, rule, filled))
    sides = with_those_of_clause(scene, number, rule, sides)
    sides = with_those_of_deed(scene, number, rule, sides)
    statement = innermost(scene.known.statements, scene.start(predicate.head))
    told = as_carried(scene, predicate, factuality(scene, number), statement, sides)
    told = as_announced(scene, predicate, rule, as_purpose(scene, predicate, rule, told))
    told = as_going_on(predicate, rule, as_foretold(predicate, rule, told, sides))
    if not (predicate.passive and predicate.relation == "modifier"):
        told = as_dated(predicate, told, time, published)
    if told.status in OPEN and is_over(scene, predicate, published):
        if told.negated:  # "voted against the 2003 invasion": another's
            sides = msgspec.structs.replace(sides, actors=(), actor_spans=())
        told = Factuality("happened", sure=False)
    among = _is_among(scene, rule, sides)
    speaking = evidence(rule.confidence, told, sides, among=among)
    counted = quantities(scene, rule.frame, filled)
    carried = is_carried(scene, predicate)
    if not is_enough(predicate, rule.confidence, told, sides, speaking, carried=carried):
        return None
    if _is_made(scene, predicate, rule) or (not sides.recipients and _is_withheld(scene, predicate, rule)):
        return None
    if is_remark(scene, predicate, rule) or (not sides.actors and is_inert(scene, predicate, rule, filled)):
        return None
    if rule.type == "ASSAULT" and not (sides.actors or sides.recipients) and is_figure(scene, rule, filled):
        return None
    found = Event(
        id="",
        type=rule.type,
        mode=rule.mode,
        contexts=rule.contexts,
        status=told.status,
        negated=told.negated and told.status in ("planned", "possible", "called_for"),
        reciprocal=sides.reciprocal,
        predicate=_predicate_span(scene, predicate, sense.last),
        actors=sides.actors,
        recipients=sides.recipients,
        actor_spans=sides.actor_spans,
        recipient_spans=sides.recipient_spans,
        object=_object(scene, rule, filled, sides),
        quantities=counted,
        time=time,
        place=where(scene, number, rule),
        statement=statement.id if statement else None,
        evidence=(scene.sentence.span,),
        part=scene.sentence.part,
        confidence=confidence(rule.confidence, told, sides, among=among),
    )
    definite = predicate.pos == "n" and is_definite(scene, predicate)
    return Row(found, resumes=definite and not told.sure, definite=definite and _is_plain(scene, predicate))


def _is_accident(scene: Scene, number: int) -> bool:
    """True for the harm of an accident that no deed of the sentence caused: "a ferry that sank, [killing] nine"."""
    predicate = scene.labels.predicates[number]
    if predicate.form != "gerund" or predicate.relation != "adverbial":
        return False
    earlier = [(p.head, i) for i, p in enumerate(scene.labels.predicates) if p.head < predicate.head]
    told = [i for _, i in sorted(earlier) if scene.labels.predicates[i].form == "finite"]
    nearest = scene.labels.predicates[told[-1]] if told else None
    if nearest is None or nearest.passive or nearest.lemma not in _ACCIDENTS:
        return False
    senses = (sense_of(scene, i) for _, i in earlier)
    return all(sense is None or sense.rule.type != "ASSAULT" for sense in senses)


_ACCIDENTS = frozenset("capsize collapse collide crash derail founder overturn sink".split())


def _is_among(scene: Scene, rule: PredicateRule, sides: Parties) -> bool:
    """True where a group is alone in a mutual event: it is both sides."""
    kinds = [scene.known.actors[id_].kind for id_ in sides.actors if id_ in scene.known.actors]
    return bool(rule.frame.mutual) and kinds == ["group"]


def _is_made(scene: Scene, predicate: Predicate, rule: PredicateRule) -> bool:
    """True for a noun whose verb tells the same event already ("imposed sanctions", "signed an accord")."""
    if predicate.pos != "n" or predicate.governor is None or predicate.marker != "obj":
        return False
    verb = sense_of(scene, predicate.governor) if scene.labels.predicates[predicate.governor].pos == "v" else None
    return verb is not None and verb.rule.type == rule.type


def _is_withheld(scene: Scene, predicate: Predicate, rule: PredicateRule) -> bool:
    """True for aid whose verb tells that it ends ("suspended its aid")."""
    if predicate.pos != "n" or predicate.governor is None or predicate.marker != "obj" or rule.type != "AID":
        return False
    verb = sense_of(scene, predicate.governor) if scene.labels.predicates[predicate.governor].pos == "v" else None
    return verb is not None and verb.rule.type == "SANCTION"


def _predicate_span(scene: Scene, predicate: Predicate, last: int) -> tuple[Span, ...]:
    """The words of the predicate: its main word, with its particle or its compound."""
    first = predicate.first if predicate.pos == "n" else predicate.head
    return (scene.sentence.slice(first, last),)


def _object(scene: Scene, rule: PredicateRule, filled: dict[str, tuple[Slot, ...]], sides: Parties) -> Thing | None:
    """What the frame calls the object of the event, unless it is one of the parties."""
    for name in rule.frame.object:
        for slot in filled.get(name, ()):
            last = _clause_end(scene, slot) if name == "clause" else measured_end(scene, slot)
            span = scene.sentence.slice(slot.first, last)
            party = any(s.start <= scene.start(slot.head) < s.end for s in (*sides.actor_spans, *sides.recipient_spans))
            if not party and not any(span.overlaps(other) for other in _times(scene)):
                return Thing((span,), span.cut(scene.text))
    return None


def _clause_end(scene: Scene, slot: Slot) -> int:
    """The token after the last argument of the clause whose predicate fills a slot."""
    predicate = next(p for p in scene.labels.predicates if p.head == slot.head)
    return max([slot.last, *(a.last for a in predicate.arguments)])


def _times(scene: Scene) -> Iterator[Span]:
    return (Span(t.start, t.end) for t in scene.known.times)
