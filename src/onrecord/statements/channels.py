"""Channels: how a thing was said, from the words around the cue ("in a statement", "on X", "told a briefing")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.knowledge.cues import CueTable
from onrecord.schema.actor import Actor
from onrecord.schema.span import Span, Spans
from onrecord.statements import lexis
from onrecord.statements.attribution import Attribution
from onrecord.statements.line import Line

_PREPOSITIONS = frozenset(["in", "at", "on", "by", "during", "via", "through", "over", "from"])
_NOMINAL = frozenset(["DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "VBG", "POS", "CD"])
_REACH = 7
# The last words of names of bodies that are told things, and no outlets.
_NO_OUTLETS = frozenset(
    """airlines airways army assembly association authority bank board bureau church club college commission committee
    commons conference congress consulate corp corporation council court embassy energy federation foundation forum
    front fund group holdings hospital house inc inquiry institute league lords ltd ministry mission motors movement oil
    parliament party police project school senate society steel summit trust tribunal union university""".split()
)
# A single letter is the network only where it is written as a capital.
_LETTER_NAMES = frozenset(["x"])


def channel(
    line: Line, said: Attribution, listeners: Iterable[Actor], table: CueTable, around: Spans | None = None
) -> str | None:
    """The channel of an attribution; None where its sentence names none.

    An outlet that was told is the channel; so is a document that speaks ("the leaflet read"). `around` are the words of
    another within which it was said, if there is one.
    """
    outlet = next((actor.name for actor in listeners if is_outlet(actor)), None)
    return outlet or _heard(line, said, table) or _written(line, said, table) or _around(line, said, table, around)


def is_outlet(actor: Actor) -> bool:
    """True for a newspaper, an agency or a station."""
    return actor.kind == "outlet" or (actor.kind == "organization" and "JRN" in actor.sectors)


def is_told_outlet(actor: Actor) -> bool:
    """True for an outlet, and for a body of which nothing is known but its name: whoever is told something and has a
    name that no table knows is most often a paper or a station."""
    unknown = actor.kind == "organization" and not (actor.local or actor.sectors or actor.country or actor.wikidata)
    return is_outlet(actor) or (unknown and actor.name.rpartition(" ")[2].lower() not in _NO_OUTLETS)


def _heard(line: Line, said: Attribution, table: CueTable) -> str | None:
    """What was told is what the listener sits in: a briefing, a court."""
    chunk = line.chunk_of[at] if said.listener and (at := line.at(said.listener.start)) is not None else None
    return _name(line, chunk.head, table.channels) if chunk else None


def _written(line: Line, said: Attribution, table: CueTable) -> str | None:
    """The document that is the source by its words."""
    for span in said.source[:1]:
        at = line.at(span.start)
        chunk = line.chunk_of[at] if at is not None else None
        if chunk and line.tags[chunk.head][:3] != "NNP" and table.sources.get(line.lemmas[chunk.head]) == "document":
            return _name(line, chunk.head, table.channels) or line.lemmas[chunk.head]
    return None


def _around(line: Line, said: Attribution, table: CueTable, around: Spans | None) -> str | None:
    """A channel after a preposition, outside what is said."""
    for i in range(line.end - 1):
        if line.words[i] not in _PREPOSITIONS or _in(said.content, line.starts[i]):
            continue
        if around is not None and not _in(around, line.starts[i]):
            continue
        name = _after_preposition(line, i, table)
        if name:
            return name
    return None


def _after_preposition(line: Line, at: int, table: CueTable) -> str | None:
    """The channel that is the last noun of the few words after a preposition."""
    found = None
    for i in range(at + 1, min(line.end, at + _REACH)):
        if line.tags[i] not in _NOMINAL or (found is not None and lexis.is_time(line, i)):
            break
        found = _name(line, i, table.channels)
    return found


def _in(spans: Iterable[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _name(line: Line, head: int, channels: Mapping[tuple[str, ...], str]) -> str | None:
    if line.words[head] in _LETTER_NAMES and not line.sentence.tokens[head].text.isupper():
        return None
    last, before = (line.lemmas[head], line.words[head]), line.lemmas[head - 1]
    names = [channels.get((before, word)) for word in last] + [channels.get((word,)) for word in last]
    return next((name for name in names if name), None)
