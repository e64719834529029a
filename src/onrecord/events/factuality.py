"""Factuality: a status with what is known of it, and what a governing word makes of another."""

from __future__ import annotations

import msgspec

from onrecord.knowledge.governors import GovernorRule
from onrecord.schema.event import Status

IRREALIS = frozenset(["planned", "possible", "called_for"])


class Factuality(msgspec.Struct, frozen=True):
    """A status, and whether the thing planned, possible or called for is that it does not happen. `sure` is false where
    nothing in the words decides and the status is only the usual one. `stands` is true where a denial leaves the thing
    as it is: who denies that a meeting was cancelled does not deny the meeting."""

    status: Status
    negated: bool = False
    sure: bool = True
    stands: bool = False


HAPPENED = Factuality("happened")


def combined(rule: GovernorRule, outer: Factuality, own: Factuality, governor_negated: bool) -> Factuality:
    """The effect of a governor, itself of some status, on its complement."""
    if outer.status == "denied":
        undone = rule.outcome.status == "not_happened"
        return Factuality("planned", own.negated, sure=False, stands=True) if undone else Factuality("denied")
    if governor_negated and outer.status in IRREALIS:
        return _inherited_irrealis(rule, outer, own)
    if governor_negated:
        outcome = rule.under_negation
        if outcome is None:
            return Factuality("possible", own.negated, sure=False)
        if outcome.status is None:
            return own
        return _flipped(outcome.status, outcome.negated, own)
    return _affirmed(rule, outer, own)


def _affirmed(rule: GovernorRule, outer: Factuality, own: Factuality) -> Factuality:
    """The effect of a governor that is not negated itself."""
    status, negated = rule.outcome.status, rule.outcome.negated
    if status == "happened" and negated and outer.status in IRREALIS:
        return Factuality(outer.status, not own.negated)
    if status is None or status in ("happened", "ongoing"):
        return _inherited(status, outer, own)
    if status == "not_happened" and outer.status in IRREALIS:
        return _undone(outer, own)
    undone = rule.under_negation if outer.status == "not_happened" and negated else None
    if undone is not None and undone.status in IRREALIS:
        return _flipped(undone.status, undone.negated, own)  # "declined to rule out a raid"
    if outer.status == "not_happened" and status in IRREALIS:
        return _fallen(rule, status, own)
    if outer.status in ("possible", "called_for") and not outer.negated and status == "planned" and _is_word(rule):
        return _flipped(outer.status, negated, own)
    return _flipped(status, negated, own)


def _is_word(rule: GovernorRule) -> bool:
    """True for a word that is given: what an agreement that somebody "must secure" holds is called for as it is."""
    return not _WORDS.isdisjoint(rule.words)


_WORDS = frozenset("accept agree agreement commit commitment consent deal pledge promise undertaking vow".split())


def _undone(outer: Factuality, own: Factuality) -> Factuality:
    """What something planned, possible or called for keeps from happening; an aim to prevent it leaves it possible."""
    if outer.status == "planned" and not outer.sure:
        return Factuality("possible", own.negated)
    return Factuality(outer.status, not own.negated)


def _fallen(rule: GovernorRule, status: Status, own: Factuality) -> Factuality:
    """What depended on a plan or a call that came to nothing: "foiled a plot to bomb the market"."""
    return Factuality("not_happened") if rule.pos == "n" else Factuality(status, own.negated, sure=False)


def _inherited_irrealis(rule: GovernorRule, outer: Factuality, own: Factuality) -> Factuality:
    """What depends on a negated plan, call or possibility: "will not impose sanctions" (planned, negated)."""
    undone = rule.outcome.status == "not_happened" or (rule.outcome.negated and rule.outcome.status == "happened")
    return Factuality(outer.status, (outer.negated != own.negated) != undone)


def _flipped(status: Status, negated: bool, own: Factuality) -> Factuality:
    """A status that a governor gives, with the negation of the complement itself taken in."""
    if status == "not_happened" and own.negated:
        return HAPPENED
    if status == "happened" and own.negated:
        return Factuality("not_happened")
    return Factuality(own.status if own.status in ("denied", "not_happened") else status, negated != own.negated)


def _inherited(effect: Status | None, outer: Factuality, own: Factuality) -> Factuality:
    """An effect that leaves the status to the governor ("managed to", "began to", "held talks")."""
    if outer.status == "happened":
        if own.status not in ("happened", "ongoing"):
            return own
        if own.negated:
            return Factuality("not_happened")
        return Factuality("ongoing") if effect == "ongoing" else own
    return Factuality(outer.status, outer.negated != own.negated)
