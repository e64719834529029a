"""Actors: who is named in an article, by which words, and which of these are one.

`phrases` takes noun phrases apart, `identity` tells whom they stand for, `follow` goes through the text with pronouns,
groups and role nouns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.actors import identity
from onrecord.actors.apposition import joined
from onrecord.actors.cast import FOREIGN, ROVING, cast, surname
from onrecord.actors.contested import settled
from onrecord.actors.counted import counted
from onrecord.actors.credits import credited
from onrecord.actors.follow import follow
from onrecord.actors.found import ActorsFound, Line, Phrase, Setting
from onrecord.actors.governments import governments
from onrecord.actors.identity import Resolved
from onrecord.actors.ids import slug
from onrecord.actors.labels import with_labels
from onrecord.actors.owners import country_of_city
from onrecord.actors.phrases import phrases
from onrecord.actors.possessed import possessed
from onrecord.actors.short_names import with_short_names
from onrecord.actors.speech import speech
from onrecord.actors.strangers import with_states, without_strangers
from onrecord.knowledge import actors as tables
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.labels import Labels
from onrecord.schema.token import Document

__all__ = ["ActorsFound", "read"]

_OFTEN = 5
_STATE = frozenset(["GOV", "MIL", "COP", "LEG", "JUD"])
_GOING = frozenset(
    "visit fly go travel move return come arrive land flee drive sail send trip tour journey flight escape deport "
    "serve deploy study train exile extradite leave from against invade attack bomb expel born bear accuse "
    "support back aid join".split()
)
KIN = frozenset("brother sister sibling twin couple spouse cousin son daughter".split())
_BODIES = frozenset(["organization", "outlet", "group"])
_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]*[A-Z]$")


def read(document: Document, labels: Labels) -> ActorsFound:
    """The mentions and actors of an article."""
    pairs = zip(document.sentences, labels.sentences, strict=True)
    setting = Setting(document.article.day, tuple([token.text for token in s.tokens] for s in document.sentences))
    lines = [Line(n, s, found, setting.sentences[n], setting) for n, (s, found) in enumerate(pairs)]
    found = [p for line in lines for p in _phrases(line) if not identity.is_date(p)]
    surnames = {p.name for p in found if p.kind is None and " " not in p.name and not _is_located(p)}
    found = with_short_names(lines, _sharing([_with_surname(_with_acronym(p), surnames) for p in found]))
    found = with_labels(lines, found)
    found = joined(without_strangers(sorted(found, key=lambda p: (p.line.number, p.first, -p.last))))
    found = with_states(settled(found, _acronyms(found)))
    dateline = _dateline(document)
    home = dateline or _most_named(found) or _of_cities(lines)
    named = cast(found, _acronyms(found), home, abroad=dateline is None)
    rows = [row for phrase in (*found, *_acronym_uses(lines, found)) if (row := identity.resolve(phrase, named))]
    rows.sort(key=lambda row: (row.phrase.start, -row.phrase.end))
    told = follow(document.text, lines, rows, named, speech(document, labels.attributions))
    credits_ = credited(document)
    mentions = [_mention(document.text, row) for row in told.rows]
    mentions += [*told.mentions, *(row.mention for row in credits_)]
    ordered = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
    used = {mention.actor for mention in ordered}
    actors = {**{row.credit.actor or "": row.actor for row in credits_}, **told.actors}
    alone = home if setting.scenes <= {home} else None
    local = {row.id for row in told.rows if row.actor.kind == "outlet" and row.phrase.how == "apposition"}
    described = {id_: _placed(actor, alone, id_ in local) for id_, actor in actors.items() if id_ in used}
    owned = possessed(described, ordered, [sentence.start for sentence in document.sentences])
    return ActorsFound(ordered, owned, tuple(row.credit for row in credits_))


def _phrases(line: Line) -> Iterator[Phrase]:
    """The phrases of a sentence; a name that stands for a government, or is part of a state's, is nobody else's."""
    states, found = tuple(governments(line)), tuple(phrases(line))
    whole = (p for p in found if p.known and p.body and p.how == "table")
    taken = {i for p in (*states, *whole) for i in range(p.first, p.last)}
    yield from (p for p in found if p.how != "name" or not taken.issuperset(range(p.first, p.last)))
    yield from states
    heads = {p.chunk.head for p in (*found, *states)}
    yield from (p for p in counted(line) if p.chunk.head not in heads)


def _mention(text: str, row: Resolved) -> Mention:
    start, end = row.phrase.start, row.phrase.end
    return Mention(start=start, end=end, text=text[start:end], kind=row.actor.kind, actor=row.id, how=row.how)


def _with_acronym(phrase: Phrase) -> Phrase:
    """A name of no known kind that is an organisation's, since its initials follow in brackets."""
    if phrase.kind is not None or phrase.last - phrase.first < 2 or not _bracketed(phrase):
        return phrase
    return msgspec.structs.replace(phrase, kind="organization", body=True)


def _is_located(phrase: Phrase) -> bool:
    """True for a word that is a place's name to the tagger, so that it is no surname of a name that is none to it."""
    return phrase.line.named(phrase.first, phrase.last) == "LOC"


def _with_surname(phrase: Phrase, alone: set[str]) -> Phrase:
    """A name of two or three words of no known kind that is a person's, since its last word stands alone elsewhere."""
    words = phrase.name.split()
    if phrase.kind is not None or not 2 <= len(words) <= 3 or words[-1] not in alone:
        return phrase
    if phrase.line.named(phrase.first, phrase.last) not in (None, "PER"):
        return phrase
    return msgspec.structs.replace(phrase, kind="person", how="surname")


def _sharing(found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, a given name joined to a full name with the surname that they share ("Elias and Nour Haidari")."""
    full = {(p.line.number, p.first): p for p in found if p.kind == "person" and p.known is None and " " in p.name}
    return [_shared(p, full.get((p.line.number, p.last + 1))) if full else p for p in found]


def _shared(phrase: Phrase, after: Phrase | None) -> Phrase:
    joined = (
        after is not None and phrase.kind is None and " " not in phrase.name and phrase.line.lower[phrase.last] == "and"
    )
    if after is None or not joined or phrase.line.named(phrase.first, phrase.last) != "PER":
        return phrase
    kin = (
        phrase.first > 1 and phrase.line.lemmas[phrase.first - 1 - (phrase.line.words[phrase.first - 1] == ",")] in KIN
    )
    if not kin and tables.load().given_name(phrase.name) is None:
        return phrase
    return msgspec.structs.replace(phrase, kind="person", name=f"{phrase.name} {surname(after.name.split())}")


def _bracketed(phrase: Phrase) -> str | None:
    """The acronym in brackets right after a name, if it is made of its initials; of a long name, often an official one
    in another language, two thirds of the letters are enough ("... Confederation of ... Workers (CNTS)")."""
    words, at = phrase.line.words, phrase.last
    if at + 2 >= len(words) or words[at] != "(" or words[at + 2] != ")" or not _ACRONYM.match(words[at + 1]):
        return None
    initials = "".join(w[0] for w in words[phrase.first : at] if w[0].isupper())
    letters = {c for c in words[at + 1] if c.isupper()}
    shared = len(letters & set(initials))
    most = phrase.kind == "organization" and at - phrase.first > 2 and 3 * shared >= 2 * len(letters)
    return words[at + 1] if letters and (shared == len(letters) or most) else None


def _acronyms(found: Sequence[Phrase]) -> dict[str, str]:
    """The ids of organisations whose acronym follows in brackets: "Vietnam Coast Guard (VCG)"."""
    result: dict[str, str] = {}
    for phrase in found:
        short = _bracketed(phrase) if phrase.kind in ("organization", "outlet") else None
        if short:
            result[short] = phrase.known or f"x-{slug(phrase.name)}"
    for phrase in found:
        short = _initials(phrase) if phrase.kind in _BODIES and phrase.how in ("table", "name") else ""
        if len(short) > 2 and short in phrase.line.setting.capitals:
            result.setdefault(short, phrase.known or f"x-{slug(phrase.name)}")
    return result


def _initials(phrase: Phrase) -> str:
    """The first letters of a body's name, small words left out ("RSF" of the Rapid Support Forces)."""
    words = phrase.line.words[phrase.first : phrase.last]
    return "".join(word[0] for word in words if word[0].isupper() and word != "The")


def _acronym_uses(lines: Sequence[Line], found: Sequence[Phrase]) -> Iterator[Phrase]:
    """The places where an acronym of the article stands by itself."""
    acronyms = _acronyms(found)
    if not acronyms:
        return
    full = {id_: p for p in found if (id_ := p.known or f"x-{slug(p.name)}") in acronyms.values()}
    taken = {(p.line.number, i) for p in found if p.kind is not None for i in range(p.first, p.last)}
    for line in lines:
        for chunk in sorted(line.labels.chunks, key=lambda chunk: chunk.last - chunk.first):
            for i in range(chunk.first, chunk.last):
                word = line.words[i]
                if word in acronyms and (line.number, i) not in taken:
                    taken.add((line.number, i))
                    source = full[acronyms[word]]
                    yield Phrase(
                        line=line, chunk=chunk, first=i, last=i + 1, kind=source.kind, name=source.name,
                        known=source.known, sectors=source.sectors, country=source.country, body=True, how="acronym",
                    )  # fmt: skip


def _dateline(document: Document) -> str | None:
    """The state of the capital in the dateline."""
    place = document.dateline.place if document.dateline else None
    return tables.load().states.government_of(place.cut(document.text).title()) if place else None


def _most_named(found: Sequence[Phrase]) -> str | None:
    """The state that a report names twice as often as any other, or often enough half as often again; where an outlet
    is at home tells nothing of it."""
    states = tables.load().states.states
    counts = Counter(p.country for p in found if p.country in states and p.kind != "outlet")
    ranked = counts.most_common(2)
    (first, most), (_, next_) = (*ranked, ("", 0), ("", 0))[:2]
    clear = most >= max(2, 2 * next_) or (most >= _OFTEN and 2 * most >= 3 * next_)
    if most == 1 and not next_:
        clear = any(p.country == first and _is_scene(p, found) for p in found)
    return first if clear else None


def _of_cities(lines: Sequence[Line]) -> str | None:
    """The one state in which all large cities lie that a report names, where it names no other state."""
    spots = ((line, n) for line in lines for n in line.labels.names if n.type == "LOC")
    named = {" ".join(line.words[n.first : n.last]) for line, n in spots if not _is_aim(line, n.first)}
    found = {country for name in named if (country := country_of_city(name)) is not None}
    return found.pop() if len(found) == 1 and lines[0].setting.scenes <= found else None


def _is_aim(line: Line, first: int) -> bool:
    """True for a place to which somebody goes or from which somebody comes."""
    return not _GOING.isdisjoint(line.lemmas[max(0, first - 5) : first])


def _placed(actor: Actor, home: str | None, local: bool) -> Actor:
    """Somebody without a name, or a body of which its name tells what it is, of the one state that the report tells of;
    a person or an outlet with a name alone may be of any, but not what is introduced without a nationality ("the daily
    Le Fleuve", `local`)."""
    body = actor.kind == "organization" and bool(actor.sectors) and actor.wikidata is None
    if home is None or actor.country or not (actor.local or body or local):
        return actor
    if not local and not ROVING.isdisjoint(actor.sectors):
        return actor
    if actor.name.rpartition(" ")[2].lower() in FOREIGN or (actor.kind == "person" and not actor.sectors):
        return actor
    return msgspec.structs.replace(actor, country=home)


def _met(phrase: Phrase, other: Phrase) -> bool:
    """True where an official of no told state acts, and the one of a state is an object ("met the Danish minister")."""
    official = other.kind == "person" and other.country is None and bool(_STATE & set(other.sectors))
    same = official and other.line.number == phrase.line.number
    return same and other.subject and not phrase.subject


def _is_scene(phrase: Phrase, found: Sequence[Phrase]) -> bool:
    """True where the one state that a report names is that in which it plays, and not where somebody goes, nor that of
    somebody's counterpart."""
    if (phrase.role or "").endswith("counterpart"):
        return False
    if phrase.role and _STATE & set(phrase.sectors):
        return not any(_met(phrase, other) for other in found)
    return phrase.line.setting.states == {phrase.country} and not _is_aim(phrase.line, phrase.first)
