"""Growth: new readings worked into what is derived, by looking only at what they touch.

The result is, to the byte, what `onrecord.story.derive.derive` gives for all readings as of the end of time, whatever
came in which order and in how many goes. Each file has one kind of rows, in the order in which they are worked out:
people (actors and places), groups (copies), sayings (statements), tellings (events), threads (stories).
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.schema.correction import Correction
from onrecord.story.corrections import corrected, in_force
from onrecord.story.growth.groups import regrouped
from onrecord.story.growth.people import counted, named_anew
from onrecord.story.growth.sayings import keys_of, said_anew, sayings_filed
from onrecord.story.growth.tellings import told_anew
from onrecord.story.growth.threads import threaded
from onrecord.story.ledger import Ledger


def grow(ledger: Ledger, reports: Iterable[str], corrections: Iterable[Correction] = ()) -> None:
    """Works in the newest readings of some reports: those that are new, were read again, or are meant by a correction
    that is new. `corrections` are all that there are."""
    against = tuple(corrections)
    given = filter(None, map(ledger.reading, sorted(set(reports))))
    readings = {reading.id: reading for reading in corrected(given, against)}
    people = counted(ledger, readings.values())
    groups = regrouped(ledger, readings.values(), people)
    sided = named_anew(ledger, people)
    filed = sayings_filed(ledger, readings, groups.moved)
    told = told_anew(ledger, readings, groups, filed, in_force(against))
    said_anew(ledger, filed.keys | keys_of(ledger, told.sayings))
    threaded(ledger, {*readings, *groups.moved}, told, sided)
