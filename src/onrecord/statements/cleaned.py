"""Cleaned: the words that the network marks, brought into the form in which statements have theirs.

It ends a cue, a source or a content where people ended them on the average: within a phrase, with a comma, with a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.knowledge import cues
from onrecord.knowledge.cues import Cue
from onrecord.schema.labels import Attributed
from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Document, Quotation
from onrecord.statements import lexis
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.grammar.hits import Hit, hits
from onrecord.statements.line import Line

# The conjunction, not the pronoun of "said that was so".
_OPENING_THAT = re.compile(r"that(?:,|(?= (?!(?:is|was|would|will|has|had|does|did)\b)))")
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "he", "she", "it", "they", "there", "no"])
_MOSTLY = 0.35
_BARE = 3  # words: "the truce" says nothing of itself
_MARKS = 4  # characters: quotation marks and a stop at the edge of a sentence
_BETWEEN = " \t\n\r,;.!?…"
_COMMAS = ", \t\n"
_UNFINISHED = frozenset(["IN", "DT", "TO", "PRP$", "VBG"])
# Where and of what somebody speaks, behind a verb that does not take the word to say what is said.
_CIRCUMSTANCES = frozenset(["at", "by", "during", "in", "of", "on", "through", "via"])


def clean(document: Document, line: Line, quotations: Sequence[Quotation], one: Attributed) -> Attributed:
    """An attribution of the network in the words that report, its source in the sentence of these, and its content
    whole and without marks."""
    own = document.sentences[one.sentence].span
    source = [_unmarked(document.text, span) for span in _named(line, one) if span.overlaps(own)]
    content = _closed(document.text, tuple(_contents(document, line, quotations, one)))
    told = msgspec.structs.replace(one, cue=_told_by(line, one.cue), source=tuple(source), content=content)
    return _ended(line, told)


def _named(line: Line, one: Attributed) -> Spans:
    """The words for who speaks, whole: without what breaks off in front of others ("[a passionate] defender, she
    said"), and of several with a pronoun at the end ("Okot said it rained, but he refuses") that alone."""
    if not one.source:
        return ()
    aside = [line.starts[i] for span in (*one.cue, *one.content) for i in line.inside(span)]
    *earlier, last = _over_relatives(line, [_whole_phrase(line, span, aside) for span in one.source], aside)
    at = line.at(last.start)
    if at is not None and line.tags[at] == "PRP":
        return (last,)
    return (*[span for span in earlier if not _breaks_off(line, span)], last)


def _over_relatives(line: Line, spans: Sequence[Span], aside: Sequence[int]) -> list[Span]:
    """The spans, those joined between which a clause about the first stands, or "of": "A woman [who gave her name as]
    Salma", "A bevy [of] women"."""
    result: list[Span] = []
    for span in spans:
        between = line.inside(Span(result[-1].end, span.start)) if result else range(0)
        relative = bool(between) and (line.tags[between[0]] in ("WP", "WDT") or line.words[between[0]] == "of")
        if relative and not any(line.starts[i] in aside for i in between):
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return result


def _breaks_off(line: Line, span: Span) -> bool:
    """True for words that end within a noun phrase, ahead of its head."""
    last = line.at(span.end - 1)
    chunk = line.chunk_of[last] if last is not None else None
    return chunk is not None and last is not None and last < chunk.head


def _ended(line: Line, one: Attributed) -> Attributed:
    """An attribution whose content does not break off within a phrase ("resigning in | October", "found in |
    refrigerants"): what breaks off goes on to the next mark, cue or source. A clause about a noun is not left out of
    the middle of it ("said the clerk[, who was ill,] had left")."""
    aside = [line.starts[i] for span in (*one.cue, *one.source) for i in line.inside(span)]
    whole: list[Span] = []
    for span in (_whole_phrase(line, span, aside) for span in one.content):
        if whole and (span.start <= whole[-1].end or _is_about(line, Span(whole[-1].end, span.start), aside)):
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return msgspec.structs.replace(one, content=tuple(whole))


def _is_about(line: Line, gap: Span, aside: Sequence[int]) -> bool:
    """True for a clause with "who" or "which" behind a comma, without cue or source, and for its last comma."""
    tokens = line.inside(gap)
    if [line.words[i] for i in tokens] == [","]:
        return True
    relative = len(tokens) > 2 and line.words[tokens[0]] == "," and line.tags[tokens[1]] in ("WP", "WDT", "WP$")
    return relative and not any(line.starts[i] in aside for i in tokens)


def _whole_phrase(line: Line, span: Span, aside: Sequence[int]) -> Span:
    last = line.at(span.end - 1)
    if last is None or last + 1 >= line.end or not line.words[last + 1][0].isalnum():
        return span
    chunk = line.chunk_of[last]
    finished = line.tags[last] not in _UNFINISHED if chunk is None else chunk.last == last + 1
    if finished:
        return span
    end = next((i for i in range(last + 1, line.end) if not line.words[i][0].isalnum() or line.starts[i] in aside), 0)
    return Span(span.start, line.sentence.tokens[end - 1].end) if end else span


def _unmarked(text: str, span: Span) -> Span:
    """The words for a source without a comma behind them, or the end of brackets that open elsewhere."""
    end = span.end
    while end > span.start + 1 and (text[end - 1] in _COMMAS or _closes(text[span.start : end])):
        end -= 1
    return Span(span.start, end)


def _closes(words: str) -> bool:
    round_ = words[-1] == ")" and words.count("(") < words.count(")")
    return round_ or (words[-1] == "]" and words.count("[") < words.count("]"))


def _contents(document: Document, line: Line, quotations: Sequence[Quotation], one: Attributed) -> Iterator[Span]:
    """The words said, without marks at their edges and a "that" before them; of another sentence than that of the cue
    only what is quoted, or all of it."""
    text, own = document.text, document.sentences[one.sentence].span
    for span in one.content:
        cut = _opens_clause(span.cut(text)) and not _is_pointing(line, span)
        start = span.start + len("that") if cut else span.start
        closing = _quotation_that_ends(quotations, start, span.end)
        whole = Span(start, max(start, closing.inner.end if closing else span.end))
        found = trimmed(text, whole, quoted=closing is not None)
        if found.start < found.end and (
            found.overlaps(own) or is_quoted((found,), quotations, _MOSTLY) or _is_sentence(document, found)
        ):
            yield found


def _is_pointing(line: Line, span: Span) -> bool:
    """True for the "that" of "concluded [that case] would fail", with no other before it."""
    at = line.at(span.start)
    chunk = line.chunk_of[at] if at is not None else None
    return chunk is not None and chunk.first == at and chunk.last > at + 1


def _opens_clause(said: str) -> bool:
    """True for words that begin with the conjunction "that": not "that account", "that was so"."""
    words = said.split()
    bare = 1 < len(words) <= _BARE and words[1].islower() and words[1] not in _DETERMINERS
    return _OPENING_THAT.match(said) is not None and not bare


def _quotation_that_ends(quotations: Sequence[Quotation], start: int, end: int) -> Quotation | None:
    """The quotation that holds the words from `start` and ends with them, or with the stop behind them."""
    return next((q for q in quotations if q.outer.start <= start and end <= q.inner.end <= end + 1), None)


def _is_sentence(document: Document, span: Span) -> bool:
    """True where words begin and end with a sentence, but for its marks."""
    first = next((s for s in document.sentences if s.start <= span.start < s.end), None)
    last = next((s for s in document.sentences if s.start < span.end <= s.end), None)
    if first is None or last is None:
        return False
    return span.start - first.start < _MARKS and last.end - span.end < _MARKS


def timely(line: Line, one: Attributed) -> Attributed:
    """An attribution whose source has a day at its end where that is its own, and only there: of "the ministry on
    Monday" the ministry speaks, of "a clerk arrested on Monday" a clerk arrested then."""
    return msgspec.structs.replace(one, source=tuple(_with_time(line, _before_time(line, s)) for s in one.source))


def _with_time(line: Line, span: Span) -> Span:
    last = line.at(span.end - 1)
    if last is None or line.tags[last] not in ("VBN", "VBG", "VBD"):
        return span
    chunk = line.chunk_of[last + 2] if line.tags[last + 1] == "IN" else line.chunk_of[last + 1]
    if chunk is None or not lexis.is_time(line, chunk.head):
        return span
    return Span(span.start, line.sentence.tokens[chunk.last - 1].end)


def _before_time(line: Line, span: Span) -> Span:
    last = line.at(span.end - 1)
    chunk = line.chunk_of[last] if last is not None else None
    if chunk is None or not lexis.is_time(line, chunk.head) or line.starts[chunk.first] <= span.start:
        return span
    if line.tags[chunk.head] == "CD":  # "a close aide in 2012"
        return span
    first = chunk.first - 1 if line.tags[chunk.first - 1] == "IN" else chunk.first
    if line.tags[first - 1] in ("VBN", "VBG", "VBD"):  # "a clerk arrested on Monday": a time of the source
        return span
    end = line.sentence.tokens[first - 1].end
    return Span(span.start, end) if end > span.start else span


def _closed(text: str, spans: Spans) -> Spans:
    """The spans, those joined that only a stop or a comma parts."""
    result: list[Span] = []
    for span in spans:
        if result and not text[result[-1].end : span.start].strip(_BETWEEN):
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return tuple(result)


def is_quoted(content: Spans, quotations: Sequence[Quotation], share: float) -> bool:
    """True where at least that share of the words stands in quotation marks."""
    quoted = sum(max(0, min(s.end, q.outer.end) - max(s.start, q.outer.start)) for s in content for q in quotations)
    return quoted >= share * sum(span.end - span.start for span in content)


def _told_by(line: Line, cue: Spans) -> Spans:
    """The reporting words without the circumstances behind them: "said [Monday]", "said [of] the raid", "wrote [in an]
    e-mail"; not "called for", which takes its preposition to say what is said."""
    hit = next((hit for hit in hits(line, cues.load()) if _is_last(line, cue, hit)), None)
    if hit is None or not (lexis.is_time(line, hit.after) or _is_circumstance(line.words[hit.after], hit.cue)):
        return cue
    return (*cue[:-1], Span(cue[-1].start, line.sentence.tokens[hit.after - 1].end))


def _is_last(line: Line, cue: Spans, hit: Hit) -> bool:
    """True where a known cue stands in the reporting words and these go on behind it."""
    return cue[-1].start <= line.starts[hit.head] and hit.after < line.end and line.starts[hit.after] < cue[-1].end


def _is_circumstance(word: str, cue: Cue) -> bool:
    return word in _CIRCUMSTANCES and not (cue.takes(word) or cue.takes(f"obj-{word}"))
