"""The time that 10 kB of each time rule's own example take, over and over, and twice as much; the slowest first.

python -m benchmarks.times_worst

A rule that takes more than linear time shows by a ratio far above 2. The times stage alone is measured, without labels.
"""

from __future__ import annotations

import time

import msgspec

from onrecord.knowledge.time_words import grammar
from onrecord.schema.article import Article
from onrecord.schema.labels import Labels
from onrecord.segment import segment
from onrecord.times import read

_SIZE, _SHOWN, _RUNS = 10_000, 10, 2


class Taken(msgspec.Struct, frozen=True, order=True):
    """The seconds that the example of a rule takes, once repeated to 10 kB and once to 20 kB."""

    seconds: float
    double: float
    rule: str


def main() -> None:
    rows = [row for row in grammar() if row.kind == "rule"]
    taken = sorted((_taken(row.name, row.example) for row in rows), reverse=True)
    print(f"{'rule, 10 kB of its example':<30}{'ms':>8}{'20 kB / 10 kB':>16}")
    for one in taken[:_SHOWN]:
        print(f"{one.rule:<30}{1000 * one.seconds:>8.0f}{one.double / one.seconds:>16.2f}")
    steepest = max(taken, key=lambda one: one.double / one.seconds)
    print(f"steepest: {steepest.rule}, {steepest.double / steepest.seconds:.2f}; {len(taken)} rules")


def _taken(rule: str, example: str) -> Taken:
    return Taken(_seconds(example, _SIZE), _seconds(example, 2 * _SIZE), rule)


def _seconds(example: str, size: int) -> float:
    """The least of some runs, which other work on the machine disturbs least."""
    text = (example + " ") * (size // (len(example) + 1))
    document = segment(Article(id="a", text=text, published="2023-09-06"))
    runs = []
    for _ in range(_RUNS):
        begun = time.process_time()
        read(document, Labels(()))
        runs.append(time.process_time() - begun)
    return min(runs)


if __name__ == "__main__":
    main()
