"""Copies: pairs on Reuters texts with planted edits, reports a second, and what one more report costs a large record.

The corpus calls two texts duplicates where they share .7 of their three-word shingles (Jaccard). So it has most cut
copies as false and issues of a template as true, and the figures are given apart: for all copies found, and for whole
copies alone, on all pairs and on the half of them that was not looked at.
"""

from __future__ import annotations

import gzip
import json
import random
import tempfile
import time
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from benchmarks import quality, speed
from onrecord.deriving import COPY_RULES
from onrecord.schema.article import Article
from onrecord.schema.report import ReportText
from onrecord.store import copies as copy_index
from onrecord.store.store import Store, insert_report
from onrecord.story import copies
from onrecord.story.unions import Unions

Figures = Mapping[str, float | int | None]
Row = dict[str, Any]
Pairs = set[frozenset[str]]
TEXTS, PAIRS = "data/reuters_dups.jsonl.gz", "data/reuters_dups_pairs.jsonl.gz"
DAY = 24
SIZES = (5_000, 50_000)
ADDED = 300
SYLLABLES = "ba co di fu ga he ki lo mu na pe ri so tu va we zo".split()


def measure(corpora: Path) -> Figures:
    """Pairs of copies among the Reuters texts, by the scorer and by kind of pair."""
    texts = [text_of(row) for row in rows(corpora / TEXTS)]
    gold = {frozenset((row["a"], row["b"])): row for row in rows(corpora / PAIRS)}
    names = {text.id: text for text in texts}
    every = Unions(names)
    for linked in copies.connecting(texts):
        every.join(linked.first, linked.second)
    found = pairs_within(every)
    whole = Unions(names)
    for pair in found:
        first, second = sorted(pair)
        known = copies.likeness(names[first], names[second])
        if known and known.kind == "whole":
            whole.join(first, second)
    duplicates = {pair for pair, row in gold.items() if row["duplicate"]}
    held = {pair for pair in pairs_within(whole) | duplicates if held_out(pair)}
    planted = {pair for pair, row in gold.items() if row["kind"] == "planted"}
    issues = {pair for pair, row in gold.items() if is_issue(row)}
    return {
        **{f"all copies, {key}": value for key, value in scored(corpora, every).items()},
        **{f"whole copies, {key}": value for key, value in scored(corpora, whole).items()},
        "whole copies, held-out half, f1": f1(pairs_within(whole) & held, duplicates & held),
        "planted edits found": len(planted & found) / len(planted),
        "issues of a template called copies": len(issues & found),
        "issues of a template that the corpus calls copies": len(issues),
    }


def text_of(row: Row) -> ReportText:
    """A row of the corpus."""
    return ReportText(id=row["id"], source_id=row["id"], published=row["published"], text=row["text"])


def is_issue(row: Row) -> bool:
    """True for two natural texts a day or more apart with other numbers."""
    return row["kind"] == "natural" and not row["same_numbers"] and round(row["hours"]) >= DAY


def held_out(pair: frozenset[str]) -> bool:
    """True for the half of all pairs on which nothing was chosen."""
    return sha256(" ".join(sorted(pair)).encode()).digest()[0] % 2 == 1


def scored(corpora: Path, groups: Unions) -> dict[str, float]:
    """Pair precision, recall and F1 of groups, by the scorer that comes with the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copies.jsonl"
        linked = ((name, group[0]) for group in groups.sets() for name in group[1:])
        path.write_text("".join(json.dumps({"id": a, "copy_of": b}) + "\n" for a, b in linked), encoding="utf-8")
        result = quality.scored(corpora, "dedup", Path(PAIRS), path)
    return {key: result[key] for key in ("precision", "recall", "f1")}


def f1(found: Pairs, gold: Pairs) -> float:
    """Pair F1."""
    return 2 * len(found & gold) / (len(found) + len(gold))


def pairs_within(groups: Unions) -> Pairs:
    """All pairs of reports in one group."""
    return {frozenset((a, b)) for group in groups.sets() for a in group for b in group if a < b}


def rows(path: Path) -> Iterator[Row]:
    """The rows of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def measure_speed(corpora: Path, sizes: tuple[int, int] = SIZES) -> Figures:
    """Reports of 500 words a second on one core, and the cost of one more report at two sizes of a record."""
    costs = dict(zip(sizes, growing(sizes), strict=True))
    few, many = sizes
    return {
        "reports of 500 words a second": pace(corpora),
        **{f"one more report at {size:,}, ms": cost for size, cost in costs.items()},
        f"the cost at {many:,} to that at {few:,}": costs[many] / costs[few],
    }


def pace(corpora: Path, count: int = 1000) -> float:
    """Reports of 500 words of the news sample, each beside a copy with a byline and a tail, a second of one core."""
    sample = list(speed.cut_sample(corpora / "data" / "news_sample.jsonl.gz", count))
    texts = [
        ReportText(id=one.id + mark, source_id=one.id + mark, text=text)
        for one in sample
        for mark, text in (("", one.text), ("c", f"By our staff\n\n{one.text}\n\nRead on."))
    ]
    words = sum(len(text.text.split()) for text in texts)
    begun = time.process_time()
    for _ in copies.connecting(texts):
        pass
    return words / speed.WORDS / (time.process_time() - begun)


def growing(sizes: tuple[int, ...]) -> Iterator[float]:
    """The median milliseconds that one more report costs the index of copies, once a record has grown to each size."""
    made = invented()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "record.db", create=True, wait=10.0)
        stored = 0
        for size in sizes:
            put(store, [next(made) for _ in range(size - stored)])
            copy_index.update(store.database, COPY_RULES)
            stored = size + ADDED
            yield median(cost(store, next(made)) for _ in range(ADDED))
        store.close()


def cost(store: Store, article: Article) -> float:
    """The milliseconds of this process that it takes to look up one new report and to store by what it is found."""
    put(store, [article])
    begun = time.process_time()
    copy_index.update(store.database, COPY_RULES)
    return 1000 * (time.process_time() - begun)


def put(store: Store, articles: list[Article]) -> None:
    """Stores reports without readings: copies are found by their texts alone."""

    def insert(connection: Any) -> None:
        for article in articles:
            insert_report(connection, article.id, article)

    store.database.write(insert)


def invented(seed: int = 8) -> Iterator[Article]:
    """Invented texts of 200 words; each tenth is an earlier one of the last hundred, cut and with another head."""
    dice = random.Random(seed)
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(20_000)]
    kept: list[str] = []
    number = 0
    while True:
        text = " ".join(dice.choices(words, k=200))
        if number % 10 == 9:
            text = f"By our staff. {dice.choice(kept)[:900]}"
        kept = [*kept[-99:], text]
        yield Article(id=f"r{number}", text=text)
        number += 1


STORIES = Path(__file__).parent / "stories"
DEVELOPMENT = Path(__file__).parent / "stories_dev"


def measure_story(corpora: Path, folder: Path) -> Figures:
    """A story put into a record, by its scorer. Only figures are given: what was right or wrong is not shown."""
    from onrecord.acquire import jsonl
    from onrecord.record import Record

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "export.jsonl"
        with Record(Path(place) / "record.db") as record:
            record.add(map(jsonl.row, (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()))
            path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in record.export(added=False)))
        result = quality.scored(corpora, "story", folder.resolve(), path)
    pairs = result["copies"] or {}
    keys = {"event F1": "event_f1", "origins exact": "origins_exact", "history steps": "history"}
    return {
        **{f"copies, {key}": pairs.get(key) for key in ("precision", "recall", "f1")},
        **{name: result[key] for name, key in keys.items()},
        "pairs kept apart": result["kept_apart"],
    }


def measure_blind(corpora: Path) -> Figures:
    """The two stories that were written without sight of the rules, see FROZEN.md."""
    return measure_stories(corpora, STORIES)


def measure_development(corpora: Path) -> Figures:
    """Five more stories, written without sight of the rules too, by which rules are made since."""
    return measure_stories(corpora, DEVELOPMENT)


def measure_stories(corpora: Path, folder: Path) -> Figures:
    """The figures of all stories in a folder."""
    return {
        f"{story.name}: {key}": value
        for story in sorted(folder.iterdir())
        for key, value in measure_story(corpora, story).items()
    }
