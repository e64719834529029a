"""Copies: groups of reports with one text, which only ever grow together, and what becomes of their originals."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from onrecord.schema.reading import Reading
from onrecord.story.copies import original_of
from onrecord.story.derive import head
from onrecord.story.growth.people import People, outlets_of
from onrecord.story.imprints import Imprint, imprint
from onrecord.story.ledger import Ledger, Notes, encoded
from onrecord.story.origins import own_word
from onrecord.story.sources import Word


class Filed(msgspec.Struct, frozen=True):
    """A report: its imprint, the group of copies in which it is, the group's original, and on whose word it tells what
    it has from nobody else."""

    imprint: Imprint
    group: str
    original: str | None = None
    own: Word | None = None


class Groups(msgspec.Struct, frozen=True):
    """Reports that have another original or another word of their own than before (all new ones among them), and those
    whose origins go by other ids."""

    moved: frozenset[str]
    renamed: frozenset[str]


def filed_reports(ledger: Ledger) -> Notes[Filed]:
    """The reports as they are filed."""
    return Notes(ledger, "report", Filed)


def regrouped(ledger: Ledger, readings: Iterable[Reading], people: People) -> Groups:
    """Puts new reports into groups, and works out anew what becomes of each group that is touched."""
    filed, changed = filed_reports(ledger), []
    for reading in readings:
        known = filed.get(reading.id)
        filed.put(reading.id, filing(imprint(reading), known))
        if known is None:
            ledger.post("group", reading.id, reading.id)
        changed.append(reading.id)
    for report in changed:
        for other in ledger.copies(report):
            if filed.get(other) is not None:
                merge(ledger, filed, report, other)
    renamed = {filed[report].group for report in people.reports}
    touched = renamed | {filed[report].group for report in changed}
    moved = {report for group in sorted(touched) for report in settled(ledger, filed, group)}
    for report in {*moved, *changed}:
        write_head(ledger, filed[report])
    members = (report for group in renamed for report in ledger.posted("group", group))
    return Groups(frozenset(moved), frozenset(members))


def filing(found: Imprint, known: Filed | None) -> Filed:
    """A report that is new, or was read again."""
    return Filed(found, found.id) if known is None else msgspec.structs.replace(known, imprint=found)


def merge(ledger: Ledger, filed: Notes[Filed], report: str, other: str) -> None:
    """Makes one group of those of two copies: the smaller joins the larger."""
    groups = {filed[report].group, filed[other].group}
    if len(groups) == 1:
        return
    members = {group: ledger.posted("group", group) for group in groups}
    small, large = sorted(groups, key=lambda group: (len(members[group]), group))
    for name in members[small]:
        ledger.unpost("group", small, name)
        ledger.post("group", large, name)
        filed.put(name, msgspec.structs.replace(filed[name], group=large))


def settled(ledger: Ledger, filed: Notes[Filed], group: str) -> list[str]:
    """Works out the original of a group, and returns the members for which something has changed."""
    members = sorted((filed[name] for name in ledger.posted("group", group)), key=lambda one: one.imprint.order)
    imprints = [one.imprint for one in members]
    original = original_of(imprints, outlets_of(ledger)) if len(imprints) > 1 else imprints[0].id
    own = own_word(original, imprints)
    moved = [one for one in members if (one.original, one.own) != (original, own)]
    for one in moved:
        filed.put(one.imprint.id, msgspec.structs.replace(one, original=original, own=own))
    return [one.imprint.id for one in moved]


def write_head(ledger: Ledger, filed: Filed) -> None:
    """Writes the row of a report without its text."""
    name = filed.imprint.id
    original = filed.original if filed.original != name else None
    ledger.put_row("head", name, encoded(head(filed.imprint, original)))
