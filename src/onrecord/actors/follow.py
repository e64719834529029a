"""Follow: the article from its first word to its last, each role noun, pronoun and group against who came before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from onrecord.actors import cataphora, groups, identity, nouns, pronouns, reciprocals, relatives
from onrecord.actors.asked import Asked
from onrecord.actors.cast import Cast
from onrecord.actors.discourse import Candidate, Seen, candidate, rank
from onrecord.actors.found import Gender, Line
from onrecord.actors.groups import Group
from onrecord.actors.identity import Resolved
from onrecord.actors.owners import is_general
from onrecord.actors.speech import Speech
from onrecord.knowledge import actors as tables
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.span import Span

_OPEN = ("role", "apposition")
_BODIES = ("organization", "outlet", "group")
_OFFICES = frozenset(["office", "team", "staff", "delegation", "entourage"])


class Followed(msgspec.Struct, frozen=True):
    """The phrases with their actors, the mentions that pronouns and groups make, and the actors of these."""

    rows: tuple[Resolved, ...]
    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]


def follow(text: str, lines: Sequence[Line], rows: Sequence[Resolved], named: Cast, speech: Speech) -> Followed:
    """The rows, those resolved that point back, and the mentions of pronouns and groups."""
    reader = _Reader(text, lines, rows, named, speech)
    by_line = {number: tuple(group) for number, group in groupby(rows, lambda row: row.phrase.line.number)}
    for line in lines:
        reader.read(line, by_line.get(line.number, ()))
    reader.speak(lines)
    return Followed(tuple(reader.rows), tuple(reader.mentions), reader.actors)


class _Reader:
    """Reads sentence after sentence and remembers who was mentioned."""

    def __init__(self, text: str, lines: Sequence[Line], rows: Sequence[Resolved], named: Cast, speech: Speech) -> None:
        self.rows: list[Resolved] = []
        self.mentions: list[Mention] = []
        self.actors = identity.described(rows)
        self._text = text
        self._seen = Seen(lines)
        self._named = named
        self._speech = speech
        self._genders: dict[str, Gender] = {row.id: gender for row in rows if (gender := _gender(row))}
        self._leanings = {row.id: gender for row in rows if row.id not in self._genders and (gender := _leaning(row))}
        self._speakers = speech.speakers([(row.phrase.start, row.phrase.end, row.id) for row in rows if _speaks(row)])

    def read(self, line: Line, rows: Sequence[Resolved]) -> None:
        """The next sentence: its groups, its pronouns, its role nouns and names, in the order of their first words."""
        items: list[tuple[int, int, Group | range | int | Resolved]] = [
            *((group.first, 0, group) for group in (*groups.groups(line), *groups.former_or_latter(line))),
            *((words.start, 0, words) for words in self._families(line)),
            *((words.start, 1, words) for words in (*nouns.states(line), *nouns.persons(line))),
            *((words.start, 1, words) for words in reciprocals.tokens(line)),
            *((token, 1, token) for token in (*pronouns.tokens(line), *relatives.tokens(line))),
            *((row.phrase.first, 1 + row.phrase.last, row) for row in rows),
        ]
        done: set[int] = set()
        before = len(self.mentions)
        for _, _, item in sorted(items, key=_order):
            if isinstance(item, Resolved):
                if item.phrase.chunk.head not in done:
                    self._row(line, item)
            elif isinstance(item, int):
                if not cataphora.is_ahead(line, item):
                    self._mention(line, range(item, item + 1), self._antecedents(line, item), "pronoun")
            elif isinstance(item, range):
                self._noun(line, item)
            else:
                words = range(item.first, item.last)
                if self._mention(line, words, self._members(line, item), "group"):
                    done.update(words)
        told = {mention.start for mention in self.mentions[before:]}
        open_ = (item for _, _, item in items if isinstance(item, int))
        self._later(line, [token for token in open_ if line.sentence.tokens[token].start not in told])

    def _later(self, line: Line, tokens: Sequence[int]) -> None:
        """The pronouns that stand for nobody before them, now that all of the sentence is known."""
        for token in tokens:
            found = cataphora.ahead(self._asked(line, token), self._seen)
            if found is not None:
                self._say(line.sentence.slice(token, token + 1), found.id, "pronoun")
            elif cataphora.is_ahead(line, token):
                self._mention(line, range(token, token + 1), self._antecedents(line, token), "pronoun")

    def _noun(self, line: Line, words: range) -> None:
        """The mention that "the country", "the man", "the Haidaris" or "each other" is."""
        if line.lower[words.start] != "the":
            self._mention(line, words, reciprocals.antecedents(line, words.start, self._seen), "group")
            return
        kin = self._family(line, words)
        of_state = line.lower[words.stop - 1] in nouns.STATES
        found = None if kin else (nouns.state if of_state else nouns.person)(line, words.start, self._seen)
        self._mention(line, words, kin or ((found,) if found else ()), "group" if kin else "noun")

    def _families(self, line: Line) -> Iterator[range]:
        """The tokens of "the Haidaris"."""
        for i, word in enumerate(line.words):
            plural = i > 0 and line.lower[i - 1] == "the" and word[:1].isupper() and word.endswith("s")
            if plural and len(self._named.bearers(word[:-1])) > 1 and not self._named.bearers(word):
                yield range(i - 1, i + 1)

    def _family(self, line: Line, words: range) -> tuple[Candidate, ...]:
        """Those of a family who were named before, one candidate each."""
        last = line.words[words.stop - 1]
        ids = {p.id for p in self._named.family(last[:-1])} if last[:1].isupper() else set()
        before = [c for number in range(line.number) for c in self._seen.on(number) if c.ids and c.id in ids]
        found = groups.distinct([c for c in before if len(c.ids) == 1])
        return found if len(found) > 1 else ()

    def speak(self, lines: Sequence[Line]) -> None:
        """The first persons in speech, now that all who speak are known."""
        told = [(row.phrase.start, row.phrase.end, row.id) for row in self.rows if _speaks(row)]
        told += [(m.start, m.end, m.actor) for m in self.mentions if m.actor and m.kind in ("person", "role")]
        speakers = self._speech.speakers(sorted(told))
        for line in lines if speakers else ():
            for token in pronouns.first_persons(line):
                span = line.sentence.slice(token, token + 1)
                number = self._speech.at(span.start)
                id_ = speakers.get(number) if number is not None else None
                if id_ is not None:
                    self._say(span, id_, "speaker")

    def _say(self, span: Span, id_: str, how: str) -> None:
        kind = self.actors[id_].kind
        text = span.cut(self._text)
        self.mentions.append(Mention(start=span.start, end=span.end, text=text, kind=kind, actor=id_, how=how))

    def _row(self, line: Line, row: Resolved) -> None:
        row = self._back(self._owned(line, row))
        old = self.actors.get(row.id)
        self.actors[row.id] = identity.merged(old, row.actor) if old else row.actor
        self.rows.append(row)
        self._seen.add(candidate(row, self.actors[row.id], quoted=self._speech.covers(row.phrase.start)))

    def _owned(self, line: Line, row: Resolved) -> Resolved:
        """The row resolved anew where it opens with a possessor that only the article knows ("her ministry")."""
        phrase = row.phrase
        if phrase.how not in _OPEN:
            return row
        before = [
            c for c in self._seen.on(line.number) if c.first == phrase.chunk.first and c.last <= phrase.chunk.head
        ]
        owner = self.actors.get(before[-1].id) if before and len(before[-1].ids) == 1 else None
        if owner is None or phrase.role == "counterpart":
            return self._counterpart(row, before[-1]) if owner is not None else row
        body = owner.kind in _BODIES and not phrase.body and is_general(phrase.role)
        office = phrase.body and phrase.role in _OFFICES and not phrase.sectors
        if phrase.role == "ministry" and (owner_role := before[-1].role or "").endswith(" minister") and owner.country:
            told = msgspec.structs.replace(phrase, role=owner_role.removesuffix("er") + "ry", country=owner.country)
            return identity.resolve(told, self._named) or row
        guessed = phrase.country == self._named.home and owner.kind in _BODIES and not phrase.body
        if phrase.country is not None and not (body or office or guessed):
            return row
        sectors = owner.sectors if (body or office) and owner.sectors else phrase.sectors
        old = self.actors.get(row.id)
        if old is not None and phrase.how == "apposition":
            country = owner.country if owner.country and old.country in (None, self._named.home) else old.country
            told_of = sectors if sectors != phrase.sectors else old.sectors
            self.actors[row.id] = msgspec.structs.replace(old, country=country, sectors=told_of)
        told = msgspec.structs.replace(phrase, country=owner.country or phrase.country, sectors=sectors)
        return identity.resolve(told, self._named) or row

    def _counterpart(self, row: Resolved, owner: Candidate) -> Resolved:
        """ "His Chinese counterpart": of the same office as he, and another, whom "his counterpart" does not tell."""
        phrase = row.phrase
        told = msgspec.structs.replace(
            phrase, role=owner.role or phrase.role, sectors=phrase.sectors or owner.sectors,
            definite=phrase.country is not None, office=phrase.country is not None and owner.role is not None,
        )  # fmt: skip
        return identity.resolve(told, self._named) or row

    def _back(self, row: Resolved) -> Resolved:
        """The row with the earlier mention to which it points, if it points to one."""
        guessed = row.how == "dateline"
        phrase = msgspec.structs.replace(row.phrase, country=None) if guessed else row.phrase
        same = nouns.of_same_state(phrase, self._seen) if phrase.how == "role" and phrase.definite else None
        if same is not None and same.id != row.id and same.kind == "organization":
            return Resolved(phrase, same.id, "noun", self.actors[same.id])
        open_ = row.actor.local or guessed
        if phrase.how != "role" or not open_ or not phrase.definite or phrase.plural or phrase.other or phrase.then:
            return row
        scene = nouns.scene(phrase.line) if identity.is_own(phrase) else None
        found = nouns.back(phrase, self._seen) if scene is None else None
        if found is not None:
            return Resolved(phrase, found.id, "noun", self.actors[found.id])
        country = scene or nouns.sender(phrase, self._seen)
        if country is None and identity.is_own(phrase):
            country = nouns.state_acting(phrase, self._seen, self._named.home)
        if country is None:
            return row
        return identity.resolve(msgspec.structs.replace(phrase, country=country), self._named) or row

    def _members(self, line: Line, group: Group) -> tuple[Candidate, ...]:
        found = groups.members(group, line, self._seen)
        which = line.words[group.last - 1].lower()
        if which not in ("former", "latter") or len(found) != group.count:
            return found if which not in ("former", "latter") else ()
        return found[:1] if which == "former" else found[1:]

    def _antecedents(self, line: Line, token: int) -> tuple[Candidate, ...]:
        if line.labels.tags[token][0] == "W":
            relative = relatives.antecedent(line, token, self._seen)
            return (relative,) if relative is not None else ()
        return pronouns.antecedents(self._asked(line, token), self._seen)

    def _asked(self, line: Line, token: int) -> Asked:
        number = self._speech.at(line.sentence.tokens[token].start)
        by = self._speakers.get(number) if number is not None else None
        return Asked(line, token, self._genders, self._leanings, by, number is not None)

    def _mention(self, line: Line, words: range, found: Sequence[Candidate], how: str) -> bool:
        """The mentions of those for whom words stand, one each, and the candidate that they are together."""
        if not found:
            return False
        span = line.sentence.slice(words.start, words.stop)
        ids = tuple(dict.fromkeys(id_ for one in found for id_ in one.ids))
        for id_ in ids:
            self.actors.setdefault(id_, self.actors.get(id_) or identity.known(line, id_))
            self._say(span, id_, how)
        gender = pronouns.gender(line, words.start) if how == "pronoun" and len(ids) == 1 else None
        if gender is not None and found[0].kind == "person":
            self._genders.setdefault(ids[0], gender)
        self._seen.add(_together(found, ids, line, words, quoted=self._speech.covers(span.start)))
        return True


def _order(item: tuple[int, int, object]) -> tuple[int, int]:
    return item[:2]


def _gender(row: Resolved) -> Gender | None:
    entry = row.phrase.line.known(row.id)
    return entry.gender if entry is not None and entry.gender else row.phrase.gender


def _leaning(row: Resolved) -> Gender | None:
    """The likely gender of a person named in full whose given name no table has."""
    words = row.actor.name.split() if row.actor.kind == "person" else ()
    return tables.load().given_names.likely(words[0]) if len(words) > 1 else None


def _speaks(row: Resolved) -> bool:
    return row.actor.kind in ("person", "role") and not row.phrase.plural


def _together(found: Sequence[Candidate], ids: tuple[str, ...], line: Line, words: range, *, quoted: bool) -> Candidate:
    """The candidate that a pronoun or a group is."""
    one = found[0]
    several = len(ids) > 1
    return Candidate(
        ids=ids,
        kind=one.kind,
        line=line.number,
        first=words.start,
        last=words.stop,
        head=words.stop - 1,
        rank=rank(line, words.start, words.stop),
        gender=None if several else one.gender,
        plural=several or one.plural,
        count=len(ids) if several else one.count,
        role=None if several else one.role,
        country=one.country,
        sectors=one.sectors,
        local=one.local,
        quoted=quoted,
    )
