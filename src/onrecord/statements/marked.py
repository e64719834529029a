"""Marked: the attributions of the network put together with those of the grammar.

The network finds more, and its sources and contents end where people let them end. It marks only the outermost of
attributions that stand in each other, and it takes intentions and votes for speech; the grammar knows the words that
report. So what both find takes its words from the network, what the network finds alone needs a reporting word or a
quotation, and what the grammar finds alone is kept where it is sure, or stands within the words of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.knowledge import cues
from onrecord.schema.labels import Attributed
from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Document, Quotation
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.grammar.hits import Hit, hits
from onrecord.statements.lexis import is_time
from onrecord.statements.line import Line

_MOSTLY = 0.35
# Rules by which the source is no subject: the network takes "reported, citing an aide" for words of the outlet.
_GRAMMAR_ALONE = frozenset(["citing", "adverb"])
_MARKS = 4  # characters: quotation marks and a stop at the edge of a sentence


def joined(
    document: Document,
    lines: Sequence[Line],
    quotations: Sequence[Quotation],
    marked: Sequence[Attributed],
    found: Sequence[Attribution],
) -> tuple[Attribution, ...]:
    """The attributions of both, in the order of their cues: `marked` by the network, `found` by the grammar."""
    matched: dict[int, Attribution] = {}
    result: list[Attribution] = []
    for one in marked:
        content = tuple(_contents(document, quotations, one))
        match = next((i for i, other in enumerate(found) if i not in matched and _share_cue(one, other)), None)
        if not content:
            continue
        if match is not None:
            matched[match] = _both(one, content, found[match])
        elif (alone := _alone(lines[one.sentence], quotations, one, content)) is not None:
            result.append(alone)
    told = {found[i].content: both.content for i, both in matched.items()}
    result += [_retold(both, told) for both in matched.values()]
    rest = [_retold(other, told) for i, other in enumerate(found) if i not in matched]
    return tuple(sorted([*result, *(one for one in rest if _is_kept(one, result))], key=lambda one: one.cue))


def _retold(one: Attribution, told: Mapping[Spans, Spans]) -> Attribution:
    """Whoever is cited says just what those say who cite him."""
    return msgspec.structs.replace(one, content=told.get(one.content, one.content)) if one.rule == "citing" else one


def _contents(document: Document, quotations: Sequence[Quotation], one: Attributed) -> Iterator[Span]:
    """The words said, without marks at their edges and a "that" before them; of another sentence than that of the cue
    only what is quoted, or all of it."""
    text, own = document.text, document.sentences[one.sentence].span
    for span in one.content:
        start = span.start + len("that ") if text.startswith("that ", span.start) else span.start
        found = trimmed(text, Span(start, max(start, span.end)))
        if found.start < found.end and (
            found.overlaps(own) or _is_mostly_quoted((found,), quotations) or _is_sentence(document, found)
        ):
            yield found


def _is_sentence(document: Document, span: Span) -> bool:
    """True where words begin and end with a sentence, but for its marks."""
    first = next((s for s in document.sentences if s.start <= span.start < s.end), None)
    last = next((s for s in document.sentences if s.start < span.end <= s.end), None)
    if first is None or last is None:
        return False
    return span.start - first.start < _MARKS and last.end - span.end < _MARKS


def _share_cue(one: Attributed, other: Attribution) -> bool:
    return any(a.overlaps(b) for a in one.cue for b in other.cue)


def _both(one: Attributed, content: Spans, other: Attribution) -> Attribution:
    if other.rule in _GRAMMAR_ALONE:
        return other
    return msgspec.structs.replace(other, cue=one.cue, source=one.source or other.source, content=content)


def _alone(line: Line, quotations: Sequence[Quotation], one: Attributed, content: Spans) -> Attribution | None:
    """What only the network finds; None where nothing but the network says that it is speech."""
    table = cues.load()
    hit = next((hit for hit in hits(line, table) if _holds(one.cue, line.starts[hit.head])), None)
    quoted = _is_mostly_quoted(content, quotations)
    if not (quoted and one.source) and (hit is None or not _takes(line, hit, one.content[0])):
        return None
    return Attribution(
        sentence=one.sentence,
        cue=one.cue,
        source=one.source,
        content=content,
        listener=_listener(line, hit, content) if hit else None,
        negated=hit.negated if hit else False,
        rule="network",
    )


def _takes(line: Line, hit: Hit, content: Span) -> bool:
    """True where the words said are such as are a sure sign with the cue: "announced that", "called for talks"."""
    first = line.at(content.start)
    kinds = _kinds(line, first, content) if first is not None else ()
    return any((taken := hit.cue.takes(kind)) is not None and taken.sure for kind in kinds)


def _kinds(line: Line, first: int, content: Span) -> tuple[str, ...]:
    """The kinds of complement, as the table of cues names them, that the words said can be."""
    word, tag = line.words[first], line.tags[first]
    if tag == "TO":
        return ("to", "obj-to")
    if tag == "VBG":
        return ("ger",)
    if tag in ("WP", "WDT", "WRB") or word in ("whether", "if"):
        return ("wh", "obj-wh")
    inside = [i for i in range(first, line.end) if line.starts[i] < content.end]
    if any(line.is_finite(i) for i in inside):
        return ("that", "clause", "obj-that")
    infinitive = any(line.tags[i] == "TO" for i in inside)
    return ("obj-to",) if infinitive and line.chunk_of[first] is not None else ("np", "noun", word)


def _holds(spans: Spans, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _is_mostly_quoted(content: Spans, quotations: Sequence[Quotation]) -> bool:
    quoted = sum(max(0, min(s.end, q.outer.end) - max(s.start, q.outer.start)) for s in content for q in quotations)
    return quoted >= _MOSTLY * sum(span.end - span.start for span in content)


def _listener(line: Line, hit: Hit, content: Spans) -> Span | None:
    """The words for the addressee: a noun phrase right after the cue, where the cue has its addressee there."""
    first = hit.after + (line.words[hit.after] == hit.cue.addressee)
    chunk = line.chunk_of[first]
    if hit.cue.addressee is None or chunk is None or is_time(line, first):
        return None
    if hit.cue.addressee != "obj" and first == hit.after:
        return None
    span = line.sentence.slice(chunk.first, chunk.last)
    return None if any(span.overlaps(said) for said in content) else span


def _is_kept(other: Attribution, result: Sequence[Attribution]) -> bool:
    """True for what only the grammar finds, where its rule is sure or it stands within the words of another."""
    return not other.rule.endswith("~") or any(_holds(one.content, other.cue[0].start) for one in result)
