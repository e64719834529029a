"""Cataphora: pronouns that stand before the name for which they stand ("When he landed, Paul Mbarga ...")."""

from __future__ import annotations

from onrecord.actors.asked import GENDERS, PLURALS, Asked, agrees
from onrecord.actors.discourse import Candidate, Seen
from onrecord.actors.found import Line


def is_ahead(line: Line, token: int) -> bool:
    """True for a pronoun of a person in a clause with which the sentence opens, ahead of a main clause whose subject is
    a name: "A day before he resigned, Paul Mbarga ..."."""
    if line.lower[token] not in GENDERS:
        return False
    main = next((p for p in line.labels.predicates if p.form == "finite" and p.governor is None), None)
    clause = (
        p for p in line.labels.predicates if p.relation == "adverbial" and p.first < token + 6 and p.last > token - 6
    )
    subjects = [a for a in main.arguments if a.role == "ARG0" and a.first > token] if main is not None else []
    named = any(n.type == "PER" and n.first <= h < n.last for n in line.labels.names for a in subjects for h in a.heads)
    if named and _opens(line, token, subjects[0].first):
        return True
    return named and main is not None and main.first > token and any(p.last <= subjects[0].first for p in clause)


def _opens(line: Line, token: int, subject: int) -> bool:
    """True for the owner of what a sentence opens with: "Despite his promise, Paul Mbarga stayed"."""
    first = line.labels.tags[0] in ("IN", "TO", "VBG", "VBN")
    comma = subject > 0 and line.words[subject - 1] == ","
    return first and comma and line.labels.tags[token] == "PRP$" and "," not in line.words[: max(token, subject - 1)]


def ahead(asked: Asked, seen: Seen) -> Candidate | None:
    """The subject of the main clause for a pronoun in a clause before it ("When he landed, Paul Mbarga ...")."""
    found = asked.line.labels.predicates
    main = next((p for p in found if p.form == "finite" and p.governor is None), None)
    subjects = [a for a in main.arguments if a.role == "ARG0" and a.first > asked.token] if main is not None else []
    if subjects and _opens(asked.line, asked.token, subjects[0].first):
        heads = set(subjects[0].heads)
        fits = [c for c in seen.on(asked.line.number) if c.head in heads and agrees(asked, c)]
        return fits[0] if len({c.id for c in fits}) == 1 else None
    for predicate in found:
        before = (
            predicate.relation == "adverbial" and predicate.governor is not None and predicate.last <= asked.token + 5
        )
        if before and any(asked.token in a.heads for a in predicate.arguments) and asked.word not in PLURALS:
            main = found[predicate.governor or 0]
            heads = {h for a in main.arguments for h in a.heads if h > asked.token}
            fits = [c for c in seen.on(asked.line.number) if c.head in heads and c.rank == 2 and agrees(asked, c)]
            return fits[0] if len({c.id for c in fits}) == 1 else None
    return None
