"""The tree of origins for a terminal, with the lines that join a report to where it has its knowledge from."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from onrecord.present.days import day_text
from onrecord.present.layout import FAINT, HEADING, TITLE
from onrecord.present.names import parties
from onrecord.present.sentences import line_sentence
from onrecord.present.tables import STATUSES
from onrecord.present.words import capitalised, counted, line, quoted
from onrecord.schema.origin_tree import OriginBranch, OriginTelling, OriginTree, Taken, Uncounted

_WHY: dict[Uncounted, str] = {
    "denies": "Not counted: who denies it",
    "silent": "Not counted: who does not speak of it",
    "nobody": "Not counted: nobody is named for it",
}
_TAKEN: dict[Taken, str] = {"copy": "a copy", "sentence": "the same sentence"}


def tree_text(tree: OriginTree) -> RenderableType:
    """The event, its origins with their reports, and what is not counted."""
    top = Tree(Text(line_sentence(tree.event), style=TITLE))
    for branch in tree.origins:
        limb = top.add(Text(branch_text(branch), style=HEADING))
        grow(limb, branch.tellings)
    for rest in tree.uncounted:
        limb = top.add(Text(_WHY[rest.why], style=FAINT))
        grow(limb, rest.tellings)
    return Group(top, Text(""), Text(count_text(tree), style=FAINT))


def grow(limb: Tree, tellings: tuple[OriginTelling, ...]) -> None:
    """Hangs reports under a limb, and under each report those that have its words."""
    for telling in tellings:
        grow(limb.add(telling_text(telling)), telling.taken_by)


def branch_text(branch: OriginBranch) -> str:
    """An origin, those who speak for it, and its kind."""
    others = f", with its voice {parties(branch.speakers)}" if branch.speakers else ""
    kind = "on its own word" if branch.kind == "outlet" else "is the source"
    return f"{capitalised(parties([branch.name]))} ({kind}{others})"


def telling_text(telling: OriginTelling) -> Text:
    """A report: where it stands, what it tells on whose word, and the words."""
    outlet = line(telling.outlet) if telling.outlet else "An outlet that is not named"
    head = f"{outlet}, {day_text(telling.published)} (report {line(telling.report)})"
    if telling.taken:
        return Text(f"{head}: {_TAKEN[telling.taken]}")
    word = f", on the word of {parties(telling.sources)}" if telling.sources else ""
    told = f"{head}: {STATUSES[telling.status]}{word}. "
    return Text.assemble(told, (quoted(line(telling.text)), FAINT))


def count_text(tree: OriginTree) -> str:
    """The number, and what it counts."""
    day = f", as of {day_text(tree.as_of)}" if tree.as_of else ""
    reports = counted(tree.event.reports, "report")
    every, telling = len(tree.origins), tree.independent_origins
    if every == telling:
        return f"{counted(every, 'independent origin')} in {reports}{day}."
    tell = "tells" if telling == 1 else "tell"
    status = STATUSES[tree.event.status]
    return f"{telling:,} of {counted(every, 'independent origin')} in {reports} {tell}: {status}{day}."
