"""Counted: people told by their number alone, where something is done that is done to people: "killing [three]", "[28
others] were injured", "[dozens] were arrested".

A number by itself can be of anything. As what is killed, wounded or arrested it is of people, and stands for them as
"28 people" would.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.found import Line, Phrase
from onrecord.schema.labels import Argument, Chunk, Predicate

_BEFALLING = frozenset(
    "abduct acquit apprehend arrest charge convict deport detain die evacuate execute handcuff hospitalise hospitalize "
    "hurt imprison indict injure jail kidnap kill maim massacre murder perish rescue sentence slaughter wound".split()
)
"""Verbs of which the object, or the subject in the passive, can hardly be anything but people."""
_LEAVING = frozenset(["leave"])
_STATES = frozenset(["dead", "injured", "wounded", "homeless", "missing", "hurt"])
_DYING = frozenset(["die", "perish"])
_OTHERS = frozenset(["other", "others"])
_MANY = frozenset(["dozen", "score", "hundred", "thousand", "more"])
_ASKED = frozenset(["the", "all", "both", "these", "those", "no", "none", "other"])


def counted(line: Line) -> Iterator[Phrase]:
    """The phrases of a sentence that tell people by their number alone, as whom a deed befalls."""
    for predicate in line.labels.predicates:
        for argument in _befallen(line, predicate):
            for head in argument.heads:
                chunk = next((c for c in line.labels.chunks if c.head == head and argument.first <= head), None)
                if chunk is not None and _is_count(line, chunk):
                    yield _phrase(line, chunk)


def _befallen(line: Line, predicate: Predicate) -> Iterator[Argument]:
    """Whom a verb tells something to have befallen."""
    if predicate.pos != "v":
        return
    if predicate.lemma in _LEAVING:
        yield from (
            a for a in predicate.arguments if a.role == "ARG1" and a.first > predicate.head and _is_left(line, a)
        )
    elif predicate.lemma in _BEFALLING:
        role = "ARG0" if predicate.lemma in _DYING else "ARG1"
        yield from (a for a in predicate.arguments if a.role == role)


def _is_left(line: Line, argument: Argument) -> bool:
    """True for "20" in "left at least 20 dead"."""
    return argument.last < len(line.words) and line.lower[argument.last] in _STATES


def _is_count(line: Line, chunk: Chunk) -> bool:
    """True for "three", "at least 20", "28 others", "dozens", "another 24"; "another"; not for "the three", "20 of
    them" or "three Thai" without their noun."""
    lead, head = line.lower[chunk.first], chunk.head
    after = line.lower[head + 1] if head + 1 < len(line.words) else ""
    goes_on = (
        after not in ("", "more") and line.labels.tags[head + 1][:2] in ("NN", "JJ", "CD") and after not in _STATES
    )
    if lead in _ASKED or after == "of" or goes_on:
        return False
    if line.lower[head] == "another":
        return True
    if line.lemmas[head] in _OTHERS:
        return head > chunk.first and lead != "some"
    return line.labels.tags[head] == "CD" or (line.lemmas[head] in _MANY and line.labels.tags[head] != "RBR")


def _phrase(line: Line, chunk: Chunk) -> Phrase:
    first = chunk.first + 1 if line.lower[chunk.first] == "another" and chunk.last - chunk.first > 1 else chunk.first
    words = " ".join(line.words[first : chunk.last])
    alone = line.lemmas[chunk.head] in _OTHERS or line.lower[chunk.head] == "another"
    named = words if alone else f"{words} people"
    return Phrase(
        line=line, chunk=chunk, first=first, last=chunk.last, kind="group", name=named, role="people",
        anonymous=True, plural=True, how="role",
    )  # fmt: skip
