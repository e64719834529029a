"""Train the tagger: `python -m training.train DATA RUN --base FOLDER --corpora polnear,ewt,gum`.

RUN is a folder outside the repository: checkpoint.pt (written every few minutes, replaced in one step, resumed from if
there), best.pt (the weights of the best epoch), log.jsonl (losses and development scores), run.json (the settings).
The same settings and seed give the same batches and the same dropout, stopped and resumed or not.

With --workers 2, two processes of one thread each learn from half of each batch and share their gradients: on two
cores that reads a third more pieces a second than one process of two threads, and far more beside other work. With
--device cuda one process does it all, in bf16, with --loaders processes that make batches and --judges that score.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from dataclasses import replace as replace_fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, distributed, nn
from torch.multiprocessing import set_sharing_strategy
from torch.multiprocessing.spawn import spawn
from torch.utils.data import DataLoader, Dataset

from onrecord.tagger.network.pieces import Pieces
from training import corpora
from training.batches import Batch, collate, order
from training.encode import Example, encode
from training.evaluate import evaluate_many
from training.losses import losses, total
from training.model import Sizes, Tagger, base, thinned

SAVE_SECONDS = 300.0
LOG_STEPS = 50
MASK = 103
"""The number of [MASK] among the pieces."""
SUMMARY = ("source", "cue", "content", "argument", "ewt predicate", "ewt upos", "ewt name", "ewt relation")


@dataclass(frozen=True, slots=True)
class Settings:
    corpora: tuple[str, ...]
    epochs: int = 3
    layers: int = 6
    pieces: int = 700
    rate: float = 2e-4
    head_rate: float = 1.5e-3
    decay: float = 0.9
    warmup: float = 0.05
    steps: int = 0
    """The rate falls to nothing after so many steps and the run ends there; 0 for the end of the last epoch."""
    weights: str = ""
    """Weights to start from (best.pt of another run, of as many layers or more) instead of the base."""
    seed: int = 7
    word_dropout: float = 0.0
    """The share of word pieces that are masked, so that what stands about a word has to tell its labels."""
    teachers: tuple[str, ...] = ()
    """Runs whose mean opinion is learnt beside the gold labels."""
    share: float = 0.5
    """How much the teachers count; gold labels count for the rest."""
    device: str = "cpu"
    loaders: int = 0
    judges: int = 1


def load(data: Path, settings: Settings, part: str, pieces: Pieces) -> list[Example]:
    found = (encode(p, pieces) for p in corpora.read(data, list(settings.corpora), part))
    return [e for e in found if e is not None]


def groups(tagger: Tagger, settings: Settings) -> list[dict[str, Any]]:
    """Parameters with their learning rates: lower layers learn slower, word embeddings not at all."""
    tagger.encoder.words.weight.requires_grad_(False)
    tagger.encoder.positions.weight.requires_grad_(False)
    found = []
    for number, layer in enumerate(tagger.encoder.layers):
        rate = settings.rate * settings.decay ** (settings.layers - 1 - number)
        found.append({"params": list(layer.parameters()), "lr": rate})
    rate = settings.rate * settings.decay**settings.layers
    found.append({"params": list(tagger.encoder.norm.parameters()), "lr": rate})
    fresh: list[nn.Module] = [
        tagger.encoder.shapes,
        tagger.encoder.shapes_last,
        tagger.tokens,
        tagger.frames,
        tagger.tree,
    ]
    found.append({"params": [p for m in fresh for p in m.parameters()], "lr": settings.head_rate})
    return found


def slope(step: int, steps: int, warmup: float) -> float:
    """The share of the learning rate at a step: up over the warm-up, then down to nothing."""
    first = max(1, round(steps * warmup))
    return (step + 1) / first if step < first else max(0.0, (steps - step) / (steps - first))


@dataclass(frozen=True, slots=True)
class Place:
    """Which of how many processes this is. The first one writes and judges."""

    rank: int = 0
    workers: int = 1

    @property
    def leads(self) -> bool:
        return self.rank == 0

    def mine(self, batches: list[list[Example]]) -> list[list[Example]]:
        """Every so many-th batch, as many for each process."""
        return batches[self.rank : len(batches) // self.workers * self.workers : self.workers]

    def share(self, parameters: list[nn.Parameter]) -> None:
        """Gradients become their mean over the processes."""
        if self.workers == 1:
            return
        parts = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
        flat = torch.cat([part.flatten() for part in parts])
        distributed.all_reduce(flat)
        flat /= self.workers
        for parameter, part in zip(parameters, flat.split([p.numel() for p in parameters]), strict=True):
            parameter.grad = part.view_as(parameter)

    def wait(self) -> None:
        if self.workers > 1:
            distributed.barrier()


@dataclass(frozen=True, slots=True)
class Batches(Dataset[Batch]):
    """The batches of an epoch, made when they are asked for."""

    examples: list[list[Example]]

    def __len__(self) -> int:
        return len(self.examples)

    def __getitem__(self, number: int) -> Batch:
        return collate(self.examples[number])


def taught_by(runs: tuple[str, ...], device: torch.device) -> list[Tagger]:
    """The taggers of other runs, not to be trained."""
    found = []
    for run in runs:
        settings = json.loads((Path(run) / "run.json").read_text(encoding="utf-8"))["settings"]
        teacher = Tagger(Sizes(layers=settings["layers"]))
        teacher.load_state_dict(torch.load(Path(run) / "best.pt", weights_only=True)["tagger"])
        found.append(teacher.eval().requires_grad_(False).to(device))
    return found


def lineage(settings: Settings) -> dict[str, dict[str, Any]]:
    """The settings of the runs that a run stands on, by the names of their folders: its teachers and the one whose
    weights it starts from, and theirs before them."""
    found: dict[str, dict[str, Any]] = {}
    for folder in (*settings.teachers, *([str(Path(settings.weights).parent)] if settings.weights else [])):
        facts = json.loads((Path(folder) / "run.json").read_text(encoding="utf-8"))
        found |= {**facts.get("after", {}), Path(folder).name: facts["settings"]}
    return found


class Run:
    """A training that can be stopped at any moment and goes on from its last checkpoint."""

    def __init__(self, settings: Settings, folder: Path, base_folder: Path, data: Path, place: Place) -> None:
        self.settings, self.folder, self.place = settings, folder, place
        pieces = Pieces(base_folder / "tokenizer.json")
        self.train = load(data, settings, "train", pieces)
        self.dev = load(data, settings, "dev", pieces) if place.leads else []
        self.types = tuple(sorted({t for e in self.train if e.paragraph.names for t in e.name_types}))
        torch.manual_seed(settings.seed)
        self.tagger = base(base_folder, Sizes(layers=settings.layers))
        if settings.weights:
            found = torch.load(settings.weights, weights_only=True)["tagger"]
            self.tagger.load_state_dict(thinned(found, settings.layers))
        self.device = torch.device(settings.device)
        self.tagger.to(self.device)
        self.teachers = taught_by(settings.teachers, self.device)
        fused = self.device.type == "cuda"
        self.optimizer = torch.optim.AdamW(groups(self.tagger, settings), weight_decay=0.01, fused=fused)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.parameters = [p for group in self.optimizer.param_groups for p in group["params"]]
        self.epoch = self.step = 0
        self.best = 0.0
        self.saved = time.monotonic()
        self.resume()

    @property
    def checkpoint(self) -> Path:
        return self.folder / "checkpoint.pt"

    def resume(self) -> None:
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, weights_only=True)
            self.tagger.load_state_dict(state["tagger"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.epoch, self.step, self.best = state["epoch"], state["step"], state["best"]

    def save(self) -> None:
        """The state of the run, by the first process."""
        self.saved = time.monotonic()
        if not self.place.leads:
            return
        state = {
            "tagger": self.tagger.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "best": self.best,
        }
        replace(self.checkpoint, state)

    def note(self, **facts: object) -> None:
        if not self.place.leads:
            return
        line = json.dumps({"at": time.strftime("%H:%M:%S"), "epoch": self.epoch, "step": self.step, **facts})
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def go(self) -> None:
        while self.epoch < self.settings.epochs:
            batches = self.place.mine(order(self.train, self.settings.pieces, self.settings.seed + self.epoch))
            ends = self.settings.steps or len(batches) * self.settings.epochs
            for batch in self.left(batches[: max(0, ends - self.epoch * len(batches))]):
                self.learn(batch.to(self.device), self.epoch * len(batches) + self.step, ends)
            self.epoch, self.step = self.epoch + 1, 0
            if self.place.leads:
                self.judge()
            self.save()
            self.place.wait()
            if self.epoch * len(batches) >= ends:
                break

    def left(self, batches: list[list[Example]]) -> Iterator[Batch]:
        """The batches of the epoch not yet learnt, with the step counted on and checkpoints between."""
        losses_seen: dict[str, list[Tensor]] = {}
        started, pieces = time.monotonic(), 0
        self.tagger.train()
        for batch in DataLoader(Batches(batches[self.step :]), batch_size=None, num_workers=self.settings.loaders):
            self.losses = losses_seen
            yield batch
            self.step += 1
            pieces += batch.pieces
            if self.step % LOG_STEPS == 0:
                means = {head: round(float(torch.stack(v).mean()), 3) for head, v in losses_seen.items()}
                self.note(of=len(batches), speed=round(pieces / (time.monotonic() - started)), **means)
                losses_seen.clear()
                started, pieces = time.monotonic(), 0
            if time.monotonic() - self.saved > SAVE_SECONDS:
                self.save()

    def learn(self, batch: Batch, step: int, ends: int) -> None:
        torch.manual_seed(((self.settings.seed * 100 + self.epoch) * 100_000 + self.step) * 8 + self.place.rank)
        share = slope(step, ends, self.settings.warmup)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            found = losses(self.tagger, self.masked(batch), self.types, self.teachers)
            loss = total(found, self.settings.share)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.place.share(self.parameters)
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        for head, part in found.items():
            self.losses.setdefault(head, []).append(part.detach())

    def masked(self, batch: Batch) -> Batch:
        """The batch with some pieces hidden."""
        if not self.settings.word_dropout:
            return batch
        hidden = torch.rand(batch.ids.shape, device=self.device) < self.settings.word_dropout
        return replace_fields(batch, ids=batch.ids.masked_fill(hidden & batch.mask, MASK))

    def judge(self) -> None:
        """Development scores of the epoch; the best weights are kept."""
        scores = evaluate_many(self.tagger, self.dev, self.settings.judges)
        summary = sum(scores.get(name, 0.0) for name in SUMMARY)
        self.note(dev=scores)
        if summary > self.best:
            self.best = summary
            facts = {
                "name": self.folder.name,
                "settings": asdict(self.settings),
                "after": lineage(self.settings),
                "types": self.types,
                "dev": scores,
                "epoch": self.epoch,
            }
            replace(self.folder / "best.pt", {"tagger": self.tagger.state_dict()})
            (self.folder / "run.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


def replace(path: Path, state: dict[str, Any]) -> None:
    """Written beside and moved, so that a stop in between leaves the old file."""
    beside = path.with_suffix(".new")
    torch.save(state, beside)
    beside.replace(path)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the encoder: weights and tokenizer.json")
    parser.add_argument(
        "--corpora", default="polnear,ewt,gum,crossner", help=f"of {', '.join(corpora.READERS)}; ewt*2 for twice"
    )
    parser.add_argument("--workers", type=int, default=2, help="processes of one thread each")
    for name, default in (("epochs", 3), ("layers", 6), ("pieces", 700), ("steps", 0), ("seed", 7)):
        parser.add_argument(f"--{name}", type=int, default=default)
    for name, default in (("loaders", 0), ("judges", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    for name, default in (("rate", 2e-4), ("head-rate", 1.5e-3), ("word-dropout", 0.0), ("share", 0.5)):
        parser.add_argument(f"--{name}", type=float, default=default)
    parser.add_argument("--weights", default="", help="best.pt of another run to start from")
    parser.add_argument("--teachers", default="", help="folders of runs to learn from, with commas")
    parser.add_argument("--device", default="cpu", help="cpu, or cuda with --workers 1")
    return parser.parse_args()


CHOSEN = "epochs layers pieces rate head_rate word_dropout share steps weights seed device loaders judges"


def work(rank: int, given: argparse.Namespace) -> None:
    """One process of the run; its id is in RUN/pid.N."""
    torch.set_num_threads(1)
    set_sharing_strategy("file_system")
    (given.run / f"pid.{rank}").write_text(str(os.getpid()), encoding="utf-8")
    place = Place(rank, given.workers)
    if place.workers > 1:
        meeting = f"file://{(given.run / 'meeting').resolve()}"
        distributed.init_process_group("gloo", meeting, timedelta(hours=6), place.workers, rank)
    chosen = {name: getattr(given, name) for name in CHOSEN.split()}
    teachers = tuple(name for name in given.teachers.split(",") if name)
    settings = Settings(tuple(given.corpora.split(",")), teachers=teachers, **chosen)
    Run(settings, given.run, given.base, given.data, place).go()


def main() -> None:
    given = arguments()
    given.run.mkdir(parents=True, exist_ok=True)
    (given.run / "meeting").unlink(missing_ok=True)
    if given.workers == 1:
        work(0, given)
    else:
        spawn(work, (given,), nprocs=given.workers)


if __name__ == "__main__":
    main()
