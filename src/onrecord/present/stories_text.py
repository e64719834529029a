"""Stories on a terminal: each with its reports, and why they belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present.days import day_text
from onrecord.present.layout import FAINT, INDENT, TITLE, bullet
from onrecord.present.names import parties
from onrecord.present.words import counted, line
from onrecord.schema.story import StoryLine, StoryReport


def stories_text(found: Iterable[StoryLine], reasons: bool) -> Group:
    """Each story with its days; with `reasons`, every report and what ties it to the others."""
    return Group(*(row for story in found for row in story_rows(story, reasons)))


def story_rows(story: StoryLine, reasons: bool) -> Iterator[RenderableType]:
    """A story."""
    yield bullet(Text(line(story.name), style=TITLE))
    outlets = len({report.outlet for report in story.reports if report.outlet})
    about = (
        days_text(story.from_, story.to),
        f"{counted(len(story.reports), 'report')} from {counted(outlets, 'outlet')}" if outlets else None,
        story.story,
    )
    yield Padding(Text(" · ".join(filter(None, about)), style=FAINT), INDENT)
    for report in story.reports if reasons else ():
        yield Padding(report_text(report), INDENT)


def days_text(first: str | None, last: str | None) -> str | None:
    """From when to when a story is reported."""
    if first is None or last is None or first == last:
        return day_text(first) if first else None
    return f"{day_text(first)} to {day_text(last)}"


def report_text(report: StoryReport) -> Text:
    """A report and its reason."""
    known = (report.outlet and line(report.outlet), report.published and day_text(report.published), report.report)
    about = " · ".join(filter(None, known))
    shown = Text(line(report.title or "(no title)"))
    why = reason(report)
    return shown.append(f" — {about}{f': {why}' if why else ''}", style=FAINT)


def reason(report: StoryReport) -> str | None:
    """Why a report is in its story, in words."""
    match report.kind:
        case "copy":
            return f"a copy of {report.to}"
        case "event":
            return f"tells of an event that {report.to} tells of"
        case "parties":
            return f"tells, as {report.to} does, of {parties(report.by)}"
        case None:
            return None
