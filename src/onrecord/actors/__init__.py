"""Actors: who is named in an article, by which words, and which of these are one.

`phrases` takes noun phrases apart, `identity` tells whom they stand for, `pronouns` follows he, she, it and they.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from onrecord.actors import identity, pronouns
from onrecord.actors.apposition import joined
from onrecord.actors.credits import credited
from onrecord.actors.found import ActorsFound, Gender, Line, Phrase, Setting
from onrecord.actors.governments import governments
from onrecord.actors.identity import Resolved
from onrecord.actors.phrases import phrases
from onrecord.actors.possessors import possessed
from onrecord.knowledge import actors as tables
from onrecord.schema.actor import Mention
from onrecord.schema.labels import Labels
from onrecord.schema.token import Document

__all__ = ["ActorsFound", "read"]

_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]*[A-Z]$")


def read(document: Document, labels: Labels) -> ActorsFound:
    """The mentions and actors of an article."""
    pairs = zip(document.sentences, labels.sentences, strict=True)
    setting = Setting(document.article.day, tuple([token.text for token in s.tokens] for s in document.sentences))
    lines = [Line(n, s, found, setting.sentences[n], setting) for n, (s, found) in enumerate(pairs)]
    found = [p for line in lines for p in (*phrases(line), *governments(line))]
    surnames = {p.name for p in found if p.kind is None and " " not in p.name}
    found = [_with_surname(_with_acronym(p), surnames) for p in found]
    found = joined(sorted(found, key=lambda p: (p.line.number, p.first, -p.last)))
    named = identity.cast(found, _acronyms(found), _home(document, found))
    rows = [row for phrase in (*found, *_acronym_uses(lines, found)) if (row := identity.resolve(phrase, named))]
    rows.sort(key=lambda row: (row.phrase.start, -row.phrase.end))
    rows = possessed(rows, tuple(_pronouns(lines, rows)), named)
    credits_ = credited(document)
    mentions = [_mention(document.text, row) for row in rows]
    mentions += [*_pronouns(lines, rows), *(row.mention for row in credits_)]
    ordered = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
    described = {**{row.credit.actor or "": row.actor for row in credits_}, **identity.described(rows)}
    return ActorsFound(ordered, described, tuple(row.credit for row in credits_))


def _mention(text: str, row: Resolved) -> Mention:
    start, end = row.phrase.start, row.phrase.end
    return Mention(start=start, end=end, text=text[start:end], kind=row.actor.kind, actor=row.id, how=row.how)


def _pronouns(lines: Sequence[Line], rows: Sequence[Resolved]) -> Iterator[Mention]:
    everyone = pronouns.candidates(rows)
    genders: dict[str, Gender] = {c.id: c.gender for c in everyone if c.gender}
    by_line = {number: tuple(group) for number, group in groupby(everyone, lambda one: one.line)}
    for line in lines:
        if pronouns.has_any(line):
            reach = range(line.number - pronouns.REACH, line.number + 1)
            near = [candidate for number in reach for candidate in by_line.get(number, ())]
            yield from pronouns.resolve(line, near, genders)


def _with_acronym(phrase: Phrase) -> Phrase:
    """A name of no known kind that is an organisation's, since its initials follow in brackets."""
    if phrase.kind is not None or phrase.last - phrase.first < 2 or not _bracketed(phrase):
        return phrase
    return msgspec.structs.replace(phrase, kind="organization", body=True)


def _with_surname(phrase: Phrase, alone: set[str]) -> Phrase:
    """A name of two or three words of no known kind that is a person's, since its last word stands alone elsewhere."""
    words = phrase.name.split()
    if phrase.kind is not None or not 2 <= len(words) <= 3 or words[-1] not in alone:
        return phrase
    return msgspec.structs.replace(phrase, kind="person", how="surname")


def _bracketed(phrase: Phrase) -> str | None:
    """The acronym in brackets right after a name, if it is made of the name's initials."""
    words, at = phrase.line.words, phrase.last
    if at + 2 >= len(words) or words[at] != "(" or words[at + 2] != ")" or not _ACRONYM.match(words[at + 1]):
        return None
    initials = "".join(w[0] for w in words[phrase.first : at] if w[0].isupper())
    letters = [c for c in words[at + 1] if c.isupper()]
    return words[at + 1] if letters and set(letters) <= set(initials) else None


def _acronyms(found: Sequence[Phrase]) -> dict[str, str]:
    """The ids of organisations whose acronym follows in brackets: "Vietnam Coast Guard (VCG)"."""
    result = {}
    for phrase in found:
        short = _bracketed(phrase) if phrase.kind in ("organization", "outlet") else None
        if short:
            result[short] = phrase.known or f"x-{identity.slug(phrase.name)}"
    return result


def _acronym_uses(lines: Sequence[Line], found: Sequence[Phrase]) -> Iterator[Phrase]:
    """The places where an acronym of the article stands by itself."""
    acronyms = _acronyms(found)
    if not acronyms:
        return
    full = {id_: p for p in found if (id_ := p.known or f"x-{identity.slug(p.name)}") in acronyms.values()}
    taken = {(p.line.number, i) for p in found if p.kind is not None for i in range(p.first, p.last)}
    for line in lines:
        for chunk in line.labels.chunks:
            for i in range(chunk.first, chunk.last):
                word = line.words[i]
                if word in acronyms and (line.number, i) not in taken:
                    source = full[acronyms[word]]
                    yield Phrase(
                        line=line, chunk=chunk, first=i, last=i + 1, kind=source.kind, name=source.name,
                        known=source.known, sectors=source.sectors, country=source.country, body=True, how="acronym",
                    )  # fmt: skip


def _home(document: Document, found: Sequence[Phrase]) -> str | None:
    """The state that a report is about: that of the capital in its dateline, else the one that it names at least twice
    as often as any other."""
    place = document.dateline.place if document.dateline else None
    capital = tables.load().states.government_of(place.cut(document.text).title()) if place else None
    if capital is not None:
        return capital
    states = tables.load().states.states
    counts = Counter(p.country for p in found if p.country and p.country in states)
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]
