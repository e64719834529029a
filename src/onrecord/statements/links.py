"""Links: the outlets through which a thing was said: "in an interview with a daily", "a letter seen by an agency"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.knowledge import cues
from onrecord.knowledge.cues import CueTable
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.labels import Chunk
from onrecord.schema.span import Span, Spans
from onrecord.statements.attribution import Attribution
from onrecord.statements.channels import is_outlet, is_told_outlet
from onrecord.statements.grammar import sources
from onrecord.statements.line import Line

# What is done by outlets, so that a name that no table has is one. Letters are sent to anybody.
_FOR_OUTLETS = frozenset(["interview", "seen", "obtained", "viewed", "reviewed", "aired", "broadcast", "televised"])
# Where a statement stands, and nobody who passes it on.
_SITES = frozenset(["website", "site", "page", "homepage"])
_REACH = 5  # tokens: "published [late on Monday] by"


def linked(
    line: Line,
    number: int,
    said: Sequence[Attribution],
    holders: Sequence[int | None],
    mentions: Sequence[Mention],
    actors: Mapping[str, Actor],
    table: CueTable,
) -> tuple[str, ...]:
    """The outlets through which the attribution `number` was said, by the words of its sentence, `line`."""
    return tuple(
        actor
        for actor, at in _outlets(line, mentions, actors, table)
        if number in _spoken_through(line, line.starts[at], said, holders)
    )


def _outlets(
    line: Line, mentions: Sequence[Mention], actors: Mapping[str, Actor], table: CueTable
) -> Iterator[tuple[str, int]]:
    """The outlets of a sentence that stand between, and the token of the words that say so."""
    for mention in mentions:
        actor = actors.get(mention.actor or "")
        at = line.at(mention.start)
        if mention.actor is None or actor is None or at is None or not is_told_outlet(actor):
            continue
        chunk = line.chunk_of[at]
        if chunk is not None and line.lemmas[chunk.head] in _SITES:
            continue
        first = chunk.first if chunk else at
        word = _link(line, first, table)
        station = mention.how != "role" and (chunk is None or _is_station(line, mention, chunk))
        on_air = word is None and station and _is_on_air(line, first, actor)
        word = first - 1 if on_air else word
        word = _seen(line, chunk.last, table) if word is None and chunk is not None else word
        word = _read(line, chunk.last, table) if word is None and chunk is not None else word
        word = chunk.head if word is None and chunk is not None and _is_interview(line, at, chunk) else word
        if word is not None and (is_outlet(actor) or line.words[word] in _FOR_OUTLETS):
            yield mention.actor, word


def _link(line: Line, first: int, table: CueTable) -> int | None:
    """The word before the preposition before a noun phrase that makes it a link."""
    preposition = line.words[first - 1]
    for i in range(first - 2, max(-1, first - 2 - _REACH), -1):
        links = {*table.links.get(line.words[i], ()), *table.links.get(line.lemmas[i], ())}
        if any(_is_link(line, i, first, one.kind) and preposition in one.prepositions for one in links):
            return i
        if line.is_finite(i) or line.words[i] in (",", ";", ":"):
            break
    return None


def _is_station(line: Line, mention: Mention, chunk: Chunk) -> bool:
    """True where a name is what the phrase is about: not "comment on [a Kyodo report]"."""
    head = line.starts[chunk.head]
    return mention.start <= head < mention.end or line.lemmas[chunk.head] not in cues.load().nouns


def _read(line: Line, at: int, table: CueTable) -> int | None:
    """The verb right behind an outlet that has seen in what somebody speaks: "the daily has [seen] emails in which"."""
    verb = line.verb_of.get(at)
    if verb is None or verb.first != at or verb.passive or verb.negated or verb.form != "finite":
        return None
    text = line.chunk_of[verb.last]
    form = "seen" if line.lemmas[verb.head] == "see" else line.words[verb.head]
    shown = any("by" in one.prepositions for one in table.links.get(form, ()))
    return verb.head if shown and text is not None and _opens_within(line, text.last) else None


def _opens_within(line: Line, at: int) -> bool:
    """True for ", in which": the words of a text."""
    return line.words[at + (line.words[at] == ",") :][:2] == ("in", "which")


def _is_on_air(line: Line, first: int, actor: Actor) -> bool:
    """True for "said [on Sky News]", "[On state television], she said"; not for "said on its website"."""
    follows = first == 1 or line.words[first - 2] == "," or first - 2 in line.verb_of
    return follows and line.words[first - 1] == "on" and is_outlet(actor) and line.tags[first] != "PRP$"


def _seen(line: Line, at: int, table: CueTable) -> int | None:
    """The verb right behind an outlet that has something before it: "a letter [that] the daily has [seen]"."""
    verb = line.verb_of.get(at)
    if verb is None or verb.passive or verb.negated or verb.relation != "relative":
        return None
    form = "seen" if line.lemmas[verb.head] == "see" else line.words[verb.head]
    return verb.head if any("by" in one.prepositions for one in table.links.get(form, ())) else None


def _is_interview(line: Line, at: int, chunk: Chunk) -> bool:
    """True for an outlet before the noun for a talk with it: "in a recent [CNN] interview"."""
    before = line.words[chunk.first - 1]
    return at < chunk.head and line.lemmas[chunk.head] == "interview" and before in ("in", "during")


def _is_link(line: Line, i: int, first: int, kind: str) -> bool:
    if kind == "participle":
        return line.tags[i] in ("VBN", "VBD")
    near = i == first - 2
    return near and (line.tags[i][:2] == "NN" if kind == "noun" else line.tags[i][:2] == "VB")


def _spoken_through(
    line: Line, offset: int, said: Sequence[Attribution], holders: Sequence[int | None]
) -> frozenset[int]:
    """The attributions of a sentence that the words at `offset` concern: those whose source the words belong to; else
    the nearest of those on a level with them, and who speaks on with the same source."""
    near = [i for i, one in enumerate(said) if one.sentence == line.number]
    owners = [i for i in near if _holds(said[i].source, offset)]
    if owners:
        return frozenset(owners)
    level = [
        i
        for i in near
        if not _holds(said[i].content, offset)
        and said[i].cue[0].start != offset
        and _is_around(said, holders[i], offset)
        and _is_one_clause(line, [said[i], *_before(said, near, i, offset)], offset)
    ]
    best = min(level, key=lambda i: abs(said[i].cue[0].start - offset), default=None)
    return frozenset(i for i in level if best is not None and said[i].source == said[best].source)


def _before(said: Sequence[Attribution], near: Sequence[int], number: int, offset: int) -> list[Attribution]:
    """What the same source says between the words at `offset`, which stand ahead, and an attribution: "In a letter seen
    by the daily, the dean [urged P] and warned that Q"."""
    one = said[number]
    same = (said[i] for i in near if said[i].source == one.source)
    return [other for other in same if offset < other.cue[0].start < one.cue[0].start]


def _is_one_clause(line: Line, same: Sequence[Attribution], offset: int) -> bool:
    """True where no other verb stands between the cue of the first and the words at `offset`, but in what is said and
    where the same source says more."""
    ends = sorted((same[0].cue[0].start, offset))
    between = (i for i in line.inside(Span(*ends)) if line.opens_verb(i) and sources.is_main_verb(line, i))
    own = [Span(offset, offset + 1), *(span for one in same for span in (*one.cue, *one.content, *one.source))]
    return all(any(s.start <= line.starts[i] < s.end for s in own) or _is_of(line, i, offset) for i in between)


def _is_of(line: Line, i: int, offset: int) -> bool:
    """True where the verb group that opens at `i` holds the word at `offset`: "a copy of which [was obtained] by"."""
    group = line.verb_of.get(i)
    return group is not None and line.starts[group.head] == offset


def _is_around(said: Sequence[Attribution], holder: int | None, offset: int) -> bool:
    return holder is None or _holds(said[holder].content, offset)


def _holds(spans: Spans, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)
