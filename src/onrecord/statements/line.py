"""Line: a sentence with its labels, as the attribution grammar walks over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

import msgspec

from onrecord.schema.labels import Chunk, Labels, Predicate, SentenceLabels
from onrecord.schema.span import Span
from onrecord.schema.token import Document, Quotation, Sentence

NO_CHUNK = -1
FINITE_TAGS = frozenset(["VBD", "VBZ", "VBP", "MD"])
COMMAS = frozenset([",", "--", "—", "–"])
ENDS = frozenset([".", "?", "!", "…", "...", "....", "?!", "!?"])
QUOTE_MARKS = frozenset(['"', "“", "”", "``", "''", "„", "«", "»"])


class Words(msgspec.Struct, frozen=True, gc=False):
    """The tokens `first` to `last` (exclusive) of a sentence."""

    first: int
    last: int


class Line(msgspec.Struct, frozen=True, dict=True):
    """A sentence, its labels and, for each token, whether it stands within quotation marks (the marks included).

    `number` is that of the sentence in its document; `words` are its tokens in lower case. All positions are token
    numbers.
    """

    number: int
    sentence: Sentence
    labels: SentenceLabels
    words: tuple[str, ...]
    quoted: tuple[bool, ...]

    @property
    def end(self) -> int:
        return len(self.words)

    @property
    def tags(self) -> tuple[str, ...]:
        return self.labels.tags

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The widest noun phrases, in order. One such as "a charge Beijing", where a name follows an indefinite noun, is
        two: the name opens a clause."""
        return tuple(part for chunk in _widest(self.labels.chunks) for part in self._parted(chunk))

    def _parted(self, chunk: Chunk) -> tuple[Chunk, ...]:
        name = chunk.last
        while name > chunk.first and self.tag(name - 1)[:3] == "NNP":
            name -= 1
        if name == chunk.last or self.word(chunk.first) not in ("a", "an") or self.tag(name - 1) != "NN":
            return (chunk,)
        return (Chunk(chunk.first, name, name - 1), Chunk(name, chunk.last, chunk.last - 1))

    @cached_property
    def chunk_of(self) -> tuple[int, ...]:
        """For each token the number of the widest noun phrase that holds it, or NO_CHUNK."""
        found = [NO_CHUNK] * len(self.words)
        for number, chunk in enumerate(self.chunks):
            found[chunk.first : chunk.last] = [number] * (chunk.last - chunk.first)
        return tuple(found)

    @cached_property
    def verb_of(self) -> dict[int, Predicate]:
        """The verb group that holds a token."""
        groups = (p for p in self.labels.predicates if p.pos != "n")
        return {i: group for group in groups for i in range(group.first, group.last)}

    @cached_property
    def body_end(self) -> int:
        """Where the final stop, and what closes after it, begins."""
        end = self.end
        while end and self.words[end - 1] in (QUOTE_MARKS | ENDS | {")", "'", "’"}):
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

    def chunk_at(self, i: int) -> Chunk | None:
        """The widest noun phrase that holds a token."""
        number = self.chunk_of[i] if 0 <= i < self.end else NO_CHUNK
        return None if number == NO_CHUNK else self.chunks[number]

    def word(self, i: int) -> str:
        """The word at `i` in lower case; nothing outside the sentence."""
        return self.words[i] if 0 <= i < self.end else ""

    def tag(self, i: int) -> str:
        """The tag at `i`; nothing outside the sentence."""
        return self.labels.tags[i] if 0 <= i < self.end else ""

    def lemma(self, i: int) -> str:
        """The lemma at `i` in lower case; nothing outside the sentence."""
        return self.labels.lemmas[i].lower() if 0 <= i < self.end else ""

    def is_finite(self, i: int) -> bool:
        """True where a finite verb group holds the token, or a modal whose verb stands apart ("will “leave here”")."""
        group = self.verb_of.get(i)
        return self.tag(i) == "MD" if group is None else group.form == "finite"

    def opens_verb(self, i: int) -> bool:
        """True where a finite verb group begins at the token."""
        group = self.verb_of.get(i)
        return self.is_finite(i) and (group is None or group.first == i)

    def span(self, words: Words) -> Span:
        """The span of the text that the words cover."""
        return self.sentence.slice(words.first, words.last)


def _widest(chunks: tuple[Chunk, ...]) -> Iterator[Chunk]:
    end = 0
    for chunk in sorted(chunks, key=lambda one: (one.first, -one.last)):
        if chunk.first >= end:
            end = chunk.last
            yield chunk


def is_sentence(line: Line, at: int, end: int) -> bool:
    """True where the quoted words from the mark at `at` to `end` are a sentence: they begin with a capital and end with
    a stop or a comma, or go on behind the end of the sentence."""
    opens = line.sentence.tokens[at + 1].text[:1] if at + 1 < line.end else ""
    last = line.word(end - 2) if line.word(end - 1) in QUOTE_MARKS else line.word(end - 1)
    return end >= line.end or (not opens.islower() and last in ENDS | {","})


def lines(document: Document, labels: Labels) -> tuple[Line, ...]:
    """The sentences of a document with their labels."""
    return tuple(_lines(document, labels))


def _lines(document: Document, labels: Labels) -> Iterator[Line]:
    marked = [quotation.outer for quotation in speech_quotations(document)]
    at = 0
    for number, (sentence, given) in enumerate(zip(document.sentences, labels.sentences, strict=True)):
        while at < len(marked) and marked[at].end <= sentence.start:
            at += 1
        near = [outer for outer in marked[at : at + len(sentence.tokens)] if outer.start < sentence.end]
        yield Line(
            number,
            sentence,
            given,
            tuple(token.text.lower() for token in sentence.tokens),
            tuple(any(outer.start <= token.start < outer.end for outer in near) for token in sentence.tokens),
        )


def speech_quotations(document: Document) -> tuple[Quotation, ...]:
    """The outermost quotations that may be speech, in order: those in double marks. Single marks set off words and
    titles as often, so they are taken only where a text has no double ones."""
    outermost = [quotation for quotation in document.quotations if quotation.depth == 0]
    double = tuple(quotation for quotation in outermost if _is_double(document.text, quotation.outer))
    return double or tuple(outermost)


def _is_double(text: str, outer: Span) -> bool:
    return text[outer.start] not in "'‘’‹›" or text[outer.start : outer.start + 2] == "''"
