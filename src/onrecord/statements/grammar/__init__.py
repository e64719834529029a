"""Grammar: the attributions of a document, found from the cues, the labels and the quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.knowledge import cues
from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Document, Quotation
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar import adjuncts, contents, speech
from onrecord.statements.grammar.found import AFTER_QUOTATION, BEFORE_QUOTATION, Found
from onrecord.statements.grammar.hits import Hit, hits
from onrecord.statements.line import COMMAS, Line, Words

_NEAR = 6
_MOSTLY = 0.35


def attributions(document: Document, lines: Sequence[Line], quotations: Sequence[Quotation]) -> tuple[Attribution, ...]:
    """The attributions of a document, in the order of their cues. `quotations` are those that may be speech."""
    return tuple(one for line in lines for one in _sentence(document.text, line, quotations))


def of_line(text: str, line: Line) -> tuple[Attribution, ...]:
    """The attributions of one line, in which nothing counts as quoted."""
    return tuple(_sentence(text, line, ()))


def _sentence(text: str, line: Line, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    table = cues.load()
    seen = hits(line, table)
    told: list[Found] = []
    for hit in seen:
        if hit.cue.takes("source") is None and not any(_is_object(line, hit, found) for found in told):
            told += _by(line, hit, [found for found in told if found.sure])
    for found in told:
        if found.rule == AFTER_QUOTATION:
            content = contents.before(text, line, quotations)
        elif found.rule == BEFORE_QUOTATION:
            content = contents.behind(text, line, quotations)
        else:
            content = contents.spans(text, line, found.said, quotations)
        if content and (found.sure or _is_mostly_quoted(content, quotations)):
            yield _attribution(line, found, content)


def _is_object(line: Line, hit: Hit, found: Found) -> bool:
    """True for a noun that is the object of a cue already read, and tells of nobody else's words: "withdrew its report
    that P"."""
    near = hit.cue.pos == "noun" and 0 < hit.head - found.hit.head < _NEAR
    own = found.rule in ("np", "that") and line.tags[hit.head - 1] == "PRP$"
    return near and (found.rule == "noun" or own)


def _by(line: Line, hit: Hit, before: Sequence[Found]) -> tuple[Found, ...]:
    table = cues.load()
    if hit.cue.pos in ("verb", "adjective"):
        return speech.read(line, hit, before, table)
    return adjuncts.read(line, hit, table)


def _is_mostly_quoted(content: Spans, quotations: Sequence[Quotation]) -> bool:
    return contents.quoted_length(quotations, content) >= _MOSTLY * sum(span.end - span.start for span in content)


def _attribution(line: Line, found: Found, content: Spans) -> Attribution:
    return Attribution(
        sentence=line.number,
        cue=(line.span(found.hit.words),),
        source=tuple(_named(line, words) for words in found.source),
        content=content,
        listener=_named(line, found.listener) if found.listener else None,
        negated=found.hit.negated,
        rule=found.rule if found.sure else found.rule + "~",
    )


def _named(line: Line, words: Words) -> Span:
    """The span of the words for somebody, without a final comma."""
    last = words.last
    while last > words.first + 1 and line.words[last - 1] in COMMAS:
        last -= 1
    return line.span(Words(words.first, last))
