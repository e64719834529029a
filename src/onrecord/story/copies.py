"""Copies: reports with one text, whole or cut, found by shared runs of five words.

Candidates share one of the smallest hashes of their runs (a bottom-k sketch, Broder 1997); what decides is the exact
share of common runs, and whether the numbers agree: a weekly bulletin is no copy of last week's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import combinations
from zlib import crc32

import msgspec

from onrecord.schema.reading import Reading
from onrecord.story.tellings import WORD, publication_key
from onrecord.story.unions import Unions

RUN = 5
"""Words in a run."""
SKETCH = 24
"""Hashes kept of a text: two texts that share a quarter of their runs have one in common with probability .999."""
CONTAINED = 0.7
"""Share of the shorter text's runs that the other must have."""
NUMBERS = 0.8
"""Share of the shorter text's numbers that the other must have."""
SHORT = 30
"""Where the shorter text has fewer runs, one word may turn the sense, and most runs of both must agree."""
AGREED = 0.85
"""Share of all runs of two short texts that both must have."""
CROWD = 50
"""In a bucket with more texts than this each is compared with its neighbours alone."""
NEIGHBOURS = 10

NUMBER = re.compile(r"\d\w*")


class Print(msgspec.Struct, frozen=True):
    """A text as it is compared: its runs of words as hashes, its numbers, and the smallest hashes."""

    report: str
    runs: frozenset[int]
    numbers: frozenset[str]
    sketch: tuple[int, ...]


def copies(readings: Iterable[Reading]) -> dict[str, str]:
    """For each report that is a copy the id of its original: the earliest of its group, by publication and id."""
    ordered = sorted(readings, key=publication_key)
    prints = tuple(fingerprint(reading) for reading in ordered)
    groups = Unions(reading.id for reading in ordered)
    for first, second in candidates(prints):
        if groups.root(first.report) != groups.root(second.report) and same_text(first, second):
            groups.join(first.report, second.report)
    originals = ((reading.id, groups.root(reading.id)) for reading in ordered)
    return {report: original for report, original in originals if report != original}


def fingerprint(reading: Reading) -> Print:
    """What is compared of a report's text."""
    text = reading.article.text.casefold()
    values = [crc32(token.encode("utf-8", "replace")) for token in WORD.findall(text)]
    shifted = (values[start:] for start in range(min(RUN, len(values))))
    # The hash of a tuple of numbers is the same in every process, unlike that of a string.
    runs = frozenset(map(hash, zip(*shifted, strict=False)))
    return Print(reading.id, runs, frozenset(NUMBER.findall(text)), tuple(nsmallest(SKETCH, runs)))


def candidates(prints: Iterable[Print]) -> Iterator[tuple[Print, Print]]:
    """Pairs of texts whose sketches meet; a pair may come more than once."""
    buckets: dict[int, list[Print]] = defaultdict(list)
    for item in prints:
        for value in item.sketch:
            buckets[value].append(item)
    for bucket in buckets.values():
        if len(bucket) <= CROWD:
            yield from combinations(bucket, 2)
        else:
            bucket.sort(key=lambda item: (len(item.runs), item.report))
            for step in range(1, NEIGHBOURS + 1):
                yield from zip(bucket, bucket[step:], strict=False)


def same_text(first: Print, second: Print) -> bool:
    """True where the shorter text is, but for small changes, part of the other, with its numbers."""
    shorter, longer = sorted((first, second), key=lambda item: len(item.runs))
    common = len(shorter.runs & longer.runs)
    if not common or common < CONTAINED * len(shorter.runs):
        return False
    if len(shorter.runs) < SHORT and common < AGREED * len(shorter.runs | longer.runs):
        return False
    return len(shorter.numbers & longer.numbers) >= NUMBERS * len(shorter.numbers)
