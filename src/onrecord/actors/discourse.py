"""Discourse: who has been mentioned so far, nearest first, as what and how prominently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.actors.found import Gender, Line, Phrase
from onrecord.actors.identity import Resolved
from onrecord.knowledge import offices
from onrecord.knowledge.plover import NO_COUNTRY
from onrecord.schema.actor import Actor

REACH = 3  # sentences back
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
NUMBERS = {**{word: n for n, word in enumerate(_WORDS, 2)}, **{str(n): n for n in range(2, 100)}}
_JOINS = frozenset(["and", "&", ",", "or"])
_COLLECTIVE = frozenset(["police", "crew", "staff", "family", "couple", "troops", "authorities", "media", "public"])


class Candidate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An earlier mention: whom it stands for (a group's members are several), where, and what is known of them.

    `first` to `last` are the tokens of its phrase, `head` is the main one. `rank` is 2 for the subject of a main
    clause, 1 for another subject, else 0. `quoted` is true for a mention in somebody's speech, `said` for a role
    that is only said of somebody ("is a nurse", "as a nurse").
    """

    ids: tuple[str, ...]
    kind: str
    line: int
    first: int
    last: int
    head: int
    rank: int
    gender: Gender | None = None
    plural: bool = False
    count: int | None = None
    role: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    local: bool = False
    quoted: bool = False
    said: bool = False

    @property
    def id(self) -> str:
        return self.ids[0]


class Seen:
    """The candidates of an article in the order of the text, by sentence."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._lines: dict[int, list[Candidate]] = {}
        self._roles: dict[str, list[Candidate]] = {}
        self._states: Counter[str] = Counter()

    def add(self, candidate: Candidate) -> None:
        """The next mention of the text."""
        self._lines.setdefault(candidate.line, []).append(candidate)
        if candidate.role:
            self._roles.setdefault(candidate.role.rpartition(" ")[2], []).append(candidate)
        if candidate.country and candidate.country not in NO_COUNTRY:
            self._states[candidate.country] += 1

    def on(self, line: int) -> Sequence[Candidate]:
        """Those of a sentence, in order."""
        return self._lines.get(line, ())

    def back(self, line: int, reach: int = REACH) -> Iterator[tuple[int, Sequence[Candidate]]]:
        """The sentence itself and those before it, nearest first, each with how far back it is."""
        for distance in range(min(reach, line) + 1):
            yield distance, self.on(line - distance)

    def main_states(self) -> tuple[Candidate, ...]:
        """The two states that have been named or meant at least twice each, and twice as often as any other."""
        ranked = self._states.most_common(3)
        if len(ranked) < 2 or ranked[1][1] < max(2, 2 * (ranked[2][1] if len(ranked) > 2 else 0)):
            return ()
        return tuple(
            Candidate(ids=(code.lower(),), kind="country", line=0, first=0, last=0, head=0, rank=0, country=code)
            for code, _ in ranked[:2]
        )

    def called(self, noun: str) -> Sequence[Candidate]:
        """All that were called by a role with that last word, in order."""
        return self._roles.get(noun, ())


def candidate(row: Resolved, actor: Actor, *, quoted: bool) -> Candidate:
    """The candidate that a resolved phrase is; `actor` is what the article tells of its actor so far."""
    phrase = row.phrase
    words = phrase.line.words[phrase.chunk.first : phrase.chunk.last]
    count = next((NUMBERS[word.lower()] for word in words if word.lower() in NUMBERS), None)
    collective = (phrase.role or "").rpartition(" ")[2] in _COLLECTIVE
    plural = phrase.plural or (phrase.kind == "group" and phrase.known is None) or collective
    inside = phrase.first <= phrase.chunk.head < phrase.last
    return Candidate(
        ids=(row.id,),
        kind=row.actor.kind,
        line=phrase.line.number,
        first=_beginning(phrase) if inside else phrase.first,
        last=phrase.last,
        head=phrase.chunk.head if inside else phrase.last - 1,
        rank=_rank(phrase),
        gender=phrase.gender,
        plural=plural,
        count=count if plural else None,
        role=phrase.role or _noun_of(actor) or _office(phrase, row.id),
        country=actor.country,
        sectors=actor.sectors,
        local=actor.local,
        quoted=quoted,
        said=row.actor.kind == "role" and _is_said(phrase.line, phrase.chunk.head),
    )


_BEING = frozenset(["be", "become", "remain"])
_EMPTY = frozenset(["there", "it", "this", "that"])


def _is_said(line: Line, head: int) -> bool:
    """True for what somebody is or becomes: "his father was a baker", "as a baker he rose early"; not for "it was a
    baker who called"."""
    for predicate in line.labels.predicates:
        for argument in predicate.arguments:
            if head not in argument.heads:
                continue
            if argument.role == "OBL" and argument.marker == "as":
                return True
            subjects = [h for a in predicate.arguments if a.role == "ARG0" for h in a.heads]
            being = predicate.lemma in _BEING and argument.role == "ARG1" and not predicate.passive
            if being and subjects and not any(line.lower[h] in _EMPTY for h in subjects):
                return True
    return False


def _noun_of(actor: Actor) -> str | None:
    """The last word of a body's name, or the last before "of" and the like: what it is called by afterwards ("the
    ministry", "the mission" of the UN Mission in South Sudan)."""
    if actor.kind not in ("organization", "outlet"):
        return None
    noun = _HEAD.split(actor.name, maxsplit=1)[0].rpartition(" ")[2].lower()
    return noun if noun != "house" else None


_HEAD = re.compile(r"(?<=\w) (?:of|in|for|on) ")


def _office(phrase: Phrase, id_: str) -> str | None:
    """What a person of the tables is on the day of the report."""
    entry = phrase.line.known(id_)
    return offices.plain(entry.office.partition(" of ")[0]) if entry is not None and entry.office else None


def _rank(phrase: Phrase) -> int:
    """The rank of a subject; of words apposed to it that of the subject itself."""
    line = phrase.line
    own = rank(line, phrase.first, phrase.last)
    if own and phrase.plural and _says_before(line, phrase.chunk.head):
        return 0
    if own or not phrase.first or line.words[phrase.first - 1] != "," or not phrase.subject:
        return own
    return max(
        (rank(line, one.first, one.last) for one in line.subjects if one.first < phrase.first < one.last), default=0
    )


def _says_before(line: Line, head: int) -> bool:
    """True for those who are named after their words ("..., witnesses said"): what follows is about whom they told."""
    found = line.labels.predicates
    for number, predicate in enumerate(found):
        if any(a.role == "ARG0" and head in a.heads for a in predicate.arguments):
            return any(p.governor == number and p.relation == "complement" and p.head < head for p in found)
    return False


def _beginning(phrase: Phrase) -> int:
    """The token at which a phrase begins with its title or article, after an "and" within it."""
    first = phrase.first
    while first > phrase.chunk.first and phrase.line.words[first - 1] not in _JOINS:
        first -= 1
    return first


def rank(line: Line, first: int, last: int) -> int:
    """2 for the subject of a main clause, 1 for that of another, 0 for what is no subject."""
    ranks = line.ranks
    return max([ranks[head] for head in range(first, last) if head in ranks], default=0)
