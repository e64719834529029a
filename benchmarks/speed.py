"""Speed and memory: articles of 500 words a second and milliseconds a stage on one core, and the peak of memory."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import msgspec

from onrecord import actors, events, pipeline, places, segment, statements, tagger, times
from onrecord.acquire import text
from onrecord.schema.article import Article

WORDS = 500


class Speed(msgspec.Struct, frozen=True):
    """`stages` in milliseconds an article of 500 words, `memory` the peak in MB once each stage has run, in their
    order, `articles` of 500 words a second, `megabytes` at the peak of all."""

    stages: dict[str, float]
    memory: dict[str, float]
    articles: float
    megabytes: float


def measure(corpora: Path, count: int = 200) -> Speed:
    """Read `count` articles of the news sample, each cut to whole paragraphs of about 500 words."""
    sample = list(cut_sample(corpora / "data" / "news_sample.jsonl.gz", count))
    words = sum(len(article.text.split()) for article in sample)
    memory: dict[str, float] = {}
    _stages(sample[0], {}, memory)
    spent: dict[str, float] = {}
    for article in sample:
        _stages(article, spent, {})
    begun = time.process_time()
    for article in sample:
        pipeline.read(article)
    total = time.process_time() - begun
    stages = {name: 1000 * seconds * WORDS / words for name, seconds in spent.items()}
    return Speed(stages, memory, words / WORDS / total, _peak())


def _peak() -> float:
    """The peak of this process's resident memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cut_sample(path: Path, count: int) -> Iterator[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(count), lines, strict=False):
            row = json.loads(line)
            yield text.article(_cut(row["text"]), id=row["id"], published=row["published"], title=row["title"])


def _cut(body: str) -> str:
    """The first paragraphs of a text, up to about 500 words."""
    kept: list[str] = []
    for paragraph in body.split("\n\n"):
        kept.append(paragraph)
        if sum(len(p.split()) for p in kept) >= WORDS:
            break
    return "\n\n".join(kept)


def _stages(article: Article, spent: dict[str, float], memory: dict[str, float]) -> None:
    """The time of each stage of the pipeline, added up in `spent`; the peak of memory after each in `memory`."""

    def clocked(name: str, since: float) -> float:
        now = time.process_time()
        spent[name] = spent.get(name, 0.0) + now - since
        memory[name] = _peak()
        return now

    at = time.process_time()
    document = segment.segment(article)
    at = clocked("segment", at)
    labels = tagger.label(document)
    at = clocked("tagger", at)
    dates = times.read(document, labels)
    ties = times.ties(document, labels, dates)
    at = clocked("times", at)
    who = actors.read(document, labels)
    at = clocked("actors", at)
    where, who = pipeline.settled(places.read(document, labels), who)
    at = clocked("places", at)
    said = statements.read(document, labels, who.mentions, who.actors, dates, ties)
    at = clocked("statements", at)
    known = events.Known(dates, ties, where.mentions, where.gazetteer, who.mentions, who.actors, said)
    events.read(document, labels, known)
    clocked("events", at)


def start_up(command: list[str], runs: int = 5) -> float:
    """The median wall time of a command in seconds."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        taken.append(time.perf_counter() - begun)
    return median(taken)


def onrecord_command() -> list[str]:
    """The installed program beside this interpreter."""
    return [str(Path(sys.executable).parent / "onrecord")]
