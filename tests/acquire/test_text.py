"""A text in hand becomes an article."""

from datetime import UTC, date, datetime

import pytest

from onrecord.acquire.ids import derived_id
from onrecord.acquire.text import article
from onrecord.errors import UsageError

TEXT = "The port of Lome reopened on Monday, the harbour master said."


def test_what_is_given_is_kept() -> None:
    """All that is given stands in the article, the text unchanged."""
    found = article(TEXT, id="a", published="2023-09-05", title="T", outlet="O", url="https://example.org")
    assert (found.id, found.text, found.published, found.language) == ("a", TEXT, "2023-09-05", "en")
    assert (found.title, found.outlet, found.url) == ("T", "O", "https://example.org")


def test_dates_as_objects() -> None:
    """A date or a datetime does as well as its ISO form."""
    assert article(TEXT, published=date(2023, 9, 5)).published == "2023-09-05"
    assert article(TEXT, published=datetime(2023, 9, 5, 14, tzinfo=UTC)).published == "2023-09-05T14:00:00+00:00"


def test_no_date() -> None:
    """Without a date the day of publication is unknown."""
    assert article(TEXT).published is None


def test_given_wins_over_header() -> None:
    """What is given comes before the header; the header still ends where it ends."""
    found = article(f"OUTLET: Gulf Post\nDATE: 2023-13-45\n\n{TEXT}", published="2023-09-05")
    assert (found.published, found.outlet) == ("2023-09-05", "Gulf Post")
    assert found.text[found.header_end :] == TEXT


def test_derived_id() -> None:
    """Without an id it is derived from outlet, address, time, title and text, as the record contract has it."""
    found = article(TEXT, outlet="O")
    assert found.id == derived_id(outlet="O", url=None, published=None, title=None, text=TEXT)
    assert len(found.id) == 16
    assert found.id != article(TEXT, outlet="P").id


@pytest.mark.parametrize("day", ["2023-02-30", "yesterday", "0001-01-01"])
def test_wrong_date(day: str) -> None:
    """A wrong date is a usage error that names it."""
    with pytest.raises(UsageError, match=day):
        article(TEXT, published=day)


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\ufeff", "DATE: 2023-09-05\n\n", f"DATE: 2023-02-30\n{TEXT}", "\ud83d half"]
)
def test_no_article(text: str) -> None:
    """Empty texts, headers without a report, wrong header dates and broken Unicode are usage errors."""
    with pytest.raises(UsageError, match="cannot be read"):
        article(text)
