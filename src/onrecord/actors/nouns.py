"""Role nouns that point back: "the minister", "the spokesman", "the ministry", "the country" stand for the last one of
that kind who was mentioned, where it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.actors.discourse import Candidate, Seen
from onrecord.actors.found import Gender, Line, Phrase
from onrecord.actors.groups import distinct
from onrecord.actors.roles import is_kind, same_role
from onrecord.knowledge import actors as tables

_PERSONS = frozenset(["person", "role"])
_BODIES = frozenset(["organization", "outlet", "group"])
_STATE = frozenset(["GOV", "LEG", "JUD", "MIL", "COP"])
STATES = frozenset(["country", "nation", "kingdom", "republic"])
FAR = 5  # sentences back
# Nouns for bodies of many names: "the company" is any business named before.
_KINDS = frozenset(
    "agency airline alliance automaker bank bloc brewer broadcaster carmaker carrier channel charity chipmaker "
    "club company conglomerate court daily drugmaker firm foundation group institute insurer lender magazine "
    "manufacturer militia miner movement network newspaper nonprofit operator organisation organization outlet "
    "paper party planemaker publisher regulator retailer startup station think-tank union university utility "
    "watchdog website".split()
)


# What an outlet may be called.
_OUTLETS = frozenset(
    """agency broadcaster channel company daily firm group magazine network news newspaper organisation organization
    outlet paper periodical portal post press publication publisher radio service site station tabloid television title
    tv website weekly""".split()
)
_GOOD = frozenset("charity organisation organization watchdog group nonprofit".split())


def back(phrase: Phrase, seen: Seen) -> Candidate | None:
    """The earlier mention for whom a definite role noun stands; None where none fits, or several."""
    noun = (phrase.role or "").rpartition(" ")[2]
    here = (phrase.line.number, phrase.first)
    fits = [c for c in seen.called(noun) if (c.line, c.first) < here and _fits(phrase, c)]
    if fits and not phrase.body and _are_two(fits):
        return None
    near = _nearest(fits, phrase.line.number)
    if near is not None or fits:
        return near
    if noun in _ANYBODY:
        return anybody(phrase.line, phrase.first, phrase.gender, seen)
    kin = [c for _, ones in seen.back(phrase.line.number) for c in ones if c.last <= phrase.first or c.line < here[0]]
    return _nearest([c for c in reversed(kin) if _is_kin(phrase, noun, c)], phrase.line.number)


_OUTPOSTS = frozenset(["embassy", "consulate", "high commission"])


def of_same_state(phrase: Phrase, seen: Seen) -> Candidate | None:
    """The one ministry of a state that the article has named, for "the Dutch ministry"."""
    if phrase.role != "ministry" or phrase.country is None or not phrase.body:
        return None
    here = (phrase.line.number, phrase.first)
    own = [c for c in seen.called("ministry") if (c.line, c.first) < here and c.country == phrase.country]
    named = distinct([c for c in own if c.role != "ministry"])
    return named[0] if len(named) == 1 else None


def sender(phrase: Phrase, seen: Seen) -> str | None:
    """The state whose ambassador the sentences just before name, for "the embassy"."""
    if phrase.role not in _OUTPOSTS or phrase.country is not None:
        return None
    for _, ones in seen.back(phrase.line.number, _NEAR):
        told = {c.country for c in ones if (c.role or "").rpartition(" ")[2] in _SENT and c.country}
        if told:
            return told.pop() if len(told) == 1 else None
    return None


_SENT = frozenset(["ambassador", "embassy", "diplomat", "consul", "envoy", "consulate", "attache", "attaché"])


def _are_two(fits: Sequence[Candidate]) -> bool:
    """True where a sentence has two persons of one role as its last who bear it: of two presidents who met none is
    "the president"."""
    return len(distinct([c for c in fits if c.line == fits[-1].line and c.kind == "person"])) > 1


def _nearest(fits: Sequence[Candidate], line: int) -> Candidate | None:
    """The one of the nearest sentence that has any; of several there the subject; beyond some sentences only the one of
    the whole article."""
    if not fits:
        return None
    last = [c for c in fits if c.line == fits[-1].line]
    if line - last[-1].line > FAR and len(distinct(fits)) > 1:
        return None
    for rank in (0, 1, 2):
        ones = distinct([c for c in last if c.rank >= rank])
        if len(ones) == 1:
            return ones[0]
    return None


def _fits(phrase: Phrase, candidate: Candidate) -> bool:
    """True where the role noun can be said of an earlier mention: its kind, number, state and gender agree."""
    if candidate.plural or len(candidate.ids) > 1 or not same_role(candidate.role or "", phrase.role or ""):
        return False
    if candidate.kind not in (_BODIES if phrase.body else _PERSONS) or _is_no_outlet(phrase, candidate):
        return False
    country = phrase.country in (None, candidate.country)
    return country and (phrase.gender is None or candidate.gender in (None, phrase.gender))


def _is_no_outlet(phrase: Phrase, candidate: Candidate) -> bool:
    """True for an outlet that the noun does not fit: "the lender" is no newspaper."""
    noun = (phrase.role or "").rpartition(" ")[2]
    return candidate.kind == "outlet" and noun not in _OUTLETS and noun != (candidate.role or "").rpartition(" ")[2]


def _is_kin(phrase: Phrase, noun: str, candidate: Candidate) -> bool:
    """True for a more general noun: "the leader" of a president, "the company" of a business."""
    if candidate.plural or len(candidate.ids) > 1 or phrase.country not in (None, candidate.country):
        return False
    if _is_no_outlet(phrase, candidate):
        return False
    owned = any(phrase.line.labels.tags[i] in ("POS", "PRP$") for i in range(phrase.chunk.first, phrase.first + 1))
    owned = owned or "POS" in phrase.line.labels.tags[phrase.first : phrase.last]
    if phrase.body:
        if owned and candidate.local:
            return False
        if noun in _GOOD and candidate.country == "NGO":
            return candidate.kind in _BODIES
        shared = set(phrase.sectors) & set(candidate.sectors) if phrase.sectors else not _STATE & set(candidate.sectors)
        open_ = noun in _ANY_BODY and candidate.kind == "organization" and not candidate.sectors
        return noun in _KINDS and candidate.kind in _BODIES and (bool(shared) or open_ or _is_allied(noun, candidate))
    same = candidate.role is not None and not owned and is_kind(candidate.role, phrase.role or noun)
    return candidate.kind == "person" and same and (phrase.gender in (None, candidate.gender))


def _is_allied(noun: str, candidate: Candidate) -> bool:
    """True for a body of several states: "the alliance", "the bloc"."""
    return noun in _ALLIED and candidate.country == "IGO" and candidate.kind == "organization"


# Nouns that a body can be called by of whose business nothing is known.
_ANY_BODY = frozenset("company firm group organisation organization charity nonprofit watchdog institute".split())
_ALLIED = frozenset(["alliance", "bloc", "organisation", "organization"])
# Nouns that any one person can be called by, who is the only one spoken of.
_ANYBODY = frozenset("suspect accused defendant detainee victim fugitive inmate teenager youngster".split())
_GENDERS: dict[str, Gender] = {"man": "m", "woman": "f", "boy": "m", "girl": "f"}
_AGED = re.compile(r"\d+-year-olds?$")
_JUDGES = frozenset(["JUD", "COP", "GOV", "LEG"])
_NEAR = 2  # sentences back


def anybody(line: Line, token: int, gender: Gender | None, seen: Seen) -> Candidate | None:
    """The only person of the sentences just before, none of those who judge and govern."""
    ones = [c for _, all_ in seen.back(line.number, _NEAR) for c in all_ if c.line < line.number or c.last <= token]
    if any(c.plural and c.kind in ("person", "role", "group") for c in ones):
        return None
    fits = distinct([c for c in ones if c.kind == "person" and _JUDGES.isdisjoint(c.sectors)])
    return fits[0] if len(fits) == 1 and gender in (None, fits[0].gender) else None


def persons(line: Line) -> Iterator[range]:
    """The tokens of "the man", "the woman" and "the 52-year-old" in a sentence, without words that tell who it is."""
    tags = line.labels.tags
    for i, word in enumerate(line.lower):
        if i and line.lower[i - 1] == "the" and (word in _GENDERS or _AGED.fullmatch(word)):
            after = tags[i + 1] if i + 1 < len(tags) else "."
            if after[:2] not in ("NN", "IN", "WP", "WD", "VBG", "VBN", "HYPH", "JJ") and after not in ("VBG", "VBN"):
                yield range(i - 1, i + 1)


def person(line: Line, token: int, seen: Seen) -> Candidate | None:
    """The person for whom such words stand."""
    return anybody(line, token, _GENDERS.get(line.lower[token + 1]), seen)


def states(line: Line) -> Iterator[range]:
    """The tokens of "the country" and the like in a sentence."""
    for i, word in enumerate(line.lower):
        if word in STATES and i and line.lower[i - 1] == "the":
            after = line.labels.tags[i + 1][:2] if i + 1 < len(line.words) else ""
            if after not in ("NN", "IN"):
                yield range(i - 1, i + 1)


def state(line: Line, token: int, seen: Seen) -> Candidate | None:
    """The state for which "the country" stands: that of the nearest sentence with any, of several its subject."""
    for distance, ones in seen.back(line.number):
        fits = [c for c in ones if c.kind == "country" and (distance or c.last <= token)]
        if fits:
            return _nearest(fits, line.number)
    return None


def scene(line: Line) -> str | None:
    """The state of the capital in which a sentence begins: "In Kampala, the foreign ministry ..."."""
    words = line.words
    for last in (2, 3, 4):
        if len(words) > last and words[0] == "In" and words[last] == ",":
            return tables.load().states.government_of(" ".join(words[1:last]))
    return None


def state_acting(phrase: Phrase, seen: Seen, home: str | None) -> str | None:
    """The state whose body "the army" is: that which acts in the sentence before, else the one that is named there
    where the article is about no other."""
    line = phrase.line.number
    for distance in (0, 1):
        before = [c for c in seen.on(line - distance) if distance or c.last <= phrase.first]
        ones = [c for c in before if c.country and c.kind != "outlet" and "BUS" not in c.sectors]
        acting = {c.country for c in ones if c.rank == 2 and c.kind in ("country", "organization")}
        if len(acting) == 1:
            return acting.pop()
        named = {c.country for c in ones}
        if named:
            return named.pop() if len(named) == 1 and home is None else None
    return None
