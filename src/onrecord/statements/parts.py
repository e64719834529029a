"""Parts: some words of a sentence as a line of their own, so that what one says can be read like a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.schema.labels import Argument, Chunk, Predicate, SentenceLabels
from onrecord.schema.span import Span, Spans
from onrecord.statements.line import QUOTE_MARKS, Line, line_of


def part(line: Line, spans: Spans) -> Line | None:
    """The tokens of a line that begin within the spans, as a line; None where there are none.

    Nothing in it counts as quoted, so quotation marks are left out, and so is what reaches out of it (a phrase, a
    subject, a governor).
    """
    kept = [i for span in spans for i in line.inside(span) if not _is_mark(line, i)]
    if not kept:
        return None
    sentence = msgspec.structs.replace(line.sentence, tokens=tuple(line.sentence.tokens[i] for i in kept))
    return line_of(line.number, sentence, _labels(line.labels, kept), [False] * len(kept))


def _is_mark(line: Line, i: int) -> bool:
    """True for a quotation mark, and for an apostrophe that the tagger takes for one."""
    return line.words[i] in QUOTE_MARKS or line.tags[i] in ("``", "''")


def _labels(given: SentenceLabels, kept: Sequence[int]) -> SentenceLabels:
    at = {old: new for new, old in enumerate(kept)}
    numbers = [number for number, one in enumerate(given.predicates) if one.head in at]
    renumbered = {old: new for new, old in enumerate(numbers)}
    return SentenceLabels(
        tags=tuple(given.tags[i] for i in kept),
        lemmas=tuple(given.lemmas[i] for i in kept),
        chunks=tuple(_chunks(given.chunks, at)),
        predicates=tuple(_predicate(given.predicates[number], at, renumbered) for number in numbers),
    )


def _chunks(chunks: Sequence[Chunk], at: Mapping[int, int]) -> Iterator[Chunk]:
    for chunk in chunks:
        if chunk.head in at:
            first, last = _within(chunk.first, chunk.last, chunk.head, at)
            yield Chunk(first, last, at[chunk.head])


def _within(first: int, last: int, head: int, at: Mapping[int, int]) -> tuple[int, int]:
    """The tokens `first` to `last` in the numbers of the part, as far as they stand together around `head`."""
    while first not in at:
        first += 1
    while last - 1 not in at:
        last -= 1
    return at[first], at[last - 1] + 1


def _predicate(one: Predicate, at: Mapping[int, int], numbers: Mapping[int, int]) -> Predicate:
    first, last = _within(one.first, one.last, one.head, at)
    governor = numbers.get(one.governor) if one.governor is not None else None
    return msgspec.structs.replace(
        one,
        head=at[one.head],
        first=first,
        last=last,
        arguments=tuple(_arguments(one.arguments, at)),
        governor=governor,
        relation=one.relation if governor is not None else None,
        marker=one.marker if governor is not None else None,
    )


def _arguments(arguments: Sequence[Argument], at: Mapping[int, int]) -> Iterator[Argument]:
    for one in arguments:
        if all(i in at for i in (one.first, one.last - 1, *one.heads)):
            heads = tuple(at[i] for i in one.heads)
            yield msgspec.structs.replace(one, first=at[one.first], last=at[one.last - 1] + 1, heads=heads)


def clipped(spans: Spans, within: Spans) -> Spans:
    """The spans, as far as they lie within others."""
    pieces = (Span(max(a.start, b.start), min(a.end, b.end)) for a in spans for b in within)
    return tuple(piece for piece in pieces if piece.start < piece.end)
