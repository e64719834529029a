"""Segments: the names, roles, titles and nationalities of which a noun phrase is made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.actors.body_names import OUTLET_ENDS, body_of
from onrecord.actors.found import PROPER, WEEKDAYS, Gender, Line, role_heads
from onrecord.actors.things import is_thing
from onrecord.knowledge import actors as tables
from onrecord.knowledge.actors import ActorTable, Match, RoleNoun

_JOINERS = frozenset(
    ["of", "for", "and", "&", "the", "de", "des", "du", "der", "al", "bin", "ibn", "von", "van", "on", "in"]
)
PARTISANS = frozenset(
    ["Republican", "Democrat", "Democratic", "Libertarian", "Tory", "Conservative", "Labour", "Socialist"]
)
_UNPARTIED = 2  # words of such a name: "Republican Tillis" may be a name of its own


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a phrase: a known actor, a name that no table has, a role, a title or a nationality."""

    kind: str
    first: int
    last: int
    actor: str | None = None
    role: RoleNoun | None = None
    country: str | None = None
    gender: Gender | None = None
    sectors: tuple[str, ...] = ()


@cache
def table() -> ActorTable:
    return tables.load()


def segments(line: Line, first: int, last: int) -> list[Segment]:
    """The tokens `first` to `last` as segments; plain words between them are left out."""
    if (first, last) not in line.cut:
        line.cut[first, last] = _segments(line, first, last)
    return line.cut[first, last]


def _segments(line: Line, first: int, last: int) -> list[Segment]:
    words = line.words
    found: list[Segment] = []
    i = first
    while i < last:
        segment = (_organisation(line, i, last) or _at(line, words, i, last)) if i in line.openings else None
        if segment is None:
            i += 1
            continue
        if found and found[-1].kind == "name" and found[-1].last == i and _goes_on(line, found[-1], segment):
            found[-1] = msgspec.structs.replace(found[-1], last=segment.last)
        else:
            found.append(segment)
        i = segment.last
    return [_unpartied(line, segment) for segment in found]


def _unpartied(line: Line, segment: Segment) -> Segment:
    """A person's name of two words or more without the party before it: "[Republican] Thom Tillis"."""
    long = segment.kind == "name" and segment.last - segment.first > _UNPARTIED
    if not long or line.words[segment.first] not in PARTISANS:
        return segment
    return msgspec.structs.replace(segment, first=segment.first + 1)


def _goes_on(line: Line, before: Segment, segment: Segment) -> bool:
    """True for what belongs to the name before it: another word, the short name of a person or a body that the tagger
    does not see by itself ("Imee Marcos", "Liberal Democrats"), what it sees as one person's name ("Omar Shah")."""
    if _is_one_person(line, before.first, segment.last):
        return True
    if _is_flat(line, before, segment):
        return True
    entry = line.known(segment.actor)
    short = segment.kind == "known" and entry is not None and segment.last - segment.first == 1
    part = short and entry is not None and entry.kind != "country"
    return segment.kind == "name" or (part and line.named(segment.first, segment.last) is None)


def _is_flat(line: Line, before: Segment, segment: Segment) -> bool:
    """True for a last name of one word that is a state's too, to the parser part of the name before it ("the cyclist
    Annemiek Holland")."""
    arcs, one = line.labels.arcs, segment.last - segment.first == 1
    named = line.named(segment.first, segment.last) is None and line.labels.tags[segment.first] in PROPER
    if not arcs or not one or not named or segment.kind != "known":
        return False
    arc = arcs[segment.first]
    return arc.relation == "flat" and before.first <= arc.head < before.last


def _is_one_person(line: Line, first: int, last: int) -> bool:
    """True where the tokens are within what the tagger takes for one person's name, and large."""
    whole = any(n.first <= first and last <= n.last for n in line.labels.names if n.type == "PER")
    return whole and all(_is_large(word) for word in line.words[first:last])


def _at(line: Line, words: Sequence[str], i: int, last: int) -> Segment | None:
    """The segment that begins at token `i`."""
    known = table()
    proper = line.labels.tags[i] in PROPER or words[i][:1].isupper()
    if proper:
        match = line.match(i)
        if match is not None and i + match.tokens <= last:
            whole = _person_around(line, i, i + match.tokens, last) or _company_around(line, i, match, last)
            return whole or _known(line, i, i + match.tokens, match.actor)
    role = (
        _possessive_role(line, i, last) or _ministry(line, i) or _role(line, words, i, last) or _minister(line, i, last)
    )
    if role is not None:
        return role
    nation = known.states.state_at(words, i) if proper else None
    if nation is not None:
        return Segment("nation", i, i + nation[1], country=nation[0])
    title = known.title(words[i]) if proper else None
    if title is not None:
        noun = known.role_noun(title.role) if title.role else None
        return Segment("title", i, i + 1, role=noun, gender=title.gender, sectors=title.sectors)
    return _name(line, i, last)


def _name(line: Line, i: int, last: int) -> Segment | None:
    """A word of a name; with small words in it ("van den Berg") all that the tagger takes for a person's name."""
    if line.labels.tags[i] not in PROPER or not _is_large(line.words[i]):
        return None
    end = next((n.last for n in line.labels.names if n.first == i and n.type == "PER" and n.last <= last), i + 1)
    return Segment("name", i, end if any(not word[:1].isupper() for word in line.words[i:end]) else i + 1)


def _is_large(word: str) -> bool:
    """True for a word with a capital, at its beginning or after an Arabic article ("al-Attar")."""
    return word[:1].isupper() or (word[:3].lower() in ("al-", "el-", "ul-") and word[3:4].isupper())


def _person_around(line: Line, first: int, end: int, last: int) -> Segment | None:
    """A person's name to the tagger that begins with another's or a state's name ("Marcos Soto", "Jordan Pike")."""
    if end - first > 1:
        return None
    longer = next((n for n in line.labels.names if n.first == first and end < n.last <= last and n.type == "PER"), None)
    if longer is not None:
        return Segment("name", first, longer.last)
    return Segment("name", first, last) if _is_called(line, first, end, last) else None


def _company_around(line: Line, first: int, match: Match, last: int) -> Segment | None:
    """A company's name to the tagger that begins with another's ("Siemens Energy", not "Boeing Co.")."""
    entry = line.known(match.actor)
    if match.tokens > 1 or entry is None or entry.kind != "organization" or "BUS" not in entry.sectors:
        return None
    longer = next((n for n in line.labels.names if n.first == first and first + 1 < n.last <= last), None)
    if longer is None or longer.type != "ORG" or _ENDINGS.issuperset(line.words[first + 1 : longer.last]):
        return None
    if not all(line.words[i][:1].isupper() and line.labels.tags[i] in PROPER for i in range(first, longer.last)):
        return None
    return Segment("org", first, longer.last, country=entry.country, sectors=entry.sectors)


_ENDINGS = frozenset(
    "Co Co. Inc Inc. Corp Corp. Ltd Ltd. plc Plc PLC AG SA SE NV GmbH Group Holdings Holding Company Corporation Motor "
    "Motors Bank".split()
)


def _is_called(line: Line, first: int, end: int, last: int) -> bool:
    """True for a state's name after a person's role that one more name follows ("the economist Israel Mbeki")."""
    noun = table().role_noun(line.lemmas[first - 1]) if first and line.labels.tags[first - 1] == "NN" else None
    more = last - end == 1 and line.labels.tags[end] in PROPER and _is_large(line.words[end])
    return more and noun is not None and noun.number == "person" and line.named(first, end) is None


def _known(line: Line, first: int, last: int, actor: str) -> Segment:
    entry = line.known(actor)
    return Segment(
        "known",
        first,
        last,
        actor=actor,
        country=entry.country if entry else None,
        sectors=entry.sectors if entry else (),
    )


_GOES_ON = {"of": 3, "general": 2, "General": 2, "public": 2}  # "secretary of state", "attorney general"


def _role(line: Line, words: Sequence[str], i: int, last: int) -> Segment | None:
    """A role noun of one to three words at token `i`; some go on after their noun phrase."""
    for length in (3, 2, 1):
        end = i + length
        over = i + 1 == last < end <= len(words) and _GOES_ON.get(words[last]) == length
        inside = end <= last or over
        if inside and line.lemmas[end - 1].removeprefix("ex-") in role_heads():
            lemma = " ".join([*(w.lower() for w in words[i : end - 1]), line.lemmas[end - 1]])
            noun = table().role_noun(lemma)
            if noun is None or line.labels.tags[end - 1][:2] not in ("NN", "VB", "JJ") or is_thing(line, end - 1):
                continue
            if not (
                length == 1 and noun.number == "person" and (_is_surname(line, i, last) or _is_titled(line, i, noun))
            ):
                return Segment("role", i, end, role=noun)
    return None


def _is_titled(line: Line, i: int, noun: RoleNoun) -> bool:
    """True for an occupation written large behind a title or a role: "Mr Potter", "Judge Weaver"."""
    if not i or line.labels.tags[i] != "NNP" or not noun.anonymous or not _TRADES.issuperset(noun.sectors):
        return False
    before = line.words[i - 1]
    role = table().role_noun(before.lower()) if before[:1].isupper() else None
    return table().title(before) is not None or (role is not None and role.number == "person")


_TRADES = frozenset(["CVL", "BUS"])


def _is_surname(line: Line, i: int, last: int) -> bool:
    """True for a noun that stands alone and large, without an article: "Baker told police"."""
    if i and line.words[i] in OUTLET_ENDS and line.labels.tags[i - 1] == "NNP":
        return True  # "the Harbour Courier"
    alone = i + 1 == last and (i == 0 or line.labels.tags[i - 1][:2] not in ("DT", "PR", "JJ", "NN", "CD", "PO"))
    return alone and line.labels.tags[i] == "NNP" and line.lower[i] == line.lemmas[i].lower()


def fused(line: Line, mark: int) -> tuple[int, RoleNoun] | None:
    """Where a role noun with a possessive mark in it begins, and that noun ("the attorney general's office")."""
    if mark + 1 >= len(line.words) or line.lemmas[mark + 1] not in role_heads():
        return None
    for first in (mark - 2, mark - 1):
        lemma = f"{' '.join(line.lower[first:mark])}'s {line.lemmas[mark + 1]}" if first >= 0 else ""
        noun = table().role_noun(lemma)
        if noun is not None:
            return first, noun
    return None


def _possessive_role(line: Line, i: int, last: int) -> Segment | None:
    """A role noun with a possessive mark in it at token `i`."""
    for mark in (i + 1, i + 2):
        if mark + 1 < last and line.labels.tags[mark] == "POS":
            found = fused(line, mark)
            if found is not None and found[0] == i:
                return Segment("role", i, mark + 2, role=found[1])
    return None


def _minister(line: Line, i: int, last: int) -> Segment | None:
    """A minister or a ministry by the noun before, of which no table has to know ("fisheries minister")."""
    if i + 1 < last and line.lemmas[i + 1] in _MINISTERS and _is_portfolio(line, i, i + 2):
        return _ministerial(line, i, i + 2, line.lower[i], line.lemmas[i + 1])
    return None


def _ministry(line: Line, i: int) -> Segment | None:
    """A minister or a ministry "of" or "for" a field ("the ministry for tourism and crafts")."""
    words = line.lower
    if line.lemmas[i] not in _MINISTERS or i + 1 >= len(words) or words[i + 1] not in ("of", "for"):
        return None
    first = i + 3 if words[i + 2 : i + 3] == ("the",) else i + 2
    end = first
    while end < min(len(words), first + _LONG) and _is_portfolio_word(line, end):
        end += 1
    while end > first and line.labels.tags[end - 1][:2] != "NN":
        end -= 1
    return _ministerial(line, i, end, " ".join(words[first:end]), line.lemmas[i]) if end > first else None


_MINISTERS = frozenset(["minister", "ministry"])
_LONG = 4
# Words before "minister" that tell no portfolio: of which kind, of which party.
_NO_PORTFOLIO = frozenset(
    "prime chief cabinet government state senior junior former deputy vice first union federal provincial regional "
    "shadow opposition coalition party caretaker interim acting another other labour labor key top such day time year "
    "week month case number kind line charge church god religion".split()
)
_PORTFOLIOS = {"foreign affairs": "foreign", "external relations": "foreign", "internal affairs": "interior"}
_PORTFOLIOS |= {"national defence": "defence", "national defense": "defense", "public health": "health"}


def _is_portfolio(line: Line, i: int, end: int) -> bool:
    """True for a noun before "minister": in small letters, or in capitals where the office is."""
    alike = line.words[i][:1].isupper() == line.words[end - 1][:1].isupper()
    return alike and line.labels.tags[i][:2] == "NN" and _is_portfolio_word(line, i)


def _is_portfolio_word(line: Line, i: int) -> bool:
    word, tag = line.words[i], line.labels.tags[i]
    if word.lower() == "and":
        return i + 1 < len(line.words) and line.labels.tags[i + 1][:2] == "NN" and _is_portfolio_word(line, i + 1)
    if word.lower() in _NO_PORTFOLIO or not (tag[:2] == "NN" or tag == "JJ") or not word.isalpha():
        return False
    named = any(n.first <= i < n.last and n.type in ("PER", "LOC") for n in line.labels.names)
    return not named and line.match(i) is None and table().states.state_at(line.words, i) is None


def _ministerial(line: Line, first: int, last: int, field: str, office: str) -> Segment:
    """The segment of an office by its field; "minister of foreign affairs" is a foreign minister."""
    lemma = f"{_PORTFOLIOS.get(field, field)} {office}"
    body = office == "ministry"
    noun = table().role_noun(lemma)
    other = RoleNoun(lemma, "body" if body else "person", ("GOV",), None, anonymous=False, office=not body)
    return Segment("role", first, last, role=noun or other)


def _organisation(line: Line, i: int, last: int) -> Segment | None:
    """A capitalised name of two words or more with a body's noun in it ("Vietnam Coast Guard")."""
    words, tags = line.words, line.labels.tags
    if not words[i][:1].isupper() or tags[i] == "DT" or (line.match(i) is None and _ministry(line, i)):
        return None
    end = i
    while end < last and words[end][:1].isupper() and tags[end] != "POS":
        end += 1
    if end == i:
        return None
    body = [k for k in range(i, end) if _is_body(words[k])]
    if not body or _has_person_role(line, i, end):
        return None
    named = end
    if body[-1] == end - 1 and end < len(words) and words[end] in ("of", "for"):
        end = _joined(line, end)
    if end - i < 2 or (end - i == 2 and words[i] in ("The", "This")):
        return None
    first = i + 1 if words[i] == "The" else i
    if end <= last and end == named and body[-1] != end - 1:
        end = body[-1] + 1
    return _told(line, Segment("org", first, end)) if end - first >= 2 else None


def _told(line: Line, segment: Segment) -> Segment:
    """An organisation with what the tables or the words of its name tell; a name that every state has for one of its
    own is a role ("the Supreme Court")."""
    match = line.match(segment.first)
    known = match.actor if match is not None and match.tokens == segment.last - segment.first else None
    entry = line.known(known)
    if entry is not None:
        return msgspec.structs.replace(segment, actor=known, country=entry.country, sectors=entry.sectors)
    noun = table().role_noun(" ".join(line.words[segment.first : segment.last]))
    if noun is not None and noun.number == "body":
        return Segment("role", segment.first, segment.last, role=noun)
    body = body_of(line, segment.first, segment.last)
    return msgspec.structs.replace(segment, country=body.country, sectors=body.sectors)


def _is_body(word: str) -> bool:
    return word.lower() in _role_nouns("body")


def _has_person_role(line: Line, first: int, last: int) -> bool:
    return any(word.lower() in _role_nouns("person") for word in line.words[first:last])


@cache
def _role_nouns(number: str) -> frozenset[str]:
    """The role nouns of that number."""
    return frozenset(lemma for lemma, noun in table().role_nouns.items() if noun.number == number)


def _joined(line: Line, end: int) -> int:
    """The end of a name that goes on with "of" or "for" and capitalised words, but not with a day."""
    words = line.words
    while (
        end + 1 < len(words) and words[end] in _JOINERS and (words[end + 1][:1].isupper() or words[end + 1] in _JOINERS)
    ):
        if words[end + 1] in WEEKDAYS:
            break
        after = end + 1
        while after < len(words) and (words[after][:1].isupper() or words[after] == "the"):
            after += 1
        if after == end + 1:
            break
        end = after
    return end
