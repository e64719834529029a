"""How often rows of a confidence are right: `python -m benchmarks.calibration [CORPORA]`.

On the annotated articles, by the scorer that comes with them: of the rows that it can judge, the share with type,
status and both parties right, which is what `Event.confidence` is the probability of.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.quality import readings
from onrecord.schema.event import Event
from onrecord.schema.reading import Reading

ASKED = ("type", "status", "actor", "recipient")
BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 1.01)


class Judged(msgspec.Struct, frozen=True):
    """An event with whether the scorer finds it right; a row that is no event of the article is wrong."""

    event: Event
    right: bool


def judged(corpora: Path) -> Iterator[Judged]:
    """The rows of the annotated articles that can be judged, in order."""
    sys.path.insert(0, str(corpora.resolve()))
    scorer = import_module("score.case")
    command = [sys.executable, "-m", "score.docs", "cases"]
    lines = subprocess.run(command, cwd=corpora, capture_output=True, text=True, check=True).stdout.splitlines()
    for reading in readings(lines):
        if isinstance(reading, Reading):
            gold = json.loads((corpora / "cases" / reading.id / "expected.json").read_text(encoding="utf-8"))
            yield from _judged(scorer, gold, reading)


def _judged(scorer: Any, gold: dict[str, Any], reading: Reading) -> Iterator[Judged]:
    """The rows that the scorer matches with a row of the gold, and those that touch no word that may be an event."""
    plain = json.loads(msgspec.json.encode(reading))
    actors = scorer.Actors(gold, plain)
    said = {key: row["id"] for key, row in scorer.match_statements(gold, plain).items()}
    matched = scorer.match_events(gold, plain)
    right: dict[str, bool] = {}
    for row in gold["events"]:
        if (found := matched.get(row["key"])) is not None:
            fits = [scorer.event_checks(v, found, gold, plain, actors, said) for v in scorer.variants(row)]
            right[found["id"]] = any(all(checks[name][0] for name in ASKED) for checks in fits)
    named = [span for row in gold["events"] for spans in scorer.predicates(row) for span in spans]
    open_to_doubt = [*named, *((span["start"], span["end"]) for span in gold.get("extra_ok", []))]
    for event in reading.events:
        own = [(span.start, span.end) for span in event.predicate]
        if event.id in right or not any(a < d and c < b for a, b in own for c, d in open_to_doubt):
            yield Judged(event, right.get(event.id, False))


def _by_confidence(event: Event) -> str:
    low, high = next(bounds for bounds in pairwise(BINS) if event.confidence < bounds[1])
    return f"confidence {low:.2f} to {high:.2f}"


def _by_sides(event: Event) -> str:
    sides = bool(event.actors) + bool(event.recipients or event.reciprocal)
    return ("nobody named", "one side named", "both sides named")[sides]


def _lines(rows: list[Judged], kind: Callable[[Event], str]) -> Iterator[str]:
    """A line a kind: how many rows, which share is right, and the mean of their confidence."""
    kinds = defaultdict[str, list[Judged]](list)
    for row in rows:
        kinds[kind(row.event)].append(row)
    for name, some in sorted(kinds.items()):
        right = sum(row.right for row in some) / len(some)
        mean = sum(row.event.confidence for row in some) / len(some)
        yield f"{name:<28}{len(some):>6}{right:>8.2f}{mean:>12.2f}"


def main() -> None:
    rows = list(judged(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")))
    print(f"{'rows':<28}{'count':>6}{'right':>8}{'confidence':>12}")
    for kind in (lambda _: "all", _by_confidence, _by_sides):
        print("\n".join(_lines(rows, kind)))


if __name__ == "__main__":
    main()
