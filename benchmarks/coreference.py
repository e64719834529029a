"""Coreference: which mentions of GUM's documents are one person or organisation, by the CoNLL score.

The score is the mean F1 of MUC, B-cubed and CEAF-e (Pradhan et al. 2014), over clusters of two mentions or more, as is
usual. GUM marks whole noun phrases, a reading only the words that name: a mention of a reading is that of GUM which
has its last word as head, the shortest where several do. What GUM has as a place, a thing or a time is left out, and so
are relative pronouns, which GUM does not mark.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord import pipeline
from onrecord.acquire import text
from onrecord.schema.reading import Reading

GOLD = "data/gum_dev.jsonl.gz"
WRITTEN = frozenset(["academic", "bio", "court", "interview", "news", "textbook", "voyage"])
_RELATIVES = frozenset(["who", "whom", "whose", "which"])
_KINDS = frozenset(["person", "organization"])
Row = dict[str, Any]
Key = tuple[int, int]
Clusters = list[frozenset[Key]]


def measure(corpora: Path) -> dict[str, float]:
    """The CoNLL F1 over all documents, its three parts, and that over those that were written and not spoken."""
    with gzip.open(corpora / GOLD, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    pairs = {row["id"]: (gold(row), found(row, read(row))) for row in rows}
    written = [pairs[row["id"]] for row in rows if row["genre"] in WRITTEN]
    parts = scores(pairs.values())
    precision = {f"{name} precision": p for name, (p, _) in totals(pairs.values()).items()}
    return {"CoNLL F1": _mean(parts), **parts, **precision, "CoNLL F1, written": _mean(scores(written))}


def read(row: Row) -> Reading:
    return pipeline.read(text.article(row["text"], id=row["id"], published=row["date"]))


def gold(row: Row) -> Clusters:
    """The clusters of persons and organisations in GUM, each mention by its first and last token."""
    clusters: dict[int, set[Key]] = defaultdict(set)
    for start, end, kind, cluster, *_ in row["entities"]:
        if kind in _KINDS:
            clusters[cluster].add((start, end))
    return [frozenset(ones) for ones in clusters.values() if len(ones) > 1]


def found(row: Row, reading: Reading) -> Clusters:
    """The clusters of a reading, its mentions as those of GUM that they are."""
    starts = [start for start, _ in row["offsets"]]
    by_head: dict[int, list[Any]] = defaultdict(list)
    for entity in row["entities"]:
        by_head[entity[6]].append(entity)
    clusters: dict[str, set[Key]] = defaultdict(set)
    for mention in reading.mentions:
        if mention.text.lower() in _RELATIVES:
            continue
        first = bisect_right(starts, mention.start) - 1
        last = bisect_right(starts, mention.end - 1)
        key = _as_gold(by_head, first, last)
        if key is not None and mention.actor is not None:
            clusters[mention.actor].add(key)
    return [frozenset(ones) for ones in clusters.values() if len(ones) > 1]


def _as_gold(by_head: Mapping[int, list[Any]], first: int, last: int) -> Key | None:
    """The mention of GUM that tokens `first` to `last` are, by its head; None where it is a place or a thing."""
    ones = [e for token in range(first, last) for e in by_head.get(token, ()) if e[0] <= first or e[1] <= last]
    if not ones:
        return first, last
    start, end, kind, *_ = min(ones, key=lambda e: abs(e[0] - first) + abs(e[1] - last))
    return (start, end) if kind in _KINDS else None


def scores(pairs: Iterable[tuple[Clusters, Clusters]]) -> dict[str, float]:
    """F1 of each of the three scores over documents."""
    return {name: 2 * p * r / (p + r) if p + r else 0.0 for name, (p, r) in totals(pairs).items()}


def totals(pairs: Iterable[tuple[Clusters, Clusters]]) -> dict[str, tuple[float, float]]:
    """Precision and recall of each of the three scores over documents."""
    sums: Counter[str] = Counter()
    for key, response in pairs:
        for name, one in (("MUC", _muc), ("B3", _b_cubed)):
            sums.update({f"{name} r": one(key, response)[0], f"{name} r of": one(key, response)[1]})
            sums.update({f"{name} p": one(response, key)[0], f"{name} p of": one(response, key)[1]})
        similar = _ceaf(key, response)
        sums.update({"CEAFe r": similar, "CEAFe r of": len(key), "CEAFe p": similar, "CEAFe p of": len(response)})
    return {
        name: (sums[f"{name} p"] / max(1, sums[f"{name} p of"]), sums[f"{name} r"] / max(1, sums[f"{name} r of"]))
        for name in ("MUC", "B3", "CEAFe")
    }


def _muc(key: Clusters, response: Clusters) -> tuple[float, float]:
    """Links of the key that the response has, and all links of the key."""
    home = _home(response)
    right = sum(len(one) - len({home.get(m, m) for m in one}) for one in key)
    return right, sum(len(one) - 1 for one in key)


def _b_cubed(key: Clusters, response: Clusters) -> tuple[float, float]:
    """Of each mention of the key the share of its cluster that the response has beside it, and the mentions."""
    home = _home(response)
    shared = sum(n * n / len(one) for one in key for n in Counter(home[m] for m in one if m in home).values())
    return shared, sum(len(one) for one in key)


def _home(clusters: Clusters) -> dict[Key, int]:
    return {mention: number for number, one in enumerate(clusters) for mention in one}


def _ceaf(key: Clusters, response: Clusters) -> float:
    """How alike the clusters are under the best pairing of the two sides."""
    alike = [[2 * len(a & b) / (len(a) + len(b)) for b in response] for a in key]
    return sum(alike[i][j] for i, j in _pairing(alike))


def _pairing(gain: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """The pairing of rows and columns with the greatest sum (the Hungarian method, by shortest paths)."""
    if not gain or not gain[0]:
        return
    if len(gain) > len(gain[0]):
        turned = [list(column) for column in zip(*gain, strict=True)]
        yield from ((i, j) for j, i in _pairing(turned))
        return
    rows, columns = len(gain), len(gain[0])
    u, v, matched = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for i in range(1, rows + 1):
        _augment(gain, i, u, v, matched)
    yield from ((matched[j] - 1, j - 1) for j in range(1, columns + 1) if matched[j])


def _augment(gain: Sequence[Sequence[float]], i: int, u: list[float], v: list[float], matched: list[int]) -> None:
    """Give row `i` a column, moving others where that is worth more."""
    columns = len(v) - 1
    least, way, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    matched[0], at = i, 0
    while True:
        used[at] = True
        row = matched[at]
        for j in range(1, columns + 1):
            cost = -gain[row - 1][j - 1] - u[row] - v[j]
            if not used[j] and cost < least[j]:
                least[j], way[j] = cost, at
        after = min((j for j in range(1, columns + 1) if not used[j]), key=lambda j: least[j])
        step = least[after]
        for j in range(columns + 1):
            if used[j]:
                u[matched[j]] += step
                v[j] -= step
            else:
                least[j] -= step
        at = after
        if matched[at] == 0:
            break
    while at:
        matched[at] = matched[way[at]]
        at = way[at]


def _mean(parts: Mapping[str, float]) -> float:
    return sum(parts.values()) / len(parts)
