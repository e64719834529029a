"""The functions that users import: `onrecord.read` and `onrecord.articles`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord import pipeline
from onrecord.acquire import sources, text
from onrecord.acquire.options import SourceOptions
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading, Unread

__all__ = ["articles", "read"]


def read(
    content: str | Article,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Reading:
    """Read one article, given as its text or as an `Article`.

    `published` is an ISO 8601 date or date-time; without it nothing relative ("Monday", "last week") is resolved.
    Raises UsageError where it is no date.
    """
    if isinstance(content, Article):
        return pipeline.read(content)
    return pipeline.read(text.article(content, published=published, title=title, outlet=outlet, url=url))


def articles(items: Sequence[str], options: SourceOptions | None = None) -> Iterator[Article | Unread]:
    """The articles of files, folders, patterns, web addresses or "-" (standard input), read as they are asked for.

    An item that is no article comes back as `Unread`, with the reason.
    """
    return sources.articles(items, options or SourceOptions())
