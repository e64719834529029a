"""Slots: the arguments of a predicate, sorted into the slots of the lexicon (knowledge/conditions.py says what each
means)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from onrecord.events.governed import from_governor
from onrecord.events.known import innermost
from onrecord.events.parted import listed, parted_phrases, word_at
from onrecord.events.scene import Scene, Slot
from onrecord.events.words import Particle
from onrecord.knowledge import predicates
from onrecord.schema.labels import Argument, Chunk, Predicate

_COMPOUND = {
    "front": "at",
    "support": "for",
    "favor": "for",
    "favour": "for",
    "behalf": "for",
    "honor": "for",
    "honour": "for",
    "memory": "for",
    "defence": "for",
    "defense": "for",
    "defiance": "against",
    "protest": "against",
}


def slots(scene: Scene, number: int) -> dict[str, tuple[Slot, ...]]:
    """The filled slots of the predicate with that number."""
    predicate = scene.labels.predicates[number]
    found = _arguments(scene, predicate)
    if predicate.marker == "obj" and _is_laid_on(scene, predicate):
        found.pop("on", None)
    if "iobj" in found and all(scene.start(slot.head) in scene.known.in_time for slot in found.get("obj", ())):
        found["obj"] = found.pop("iobj")  # "provided 4 million [this year]"
    if "obj" not in found and predicate.pos == "v" and not predicate.passive:
        found |= {"obj": after} if (after := _after_time(scene, predicate)) else {}
    found |= _two_objects(scene, predicate, found)
    for name, values in (_after_adverb(scene, predicate, found) or _after_object(scene, predicate, found)).items():
        found.setdefault(name, values)
    for name, values in _told_of_object(scene, predicate, found).items():
        found.setdefault(name, values)
    for name, values in _late_agent(scene, predicate, found).items():
        found.setdefault(name, values)
    for name, slot in (
        *parted_phrases(scene, predicate),
        *_complements(scene, number),
        *_modifiers(scene, predicate),
        *from_governor(scene, predicate),
    ):
        found.setdefault(name, []).append(slot)
    return {name: tuple(values) for name, values in found.items()}


def _is_laid_on(scene: Scene, predicate: Predicate) -> bool:
    """True where "on" tells whom somebody blames for a deed: "blamed the attack on Togo" was none on Togo."""
    above = scene.labels.predicates[predicate.governor] if predicate.governor is not None else None
    return above is not None and above.lemma in ("blame", "pin") and predicate.pos == "n"


def _arguments(scene: Scene, predicate: Predicate) -> dict[str, list[Slot]]:
    """The arguments that the labels give a predicate, by their slots."""
    found: dict[str, list[Slot]] = {}
    for argument in _said_of(scene, predicate):
        name = _slot_name(scene, predicate, argument)
        if name == "subj" and _is_time(scene, argument):
            found[name] = _before(scene, argument)
            continue
        if predicate.pos == "v" and argument.marker in _WHEN and _is_time(scene, argument):
            continue
        for i, head in enumerate(argument.heads):
            first = argument.first if i == 0 else argument.heads[i - 1] + 1
            last = argument.last if i == len(argument.heads) - 1 else head + 1
            found.setdefault(name, []).append(Slot(first, last, head))
    return found


def _said_of(scene: Scene, predicate: Predicate) -> tuple[Argument, ...]:
    """The arguments of a predicate, in a quotation only those that stand in it: who is quoted is not in what is said
    ("Violating an order is wrong," said [the senator]). So with whoever reports it behind it ("killing four, [a
    monitor] reported")."""
    statement = innermost(scene.known.statements, scene.start(predicate.head))
    if statement is None:
        return predicate.arguments
    if statement.quote != "direct":
        end = max(span.end for span in statement.content)
        late = [s for s in statement.source.spans if s.start >= end] if statement.cue[0].start >= end else []
        return tuple(
            a for a in predicate.arguments if not any(span.start <= scene.start(a.heads[0]) < span.end for span in late)
        )
    starts = [(scene.start(argument.heads[0]), argument) for argument in predicate.arguments]
    return tuple(a for start, a in starts if any(span.start <= start < span.end for span in statement.content))


# Before a time they are no phrase of the verb's: "test-fired a missile on [Sunday]".
_WHEN = frozenset(["on", "in", "at", "by", "over"])


def _after_adverb(scene: Scene, predicate: Predicate, found: Mapping[str, list[Slot]]) -> dict[str, list[Slot]]:
    """The phrase of a verb that an adverb after its object parts from it: "sent the migrants back to [Syria]"."""
    ends = [slot.last for slot in found.get("obj", ())] if predicate.pos == "v" and not predicate.passive else []
    at = max(ends, default=predicate.last)
    if predicate.pos != "v" or word_at(scene, at) not in _AWAY or at + 1 >= len(scene.labels.tags):
        return {}
    marker = word_at(scene, at + 1)
    return {marker: found_after} if marker in ("to", "from") and (found_after := listed(scene, at + 2)) else {}


def _late_agent(scene: Scene, predicate: Predicate, found: Mapping[str, list[Slot]]) -> dict[str, list[Slot]]:
    """Who does what is told in the passive, where another phrase parts him from it: "tribute was paid to the dead by
    [the mayor]"."""
    if predicate.pos != "v" or not predicate.passive or "subj" in found:
        return {}
    ends = [a.last for a in predicate.arguments if a.role == "OBL" and a.first > predicate.head]
    agents = [slot for end in ends if word_at(scene, end) == "by" for slot in listed(scene, end + 1)]
    agents = [slot for slot in agents if scene.start(slot.head) not in scene.known.in_time]
    return {"subj": agents} if agents else {}


def _after_object(scene: Scene, predicate: Predicate, found: Mapping[str, list[Slot]]) -> dict[str, list[Slot]]:
    """The phrase right after an object, where the labels hang it on nothing: "took the firm to [court]"."""
    at = max((slot.last for slot in found.get("obj", ())), default=0)
    if predicate.pos != "v" or predicate.passive or at <= predicate.head or word_at(scene, at) not in _GOING:
        return {}
    chunk = next((c for c in scene.labels.chunks if c.first == at + 1), None)
    free = chunk is not None and _is_free(scene, chunk)
    return {word_at(scene, at): listed(scene, at + 1)} if free else {}


_GOING = frozenset(["to", "into", "before"])
_AWAY = frozenset(["back", "home", "away", "out", "over", "off", "down"])


def _is_time(scene: Scene, argument: Argument) -> bool:
    return scene.start(argument.heads[0]) in scene.known.in_time


def _before(scene: Scene, argument: Argument) -> list[Slot]:
    """The noun phrase right before a time that stands for a subject: "the crash [early Wednesday] killed two"."""
    return [Slot(c.first, c.last, c.head) for c in scene.labels.chunks if c.last == argument.first]


def _after_time(scene: Scene, predicate: Predicate) -> list[Slot]:
    """The noun phrase after a time that stands where the object is: "announced [on Monday] a cut of all ties"."""
    if predicate.last >= len(scene.labels.tags):
        return []
    end = scene.known.time_ends.get(scene.start(predicate.last))
    if end is None:
        return []
    found = [c for c in scene.labels.chunks if end <= scene.start(c.first) <= end + 1]
    return [Slot(c.first, c.last, c.head) for c in found]


def _two_objects(scene: Scene, predicate: Predicate, found: Mapping[str, list[Slot]]) -> dict[str, list[Slot]]:
    """Both objects of a verb of giving where the labels have the first alone: "gave Malawi [4 million euros]"."""
    if predicate.passive or "iobj" in found or len(found.get("obj", ())) != 1 or predicate.lemma not in _giving():
        return {}
    first = found["obj"][0]
    after = first.last + (1 if word_at(scene, first.last) in _QUOTES else 0)
    second = next((c for c in scene.labels.chunks if c.first == after), None)
    if first.first != predicate.last or second is None or not (_is_free(scene, second) or _is_term(scene, second)):
        return {}
    return {"iobj": [first], "obj": [Slot(second.first, second.last, second.head)]}


# What somebody is called may be quoted: "called the lawmaker "a disgrace"".
_QUOTES = frozenset(['"', "“", "``", "'", "‘"])


def _told_of_object(scene: Scene, predicate: Predicate, found: Mapping[str, list[Slot]]) -> dict[str, list[Slot]]:
    """The adjective that a verb tells of its object, in the slot of "as", with its phrase: "found the clerk [guilty] of
    [fraud]", "was held [responsible]"."""
    objects = found.get("obj", ())
    if predicate.pos != "v":
        return {}
    if predicate.lemma == "call" and objects and not predicate.passive:
        return {"as": named} if (named := _called(scene, objects[-1].last)) else {}
    at = predicate.last if predicate.passive or not objects else max(slot.last for slot in objects)
    tags = scene.labels.tags
    if at >= len(tags) or tags[at] != "JJ" or any(c.first <= at < c.last for c in scene.labels.chunks):
        return {}
    told = {"as": [Slot(at, at + 1, at)]}
    if at + 1 < len(tags) and tags[at + 1] == "IN":
        after = [Slot(c.first, c.last, c.head) for c in scene.labels.chunks if c.first == at + 2]
        return told | {scene.word(at + 1).lower(): after} if after else told
    return told


def _called(scene: Scene, at: int) -> list[Slot]:
    """What somebody is called, behind whoever it is: "called the envoy to Togo [a fool]", "called him [mad]"."""
    tags = scene.labels.tags
    for i in range(at, len(tags)):
        if tags[i][:2] in ("VB", "MD", "CC", "WD", "WP") or tags[i] in ("TO", ",", "."):
            break
        if scene.start(i) in scene.known.in_time or tags[i] in ("IN", "``", "''", "RB", ":"):
            continue
        chunk = next((c for c in scene.labels.chunks if c.first <= i < c.last), None)
        if chunk is None and tags[i][:2] == "JJ":
            return [Slot(i, i + 1, i)]
        if chunk is not None and chunk.first == i and tags[i - 1] not in ("IN", "POS", "RB"):
            return [Slot(chunk.first, chunk.last, chunk.head)]
    return []


def _is_free(scene: Scene, chunk: Chunk) -> bool:
    """True for a noun phrase that is no time, no pronoun and no part of another predicate."""
    if scene.start(chunk.first) in scene.known.in_time or scene.labels.tags[chunk.head] == "PRP":
        return False
    return not any(chunk.head in a.heads for p in scene.labels.predicates for a in p.arguments)


def _is_term(scene: Scene, chunk: Chunk) -> bool:
    """True for a span of time in which to do something: "gave the envoys [48 hours] to leave"."""
    tags = scene.labels.tags
    return tags[chunk.first] in ("CD", "DT") and chunk.last < len(tags) and tags[chunk.last] == "TO"


@cache
def _giving() -> frozenset[str]:
    """The verbs that take two objects, by the lexicon."""
    verbs = predicates.load().verbs.items()
    return frozenset(lemma for lemma, rules in verbs if any("iobj" in rule.frame.recipient for rule in rules))


def with_particle(
    scene: Scene, filled: Mapping[str, tuple[Slot, ...]], particle: Particle
) -> dict[str, tuple[Slot, ...]]:
    """The slots of a verb whose particle the labels take for a preposition: what follows it is the object ("called on
    [the rebels]"), unless a preposition of its own opens it ("stayed away from [work]")."""
    word = scene.word(particle.token).lower()
    found = {name: slots for name, slots in filled.items() if name != word}
    if "obj" not in found:
        found["obj"] = _from(filled.get(word, ()), particle.token + 1)
    after = particle.token + 1
    if after < len(scene.labels.tags) and scene.labels.tags[after] in ("IN", "TO"):
        opened = [c for c in scene.labels.chunks if c.first == after + 1]
        found.setdefault(scene.word(after).lower(), tuple(Slot(c.first, c.last, c.head) for c in opened))
    return {name: slots for name, slots in found.items() if slots}


def _from(values: Iterable[Slot], token: int) -> tuple[Slot, ...]:
    """The fillers of one phrase that begins at a token (a quotation mark may open it)."""
    found: list[Slot] = []
    for slot in values:
        if token <= slot.first <= token + 1 or (found and slot.first == found[-1].head + 1):
            found.append(slot)
    return tuple(found)


def _slot_name(scene: Scene, predicate: Predicate, argument: Argument) -> str:
    if argument.marker == "poss":
        return "poss"
    if argument.role == "OBL" and _is_compared(scene, predicate, argument):
        return "obj"
    if argument.role == "OBL":
        return _compound(scene, predicate, argument) or argument.marker or "at"
    return {"ARG0": "subj", "ARG1": "obj", "ARG2": "iobj"}[argument.role]


def _is_compared(scene: Scene, predicate: Predicate, argument: Argument) -> bool:
    """True for an object with "more than" or "fewer than" before it: "fired more than 3,000 rockets"."""
    than = argument.first - 1
    return argument.marker == "than" and than - 1 == predicate.last and scene.labels.tags[than - 1] in ("JJR", "RBR")


def _compound(scene: Scene, predicate: Predicate, argument: Argument) -> str | None:
    """The plain preposition that "in front of", "in support of" and the like stand for; None for a mere "of"."""
    noun = argument.first - 2
    if argument.marker != "of" or noun < 1 or noun == predicate.head or scene.labels.tags[noun - 1] != "IN":
        return None
    return _COMPOUND.get(scene.word(noun).lower())


# "A military operation" is of that kind; whose it is stands elsewhere.
_KINDS_OF_FORCE = frozenset(["military", "naval", "paramilitary"])


def _complements(scene: Scene, number: int) -> list[tuple[str, Slot]]:
    """The clauses that the predicate governs, and their subjects."""
    found = []
    for other in scene.labels.predicates:
        if other.governor == number and other.relation == "complement" and other.pos != "n":
            found.append(("clause", Slot(other.first, other.last, other.head)))
            subject = next((a for a in other.arguments if a.role == "ARG0"), None)
            if subject is not None:
                found.append(("csubj", Slot(subject.first, subject.last, subject.heads[0])))
    return found


def _modifiers(scene: Scene, predicate: Predicate) -> list[tuple[str, Slot]]:
    """The words right before a noun predicate within its phrase ("Russian arms sale"), and who stands in a compound
    ("the [police] raid")."""
    if predicate.pos != "n":
        return []
    tags = scene.labels.tags
    i = predicate.first - 1
    inside = range(predicate.first, predicate.head)
    found = [("mod", Slot(k, k + 1, k)) for k in inside if scene.known.mentions_at(scene.start(k))]
    found = [pair for pair in found if scene.word(pair[1].head).lower() not in _KINDS_OF_FORCE]
    while i >= 0 and tags[i] in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD"):
        found.append(("mod", Slot(i, i + 1, i)))
        i -= 1
    return found
