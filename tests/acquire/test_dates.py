"""Publication dates."""

import pytest

from onrecord.acquire.dates import attempted, iso, written


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-09-05", "2023-09-05"),
        (" 2023-09-05 ", "2023-09-05"),
        ("20230905", "2023-09-05"),
        ("2023-W36-2", "2023-09-05"),
        ("2023-09-05T14:00:00+09:00", "2023-09-05T14:00:00+09:00"),
        ("2023-09-05 14:00:00Z", "2023-09-05T14:00:00Z"),
        ("20230905T140000Z", "2023-09-05T14:00:00+00:00"),
    ],
)
def test_iso(value: str, expected: str) -> None:
    """ISO 8601 comes out in its extended form, its zone kept."""
    assert iso(value) == expected


@pytest.mark.parametrize(
    "value", ["2023-13-45", "2023-02-29", "0001-01-01", "9999-12-31", "Tuesday", "", "2023", "5/9/2023"]
)
def test_iso_refuses(value: str) -> None:
    """What is no date of publication is named in the error."""
    with pytest.raises(ValueError, match="is not a date"):
        iso(value)


@pytest.mark.parametrize(
    "value",
    [
        "September 5, 2023",
        "Sept. 5, 2023",
        "5 September 2023",
        "5th of Sep 2023",
        "Tuesday, 5 Sept 2023",
        "Tue, Sep 5, 2023 at 2:00 pm",
        "5-Sep-2023",
        "2023/09/05",
        "2023/9/5 14:00",
        "05.09.2023",
    ],
)
def test_written(value: str) -> None:
    """The forms of headers and tables that can be read in one way only."""
    assert written(value) == "2023-09-05"


def test_written_with_time_and_zone() -> None:
    """RFC 2822 keeps its time."""
    assert written("Tue, 05 Sep 2023 14:00:00 +0900") == "2023-09-05T14:00:00+09:00"


def test_slashes_with_one_reading() -> None:
    """Day and month are told apart where one of them is over 12, or both are equal."""
    assert written("9/25/2023") == written("25/9/2023") == "2023-09-25"
    assert written("9/9/2023") == "2023-09-09"


@pytest.mark.parametrize("value", ["05/09/2023", "31 June 2023", "32.01.2023", "last week", "1693900800"])
def test_written_refuses(value: str) -> None:
    """Two readings, impossible days and words are refused."""
    with pytest.raises(ValueError, match=value):
        written(value)


def test_attempted() -> None:
    """A wrong date is told from words that mean no full date."""
    assert attempted("2023-13-45") and attempted("31 June 2023") and attempted("05/09/23")
    assert not attempted("Tuesday") and not attempted("2 hours ago")
