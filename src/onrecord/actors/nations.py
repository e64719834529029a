"""Nations: whom a phrase tells by a state or a force before its noun: "[Israeli] strikes", "an [army] base", "two
Kazakh nationals"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.actors.found import Line, Phrase
from onrecord.actors.segments import Segment, table
from onrecord.knowledge import predicates
from onrecord.schema.labels import Chunk

ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "both", "all", "some"])
DEFINITE = frozenset(["the", "this", "that", "these", "those", "both"])

_CLITIC = re.compile(r" (['’]s?)(?=\s|$)")


def text_of(line: Line, first: int, last: int) -> str:
    """The words of a phrase as one string, clitics closed up."""
    return _CLITIC.sub(r"\1", " ".join(line.words[first:last])).lstrip('“"‘`, ')


# Adverbs that say how many there are, and belong to their phrase ("almost a dozen relatives").
_COUNTING = frozenset(
    "about almost approximately around at barely hardly just mainly more mostly nearly not only over roughly some "
    "up".split()
)
_STRAY = frozenset(["CC", "IN"])


def opening_of(line: Line, chunk: Chunk, head: int) -> int:
    """The token with which a phrase begins, behind what only stands before it: "[elsewhere] demonstrators", "[later] a
    partner", "[and] court lawyers"."""
    first, tags = chunk.first, line.labels.tags
    if first >= head or line.lower[first] in _COUNTING:
        return first
    adverb = tags[first] == "RB" and (tags[first + 1] == "DT" or first + 1 == head)
    return first + 1 if adverb or tags[first] in _STRAY else first


# What forces have and do: "an [army] base", "the [rebel] attack".
_OF_FORCES = frozenset(
    "ambush assault attack barracks base bastion camp checkpoint compound convoy crackdown depot headquarters "
    "helicopter hideout offensive operation outpost patrol position post raid shelling stronghold target "
    "vehicle".split()
)
_FORCES = frozenset(["army", "coalition", "government", "militant", "militia", "military", "navy", "police", "rebel"])


def holders_of_things(line: Line, chunk: Chunk, found: Sequence[Segment]) -> Iterator[Phrase]:
    """A force named before what it has or does, by a noun alone: "attacked an [army] base"."""
    lemmas = line.lemmas
    at = chunk.head - 1
    if lemmas[chunk.head] not in _OF_FORCES or at < chunk.first or lemmas[at] not in _FORCES:
        return
    noun = table().role_noun(lemmas[at])
    if noun is None or line.labels.tags[chunk.head][:3] == "NNP":
        return
    nation = next((s.country for s in found if s.country and s.last <= at), None)
    body = noun.number == "body"
    yield Phrase(
        line=line, chunk=chunk, first=at, last=at + 1, kind="organization" if body else "group", name=lemmas[at],
        role=noun.lemma, sectors=noun.sectors, country=nation, body=body, anonymous=noun.anonymous, plural=not body,
        how="role",
    )  # fmt: skip


def nation_of_deed(line: Line, chunk: Chunk, found: Sequence[Segment]) -> Iterator[Phrase]:
    """A state by the adjective before what it does or its forces use: "[Israeli] strikes", "a [Turkish] drone"."""
    nation = found[0] if len(found) == 1 and found[0].kind == "nation" else None
    entry = table().get(nation.country.lower()) if nation is not None and nation.country else None
    if nation is None or entry is None or nation.last > chunk.head or not _is_deed(line, chunk.head):
        return
    yield Phrase(
        line=line, chunk=chunk, first=nation.first, last=nation.last, kind=entry.kind, name=entry.name, known=entry.id,
        country=entry.country, body=True, how="metonym",
    )  # fmt: skip


# Deeds that may as well be done to whose they are: "the Iraqi invasion", "the Syrian war".
_OF_EITHER = frozenset(
    "war invasion intervention conflict genocide occupation sanction sanctions state trade insurgency uprising revolt "
    "civil_war crisis election settlement unrest violence death".split()
)


_OF_STATES = frozenset(
    "airspace border coast export good goods import product soil sovereignty steel territory waters".split()
)


@cache
def _deeds() -> frozenset[str]:
    """The nouns for what states do and for their arms."""
    lexicon = predicates.load()
    arms = lexicon.classes["weapon"] | lexicon.classes["vehicle"] | lexicon.classes["force"]
    last = {noun.rpartition(" ")[2] for noun in lexicon.nouns}
    return frozenset((last | arms | _OF_STATES) - _OF_EITHER - frozenset(table().role_nouns))


def _is_deed(line: Line, head: int) -> bool:
    return line.labels.tags[head] in ("NN", "NNS") and line.lemmas[head].lower() in _deeds()


def nationals(line: Line, chunk: Chunk, found: Sequence[Segment]) -> Iterator[Phrase]:
    """People of a state called by it alone ("three Ugandans", "a Briton"), or its nationals ("a Kazakh national")."""
    word, lead = line.words[chunk.head], line.words[chunk.first].lower()
    citizen = line.lemmas[chunk.head] == "national" and line.labels.tags[chunk.head] in ("NN", "NNS")
    nation = next((s for s in found if _tells_nation(s, chunk.head, citizen=citizen)), None)
    if nation is None or chunk.head != chunk.last - 1 or not (citizen or table().states.is_demonym(word)):
        return
    plural = word == "nationals" or (word.endswith(("s", "men", "women")) and not word.endswith(("ss", "is")))
    if not plural and lead not in ("a", "an") and not citizen:
        return
    first = chunk.first + 1 if lead in ARTICLES else chunk.first
    entry = line.known(nation.actor)
    yield Phrase(
        line=line, chunk=chunk, first=first, last=chunk.last, kind="group" if plural else "role",
        name=text_of(line, first, chunk.last), role="citizen", sectors=("CVL",),
        country=nation.country or (entry.country if entry else None), anonymous=True,
        definite=lead in DEFINITE, plural=plural, how="role",
    )  # fmt: skip


def _tells_nation(segment: Segment, head: int, *, citizen: bool) -> bool:
    """True for the nation that heads a phrase, or that stands before the "national" that does."""
    if citizen:
        return segment.last == head and (segment.kind == "nation" or segment.actor is not None)
    return segment.kind == "nation" and segment.first <= head < segment.last


def states_after_of(line: Line, chunk: Chunk) -> tuple[str, ...]:
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
