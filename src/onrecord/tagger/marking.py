"""Marks: what the network says of each sentence of a document, and the attributions that it finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import cast

import msgspec

from onrecord.schema.labels import Arc, Attributed, Name, NameType
from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Document, Sentence, Token
from onrecord.tagger.network.decode import Labelled
from onrecord.tagger.network.reader import Marked, Network, Said, moved
from onrecord.tagger.words import saying_forms

_SHORTEST = 6


class SentenceMarks(msgspec.Struct, frozen=True):
    """A sentence as the network reads it: the tags of its tokens, what they hang on, the names among them."""

    tags: tuple[str, ...]
    arcs: tuple[Arc, ...]
    names: tuple[Name, ...]


class Marks(msgspec.Struct, frozen=True):
    """A document as the network reads it: its sentences, in order, and its attributions, in the order of their cues."""

    sentences: tuple[SentenceMarks, ...]
    attributions: tuple[Attributed, ...]


def marks(document: Document, network: Network) -> Marks:
    """Read a document, a paragraph at a time."""
    sentences: list[SentenceMarks] = []
    attributions: list[Attributed] = []
    for _, group in groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        for numbers, marked in network.paragraph([[token.text for token in one.tokens] for one in paragraph]):
            together = [paragraph[i] for i in numbers]
            tokens = [token for sentence in together for token in sentence.tokens]
            said = _with_inner([token.text for token in tokens], marked, network)
            attributions += _attributions(together, said, len(sentences))
            sentences += _sentences(together, marked)
    return Marks(tuple(sentences), tuple(attributions))


def _sentences(sentences: Sequence[Sentence], marked: Marked) -> Iterator[SentenceMarks]:
    first = 0
    for sentence in sentences:
        last = first + len(sentence.tokens)
        tree = zip(marked.heads[first:last], marked.relations[first:last], strict=True)
        yield SentenceMarks(
            tags=marked.tags[first:last],
            arcs=tuple(Arc(head - first, relation) for head, relation in tree),
            names=tuple(_names(marked.names, first, last)),
        )
        first = last


def _names(names: Sequence[Labelled], first: int, last: int) -> Iterator[Name]:
    """The names within the words `first` to `last`; two persons without a word between them are one."""
    inside: list[Labelled] = []
    for name in names:
        if inside and name.label == inside[-1].label == "PER" and name.first == inside[-1].last:
            inside[-1] = Labelled(inside[-1].first, name.last, "PER")
        elif first <= name.first and name.last <= last:
            inside.append(name)
    for name in inside:
        yield Name(name.first - first, name.last - first, cast(NameType, name.label))


def _with_inner(words: Sequence[str], marked: Marked, network: Network) -> list[Said]:
    """The attributions with those inside their contents, in the order of their cues.

    The network was taught outermost ones alone. So a content in which somebody says something, by a reporting word that
    no attribution has, is read once more as a paragraph of its own.
    """
    found = list(marked.said)
    reports = [tag[:2] == "VB" and word.lower() in saying_forms() for word, tag in zip(words, marked.tags, strict=True)]
    for outer in found:  # grows: what is found inside is looked into, too
        for span in outer.content:
            inside = range(span.first, span.last)
            silent = not any(one.cue.first in inside for one in found)
            if len(inside) >= _SHORTEST and silent and any(reports[i] for i in inside):
                found += [moved(one, span.first) for one in network.said(words[span.first : span.last])]
    return sorted(found, key=lambda one: one.cue.first)


def _attributions(sentences: Sequence[Sentence], said: Sequence[Said], before: int) -> Iterator[Attributed]:
    """The attributions that have a content, as spans; `before` sentences come before these."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    owner = [number for number, sentence in enumerate(sentences, before) for _ in sentence.tokens]
    for one in said:
        if one.content:
            yield Attributed(
                sentence=owner[one.cue.first],
                cue=_spans(tokens, [one.cue]),
                source=_spans(tokens, one.source),
                content=_spans(tokens, one.content),
            )


def _spans(tokens: Sequence[Token], labelled: Sequence[Labelled]) -> Spans:
    return tuple(Span(tokens[one.first].start, tokens[one.last - 1].end) for one in labelled)
