"""Owners: whose a role or a body is, from the words around it.

"A spokesman for the Thai army" is the army's and so Thailand's, "the UN envoy" the United Nations', "a judge in
Nairobi" one of Kenya, "the head of Kenya's electoral commission" the commission's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.actors.found import NOBODY, Line, Owner
from onrecord.actors.segments import Segment, segments, table
from onrecord.knowledge.gazetteer import fold, gazetteer
from onrecord.knowledge.plover import NO_COUNTRY
from onrecord.schema.labels import Chunk

_OF = frozenset(["of", "for", "in", "at", "from", "with"])
_NEAR = frozenset(["in", "at", "from"])
# Those who are often abroad: "diplomats in Vienna" are not Austria's.
_OF_STATES = frozenset("minister president premier chancellor king queen monarch emir sultan senator secretary".split())
_ABROAD = frozenset(
    "diplomat ambassador envoy reporter correspondent journalist refugee migrant tourist soldier troop troops "
    "peacekeeper delegate negotiator expert mediator exile fighter rebel militant expatriate delegation mission "
    "embassy".split()
)
_SPEAKERS = frozenset(["spokesman", "spokeswoman", "spokesperson"])
# Those who are "to" somebody are of that side; an ambassador is not of the state to which he goes.
_TO = frozenset("adviser advisor aide counsel counselor assistant deputy secretary heir successor spokesman".split())
# Roles that tell less of the sector than the body does ("an army official", "the party's leader").
_GENERAL = frozenset(
    "official source spokesman spokeswoman spokesperson chief head leader member chairman chairwoman chair director "
    "representative delegate employee worker executive secretary treasurer boss candidate figure veteran "
    "negotiator".split()
)
_GROUPS = frozenset(["both", "all", "two", "three", "four", "five", "several", "many"])
_LARGE = 200_000  # inhabitants of a city that tells the country of who is there
_SOLE = 100_000  # of one whose name no place abroad bears
_FAR = 8  # times larger than its namesakes abroad
_DEEP = 3


def is_general(role: str | None) -> bool:
    """True for a role that tells less than whose it is."""
    return (role or "").rpartition(" ")[2] in _GENERAL


def owner(line: Line, chunk: Chunk, head: Segment, around: Sequence[Segment]) -> Owner:
    """Whose the role `head` of a phrase is; `around` are the segments of its possessor and before it."""
    after = _after(line, chunk, head, 1)
    return joined(_of_segments(line, around), after) if around else after


def joined(first: Owner, second: Owner) -> Owner:
    """What two places tell together, the first before the second; the extent is the second's."""
    nearer = first if first.named or first.body else second
    return Owner(
        country=first.country or second.country,
        body=nearer.body,
        named=first.named or second.named,
        place=first.place or second.place,
        sectors=first.sectors or second.sectors,
        last=second.last,
    )


def _of_segments(line: Line, found: Sequence[Segment]) -> Owner:
    """What the names, nationalities and bodies in a stretch of words tell."""
    told = [s.country or _government(line, s) or _town(line, s, found) for s in found]
    states = {code for code in told if code and code not in NO_COUNTRY}
    others = {code for code in told if code and code in NO_COUNTRY}
    bodies = [s for s in found if _is_body(line, s)]
    body = bodies[-1] if bodies else None
    country = states.pop() if len(states) == 1 else others.pop() if not states and len(others) == 1 else None
    sectors = body.role.sectors if body and body.role else body.sectors if body else ()
    known = body.actor if body else None
    return Owner(country, known, bool(body), None, sectors)


def _government(line: Line, segment: Segment) -> str | None:
    """The state whose government a capital stands for, in a possessor ("Beijing's ambassador")."""
    last = segment.last
    owns = last < len(line.words) and line.labels.tags[last] == "POS"
    name = " ".join(line.words[segment.first : last])
    return table().states.government_of(name) if owns and segment.kind == "name" else None


def _town(line: Line, segment: Segment, found: Sequence[Segment]) -> str | None:
    """The state of a large city before a role or a body ("a Paris court"), not of who is often abroad."""
    role = next((s.role for s in found if s.role is not None and s.first >= segment.last), None)
    if segment.kind != "name" or line.named(segment.first, segment.last) != "LOC" or (role and role.lemma in _ABROAD):
        return None
    name = " ".join(line.words[segment.first : segment.last])
    return country_of_city(name)


def _is_body(line: Line, segment: Segment) -> bool:
    if segment.kind == "org":
        return True
    if segment.kind == "role":
        return segment.role is not None and segment.role.number == "body"
    entry = line.known(segment.actor)
    return entry is not None and entry.kind in ("organization", "outlet")


def _after(line: Line, chunk: Chunk, head: Segment, depth: int) -> Owner:
    """What the words "of X", "for X", "in X" after a phrase tell."""
    words, at = line.words, max(chunk.last, head.last)
    if at + 1 >= len(words) or depth > _DEEP:
        return NOBODY
    marker, role = words[at], head.role.lemma if head.role else ""
    if marker not in _OF and not (marker == "to" and role.rpartition(" ")[2] in _TO):
        return NOBODY
    inner = line.chunk_from(at + 1)
    if inner is None and (known := _unseen(line, at + 1)) is not None:
        return known
    if inner is None or line.words[inner.first].lower() in _GROUPS or _counts(line, inner):
        return NOBODY
    found = segments(line, inner.first, inner.last)
    place = _city(line, inner)
    told = Owner(place[0], None, False, place[1], ()) if place else _of_segments(line, found)
    below = next((s for s in reversed(found) if s.kind == "role"), None)
    if below is not None and told.country is None:
        told = joined(told, _after(line, inner, below, depth + 1))
    if not _tells(marker, role.rpartition(" ")[2], told):
        return NOBODY
    if marker in _NEAR:
        return Owner(told.country, None, False, told.place, told.sectors if marker == "at" and told.named else ())
    speaks = below is not None and below.role is not None and role.rpartition(" ")[2] in _SPEAKERS | _TO
    sectors = told.sectors or (below.role.sectors if speaks and below is not None and below.role is not None else ())
    return Owner(told.country, told.body, told.named, told.place, sectors, inner.last)


def _unseen(line: Line, at: int) -> Owner | None:
    """The body of the tables that stands where the tagger sees no noun phrase ("the WHO", taken for a pronoun)."""
    first = at + 1 if line.lower[at] == "the" else at
    match = line.match(first) if first < len(line.words) and line.words[first].isupper() else None
    entry = line.known(match.actor) if match is not None else None
    if match is None or entry is None or entry.kind != "organization":
        return None
    return Owner(entry.country, entry.id, True, None, entry.sectors, first + match.tokens)


def _counts(line: Line, chunk: Chunk) -> bool:
    """True for "the two countries"."""
    return chunk.first + 1 < chunk.last and line.words[chunk.first + 1].lower() in _GROUPS


def _tells(marker: str, noun: str, told: Owner) -> bool:
    """True where the words after a role tell whose it is: of a diplomat "in Vienna" does not, nor of a minister."""
    if marker in _NEAR:
        return told.country is not None and noun not in _ABROAD and not (told.place and noun in _OF_STATES)
    if marker == "with" or (marker == "for" and noun not in _SPEAKERS):
        return told.named
    return bool(told.country or told.named or told.place)


def _city(line: Line, chunk: Chunk) -> tuple[str, str] | None:
    """The state of a large city that is all of a phrase, with the city's name in small letters."""
    words = line.words[chunk.first : chunk.last]
    if not words[0][:1].isupper():
        return None
    name = " ".join(words)
    country = country_of_city(name)
    return (country, name.lower()) if country else None


@lru_cache(maxsize=4096)
def country_of_city(name: str) -> str | None:
    """The state of a capital, or of the one large city of a name."""
    capital = table().states.government_of(name)
    if capital is not None:
        return capital
    entries = [e for e in gazetteer().entries(fold(name)) if e.country]
    cities = [e for e in entries if e.kind in ("city", "capital", "region")]
    if not cities:
        return None
    largest = max(cities, key=lambda e: e.population)
    abroad = max((e.population for e in cities if e.country != largest.country), default=0)
    sole = all(e.country == largest.country for e in entries)
    enough = max(_SOLE if sole else _LARGE, _FAR * abroad)
    return largest.country if largest.population >= enough else None
