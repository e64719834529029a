"""Phrases: noun phrases that may stand for somebody, taken apart into names, roles and nationalities.

 "Russian Defense Minister Sergei Shoigu" is a person named Sergei Shoigu, a defence minister, of Russia; "four Dutch
diplomats" is a group; "the Vietnam Coast Guard" an organisation; "Chinese foreign ministry" a body of China.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from onrecord.actors.body_names import after_outlet_word, body_of, is_outlet
from onrecord.actors.found import Gender, Line, Owner, Phrase
from onrecord.actors.looks import is_no_name, is_person
from onrecord.actors.nations import (
    ARTICLES,
    DEFINITE,
    holders_of_things,
    nation_of_deed,
    nationals,
    opening_of,
    states_after_of,
    text_of,
)
from onrecord.actors.owners import is_general
from onrecord.actors.owners import owner as owner_of
from onrecord.actors.segments import Segment, fused, segments, table
from onrecord.actors.things import bears_name
from onrecord.knowledge.actors import KnownActor
from onrecord.knowledge.roles import RoleNoun
from onrecord.schema.labels import Chunk

_STATE = frozenset(["GOV"])
_JOINS = frozenset([",", "and", "or", "&", "-", "–"])
_NAMES = frozenset(["name", "known", "org"])
# Words that tell that another than the holder of the day is meant.
_OTHER_HOLDERS = frozenset(
    "former ex late acting assistant deputy vice incoming next new old first previous future outgoing onetime "
    "ousted would-be".split()
)


def phrases(line: Line) -> Iterator[Phrase]:
    """The phrases of a sentence that may stand for somebody, from left to right."""
    reach = 0
    yield from _over_chunks(line)
    for chunk in line.labels.chunks:
        if chunk.first < reach and chunk.last <= reach:
            continue
        for phrase in _in_chunk(line, chunk):
            reach = max(reach, phrase.last if phrase.last > max(chunk.last, phrase.owner.last) else 0)
            yield phrase


def _over_chunks(line: Line) -> Iterator[Phrase]:
    """Known names that go over the end of a noun phrase ("the Republic of Congo")."""
    starts = [i for i in range(len(line.words) - 1) if i in line.openings and line.words[i][:1].isupper()]
    ends = {chunk.last for chunk in line.labels.chunks}
    for i in starts if len(ends) > 1 else ():
        match = line.match(i)
        if match is None or match.tokens == 1 or ends.isdisjoint(range(i + 1, i + match.tokens)):
            continue
        last = i + match.tokens
        if any(chunk.first <= i and last <= chunk.last for chunk in line.labels.chunks):
            continue
        entry = line.known(match.actor)
        if entry is not None:
            heads = (h for p in line.labels.predicates for a in p.arguments for h in a.heads if i <= h < last)
            yield Phrase(
                line=line, chunk=Chunk(i, last, next(heads, last - 1)), first=i, last=last, kind=entry.kind,
                name=entry.name, known=entry.id, sectors=entry.sectors, country=entry.country,
                gender=entry.gender, body=entry.kind != "person", how="table",
            )  # fmt: skip


def _in_chunk(line: Line, chunk: Chunk) -> Iterator[Phrase]:
    """The phrases of one noun phrase; a possessor is a noun phrase of its own and is left to it."""
    if line.openings.isdisjoint(range(chunk.first, chunk.last)):
        return
    start = _after_possessor(line, chunk)
    found = segments(line, start, chunk.last)
    if not found:
        return
    if start > chunk.first and (whole := _possessive_name(line, chunk)):
        yield from _named(line, chunk, [whole])
        return
    before = segments(line, chunk.first, start) if start > chunk.first else []
    if any(segment.kind in _NAMES for segment in found):
        yield from _persons(line, chunk, found, before)
        yield from _named(line, chunk, found)
    yield from _roles(line, chunk, found, before, start)
    yield from holders_of_things(line, chunk, found)
    yield from nationals(line, chunk, found)
    yield from nation_of_deed(line, chunk, found)


def _after_possessor(line: Line, chunk: Chunk) -> int:
    """The token after the last possessive mark of the phrase."""
    marks = [i for i in range(chunk.first, chunk.last) if line.labels.tags[i] == "POS" and not fused(line, i)]
    return marks[-1] + 1 if marks and marks[-1] + 1 < chunk.last else chunk.first


def _possessive_name(line: Line, chunk: Chunk) -> Segment | None:
    """A known name that is the whole of a phrase with a possessor ("Pakistan's army")."""
    first = chunk.first + 1 if line.words[chunk.first].lower() in ARTICLES else chunk.first
    match = line.match(first)
    if match is None or first + match.tokens != chunk.last:
        return None
    return Segment("known", first, chunk.last, actor=match.actor)


def _persons(line: Line, chunk: Chunk, found: Sequence[Segment], possessor: Sequence[Segment]) -> Iterator[Phrase]:
    """Names after a role or a title, and names that look like a person's."""
    for number, segment in enumerate(found):
        if segment.kind not in ("name", "known") or bears_name(line, segment.first):
            continue
        entry = line.known(segment.actor)
        if entry is not None and entry.kind != "person":
            continue
        before = _touching(found, number)
        if entry is not None and _is_another(segment, before, entry.gender):
            entry = None
        head = next((s for s in reversed(before) if s.role is not None and s.role.number == "person"), None)
        role = head.role if head else None
        titled = next((s for s in before if s.kind == "title"), None)
        name = " ".join(line.words[segment.first : segment.last])
        outlet = after_outlet_word(line, segment.first) or is_outlet(name)
        if entry is None and head is not None and titled is None and is_no_name(line, segment, head):
            continue
        person = entry is not None or role is not None or titled is not None
        person = person or (not outlet and is_person(line, segment))
        body = line.named(segment.first, segment.last) == "ORG"
        if not person and (segment.last - segment.first > 4 or outlet or body):
            continue
        around = [*possessor, *(s for s in before if s is not head)]
        around = around or _described(line, chunk, found, (head or segment).first)
        whose = owner_of(line, chunk, head or segment, around)
        yield Phrase(
            line=line,
            chunk=chunk,
            first=segment.first,
            last=segment.last,
            kind="person" if person else None,
            name=entry.name if entry else name,
            known=segment.actor if entry else None,
            role=role.lemma if role else None,
            sectors=_of_day(entry, role is not None and not _is_former(line, chunk, segment))
            or _sectors(role, whose, titled.sectors if titled else ())
            or (entry.sectors if entry else ()),
            country=entry.country if entry else whose.country,
            gender=_gender(line, segment, before, entry.gender if entry else None),
            other=_is_former(line, chunk, segment),
            owner=whose,
            how="table" if entry else "role" if role else "name",
        )


def _of_day(entry: KnownActor | None, called: bool) -> tuple[str, ...]:
    """The sectors of a person of the tables; none where the tables know no office and the report calls him by one."""
    return () if entry is None or (called and entry.sectors == ("ELI",)) else entry.sectors


def _described(line: Line, chunk: Chunk, found: Sequence[Segment], end: int) -> list[Segment]:
    """What tells whose somebody is further ahead in the phrase: a nationality before plain words ("the Kenyan runner
    Paul Kibet"), a city before an office ("Kampala Mayor Ana Okello")."""
    if any(line.words[i].lower() in _JOINS or line.labels.tags[i] in ("POS", "HYPH") for i in range(chunk.first, end)):
        return []
    ahead = [s for s in found if s.last <= end]
    nations = [s for s in ahead if s.kind == "nation" and line.words[s.last] != "-"]
    towns = [s for s in ahead if s.kind == "name" and s.last == end and line.named(s.first, s.last) == "LOC"]
    return nations or towns


def _is_former(line: Line, chunk: Chunk, segment: Segment) -> bool:
    """True where the words before a name tell that its office is over ("former President George H.W. Bush")."""
    return any(line.words[i].lower() in ("former", "ex", "late") for i in range(chunk.first, segment.first))


def _is_another(segment: Segment, before: Sequence[Segment], gender: Gender | None) -> bool:
    """True for a surname with a title of the other gender than the person of the tables has ("Mrs. Obama")."""
    titled = next((s.gender for s in before if s.gender), None)
    return segment.last - segment.first == 1 and gender is not None and titled not in (None, gender)


def _sectors(role: RoleNoun | None, whose: Owner, titled: tuple[str, ...]) -> tuple[str, ...]:
    """The sectors of a person: of the body where the role alone tells little ("an army official"), else of the role."""
    if role is None:
        return titled
    body = whose.sectors
    general = is_general(role.lemma) or (role.office and whose.named and not _STATE & set(body))
    return body if body and (general or not role.sectors) else role.sectors or titled


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


def _gender(line: Line, segment: Segment, before: Sequence[Segment], known: Gender | None) -> Gender | None:
    title = next((s.gender for s in before if s.gender), None)
    role = next((s.role.gender for s in before if s.role and s.role.gender), None)
    whole = segment.last - segment.first > 1
    given = table().given_name(line.words[segment.first]) if whole else None
    return known or title or role or (given if given in ("m", "f") else None)


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
        elif segment.kind == "name" and (after_outlet_word(line, segment.first) or is_outlet(name)):
            yield Phrase(
                line=line, chunk=chunk, first=segment.first, last=segment.last, kind="outlet", name=name,
                sectors=("JRN",), body=True, how="apposition",
            )  # fmt: skip
        elif segment.kind == "name" and line.named(segment.first, segment.last) == "ORG":
            if is_person(line, segment):
                continue
            yield Phrase(
                line=line, chunk=chunk, first=segment.first, last=segment.last, kind="organization", name=name,
                body=True, how="name",
            )  # fmt: skip


def _org_phrase(line: Line, chunk: Chunk, segment: Segment, name: str) -> Phrase:
    body = body_of(line, segment.first, segment.last)
    match = line.match(segment.first)
    known = match.actor if match is not None and match.tokens == segment.last - segment.first else None
    entry = line.known(known)
    outlet = body.sectors[:1] == ("JRN",) or is_outlet(name)
    return Phrase(
        line=line,
        chunk=chunk,
        first=segment.first,
        last=segment.last,
        kind=entry.kind if entry else "outlet" if outlet else "organization",
        name=entry.name if entry else name,
        known=known,
        role=body.noun,
        sectors=entry.sectors if entry else ("JRN",) if is_outlet(name) else body.sectors or segment.sectors,
        country=entry.country if entry else body.country or segment.country,
        body=True,
        how="table" if entry else "name",
    )


def _roles(
    line: Line, chunk: Chunk, found: Sequence[Segment], possessor: Sequence[Segment], start: int
) -> Iterator[Phrase]:
    """A role noun that heads its phrase ("Kenya's president", "two Western diplomats", "the army")."""
    head = next((s for s in found if s.kind == "role" and s.first <= chunk.head < s.last), None)
    if head is None or head.role is None:
        return
    noun = head.role
    name = line.labels.tags[chunk.head][:3] == "NNP" and chunk.head > 0 and line.words[chunk.head][:1].isupper()
    if name and not (noun.office or noun.number == "body"):
        return
    opening = opening_of(line, chunk, head.first)
    lead = line.words[opening].lower()
    first = min(opening + 1 if lead in ARTICLES else opening, head.first)
    around = [*possessor, *(s for s in found if s.last <= head.first)]
    mass = noun.number == "body" and line.labels.lemmas[chunk.head].lower() == line.words[chunk.head].lower()
    plural = line.labels.tags[chunk.head] in ("NNS", "NNPS") and not mass
    several = states_after_of(line, chunk) if plural and noun.office else ()
    body = noun.number == "body" and not plural
    whose = owner_of(line, chunk, head, around)
    before = frozenset(
        line.words[i].lower() for i in range(chunk.first, head.first) if line.labels.tags[i][:3] != "NNP"
    )
    last = max(chunk.last, head.last, whose.last)
    bare = first == opening and start == chunk.first and bool(around) and noun.number == "person" and not plural
    phrase = Phrase(
        line=line,
        chunk=chunk,
        first=first,
        last=last,
        kind="organization" if body else "group" if plural or noun.number == "group" else "role",
        name=text_of(line, first, last),
        role=noun.lemma,
        sectors=_sectors(noun, whose, ()) if not body else noun.sectors,
        country=whose.country,
        gender=noun.gender,
        body=body,
        office=noun.office and not plural,
        anonymous=noun.anonymous,
        definite=lead in DEFINITE or start > chunk.first or bare,
        plural=plural,
        other=not before.isdisjoint(_OTHER_HOLDERS),
        then="then" in before,
        owner=whose,
        how="name" if body and _is_name(line, chunk, first, last, whose) else "role",
    )
    nations = _states_before(line, found, head) if plural or mass else ()
    if len(nations) > 1 and not several:
        yield from (_of_nation(phrase, noun, state, word) for state, word in nations)
    elif len(several) < 2:
        yield phrase
    for country in several if len(several) > 1 else ():
        yield msgspec.structs.replace(
            phrase, kind="role", country=country, office=True, definite=True, plural=False, name=noun.lemma,
            last=max(chunk.last, head.last), owner=Owner(country),
        )  # fmt: skip


def _is_name(line: Line, chunk: Chunk, first: int, last: int, whose: Owner) -> bool:
    """True for a body that is called by a name of its own ("National Teachers' Union", not "Kenya's Supreme Court")."""
    words = [line.words[i] for i in range(first, last) if line.labels.tags[i] != "POS"]
    large = all(word[:1].isupper() for word in words) and line.labels.tags[chunk.head][:3] == "NNP"
    return large and len(words) > 1 and whose.country is None and "POS" in line.labels.tags[first:last]


def _states_before(line: Line, found: Sequence[Segment], head: Segment) -> tuple[tuple[str, str], ...]:
    """The states of "Cuban and Canadian officials" with their adjectives: each has its own."""
    nations = [s for s in found if s.kind == "nation" and s.country is not None and s.last <= head.first]
    gaps = (line.lower[one.last : other.first] for one, other in pairwise(nations))
    if not nations or not all(gap and set(gap) <= _LISTING for gap in gaps):
        return ()
    return tuple((s.country or "", " ".join(line.words[s.first : s.last])) for s in nations)


_LISTING = frozenset([",", "and"])


def _of_nation(phrase: Phrase, noun: RoleNoun, country: str, word: str) -> Phrase:
    """A phrase for those of one state among several: the Cuban officials of "Cuban and Canadian officials"."""
    if noun.office:
        return msgspec.structs.replace(
            phrase, kind="role", country=country, office=True, definite=True, plural=False, name=noun.lemma,
            owner=Owner(country),
        )  # fmt: skip
    plain = " ".join(phrase.name.split()[-len(noun.lemma.split()) :])
    return msgspec.structs.replace(phrase, country=country, name=f"{word} {plain}", owner=Owner(country))
