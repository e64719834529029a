"""Offsets: the day of an event that is told by how long it was before or after another.

"Signed a truce on Thursday, twelve days after an ambush" dates the ambush; so does "the money was frozen on 18 March,
three days after the killing". Only counts of days and weeks, from a day that is known: what is told in months is told
roughly, and so are weeks, whose days are widened.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from onrecord.events.scene import Scene
from onrecord.schema.labels import Predicate
from onrecord.schema.tie import Tie
from onrecord.schema.time import Dated, TimeExpression

_SIGNS = {"after": -1, "before": 1}
_COUNTED = re.compile(r"P(\d{1,2})([DW])")
_DAYS = {"D": 1, "W": 7}
_ROUGHLY = 2  # by how many days a time that is told in weeks may be off
_GAP = 12  # how many tokens after the count the word for the event may stand


def counted(scene: Scene, number: int, owned: Mapping[int, Tie]) -> Dated | None:
    """The day of the predicate with that number by its distance from that of its governor; None where none is told."""
    predicate = scene.labels.predicates[number]
    sign = _SIGNS.get(predicate.marker or "")
    if sign is None or predicate.governor is None or predicate.governor not in owned:
        return None
    known = [time for time in scene.known.times if time.id in owned[predicate.governor].expressions]
    span = _distance(scene, predicate)
    match = _COUNTED.fullmatch(span.value) if span is not None else None
    if span is None or match is None or len(known) != 1 or known[0].precision != "day" or not known[0].from_:
        return None
    day = date.fromisoformat(known[0].from_[:10]) + timedelta(days=sign * int(match[1]) * _DAYS[match[2]])
    return _dated(day, 0 if match[2] == "D" else _ROUGHLY, (known[0].id, span.id))


def _distance(scene: Scene, predicate: Predicate) -> TimeExpression | None:
    """The count that stands right before "after" or "before" of a predicate."""
    tokens = scene.sentence.tokens
    for at in range(predicate.first - 1, max(0, predicate.first - _GAP), -1):
        if scene.word(at).lower() == predicate.marker:
            end = tokens[at - 1].end
            return next((t for t in scene.known.times if t.end == end and t.type == "DURATION" and not t.mod), None)
    return None


def _dated(day: date, roughly: int, expressions: tuple[str, ...]) -> Dated:
    first, last = day - timedelta(days=roughly), day + timedelta(days=roughly)
    return Dated(
        value=day.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}",
        from_=first.isoformat(),
        to=(last + timedelta(days=1)).isoformat(),
        precision="day",
        expressions=expressions,
        tie="offset",
    )
