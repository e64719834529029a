"""Parties: who acts in an event and on whom, from the slots that the lexicon names for each role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

import msgspec

from onrecord.events.bearers import is_possessor, mentions_of, part_of
from onrecord.events.documents import issuers
from onrecord.events.owners import BACKING, BEFALLING, DEEP, LEVIED, owners
from onrecord.events.parted import listed
from onrecord.events.scene import Scene, Slot
from onrecord.events.targets import as_target, without_scenes
from onrecord.knowledge import predicates
from onrecord.knowledge.predicates import Frame, PredicateRule
from onrecord.schema.actor import Mention
from onrecord.schema.span import Span


class Parties(msgspec.Struct, frozen=True):
    """The two sides of an event, with the words that stand for them; `reciprocal` where both sides are all parties."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    reciprocal: bool = False


def parties(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> Parties:
    """The parties of an event by the frame of its rule."""
    frame = rule.frame
    filled = without_scenes(scene, rule, as_target(scene, rule, filled))
    if frame.mutual:
        return _mutual(scene, frame, filled)
    if holders := _holders(scene, rule, filled):
        asked = [name for name in frame.recipient if name not in ("of", "poss", "obj")]
        return _parties(scene, holders, _role(scene, asked, filled))
    actors = _role(scene, _acting(scene, rule, filled), filled) or _of_force(scene, rule, filled)
    actors = actors or _issuers(scene, rule, filled) or _levying(scene, rule, filled)
    own = {a.actor for a in actors}
    recipients = [m for m in _role(scene, _reached(scene, rule, filled), filled) if m.actor not in own]
    if not recipients and rule.type in _STRIKING and "obj" in frame.object:
        recipients = [m for m in _role(scene, ("obj",), filled) if m.actor not in own]
    if not recipients:
        recipients = [m for m in _of_object(scene, rule, filled) if m.actor not in own]
    if rule.mode == "visit":
        homes = _homes(scene, actors)
        recipients = [m for m in recipients if not _is_home(scene, m, homes)]
    if not recipients and rule.mode == "visit":
        return _visit(scene, actors, filled)
    if not recipients:
        things = [slot for name in _things(rule) for slot in filled.get(name, ())]
        things += _granted(scene, rule, filled)
        recipients = owners(scene, things, _belonging(rule), own) or _burdened(scene, rule, filled, own)
    return _parties(scene, actors, recipients)


def _reached(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> tuple[str, ...]:
    """The slots of the recipient. Whence somebody is to leave is not asked: "called for a withdrawal from [Togo]"."""
    names = rule.frame.recipient
    asked = (s for name in (*rule.frame.object, "for", "obj") for s in filled.get(name, ()))
    if rule.type == "REQUEST" and any(scene.labels.lemmas[s.head].lower() in _LEAVING for s in asked):
        return tuple(name for name in names if name != "from")
    return names


_LEAVING = frozenset(
    "departure disengagement evacuation exit expulsion pullback pullout removal retreat withdrawal".split()
)


def _burdened(
    scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]], own: Set[str | None]
) -> list[Mention]:
    """On whom lay what is lifted: "eased the curbs imposed on [the isle]"."""
    heads = {slot.head for slot in filled.get("obj", ())} if rule.type == "CONCEDE" else set()
    for predicate in scene.labels.predicates if heads else ():
        laid = predicate.relation == "modifier" and predicate.passive and predicate.lemma in _LAYING
        if laid and any(heads & set(a.heads) for a in predicate.arguments if a.role == "ARG1"):
            on = tuple(Slot(a.first, a.last, h) for a in predicate.arguments if a.marker == "on" for h in a.heads)
            return [m for m in _role(scene, ("on",), {"on": on}) if m.actor not in own]
    return []


_LAYING = frozenset(["impose", "lay", "levy", "place", "put", "slap"])


def _holders(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> list[Mention]:
    """Whose commitment or support somebody conveys: "reiterated the commitment of [the bank] to the talks"."""
    if _CONVEYING.isdisjoint(rule.words):
        return []
    own = {m.actor for m in _role(scene, rule.frame.actor, filled)}
    for slot in filled.get("obj", ()):
        lemma = scene.labels.lemmas[slot.head].lower()
        if lemma in _STANCES or (lemma in BACKING and _is_owned(scene, slot)):
            return owners(scene, [slot], _OWNED, own) or [m for m in part_of(scene, slot.head) if m.actor not in own]
    return []


def _is_owned(scene: Scene, thing: Slot) -> bool:
    """True for "the support of Oslo for the talks", not for "support of the talks"."""
    chunk = next((c for c in scene.labels.chunks if c.first == thing.head + 2), None)
    if chunk is None or scene.word(thing.head + 1) != "of":
        return scene.labels.tags[thing.head - 1] == "POS"
    return chunk.last < len(scene.labels.tags) and scene.word(chunk.last).lower() in ("for", "to", "with")


_CONVEYING = frozenset(
    "affirm convey express reaffirm reiterate renew repeat restate stress underline underscore voice".split()
)
_STANCES = frozenset("commitment determination dedication opposition readiness resolve willingness".split())


def _acting(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> tuple[str, ...]:
    """The slots in which the actor stands: those of the frame, and for a noun also what follows "by" or "from", where
    that is nobody else ("an apology from [the airline]"). Whoever the noun itself names comes before the subject of its
    verb: "the king accepted the resignation of [the bishop]"."""
    frame = rule.frame
    others = {*frame.actor, *frame.recipient, *frame.place}
    if rule.pos != "n" or not frame.actor:
        return frame.actor
    names = (*frame.actor, *(name for name in ("by", "from") if name not in others))
    if "poss" not in names or any(is_possessor(scene, slot) for slot in filled.get("poss", ())):
        return names
    return (*(name for name in names if name != "poss"), "poss")


def _of_force(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> list[Mention]:
    """Whose forces or weapons act, where they are no actor themselves: "[Israeli] aircraft struck a tunnel"; or are
    moved by their owner: "a build-up of [Russian] troops"."""
    classes = predicates.load().classes
    arms = classes["force"] | classes["weapon"] | classes["vehicle"]
    moved = rule.frame.object if rule.type in _MOVING else ()
    for name in (*rule.frame.actor, *moved):
        for slot in filled.get(name, ()) if name in ("subj", "by", "mod", "poss", "of", "obj") else ():
            lemma = scene.labels.lemmas[slot.head].lower()
            if not arms.isdisjoint((lemma, lemma.removesuffix("s"))) or _is_plane(scene.word(slot.head)):
                themselves = mentions_of(scene, slot) if name in moved else []
                found = themselves or owners(scene, [slot], _OWNED)
                if found:
                    return found
    return []


def _levying(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> list[Mention]:
    """Whose penalties are laid on another, where nothing else tells it: "[Peruvian] sanctions could be imposed"."""
    laid = [s for s in filled.get("obj", ()) if scene.labels.lemmas[s.head].lower() in LEVIED]
    return owners(scene, laid, _OWNED) if rule.type == "SANCTION" and rule.pos == "v" else []


def _issuers(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> list[Mention]:
    """Who speaks in a document that demands, charges or threatens."""
    if rule.type not in _SPOKEN or rule.pos != "v":
        return []
    papers = [slot for name in rule.frame.actor if name == "subj" for slot in filled.get(name, ())]
    return next((found for paper in issuers(scene, papers) if (found := mentions_of(scene, paper))), [])


_SPOKEN = frozenset(["REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT", "AGREE"])
# What is moved, sent or sold tells whose it was.
_MOVING = frozenset(["MOBILIZE", "RETREAT", "AID", "COOPERATE"])


def _is_plane(word: str) -> bool:
    return word.lower().endswith(("plane", "planes", "craft", "jets", "ship", "ships", "drones"))


def _of_object(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> list[Mention]:
    """Whoever stands after the object in a phrase by which the frame has its recipient, where the tree hangs it on the
    object: "reopened its border with [Iraq]", "spurned offers of talks by [the council]"."""
    asked = {name for name in rule.frame.recipient if name in _LINKING}
    asked |= {"with"} if rule.type in _OF_TALKS else set()
    asked |= {"by", "from"} if rule.type in _ANSWERING else set()
    heads = [slot.head for name in dict.fromkeys((*rule.frame.object, "obj")) for slot in filled.get(name, ())]
    for head in heads:
        for _ in range(DEEP + 1 if asked else 0):
            chunk = next((c for c in scene.labels.chunks if c.first == head + 2), None)
            if chunk is None or scene.labels.tags[head + 1] not in ("IN", "TO"):
                break
            found = scene.known.mentions_at(scene.start(chunk.head))
            if found and scene.word(head + 1).lower() in asked:
                between = scene.word(head + 1).lower() == "between"
                return _role(scene, ("obj",), {"obj": tuple(listed(scene, head + 2))}) if between else found[:1]
            if found or scene.labels.lemmas[chunk.head].lower() in BEFALLING:
                break
            head = chunk.head
    return _behind(scene, rule, filled)


def _behind(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> list[Mention]:
    """Whoever stands after the object and what tells where or how much: "filed a suit in Cork against [the bank]", "aid
    worth a million for [Chad]"."""
    asked = {name for name in rule.frame.recipient if name in _LINKING} | ({"for"} if rule.type == "AID" else set())
    for slot in filled.get("obj", ()) if asked and rule.pos == "v" else ():
        at = next((c.last for c in scene.labels.chunks if c.first <= slot.head < c.last), slot.head + 1)
        for _ in range(_FAR):
            chunk = next((c for c in scene.labels.chunks if c.first == at + 1), None)
            word = scene.word(at).lower() if at < len(scene.labels.tags) else ""
            if chunk is None:
                break
            found = scene.known.mentions_at(scene.start(chunk.head))
            if found and word in asked:
                return found[:1]
            if found or not (word in _WHERE or (word == "on" and scene.start(chunk.head) in scene.known.in_time)):
                break
            at = chunk.last
    return []


_FAR = 4
_WHERE = frozenset(["in", "at", "near", "outside", "inside", "worth", "of", "during"])


# The prepositions that tell who has a share in a thing, and the types in which "talks with the rebels" names them.
_LINKING = frozenset(["with", "to", "against", "for", "on", "between"])
_OF_TALKS = frozenset(["REJECT", "RETREAT"])


def with_recipients(sides: Parties, others: Parties) -> Parties:
    """The sides, with the recipients of another event on the side of the recipients; of talks, with the others."""
    if sides.recipients or sides.reciprocal:
        return sides
    ids = tuple(id_ for id_ in others.recipients if id_ not in sides.actors)
    spans = tuple(span for span in others.recipient_spans if span not in sides.actor_spans)
    if len(ids) < len(others.recipients) and not others.reciprocal:
        return sides
    return msgspec.structs.replace(sides, recipients=ids, recipient_spans=spans if ids else ())


def joined(sides: Parties, others: Parties) -> Parties:
    """The sides, each of which that names nobody taken from the other telling of the event."""
    if not sides.actors and not sides.recipients:
        return others
    if not sides.recipients:
        return with_recipients(sides, others)
    if set(others.actors) & set(sides.recipients):
        return sides
    return msgspec.structs.replace(sides, actors=others.actors, actor_spans=others.actor_spans)


def _things(rule: PredicateRule) -> tuple[str, ...]:
    """The slots in which the thing of a recipient may stand for whom it is of: "launched a raid on [a rebel camp]"."""
    asked = tuple(name for name in rule.frame.recipient if name not in _OF_NOBODY)
    if rule.type in _BETWEEN:
        return (*rule.frame.object, *asked)
    return ("obj", *asked) if rule.type in _ANSWERING else asked


def _granted(scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]) -> list[Slot]:
    """What somebody wanted and is given in to: "accepts the demands made by [the pilots]"."""
    asked = filled.get("obj", ()) if rule.type == "CONCEDE" else ()
    return [slot for slot in asked if scene.labels.lemmas[slot.head].lower() in _WANTED]


_WANTED = frozenset(
    "account appeal asset call demand order petition plea proposal request ruling ultimatum wish".split()
)


def _belonging(rule: PredicateRule) -> frozenset[str]:
    """The prepositions by which a thing is somebody's."""
    if rule.type in _BETWEEN:
        return _OWNED | (_TOWARDS & {"with", *rule.frame.recipient})
    return _ANSWERED if rule.type in _ANSWERING or rule.type == "CONCEDE" else _OWNED


# Of what there is between two, what stands with the thing names the other: "signed [a pact with Fiji]", "suspended [aid
# to Tonga]".
_BETWEEN = frozenset(["AGREE", "SANCTION"])
_TOWARDS = frozenset(["with", "to", "against", "on", "for"])
# What these act on is a recipient where it is an actor: "banned [the newspaper]".
_STRIKING = frozenset(["ASSAULT", "COERCE", "REJECT"])
# A subject, a possessor or what is given stands for nobody else.
_OF_NOBODY = frozenset(["subj", "poss", "mod", "csubj", "clause", "in", "from"])
# Whoever's words or deeds they are is accused, backed, refused or asked: "criticised [Lima]'s plan", "demanded a
# [Ghanaian] apology".
_ANSWERING = frozenset(["ACCUSE", "REJECT", "SUPPORT", "REQUEST"])
_OWNED = frozenset(["of"])
_ANSWERED = frozenset(["of", "by", "from"])


def _mutual(scene: Scene, frame: Frame, filled: Mapping[str, tuple[Slot, ...]]) -> Parties:
    """Both sides of talks or a clash: all whom the slots name. One alone stands on the side of the actors,
    unless it is the one with whom the others deal."""
    found = [m for slot in frame.mutual for m in _role(scene, (slot,), filled)]
    ids = tuple(dict.fromkeys(m.actor for m in found if m.actor))
    spans = _spans(scene, found)
    if len(ids) < 2:
        counterpart = bool(found) and found in (_role(scene, (name,), filled) for name in ("with", "against"))
        return Parties((), ids, (), spans) if counterpart else Parties(ids, (), spans, ())
    return Parties(ids, ids, spans, spans, reciprocal=True)


def _role(scene: Scene, names: Iterable[str], filled: Mapping[str, tuple[Slot, ...]]) -> list[Mention]:
    """The mentions in the first of the slots that has any."""
    for name in names:
        found = [
            m for slot in filled.get(name, ()) for m in mentions_of(scene, slot) if _is_party(scene, name, slot, m)
        ]
        if found:
            return found
    return []


def _is_party(scene: Scene, name: str, slot: Slot, mention: Mention) -> bool:
    """False where the word before an event noun and the noun are one name, as "rescue mission" may be."""
    return name != "mod" or mention.end <= scene.sentence.tokens[slot.head].end


def _visit(scene: Scene, actors: list[Mention], filled: Mapping[str, tuple[Slot, ...]]) -> Parties:
    """A visit to a place is a visit to its state, where the article has that state for an actor; nobody visits his own
    state."""
    own = {m.actor for m in actors}
    homes = _homes(scene, actors)
    for name in ("obj", "to", "in", "at"):
        for slot in filled.get(name, ()):
            start = scene.start(slot.head)
            place = next((p for p in scene.known.places if p.start <= start < p.end and p.place), None)
            entry = scene.known.gazetteer.get(place.place) if place and place.place else None
            host = scene.known.country_actors.get(entry.country) if entry and entry.country else None
            if place and host and host not in own and entry and entry.country not in homes:
                base = _parties(scene, actors, [])
                return msgspec.structs.replace(
                    base, recipients=(host,), recipient_spans=(Span(place.start, place.end),)
                )
    return _parties(scene, actors, [])


def _homes(scene: Scene, actors: list[Mention]) -> set[str | None]:
    """The countries of those who act."""
    return {known.country for m in actors if (known := scene.known.actors.get(m.actor or "")) is not None}


def _is_home(scene: Scene, mention: Mention, homes: set[str | None]) -> bool:
    """True for a state that is that of whoever goes there."""
    actor = scene.known.actors.get(mention.actor or "")
    return actor is not None and actor.kind == "country" and actor.country in homes


def _parties(scene: Scene, actors: list[Mention], recipients: list[Mention]) -> Parties:
    return Parties(
        tuple(dict.fromkeys(m.actor for m in actors if m.actor)),
        tuple(dict.fromkeys(m.actor for m in recipients if m.actor)),
        _spans(scene, actors),
        _spans(scene, recipients),
    )


def _spans(scene: Scene, found: list[Mention]) -> tuple[Span, ...]:
    """The words of the parties; of a pronoun also those before it in its sentence that tell who it is."""
    return tuple(dict.fromkeys(Span(m.start, m.end) for mention in found for m in (*_named(scene, mention), mention)))


def _named(scene: Scene, mention: Mention) -> list[Mention]:
    if mention.how != "pronoun":
        return []
    before = scene.known.mentions_within(scene.sentence.start, mention.start)
    return [m for m in before if m.actor == mention.actor and m.how != "pronoun"][-1:]
