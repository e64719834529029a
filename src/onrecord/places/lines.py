"""Lines: the sentences, bylines, datelines and credits of a document as words ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from onrecord.knowledge.gazetteer import fold
from onrecord.schema.labels import Labels
from onrecord.schema.token import Document, Sentence

LineKind = Literal["sentence", "title", "dateline", "credit"]

# Words and marks of lines that the segmenter does not cut into sentences.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w’']*[^\W_])?\.?|\S")
_STOPS = frozenset((".", "?", "!", "”", '"'))
# A hyphen or slash within a token parts it: "Canada-EU", "U.S.-led", "Russia/CIA".
_PART = re.compile(r"[^-‐‑/–—]+")


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A word, or the part of a word beside a hyphen, or a mark.

    `key` is the folded word ("" for a mark), `capital` true where it begins with one, `tag` its Penn Treebank tag (""
    outside sentences), `token` its number in the sentence, `glued` true where a hyphen or slash joins it to the unit
    before.
    """

    start: int
    end: int
    text: str
    key: str
    capital: bool
    tag: str
    token: int
    glued: bool


class Line(msgspec.Struct, frozen=True):
    """The units of one sentence, byline, dateline or credit.

    `sentence` is the number of the sentence in the document, None outside sentences. `raised` are the numbers of the
    units with a capital. `capitals` is true where all words are in capitals, `headline` where all of weight begin with
    one: there a capital tells nothing.
    """

    kind: LineKind
    sentence: int | None
    units: tuple[Unit, ...]
    raised: tuple[int, ...]
    capitals: bool
    headline: bool

    def at(self, index: int) -> Unit | None:
        """The unit at an index, None outside the line."""
        return self.units[index] if 0 <= index < len(self.units) else None


def lines(document: Document, labels: Labels) -> tuple[Line, ...]:
    """The lines of a document that have a capital, in the order of its text."""
    found = [line for line in (*_sentence_lines(document, labels), *_other_lines(document)) if line.raised]
    return tuple(sorted(found, key=lambda line: line.units[0].start))


def _sentence_lines(document: Document, labels: Labels) -> Iterator[Line]:
    for number, sentence in enumerate(document.sentences):
        tags = labels.sentences[number].tags if number < len(labels.sentences) else ()
        yield _line("title" if sentence.part == "title" else "sentence", number, tuple(_units(sentence, tags)))


def _other_lines(document: Document) -> Iterator[Line]:
    if document.dateline is not None and document.dateline.place is not None:
        span = document.dateline.place
        yield _line("dateline", None, tuple(_words(document.text, span.start, span.end)))
    for block in document.blocks:
        if block.kind in ("byline", "credit"):
            units = tuple(_words(document.text, block.span.start, block.span.end))
            if units:
                yield _line("credit", None, units)


def _line(kind: LineKind, sentence: int | None, units: tuple[Unit, ...]) -> Line:
    raised = tuple([number for number, unit in enumerate(units) if unit.capital])
    words = [unit for unit in units if len(unit.key) > 1]
    upper = len([number for number in raised if units[number].text.isupper() and len(units[number].key) > 1])
    heavy = len([unit for unit in words if len(unit.key) > 3])
    tall = len([number for number in raised if len(units[number].key) > 3])
    return Line(
        kind=kind,
        sentence=sentence,
        units=units,
        raised=raised,
        capitals=bool(words) and upper >= 0.8 * len(words) and (kind == "dateline" or len(words) > 2),
        headline=heavy > 3 and tall >= 0.8 * heavy and units[-1].text not in _STOPS,
    )


def _units(sentence: Sentence, tags: tuple[str, ...]) -> Iterator[Unit]:
    for number, token in enumerate(sentence.tokens):
        tag = tags[number] if number < len(tags) else ""
        form = _form(token.text)
        if form.parts is None:
            yield Unit(token.start, token.end, token.text, form.key, form.capital, tag, number, False)
            continue
        for order, (offset, text) in enumerate(form.parts):
            part, start = _form(text), token.start + offset
            yield Unit(start, start + len(text), text, part.key, part.capital, tag, number, order > 0)


def _words(text: str, start: int, end: int) -> Iterator[Unit]:
    for number, found in enumerate(_WORD.finditer(text, start, end)):
        form = _form(found.group())
        yield Unit(found.start(), found.end(), found.group(), form.key, form.capital, "", number, False)


class _Form(msgspec.Struct, frozen=True):
    """A word's key, whether it has a capital, and its parts beside hyphens with their offsets, None where whole."""

    key: str
    capital: bool
    parts: tuple[tuple[int, str], ...] | None


@lru_cache(maxsize=20_000)
def _form(text: str) -> _Form:
    key = fold(text) if any(c.isalnum() for c in text) else ""
    parts = [(part.start(), part.group()) for part in _PART.finditer(text)] if key else []
    return _Form(key, bool(key) and text[0].isupper(), tuple(parts) if len(parts) > 1 else None)
