"""Reader: what the weights say of the words of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import accumulate

import msgspec
import numpy as np

from onrecord.tagger.network import trees, weights
from onrecord.tagger.network.decode import Frame, Labelled, Paths, Scores, spans, viterbi
from onrecord.tagger.network.hints import hints
from onrecord.tagger.network.inventory import FRAME_HEADS, RELATIONS, TOKEN_HEADS
from onrecord.tagger.network.naming import named
from onrecord.tagger.network.weights import Weights

_NOBODY = np.zeros(0, dtype=np.int64)


class Said(msgspec.Struct, frozen=True):
    """An attribution: its cue, and the spans of its source and its content."""

    cue: Labelled
    source: tuple[Labelled, ...]
    content: tuple[Labelled, ...]


class Marked(msgspec.Struct, frozen=True):
    """The words of a paragraph as the network reads them, all numbers counted from its first word.

    `tags` are of the Penn Treebank; `heads` gives for each word that on which it hangs (its own number for the root of
    a sentence), `relations` how, by Universal Dependencies; `names` are of the types of the inventory.
    """

    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[Labelled, ...]
    said: tuple[Said, ...]


class Network:
    """A reader of paragraphs. One paragraph a call: what is padded in a batch gets other labels in int8."""

    def __init__(self, opened: Weights) -> None:
        self._weights = opened
        ends = np.cumsum([len(labels) for labels in TOKEN_HEADS.values()])
        self._parts = {
            head: slice(int(end) - len(labels), int(end))
            for (head, labels), end in zip(TOKEN_HEADS.items(), ends, strict=True)
        }

    def paragraph(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[range, Marked]]:
        """The sentences of a paragraph, as many at a time as can be read together, by their numbers.

        A sentence that is too long alone is read in parts, whose trees hang on that of the first.
        """
        for group in self._weights.pieces.fitting(sentences):
            words = [sentences[i] for i in group]
            if len(group) > 1:
                yield group, self._read(words)
            else:
                yield group, _joined([self._read([part]) for part in self._weights.pieces.parts(words[0])])

    def said(self, words: Sequence[str]) -> list[Said]:
        """The attributions alone in what stands for itself, which are a third of the work of `paragraph`."""
        found: list[Said] = []
        before = 0
        for part in self._weights.pieces.parts(words):
            states, logits = self._run(part, ["states", "logits"])
            cues = self._spans("cue", logits)
            if cues:
                about = self._frames(["attribution"], states, cues, _NOBODY)[0]
                found += [moved(one, before) for one in _said(cues, about)]
            before += len(part)
        return found

    def _run(self, words: Iterable[str], outputs: Sequence[str]) -> list[Scores]:
        given = self._weights.pieces.encode(words)
        inputs = {"ids": given.ids[None], "shapes": given.shapes[None], "starts": given.starts}
        found: list[Scores] = self._weights.encoder.run(outputs, inputs)
        return found

    def _frames(self, outputs: Sequence[str], states: Scores, cues: Sequence[Labelled], heads: Paths) -> list[Scores]:
        anchors = np.array([cue.first for cue in cues], dtype=np.int64)
        asked = {"states": states, "cues": anchors, "predicates": _NOBODY, "heads": heads}
        found: list[Scores] = self._weights.frames.run(outputs, asked)
        return found

    def _read(self, sentences: Sequence[Sequence[str]]) -> Marked:
        words = [word for sentence in sentences for word in sentence]
        states, logits, arcs = self._run(words, ["states", "logits", "arcs"])
        cues = self._spans("cue", logits)
        lengths = [len(sentence) for sentence in sentences]
        starts = [0, *accumulate(lengths[:-1])]
        heads = trees.of_sentences(arcs, lengths)
        about, relations = self._frames(["attribution", "relation"], states, cues, heads)
        return Marked(
            tags=self._labels("xpos", logits),
            heads=tuple(heads.tolist()),
            relations=tuple(RELATIONS[i] for i in relations.argmax(1).tolist()),
            names=tuple(named(self._second_look(words, starts, states, logits), words, starts)),
            said=_said(cues, about),
        )

    def _second_look(self, words: Sequence[str], starts: Sequence[int], states: Scores, logits: Scores) -> Scores:
        """The scores of names, weighed again with what the tables know."""
        asked = {"states": states, "scores": logits[:, self._parts["name"]], "hints": hints(words, starts)}
        found: Scores = self._weights.names.run(["names"], asked)[0]
        return found

    def _labels(self, head: str, logits: Scores) -> tuple[str, ...]:
        labels = TOKEN_HEADS[head]
        return tuple(labels[i] for i in logits[:, self._parts[head]].argmax(1).tolist())

    def _spans(self, head: str, logits: Scores) -> list[Labelled]:
        return spans(viterbi(logits[None, :, self._parts[head]])[0], TOKEN_HEADS[head])


def _said(cues: Sequence[Labelled], scores: Scores) -> tuple[Said, ...]:
    if not cues:
        return ()
    about = (spans(path, FRAME_HEADS["attribution"]) for path in viterbi(scores))
    return tuple(_attribution(cue, Frame(cue.first, tuple(found))) for cue, found in zip(cues, about, strict=True))


def _attribution(cue: Labelled, frame: Frame) -> Said:
    def of(role: str) -> tuple[Labelled, ...]:
        return tuple(span for span in frame.spans if span.label == role)

    return Said(cue, of("SOURCE"), of("CONTENT"))


def _joined(parts: Sequence[Marked]) -> Marked:
    """The parts of one long sentence as one."""
    if len(parts) == 1:
        return parts[0]
    root = next((i for i, head in enumerate(parts[0].heads) if i == head), 0)
    heads: list[int] = []
    relations: list[str] = []
    named: list[Labelled] = []
    said: list[Said] = []
    for part in parts:
        by = len(heads)
        later_root = [by > 0 and i == head for i, head in enumerate(part.heads)]
        heads += [root if moved else head + by for head, moved in zip(part.heads, later_root, strict=True)]
        relations += ["parataxis" if m else r for r, m in zip(part.relations, later_root, strict=True)]
        named += _moved(part.names, by)
        said += [moved(one, by) for one in part.said]
    tags = tuple(tag for part in parts for tag in part.tags)
    return Marked(tags, tuple(heads), tuple(relations), tuple(named), tuple(said))


def moved(said: Said, by: int) -> Said:
    """An attribution with its words counted from so many before."""
    return Said(_later(said.cue, by), _moved(said.source, by), _moved(said.content, by))


def _moved(labelled: Sequence[Labelled], by: int) -> tuple[Labelled, ...]:
    return tuple(_later(one, by) for one in labelled)


def _later(one: Labelled, by: int) -> Labelled:
    return Labelled(one.first + by, one.last + by, one.label)


@cache
def bundled() -> Network:
    """The network that comes with the package, opened once."""
    with as_file(files("onrecord.tagger").joinpath("data/network")) as folder:
        return Network(weights.load(folder))
