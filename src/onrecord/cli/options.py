"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from onrecord.acquire.options import SourceOptions
    from onrecord.record import Record
    from onrecord.settings import Settings

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


DAY = click.DateTime(["%Y-%m-%d"])


def as_day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    """The day of a date-time."""
    return value.date() if value else None


def day_option(name: str, text: str) -> Callable[[Decorated], Decorated]:
    """An option that takes a day."""
    return click.option(name, type=DAY, callback=as_day, metavar="YYYY-MM-DD", help=text)


def record_option(function: Decorated) -> Decorated:
    """`--record`: the file of the record."""
    return click.option(
        "--record",
        metavar="FILE",
        help="The file of the record.  [default: onrecord.db; environment: ONRECORD_RECORD]",
    )(function)


def as_of_option(function: Decorated) -> Decorated:
    """`--as-of`: the day whose knowledge counts."""
    text = "Only what was published up to this day.  [default: the latest day of the record]"
    return day_option("--as-of", text)(function)


def since_option(function: Decorated) -> Decorated:
    """`--since`: the first day of interest."""
    return day_option("--since", "Only what is told, or takes place, on or after this day.")(function)


def confidence_option(function: Decorated) -> Decorated:
    """`--min-confidence`: below it events are left out."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.4,
        show_default=True,
        help="Leave out events that are less sure than this (0 shows all).",
    )(function)


def workers_option(function: Decorated) -> Decorated:
    """`--workers`: processes that read."""
    return click.option(
        "--workers",
        type=click.IntRange(min=0),
        metavar="N",
        help="Read in N processes.  [default: 0, none of their own]",
    )(function)


def format_option(*formats: str) -> Callable[[Decorated], Decorated]:
    """`--format`: the first is the default."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print it.",
    )


def limit_option(default: int, what: str) -> Callable[[Decorated], Decorated]:
    """`--limit`: how many lines at most; 0 is no limit."""
    return click.option(
        "--limit",
        type=click.IntRange(min=0),
        metavar="N",
        default=default,
        show_default=True,
        help=f"At most N {what}; 0 shows all.",
    )


_REVIEW_OPTIONS = (
    click.option("--by", required=True, metavar="WHO", help="Who makes the correction."),
    click.option("--why", required=True, metavar="WHY", help="For what reason."),
    day_option("--on", "The day of the correction, for the reader: it counts as of any day."),
)


def review_options(function: Decorated) -> Decorated:
    """Who corrects, why, and when; and the record."""
    for option in reversed(_REVIEW_OPTIONS):
        function = option(function)
    return record_option(function)


def only_option(function: Decorated) -> Decorated:
    """`--only`: a part of the tellings of an event."""
    text = "Only what this report tells of it, or this telling of it (REPORT#e3). May be given again."
    return click.option("--only", multiple=True, metavar="REPORT", help=text)(function)


_SOURCE_OPTIONS = (
    click.option("--published", metavar="DATE", help="The day of publication, where the source does not tell it."),
    click.option("--outlet", metavar="NAME", help="The outlet, where the source does not tell it."),
    click.option("--text-col", metavar="NAME", help="Column (CSV) or key (JSON) of the text.  [default: text]"),
    click.option("--date-col", metavar="NAME", help="Column of the day of publication.  [default: published]"),
    click.option("--outlet-col", metavar="NAME", help="Column of the outlet.  [default: outlet]"),
    click.option("--title-col", metavar="NAME", help="Column of the title.  [default: title]"),
    click.option("--url-col", metavar="NAME", help="Column of the address.  [default: url]"),
    click.option("--id-col", metavar="NAME", help="Column of the id.  [default: id]"),
    click.option("--offline/--online", default=None, help="Fetch no address.  [environment: ONRECORD_OFFLINE]"),
)


def source_options(function: Decorated) -> Decorated:
    """What a user says about the sources."""
    for option in reversed(_SOURCE_OPTIONS):
        function = option(function)
    return function


def options_of(flags: dict[str, Any], require_id: bool = False) -> SourceOptions:
    """The options of the sources from the flags of `source_options`."""
    from onrecord.acquire.options import SourceOptions

    offline = settings_of(offline=flags.pop("offline")).offline
    return SourceOptions(require_id=require_id, offline=offline, **flags)


def settings_of(**flags: object) -> Settings:
    """The settings of this run: flags, environment, file."""
    from onrecord.settings import settings

    return settings(flags, os.environ)


def opened(record: str | None, create: bool = False) -> Record:
    """The record that the user means."""
    from onrecord.record import Record

    return Record(settings_of(record=record).path, create=create)
