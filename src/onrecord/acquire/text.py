"""A text with what is told about it becomes an `Article`: header lines, publication date, language, id."""

from __future__ import annotations

from datetime import date

import msgspec

from onrecord.acquire import dateline, dates
from onrecord.acquire.header import Header, read_header
from onrecord.acquire.ids import derived_id
from onrecord.acquire.language import detect
from onrecord.errors import ItemError, UsageError
from onrecord.schema.article import Article


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What is told about a text from outside it: by its row, its page or the user. `published` is valid ISO 8601."""

    id: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None

    def or_else(self, other: Given) -> Given:
        """The same, with what is unknown taken from another."""
        return Given(
            id=self.id or other.id,
            published=self.published or other.published,
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            url=self.url or other.url,
        )


def article(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the name that the contract gives
    published: str | date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Article:
    """The article of a text in hand.

    `published` is a date, a datetime or ISO 8601. What is not given is taken from header lines of the text, where it
    has them. Raises UsageError for an empty text or a date that does not exist.
    """
    try:
        day = published.isoformat() if isinstance(published, date) else published
        given = Given(id=id, published=dates.iso(day) if day else None, title=title, outlet=outlet, url=url)
        return compose(text, given, item="text")
    except ValueError as error:
        raise UsageError(f"published: {error}") from None
    except ItemError as error:
        raise UsageError(f"The text cannot be read: {error.reason}.") from None


def compose(text: str, given: Given, *, item: str, file_name: str | None = None, longest: int | None = None) -> Article:
    """An article of a text and what is given; header lines and the dateline fill what is not.

    `item` names the text in errors; `file_name` may tell the year of a dateline; `longest` is the limit in characters.
    Raises ItemError where the text is empty, too long, or its header has a wrong date that nothing overrides.
    """
    header = _checked_header(text, given, item, longest)
    told = given.or_else(Given(published=header.published, title=header.title, outlet=header.outlet, url=header.url))
    body = text[header.end :] if header.end else text
    published = told.published or dateline.published(body, told.url or file_name)
    return Article(
        id=told.id or derived_id(outlet=told.outlet, url=told.url, published=published, title=told.title, text=text),
        text=text,
        published=published,
        title=told.title,
        outlet=told.outlet,
        url=told.url,
        language=detect(body),
        header_end=header.end,
    )


def _checked_header(text: str, given: Given, item: str, longest: int | None) -> Header:
    if longest is not None and len(text) > longest:
        raise ItemError(item, too_long(f"{len(text) / 1e6:.1f} million characters", longest))
    if not text.strip("\ufeff").strip():
        raise ItemError(item, "it is empty")
    if not _encodable(text):
        raise ItemError(item, "its text holds half of a UTF-16 pair (a lone surrogate): write it as proper Unicode")
    header = read_header(text)
    if header.bad_date and not given.published:
        raise ItemError(item, f"its header has a wrong date: {header.bad_date}")
    if header.end and not text[header.end :].strip():
        raise ItemError(item, "it has header lines and no report below them")
    return header


def _encodable(text: str) -> bool:
    """False where a text cannot be written out again, because it holds lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def too_long(size: str, longest: int) -> str:
    """The reason for refusing what is larger than one article can be."""
    return (
        f"it has {size}, and one article may have {longest / 1e6:g} million characters: "
        "split it, one file for each article, or one JSON object a line in a .jsonl file"
    )
