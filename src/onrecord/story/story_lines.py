"""Lines of stories: each report of a story with its outlet, title and reason."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.errors import UsageError
from onrecord.schema.story import Story, StoryLine, StoryLink, StoryReport
from onrecord.story.derive import Derived
from onrecord.story.lines import Names


def story_lines(derived: Derived, report: str | None = None) -> tuple[StoryLine, ...]:
    """All stories, those with the latest reports first; with `report`, the one that holds it.

    Raises UsageError where there is no such report.
    """
    names = Names(derived)
    if report is not None and report not in names.heads:
        raise UsageError(f"There is no report {report!r} in the record.")
    chosen = (story for story in derived.stories if report is None or report in story.reports)
    ordered = sorted(sorted(chosen, key=lambda story: story.id), key=lambda story: story.to or "", reverse=True)
    return tuple(story_line(story, names) for story in ordered)


def story_line(story: Story, names: Names) -> StoryLine:
    """The line of a story."""
    reasons = {link.report: link for link in reversed(story.links)}
    return StoryLine(
        story=story.id,
        name=story.name,
        from_=story.from_,
        to=story.to,
        reports=tuple(story_report(name, reasons.get(name), names) for name in story.reports),
    )


def story_report(report: str, link: StoryLink | None, names: Names) -> StoryReport:
    """A report of a story."""
    head = names.heads[report]
    return StoryReport(
        report=head.id,
        outlet=head.outlet,
        published=head.published,
        title=head.title,
        to=link.to if link else None,
        kind=link.kind if link else None,
        by=sides_named(link.by, names) if link and link.kind == "parties" else link.by if link else (),
    )


def sides_named(sides: Iterable[str], names: Names) -> tuple[str, ...]:
    """The two sides by name; a state that is nowhere named as such by its code."""
    return tuple(side.upper() if (name := names.actor(side)) == side and len(side) == 3 else name for side in sides)
