"""What a document as a whole tells of its times."""

from __future__ import annotations

from tests.times.reading import times, values

HISTORY = """The rising began in March 1848. In June 1848 the city fell, and by 1849 the army had won.

On 2 May 1849 a truce was signed. The next day it was broken. Fighting went on until August.

In 1850 the last rebels fled. They came home in 1867."""


def test_a_history_counts_from_its_own_dates() -> None:
    """In a text that tells of other years throughout, bare dates follow the last date told."""
    found = values(HISTORY, "2009-12-19")
    assert (found["The next day"], found["August"]) == ("1849-05-03", "1849-08")


def test_a_report_counts_from_its_publication() -> None:
    """In a report a year told in passing does not move bare dates."""
    found = values("The law of 1991 was changed in June. It will be changed again in January.")
    assert (found["June"], found["January"]) == ("2023-06", "2024-01")


def test_the_date_of_a_dateline_is_a_time() -> None:
    """The date of a dateline is found, though it stands in no sentence."""
    found = values("KAMPALA, March 21 (Lakeside News) - Police closed a bridge on Friday.", "2025-03-21")
    assert found == {"March 21": "2025-03-21", "Friday": "2025-03-21"}


def test_local_time_is_that_of_the_dateline() -> None:
    """Local time has the offset of the place of the dateline on that day."""
    found = values("NICOSIA, Dec. 2 (Levant Wire) - The court sat at 9:30 a.m. local time on Tuesday.", "2025-12-02")
    assert "2025-12-02T09:30+02:00" in found.values()


def test_publication_on_the_first_and_the_last_day_of_the_calendar() -> None:
    """Dates that lie beyond the calendar have no interval, and nothing fails."""
    for day in ("0001-01-01", "0100-01-01", "9899-12-31", "9999-12-31"):
        text = "It began today, 30,000 years ago, last year, at 24:30 on Monday, and ends 7,976 years from now."
        assert all(time.value for time in times(text, day))
