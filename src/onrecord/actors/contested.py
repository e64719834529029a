"""Contested names: what the tables take for one actor, and the article for another.

"Trump" is the president unless the article is about Ivanka Trump; "Jordan" is a state unless Coach Mike Jordan has
been named and the tagger sees a person; "the daily Le Fleuve" is no person from then on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.actors.bare import is_personal
from onrecord.actors.cast import SUFFIXES, surname
from onrecord.actors.found import Phrase, is_where
from onrecord.knowledge import spelling

AGES = frozenset("elder older senior younger junior".split())


def settled(found: Sequence[Phrase], acronyms: Mapping[str, str]) -> list[Phrase]:
    """The phrases, those of one word as plain names where a person named in full has that surname; without the acronyms
    for which the article has a name of its own ("Rapid Support Forces (RSF)")."""
    found = [p for p in found if not _is_other_acronym(p, acronyms)]
    found = [_junior(p, found) for p in found]
    full = [p for p in found if p.kind == "person" and p.last - p.first > 1]
    bearers: dict[str, set[str]] = {}
    first: dict[str, tuple[int, int]] = {}
    for phrase in full:
        words = phrase.name.split()
        bearers.setdefault(spelling.key([surname(words)]), set()).add(phrase.known or phrase.name)
        first.setdefault(spelling.key([surname(words)]), _place(phrase))
        if len(words) > 2 or words[-1] != surname(words):
            bearers.setdefault(spelling.key(words[-2:]), set()).add(phrase.known or phrase.name)
    short = [p.known is not None and _is_short(p) and not _is_before(p, first) for p in found]
    contested = (
        bare and (_is_contested(p, bearers) or _is_titled(p, full)) for p, bare in zip(found, short, strict=True)
    )
    found = [_plain(p) if other else p for p, other in zip(found, contested, strict=True)]
    outlets = {p.name: p for p in found if p.kind == "outlet" and p.how == "apposition"}
    return [_as_outlet(p, outlets[p.name]) if p.name in outlets and not p.known else p for p in found]


def _place(phrase: Phrase) -> tuple[int, int]:
    return (phrase.line.number, phrase.first)


def _is_before(phrase: Phrase, first: Mapping[str, tuple[int, int]]) -> bool:
    """True for a state or its capital that the text names before anybody of that surname."""
    bearer = first.get(spelling.key(phrase.line.words[phrase.first : phrase.last]))
    body = phrase.kind != "person" and phrase.line.sentence.part == "body"
    return body and bearer is not None and _place(phrase) < bearer


def _junior(phrase: Phrase, found: Sequence[Phrase]) -> Phrase:
    """The phrase with the "Jr." that follows a name of the tables, where the report names its bearer too."""
    words, last = phrase.line.words, phrase.last
    follows = phrase.known is not None and phrase.kind == "person" and last < len(words) and words[last] in SUFFIXES
    if not follows or last - phrase.first < 2:
        return phrase
    bare = any(p.known == phrase.known and p.line.words[p.last : p.last + 1] != words[last : last + 1] for p in found)
    name = " ".join(words[phrase.first : last + 1])
    return msgspec.structs.replace(_plain(phrase), kind="person", name=name, last=last + 1) if bare else phrase


def _is_short(phrase: Phrase) -> bool:
    """True for one word, or for a surname of two ("Le Pen")."""
    words = phrase.last - phrase.first
    return words == 1 or (words == 2 and phrase.kind == "person" and phrase.name.endswith(f" {_words(phrase)}"))


def _words(phrase: Phrase) -> str:
    return " ".join(phrase.line.words[phrase.first : phrase.last])


def _is_other_acronym(phrase: Phrase, acronyms: Mapping[str, str]) -> bool:
    short = acronyms.get(phrase.line.words[phrase.first], phrase.known)
    return phrase.known is not None and short != phrase.known and phrase.last - phrase.first == 1


def _as_outlet(phrase: Phrase, outlet: Phrase) -> Phrase:
    """The later name of what was called a newspaper when it was first named."""
    return msgspec.structs.replace(phrase, kind="outlet", sectors=outlet.sectors, body=True, gender=None, role=None)


def _is_contested(phrase: Phrase, bearers: dict[str, set[str]]) -> bool:
    others = bearers.get(spelling.key(phrase.line.words[phrase.first : phrase.last]))
    before = phrase.line.lower[phrase.first - 1] if phrase.first else ""
    if others and len(others) > 1 and before in AGES:
        return True
    if not others or phrase.known in others:
        return False
    return phrase.kind == "person" or _is_used_as_person(phrase)


def _is_titled(phrase: Phrase, full: Sequence[Phrase]) -> bool:
    """True for "Dr. Mbeki" where the article calls one of that surname a doctor, and not the one of the tables."""
    role = phrase.role
    if role is None or phrase.kind != "person":
        return False
    key = spelling.key([phrase.line.words[phrase.last - 1]])
    called = {p.known for p in full if p.role == role and spelling.key([surname(p.name.split())]) == key}
    return bool(called) and phrase.known not in called


def _is_used_as_person(phrase: Phrase) -> bool:
    """True where a surname that is also a state's or a capital's name stands as a person's would: none after "in"; as a
    subject it is one to the tagger, or in an article that tells of that state by no other word."""
    if is_where(phrase.line, phrase.first):
        return False
    if phrase.line.named(phrase.first, phrase.last) == "PER":
        return True
    acts = phrase.subject or is_personal(phrase)
    return acts and phrase.country not in phrase.line.setting.states_without(phrase.first_word)


def _plain(phrase: Phrase) -> Phrase:
    """The phrase as a word of which only the article knows whom it means."""
    return msgspec.structs.replace(
        phrase, kind=None if phrase.kind != "person" or phrase.role is None else "person", known=None, country=None,
        name=_words(phrase), sectors=(), gender=None, body=False, how="name",
    )  # fmt: skip
