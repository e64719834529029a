"""The day in a dateline."""

import pytest

from onrecord.acquire.dateline import named_day, published


@pytest.mark.parametrize(
    "text",
    [
        "NICOSIA — 2 December 2025\nBy Ana Reyes\n",
        "NICOSIA, December 2, 2025 (Bay News) - Courts reopened.",
        "NICOSIA, Cyprus, Dec. 2, 2025 — Courts reopened.",
        "A headline\n\nUNITED NATIONS, 2 Dec 2025 (Bay News) -- The council met.",
    ],
)
def test_a_year_of_its_own(text: str) -> None:
    """A dateline with a year gives the day."""
    assert published(text, None) == "2025-12-02"


def test_no_year_no_day() -> None:
    """Without a year the day stays unknown; no clock is asked."""
    assert published("GENEVA, March 3 (AP) - Talks resumed.", None) is None
    assert published("GENEVA, March 3 (AP) - Talks resumed.", "https://example.org/talks") is None


def test_the_year_of_the_address() -> None:
    """The address tells the year: the next day's page, a folder of the year, and over New Year."""
    text = "GENEVA, Dec 31 (AP) - Talks resumed."
    assert published(text, "https://example.org/2023/12/31/talks") == "2023-12-31"
    assert published(text, "https://example.org/2024/01/01/talks") == "2023-12-31"
    assert published(text, "https://example.org/2023/talks") == "2023-12-31"


def test_an_address_of_another_day() -> None:
    """An address whose day is far from the dateline's tells nothing of it."""
    assert published("GENEVA, March 3 (AP) - Talks resumed.", "https://example.org/2023/09/05/a") is None


def test_running_text_is_no_dateline() -> None:
    """A date in a sentence, or a dateline without one, gives nothing."""
    assert published("On 2 December 2025 the court met in Nicosia.", None) is None
    assert published("WASHINGTON (AP) — The court met on 2 December 2025.", None) is None


def test_impossible_day() -> None:
    """31 June is no day."""
    assert published("GENEVA, June 31, 2023 (AP) - Talks resumed.", None) is None


def test_named_day() -> None:
    """Dates in names of files and addresses."""
    assert str(named_day("2023-09-05-visit.txt")) == "2023-09-05"
    assert named_day("https://example.org/12345678") is None
