"""Train the second look at names: `python -m training.names DATA OUT --base FOLDER --teachers RUN,RUN`.

OUT is a finished export. Its names graph is made anew and scored; all else stays as it is. The encoder knows the words
of its own training too well to learn from its states there alone, so most of what is learnt is what larger teachers say
of the names in texts that mark none, each fifth of them in small letters too; the gold names are read beside them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import pad

from onrecord.tagger.network.decode import Scores
from onrecord.tagger.network.inventory import SHAPES, TOKEN_HEADS
from onrecord.tagger.network.pieces import Pieces
from training import corpora
from training.batches import collate, order
from training.encode import Example, encode
from training.evaluate import Scoreboard, score_names
from training.export import OnnxReader, describe, name_hints, write_names
from training.model import NamesHead, Sizes, Tagger
from training.train import Settings, lineage, slope, taught_by

UNMARKED = "wikievents,polnear/5,qanom/2"
MARKED = "ewt,crossner*4,gum"
SMALL_EVERY = 5
SHORT = 4
"""Paragraphs of so few words teach nothing."""
PARAGRAPHS = 32
LABELS = TOKEN_HEADS["name"]
EVENT = [i for i, name in enumerate(LABELS) if name.endswith("EVENT")]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A paragraph as the head sees it, and how likely each label of each word is to be right (W, labels)."""

    states: NDArray[np.float16]
    scores: Scores
    hints: Scores
    right: Scores


def examples(data: Path, names: str, part: str, pieces: Pieces) -> list[Example]:
    """The paragraphs of corpora, each `ewt`, `ewt*2` (twice) or `ewt/2` (every second paragraph)."""
    found: list[Example] = []
    for name in names.split(","):
        corpus, _, every = name.partition("/")
        paragraphs = corpora.read(data, [corpus], part)[:: int(every or 1)]
        found += [e for p in paragraphs if (e := encode(p, pieces)) is not None]
    return found


def opinions(teachers: Sequence[Tagger], read: list[Example]) -> Iterator[tuple[Example, Scores]]:
    """How likely each label is to the teachers, in the mean."""
    for group in order(read, 3000, 1):
        batch = collate(group)
        mask = batch.mask[:, None, None, :]
        with torch.inference_mode():
            told = [t.token_logits(t.states(batch.ids, batch.shapes, mask, batch.starts))["name"] for t in teachers]
            mean = torch.stack([logits.softmax(-1) for logits in told]).mean(0).numpy()
        for example, likely in zip(group, mean, strict=True):
            yield example, likely[: len(example.starts)]


def small(example: Example) -> Example:
    """The paragraph in small letters; its pieces are the same, since the vocabulary is uncased."""
    large = [SHAPES.index(name) for name in ("title", "upper", "initial", "mixed")]
    shapes = np.where(np.isin(example.shapes, large), SHAPES.index("lower"), example.shapes)
    words = tuple(replace(word, text=word.text.lower()) for word in example.paragraph.words)
    return replace(example, shapes=shapes, paragraph=replace(example.paragraph, words=words))


def lesson(reader: OnnxReader, example: Example, right: Scores | None) -> Lesson:
    """The paragraph as the exported encoder reads it; without opinions the gold names are right."""
    reader.tokens(example)
    scores = reader.first_names
    if right is None:
        right = gold(example, scores)
    return Lesson(reader.states.astype(np.float16), scores, name_hints(example), right)


def gold(example: Example, scores: Scores) -> Scores:
    """The gold labels; where events are not marked, a word without a name is one of an event as far as it seems so."""
    right = np.eye(len(LABELS), dtype=np.float32)[example.heads["name"]]
    if "EVENT" not in example.name_types:
        likely = np.exp(scores - scores.max(1, keepdims=True))
        open_ = [0, *EVENT]
        shares = likely[:, open_] / likely[:, open_].sum(1, keepdims=True)
        outside = example.heads["name"] == 0
        right[np.ix_(outside, open_)] = shares[outside]
    return right


def unmarked(reader: OnnxReader, read: list[Example], teachers: Sequence[Tagger]) -> Iterator[Lesson]:
    """What the teachers say of paragraphs, and of some of them in small letters."""
    for number, (example, likely) in enumerate(opinions(teachers, [e for e in read if len(e.starts) > SHORT])):
        yield lesson(reader, example, likely)
        if number % SMALL_EVERY == 0:
            yield lesson(reader, small(example), likely)


def table(arrays: Sequence[NDArray[np.floating]]) -> Tensor:
    """Arrays (W, n) as one tensor (B, longest W, n), filled up with zeros."""
    width = max(len(a) for a in arrays)
    return torch.stack([pad(torch.from_numpy(a).float(), (0, 0, 0, width - len(a))) for a in arrays])


def batches(read: list[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    """All lessons in random order, those of about the same length together."""
    near = sorted(read, key=lambda one: len(one.right) + 12 * chance.random())
    groups = [near[at : at + PARAGRAPHS] for at in range(0, len(near), PARAGRAPHS)]
    chance.shuffle(groups)
    yield from groups


def train(read: list[Lesson], *, epochs: int, rate: float, seed: int) -> NamesHead:
    torch.manual_seed(seed)
    chance = random.Random(seed)
    head = NamesHead(Sizes())
    optimizer = torch.optim.AdamW(head.parameters(), rate, weight_decay=0.02)
    steps, step = epochs * -(-len(read) // PARAGRAPHS), 0
    for epoch in range(epochs):
        losses = []
        for group in batches(read, chance):
            right = table([one.right for one in group])
            said = head(*(table([getattr(one, name) for one in group]) for name in ("states", "scores", "hints")))
            loss = -(right * said.log_softmax(-1)).sum() / right.sum()
            optimizer.param_groups[0]["lr"] = rate * slope(step, steps, 0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
            losses.append(loss.item())
        print(json.dumps({"epoch": epoch, "loss": round(sum(losses) / len(losses), 4)}), flush=True)
    return head.eval()


def judged(data: Path, out: Path, pieces: Pieces) -> dict[str, float]:
    """Names on the development parts, as the package reads them."""
    reader, board = OnnxReader(out), Scoreboard()
    for example in examples(data, "ewt,gum,crossner", "dev", pieces):
        score_names(board, example, reader.tokens(example)["name"])
    return board.table()


def note(out: Path, found: dict[str, float], teachers: Sequence[str], settings: dict[str, object]) -> None:
    """The new scores in the facts of the export, and the runs that the teachers came of."""
    path = out / "scores.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    facts["int8"] |= found
    facts["bytes"]["names.onnx"] = (out / "names.onnx").stat().st_size
    facts["names"] = {"teachers": [Path(run).name for run in teachers], **settings}
    after = {**lineage(Settings((), teachers=tuple(teachers))), **facts["run"].get("after", {})}
    facts["run"]["after"] = after
    path.write_text(json.dumps(facts, indent=1), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the encoder's tokenizer.json")
    parser.add_argument("--teachers", required=True, help="folders of runs to learn from, with commas")
    parser.add_argument("--name", default="minilm-2", help="the name of the model in readings")
    parser.add_argument("--unmarked", default=UNMARKED, help="texts that teachers speak of; polnear/5 for each fifth")
    parser.add_argument("--marked", default=MARKED, help="corpora with names")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(1)
    pieces = Pieces(given.base / "tokenizer.json")
    runs = tuple(given.teachers.split(","))
    reader, teachers = OnnxReader(given.out), taught_by(runs, torch.device("cpu"))
    read = [*unmarked(reader, examples(given.data, given.unmarked, "train", pieces), teachers)]
    read += [lesson(reader, e, None) for e in examples(given.data, given.marked, "train", pieces) if e.paragraph.names]
    head = train(read, epochs=given.epochs, rate=given.rate, seed=given.seed)
    write_names(head, given.out)
    describe(given.out, given.name)
    found = judged(given.data, given.out, pieces)
    settings = {name: getattr(given, name) for name in ("unmarked", "marked", "epochs", "rate", "seed")}
    note(given.out, found, runs, settings)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
