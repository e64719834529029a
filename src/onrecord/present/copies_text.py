"""Copies on a terminal: each original with its copies, and the words that they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present.days import day_text
from onrecord.present.layout import FAINT, INDENT, TITLE, bullet
from onrecord.present.words import counted, inner_marks, line, visible
from onrecord.schema.copy import CopyGroup, CopyKind, ReportCopy

KINDS: dict[CopyKind, str] = {"whole": "whole", "cut": "cut", "part": "in part"}
DEEPER = (0, 0, 0, 6)


def copies_text(groups: Iterable[CopyGroup], passages: bool) -> Group:
    """Each original with its copies; with `passages`, the words that each shares."""
    return Group(*(row for group in groups for row in _group(group, passages)))


def versions_text(versions: Iterable[tuple[str, ...]]) -> RenderableType:
    """The pages with several texts."""
    pages = "; ".join(", ".join(page) for page in versions)
    return Text(f"Versions of one page, not copies: {pages}.")


def _group(group: CopyGroup, passages: bool) -> Iterator[RenderableType]:
    yield bullet(Text(line(group.title or "(no title)"), style=TITLE))
    yield Padding(Text(_about(group.outlet, group.published, group.original), style=FAINT), INDENT)
    for copy in group.copies:
        yield Padding(_copy(copy, group.original), INDENT)
        if passages:
            yield from _passages(copy)


def _copy(copy: ReportCopy, original: str) -> Text:
    """A copy in a line: how it is one, and where it stands."""
    share = f"{copy.contained:.0%} of the shorter text"
    of = "" if copy.of == original else f", by way of {copy.of}"
    shown = Text(f"copied {KINDS[copy.kind]} ({share}{of}): ")
    return shown.append(_about(copy.outlet, copy.published, copy.report), style=FAINT)


def _passages(copy: ReportCopy) -> Iterator[RenderableType]:
    for passage in copy.passages:
        words = inner_marks(visible(line(passage.text)))
        yield Padding(Text(f"“{words}” ({counted(passage.words, 'word')})"), DEEPER)


def _about(outlet: str | None, published: str | None, report: str) -> str:
    return " · ".join(filter(None, (outlet and line(outlet), published and day_text(published), report)))
