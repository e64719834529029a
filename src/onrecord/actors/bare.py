"""Bare names: persons whom an article calls by one name alone ("Mr. Ferreira", "Duvalier demanded a meeting").

Nobody else knows who they are, so that their id holds in their article only. A word that may be a place, a team or a
ship is none of them unless a title or what it does tells so.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from onrecord.actors.found import Phrase, is_where
from onrecord.knowledge import actors as tables
from onrecord.knowledge import cues, spelling
from onrecord.knowledge.gazetteer import fold, gazetteer

_TO_PERSONS = frozenset(
    "accuse arrest charge ask tell sue praise thank blame urge question convict sentence jail fire appoint elect "
    "defend criticise criticize quote replace beat defeat free release summon invite meet interview nominate dismiss "
    "suspend name succeed challenge join marry murder stab acquit indict fine hire consult inform warn mourn "
    "remember".split()
)
_OF_TOWNS = frozenset(
    "airport mayor police street suburb outskirts center centre port resident people skyline harbour harbor hospital "
    "university council population weather economy district neighbourhood neighborhood court prison stadium market "
    "square river bridge station archbishop bishop club team school church mosque museum park beach east west north "
    "south".split()
)


def is_personal(phrase: Phrase) -> bool:
    """True where a bare word does what a person's name does and a town's does not: somebody is accused, somebody has a
    client."""
    line = phrase.line
    if phrase.last < len(line.words) and line.labels.tags[phrase.last] == "POS":
        return _OF_TOWNS.isdisjoint(line.lemmas[phrase.last + 1 : phrase.last + 4])
    return _is_met(phrase)


def _is_met(phrase: Phrase) -> bool:
    """True for whom somebody accuses, arrests or meets."""
    line, heads = phrase.line, range(phrase.first, phrase.last)
    return any(
        p.lemma in _TO_PERSONS and any(a.role in ("ARG1", "ARG2") and set(a.heads) & set(heads) for a in p.arguments)
        for p in line.labels.predicates
    )


_MONTHS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)
_SHORT = 3


def bare(found: Sequence[Phrase], named: Set[str]) -> dict[str, list[Phrase]]:
    """The phrases of persons of one name, by the keys of their names, but for names that others bear (`named`)."""
    groups: dict[str, list[Phrase]] = {}
    for phrase in found:
        if phrase.known is None and " " not in phrase.name and phrase.how != "role" and len(phrase.name) >= _SHORT:
            groups.setdefault(spelling.key([phrase.name]), []).append(phrase)
    return {key: ones for key, ones in groups.items() if key not in named and _are_a_person(ones)}


def _are_a_person(ones: Sequence[Phrase]) -> bool:
    """True where a title calls a name a person's, or the tagger does each time and nothing speaks against it."""
    name = ones[0].name
    if any(p.kind not in (None, "person") for p in ones) or not (name[:1].isupper() and _is_word(name)):
        return False
    if any(p.kind == "person" and p.role is None for p in ones):
        return True
    if any(p.line.named(p.first, p.last) != "PER" or p.name in _MONTHS or _is_thing(p) for p in ones):
        return False
    place = fold(name) in gazetteer()
    return any(_is_met(p) or _is_faced(p) or (_speaks(p) if place else p.subject) for p in ones)


def _speaks(phrase: Phrase) -> bool:
    """True for the subject of a verb of speech in the active voice."""
    heads = range(phrase.first, phrase.last)
    return any(
        p.lemma in cues.load().verbs and not p.passive
        for p in phrase.line.labels.predicates
        if any(a.role == "ARG0" and not set(a.heads).isdisjoint(heads) for a in p.arguments)
    )


def _is_faced(phrase: Phrase) -> bool:
    """True for "the case against Duvalier"."""
    return phrase.first > 0 and phrase.line.lower[phrase.first - 1] == "against"


def _is_word(name: str) -> bool:
    """True for letters alone: "R-Mich." and "Trump-Clinton" are nobody's name."""
    return name.replace("'", "").replace("\u2019", "").isalpha()


def _is_thing(phrase: Phrase) -> bool:
    """True for "the Roosevelt", for what something happens in, for a name all in capitals and for a part of another."""
    line = phrase.line
    the = phrase.first > 0 and line.lower[phrase.first - 1] == "the"
    beside = (i for i in (phrase.first - 1, phrase.last) if 0 <= i < len(line.words))
    part = any(line.labels.tags[i][:3] == "NNP" and line.words[i][:1].isupper() for i in beside)
    return the or part or _is_called(phrase) or phrase.name.isupper() or is_where(line, phrase.first)


def _is_called(phrase: Phrase) -> bool:
    """True for the name of what the noun before it tells, which is no person: "the agency Fides"."""
    before = phrase.first - 1
    if before < phrase.chunk.first or phrase.line.labels.tags[before] not in ("NN", "NNS"):
        return False
    noun = tables.load().role_noun(phrase.line.lemmas[before])
    return noun is None or noun.number != "person"
