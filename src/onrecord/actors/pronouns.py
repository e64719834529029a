"""Pronouns: he, she, it and they, where one actor of the sentences before fits and no other does.

Conservative after Hobbs (1978) and the sieve of Lee et al. (2013): subjects before others, the nearest sentence first,
gender and number must agree, and what stays open is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.actors.found import Gender, Line
from onrecord.actors.identity import Resolved
from onrecord.knowledge import predicates
from onrecord.schema.actor import Mention

_GENDERS: dict[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "herself": "f",
}
_THINGS = frozenset(["it", "its", "itself"])
_PLURALS = frozenset(["they", "their", "them"])
_TAGS = frozenset(["PRP", "PRP$"])
REACH = 3


class Candidate(msgspec.Struct, frozen=True):
    """An earlier mention: who, in which sentence, at which token, and whether it is the subject of its sentence."""

    id: str
    kind: str
    line: int
    token: int
    end: int
    gender: Gender | None
    subject: bool
    plural: bool


def candidates(rows: Sequence[Resolved]) -> tuple[Candidate, ...]:
    """The resolved phrases as candidates, in the order of the text."""
    found = []
    for row in rows:
        phrase = row.phrase
        if phrase.kind == "group" and phrase.sectors[:1] == ("JRN",):
            continue
        found.append(
            Candidate(
                row.id, row.actor.kind, phrase.line.number, phrase.chunk.head, phrase.end, phrase.gender,
                phrase.subject, phrase.plural,
            )
        )  # fmt: skip
    return tuple(found)


def has_any(line: Line) -> bool:
    """True for a sentence with a pronoun."""
    return not _TAGS.isdisjoint(line.labels.tags)


def resolve(line: Line, before: Sequence[Candidate], genders: dict[str, Gender]) -> list[Mention]:
    """The mentions made by pronouns of a sentence; `before` are all candidates of the article up to it, in order."""
    found = []
    for i, tag in enumerate(line.labels.tags):
        if tag not in _TAGS:
            continue
        token = line.sentence.tokens[i]
        word = token.text.lower()
        if word in _ALL and (word != "it" or _acts(line, i)):
            antecedent = _antecedent(word, line, i, before, genders)
            if antecedent is not None:
                found.append(
                    Mention(
                        start=token.start, end=token.end, text=token.text, kind=antecedent.kind,  # type: ignore[arg-type]
                        actor=antecedent.id, how="pronoun",
                    )
                )  # fmt: skip
    return found


def _acts(line: Line, token: int) -> bool:
    """True where "it" does something that somebody does; in "it seems that" it is nobody."""
    return any(
        token in argument.heads and argument.role in ("ARG0", "ARG1") and _is_act(predicate.lemma)
        for predicate in line.labels.predicates
        for argument in predicate.arguments
    )


def _is_act(lemma: str) -> bool:
    return lemma in _SAYING or bool(predicates.load().candidates(lemma, "v"))


_SAYING = frozenset(
    "say tell announce report add deny confirm insist note warn write argue believe plan intend".split()
)
_ALL = frozenset(_GENDERS) | _THINGS | _PLURALS


def _antecedent(
    word: str, line: Line, token: int, before: Sequence[Candidate], genders: dict[str, Gender]
) -> Candidate | None:
    fits = [
        c
        for c in before
        if line.number - c.line <= REACH and (c.line < line.number or c.token < token) and _agrees(word, c, genders)
    ]
    for distance in range(REACH + 1):
        near = [c for c in fits if line.number - c.line == distance]
        subjects = [c for c in near if c.subject]
        for group in (subjects, near):
            ids = {c.id for c in group}
            if len(ids) == 1:
                return group[-1]
            if len(ids) > 1 and (group is near or distance == 0):
                return _lone(group, word, genders)
    return None


def _lone(group: Sequence[Candidate], word: str, genders: dict[str, Gender]) -> Candidate | None:
    """Of several, the one whose gender is known to be right, if it is one."""
    wanted = _GENDERS.get(word)
    sure = {c.id: c for c in group if wanted and genders.get(c.id) == wanted}
    return next(iter(sure.values())) if len(sure) == 1 else None


def _agrees(word: str, candidate: Candidate, genders: dict[str, Gender]) -> bool:
    if word in _GENDERS:
        singular = candidate.kind == "person" or (candidate.kind == "role" and not candidate.plural)
        return singular and genders.get(candidate.id, _GENDERS[word]) == _GENDERS[word]
    if word in _THINGS:
        return candidate.kind in ("organization", "country", "outlet")
    return candidate.plural or candidate.kind == "group"
