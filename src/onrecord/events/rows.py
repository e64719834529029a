"""Rows: one predicate, read: its type by the lexicon, its status, parties, time, place and the word it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from onrecord.events import together
from onrecord.events.confidence import confidence, evidence, is_enough
from onrecord.events.fillers import fillers
from onrecord.events.granted import is_definite, is_over
from onrecord.events.hearsay import is_hearsay
from onrecord.events.known import innermost
from onrecord.events.parties import Parties, joined, parties, with_recipients
from onrecord.events.quantities import quantities
from onrecord.events.scene import Scene, Slot
from onrecord.events.senses import Sense, sense_of
from onrecord.events.status import CONDITIONS, Factuality, factuality, is_carried
from onrecord.events.suspected import is_suspected
from onrecord.events.times import Told, when
from onrecord.events.where import where
from onrecord.events.words import CONTACTS
from onrecord.knowledge import cues, predicates
from onrecord.knowledge.predicates import PredicateRule
from onrecord.schema.event import Event, Thing
from onrecord.schema.labels import Predicate
from onrecord.schema.span import Span
from onrecord.schema.statement import Statement
from onrecord.schema.time import Dated

_DENYING = frozenset(["denies", "retracts"])
_GRANTED = frozenset(["relative", "modifier", "adverbial"])
_SPEECH = frozenset(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "PROTEST"])
_SPOKEN = frozenset(["apologise", "apologize"])
# "Accused of", "charged with", "alleged that"; what is condemned, or came before or after, is told as it is.
_CHARGED = frozenset(["of", "with", "that"])
_ASKED = frozenset("how what when where whether whom who which why".split())  # "over whom to blame"
_OPEN = frozenset(["planned", "possible", "called_for"])
_UNTOLD = frozenset(["does_not_confirm", "declines_to_comment"])


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
    sides = _with_those_of_noun(scene, number, rule, parties(scene, rule, filled))
    sides = _with_those_of_clause(scene, number, rule, sides)
    sides = _with_those_of_deed(scene, number, rule, sides)
    statement = innermost(scene.known.statements, scene.start(predicate.head))
    told = _as_carried(scene, predicate, factuality(scene, number), statement, sides)
    told = _as_announced(scene, predicate, rule, _as_purpose(scene, predicate, rule, told))
    if not (predicate.passive and predicate.relation == "modifier"):
        told = _as_dated(predicate, told, time, published)
    if told.status in _OPEN and not told.negated and is_over(scene, predicate, published):
        told = Factuality("happened", sure=False)
    among = _is_among(scene, rule, sides)
    speaking = evidence(rule.confidence, told, sides, among=among)
    counted = quantities(scene, rule.frame, filled)
    carried = is_carried(scene, predicate)
    if not is_enough(predicate, rule.confidence, told, sides, speaking, carried=carried):
        return None
    if _is_made(scene, predicate, rule) or (not sides.recipients and _is_withheld(scene, predicate, rule)):
        return None
    if not sides.actors and _is_inert(scene, predicate, rule, filled):
        return None
    if rule.type == "ASSAULT" and not (sides.actors or sides.recipients) and _is_figure(scene, rule, filled):
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


def _with_those_of_noun(scene: Scene, number: int, rule: PredicateRule, sides: Parties) -> Parties:
    """The sides of a verb that tells the event of its object, with those whom that names: "announced the expulsion of
    [three envoys]", "talks between [the clans] were held"."""
    if rule.pos != "v" or sides.reciprocal or (sides.actors and sides.recipients):
        return sides
    for other, below in enumerate(scene.labels.predicates):
        if below.governor == number and below.pos == "n" and below.marker == "obj":
            sense = sense_of(scene, other)
            if sense is not None and sense.rule.type == rule.type:
                return joined(sides, parties(scene, sense.rule, sense.filled))
    return sides


def _with_those_of_clause(scene: Scene, number: int, rule: PredicateRule, sides: Parties) -> Parties:
    """The sides, where nobody else is the recipient with whom the deed concerns that is promised, threatened or refused
    ("agreed to lend money to [Fiji]"), or whom a gift is to help or a protest to reach ("gave a ship to assist [the
    divers]")."""
    if rule.type not in _PASSED_ON or sides.recipients or sides.reciprocal:
        return sides
    relation, types = _PASSED_ON[rule.type]
    for other, below in enumerate(scene.labels.predicates):
        held = below.governor == number and below.relation == relation
        held = held or (rule.type == "AID" and rule.pos == "v" and _is_aim(scene, number, other))
        if held and below.form == "infinitive":
            sense = sense_of(scene, other)
            if sense is not None and (types is None or sense.rule.type in types):
                sides = with_recipients(sides, parties(scene, sense.rule, sense.filled))
    return sides


def _is_aim(scene: Scene, number: int, other: int) -> bool:
    """True for the aim of what is given, that hangs on it: "gave a shipment of tents to [help] the island"."""
    if other <= number or scene.labels.predicates[other].relation not in ("modifier", "complement"):
        return False
    between = scene.labels.predicates[number + 1 : other]
    return all(predicate.pos == "n" for predicate in between)


def _with_those_of_deed(scene: Scene, number: int, rule: PredicateRule, sides: Parties) -> Parties:
    """The sides, with those that another predicate of the same deed tells: "the raid by [rebels] killed [two]"."""
    if rule.type not in together.TYPES or (sides.actors and sides.recipients):
        return sides
    for other in together.partners(scene, number):
        sense = sense_of(scene, other)
        if sense is not None and sense.rule.type == rule.type:
            others = parties(scene, sense.rule, sense.filled)
            sides = together.filled(sides, _actors_of(others) if _has_own(scene, number) else others)
    return sides


def _has_own(scene: Scene, number: int) -> bool:
    """True for a verb that tells by itself whom it befalls, named or not: "and injured [some of the others]"."""
    verb = scene.labels.predicates[number]
    return verb.lemma in together.OUTCOMES and any(a.role == "ARG1" for a in verb.arguments)


def _actors_of(sides: Parties) -> Parties:
    return msgspec.structs.replace(sides, recipients=(), recipient_spans=())


# By what clause a type has its recipients, and of which types that has to be (of any: None).
_PASSED_ON: dict[str, tuple[str, frozenset[str] | None]] = {
    "AGREE": ("complement", None),
    "THREATEN": ("complement", None),
    "REJECT": ("complement", None),
    "AID": ("adverbial", frozenset(["AID", "SUPPORT"])),
    "PROTEST": ("adverbial", frozenset(["ACCUSE", "PROTEST", "REQUEST"])),
}


def _is_charge(scene: Scene, predicate: Predicate) -> bool:
    """True for what somebody is accused of, where nobody is named whose word it rests on ("is accused of arming")."""
    if predicate.governor is None or predicate.relation != "complement" or predicate.marker not in _CHARGED:
        return False
    above = scene.labels.predicates[predicate.governor]
    if above.pos == "n":
        return above.lemma in _ALLEGING
    return any(cue.stance == "accuses" for cue in cues.load().verbs.get(above.lemma, ()))


_ALLEGING = frozenset("accusation allegation claim rumor rumour speculation suspicion".split())


def _as_purpose(scene: Scene, predicate: Predicate, rule: PredicateRule, told: Factuality) -> Factuality:
    """The status of a purpose: "marched to demand his release" demands it; "sent troops to take the town" does not take
    it yet."""
    purpose = predicate.form == "infinitive" and predicate.relation == "adverbial" and _is_own(scene, predicate)
    if purpose and scene.word(predicate.first - 1).lower() in _ASKED:
        return Factuality("possible", sure=False)
    purpose = purpose or _is_beside_purpose(scene, predicate)
    spoken = rule.type in _SPEECH or predicate.lemma in _SPOKEN
    if purpose and told.status == "planned" and not told.sure and spoken:
        above = scene.labels.predicates[predicate.governor or 0]
        return Factuality("not_happened" if told.negated else "happened", sure=above.lemma in CONTACTS)
    return told


def _is_beside_purpose(scene: Scene, predicate: Predicate) -> bool:
    """True for a participle that tells more of a purpose: "called to thank him, [inviting] him to Oslo"."""
    if predicate.form != "gerund" or predicate.relation != "adverbial" or predicate.governor is None:
        return False
    above = scene.labels.predicates[predicate.governor]
    return above.form == "infinitive" and above.relation == "adverbial" and _is_own(scene, above)


def _as_announced(scene: Scene, predicate: Predicate, rule: PredicateRule, told: Factuality) -> Factuality:
    """The status of what is announced and takes its time: "announced a [strike]", "announced the start of [talks]"."""
    above = scene.labels.predicates[predicate.governor] if predicate.governor is not None else None
    if above is None or predicate.pos != "n" or predicate.marker != "obj" or rule.type not in _AHEAD:
        return told
    if above.lemma == "announce" and told.status == "happened":
        return Factuality("planned")
    return told


_AHEAD = frozenset(["CONSULT", "PROTEST", "COOPERATE"])


def _is_own(scene: Scene, predicate: Predicate) -> bool:
    """True where an infinitive's subject is that of its governor, as a purpose's is; not so "watched him to accuse"."""
    subject = next((a.heads for a in predicate.arguments if a.role == "ARG0"), None)
    above = scene.labels.predicates[predicate.governor] if predicate.governor is not None else None
    return above is not None and any(a.heads == subject for a in above.arguments if a.role == "ARG0" or above.passive)


def _as_dated(predicate: Predicate, told: Factuality, time: Dated | None, published: date | None) -> Factuality:
    """The status by the calendar: what is told in the present of a day to come is planned ("they go on Monday")."""
    if predicate.form == "finite" and (predicate.tense != "present" or predicate.perfect):
        return told
    ahead = time is not None and published is not None and (time.from_ or "")[:10] > published.isoformat()
    return Factuality("planned") if ahead and told.status in ("happened", "ongoing") else told


def _is_among(scene: Scene, rule: PredicateRule, sides: Parties) -> bool:
    """True where a group is alone in a mutual event: it is both sides."""
    kinds = [scene.known.actors[id_].kind for id_ in sides.actors if id_ in scene.known.actors]
    return bool(rule.frame.mutual) and kinds == ["group"]


def _is_inert(scene: Scene, predicate: Predicate, rule: PredicateRule, filled: dict[str, tuple[Slot, ...]]) -> bool:
    """True where what would act cannot: "the [way] to do it is to encourage firms", "a [policy] that gives shelter".
    Documents speak for their writers, and forces and weapons for their owners."""
    asked = any("subj" in c.slots and c.wanted is not None for c in rule.conditions)
    if predicate.pos != "v" or predicate.passive or asked or "subj" not in (*rule.frame.actor, *rule.frame.mutual):
        return False
    subjects = filled.get("subj", ())
    return bool(subjects) and all(_is_thing(scene, slot) for slot in subjects)


def _is_figure(scene: Scene, rule: PredicateRule, filled: dict[str, tuple[Slot, ...]]) -> bool:
    """True where what is struck cannot be: "finds such [reasoning] tortured"."""
    asked = any("obj" in c.slots and c.wanted is not None for c in rule.conditions)
    struck = filled.get("obj", ()) if "obj" in rule.frame.recipient and not asked else ()
    buildings = predicates.load().classes["building"]
    struck = tuple(slot for slot in struck if scene.labels.lemmas[slot.head].lower() not in buildings)
    return bool(struck) and all(_is_thing(scene, slot) for slot in struck)


def _is_thing(scene: Scene, slot: Slot) -> bool:
    """True for a common noun for something abstract, that no list has for an actor, a force or a place."""
    if scene.labels.tags[slot.head] not in ("NN", "NNS") or scene.known.mentions_at(scene.start(slot.head)):
        return False
    lemma = scene.labels.lemmas[slot.head].lower()
    classes = predicates.load().classes
    if (
        any(lemma in classes[name] for name in _ACTING)
        or lemma in _OF_DEEDS
        or fillers(scene, "subj", (slot,))[0].classes
    ):
        return False
    return lemma in _THINGS or (lemma.endswith(_ABSTRACT) and lemma not in _SPEAKING)


_ACTING = (
    "force",
    "weapon",
    "vehicle",
    "fighter",
    "crowd",
    "group",
    "org",
    "state",
    "person",
    "labour",
    "place",
    "attack",
)
_OF_DEEDS = frozenset(["airship", "battleship", "gunship", "column"])
_SPEAKING = frozenset(
    "announcement declaration document jurisdiction measure motion petition resolution statement".split()
)
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "ure", "cy", "ics", "th")
_THINGS = frozenset(
    "aim approach beauty bill cause cell change cost data disease dollar drug effect euro fact film front game "
    "goal heat hunger idea issue kitchen market match model movie news number plan policy price problem process "
    "program programme question rain rate reasoning reason result risk rule score share show song step stock storm "
    "story stress style system tactic theory time trend virus way weather weight work".split()
)


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


def _as_carried(
    scene: Scene, predicate: Predicate, told: Factuality, statement: Statement | None, sides: Parties
) -> Factuality:
    """The status with what the carrying statement does to it: a denial denies, a refusal leaves it open.

    What a denial takes for granted stays as it is: "denied that they had fired on the boat that they seized".
    """
    if is_suspected(scene, predicate) and told.status in ("happened", "ongoing"):
        return Factuality("possible", sure=told.sure)
    claimed = (statement is None and _is_charge(scene, predicate)) or is_hearsay(scene, predicate, statement)
    if claimed and told.status in ("happened", "ongoing"):
        return Factuality("possible")
    if statement is None or predicate.relation in _GRANTED or (predicate.pos == "n" and is_definite(scene, predicate)):
        return told
    if told.stands:
        return told
    deniable = told.status in ("happened", "ongoing", "not_happened") or (told.status == "planned" and not told.negated)
    if statement.stance in _DENYING and deniable:
        return Factuality("denied")
    if statement.stance in _UNTOLD and told.status in ("happened", "ongoing"):
        return Factuality("possible")
    if predicate.modal == "would" and told.status == "possible" and _is_future(scene, predicate, statement):
        return Factuality("planned", told.negated)
    own = set(statement.source.actors) & set(sides.actors)
    denies = predicate.negated and predicate.modal is None and told.status == "not_happened"
    return Factuality("denied") if own and denies else told


def _is_future(scene: Scene, predicate: Predicate, statement: Statement) -> bool:
    """True where "would" is the "will" of one who said so in the past, without a condition."""
    starts = [scene.start(p.head) for p in scene.labels.predicates if p.tense == "past" and p.pos == "v"]
    said = any(cue.start <= start < cue.end for cue in statement.cue for start in starts)
    open_ = predicate.perfect or any(p.marker in CONDITIONS for p in scene.labels.predicates)
    return said and statement.quote == "indirect" and not open_


def _predicate_span(scene: Scene, predicate: Predicate, last: int) -> tuple[Span, ...]:
    """The words of the predicate: its main word, with its particle or its compound."""
    first = predicate.first if predicate.pos == "n" else predicate.head
    return (scene.sentence.slice(first, last),)


def _object(scene: Scene, rule: PredicateRule, filled: dict[str, tuple[Slot, ...]], sides: Parties) -> Thing | None:
    """What the frame calls the object of the event, unless it is one of the parties."""
    for name in rule.frame.object:
        for slot in filled.get(name, ()):
            span = scene.sentence.slice(slot.first, _clause_end(scene, slot) if name == "clause" else slot.last)
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
