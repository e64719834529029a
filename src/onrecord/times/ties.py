"""Ties: to which predicate of its sentence a time belongs.

The tree decides: a time is tied to the verb or the event noun on which it hangs ("met on Monday", "Monday's talks").
One that hangs on another noun goes to the verb of that noun where it can date it ("shook hands on Monday", not "the law
of 1994"). What lies ahead belongs to no verb in the past, but to what that verb foretells ("pledged to go on Friday"),
and what is over to no aim ("urged them to leave on Monday"). A time that only bounds or compares ("before Monday", "the
lowest since 2003") is tied to nothing: better no date than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from onrecord.knowledge import governors, predicates
from onrecord.knowledge.time_words import direction_words
from onrecord.schema.labels import Arc, Labels, Predicate
from onrecord.schema.tie import Tie
from onrecord.schema.time import TimeExpression
from onrecord.schema.token import Document
from onrecord.times.clauses import shared
from onrecord.times.dating import Dating, Line, datings, lines
from onrecord.times.direction import CALLING

_ON_VERB = frozenset("obl obl:unmarked obl:tmod advmod nmod nmod:unmarked nmod:tmod".split())
_ON_NOUN = frozenset("nmod nmod:unmarked nmod:tmod nmod:poss nmod:desc compound amod nummod obl obl:unmarked".split())
_INSIDE = frozenset("nmod:poss nmod:desc compound amod nummod".split())
_BESIDE = frozenset("conj appos flat list".split())
# How a noun that a time hangs on may hang itself, so that the time dates its verb.
_UPWARDS = frozenset(
    "obj iobj obl obl:unmarked obl:agent nsubj nsubj:pass nmod nmod:unmarked appos conj flat xcomp".split()
)
_BARE = frozenset("nmod:unmarked nmod:tmod".split())
_OF_VERBS = frozenset([None, "on", "at", "around", "by", "until", "till"])
# Before these a day is only a bound, or what something is compared with; an hour still tells the day.
_BOUNDS = frozenset("before after past beyond following prior ahead pending".split())
_COMPARED = frozenset("than like versus compared despite about".split())
_ONTO = frozenset(["to", "until", "till", "for"])
_CONDITIONS = frozenset(["if", "unless", "until", "once"])
_ANOTHER = frozenset(["one", "ones", "that", "those"])  # "a second meeting, after the one in June"
_AIMS = frozenset(["planned", "possible", "called_for"])
_UP = 6
_WINDOW = 60  # how many tokens before a time a verb may stand that foretells what it dates


def ties(document: Document, labels: Labels, times: Sequence[TimeExpression]) -> tuple[Tie, ...]:
    """The ties of the times of a document that can date something, sentence by sentence: first those of the predicates
    that have a time of their own, then those of the clauses that share it."""
    return tuple(tie for line in lines(document, labels, times) for tie in _in_line(line))


def _in_line(line: Line) -> Iterator[Tie]:
    found = list(datings(line))
    own = [(dating, owner) for dating in found if (owner := _owner(line, dating)) is not None]
    yield from (_tie(line, dating, owner) for dating, owner in own)
    first = {owner: dating for dating, owner in reversed(own)}
    for number, dating in shared(line, first):
        yield _tie(line, dating, number, how="clause")


def _tie(line: Line, dating: Dating, number: int, how: Literal["phrase", "clause"] = "phrase") -> Tie:
    return Tie(
        expressions=tuple(time.id for time in dating.times),
        sentence=line.number,
        predicate=number,
        how=how,
        ahead=dating.ahead,
    )


def _owner(line: Line, dating: Dating) -> int | None:
    """The predicate that a time dates, None where nothing is sure."""
    found = _hung_on(line, dating)
    if found is None:
        return None
    found = _of_subject(line, _supposed(line, found, dating), dating)
    lemma = line.labels.predicates[found].lemma
    if dating.case in _ONTO and (lemma in _fixing() or (dating.case == "for" and lemma in CALLING)):
        found = _fixed(line, found)
    if found is None or (dating.case == "to" and line.labels.predicates[found].pos != "n"):
        return None
    predicate = line.labels.predicates[found]
    if dating.time.to is None and not _goes_on(line, found, dating):
        return None
    if dating.ahead and _is_past_or_present(predicate):
        return _foretold(line, found, dating)
    if dating.over and predicate.form == "infinitive" and predicate.governor is not None:
        return _aiming(line, found)
    return found


def _fixed(line: Line, number: int) -> int | None:
    """What is put on a day: "postponed the talks to Friday", "a visit is set for Friday". The verb itself where that is
    no event noun, or is an infinitive ("is scheduled to speak")."""
    found = line.labels.predicates
    near = line.near(found[number].head - _WINDOW, found[number].head + _WINDOW)
    things = [other for other in near if other.governor == number and other.pos == "n" and is_event(other)]
    own = next((other for other in things if other.marker in ("obj", "subj")), None)
    return line.numbers[own.head] if own is not None else number


@cache
def _fixing() -> frozenset[str]:
    """The verbs that fix or move a time."""
    return direction_words()["FIXING"] | direction_words()["MOVING"]


def _supposed(line: Line, number: int, dating: Dating) -> int:
    """Where a condition stands between a verb and a time, the verb of the condition: "will strike unless they are freed
    by Friday"."""
    head = line.labels.predicates[number].head
    for other in reversed(line.near(max(head + 1, dating.top - _WINDOW), dating.top)):
        if other.governor == number and other.marker in _CONDITIONS:
            apart = any(line.labels.tags[i] == "," for i in range(other.head, dating.top))
            return number if apart else line.numbers[other.head]
    return number


def _of_subject(line: Line, number: int, dating: Dating) -> int:
    """Where a bare day stands between a verb and the event noun that is its subject, that noun: "the ambush on the road
    last Saturday cost 11 lives"."""
    head = line.labels.predicates[number].head
    if dating.case is not None or dating.top > head:
        return number
    for other in line.near(max(0, dating.first - _WINDOW), dating.first):
        subject = other.governor == number and other.marker == "subj" and is_event(other)
        if subject and all(line.labels.tags[i] != "," for i in range(other.head, head)):
            return line.numbers[other.head]
    return number


def _is_past_or_present(predicate: Predicate) -> bool:
    """True for a verb that tells of no day ahead by its tense; what is supposed, or was under way, has that of its
    governor ("unless they were freed by Friday")."""
    ongoing = predicate.progressive and predicate.tense == "past"
    return predicate.relation != "adverbial" and not ongoing and predicate.form == "finite" and not predicate.modal


def _hung_on(line: Line, dating: Dating) -> int | None:
    """The predicate at or above what a time hangs on."""
    if _is_apart(line, dating):
        return None
    at, within = dating.top, _ON_VERB
    for _ in range(_UP):
        arc = line.labels.arcs[at]
        number = line.numbers.get(arc.head)
        if arc.head == at:
            return None
        if number is not None and line.labels.predicates[number].pos != "n":
            return number if arc.relation in within and dating.case != "of" else None
        if number is not None and is_event(line.labels.predicates[number]):
            return number if arc.relation in _ON_NOUN else None
        if line.word(arc.head) in _ANOTHER:
            return None
        adverb = line.labels.tags[arc.head][:2] == "RB"
        onto = dating.case in _ONTO and arc.relation == "nmod"  # "was announced this morning for 16 October"
        beside = adverb or ((onto or arc.relation in _BESIDE) and arc.head in line.timed)
        if not beside and not _passes(dating, arc, within):
            return None
        at, within = arc.head, within if beside else _UPWARDS
    return None


def _is_apart(line: Line, dating: Dating) -> bool:
    """True for a time that only bounds or compares; in "before Monday's talks" the preposition is that of the talks."""
    if line.labels.arcs[dating.top].relation in _INSIDE:
        return False
    return dating.case in _COMPARED or (dating.case in _BOUNDS and dating.time.type == "DATE")


def is_event(predicate: Predicate) -> bool:
    """True for verbs, and for nouns that the lexicon knows as events."""
    return predicate.pos != "n" or bool(predicates.load().candidates(predicate.lemma, "n"))


def _passes(dating: Dating, arc: Arc, within: frozenset[str]) -> bool:
    """True where a time that hangs on a noun can date the verb of that noun: a day, or a bare "this month", but no
    year, which tells of the noun itself ("the election in 2014")."""
    if within is _UPWARDS:
        return arc.relation in _UPWARDS
    if arc.relation in _BARE:
        return dating.time.precision != "year" or dating.time.rule != "written out"
    if arc.relation not in ("nmod", "obl"):
        return False
    if dating.case == "in":
        return dating.time.precision == "month"
    return dating.case in _OF_VERBS and dating.is_fine


def _goes_on(line: Line, number: int, dating: Dating) -> bool:
    """True for what goes on since a day: "has been on strike since Monday"; not for what has its like no later than
    then: "has its first loss since 1992". An infinitive goes on where its governor does."""
    predicate = line.labels.predicates[number]
    between = range(max(predicate.head + 1, dating.top - _WINDOW), dating.top)
    if any(line.labels.tags[i] == "JJS" or line.word(i) in direction_words()["RANKED"] for i in between):
        return False
    if predicate.form == "infinitive" and predicate.governor is not None:
        predicate = line.labels.predicates[predicate.governor]
    lasts = predicate.perfect or predicate.progressive or predicate.tense == "present"
    return predicate.form == "finite" and lasts


def _foretold(line: Line, number: int, dating: Dating) -> int | None:
    """What a verb foretells that a day ahead cannot date itself: the last infinitive or event noun between the two that
    hangs on it, or on an invitation that does ("accepted an invitation to talks on 16 September"). A verb in the
    present, or one that fixes a day, has the day itself ("is due on Friday")."""
    predicate = line.labels.predicates[number]
    near = line.near(max(predicate.head + 1, dating.top - _WINDOW), dating.top)
    below = [other for other in near if other.governor == number and _may_be_ahead(line, other)]
    if below and below[-1].lemma in direction_words()["INVITING"]:
        asked = line.numbers[below[-1].head]
        below = [other for other in near if other.governor == asked and _may_be_ahead(line, other)] or below
    if predicate.tense == "past":
        fixes = predicate.lemma in direction_words()["FIXING"]
        return line.numbers[below[-1].head] if below else number if fixes else None
    aims = [other for other in below if _is_aim(predicate, other)]
    return line.numbers[aims[-1].head] if aims else number


def _may_be_ahead(line: Line, predicate: Predicate) -> bool:
    return predicate.form == "infinitive" or (
        predicate.pos == "n" and is_event(predicate) and predicate.head not in line.timed
    )


def _aiming(line: Line, number: int) -> int | None:
    """Of an aim that a day in the past is told of, the verb that aims: "agreed to release him on Monday" was on Monday.
    What was fixed for a day keeps it ("was scheduled to appear on Monday")."""
    found = line.labels.predicates
    predicate = found[number]
    above = found[predicate.governor] if predicate.governor is not None else None
    if above is None or above.form != "finite" or above.lemma in direction_words()["FIXING"]:
        return number
    return predicate.governor if _is_aim(above, predicate) and above.tense == "past" else number


def _is_aim(above: Predicate, predicate: Predicate) -> bool:
    """True for the complement of a verb that plans, allows or calls for it."""
    if predicate.relation != "complement" or above.pos == "n":
        return False
    names = ("noun", f"{predicate.marker}-noun") if predicate.pos == "n" else ("to", "obj-to", "obj-bare", "bare")
    rules = [governors.load().find(above.lemma, above.pos, name) for name in names]
    return any(rule.outcome.status in _AIMS for rule in rules if rule is not None)
