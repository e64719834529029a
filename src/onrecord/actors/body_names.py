"""Body names: what the name of an organisation or an outlet tells of it by its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.actors.found import Line
from onrecord.knowledge import actors as tables

OUTLET_ENDS = frozenset(
    "Times Post News Herald Tribune Gazette Journal Monitor Mirror Guardian Telegraph Chronicle Observer Standard Mail "
    "Examiner Dispatch Courier Star Sun Globe Independent Radio TV Television Press Today Wire Bulletin".split()
)
_OF_AGENCIES = frozenset(["News", "Press", "Telegraph", "Telegraphic", "Picture", "Photo", "Information", "Wire"])
_OUTLET_STARTS = frozenset(["Radio", "Daily", "Televisión", "Agence", "Agencia"])
_OUTLET_WORDS = frozenset(
    "newspaper daily weekly broadcaster website magazine portal tabloid radio paper outlet channel site".split()
)


def is_outlet(name: str) -> bool:
    """True for a name with a word that papers, agencies and stations bear ("Lakeside News", "Radio Racyja")."""
    words = name.split()
    agency = words[-1] == "Agency" and not _OF_AGENCIES.isdisjoint(words)
    ends = words[-1] in OUTLET_ENDS or agency
    return len(words) > 1 and (ends or words[0] in _OUTLET_STARTS or "Broadcasting" in words)


def after_outlet_word(line: Line, first: int) -> bool:
    """True for a name, from token `first` on, behind the noun for an outlet ("the daily Le Fleuve")."""
    return first > 0 and line.words[first - 1].lower() in _OUTLET_WORDS


class Body(msgspec.Struct, frozen=True):
    """What the name of an organisation tells: the noun for what it is, whose it is, what it does."""

    noun: str | None
    country: str | None
    sectors: tuple[str, ...]


def body_of(line: Line, first: int, last: int) -> Body:
    """What the words of an organisation's name tell ("Dutch Supreme Court")."""
    words = line.words[first:last]
    nouns = (tables.load().role_noun(lemma) for lemma in _endings(words))
    noun = next((noun for noun in nouns if noun is not None and noun.number == "body"), None)
    countries = {code for word in words if (code := tables.load().states.state_of(word) or _state_named(word))}
    country = countries.pop() if len(countries) == 1 else None
    sectors = (noun.sectors if noun else ()) or _of_members(words)
    return Body(noun.lemma if noun else None, country, sectors)


def _of_members(words: Sequence[str]) -> tuple[str, ...]:
    """The sectors of those whose body it is ("National Council of Employers")."""
    for word in words:
        noun = tables.load().role_noun(word.lower().removesuffix("s")) if word.endswith("s") else None
        if noun is not None and noun.number == "person" and noun.sectors and noun.sectors != ("CVL",):
            return noun.sectors
    return ()


def _endings(words: Sequence[str]) -> Iterator[str]:
    """What a name can be called by: of each of its words, from the last, the longest of three with it first."""
    lower = [word.lower() for word in words]
    for last in range(len(lower), 0, -1):
        for first in range(max(0, last - 3), last):
            yield " ".join(lower[first:last])


def _state_named(word: str) -> str | None:
    match = tables.load().find([word], 0)
    entry = tables.load().get(match.actor) if match else None
    return entry.country if entry is not None and entry.kind == "country" else None
