"""Judged: whose the deed is for which somebody is blamed, punished or praised: "condemned Togo for [its] invasion"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.asked import Unit
from onrecord.actors.found import Line
from onrecord.schema.labels import Predicate

_JUDGING = frozenset(
    "accuse admonish applaud arrest assail attack blacklist blame blast castigate censure charge commend condemn "
    "congratulate convict criticise criticize decry denounce deport detain dismiss execute expel fault fine fire "
    "hail hit honor honour impose indict jail lambast lambaste laud lay mock pardon penalise penalize praise "
    "prosecute punish rebuke reprimand sack sanction scold sentence slam slap sue suspend target thank try".split()
)
_FOR = frozenset(["for", "over"])
_ON = frozenset(["against", "at", "on", "to", "upon"])


def judged(line: Line, token: int, units: Sequence[Unit]) -> Unit | None:
    """The one who is judged, for a possessive pronoun right after "for" or "over"; None where it is no such pronoun."""
    if line.labels.tags[token] != "PRP$" or not token or line.lower[token - 1] not in _FOR:
        return None
    before = [p for p in line.labels.predicates if p.pos == "v" and p.head < token]
    if not before or before[-1].lemma.split(" ")[0] not in _JUDGING:
        return None
    for heads in (_objects(before[-1], token), _aims(before[-1], token)):
        found = {u[0].id: u for u in units if u[0].head in heads}
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def _objects(verb: Predicate, token: int) -> frozenset[int]:
    return frozenset(h for a in verb.arguments if a.role == "ARG1" and a.last <= token for h in a.heads)


def _aims(verb: Predicate, token: int) -> frozenset[int]:
    """Those on whom something is imposed: "imposed sanctions on [Togo]"."""
    obliques = (a for a in verb.arguments if a.role == "OBL" and a.marker in _ON and verb.head < a.first)
    return frozenset(h for a in obliques if a.last <= token for h in a.heads)
