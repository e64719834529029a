"""Phrases: noun phrases that may stand for somebody, taken apart into names, roles and nationalities.

 "Russian Defense Minister Sergei Shoigu" is a person named Sergei Shoigu, a defence minister, of Russia; "four Dutch
diplomats" is a group; "the Vietnam Coast Guard" an organisation; "Chinese foreign ministry" a body of China.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.actors.found import Gender, Line, Phrase
from onrecord.actors.segments import Segment, after_outlet_word, is_outlet, segments, table
from onrecord.schema.labels import Chunk

_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "both", "all", "some"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both"])
# Words with which a name of two or three words is that of a place, a building, a law or an occasion.
_NO_SURNAMES = frozenset(
    "County City Town Park Street Avenue River Lake Island Islands Hall House School University College Hospital "
    "Center Centre Bridge Airport Square Road Court Church Act Bill Amendment Day Games Cup League Team Award Prize "
    "Committee Station Building Tower Beach Bay Valley Falls Hills Springs Heights Field Stadium Mountain Fund Plan "
    "Law Deal Show Report Foundation Institute Project Club Hotel Plaza Mall Fire Eve Week Month State Party "
    "Caucus".split()
)


def phrases(line: Line) -> Iterator[Phrase]:
    """The phrases of a sentence that may stand for somebody, from left to right."""
    reach = 0
    for chunk in line.labels.chunks:
        if chunk.first < reach and chunk.last <= reach:
            continue
        for phrase in _in_chunk(line, chunk):
            reach = max(reach, phrase.last if phrase.last > chunk.last else 0)
            yield phrase


def _in_chunk(line: Line, chunk: Chunk) -> Iterator[Phrase]:
    """The phrases of one noun phrase; a possessor is a noun phrase of its own and is left to it."""
    start = _after_possessor(line, chunk)
    found = segments(line, start, chunk.last)
    if not found:
        return
    owner = _owner(line, chunk) if start > chunk.first else None
    yield from _persons(line, chunk, found, owner)
    yield from _named(line, chunk, found)
    yield from _roles(line, chunk, found, owner, start)


def _after_possessor(line: Line, chunk: Chunk) -> int:
    """The token after the last possessive mark of the phrase."""
    marks = [i for i in range(chunk.first, chunk.last) if line.labels.tags[i] == "POS"]
    return marks[-1] + 1 if marks and marks[-1] + 1 < chunk.last else chunk.first


def _owner(line: Line, chunk: Chunk) -> Segment | None:
    """The known actor in the possessor ("[Moldova]'s president")."""
    found = segments(line, chunk.first, _after_possessor(line, chunk))
    return next((s for s in reversed(found) if s.actor or s.country), None)


def _persons(line: Line, chunk: Chunk, found: Sequence[Segment], owner: Segment | None) -> Iterator[Phrase]:
    """Names after a role or a title, and names that look like a person's."""
    for number, segment in enumerate(found):
        if segment.kind not in ("name", "known"):
            continue
        before = _touching(found, number)
        role = next((s.role for s in reversed(before) if s.role is not None and s.role.number == "person"), None)
        titled = any(s.kind == "title" for s in before)
        entry = line.known(segment.actor)
        if entry is not None and entry.kind != "person":
            continue
        name = " ".join(line.words[segment.first : segment.last])
        person = entry is not None or role is not None or titled or _is_person(line, segment)
        outlet = after_outlet_word(line, segment) or is_outlet(name)
        body = line.named(segment.first, segment.last) == "ORG"
        if not person and (segment.last - segment.first > 4 or outlet or body):
            continue
        sources = [*before, *([owner] if owner else [])]
        yield Phrase(
            line=line,
            chunk=chunk,
            first=segment.first,
            last=segment.last,
            kind="person" if person else None,
            name=entry.name if entry else name,
            known=segment.actor,
            role=role.lemma if role else None,
            sectors=entry.sectors if entry else role.sectors if role else (),
            country=entry.country if entry else _country(sources),
            gender=_gender(line, segment, before, entry.gender if entry else None),
            how="table" if entry else "role" if role else "name",
        )


def _touching(found: Sequence[Segment], number: int) -> list[Segment]:
    """The segments that stand right before one, without a plain word between."""
    result: list[Segment] = []
    first = found[number].first
    for segment in reversed(found[:number]):
        if segment.last != first or segment.kind == "name":
            break
        result.insert(0, segment)
        first = segment.first
    return result


def _country(sources: Sequence[Segment]) -> str | None:
    """The one country that the words around a name give."""
    found = {s.country for s in sources if s.country and len(s.country) == 3 and s.country not in ("IGO", "NGO", "MNC")}
    return found.pop() if len(found) == 1 else None


def _gender(line: Line, segment: Segment, before: Sequence[Segment], known: Gender | None) -> Gender | None:
    title = next((s.gender for s in before if s.gender), None)
    role = next((s.role.gender for s in before if s.role and s.role.gender), None)
    whole = segment.last - segment.first > 1
    given = table().given_name(line.words[segment.first]) if whole else None
    return known or title or role or (given if given in ("m", "f") else None)


def _is_person(line: Line, segment: Segment) -> bool:
    """True for a full name that the tagger takes for a person's, or that looks like one and is nothing else to it."""
    named = line.named(segment.first, segment.last)
    several = segment.last - segment.first > 1
    return (several and named == "PER") or (named in (None, "PER") and _looks_like_person(line, segment))


def _looks_like_person(line: Line, segment: Segment) -> bool:
    """Two to four capitalised words of which the first is a given name."""
    words = line.words[segment.first : segment.last]
    if not 2 <= len(words) <= 4 or not all(w[:1].isupper() for w in words):
        return False
    if any(w in _NO_SURNAMES or (w.isupper() and len(w) > 2) for w in words):
        return False
    return table().given_name(words[0]) is not None


def _named(line: Line, chunk: Chunk, found: Sequence[Segment]) -> Iterator[Phrase]:
    """Known states, bodies and outlets, and organisations by their nouns."""
    for segment in found:
        name = " ".join(line.words[segment.first : segment.last])
        if segment.kind == "org":
            yield _org_phrase(line, chunk, segment, name)
        elif segment.kind == "known":
            entry = line.known(segment.actor)
            if entry is not None and entry.kind != "person":
                yield Phrase(
                    line=line, chunk=chunk, first=segment.first, last=segment.last, kind=entry.kind, name=entry.name,
                    known=segment.actor, sectors=entry.sectors, country=entry.country, body=True, how="table",
                )  # fmt: skip
        elif segment.kind == "name" and (after_outlet_word(line, segment) or is_outlet(name)):
            yield Phrase(
                line=line, chunk=chunk, first=segment.first, last=segment.last, kind="outlet", name=name,
                sectors=("JRN",), body=True, how="apposition",
            )  # fmt: skip
        elif segment.kind == "name" and line.named(segment.first, segment.last) == "ORG":
            yield Phrase(
                line=line, chunk=chunk, first=segment.first, last=segment.last, kind="organization", name=name,
                body=True, how="name",
            )  # fmt: skip


def _org_phrase(line: Line, chunk: Chunk, segment: Segment, name: str) -> Phrase:
    noun = next((n for w in reversed(name.split()) if (n := table().role_noun(w.lower())) and n.number == "body"), None)
    countries = {c for w in name.split() if (c := table().states.state_of(w) or _state_named(w))}
    sectors = noun.sectors if noun else ()
    match = line.match(segment.first)
    known = match.actor if match is not None and match.tokens == segment.last - segment.first else None
    entry = line.known(known)
    return Phrase(
        line=line,
        chunk=chunk,
        first=segment.first,
        last=segment.last,
        kind=entry.kind if entry else "outlet" if sectors[:1] == ("JRN",) or is_outlet(name) else "organization",
        name=entry.name if entry else name,
        known=known,
        role=noun.lemma if noun else None,
        sectors=entry.sectors if entry else ("JRN",) if is_outlet(name) else sectors,
        country=entry.country if entry else countries.pop() if len(countries) == 1 else None,
        body=True,
        how="table" if entry else "name",
    )


def _state_named(word: str) -> str | None:
    match = table().find([word], 0)
    entry = table().get(match.actor) if match else None
    return entry.country if entry is not None and entry.kind == "country" else None


def _roles(line: Line, chunk: Chunk, found: Sequence[Segment], owner: Segment | None, start: int) -> Iterator[Phrase]:
    """A role noun that heads its phrase ("Kenya's president", "two Western diplomats", "the army")."""
    head = next((s for s in found if s.kind == "role" and s.first <= chunk.head < s.last), None)
    if head is None or head.role is None:
        return
    noun = head.role
    if line.labels.tags[chunk.head][:3] == "NNP" and not (noun.office or noun.number == "body"):
        return
    first = chunk.first + 1 if line.words[chunk.first].lower() in _ARTICLES else chunk.first
    before = [s for s in found if s.last <= head.first]
    mass = noun.number == "body" and line.labels.lemmas[chunk.head].lower() == line.words[chunk.head].lower()
    plural = line.labels.tags[chunk.head] in ("NNS", "NNPS") and not mass
    several = _states_after_of(line, chunk) if plural and noun.office else ()
    body = noun.number == "body" and not plural
    phrase = Phrase(
        line=line,
        chunk=chunk,
        first=min(first, head.first),
        last=chunk.last,
        kind="organization" if body else "group" if plural or noun.number == "group" else "role",
        name=_text(line, min(first, head.first), chunk.last),
        role=noun.lemma,
        sectors=noun.sectors,
        country=_country([*before, *([owner] if owner else [])]) or _after_of(line, chunk),
        gender=noun.gender,
        body=body,
        office=noun.office and not plural,
        anonymous=noun.anonymous,
        definite=line.words[chunk.first].lower() in _DEFINITE or start > chunk.first,
        plural=plural,
        how="role",
    )
    if len(several) < 2:
        yield phrase
    for country in several if len(several) > 1 else ():
        yield msgspec.structs.replace(
            phrase, kind="role", country=country, office=True, definite=True, plural=False, name=noun.lemma
        )


def _states_after_of(line: Line, chunk: Chunk) -> tuple[str, ...]:
    """The states of "the foreign ministers of Cuba and Canada": each has its own."""
    words, at = line.words, chunk.last
    found: list[str] = []
    if at >= len(words) or words[at] != "of":
        return ()
    at += 1
    while at < len(words):
        if words[at] in ("and", ",", "the"):
            at += 1
            continue
        match = line.match(at)
        entry = line.known(match.actor) if match else None
        if match is None or entry is None or entry.kind != "country" or entry.country is None:
            break
        found.append(entry.country)
        at += match.tokens
    return tuple(dict.fromkeys(found))


def _text(line: Line, first: int, last: int) -> str:
    """The words of a phrase as one string, clitics closed up."""
    return " ".join(line.words[first:last]).replace(" 's", "'s").replace(" ’s", "’s")


def _after_of(line: Line, chunk: Chunk) -> str | None:
    """The state named by "of X" or "in X" right after the phrase ("the president of Kenya")."""
    words = line.words
    at = chunk.last
    if at + 1 >= len(words) or words[at] not in ("of", "in"):
        return None
    name = at + 2 if words[at + 1] == "the" and at + 2 < len(words) else at + 1
    match = line.match(name)
    entry = line.known(match.actor) if match else None
    return entry.country if entry is not None and entry.kind == "country" else None
