"""Ties: the times that MEANTIME (Minard et al. 2016) links to events, against the times that the reader ties to them.

A gold link counts where a time INCLUDES an event, the event lies in it, or the two are SIMULTANEOUS. Asked twice: of
the events whose trigger is the predicate of an event or the cue of a statement that the reader finds, and of all, by
what `times.ties` ties to their predicates. A day is right where it agrees with that of a linked time. The day of
publication is such a time, too, but no event is dated by it alone, so recall is asked of times that the text tells. Of
what is tied, that is judged whose event has such a link, or one that puts it before or after the time.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from onrecord import pipeline, segment, tagger, times
from onrecord.acquire import text
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading

FILE = "data/timex_meantime.jsonl.gz"
_DAY = len("2023-09-05")
_WITHIN = frozenset(["INCLUDES", "IS_INCLUDED", "SIMULTANEOUS"])
_APART = frozenset(["BEFORE", "AFTER", "IBEFORE", "IAFTER"])
Row = dict[str, Any]


class Gold(msgspec.Struct, frozen=True):
    """An event of the corpus: where its trigger begins, the days in which it lies (`told`: those that the text tells),
    and those before or after which it does."""

    start: int
    within: frozenset[str]
    told: frozenset[str]
    apart: frozenset[str]


class Asked(msgspec.Struct, frozen=True):
    """An event of the corpus with the day that the reader gives it, "" where it gives none."""

    gold: Gold
    day: str


def measure(corpora: Path) -> dict[str, float | int]:
    """Recall and precision of the days, of rows and of predicates."""
    rows, predicates = Counter[str](), Counter[str]()
    with gzip.open(corpora / FILE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold, article = tuple(golden(row)), text.article(row["text"], id=row["id"], published=row["dct"])
            rows.update(counted(of_rows(pipeline.read(article), gold)))
            days = of_predicates(article)
            predicates.update(counted(Asked(event, days.get(event.start, "")) for event in gold))
    return {
        **{f"events and statements found, {key}": value for key, value in shares(rows).items()},
        **{f"all events, {key}": value for key, value in shares(predicates).items()},
    }


def golden(row: Row) -> Iterator[Gold]:
    """The events of a document that have links with times."""
    days = {timex["m_id"]: timex["value"][:_DAY] for timex in row["timex"]}
    published = {timex["m_id"] for timex in row["timex"] if timex.get("dct")}
    links = [(link["rel"], *ends) for link in row["tlinks"] for ends in _both_ways(link)]
    for event in row["events"]:
        own = [(rel, time) for rel, one, time in links if one == event["m_id"] and time in days]
        yield Gold(
            start=event["start"],
            within=frozenset(days[time] for rel, time in own if rel in _WITHIN),
            told=frozenset(days[time] for rel, time in own if rel in _WITHIN and time not in published),
            apart=frozenset(days[time] for rel, time in own if rel in _APART),
        )


def _both_ways(link: Row) -> tuple[tuple[str, str], tuple[str, str]]:
    return (link["source"], link["target"]), (link["target"], link["source"])


def of_rows(reading: Reading, gold: Iterable[Gold]) -> Iterator[Asked]:
    """The events of the corpus that the reader finds, with the days of the rows."""
    found = [(span, event.time) for event in reading.events for span in event.predicate]
    found += [(span, said.time) for said in reading.statements for span in said.cue]
    for event in gold:
        own = [time for span, time in found if span.start <= event.start < span.end]
        if own:
            yield Asked(event, next((time.value[:_DAY] for time in own if time is not None), ""))


def of_predicates(article: Article) -> Mapping[int, str]:
    """The days that are tied to the predicates of an article, by where their main words begin."""
    document = segment.segment(article)
    labels = tagger.label(document)
    dates = times.read(document, labels)
    values = {time.id: time.value for time in dates}
    found: dict[int, str] = {}
    for tie in times.ties(document, labels, dates):
        sentence, predicate = document.sentences[tie.sentence], labels.sentences[tie.sentence].predicates[tie.predicate]
        found.setdefault(sentence.tokens[predicate.head].start, values[tie.expressions[0]][:_DAY])
    return found


def counted(asked: Iterable[Asked]) -> Counter[str]:
    """How many events lie in a time that the text tells, and how many of them have it; how many days can be judged, and
    how many of them are right."""
    found = Counter[str]()
    for one in asked:
        found["told"] += bool(one.gold.told)
        found["found"] += one.day in one.gold.told
        found["judged"] += bool(one.day) and (bool(one.gold.within) or one.day in one.gold.apart)
        found["right"] += one.day in one.gold.within
    return found


def shares(found: Mapping[str, int]) -> dict[str, float | int]:
    """The counts as recall and precision."""
    return {
        "linked with a time of the text": found["told"],
        "share with its day": found["found"] / found["told"] if found["told"] else 0.0,
        "dated, and judged": found["judged"],
        "share right": found["right"] / found["judged"] if found["judged"] else 0.0,
    }
