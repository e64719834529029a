"""Line: a sentence with its labels, as the attribution grammar walks over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from onrecord.schema.labels import Chunk, Labels, Predicate, SentenceLabels
from onrecord.schema.span import Span
from onrecord.schema.token import Document, Quotation, Sentence

COMMAS = frozenset([",", "--", "—", "–"])
ENDS = frozenset([".", "?", "!", "…", "...", "....", "?!", "!?"])
QUOTE_MARKS = frozenset(['"', "“", "”", "``", "''", "„", "«", "»"])
_CLOSERS = QUOTE_MARKS | ENDS | {")", "'", "’"}
# The grammar looks a few tokens past both ends of a sentence: what stands there is nothing. Tuples are padded with it,
# so that an index below 0 or behind the end needs no test; no rule looks further than this.
_PAD = 64
_FINITE = frozenset(["VBD", "VBP", "VBZ"])
_NOTHING = ("",) * _PAD


class Words(msgspec.Struct, frozen=True, gc=False):
    """The tokens `first` to `last` (exclusive) of a sentence."""

    first: int
    last: int


class Line(msgspec.Struct, frozen=True, dict=True):
    """A sentence, its labels and, for each token, whether it stands within quotation marks (the marks included).

    `number` is that of the sentence in its document, `end` the number of its tokens. All positions are token numbers;
    of a position outside the sentence, word, tag and lemma are empty. Words and lemmas are in lower case.
    """

    number: int
    sentence: Sentence
    labels: SentenceLabels
    words: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    quoted: tuple[bool, ...]
    end: int

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words and the lemmas of the sentence."""
        return frozenset(self.words[: self.end]).union(self.lemmas[: self.end])

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The widest noun phrases, in order. One such as "a charge Beijing", where a name follows an indefinite noun,
        or "a version his aide" is two: the second opens a clause."""
        return tuple(part for chunk in _widest(self.labels.chunks) for part in self._parted(chunk))

    def _parted(self, chunk: Chunk) -> tuple[Chunk, ...]:
        owner = next((i for i in range(chunk.first + 1, chunk.last) if self.tags[i] == "PRP$"), chunk.last)
        if owner < chunk.last and self.tags[owner - 1] in ("NN", "NNS"):
            return (Chunk(chunk.first, owner, owner - 1), Chunk(owner, chunk.last, chunk.last - 1))
        name = chunk.last
        while name > chunk.first and self.tags[name - 1][:3] == "NNP":
            name -= 1
        if name == chunk.last or self.words[chunk.first] not in ("a", "an") or self.tags[name - 1] != "NN":
            return (chunk,)
        return (Chunk(chunk.first, name, name - 1), Chunk(name, chunk.last, chunk.last - 1))

    @cached_property
    def chunk_of(self) -> tuple[Chunk | None, ...]:
        """The widest noun phrase that holds a token, for each token."""
        found: list[Chunk | None] = [None] * (self.end + _PAD)
        for chunk in self.chunks:
            found[chunk.first : chunk.last] = [chunk] * (chunk.last - chunk.first)
        return tuple(found)

    @cached_property
    def verb_of(self) -> dict[int, Predicate]:
        """The verb group that holds a token."""
        groups = (p for p in self.labels.predicates if p.pos != "n")
        return {i: group for group in groups for i in range(group.first, group.last)}

    def is_finite(self, i: int) -> bool:
        """True where a finite verb group holds the token, or a modal or a form of "be" whose verb stands apart ("will
        “leave here”", "was “as good as gone”")."""
        group = self.verb_of.get(i)
        if group is None:
            return self.tags[i] == "MD" or (self.lemmas[i] == "be" and self.tags[i] in _FINITE)
        return group.form == "finite"

    def opens_verb(self, i: int) -> bool:
        """True where a finite verb group begins at the token."""
        group = self.verb_of.get(i)
        return self.is_finite(i) and (group is None or group.first == i)

    @cached_property
    def body_end(self) -> int:
        """Where the final stop, and what closes after it, begins."""
        end = self.end
        while end and self.words[end - 1] in _CLOSERS:
            end -= 1
        return end

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the tokens begin in the text."""
        return tuple(token.start for token in self.sentence.tokens)

    def at(self, offset: int) -> int | None:
        """The token that holds a character of the text; None outside the sentence and between tokens."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.sentence.tokens[i].end else None

    def after(self, offset: int) -> int | None:
        """The first token that begins at a character of the text or behind it."""
        i = bisect_left(self.starts, offset)
        return i if i < self.end else None

    def inside(self, span: Span) -> range:
        """The tokens that begin within a span of the text."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def span(self, words: Words) -> Span:
        """The span of the text that the words cover."""
        return self.sentence.slice(words.first, words.last)


def _widest(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    end = 0
    for chunk in sorted(chunks, key=lambda one: (one.first, -one.last)):
        if chunk.first >= end:
            end = chunk.last
            yield chunk


def is_sentence(line: Line, at: int, end: int) -> bool:
    """True where the quoted words from the mark at `at` to `end` are a sentence: they begin with a capital and end with
    a stop or a comma, or go on behind the end of the sentence."""
    opens = line.sentence.tokens[at + 1].text[:1] if at + 1 < line.end else ""
    last = line.words[end - 2] if line.words[end - 1] in QUOTE_MARKS else line.words[end - 1]
    return end >= line.end or (not opens.islower() and last in ENDS | {","})


def lines(document: Document, labels: Labels, quotations: Sequence[Quotation]) -> tuple[Line, ...]:
    """The sentences of a document with their labels, given the quotations that may be speech."""
    return tuple(_lines(document.sentences, labels.sentences, [quotation.outer for quotation in quotations]))


def _lines(sentences: Sequence[Sentence], labels: Sequence[SentenceLabels], marked: Sequence[Span]) -> Iterator[Line]:
    at = 0
    for number, (sentence, given) in enumerate(zip(sentences, labels, strict=True)):
        while at < len(marked) and marked[at].end <= sentence.start:
            at += 1
        tokens = sentence.tokens
        quoted = [False] * len(tokens)
        for outer in marked[at : at + len(tokens)]:
            if outer.start >= sentence.end:
                break
            for i, token in enumerate(tokens):
                if outer.start <= token.start < outer.end:
                    quoted[i] = True
        yield line_of(number, sentence, given, quoted)


def line_of(number: int, sentence: Sentence, given: SentenceLabels, quoted: Sequence[bool]) -> Line:
    """A sentence with its labels; `quoted` tells of each token whether it stands within quotation marks."""
    return Line(
        number=number,
        sentence=sentence,
        labels=given,
        words=(*[token.text.lower() for token in sentence.tokens], *_NOTHING),
        tags=(*given.tags, *_NOTHING),
        lemmas=(*[lemma.lower() for lemma in given.lemmas], *_NOTHING),
        quoted=(*quoted, *(False,) * _PAD),
        end=len(sentence.tokens),
    )


def speech_quotations(document: Document) -> tuple[Quotation, ...]:
    """The outermost quotations that may be speech, in order: those in double marks. Single marks set off words and
    titles as often, so they are taken only where a text has no double ones."""
    outermost = [quotation for quotation in document.quotations if quotation.depth == 0]
    double = tuple(quotation for quotation in outermost if _is_double(document.text, quotation.outer))
    return double or tuple(outermost)


def _is_double(text: str, outer: Span) -> bool:
    return text[outer.start] not in "'‘’‹›" or text[outer.start : outer.start + 2] == "''"
