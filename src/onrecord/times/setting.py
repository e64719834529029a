"""Setting: what a document as a whole tells of its times: its day, place and kind, the order of its numeric dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.schema.token import Document
from onrecord.times.order import day_first
from onrecord.times.reference import Reference
from onrecord.times.resolve import Stretch

_YEARS = range(100, 9900)  # of publication; days near the ends of the calendar are counted from by nobody
# A text that writes so many years other than its own, some with their month, and hardly ever a bare weekday or "today",
# tells a history.
_YEARS_OF_HISTORY, _DATES_OF_HISTORY, _YEARS_TO_A_DEICTIC = 5, 2, 4


def setting(document: Document, stretches: Sequence[Stretch]) -> Reference:
    """The reference that a document starts with."""
    published, day = document.article.published or "", document.article.day
    dateline = document.dateline.place if document.dateline else None
    return Reference(
        now=day if day and day.year in _YEARS else None,
        clock=published[11:16],
        narrative=_narrative(document, stretches),
        day_first=day_first(document.article, (e.fields.slash for stretch in stretches for e in stretch.expressions)),
        place=dateline.cut(document.text).lower() if dateline else "",
    )


def _narrative(document: Document, stretches: Sequence[Stretch]) -> bool:
    """True where a text tells of other years than that of its publication, and counts nothing from that day."""
    day = document.article.day
    if day is None:
        return False
    kinds = Counter[str]()
    for stretch in stretches:
        for expression in stretch.expressions:
            f = expression.fields
            other = f.year is not None and abs(f.year - day.year) > 1
            kinds["year"] += other
            kinds["date"] += other and f.month is not None
            kinds["deictic"] += f.deictic is not None or f.rel.startswith("now") or bool(f.weekday and not f.month)
    enough = kinds["year"] >= _YEARS_OF_HISTORY and kinds["date"] >= _DATES_OF_HISTORY
    return enough and kinds["year"] >= _YEARS_TO_A_DEICTIC * kinds["deictic"]
