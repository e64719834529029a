"""Apposition: a role and a name that stand beside each other for one person ("the skipper, Nguyen Van Thuc,")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.actors.found import Phrase
from onrecord.knowledge.gazetteer import fold, gazetteer


def joined(found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with what a neighbouring role tells of a name; the role phrase itself then stands for that person."""
    result = list(found)
    for i in range(len(result) - 1):
        if _touch_body(result[i], result[i + 1]):
            result[i], result[i + 1] = _body_pair(result[i], result[i + 1])
    for i in range(len(result) - 1):
        if _touch(result[i], result[i + 1]):
            name = result[i + 1]
            bare = name if name.known else msgspec.structs.replace(name, role=None, sectors=())
            result[i], result[i + 1] = _pair(result[i], bare)
    _tell_each(result)
    for i in range(len(result) - 1):
        for j in range(i + 1, min(i + 4, len(result))):
            if apposed(result[i], result[j]):
                result[i], result[j] = _pair(result[i], result[j])
    return result


def _tell_each(found: list[Phrase]) -> None:
    """Give the names behind a plural role what it tells of each ("Senators Ana Ruiz and Ivo Brandt")."""
    for i, role in enumerate(found):
        if role.how != "role" or role.kind != "group" or not role.plural or role.role is None:
            continue
        end = role.last
        for j in range(i + 1, len(found)):
            name = found[j]
            if name.line.number != role.line.number:
                break
            gap = role.line.words[end : name.first]
            if (
                name.how == "role"
                or name.kind not in ("person", None)
                or not set(gap) <= _LISTED
                or " " not in name.name
            ):
                if name.kind == "country" and gap[:1] == ["of"] and set(gap) <= {"of", "the"} and end > role.last:
                    end = name.last
                    continue
                break
            if name.kind is None and role.line.named(name.first, name.last) != "PER":
                break
            found[j] = msgspec.structs.replace(
                name, kind="person", role=name.role or role.role, sectors=name.sectors or role.sectors,
                country=name.country or role.country,
            )  # fmt: skip
            end = name.last


_LISTED = frozenset([",", "and"])


def _touch(a: Phrase, b: Phrase) -> bool:
    """True for a role that stands as a noun phrase of its own right before a name ("Minister of Justice Ana Ruiz")."""
    if a.line.number != b.line.number or a.chunk == b.chunk or a.how != "role" or a.kind != "role" or a.plural:
        return False
    person = b.kind == "person" or (b.kind is None and b.line.named(b.first, b.last) == "PER")
    if a.last > a.chunk.last:
        return a.last == b.first and a.office and person and " " in b.name and b.known is None
    return a.last == b.chunk.first == b.first and person and " " in b.name and b.role is None


def _touch_body(a: Phrase, b: Phrase) -> bool:
    """True for a noun for a body right before the name of one ("the charity Clean Wells")."""
    beside = a.last == b.first or _is_set_off(a, b)
    if a.line.number != b.line.number or not beside or a.how != "role" or not a.body or a.plural:
        return False
    return b.kind in ("organization", "group", "outlet") and b.how in ("name", "table") and not b.plural


def _is_set_off(noun: Phrase, name: Phrase) -> bool:
    """True for a name between commas behind the noun for it ("the largest bank, Banco Norte, failed"), and no list."""
    words, tags, end = noun.line.words, noun.line.labels.tags, name.last
    if not noun.definite or name.first != noun.last + 1 or words[noun.last] != "," or end >= len(words):
        return False
    after = tags[end + 1] if words[end] == "," and end + 1 < len(tags) else ""
    return words[end] == "." or after[:2] in ("VB", "MD", "WD", "WP") or after == "RB"


def _body_pair(noun: Phrase, name: Phrase) -> tuple[Phrase, Phrase]:
    """The noun as a mention of the body that is named behind it, and the body with what the noun tells of it."""
    told = msgspec.structs.replace(
        name, role=name.role or noun.role, sectors=name.sectors or noun.sectors, country=name.country or noun.country
    )
    same = msgspec.structs.replace(
        noun, kind=name.kind, name=name.name, known=name.known, sectors=told.sectors, country=told.country,
        how="apposition",
    )  # fmt: skip
    return same, told


def apposed(a: Phrase, b: Phrase) -> bool:
    """True for a role and a person's name with nothing but a comma between ("of X" may follow the role)."""
    if a.line.number != b.line.number or a.chunk == b.chunk:
        return False
    roles = (a.how == "role" and a.kind in ("role", "group") and not a.plural and b.kind in ("person", None)) or (
        a.kind in ("person", None) and b.how == "role" and b.kind == "role" and not b.plural
    )
    if not roles or (a.kind is None and not _is_whole(a)):
        return False
    if "whose" in (a.line.lower[a.chunk.first], b.line.lower[b.chunk.first]):
        return False
    between = a.line.words[a.chunk.last : b.chunk.first]
    if not between or between[-1] != "," or (a.how == "role" and (_is_inner(a) or _begins_clause(a, b))):
        return False
    verbs = any(tag[:2] in ("VB", "MD") for tag in a.line.labels.tags[a.chunk.last : b.chunk.first])
    return len(between) == 1 or (a.how == "role" and len(between) <= 8 and between[0] in _AFTER and not verbs)


def _begins_clause(role: Phrase, name: Phrase) -> bool:
    """True for a name after the words that a sentence opens with: "According to her lawyer, Hawa Sillah was held"."""
    line, before = role.line, role.chunk.first - 1
    opens = 0 <= before < 5 and line.labels.tags[before] in ("IN", "TO") and not line.labels.tags[0].startswith("VB")
    after = line.words[name.chunk.last] if name.chunk.last < len(line.words) else "."
    return opens and name.subject and after not in _CLOSES


def _is_whole(name: Phrase) -> bool:
    """True for a bare name that is a noun phrase by itself and no place ("Kim, the North Korean leader")."""
    named = name.line.named(name.first, name.last)
    whole = named in (None, "PER") or (named == "LOC" and " " in name.name and fold(name.name) not in gazetteer())
    return whole and name.first <= name.chunk.head < name.last


_CLOSES = frozenset([",", ".", ";", ":", ")", "—", "–", "-", "and", "'s", "’s"])
_AFTER = ("of", "for", "in", "at", "to")


def _is_inner(role: Phrase) -> bool:
    """True for the second role of "the wife of the captain, Ana Ruiz": the name is the first one's."""
    before = role.line.words[role.chunk.first - 1] if role.chunk.first else ""
    outer = [c for c in role.line.labels.chunks if c.last == role.chunk.first - 1]
    return before == "of" and any(role.line.labels.lemmas[c.head].lower() in KIN for c in outer)


KIN = frozenset(
    "wife husband widow widower mother father son daughter brother sister lawyer spokesman spokeswoman spokesperson "
    "aide friend colleague deputy head leader chief chairman director owner captain".split()
)


def _pair(a: Phrase, b: Phrase) -> tuple[Phrase, Phrase]:
    name, role = (b, a) if a.how == "role" and a.kind in ("role", "group") else (a, b)
    told = msgspec.structs.replace(
        name,
        kind="person",
        role=name.role or role.role,
        sectors=name.sectors or role.sectors,
        country=name.country or role.country,
        gender=name.gender or role.gender,
    )
    noun = msgspec.structs.replace(
        role, kind="person", name=told.name, known=told.known, gender=told.gender, country=told.country,
        sectors=told.sectors, how="apposition",
    )  # fmt: skip
    return (told, noun) if name is a else (noun, told)
