"""Average runs: `python -m training.average RUN RUN... --into RUN`: the mean of their best weights.

Runs that started from one another lie in one valley of the loss; the mean of their weights is about as good at each
task as the better of them (Wortsman et al. 2022, "Model soups"). The new run's facts are those of the last one, with
the settings of all.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch


def average(runs: list[Path], into: Path) -> None:
    """Write the mean of the runs' best weights as a run of its own."""
    states = [torch.load(run / "best.pt", weights_only=True)["tagger"] for run in runs]
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    facts = [json.loads((run / "run.json").read_text(encoding="utf-8")) for run in runs]
    into.mkdir(parents=True, exist_ok=True)
    torch.save({"tagger": mean}, into / "best.pt")
    before = {name: of for one in facts for name, of in (one.get("after", {}) | {one["name"]: one["settings"]}).items()}
    merged = facts[-1] | {"name": into.name, "after": before, "dev": {}}
    (into / "run.json").write_text(json.dumps(merged, indent=1), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    given = parser.parse_args()
    average(given.runs, given.into)


if __name__ == "__main__":
    main()
