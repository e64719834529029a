"""Trees written by hand: one "word/TAG/relation/head" a word, heads counted from 1, 0 for the root."""

from __future__ import annotations

from onrecord.schema.labels import Arc, Argument, Predicate, SentenceLabels
from onrecord.tagger.trees import label_sentence
from onrecord.tagger.trees.parse import Parse
from onrecord.tagger.trees.parse import parse as parse_sentence


def written(text: str) -> tuple[list[str], tuple[str, ...], list[Arc]]:
    """The tokens, tags and arcs of a written sentence."""
    rows = [word.rsplit("/", 3) for word in text.split()]
    arcs = [Arc(int(head) - 1 if head != "0" else i, relation) for i, (_, _, relation, head) in enumerate(rows)]
    return [row[0] for row in rows], tuple(row[1] for row in rows), arcs


def parsed(text: str) -> Parse:
    return parse_sentence(*written(text))


class Labelled:
    """The labels of a written sentence, asked by words."""

    def __init__(self, text: str) -> None:
        self.words, tags, arcs = written(text)
        self.labels: SentenceLabels = label_sentence(self.words, tags, arcs)

    def predicate(self, lemma: str) -> Predicate:
        return next(p for p in self.labels.predicates if p.lemma == lemma)

    def heads(self, lemma: str, role: str, marker: str | None = None) -> list[str]:
        found = [a for a in self.predicate(lemma).arguments if (a.role, a.marker) == (role, marker)]
        return [self.words[head] for argument in found for head in argument.heads]

    def text(self, lemma: str, role: str, marker: str | None = None) -> list[str]:
        found = [a for a in self.predicate(lemma).arguments if (a.role, a.marker) == (role, marker)]
        return [self.cut(argument) for argument in found]

    def cut(self, argument: Argument) -> str:
        return " ".join(self.words[argument.first : argument.last])

    def link(self, lemma: str) -> tuple[str | None, str | None, str | None]:
        """The lemma of the governor of a predicate, the relation and the marker."""
        found = self.predicate(lemma)
        above = None if found.governor is None else self.labels.predicates[found.governor].lemma
        return above, found.relation, found.marker

    def chunks(self) -> list[str]:
        return [" ".join(self.words[c.first : c.last]) for c in self.labels.chunks]
