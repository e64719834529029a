"""Tagger: what each sentence's words are and how they hang together, as `schema.labels` has it.

A network reads each paragraph (`network`, `marking`); `trees` makes clauses and noun phrases of the tree of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.schema.labels import Labels, Name, SentenceLabels
from onrecord.schema.token import Document, Sentence
from onrecord.tagger.marking import SentenceMarks, marks
from onrecord.tagger.network.reader import bundled
from onrecord.tagger.trees import label_sentence

MODEL = "minilm-2"


def label(document: Document) -> Labels:
    """Label every sentence of a document. Deterministic; linear in the length of the sentences.

    Raises TaggerError where the weights are missing or damaged.
    """
    found = marks(document, bundled())
    read = zip(document.sentences, found.sentences, strict=True)
    return Labels(tuple(_sentence(sentence, marked) for sentence, marked in read), found.attributions)


def _sentence(sentence: Sentence, marked: SentenceMarks) -> SentenceLabels:
    words = [token.text for token in sentence.tokens]
    labels = label_sentence(words, marked.tags, marked.arcs)
    names = (_whole(name, marked.tags, labels.tags) for name in marked.names)
    return msgspec.structs.replace(labels, names=tuple(name for name in names if not _is_common(name, labels.tags)))


def _is_common(name: Name, mended: Sequence[str]) -> bool:
    """True for what opens a sentence and was mended to a common noun."""
    return (name.first, name.last) == (0, 1) and mended[0] == "NNS"


def _whole(name: Name, given: Sequence[str], mended: Sequence[str]) -> Name:
    """A person's name with the given name before it that was mended from a modal: "May Okafor may leave"."""
    before = name.first - 1
    if name.type == "PER" and before >= 0 and given[before] == "MD" and mended[before] == "NNP":
        return msgspec.structs.replace(name, first=before)
    return name
