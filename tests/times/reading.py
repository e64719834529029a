"""Reading of sentences for tests: segmented, labelled, and their times."""

from __future__ import annotations

from onrecord.schema.article import Article
from onrecord.schema.time import TimeExpression
from onrecord.segment import segment
from onrecord.tagger import label
from onrecord.times import read

WEDNESDAY = "2023-09-06"


def times(
    text: str, published: str | None = WEDNESDAY, url: str | None = None, outlet: str | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text published on a day."""
    document = segment(Article(id="a", text=text, published=published, url=url, outlet=outlet))
    return read(document, label(document))


def values(text: str, published: str | None = WEDNESDAY) -> dict[str, str]:
    """The value of each expression, by its words."""
    return {time.text: time.value for time in times(text, published)}
