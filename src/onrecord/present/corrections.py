"""Corrections in words: what was done, by whom, why, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present.days import day_text, span_text
from onrecord.present.layout import FAINT, INDENT, TITLE, bullet
from onrecord.present.words import counted, few, line
from onrecord.schema.correction import Action, Anchor, Correction, Reviewed

_DONE: dict[Action, str] = {
    "accept": "accepted",
    "reject": "rejected",
    "merge": "made one event of",
    "split": "made an event of its own of",
    "re-date": "dated",
    "re-attribute": "put",
}


def sentence(correction: Correction) -> str:
    """What a correction does: "rejected “met” (CONSULT) in b"."""
    if correction.action == "undo":
        return f"{correction.undoes} undone"
    what = f"{_DONE[correction.action]} {few([anchor_text(anchor) for anchor in correction.anchors])}"
    return " ".join(filter(None, (what, _more(correction))))


def _more(correction: Correction) -> str | None:
    """To what time or on whose word, or from what it was split."""
    match correction.action:
        case "re-date":
            time = correction.time
            known = span_text(time.from_, time.to, time.precision) if time else None
            return f"to {known or 'a time that is not known'}"
        case "re-attribute":
            return f"on the word of {_voice(correction)}"
        case "split":
            return f"apart from {few([anchor_text(anchor) for anchor in correction.rest])}"
        case _:
            return None


def _voice(correction: Correction) -> str:
    if correction.voice == "actor" and correction.actor is not None:
        return line(correction.actor.name)
    return "the outlet itself" if correction.voice == "outlet" else "somebody who is not named"


def anchor_text(anchor: Anchor) -> str:
    """The words of an anchor, what they are, and where they stand."""
    words = line(anchor.text)
    shown = words if len(words) <= 60 else f"{words[:60].rstrip()} …"
    return f"“{shown}” ({anchor.type}) in {line(anchor.report)}"


def corrections_text(rows: Iterable[Reviewed]) -> Group:
    """The list of corrections for a terminal."""
    return Group(*(part for row in rows for part in _row(row)))


def _row(row: Reviewed) -> Iterator[RenderableType]:
    made = row.correction
    undone = " (undone)" if row.undone else ""
    yield bullet(Text(f"{made.id}{undone}: {sentence(made)}", style=FAINT if row.undone else TITLE))
    day = day_text(made.on) if made.on else f"noted {day_text(made.noted)}" if isinstance(made.noted, str) else None
    yield Padding(Text(f"{', '.join(filter(None, (line(made.by), day)))}: {line(made.why)}", style=FAINT), INDENT)
    if row.orphaned:
        whole = len(row.missing) == len(made.anchors) + len(made.rest)
        what = "Does nothing" if whole else f"Misses {counted(len(row.missing), 'row')}"
        yield Padding(Text(f"{what}: there is no longer {few([anchor_text(one) for one in row.missing])}"), INDENT)
