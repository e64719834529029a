"""Reading one article after the other, an error being a result like any other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

import msgspec

from onrecord.errors import OnRecordError, UsageError
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading, Unread

Read = Callable[[Article], Reading]


class Outcome(msgspec.Struct, frozen=True):
    """An article and its reading, or why there is none."""

    article: Article
    result: Reading | Unread


def read_all(articles: Iterable[Article], read: Read, workers: int) -> Generator[Outcome]:
    """Reads articles in as many processes as `workers` says (0: in this one); outcomes come in the articles' order."""
    if workers < 0:
        raise UsageError(f"The number of workers is {workers}; it is 0 or more.")
    if workers == 0:
        return (Outcome(article, attempt(article, read)) for article in articles)
    from onrecord.workers.pool import read_in_processes

    return read_in_processes(articles, read, workers)


def attempt(article: Article, read: Read) -> Reading | Unread:
    """The reading of an article, or the error it causes."""
    try:
        return read(article)
    except Exception as error:
        return Unread(article.id, reason(error))


def reason(error: Exception) -> str:
    """An error as words: those made for users as they are, others with their type."""
    return str(error) if isinstance(error, OnRecordError) else f"{type(error).__name__}: {error}"
