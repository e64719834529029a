"""What the actors stage finds, and the values that travel within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Any, Literal

import msgspec

from onrecord.knowledge import actors as tables
from onrecord.knowledge.actors import KnownActor, Match
from onrecord.knowledge.names import plain
from onrecord.knowledge.plover import NO_COUNTRY
from onrecord.schema.actor import Actor, ActorKind, Mention
from onrecord.schema.article import Credit
from onrecord.schema.labels import Argument, Chunk, NameType, Predicate, SentenceLabels
from onrecord.schema.token import Sentence

Gender = Literal["m", "f"]


_HALVES = frozenset(["House"])  # what is as often the end of a longer name ("the Texas House")
_JOINS = ("and", ",", "or")
PROPER = frozenset(["NNP", "NNPS"])
WEEKDAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
# What a state has and a division of one has not.
_OF_STATES = frozenset("minister ministry premier parliament army embassy ambassador consulate currency king".split())

_LONGEST = 6
_TELLING = frozenset(["told", "by", "with"])
_REPORTING = frozenset(["report", "say", "write", "quote", "cite"])

_WHERE = frozenset(
    "in at from near into across through outside toward towards around neighbouring neighboring nearby".split()
)


@cache
def role_heads() -> frozenset[str]:
    """The last words of all role nouns."""
    return frozenset(noun.rpartition(" ")[2] for noun in tables.load().role_nouns)


@lru_cache(maxsize=16384)
def _may_tell(word: str) -> bool:
    """False for a word with which no name of the tables begins."""
    table, bare = tables.load(), plain(word)
    return bare in table.names.longest or word in table.names.longest or table.states.opens(bare)


class ActorsFound(msgspec.Struct, frozen=True):
    """The mentions of an article in the order of the text, the actors for which they stand, and whom it credits."""

    mentions: tuple[Mention, ...]
    actors: dict[str, Actor]
    credits: tuple[Credit, ...] = ()


class Setting(msgspec.Struct, frozen=True, dict=True):
    """What an article tells about whom its names can mean: its day, and the words of its sentences."""

    on: date | None
    sentences: tuple[Sequence[str], ...]

    @cached_property
    def _known(self) -> dict[str, KnownActor | None]:
        return {}

    def known(self, actor: str) -> KnownActor | None:
        """The actor of the tables with that id, as it was on the day of the article."""
        if actor not in self._known:
            self._known[actor] = tables.load().get(actor, self.on)
        return self._known[actor]

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words of the article that begin with a capital letter."""
        return frozenset(word for words in self.sentences for word in words if word[:1].isupper())

    @cached_property
    def states(self) -> frozenset[str]:
        """The states of which the article tells by a sure name, an adjective or a seat of government."""
        return frozenset(self._telling.values())

    @cached_property
    def scenes(self) -> frozenset[str]:
        """The same without what is no state, as the bodies of many."""
        return self.states - NO_COUNTRY

    def states_without(self, *words: str) -> frozenset[str]:
        """The states of which the article tells by other names than those that begin with one of these words."""
        return frozenset(code for (first, _), code in self._telling.items() if first not in words)

    @cached_property
    def outlets(self) -> dict[str, str]:
        """The outlets that the article names by two words or more, by the last of these, where it is that of one."""
        found: dict[str, set[str]] = {}
        for words, i, match in self._names:
            entry = self.known(match.actor) if match is not None and match.tokens > 1 else None
            if match is not None and entry is not None and entry.kind == "outlet":
                found.setdefault(words[i + match.tokens - 1], set()).add(entry.id)
        return {word: next(iter(ids)) for word, ids in found.items() if len(ids) == 1}

    @cached_property
    def _telling(self) -> dict[tuple[str, str], str]:
        """The states by each word that tells of them."""
        states = tables.load().states
        found: dict[tuple[str, str], str] = {}
        for words, i, match in self._names:
            told = states.state_at(words, i)
            entry = self.known(match.actor) if match is not None else None
            code = told[0] if told else entry.country if entry else states.government_of(words[i])
            if code is not None:
                found[words[i], code] = code
        return found

    @cached_property
    def _names(self) -> list[tuple[Sequence[str], int, Match | None]]:
        """Each word with a capital that may tell something, with its sentence and what the tables have at it."""
        table = tables.load()
        return [
            (words, i, table.find(words, i, self.on))
            for words in self.sentences
            for i, word in enumerate(words)
            if word[:1].isupper() and _may_tell(word)
        ]


class Line(msgspec.Struct, frozen=True, dict=True):
    """A sentence with its labels. `number` counts the sentences of the article."""

    number: int
    sentence: Sentence
    labels: SentenceLabels
    words: Sequence[str]
    setting: Setting

    def named(self, first: int, last: int) -> NameType | None:
        """The type of the name that the tagger sees in just these tokens."""
        return self._names.get((first, last)) if self.labels.names else None

    @cached_property
    def _names(self) -> dict[tuple[int, int], NameType]:
        return {(n.first, n.last): n.type for n in self.labels.names}

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The lemmas in lower case."""
        return tuple([lemma.lower() for lemma in self.labels.lemmas])

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple([word.lower() for word in self.words])

    @cached_property
    def openings(self) -> frozenset[int]:
        """The tokens at which a name, a title, a nationality or a role noun of up to three words can begin."""
        heads = role_heads()
        names = [i for i, tag in enumerate(self.labels.tags) if tag in PROPER or self.words[i][:1].isupper()]
        roles = [i for i, lemma in enumerate(self.lemmas) if lemma.removeprefix("ex-") in heads]
        owned = [i - back for i in roles if i and self.labels.tags[i - 1] == "POS" for back in (2, 3)]
        return frozenset([*names, *roles, *[i - 1 for i in roles], *[i - 2 for i in roles], *owned])

    @cached_property
    def _chunks(self) -> dict[int, Chunk]:
        return {chunk.first: chunk for chunk in sorted(self.labels.chunks, key=lambda chunk: chunk.last)}

    def chunk_from(self, i: int) -> Chunk | None:
        """The longest noun phrase that begins at token `i`."""
        return self._chunks.get(i)

    @cached_property
    def subjects(self) -> tuple[Argument, ...]:
        """The subjects of the finite verbs, in the passive too."""
        finite = (predicate for predicate in self.labels.predicates if predicate.form == "finite")
        return tuple(one for predicate in finite for one in _subjects(predicate))

    @cached_property
    def ranks(self) -> dict[int, int]:
        """The heads of the subjects: 2 for those of main clauses, 1 for those of others."""
        found: dict[int, int] = {}
        for predicate in self.labels.predicates:
            if predicate.form == "finite":
                main = predicate.governor is None or predicate.relation == "coordinate"
                for head in (head for one in _subjects(predicate) for head in one.heads):
                    found[head] = max(found.get(head, 0), 2 if main else 1)
        return found

    @cached_property
    def cut(self) -> dict[tuple[int, int], list[Any]]:
        """The segments of stretches of tokens that were cut already."""
        return {}

    @cached_property
    def _matches(self) -> dict[int, Match | None]:
        return {}

    def match(self, i: int) -> Match | None:
        """The known name that starts at token `i`; one that is often something else only in an article that tells of
        its state ("Congress" beside "Washington")."""
        if i not in self._matches:
            self._matches[i] = self._match(i)
        return self._matches[i]

    def _match(self, i: int) -> Match | None:
        found = tables.load().find(self.words, i, self.setting.on, unsure=True)
        if found is None or found.tokens == 1:
            found = self._spelled(i) or self._with_article(i) or found
        if (own := self._named_outlet(i, found)) is not None:
            return own
        if found is None or found.sure:
            return found
        entry = self.known(found.actor)
        if entry is None or (self.words[i] in _HALVES and i > 0 and self.labels.tags[i - 1] in PROPER):
            return None
        if self.labels.tags[i] in PROPER and is_where(self, i) and self.named(i, i + found.tokens) == "LOC":
            return None
        if (entry.kind == "outlet" or entry.country == "NGO") and self._reports(i, i + found.tokens):
            return found
        near = entry.country in self.setting.states or (entry.kind == "country" and self._is_state(i, found.tokens))
        firm = "BUS" in entry.sectors and self.named(i, i + found.tokens) == "ORG"
        return found if near or firm or self._is_seat(i, found.tokens, entry) else None

    def _named_outlet(self, i: int, found: Match | None) -> Match | None:
        """The outlet of the article whose last word stands before a noun: "Times journalists" beside The New York
        Times."""
        last, tags = i + 1, self.labels.tags
        follows = last < len(tags) and tags[last] in ("NN", "NNS", "JJ")
        if not follows or (i and tags[i - 1] in PROPER) or (found is not None and found.tokens > 1):
            return None
        own = self.setting.outlets.get(self.words[i]) if self.words[i][:1].isupper() else None
        return Match(own, 1) if own is not None and tags[i] in PROPER else None

    def _with_article(self, i: int) -> Match | None:
        """An outlet whose name begins with "The", where the article writes "the" and the tagger sees a body's name, or
        a verb of reporting follows ("the Guardian")."""
        if not i or self.words[i - 1] != "the" or self.labels.tags[i] not in PROPER:
            return None
        found = tables.load().find(("The", *self.words[i : i + _LONGEST]), 0, self.setting.on, unsure=True)
        entry = self.known(found.actor) if found is not None else None
        if found is None or found.tokens == 1 or entry is None or entry.kind != "outlet":
            return None
        end = i + found.tokens - 1
        if not self._reports(i, end) and not self._is_told(i, end) and self.named(i, end) != "ORG":
            return None
        return msgspec.structs.replace(found, tokens=found.tokens - 1, sure=True)

    def _reports(self, first: int, end: int) -> bool:
        """True for a name that a verb of reporting follows, or "told" stands before."""
        follows = end < len(self.words) and self.lemmas[end] in _REPORTING
        return follows or (first > 0 and self.lower[first - 1] == "told")

    def _is_told(self, first: int, end: int) -> bool:
        """True for a name after "told the", "seen by the" that is all of its phrase and no nation's."""
        alone = end == len(self.words) or self.labels.tags[end][:2] not in ("NN", "PO")
        nation = tables.load().states.state_at(self.words, first)
        told = first > 1 and self.lower[first - 2] in _TELLING
        printed = first > 2 and self.lower[first - 2] == "in" and self.labels.tags[first - 3] == "VBN"
        return alone and nation is None and (told or printed)

    def _is_seat(self, i: int, tokens: int, entry: KnownActor) -> bool:
        """True for one word after "the" that no other body is called by ("the Rada", not "the Senate")."""
        the = i > 0 and self.lower[i - 1] == "the" and self.labels.tags[i] in PROPER
        body = entry.kind == "organization" and not {"LEG", "GOV"}.isdisjoint(entry.sectors)
        return the and tokens == 1 and body and self.lower[i] not in tables.load().role_nouns

    def _is_state(self, i: int, tokens: int) -> bool:
        """True where a name has what only states have ("Georgia's foreign ministry"), or stands beside a state in a
        list ("Turkey, Azerbaijan and Georgia")."""
        end = i + tokens
        if end < len(self.words) and self.labels.tags[end] == "POS":
            return not _OF_STATES.isdisjoint(self.lemmas[end + 1 : end + 4])
        return self._is_listed(i, tokens)

    def _is_listed(self, i: int, tokens: int) -> bool:
        table, words = tables.load(), self.words
        ends = [k for k in (i - 2, i - 3) if k >= 0 and words[i - 1] in _JOINS]
        starts = [i + tokens + 1] if i + tokens + 1 < len(words) and words[i + tokens] in _JOINS else []
        found = (table.find(words, k, self.setting.on) for k in (*ends, *starts))
        return any(self._is_sure(match) for match in found if match is not None)

    def _is_sure(self, match: Match) -> bool:
        entry = self.known(match.actor)
        return match.sure and entry is not None and entry.kind == "country"

    def _spelled(self, i: int) -> Match | None:
        """A person of the tables under another spelling of the name, where just these words are a person's name to the
        tagger; or an armed group."""
        body = tables.load().spelled_body(self.words, i) if len(self.words[i]) > 3 else None
        if body is not None:
            return body
        last = next((n.last for n in self.labels.names if n.type == "PER" and self._begins(n.first, i, n.last)), i)
        return tables.load().spelled(self.words[i:last], self.setting.on) if last - i > 1 else None

    def _begins(self, first: int, i: int, last: int) -> bool:
        """True for the first word of a name, after its titles."""
        titles = (tables.load().title(word) for word in self.words[first:i])
        return first <= i < last and (first == i or all(title is not None for title in titles))

    def known(self, actor: str | None) -> KnownActor | None:
        """The actor of the tables with that id, as it was on the day of the article."""
        return self.setting.known(actor) if actor else None


def is_where(line: Line, first: int) -> bool:
    """True for a name after a word that only a place has before it ("in", "the king of")."""
    before = line.lower[first - 1] if first else ""
    if before == "to":
        return not _GOING.isdisjoint(line.lemmas[max(0, first - 5) : first - 1])
    return before in _WHERE or (before == "of" and first > 1 and line.lemmas[first - 2] in _RULERS)


_GOING = frozenset(
    "fly go travel move return come flee drive sail walk send back way trip visit tour journey flight road airport "
    "escape deport extradite march train route ticket head".split()
)
_RULERS = frozenset(
    "king queen emir sultan prince princess president premier minister mayor governor city town village port capital "
    "state kingdom republic people government parliament army streets south north east west outside coast bishop "
    "university".split()
)


def _subjects(predicate: Predicate) -> Iterator[Argument]:
    """The subject of a verb: who acts, or before a passive verb whom it concerns."""
    if not predicate.passive:
        yield from (one for one in predicate.arguments if one.role == "ARG0")
    else:
        core = ("ARG1", "ARG2")
        yield from (one for one in predicate.arguments if one.role in core and one.last <= predicate.first)


class Owner(msgspec.Struct, frozen=True, gc=False):
    """Whose a role is: the state, the body (its id where the tables have it, `named` where any is told), the city, what
    sectors the body has, and the token where the words that tell it end."""

    country: str | None = None
    body: str | None = None
    named: bool = False
    place: str | None = None
    sectors: tuple[str, ...] = ()
    last: int = 0


NOBODY = Owner()


class Phrase(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A noun phrase that may stand for somebody, taken apart.

    `first` to `last` are the tokens of the mention (of a person with a title, the name alone); `name` are its words.
    `known` is the id of an actor of the tables. `role` is the role noun in or before it ("defense minister"),
    `sectors`, `country` and `gender` are what the phrase tells. `definite` is true for "the minister", `other` for one
    who is not the holder of the day ("a former minister"), `then` for "the then minister". `owner` is whose a role is.
    """

    line: Line
    chunk: Chunk
    first: int
    last: int
    kind: ActorKind | None
    name: str
    known: str | None = None
    role: str | None = None
    sectors: tuple[str, ...] = ()
    country: str | None = None
    gender: Gender | None = None
    body: bool = False
    office: bool = False
    anonymous: bool = False
    definite: bool = False
    plural: bool = False
    other: bool = False
    then: bool = False
    owner: Owner = NOBODY
    how: str = "name"

    @cached_property
    def subject(self) -> bool:
        """True where the mention heads the subject of a finite verb, or is apposed to it."""
        return any(self._heads(argument) for argument in self.line.subjects)

    def _heads(self, argument: Argument) -> bool:
        apposed = argument.first < self.first and self.last <= argument.last and self.line.words[self.first - 1] == ","
        return apposed or any(self.first <= head < self.last for head in argument.heads)

    @property
    def first_word(self) -> str:
        return self.line.words[self.first]

    @property
    def start(self) -> int:
        return self.line.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.line.sentence.tokens[self.last - 1].end
