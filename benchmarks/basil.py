"""BASIL: events that three outlets each tell, found again among other articles of the news."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import msgspec

from benchmarks import quality
from benchmarks.copies import rows
from onrecord.record import Record
from onrecord.schema.article import Article

GOLD, OTHERS = "data/story_basil_dev.jsonl.gz", "data/news_sample.jsonl.gz"
OTHER_ARTICLES = 1_800
TWO_OF_THREE = 0.8
"""The set F1 of an event that two of the three articles tell, and no other. The scorer calls an event found from .5,
which one article by itself has; so that figure says little."""


def measure(corpora: Path, others: int = OTHER_ARTICLES, keep: Path | None = None) -> Mapping[str, float | None]:
    """The triplets of BASIL put into one record with other articles, by the scorer. `keep` is a folder in which the
    record stays, so that it need not be read anew."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "export.jsonl"
        with Record((keep or Path(place)) / "basil.db") as record:
            record.add(articles(corpora, others))
            path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in record.export(added=False)))
        result = quality.scored(corpora, "story", Path(GOLD), path)
    shares = list(result["events"].values())
    return {
        "events found": result["events_found"],
        "events found by two outlets of three": sum(f1 >= TWO_OF_THREE for f1 in shares) / len(shares),
        "event F1": result["event_f1"],
    }


def articles(corpora: Path, others: int) -> Iterator[Article]:
    """The articles of the triplets, then the others."""
    for row in rows(corpora / GOLD):
        yield Article(
            id=row["id"],
            text=row["text"],
            title=row["title"],
            outlet=row["outlet"],
            url=row["url"],
            published=row["date"],
        )
    for row in islice(rows(corpora / OTHERS), others):
        known = {key: row[key] for key in ("title", "outlet", "url", "published") if row.get(key)}
        yield Article(id=f"other-{row['id']}", text=row["text"], **known)
