"""Phrases: noun phrases that may stand for somebody, taken apart into names, roles and nationalities.

 "Russian Defense Minister Sergei Shoigu" is a person named Sergei Shoigu, a defence minister, of Russia; "four Dutch
diplomats" is a group; "the Vietnam Coast Guard" an organisation; "Chinese foreign ministry" a body of China.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from onrecord.actors.found import Gender, Line, Phrase
from onrecord.knowledge import actors as tables
from onrecord.knowledge.actors import ActorTable, RoleNoun
from onrecord.schema.labels import Chunk

_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "both", "all", "some"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both"])
_PROPER = frozenset(["NNP", "NNPS"])
_JOINERS = frozenset(
    ["of", "for", "and", "&", "the", "de", "des", "du", "der", "al", "bin", "ibn", "von", "van", "on", "in"]
)
# Words with which a name of two or three words is that of a place, a building, a law or an occasion.
_NO_SURNAMES = frozenset(
    "County City Town Park Street Avenue River Lake Island Islands Hall House School University College Hospital "
    "Center Centre Bridge Airport Square Road Court Church Act Bill Amendment Day Games Cup League Team Award Prize "
    "Committee Station Building Tower Beach Bay Valley Falls Hills Springs Heights Field Stadium Mountain Fund Plan "
    "Law Deal Show Report Foundation Institute Project Club Hotel Plaza Mall Fire Eve Week Month State Party "
    "Caucus".split()
)
_OUTLET_ENDS = frozenset(
    "Times Post News Herald Tribune Gazette Journal Monitor Mirror Guardian Telegraph Chronicle Observer Standard Mail "
    "Examiner Dispatch Courier Star Sun Globe Independent Radio TV Television Press Today Agency Wire Bulletin".split()
)
_OUTLET_STARTS = frozenset(["Radio", "Daily", "Televisión", "Agence", "Agencia"])
_OUTLET_WORDS = frozenset(
    ["newspaper", "daily", "weekly", "broadcaster", "website", "magazine", "portal", "tabloid", "radio"]
)


class Segment(msgspec.Struct, frozen=True):
    """A stretch of a phrase: a known actor, a name that no table has, a role, a title or a nationality."""

    kind: str
    first: int
    last: int
    actor: str | None = None
    role: RoleNoun | None = None
    country: str | None = None
    gender: Gender | None = None


def phrases(line: Line) -> Iterator[Phrase]:
    """The phrases of a sentence that may stand for somebody, from left to right."""
    reach = 0
    for chunk in line.labels.chunks:
        if chunk.first < reach and chunk.last <= reach:
            continue
        for phrase in _in_chunk(line, chunk):
            reach = max(reach, phrase.last if phrase.last > chunk.last else 0)
            yield phrase


@cache
def _table() -> ActorTable:
    return tables.load()


def _in_chunk(line: Line, chunk: Chunk) -> Iterator[Phrase]:
    """The phrases of one noun phrase; a possessor is a noun phrase of its own and is left to it."""
    start = _after_possessor(line, chunk)
    found = _segments(line, start, chunk.last)
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
    found = _segments(line, chunk.first, _after_possessor(line, chunk))
    return next((s for s in reversed(found) if s.actor or s.country), None)


def _segments(line: Line, first: int, last: int) -> list[Segment]:
    """The tokens `first` to `last` as segments; plain words between them are left out."""
    words = line.words
    found: list[Segment] = []
    i = first
    while i < last:
        segment = _organisation(line, i, last) or _at(line, words, i, last)
        if segment is None:
            i += 1
            continue
        if segment.kind == "name" and found and found[-1].kind == "name" and found[-1].last == i:
            found[-1] = msgspec.structs.replace(found[-1], last=segment.last)
        else:
            found.append(segment)
        i = segment.last
    return found


def _at(line: Line, words: Sequence[str], i: int, last: int) -> Segment | None:
    """The segment that begins at token `i`."""
    table = _table()
    proper = line.labels.tags[i] in _PROPER or words[i][:1].isupper()
    if proper:
        match = line.match(i)
        if match is not None and i + match.tokens <= last:
            return _known(line, i, i + match.tokens, match.actor)
    role = _role(line, words, i, last)
    if role is not None:
        return role
    nation = table.states.state_at(words, i) if proper else None
    if nation is not None:
        return Segment("nation", i, i + nation[1], country=nation[0])
    title = table.title(words[i]) if proper else None
    if title is not None:
        return Segment("title", i, i + 1, gender=title.gender)
    return Segment("name", i, i + 1) if line.labels.tags[i] in _PROPER and words[i][:1].isupper() else None


def _known(line: Line, first: int, last: int, actor: str) -> Segment:
    entry = line.known(actor)
    return Segment("known", first, last, actor=actor, country=entry.country if entry else None)


def _role(line: Line, words: Sequence[str], i: int, last: int) -> Segment | None:
    """A role noun of one to three words at token `i` ("foreign minister")."""
    for length in (3, 2, 1):
        end = i + length
        if end <= last and line.labels.lemmas[end - 1].lower() in _role_heads():
            lemma = " ".join([*(w.lower() for w in words[i : end - 1]), line.labels.lemmas[end - 1].lower()])
            noun = _table().role_noun(lemma)
            if noun is not None and line.labels.tags[end - 1][:2] in ("NN", "VB", "JJ"):
                return Segment("role", i, end, role=noun)
    return None


@cache
def _role_heads() -> frozenset[str]:
    """The last words of all role nouns."""
    return frozenset(noun.rpartition(" ")[2] for noun in _table().role_nouns)


def _organisation(line: Line, i: int, last: int) -> Segment | None:
    """A capitalised name of two words or more with a body's noun in it ("Vietnam Coast Guard")."""
    words, tags = line.words, line.labels.tags
    end = i
    while end < last and words[end][:1].isupper() and tags[end] != "POS":
        end += 1
    if end == i:
        return None
    body = [k for k in range(i, end) if _is_body(words[k])]
    if not body or _has_person_role(line, i, end):
        return None
    if body[-1] == end - 1 and end < len(words) and words[end] in ("of", "for"):
        end = _joined(line, end)
    if end - i < 2 or (end - i == 2 and words[i] in ("The", "This")):
        return None
    first = i + 1 if words[i] == "The" else i
    if end <= last and body[-1] != end - 1:
        end = body[-1] + 1
    return Segment("org", first, end) if end - first >= 2 else None


def _is_body(word: str) -> bool:
    noun = _table().role_noun(word.lower())
    return word[:1].isupper() and noun is not None and noun.number == "body"


def _has_person_role(line: Line, first: int, last: int) -> bool:
    found = (_table().role_noun(word.lower()) for word in line.words[first:last])
    return any(noun is not None and noun.number == "person" for noun in found)


def _joined(line: Line, end: int) -> int:
    """The end of a name that goes on with "of" or "for" and capitalised words."""
    words = line.words
    while (
        end + 1 < len(words) and words[end] in _JOINERS and (words[end + 1][:1].isupper() or words[end + 1] in _JOINERS)
    ):
        after = end + 1
        while after < len(words) and (words[after][:1].isupper() or words[after] == "the"):
            after += 1
        if after == end + 1:
            break
        end = after
    return end


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
        person = entry is not None or role is not None or titled or _looks_like_person(line, segment)
        outlet = _after_outlet_word(line, segment) or _is_outlet(name)
        if not person and (segment.last - segment.first > 4 or outlet):
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
    given = _table().given_name(line.words[segment.first])
    return known or title or role or (given if given in ("m", "f") else None)


def _looks_like_person(line: Line, segment: Segment) -> bool:
    """Two to four capitalised words of which the first is a given name."""
    words = line.words[segment.first : segment.last]
    if not 2 <= len(words) <= 4 or not all(w[:1].isupper() for w in words):
        return False
    if any(w in _NO_SURNAMES or (w.isupper() and len(w) > 2) for w in words):
        return False
    return _table().given_name(words[0]) is not None


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
        elif segment.kind == "name" and (_after_outlet_word(line, segment) or _is_outlet(name)):
            yield Phrase(
                line=line, chunk=chunk, first=segment.first, last=segment.last, kind="outlet", name=name,
                sectors=("JRN",), body=True, how="apposition",
            )  # fmt: skip


def _is_outlet(name: str) -> bool:
    """True for a name with a word that papers, agencies and stations bear ("Lakeside News", "Radio Racyja")."""
    words = name.split()
    return len(words) > 1 and (words[-1] in _OUTLET_ENDS or words[0] in _OUTLET_STARTS or "Broadcasting" in words)


def _after_outlet_word(line: Line, segment: Segment) -> bool:
    return segment.first > 0 and line.words[segment.first - 1].lower() in _OUTLET_WORDS


def _org_phrase(line: Line, chunk: Chunk, segment: Segment, name: str) -> Phrase:
    noun = next(
        (n for w in reversed(name.split()) if (n := _table().role_noun(w.lower())) and n.number == "body"), None
    )
    countries = {c for w in name.split() if (c := _table().states.state_of(w) or _state_named(w))}
    sectors = noun.sectors if noun else ()
    match = line.match(segment.first)
    known = match.actor if match is not None and match.tokens == segment.last - segment.first else None
    entry = line.known(known)
    return Phrase(
        line=line,
        chunk=chunk,
        first=segment.first,
        last=segment.last,
        kind=entry.kind if entry else "outlet" if sectors[:1] == ("JRN",) or _is_outlet(name) else "organization",
        name=entry.name if entry else name,
        known=known,
        role=noun.lemma if noun else None,
        sectors=entry.sectors if entry else ("JRN",) if _is_outlet(name) else sectors,
        country=entry.country if entry else countries.pop() if len(countries) == 1 else None,
        body=True,
        how="table" if entry else "name",
    )


def _state_named(word: str) -> str | None:
    match = _table().find([word], 0)
    entry = _table().get(match.actor) if match else None
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
