"""Speakers: which actors the words of a source stand for, and whether anybody is named by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.knowledge.cues import CueTable
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.span import Span, Spans
from onrecord.schema.statement import Source
from onrecord.statements.line import Line

_EMBEDDING = frozenset(
    ["of", "for", "in", "at", "from", "to", "by", "with", "on", "near", "under", "against", "between"]
)
_QUANTITIES = frozenset(
    """some many most several few dozens hundreds thousands majority number half third quarter percent one two three
    all both none any each""".split()
)
_OUTLETS = frozenset(["television", "tv", "radio", "news", "newspaper", "magazine", "channel", "agency"])
_DEFINITE = frozenset(["the", "his", "her", "its", "their", "this", "that", "our", "my"])
_ISSUED = frozenset(["by", "from"])
_PRINTED = frozenset(["in", "on"])
_UNNAMED = frozenset(["role", "group"])
_PRONOUNS = ("PRP", "WP", "WDT", "DT")


def source(
    line: Line, spans: Spans, mentions: Sequence[Mention], actors: Mapping[str, Actor], table: CueTable
) -> Source:
    """Who speaks, from the words for the source in their sentence and the mentions of actors in them."""
    if not spans:
        return Source(anonymous=True)
    ids = actors_of(line, spans, mentions, actors) or _issuers(line, spans, mentions, table)
    known = [actors[i] for i in ids if i in actors]
    named = any(not actor.local for actor in known)
    unnamed = _is_anonymous(line, spans, table) or (_is_pronoun(line, spans) and any(a.kind in _UNNAMED for a in known))
    return Source(spans=spans, actors=ids, anonymous=not named and unnamed)


def _is_pronoun(line: Line, spans: Spans) -> bool:
    at = line.at(spans[0].start)
    return len(spans) == 1 and at is not None and line.tags[at] == "PRP" and line.after(spans[0].end) == at + 1


def actors_of(
    line: Line, spans: Iterable[Span], mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> tuple[str, ...]:
    """The actors that the words name: the persons among them, else those whom the heads of the phrases name."""
    spans = tuple(spans)
    inside = [m for m in mentions if m.actor and any(m.start < span.end and span.start < m.end for span in spans)]
    tokens = _heads(line, spans)
    heads = [line.starts[i] for i in tokens]
    chosen = [
        m for head in heads for m in _all_of(_best([m for m in inside if m.start <= head < m.end], actors), inside)
    ]
    named = [m for m in chosen if m.kind in ("outlet", "person")]
    if named and len(heads) > 1 and _are_joined(line, tokens):
        named = [m for m in chosen if m in named or m.kind in ("organization", "country")]
    chosen = chosen or _called_outlet(line, inside, tokens)
    persons = named or [m for m in inside if m.kind == "person" and not _is_embedded(line, m)]
    return tuple(dict.fromkeys(m.actor for m in persons or chosen or _opening(line, spans, inside) if m.actor))


def _are_joined(line: Line, heads: Sequence[int]) -> bool:
    """True where "and" stands between two heads: "[the mayor] and [the ministry]"."""
    return any(line.words[i] in ("and", "&") for i in range(min(heads), max(heads)))


def _all_of(best: Mention | None, inside: Sequence[Mention]) -> list[Mention]:
    """The mention, with the others for whom the same words stand ("[both] said", "[the Polish and Czech premiers]")."""
    if best is None:
        return []
    return [best, *(m for m in inside if (m.start, m.end, m.how) == (best.start, best.end, best.how) and m != best)]


def _called_outlet(line: Line, inside: Sequence[Mention], heads: Sequence[int]) -> list[Mention]:
    """The names right before a noun for an outlet: "[Al Jadeed] television"."""
    nouns = [i for i in heads if line.words[i] in _OUTLETS and i]
    ends = {line.sentence.tokens[i - 1].end for i in nouns}
    return [m for m in inside if m.end in ends and m.kind in ("organization", "outlet")]


def _best(covering: Sequence[Mention], actors: Mapping[str, Actor]) -> Mention | None:
    """Of the mentions at one word that which tells the most: an outlet, a person, one known beyond the article."""

    def told(mention: Mention) -> tuple[bool, bool, bool, int]:
        actor = actors.get(mention.actor or "")
        known = actor is not None and not actor.local
        return mention.kind == "outlet" and known, mention.kind == "person", known, mention.end - mention.start

    return max(covering, key=told, default=None)


def _opening(line: Line, spans: Spans, inside: Sequence[Mention]) -> list[Mention]:
    """The mention with which a name begins that is longer than it: "[Folha] de S.Paulo"."""
    at = line.at(spans[0].start) if spans else None
    chunk = line.chunk_of[at] if at is not None else None
    if chunk is None:
        return []
    first = chunk.first + (line.tags[chunk.first] == "DT")
    is_name = all(line.tags[i][:3] == "NNP" for i in range(first, chunk.last))
    return [m for m in inside if is_name and m.start == line.starts[first]][:1]


def _heads(line: Line, spans: Iterable[Span]) -> list[int]:
    """The head tokens of the first noun phrase of each span and of those joined to it by "and"; of a quantity ("two of
    its reporters") that of what is counted."""
    heads: list[int] = []
    for span in spans:
        at = line.at(span.start)
        while at is not None and at < line.end and line.sentence.tokens[at].start < span.end:
            chunk = line.chunk_of[at]
            if chunk is None:
                heads += [at] if line.tags[at] in _PRONOUNS or line.tags[at][:2] == "NN" else []
                at += 1
            else:
                heads.append(chunk.head)
                at = chunk.last
            if not _joins(line, at, heads):
                break
            at = at + 1 if heads else at
    return heads


def _joins(line: Line, at: int, heads: list[int]) -> bool:
    """True where the phrase goes on with "and", with what a quantity counts, or has not begun yet."""
    if not heads:
        return True
    if line.words[at] == "of" and (line.tags[heads[-1]] == "CD" or line.words[heads[-1]] in _QUANTITIES):
        heads.pop()
        return True
    return line.words[at] in ("and", "&")


def _is_embedded(line: Line, mention: Mention) -> bool:
    """True for a name that only describes the head: after a preposition, or a possessor."""
    at = line.at(mention.start)
    if at is None:
        return True
    if line.tags[at] == "PRP$":
        return True
    chunk = line.chunk_of[at]
    first = chunk.first if chunk else at
    after = line.at(mention.end) or line.after(mention.end)
    return line.words[first - 1] in _EMBEDDING or (after is not None and line.tags[after] == "POS")


def _is_anonymous(line: Line, spans: Spans, table: CueTable) -> bool:
    """True where the words name neither a person nor a body: by their heads."""
    heads = [head for head in _heads(line, spans) if line.tags[head] not in ("WP", "WDT")]
    if any(_is_text(line, head, table) for head in heads):
        return not any(_issuer(line, span, table) for span in spans)
    return bool(heads) and not any(_names(line, head, table) for head in heads)


def _is_text(line: Line, head: int, table: CueTable) -> bool:
    """True for the noun for a document, or for what somebody said."""
    lemma = line.lemmas[head]
    return table.sources.get(lemma) == "document" or (lemma in table.nouns and lemma not in table.sources)


def _issuer(line: Line, span: Span, table: CueTable) -> bool:
    """True where the words for a document name whose it is: "the ministry's report", "a leaflet its nurses wrote", "a
    report by the ministry"."""
    by = _by(line, span)
    named = any(line.tags[i][:3] in ("NNP", "POS", "PRP") for i in line.inside(span))
    return named or (by is not None and _names(line, by, table))


def _by(line: Line, span: Span) -> int | None:
    """The head of the phrase behind a "by" or a "from" that follows the noun for a document."""
    at = line.at(span.start)
    chunk = line.chunk_of[at] if at is not None else None
    if chunk is None or line.words[chunk.last] not in _ISSUED or line.starts[chunk.last] >= span.end:
        return None
    issuer = line.chunk_of[chunk.last + 1]
    return issuer.head if issuer is not None else None


def _issuers(line: Line, spans: Spans, mentions: Sequence[Mention], table: CueTable) -> tuple[str, ...]:
    """Whose a document is that speaks: "[the ministry]'s report", "a [UN] report", "a report by [the ministry]"."""
    found: list[str] = []
    for span in spans[:1]:
        at = line.at(span.start)
        chunk = line.chunk_of[at] if at is not None else None
        if chunk is None or not _is_text(line, chunk.head, table):
            continue
        by = _by(line, span)
        own = range(chunk.first, chunk.head) if by is None else range(by, by + 1)
        issuers = [m for m in mentions if m.actor and any(m.start <= line.starts[i] < m.end for i in own)]
        found += [m.actor for m in issuers or _printed_in(line, chunk.last, span, mentions) if m.actor]
    return tuple(dict.fromkeys(found))


def _printed_in(line: Line, at: int, span: Span, mentions: Sequence[Mention]) -> list[Mention]:
    """The outlet in which a text stands: "a report in [the Guardian]", "a story on [Globo]"."""
    place = line.chunk_of[at + 1]
    if line.words[at] not in _PRINTED or place is None or line.starts[at] >= span.end:
        return []
    return [m for m in mentions if m.actor and m.kind == "outlet" and m.start <= line.starts[place.head] < m.end]


def _names(line: Line, head: int, table: CueTable) -> bool:
    if line.tags[head][:3] in ("NNP", "PRP", "WP", "WDT") and line.lemmas[head] not in _PLURAL_NAMES:
        return True
    kind = table.sources.get(line.lemmas[head])
    if kind in ("body", "spokesperson"):
        return True
    chunk = line.chunk_of[head]
    first = chunk.first if chunk else head
    tags = line.tags[first:head]
    return kind == "office" and (
        line.words[first] in _DEFINITE or "POS" in tags or any(tag[:3] == "NNP" for tag in tags)
    )


_PLURAL_NAMES = frozenset(["officials", "sources", "diplomats", "official", "source"])
