"""Statements: appearances filed under what those of one statement have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

import msgspec

from onrecord.schema.answer import Answer
from onrecord.schema.reading import Reading
from onrecord.schema.story_statement import StoryStatement
from onrecord.story.derive import unique
from onrecord.story.growth.groups import filed_reports
from onrecord.story.ledger import Asked, Ledger, Notes, encoded
from onrecord.story.statements import Saying, identity, sayings_of, statement_row

Answers = dict[str, tuple[Answer, ...]]
"""What the statements about one event answer, by the id of the one that answers."""


class Kept(msgspec.Struct, frozen=True):
    """A saying, and the key under which it is filed."""

    saying: Saying
    key: str


class Sayings(msgspec.Struct, frozen=True):
    """The keys under which something has changed, and the sayings there whose statement first appears elsewhere, or
    otherwise, than before."""

    keys: frozenset[str]
    shifted: frozenset[str]


def kept_sayings(ledger: Ledger) -> Notes[Kept]:
    """The sayings as they are filed."""
    return Notes(ledger, "saying", Kept)


def first_sayings(ledger: Ledger) -> Mapping[str, StoryStatement]:
    """For each saying the first appearance of its statement."""
    kept, firsts = kept_sayings(ledger), Notes(ledger, "first", str)

    def look(name: str) -> StoryStatement | None:
        found = kept.get(name)
        return kept[firsts[found.key]].saying.row if found else None

    return Asked(look)


def sayings_filed(ledger: Ledger, readings: Mapping[str, Reading], moved: frozenset[str]) -> Sayings:
    """Files the statements of reports that are new or changed, and anew those of reports with another original."""
    kept, reports = kept_sayings(ledger), filed_reports(ledger)
    old: dict[str, Kept] = {}
    new: dict[str, Kept] = {}
    for report in sorted({*readings, *moved}):
        before = {name: kept[name] for name in ledger.posted("sayings", report)}
        reading, text = readings.get(report), reports[report].original or report
        now = sayings_of(reading) if reading else (one.saying for one in before.values())
        old |= before
        new |= {saying.id: Kept(saying, key_of(saying, text)) for saying in now}
    keys = {one.key for one in (*old.values(), *new.values())}
    firsts = {key: first_of(ledger, key) for key in keys}
    refile(ledger, old, new)
    shifted = (name for key in keys for name in shifted_by(ledger, key, firsts[key]))
    return Sayings(frozenset(keys), frozenset(shifted))


def key_of(saying: Saying, text: str) -> str:
    """What appearances of one statement have in common, as a short key."""
    return sha256(encoded(identity(saying, text))).hexdigest()[:32]


def refile(ledger: Ledger, old: Mapping[str, Kept], new: Mapping[str, Kept]) -> None:
    """Files new sayings in place of old ones."""
    kept = kept_sayings(ledger)
    for name, one in old.items():
        if new.get(name) != one:
            ledger.unpost("saying", one.key, name)
            ledger.unpost("sayings", one.saying.report, name)
            kept.drop(name)
    for name, one in new.items():
        if old.get(name) != one:
            ledger.post("saying", one.key, name)
            ledger.post("sayings", one.saying.report, name)
            kept.put(name, one)


def first_of(ledger: Ledger, key: str) -> StoryStatement | None:
    """The first appearance under a key, as it was last worked out."""
    name = Notes(ledger, "first", str).get(key)
    return kept_sayings(ledger)[name].saying.row if name is not None else None


def group_of(ledger: Ledger, key: str) -> tuple[Saying, ...]:
    """The appearances under a key, the earliest first."""
    kept = kept_sayings(ledger)
    every = (kept[name].saying for name in ledger.posted("saying", key))
    return tuple(sorted(every, key=lambda saying: saying.order))


def shifted_by(ledger: Ledger, key: str, before: StoryStatement | None) -> tuple[str, ...]:
    """Works out the first appearance under a key; the sayings there where it is another than before."""
    group, firsts = group_of(ledger, key), Notes(ledger, "first", str)
    if before is not None and (not group or group[0].id != before.id):
        ledger.put_row("statement", before.id, None)
    if not group:
        firsts.drop(key)
        return ()
    firsts.put(key, group[0].id)
    return tuple(saying.id for saying in group) if group[0].row != before else ()


def said_anew(ledger: Ledger, keys: Iterable[str]) -> None:
    """Writes the rows of statements anew."""
    homes, answers = Notes(ledger, "event", str), Notes(ledger, "answers", Answers)
    for key in sorted(keys):
        if group := group_of(ledger, key):
            resting = (name for saying in group for name in ledger.posted("resting", saying.id))
            about = tuple(sorted({homes[name] for name in resting}))
            given = (answer for event in about for answer in answers[event].get(group[0].id, ()))
            ledger.put_row("statement", group[0].id, encoded(statement_row(group, about, unique(given))))


def keys_of(ledger: Ledger, sayings: Iterable[str]) -> frozenset[str]:
    """The keys under which some sayings are filed."""
    kept = kept_sayings(ledger)
    return frozenset(found.key for name in sayings if (found := kept.get(name)))
