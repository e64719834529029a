"""What a search found, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present import marked
from onrecord.present.days import day_text
from onrecord.present.layout import FAINT, INDENT, TITLE, bullet
from onrecord.present.words import line
from onrecord.schema.summary import SearchHit


def hits_text(hits: Iterable[SearchHit]) -> Group:
    """Each report with its title, where it stands, and the words around what was found."""
    return Group(*(row for hit in hits for row in _rows(hit)))


def _rows(hit: SearchHit) -> tuple[RenderableType, ...]:
    about = " · ".join(filter(None, (hit.outlet and line(hit.outlet), day_text(hit.published), hit.report)))
    return (
        bullet(Text(line(hit.title or "(no title)"), style=TITLE)),
        Padding(Text(about, style=FAINT), INDENT),
        Padding(marked.snippet(hit.snippet, hit.marks), INDENT),
    )
