"""Times as a person gives them: a day, a month, a year, or a first and a last day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.errors import UsageError
from onrecord.schema.time import Precision, When

_FORMS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_FORM = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def when(text: str) -> When:
    """The time in a text such as "2023-09-13", "2023-09", "2023" or "2023-09-10/2023-09-13" (last day included).

    Raises UsageError for any other text, and for a last day before the first.
    """
    first, _, last = text.strip().partition("/")
    begins, ends = beginning(first), end(last or first)
    if begins >= ends:
        raise UsageError(f"{text!r} ends before it begins.")
    return When(value=text.strip(), from_=begins.isoformat(), to=ends.isoformat(), precision=_FORMS[len(first)])


def beginning(text: str) -> date:
    """The first day of a day, a month or a year."""
    if not _FORM.fullmatch(text):
        raise wrong(text)
    try:
        return date.fromisoformat((text + "-01-01")[:10])
    except ValueError as error:
        raise wrong(text) from error


def end(text: str) -> date:
    """The day after the last of a day, a month or a year."""
    first = beginning(text)
    if len(text) == 10:
        return first + timedelta(days=1)
    if len(text) == 7:
        return (first + timedelta(days=31)).replace(day=1)
    return first.replace(year=first.year + 1)


def wrong(text: str) -> UsageError:
    """What is said of a text that is no time."""
    return UsageError(f"{text!r} is no time. Give a day as 2023-09-13, a month as 2023-09, or two days as A/B.")
