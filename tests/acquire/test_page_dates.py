"""Which of a page's dates is its day of publication."""

from typing import cast

from trafilatura import load_html

from onrecord.acquire.page_dates import DateCandidate, Element, candidates, published

META = '<meta property="article:published_time" content="2023-09-05T14:00:00+09:00">'
MODIFIED = '<meta property="article:modified_time" content="2023-09-07">'
JSON = """<script type="application/ld+json">
{"datePublished": "2023-09-05T05:00:00Z", "dateModified": "2023-09-08"}</script>"""


def read(head: str, url: str | None = None, found: str | None = None, body: str = "") -> tuple[DateCandidate, ...]:
    tree = load_html(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")
    return candidates(cast(Element, tree), url, found)


def test_every_candidate_is_kept() -> None:
    """All dates are listed with their places, one of them won, and each says why."""
    dates = read(META + MODIFIED + JSON, "https://example.org/2023/09/05/a", "2023-09-05")
    assert [date.source for date in dates] == [
        "meta article:published_time",
        "meta article:modified_time",
        "JSON-LD datePublished",
        "JSON-LD dateModified",
        "address",
        "htmldate",
    ]
    assert [date.won for date in dates] == [True, False, False, False, False, False]
    assert all(date.why for date in dates)
    assert published(dates) == "2023-09-05T14:00:00+09:00"


def test_a_change_is_no_publication() -> None:
    """A page that tells only when it was changed has no day of publication."""
    dates = read(MODIFIED)
    assert published(dates) is None and "changed" in dates[0].why


def test_the_day_in_the_address_decides() -> None:
    """Where the page's data give another day than the address, the address wins."""
    dates = read(META, "https://example.org/world/2019/mar/05/a")
    assert published(dates) == "2019-03-05"
    assert "address" in next(date.why for date in dates if date.won)


def test_a_finer_date_of_the_same_day() -> None:
    """The candidate of the address's day is taken, though it stands behind another."""
    body = '<time datetime="2023-09-05T09:30:00Z" pubdate>5 Sept</time>'
    dates = read('<meta name="date" content="2023-09-09">', "https://example.org/2023/09/05/a", body=body)
    assert published(dates) == "2023-09-05T09:30:00Z"


def test_an_unmarked_time_does_not_count() -> None:
    """A `<time>` that nothing marks (of a related story, of today) is left to htmldate."""
    assert read("", body='<time datetime="2023-09-05">5 Sept</time>') == ()
    assert published(read("", found="2023-09-05")) == "2023-09-05"


def test_what_is_no_date() -> None:
    """Wrong dates and broken data are passed over."""
    broken = '<script type="application/ld+json">{"datePublished": </script><meta name="date" content="soon">'
    assert read(broken, "https://example.org/2023/13/45/a", "2023-99-01") == ()
