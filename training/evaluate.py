"""Development scores of each head, for the weights in torch or in ONNX: whatever gives logits."""

from __future__ import annotations

import copy
import multiprocessing
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import numpy as np
import torch

from onrecord.tagger.network.decode import Paths, Scores, spans, viterbi
from onrecord.tagger.network.inventory import FEATURES, FRAME_HEADS, IGNORE, RELATIONS, TOKEN_HEADS
from onrecord.tagger.network.naming import named
from onrecord.tagger.network.pieces import Ints
from onrecord.tagger.network.trees import of_sentences
from training.batches import collate
from training.corpora import Frame, Labelled
from training.encode import INDEX, Example, Tree
from training.model import Tagger

MIN_JACCARD = 0.5
OUT = -1e9
TIME = ("Tense", "Mood", "VerbForm", "Voice")


class Reader(Protocol):
    """Gives the logits of one paragraph."""

    def tokens(self, example: Example) -> dict[str, Scores]:
        """Logits (W, L) of each token head; keeps the states for `frames`."""

    def frames(self, head: str, anchors: list[int]) -> Scores:
        """Logits (K, W, L) of a frame head for the paragraph just read."""

    def arcs(self) -> Scores:
        """How well each word is the head of each (W dependents, W heads), for the paragraph just read."""

    def relations(self, heads: Paths) -> Scores:
        """Logits (W, relations) of the words with these heads."""


class TorchReader:
    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger.eval()
        self.states = torch.zeros(0)

    @torch.inference_mode()
    def tokens(self, example: Example) -> dict[str, Scores]:
        batch = collate([example])
        self.states = self.tagger.states(batch.ids, batch.shapes, None, batch.starts)
        return {head: logits[0].numpy() for head, logits in self.tagger.token_logits(self.states).items()}

    @torch.inference_mode()
    def frames(self, head: str, anchors: list[int]) -> Scores:
        rows = torch.zeros(len(anchors), dtype=torch.int64)
        found: Scores = self.tagger.frame_logits(head, self.states, rows, torch.tensor(anchors)).numpy()
        return found

    @torch.inference_mode()
    def arcs(self) -> Scores:
        found: Scores = self.tagger.tree.arcs(self.states)[0].numpy()
        return found

    @torch.inference_mode()
    def relations(self, heads: Paths) -> Scores:
        found: Scores = self.tagger.tree.relations(self.states, torch.from_numpy(heads)[None])[0].numpy()
        return found


@dataclass
class Tally:
    hits: int = 0
    said: int = 0
    gold: int = 0

    def add(self, said: Set[object], gold: Set[object]) -> None:
        self.hits += len(said & gold)
        self.said += len(said)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        return 200 * self.hits / (self.said + self.gold) if self.said + self.gold else 0.0


@dataclass
class Scoreboard:
    """Counts by measure; `f1` for spans, accuracies as hits over all."""

    spans: dict[str, Tally] = field(default_factory=partial(defaultdict, Tally))
    right: dict[str, int] = field(default_factory=partial(defaultdict, int))
    seen: dict[str, int] = field(default_factory=partial(defaultdict, int))

    def accuracy(self, name: str, right: np.ndarray, known: np.ndarray) -> None:
        self.right[name] += int((right & known).sum())
        self.seen[name] += int(known.sum())

    def merge(self, other: Scoreboard) -> None:
        for name, tally in other.spans.items():
            mine = self.spans[name]
            mine.hits, mine.said, mine.gold = mine.hits + tally.hits, mine.said + tally.said, mine.gold + tally.gold
        for name, count in other.seen.items():
            self.right[name] += other.right[name]
            self.seen[name] += count

    def table(self) -> dict[str, float]:
        shares = {name: 100 * self.right[name] / n for name, n in self.seen.items() if n}
        return {k: round(v, 2) for k, v in (shares | {name: t.f1 for name, t in self.spans.items()}).items()}


def evaluate(reader: Reader, examples: list[Example]) -> dict[str, float]:
    """All measures that the examples have gold for, in per cent; spans are exact."""
    return counted(reader, examples).table()


def evaluate_many(tagger: Tagger, examples: list[Example], judges: int) -> dict[str, float]:
    """The same, by so many processes, on the processor."""
    still = copy.deepcopy(tagger).cpu()
    if judges == 1:
        return evaluate(TorchReader(still), examples)
    _SHARED[:] = [(TorchReader(still), examples[n::judges]) for n in range(judges)]
    board = Scoreboard()
    with multiprocessing.get_context("fork").Pool(judges) as pool:
        for part in pool.imap_unordered(_judged, range(judges)):
            board.merge(part)
    _SHARED.clear()
    return board.table()


_SHARED: list[tuple[TorchReader, list[Example]]] = []
"""What the judges work on; they are forks of this process."""


def _judged(number: int) -> Scoreboard:
    torch.set_num_threads(1)
    return counted(*_SHARED[number])


def counted(reader: Reader, examples: list[Example]) -> Scoreboard:
    board = Scoreboard()
    for example in examples:
        logits = reader.tokens(example)
        score_words(board, example, logits)
        score_names(board, example, logits["name"])
        if example.tree is not None:
            score_tree(board, example.paragraph.corpus, example.tree, reader)
        if "argument" in example.frames:
            score_arguments(board, example, reader)
        if "attribution" in example.frames:
            score_attributions(board, example, reader, logits["cue"])
    return board


def score_words(board: Scoreboard, example: Example, logits: dict[str, Scores]) -> None:
    corpus = example.paragraph.corpus
    if "upos" in example.heads:
        right = {name: logits[name].argmax(-1) == example.heads[name] for name in ("upos", "xpos", *FEATURES)}
        all_words = np.ones(len(example.starts), dtype=bool)
        board.accuracy(f"{corpus} upos", right["upos"], all_words)
        board.accuracy(f"{corpus} xpos", right["xpos"], all_words)
        verbal = np.isin(example.heads["upos"], [INDEX["upos"]["VERB"], INDEX["upos"]["AUX"]])
        for name in TIME:
            board.accuracy(f"{corpus} {name} of verbs", right[name], verbal)
        time = np.logical_and.reduce([right[name] for name in TIME])
        board.accuracy(f"{corpus} tense+mood+form+voice of verbs", time, verbal)
        board.accuracy(f"{corpus} features", np.logical_and.reduce([right[name] for name in FEATURES]), all_words)
    if "predicate" in example.heads:
        gold = example.heads["predicate"]
        said = (logits["predicate"].argmax(-1) == 1) & (gold != IGNORE)
        board.spans[f"{corpus} predicate"].add(set(np.flatnonzero(said)), set(np.flatnonzero(gold == 1)))


def score_tree(board: Scoreboard, corpus: str, gold: Tree, reader: Reader) -> None:
    """Heads (UAS) and heads with relations (LAS), the sentences given, punctuation left out."""
    heads = of_sentences(reader.arcs(), np.bincount(gold.sentences).tolist())
    counted = gold.relations != RELATIONS.index("punct")
    right = heads == gold.heads
    board.accuracy(f"{corpus} head", right, counted)
    board.accuracy(f"{corpus} relation", right & (reader.relations(heads).argmax(1) == gold.relations), counted)


def score_names(board: Scoreboard, example: Example, logits: Scores) -> None:
    marked = example.paragraph.names
    if marked is None:
        return
    words = [word.text for word in example.paragraph.words]
    said = {s for s in named(logits, words, example.paragraph.sentences) if s.label in marked.types}
    board.spans[f"{example.paragraph.corpus} name"].add(said, set(marked.spans))


def read_frames(reader: Reader, head: str, anchors: list[int], sentences: Ints | None = None) -> list[Frame]:
    """The frames of the anchors; with the number of the sentence of each word, spans stay in that of their anchor and
    leave the anchor out."""
    if not anchors:
        return []
    scores = reader.frames(head, anchors)
    if sentences is not None:
        scores = scores.copy()
        scores[sentences[None, :] != sentences[anchors][:, None], 1:] = OUT
        scores[np.arange(len(anchors)), anchors, 1:] = OUT
    paths = viterbi(scores)
    return [Frame(a, tuple(spans(path, FRAME_HEADS[head]))) for a, path in zip(anchors, paths, strict=True)]


def score_arguments(board: Scoreboard, example: Example, reader: Reader) -> None:
    """Argument spans with their roles, the predicates given; arguments stand in the sentence of their predicate."""
    gold = example.frames["argument"]
    sentences = example.tree.sentences if example.tree is not None else None
    said = read_frames(reader, "argument", [f.anchor for f in gold], sentences)
    for g, s in zip(gold, said, strict=True):
        board.spans["argument"].add(set(s.spans), set(g.spans))
        board.spans["argument 0 and 1"].add(core(s), core(g))


def core(frame: Frame) -> set[Labelled]:
    return {s for s in frame.spans if s.label in ("ARG0", "ARG1")}


def score_attributions(board: Scoreboard, example: Example, reader: Reader, logits: Scores) -> None:
    """Cues, and sources and contents of the cues found: sets of spans per role, not linked (as CofeNet counts)."""
    gold = example.frames["attribution"]
    cues = spans(viterbi(logits[None])[0], TOKEN_HEADS["cue"])
    board.spans["cue"].add(set(cues), set(example.paragraph.cues or ()))
    said = read_frames(reader, "attribution", [c.first for c in cues])
    for role in ("SOURCE", "CONTENT"):
        board.spans[role.lower()].add(of_role(said, role), of_role(gold, role))
    told = [f for f in said if of_role([f], "CONTENT")]
    tally = board.spans["whole attribution"]
    tally.hits += matches(told, gold)
    tally.said += len(told)
    tally.gold += len(gold)


def of_role(frames: Sequence[Frame], role: str) -> set[Labelled]:
    return {s for f in frames for s in f.spans if s.label == role}


def matches(said: Sequence[Frame], gold: Sequence[Frame]) -> int:
    """Attributions that agree, one to one, the closest contents first: contents with a Jaccard of a half or more over
    their words, and sources that share a word (no source matches no source)."""
    pairs = sorted(
        ((closeness(s, g), i, j) for i, s in enumerate(said) for j, g in enumerate(gold)), key=lambda p: (-p[0], p[1:])
    )
    taken_said: set[int] = set()
    taken_gold: set[int] = set()
    for near, i, j in pairs:
        if near >= MIN_JACCARD and i not in taken_said and j not in taken_gold:
            taken_said.add(i)
            taken_gold.add(j)
    return len(taken_said)


def closeness(one: Frame, other: Frame) -> float:
    """The Jaccard of the contents, 0 where the sources do not agree."""
    a, b = words_of(one, "SOURCE"), words_of(other, "SOURCE")
    if not (a & b or not (a or b)):
        return 0.0
    a, b = words_of(one, "CONTENT"), words_of(other, "CONTENT")
    return len(a & b) / len(a | b) if a | b else 0.0


def words_of(frame: Frame, role: str) -> set[int]:
    return {w for s in frame.spans if s.label == role for w in range(s.first, s.last)}
