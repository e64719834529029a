"""Pronouns: he, she, it and they, where one actor of the sentences before fits and no other does.

Conservative after Hobbs (1978) and the sieve of Lee et al. (2013): the subject of the clause above, then subjects of
main clauses before others, the nearest sentence first; gender and number must agree, and what stays open is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.actors.asked import BODIES, GENDERS, PERSONS, PLURALS, THINGS, Asked, Unit, agrees
from onrecord.actors.bodies import is_body
from onrecord.actors.discourse import Candidate, Seen
from onrecord.actors.found import Gender, Line
from onrecord.actors.groups import distinct, runs, sides
from onrecord.actors.judged import judged
from onrecord.actors.told_before import told_before
from onrecord.knowledge import cues
from onrecord.schema.labels import Argument, Predicate

_SPEAKERS = frozenset(["i", "me", "my", "mine", "myself"])
_TAGS = frozenset(["PRP", "PRP$"])
_ALL = frozenset(GENDERS) | THINGS | PLURALS


def tokens(line: Line) -> Iterator[int]:
    """The pronouns of a sentence that may stand for an actor of the text."""
    if not _TAGS.isdisjoint(line.labels.tags):
        for i, tag in enumerate(line.labels.tags):
            if tag in _TAGS and line.words[i].lower() in _ALL:
                yield i


def gender(line: Line, token: int) -> Gender | None:
    """The gender that a pronoun tells of whom it stands for."""
    return GENDERS.get(line.lower[token])


def first_persons(line: Line) -> Iterator[int]:
    """The words by which a speaker means himself."""
    yield from (i for i, tag in enumerate(line.labels.tags) if tag in _TAGS and line.words[i].lower() in _SPEAKERS)


def antecedents(asked: Asked, seen: Seen) -> tuple[Candidate, ...]:
    """For whom a pronoun stands: one candidate, or the members of a group; () where nobody is sure."""
    if asked.word in THINGS and not is_body(asked.line, asked.token):
        return ()
    barred = {c.id for c in seen.on(asked.line.number) if c.head in _beside(asked)} | {asked.speaker}
    for distance, ones in seen.back(asked.line.number):
        here = _able(
            asked, [c for c in ones if (distance or c.last <= asked.token) and c.id not in barred], distance, seen
        )
        if here is None:
            continue
        units = _units(asked, here, seen.lines[asked.line.number - distance])
        if distance == 1 and (one := told_before(asked, units, seen.lines[asked.line.number - 1])) is not None:
            return one
        if distance == 0:
            found = _above(asked, units, here, ones)
        else:
            strange = _is_other_person(asked, units, ones, seen.lines[asked.line.number - distance])
            found = () if strange else _before(asked, units, here, seen.lines[asked.line.number - distance])
        if found is not None and _is_past_others(asked, found, seen):
            return ()
        if found is not None:
            return _known_better(asked, found, distance, seen) if distance else found
    return ()


def _able(asked: Asked, here: list[Candidate], distance: int, seen: Seen) -> list[Candidate] | None:
    """Those of a sentence so far back for whom a pronoun may stand; None where it stands for nobody there: for who says
    what the sentence tells before, but where it tells of him."""
    if distance == 0:
        if not _tells_before(asked):
            return here
        return ([c for c in here if c.rank] if _speaks_of_itself(asked, seen) else []) or None
    if distance > 1 and asked.word in GENDERS:
        here = [c for c in here if c.kind != "role" or c.gender or c.id in asked.genders]
    return here if asked.quoted else [c for c in here if not c.quoted] or here


def _is_past_others(asked: Asked, found: Unit, seen: Seen) -> bool:
    """True where several things stand between "them" and those found: "the teams built robots and sent them"."""
    if asked.word != "them" or not found or is_body(asked.line, asked.token):
        return False
    line = asked.line
    first = found[-1].last if found[-1].line == line.number else 0
    heads = {c.head for c in seen.on(line.number)}
    others = (c.head for c in line.labels.chunks if first <= c.first and c.last <= asked.token)
    return any(line.labels.tags[head] == "NNS" and head not in heads for head in others)


def _known_better(asked: Asked, found: Unit, distance: int, seen: Seen) -> Unit:
    """The person found; where it is no subject, or nobody, and its gender is not known, the one further back whom the
    same pronoun has as a subject of known gender."""
    wanted = GENDERS.get(asked.word)
    if wanted is None or (found and (found[0].rank or asked.genders.get(found[0].id) == wanted)):
        return found
    for back, ones in seen.back(asked.line.number):
        sure = [c for c in ones if c.rank and not c.plural and asked.genders.get(c.id) == wanted and not c.quoted]
        if back > distance and sure:
            return (sure[0],) if len({c.id for c in sure}) == 1 else found
    return found


def _units(asked: Asked, here: Sequence[Candidate], at: Line) -> list[Unit]:
    """The candidates of a sentence that agree with a pronoun; for "they" also those joined by "and"."""
    if asked.word not in PLURALS:
        return [(c,) for c in here if agrees(asked, c)]
    joined = [one for kind in (PERSONS, BODIES) for one in runs([c for c in here if c.kind in kind], at)]
    inside = {c.id for one in joined for c in one}
    named = {one[0].first - 1 for one in joined if at.words[one[0].first - 1] == ","}
    told = {one[0].first for one in joined}
    named |= {c.last for c in here if c.plural and c.last in told}
    whole = [(c,) for c in here if (c.plural or len(c.ids) > 1) and c.id not in inside and c.last not in named]
    return [*joined, *whole]


def _above(
    asked: Asked, units: Sequence[Unit], here: Sequence[Candidate], ones: Sequence[Candidate]
) -> tuple[Candidate, ...] | None:
    """Of those in the same sentence, the subject of the clause that the pronoun's clause depends on, or the one that
    fits; () where several do, or where that subject is no actor. `ones` are all of the sentence."""
    own = _own_subjects(asked)
    free = [u for u in units if not any(c.head in own for c in u)]
    joined = _joined_to(asked, free) or judged(asked.line, asked.token, free) or _questioned(asked, free)
    if joined is not None:
        return joined
    for head in _subjects_above(asked):
        found = next((u for u in free if any(c.head == head for c in u)), None)
        if found is not None:
            return () if asked.word in THINGS and _is_crossed(asked, found) else found
        if asked.word in THINGS and asked.line.labels.tags[head] == "NN":
            return ()
        if asked.word in GENDERS and _is_stranger(asked.line, head, ones):
            return ()
    if not free:
        return _alone(asked, here)
    if asked.word in THINGS and _is_crossed(asked, free[-1]):
        return ()
    return _only(asked, free) or _only(asked, [u for u in free if _rank(u)]) or ()


def _questioned(asked: Asked, units: Sequence[Unit]) -> Unit | None:
    """Of "the judge asked Ana Ruiz where she had been": Ana Ruiz, who is asked."""
    found = asked.line.labels.predicates
    for predicate in found:
        own = any(a.role == "ARG0" and asked.token in a.heads for a in predicate.arguments)
        if not own or predicate.relation != "complement" or predicate.governor is None:
            continue
        asking = found[predicate.governor]
        between = asked.line.lower[asking.head + 1 : asked.token]
        if asking.lemma in _QUESTIONING and not asking.passive and not _QUESTIONS.isdisjoint(between):
            heads = {
                h for a in asking.arguments if a.role in ("ARG1", "ARG2") and a.first > asking.head for h in a.heads
            }
            ones = {u[0].id: u for u in units if not heads.isdisjoint(range(u[0].first, u[0].last))}
            return next(iter(ones.values())) if len(ones) == 1 else None
    return None


_QUESTIONING = frozenset(["ask", "question", "quiz", "grill"])
_QUESTIONS = frozenset("if whether why where when how what who which".split())


def _joined_to(asked: Asked, units: Sequence[Unit]) -> Unit | None:
    """Of "the president and his wife": the president."""
    words, token = asked.line.words, asked.token
    if not _is_possessive(asked.line, token) or token < 2 or words[token - 1] != "and":
        return None
    end = token - 2 if words[token - 2] == "," else token - 1
    return next((u for u in reversed(units) if u[-1].last == end), None)


def _alone(asked: Asked, here: Sequence[Candidate]) -> tuple[Candidate, ...] | None:
    """Of "Russia in their war": the one state or body before "their" in a sentence that has nobody else."""
    if asked.word != "their" or not here:
        return None
    ones = distinct(here)
    return ones if len(ones) == 1 and ones[0].kind in BODIES else ()


def _is_crossed(asked: Asked, found: Unit) -> bool:
    """True where a thing to which something is done stands before "its": "ramming a boat and leaving its crew"."""
    line = asked.line
    if asked.word != "its":
        return False
    between = range(found[-1].last, asked.token)
    own = {c.head for c in line.labels.chunks if line.labels.tags[c.first] == "PRP$"}
    done = (h for p in line.labels.predicates if p.pos == "v" for a in p.arguments if a.role == "ARG1" for h in a.heads)
    return any(h in between and line.labels.tags[h] == "NN" and h not in own for h in done)


def _before(asked: Asked, units: Sequence[Unit], here: Sequence[Candidate], at: Line) -> tuple[Candidate, ...] | None:
    """Of those of an earlier sentence, the subject of its main clause, another subject, or the one that fits; () where
    several do, None where none does."""
    for rank in (2, 1, 0):
        best = [u for u in units if _rank(u) >= rank]
        found = _only(asked, best)
        if found is not None:
            return _surest(asked, found, units) if rank else found
        if best and rank == 0:
            return ()
        if rank == 2 and not best and _is_other_thing(asked, at, here):
            return ()
    return _pair(here, at) if asked.word in ("they", "them") else None


def _only(asked: Asked, units: Sequence[Unit]) -> Unit | None:
    """The one of several units, or among roles the person whose gender is known to be right; None where it is none."""
    by_ids = {tuple(c.id for c in u): u for u in units}
    if len(by_ids) == 1:
        return next(iter(by_ids.values()))
    wanted = GENDERS.get(asked.word)
    sure = [u for u in by_ids.values() if wanted and asked.genders.get(u[0].id) == wanted]
    unsure = [u for u in by_ids.values() if u not in sure and u[0].kind == "person"]
    return sure[0] if len(sure) == 1 and not unsure else None


def _surest(asked: Asked, found: Unit, units: Sequence[Unit]) -> Unit:
    """The subject; where its gender is unknown and that of one other is right, that one if the subject is a role, else
    nobody."""
    wanted = GENDERS.get(asked.word)
    if wanted is None or asked.genders.get(found[0].id) == wanted:
        return found
    sure = {u[0].id: u for u in units if asked.genders.get(u[0].id) == wanted}
    if len(sure) == 1 and found[0].kind == "role":
        return next(iter(sure.values()))
    return () if sure else found


def _rank(unit: Unit) -> int:
    return max(c.rank for c in unit)


def _pair(here: Sequence[Candidate], at: Line) -> Unit | None:
    """The two who are the sides of one verb, where nobody else of the kind is in the sentence."""
    for kind in (PERSONS, frozenset(["country"])):
        fits = [c for c in here if c.kind in kind and not c.plural]
        found = [one for one in sides(fits, at) if len(one) == 2]
        if len(distinct(fits)) == 2 and found and not _has_plural(at, here):
            return found[0]
    return None


def _has_plural(at: Line, here: Sequence[Candidate]) -> bool:
    """True where a sentence has a plural noun that no candidate is."""
    heads = {c.head for c in here}
    return any(at.labels.tags[c.head] in ("NNS", "NNPS") and c.head not in heads for c in at.labels.chunks)


def _is_other_thing(asked: Asked, at: Line, here: Sequence[Candidate]) -> bool:
    """True where the subject of a sentence is a thing or several, and no candidate: "it" and "they" mean that."""
    heads = {c.head for c in here}
    tags = {at.labels.tags[head] for head, rank in at.ranks.items() if rank == 2 and head not in heads}
    if asked.word in THINGS:
        return bool(tags & {"NN", "NNP", "VBG"})
    return asked.word in PLURALS and bool(tags & {"NNS", "NNPS"})


def _is_other_person(asked: Asked, units: Sequence[Unit], ones: Sequence[Candidate], at: Line) -> bool:
    """True where the subject of a sentence is a person's name of which nobody knows whose it is, and no candidate is
    a subject: "he" may be that."""
    heads = [head for head, rank in at.ranks.items() if rank == 2]
    open_ = asked.word in GENDERS and not any(_rank(u) == 2 for u in units)
    return open_ and any(_is_stranger(at, head, ones) for head in heads)


def _is_stranger(line: Line, head: int, ones: Sequence[Candidate]) -> bool:
    """True for a person's name to the tagger that stands for nobody of its sentence."""
    named = any(n.type == "PER" and n.first <= head < n.last for n in line.labels.names)
    return named and not any(c.first <= head < c.last for c in ones)


def _speaks_of_itself(asked: Asked, seen: Seen) -> bool:
    """True for "its spokesman said" and for "Shell will sell the field, it said", where no body acts just before."""
    if _is_possessive(asked.line, asked.token):
        return True
    before = seen.on(asked.line.number - 1)
    return asked.word == "it" and not any(c.kind in BODIES and c.rank for c in before)


def _tells_before(asked: Asked) -> bool:
    """True for who says what stands before: in "Putin left, he said" he is not Putin."""
    found = asked.line.labels.predicates
    verbs = cues.load().verbs
    for number, predicate in enumerate(found):
        if predicate.lemma not in verbs:
            continue
        if any(a.role == "ARG0" and a.first <= asked.token < a.last for a in predicate.arguments):
            told = (p for p in found if p.governor == number and p.relation == "complement")
            if any(p.head < asked.token for p in told):
                return True
    return False


def _own_subjects(asked: Asked) -> frozenset[int]:
    """The heads of the subjects of the pronoun's own clause, where it is no possessive or reflexive there."""
    word = asked.word
    if _is_possessive(asked.line, asked.token) or word.endswith(("self", "selves")):
        return frozenset()
    own = [p for p in asked.line.labels.predicates if _has(p, asked.token)]
    return frozenset(h for p in own for a in p.arguments if a.role == "ARG0" for h in a.heads if h != asked.token)


def _beside(asked: Asked) -> frozenset[int]:
    """The heads of the subjects beside a pronoun that is an object of the same verb: "praised him" is no praise of
    oneself (Chomsky 1981, principle B)."""
    word, token = asked.word, asked.token
    if _is_possessive(asked.line, token) or word.endswith(("self", "selves")):
        return frozenset()
    own = [p for p in asked.line.labels.predicates if any(token in a.heads and a.role != "ARG0" for a in p.arguments)]
    own += [p for p in asked.line.labels.predicates if _is_untold_object(asked.line, token, p)]
    subjects = [a for p in own for a in p.arguments if a.role == "ARG0" and a.last <= token]
    thing = word in THINGS  # "Peru's regulator fined it" tells of no Peru
    return frozenset(i for a in subjects for i in range(a.first, a.last) if thing or not _is_inside(asked.line, a, i))


_OBJECTS = frozenset(["obj", "iobj"])


def _is_possessive(line: Line, token: int) -> bool:
    """True for "her" and the like before what somebody has, not for "called her ungrateful"."""
    arcs = line.labels.arcs
    return line.labels.tags[token] == "PRP$" and not (arcs and arcs[token].relation in _OBJECTS)


def _is_untold_object(line: Line, token: int, predicate: Predicate) -> bool:
    """True for an object that the tagger takes for a possessive ("called her ungrateful")."""
    arcs = line.labels.arcs
    object_ = line.labels.tags[token] == "PRP$" and bool(arcs) and arcs[token].relation in _OBJECTS
    return object_ and arcs[token].head == predicate.head


def _is_inside(line: Line, subject: Argument, i: int) -> bool:
    """True for words of a subject that name somebody else: a possessor, or what a preposition governs."""
    after = line.labels.tags[i + 1] if i + 1 < len(line.words) else ""
    before = any(line.labels.tags[k] in ("IN", "WP", "WDT", "WP$") for k in range(subject.first, i))
    return before or after == "POS" or line.labels.tags[i] == "PRP$"


def _has(predicate: Predicate, token: int) -> bool:
    return any(token in argument.heads for argument in predicate.arguments)


def _subjects_above(asked: Asked) -> Iterator[int]:
    """The heads of the subjects of the clauses above a pronoun, the nearest first; of a possessive or a reflexive the
    subject of its own clause before them."""
    line, token = asked.line, asked.token
    found = _clause(line, token)
    own = _is_possessive(asked.line, token) or asked.word.endswith(("self", "selves"))
    steps = 0
    while found is not None and steps < 6:
        predicate = line.labels.predicates[found]
        if own or steps:
            subject = "ARG1" if predicate.passive else "ARG0"
            ahead = (a for a in predicate.arguments if a.role == subject and a.last <= predicate.head)
            yield from (h for a in ahead for h in a.heads if h < token)
        found, steps = predicate.governor, steps + 1


def _clause(line: Line, token: int) -> int | None:
    """The number of the predicate whose clause a token is in: the one with the shortest argument around it."""
    best: tuple[int, int] | None = None
    for number, predicate in enumerate(line.labels.predicates):
        for argument in predicate.arguments:
            size = argument.last - argument.first
            if argument.first <= token < argument.last and (best is None or size < best[0]):
                best = (size, number)
    return best[1] if best else None
