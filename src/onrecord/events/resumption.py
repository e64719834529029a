"""Resumption: an event that a report comes back to ("the ambush", "Saturday's talks") is the one that it told before.

Only a definite noun comes back, to the one earlier event that it can be: of its type and of a kindred word, with no
other time, place or party. Where there are two, or none, it stands alone: better two rows of one event than one of two.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.events.rows import Row
from onrecord.schema.event import Event

_STEM = 5
"""Words that begin with the same so many letters are of one stem ("ambush", "ambushed")."""
_KINDRED = (
    frozenset("attac assau raid raide ambus strik struc bombi bombe shell airst shoot shot".split()),
    frozenset("meeti meet met talks talk hold held summi negot discu confe".split()),
    frozenset("visit trip trave tour fly flew arriv journ".split()),
    frozenset("deal agree accor pact signe sign seal seale reach treat ".split()),
    frozenset("prote demon march marche rally ralli sit-i picke strik walko stopp".split()),
    frozenset("arres deten detai".split()),
)
"""Stems of words by which one event of a type is told."""
_BACK = 50
"""How many rows of a type back an event may stand."""
_TYPES = frozenset(["ASSAULT", "CONSULT", "AGREE", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AID"])


def resumed(text: str, rows: Sequence[Row]) -> list[Event]:
    """The events of rows that have ids, those that come back to an earlier one with its id, and with its time and place
    where they tell none."""
    found: list[Event] = []
    events = _as_expected(text, rows)
    told: dict[str, deque[Event]] = defaultdict(lambda: deque(maxlen=_BACK))
    for row, event in zip(rows, events, strict=True):
        first = _resumed(text, row, event, told[event.type])
        found.append(event if first is None else _with(event, first))
        told[event.type].append(found[-1])
    return found


def _as_expected(text: str, rows: Sequence[Row]) -> list[Event]:
    """The events, a meeting that an article comes back to ("confirmed the meeting") as it told it last: what was only
    planned has not happened yet. (Of attacks and resignations the same was tried: most that were planned had come.)"""
    found: list[Event] = []
    for row in rows:
        event = row.event
        if row.resumes and event.type == "CONSULT" and event.status == "happened":
            last = next((e for e in reversed(found) if _is_expected(text, e, event)), None)
            if last is not None and last.status == "planned" and not last.negated:
                event = msgspec.structs.replace(event, status="planned")
        found.append(event)
    return found


def _is_expected(text: str, told: Event, event: Event) -> bool:
    """True where nothing keeps a meeting from being the one told before."""
    if told.type != event.type or len({told.mode, event.mode} - {None}) > 1 or _is_another(text, told):
        return False
    if (told.mode == "phone") != (event.mode == "phone"):  # A call is no meeting.
        return False
    return set(told.actors) >= set(event.actors) and set(told.recipients) >= set(event.recipients)


def _is_another(text: str, event: Event) -> bool:
    """True for "meet again"."""
    end = event.predicate[-1].end
    return text[end : end + 6] == " again"


def _resumed(text: str, row: Row, event: Event, told: Iterable[Event]) -> Event | None:
    """The one event that a row can come back to."""
    if not row.definite or event.same_as is not None or event.type not in _TYPES:
        return None
    fits = [one for one in told if _may_be(text, one, event)]
    roots = {one.same_as or one.id for one in fits}
    return fits[0] if len(roots) == 1 else None


def _may_be(text: str, told: Event, event: Event) -> bool:
    """True where nothing keeps an event from being the one told before."""
    if told.evidence == event.evidence or _is_another(text, told):
        return False
    if (told.type, told.status, told.negated) != (
        event.type,
        event.status,
        event.negated,
    ):
        return False
    if len({told.mode, event.mode} - {None}) > 1 or len({told.place, event.place} - {None}) > 1:
        return False
    return _is_kindred(text, told, event) and _meet(told, event) and _share(told, event)


def _is_kindred(text: str, told: Event, event: Event) -> bool:
    one, other = (_stem(text, e) for e in (told, event))
    return one == other or any(one in words and other in words for words in _KINDRED)


def _stem(text: str, event: Event) -> str:
    last = event.predicate[-1]
    return text[last.start : last.end].rpartition(" ")[2].casefold()[:_STEM]


def _meet(told: Event, event: Event) -> bool:
    """True where the times share a moment, or one is not told."""
    if told.time is None or event.time is None:
        return True
    one, other = told.time, event.time
    return (one.from_ or "") < (other.to or "9999") and (other.from_ or "") < (one.to or "9999")


def _share(told: Event, event: Event) -> bool:
    """True where each side has somebody in common, or nobody on one of the two."""
    sides = ((told.actors, event.actors), (told.recipients, event.recipients))
    return all(not one or not other or set(one) & set(other) for one, other in sides)


def _with(event: Event, first: Event) -> Event:
    """An event as the same as an earlier one."""
    return msgspec.structs.replace(
        event, same_as=first.same_as or first.id, time=event.time or first.time, place=event.place or first.place
    )
