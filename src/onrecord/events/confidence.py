"""Confidence: how likely it is that an event's type, status and both parties are right.

A logistic model of what is known of a row, fitted to development rows: how sure the lexicon is of the word, whether the
words decide the status, and which sides are named. Whether a row is kept is asked of its evidence, which is another
thing: a row that names one side is good evidence of its event, and often short of the other party.
"""

from __future__ import annotations

from math import exp, log

from onrecord.events.factuality import Factuality
from onrecord.events.parties import Parties
from onrecord.schema.labels import Predicate

LEAST = 0.4
"""A rule of the lexicon that is less sure is there to leave its case out; a row that is surer is kept."""

# A row that is less sure is kept where the word itself is good evidence, and only a party or the status is in doubt.
_GOOD_WORD = 0.5
_LEAST_NAMED = 0.25
_LEAST_UNNAMED = 0.33

# A noun tells an event whose parties are not named ("an airstrike lit up the town"): where it names nothing else, and
# nothing makes a plan or a wish of it. Read by eye, nine rows of ten were events of that type.
_NOUN_ALONE = 0.75
_NOUN_WITH_SIDE = 0.5
_NOUN_UNDONE = 0.4  # "the talks were called off": what is put off or cancelled was one that somebody had planned
_UNDONE = frozenset(["planned", "not_happened"])
_UNSURE_STATUS = 0.7
_ONE_SIDE = 0.85
_NO_SIDE = 0.55


# The weights of the model, fitted to the rows of the annotated articles and, at a fifth, to the records of PLOVER's
# gold half (their status is not judged): python -m benchmarks.calibration.
_BIAS = 0.43
_WORD = 0.15
_OPEN_STATUS = -0.24
_SIDE_MISSING = -0.83
_SIDES_MISSING = -2.4


def confidence(lexical: float, status: Factuality, sides: Parties, *, among: bool = False) -> float:
    """A probability from 0 to 1, to two digits. `among` is true where one group is all parties ("the leaders met")."""
    logit = _BIAS + _WORD * log(lexical / (1 - lexical))
    if not status.sure:
        logit += _OPEN_STATUS
    if not sides.actors and not sides.recipients:
        logit += _SIDES_MISSING
    elif _is_one_sided(sides, among):
        logit += _SIDE_MISSING
    return round(1 / (1 + exp(-logit)), 2)


def evidence(lexical: float, status: Factuality, sides: Parties, *, among: bool = False) -> float:
    """How much speaks for a row, from 0 to 1: what the lexicon says of the word, less for what is open or not named."""
    value = lexical
    if not status.sure:
        value *= _UNSURE_STATUS
    if not sides.actors and not sides.recipients:
        value *= _NO_SIDE
    elif _is_one_sided(sides, among):
        value *= _ONE_SIDE
    return round(value, 2)


def _is_one_sided(sides: Parties, among: bool) -> bool:
    return not sides.actors or not (sides.recipients or sides.reciprocal or among)


def is_enough(
    predicate: Predicate, lexical: float, status: Factuality, sides: Parties, value: float, *, carried: bool = False
) -> bool:
    """True where enough is sure for a row: its evidence, or, for a noun, that it names an event that is told: all the
    more where it is `carried` by a word that tells what becomes of events ("the curfew was lifted")."""
    named = bool(sides.actors or sides.recipients)
    if value >= LEAST or (lexical >= _GOOD_WORD and value >= (_LEAST_NAMED if named else _LEAST_UNNAMED)):
        return True
    if predicate.pos != "n" or not (status.sure or status.status == "happened"):
        return False
    if carried and status.status in _UNDONE:
        return lexical >= _NOUN_UNDONE
    return lexical >= (_NOUN_WITH_SIDE if named or carried else _NOUN_ALONE)
