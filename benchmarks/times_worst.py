"""The time that 10 kB of each time rule's own example take, over and over, and how the work grows with twice as much.

python -m benchmarks.times_worst

Work is counted in calls of functions, which other work on the machine does not disturb: a rule that takes more than
linear time shows by a ratio above 2. The times stage alone is measured, without labels.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from types import FrameType
from typing import Any

import msgspec

from onrecord.knowledge.time_words import grammar
from onrecord.schema.article import Article
from onrecord.schema.labels import Labels
from onrecord.schema.token import Document
from onrecord.segment import segment
from onrecord.times import read

_SIZE, _SHOWN, _RUNS = 10_000, 10, 3


class Taken(msgspec.Struct, frozen=True, order=True):
    """What the example of a rule takes, repeated to 10 kB: seconds, and how many times the work 20 kB take."""

    seconds: float
    growth: float
    rule: str


def measure() -> Mapping[str, float | int]:
    """The slowest and the steepest of the rules."""
    found = list(taken())
    return {
        "rules": len(found),
        "slowest rule, ms for 10 kB of its example": 1000 * max(one.seconds for one in found),
        "steepest rule, work for 20 kB over that for 10 kB": max(one.growth for one in found),
    }


def taken() -> Iterator[Taken]:
    """All rules of the grammar, in its order."""
    for row in grammar():
        if row.kind == "rule":
            once, twice = (_repeated(row.example, size) for size in (_SIZE, 2 * _SIZE))
            longer = len(twice.text) / len(once.text)
            yield Taken(_seconds(once), 2 * _work(twice) / _work(once) / longer, row.name)


def _repeated(example: str, size: int) -> Document:
    return segment(Article(id="a", text=(example + " ") * (size // (len(example) + 1)), published="2023-09-06"))


def _seconds(document: Document) -> float:
    """The least of some runs, which other work on the machine disturbs least."""
    runs = []
    for _ in range(_RUNS):
        begun = time.process_time()
        read(document, Labels(()))
        runs.append(time.process_time() - begun)
    return min(runs)


def _work(document: Document) -> int:
    """How many functions are called to read a document."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(document, Labels(()))
    finally:
        sys.setprofile(before)
    return calls


def main() -> None:
    found = sorted(taken(), reverse=True)
    print(f"{'rule, 10 kB of its example':<30}{'ms':>8}{'work, 20 kB / 10 kB':>22}")
    for one in found[:_SHOWN]:
        print(f"{one.rule:<30}{1000 * one.seconds:>8.0f}{one.growth:>22.3f}")
    steepest = max(found, key=lambda one: one.growth)
    print(f"steepest: {steepest.rule}, {steepest.growth:.3f}; {len(found)} rules")


if __name__ == "__main__":
    main()
