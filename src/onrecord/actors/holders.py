"""Holders: who held the office that a phrase names, on the day of the report or in the year that the sentence gives."""

from __future__ import annotations

import re

from onrecord.actors.cast import Cast
from onrecord.actors.found import Phrase
from onrecord.knowledge import actors as tables
from onrecord.knowledge import offices

_YEAR = re.compile(r"(?:19|20)\d\d")
# Offices that others than states have too: "the president" of a club.
_COMMON = frozenset(["president", "vice president", "king", "queen", "chancellor", "secretary of state"])


def turning(phrase: Phrase, named: Cast) -> str | None:
    """The id of who is called an office's new, outgoing or ousted holder."""
    words = set(phrase.name.split())
    return holder(phrase, named) if phrase.definite and not phrase.plural and words & _TURNS else None


def _leaves(phrase: Phrase) -> bool:
    """True for one who loses the office just then: "the president resigned", "was removed by the Senate"."""
    heads = range(phrase.first, phrase.chunk.last)
    for predicate in phrase.line.labels.predicates:
        wanted, role = (_OUSTED, "ARG1") if predicate.passive else (_LEAVING, "ARG0")
        if predicate.lemma in wanted and any(a.role == role and set(a.heads) & set(heads) for a in predicate.arguments):
            return True
    return False


def holder(phrase: Phrase, named: Cast) -> str | None:
    """The id of who held the office of a definite phrase; None where the tables do not tell."""
    role = phrase.role or ""
    found = [id_ for owner, words in _offices(phrase, role, named) if (id_ := _held(phrase, owner, words))]
    return found[0] if found else None


def _offices(phrase: Phrase, role: str, named: Cast) -> list[tuple[str, str]]:
    """Whose the office can be, and by what name: of a body, of a city, of a state."""
    whose = phrase.owner
    if whose.body is not None:
        return [] if _is_part(phrase, role) else [(whose.body, role)]
    if whose.named:
        return [(phrase.country, f"{role} of {_body(phrase)}")] if phrase.country else []
    if phrase.country is not None:
        return [(phrase.country, f"{role} of {whose.place}")] if whose.place else [(phrase.country, role)]
    sole = offices.state_of(role)
    if sole is not None:
        return [(sole, role)]
    bare = phrase.name.lower() == role and named.home is not None
    return [(named.home or "", role)] if bare and not (named.abroad and role in _COMMON) else []


def _is_part(phrase: Phrase, role: str) -> bool:
    """True for who heads only a part of a body: "the bank's head of research" is not the head of the bank."""
    _, mark, rest = phrase.name.replace("’", "'").rpartition("'s ")
    return bool(mark) and " of " in rest and " of " not in role


def _body(phrase: Phrase) -> str:
    """The words after "of" in a phrase, without the article."""
    return phrase.name.partition(" of ")[2].removeprefix("the ").lower()


_LEAVING = frozenset("resign quit flee step abdicate depart die".split())
_OUSTED = frozenset(
    "remove oust overthrow depose topple impeach dismiss arrest detain hold seize capture evacuate sack fire "
    "assassinate kill murder poison shoot bury".split()
)
_LEAVES = frozenset(["outgoing", "departing"])
_GONE = frozenset(["ousted", "deposed", "toppled", "overthrown"])
_TURNS = _LEAVES | _GONE | {"new"}


def _held(phrase: Phrase, owner: str, words: str) -> str | None:
    on = phrase.line.setting.on
    if on is None:
        return None
    held = tables.load().holders
    if not phrase.then:
        if "new" in phrase.name.split():
            return held.newly(owner, words, on)
        if not _GONE.isdisjoint(phrase.name.split()):
            return held.lately(owner, words, on)
        left = _leaves(phrase) or not _LEAVES.isdisjoint(phrase.name.lower().split())
        return (held.just_left(owner, words, on) if left else None) or held.on(owner, words, on)
    years = {word for word in phrase.line.words if _YEAR.fullmatch(word)}
    return held.in_year(owner, words, years.pop()) if len(years) == 1 else None
