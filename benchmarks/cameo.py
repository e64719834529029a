"""CAMEO sentences: the parties of events against the spans of source and target, and the quad classes of sentences.

A source stands on the side of the actors, a target on that of the recipients; who is marked as reciprocal stands on
both. The classes are verbal and material cooperation and conflict (1 to 4); 0 is neutral, and no measure of precision:
its sentences condole, appeal and voice hopes, some of which are events by the reading contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.copies import rows
from onrecord import pipeline
from onrecord.acquire import text
from onrecord.schema.event import Event
from onrecord.schema.span import Span

PARTIES, CLASSES = "data/cameo_ner_dev.jsonl.gz", "data/cameo_class_dev.jsonl.gz"
SHOWN = 0.4
"""The confidence from which the commands show an event."""
_SIDES = {"SOURCE": ("actor",), "TARGET": ("recipient",), "RECIPROCAL/RELATED": ("actor", "recipient")}
_QUADS = {
    1: frozenset(["AGREE", "CONSULT", "SUPPORT", "CONCEDE"]),
    2: frozenset(["COOPERATE", "AID", "RETREAT"]),
    3: frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN"]),
    4: frozenset(["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]),
}
_QUAD_OF = {type_: quad for quad, types in _QUADS.items() for type_ in types}


def measure(corpora: Path, *, start: int = 0) -> Mapping[str, float | int | None]:
    """Shares over the sentences of both sets, from the one with that number on."""
    sides = [_sides_found(row, _events(row)) for row in map(printed, _from(corpora / PARTIES, start))]
    both = [found for found in sides if len(found) > 1]
    classes = [(row["quad"], _shown(_events(row))) for row in _from(corpora / CLASSES, start)]
    told = [(quad, {_QUAD_OF[e.type] for e in found}) for quad, found in classes if quad]
    best = [(quad, max(found, key=lambda e: e.confidence)) for quad, found in classes if quad and found]
    return {
        "source among the actors": _share(f["actor"] for f in sides if "actor" in f),
        "target among the recipients": _share(f["recipient"] for f in sides if "recipient" in f),
        "a row has both": _share(f["both"] for f in both),
        "sentences with both": len(both),
        "a row of the quad class": _share(quad in quads for quad, quads in told),
        "surest row of the quad class, of those with a row": _share(quad == _QUAD_OF[e.type] for quad, e in best),
        "neutral sentences without a row": _share(not found for quad, found in classes if not quad),
    }


# The sentences with parties have spaces around every mark ("Lima ' s rebel - held port , he said").
_SPACES = re.compile(r" (?=[,.;:?!)%]|(?:'s|’ ?s)\b)|(?<=[($€£]) | (?=['’] ?s\b)|(?<=['’]) (?=s\b)|"
                     r"(?<=\w) (?=- \w)|(?<=\w -) (?=\w)|(?<=\d ,) (?=\d{3}\b)|(?<=\d \.) (?=\d)")  # fmt: skip


def printed(row: Mapping[str, Any]) -> dict[str, Any]:
    """A sentence as a paper prints it, with its spans."""
    text = row["text"]
    gone = {match.start() for match in _SPACES.finditer(text)}
    moved = [0]
    for i in range(len(text)):
        moved.append(moved[-1] + (i not in gone))
    spans = [{**span, "start": moved[span["start"]], "end": moved[span["end"]]} for span in row["spans"]]
    return {**row, "text": "".join(c for i, c in enumerate(text) if i not in gone), "spans": spans}


def _from(path: Path, start: int) -> Iterator[dict[str, Any]]:
    return (row for number, row in enumerate(rows(path)) if number >= start)


def _events(row: Mapping[str, Any]) -> tuple[Event, ...]:
    """What is read in a sentence; its day is not known."""
    return pipeline.read(text.article(row["text"], id=row["id"], published=None, title=None)).events


def _shown(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.confidence >= SHOWN]


def _sides_found(row: Mapping[str, Any], events: Iterable[Event]) -> dict[str, bool]:
    """Whether each side that is marked is touched by a row's, and `both`, where both are marked, by those of one."""
    gold: dict[str, list[Span]] = {}
    for span in row["spans"]:
        for side in _SIDES[span["role"]]:
            gold.setdefault(side, []).append(Span(span["start"], span["end"]))
    touched = [
        {side: any(a.overlaps(b) for a in own for b in gold[side]) for side, own in sides.items() if side in gold}
        for sides in ({"actor": e.actor_spans, "recipient": e.recipient_spans} for e in events)
    ]
    found = {side: any(one[side] for one in touched) for side in gold}
    return found | ({"both": any(all(one.values()) for one in touched)} if len(gold) > 1 else {})


def _share(found: Iterable[bool]) -> float | None:
    values = list(found)
    return sum(values) / len(values) if values else None
