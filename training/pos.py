"""Train the part-of-speech tagger of the first reading: an averaged perceptron over EWT and GUM.

    python training/pos.py CORPORA_FOLDER OUTPUT.msgpack.gz

Hyphenated words are joined as `onrecord.segment` leaves them. Prints the accuracy on the development parts.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.tagger import pos

EPOCHS = 6
SEED = 7
LEAST = 1.0
# Genres of GUM whose texts' licences are not confirmed.
UNCLEAR = frozenset(["conversation", "speech", "textbook", "vlog"])
SINGLE_MIN, SINGLE_SHARE = 15, 0.992
DROPPED = {"GW", "AFX", "ADD", "NFP", "LS"}
Sentence = list[tuple[str, str]]


def rows(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of an EWT or a GUM file as words with tags, hyphenated words joined."""
    for row in rows(path):
        if row.get("genre") in UNCLEAR:
            continue
        bounds = row.get("sentences") or [[0, len(row["tokens"])]]
        for first, last in bounds:
            yield joined(row["tokens"][first:last], row["xpos"][first:last], row["offsets"][first:last])


def joined(tokens: list[str], tags: list[str], offsets: list[list[int]]) -> Sentence:
    """Words with their tags; "arms - control" as one word with the tag of its last part, or JJ before a noun."""
    found: Sentence = []
    glue = False
    for i, (word, tag) in enumerate(zip(tokens, tags, strict=True)):
        touches = i > 0 and offsets[i][0] == offsets[i - 1][1]
        if (tag == "HYPH" or (glue and touches)) and found and touches:
            head = found.pop()
            found.append((head[0] + word, head[1] if tag == "HYPH" else tag))
            glue = tag == "HYPH"
            if not glue and tag in ("NN", "VBN", "VBG", "JJ", "CD") and i + 1 < len(tags) and tags[i + 1][:2] == "NN":
                found[-1] = (found[-1][0], "JJ")
        else:
            found.append((word, "NN" if tag in DROPPED else tag))
            glue = False
    return [(curly(word), tag) for word, tag in found]


def curly(word: str) -> str:
    return word.replace("\u2019", "'")


def single_tags(train: list[Sentence]) -> dict[str, str]:
    """The words that carry one tag (nearly) always."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in train:
        for word, tag in sentence:
            counts[word][tag] += 1
    found = {}
    for word, seen in counts.items():
        tag, n = seen.most_common(1)[0]
        if seen.total() >= SINGLE_MIN and n / seen.total() >= SINGLE_SHARE and not word[:1].isdigit():
            found[word] = tag
    return found


class Perceptron:
    """Weights with their running sums, for averaging."""

    def __init__(self, tags: list[str]) -> None:
        self.tags = tags
        self.table: dict[str, dict[int, float]] = {}
        self.sums: dict[tuple[str, int], float] = defaultdict(float)
        self.stamps: dict[tuple[str, int], int] = defaultdict(int)
        self.step = 0

    def best(self, features: tuple[str, ...]) -> int:
        scores = [0.0] * len(self.tags)
        for feature in features:
            for number, weight in self.table.get(feature, {}).items():
                scores[number] += weight
        return scores.index(max(scores))

    def learn(self, features: tuple[str, ...], gold: int, said: int) -> None:
        for feature in features:
            self._add(feature, gold, 1.0)
            self._add(feature, said, -1.0)

    def _add(self, feature: str, number: int, value: float) -> None:
        key, row = (feature, number), self.table.setdefault(feature, {})
        old = row.get(number, 0.0)
        self.sums[key] += (self.step - self.stamps[key]) * old
        self.stamps[key] = self.step
        row[number] = old + value

    def averaged(self) -> dict[str, NDArray[np.float64]]:
        """The mean weights of each feature over the whole training, one a tag."""
        found = {}
        for feature, row in self.table.items():
            means = np.zeros(len(self.tags))
            for number, weight in row.items():
                key = (feature, number)
                means[number] = (self.sums[key] + (self.step - self.stamps[key]) * weight) / self.step
            found[feature] = means
        return found


def train(data: list[Sentence], single: dict[str, str]) -> Perceptron:
    tags = sorted({tag for sentence in data for _, tag in sentence})
    numbers = {tag: i for i, tag in enumerate(tags)}
    model = Perceptron(tags)
    order = random.Random(SEED)
    for epoch in range(EPOCHS):
        order.shuffle(data)
        wrong = seen = 0
        for sentence in data:
            words = (*pos.START, *(pos.normal(w) for w, _ in sentence), *pos.END)
            before, before2 = pos.START
            for i, (word, gold) in enumerate(sentence):
                said = single.get(word)
                if said is None:
                    features = pos.context_features(words, i + 2) + pos.tag_features(
                        words[i + 2], before, before2, pos.shape(word), first=i == 0
                    )
                    number = model.best(features)
                    model.step += 1
                    seen += 1
                    if number != numbers[gold]:
                        wrong += 1
                        model.learn(features, numbers[gold], number)
                    said = tags[number]
                before2, before = before, said
        print(f"epoch {epoch + 1}: {wrong / seen:.4f} of {seen} scored words wrong", flush=True)
    return model


def stored(model: Perceptron, single: dict[str, str]) -> pos.Weights:
    """The weights as the package holds them: features whose largest weight is LEAST or more, in int16."""
    kept = {feature: means for feature, means in sorted(model.averaged().items()) if np.abs(means).max() >= LEAST}
    matrix = np.clip(np.rint(np.array(list(kept.values())) * pos.SCALE), -32767, 32767).astype(np.int16)
    return pos.Weights(tuple(model.tags), single, tuple(kept), matrix.tobytes())


def accuracy(data: list[Sentence]) -> float:
    hits = total = 0
    tagged = pos.tag([[word for word, _ in sentence] for sentence in data])
    for said, sentence in zip(tagged, data, strict=True):
        hits += sum(a == b for a, (_, b) in zip(said, sentence, strict=True))
        total += len(sentence)
    return hits / total


def main(folder: Path, output: Path) -> None:
    data = [s for name in ("ewt_train", "gum_train") for s in sentences(folder / f"{name}.jsonl.gz")]
    single = single_tags(data)
    model = train(data, single)
    found = stored(model, single)
    packed = gzip.compress(msgspec.msgpack.encode(found), mtime=0)
    output.write_bytes(packed)
    print(f"{len(found.features)} features, {len(single)} words with one tag, {len(packed)} bytes")
    pos.model.cache_clear()
    for name in ("ewt_dev", "gum_dev"):
        print(name, f"{accuracy(list(sentences(folder / f'{name}.jsonl.gz'))):.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
