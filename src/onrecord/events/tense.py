"""Tense: what a finite verb tells by its tense, modal and negation, and what the conjunction of its clause adds."""

from __future__ import annotations

from onrecord.events.factuality import HAPPENED, Factuality
from onrecord.events.scene import Scene
from onrecord.schema.labels import Predicate

FUTURE = frozenset(["will", "shall", "be to", "be going to"])
POSSIBLE = frozenset(["may", "might", "could", "can", "would"])
CONDITIONS = frozenset(["if", "unless", "whether", "lest", "in case"])
_CALLED_FOR = frozenset(["should", "must", "ought", "need", "have to"])


def finite(predicate: Predicate) -> Factuality:
    """What tense, modal and negation of a finite verb tell by themselves."""
    negated, modal = predicate.negated, predicate.modal
    if modal is None:
        if negated:
            return Factuality("not_happened")
        going = predicate.progressive or predicate.lemma.split(" ")[0] == "be"
        ongoing = going and (predicate.tense == "present" or (predicate.progressive and predicate.perfect))
        return Factuality("ongoing") if ongoing else HAPPENED
    if modal in FUTURE:
        return Factuality("planned", negated)
    if modal == "have to" and predicate.tense == "past" and not negated:
        return HAPPENED
    if modal == "must" and predicate.perfect:
        return Factuality("possible", negated)
    if modal in _CALLED_FOR:
        return Factuality("not_happened" if predicate.perfect and modal == "should" else "called_for", negated)
    if modal == "would" and predicate.perfect:
        return Factuality("not_happened")
    if negated and modal in ("could", "can"):
        return Factuality("not_happened")
    return Factuality("possible" if modal in POSSIBLE else "planned", negated)


def adverbial_clause(scene: Scene, predicate: Predicate, above: Predicate) -> Factuality:
    """A clause opened by a conjunction: a condition is possible, one that was not met ("had he come, they would have
    met") has not happened, the rest tells its own status."""
    own = finite(predicate)
    if predicate.marker in ("as if", "as though"):
        return Factuality("not_happened", sure=False)
    if predicate.tense == "present" and predicate.modal is None and own.status in ("happened", "ongoing"):
        if predicate.marker == "until":
            return Factuality("possible", sure=False)  # "will strike until they are paid"
        if predicate.marker == "before" and above.modal is None and not above.perfect and above.tense != "past":
            return Factuality("possible", sure=False)  # "rush to buy rifles before they are banned"
        ahead = above.modal is not None or above.form == "infinitive"
        if predicate.marker in _TEMPORAL and (ahead or predicate.marker in _WHENEVER):
            return _then(scene, predicate, above)
    if predicate.marker not in CONDITIONS and not _is_opened(scene, predicate, above):
        return own
    if above.modal in ("would", "could", "might") and above.perfect and predicate.tense == "past":
        return Factuality("happened", sure=False) if predicate.negated else Factuality("not_happened")
    return Factuality("possible", own.negated, sure=False)


def _then(scene: Scene, predicate: Predicate, above: Predicate) -> Factuality:
    """A clause in the present that gives the time: planned with what is to be then, "will meet when he [visits]"; what
    happens whenever something else does is possible, "when they [meet], they quarrel"."""
    if above.form == "infinitive":
        return Factuality("planned", predicate.negated, sure=False)
    if above.modal is None:
        told = above.tense == "past" or above.perfect or predicate.perfect or scene.sentence.part == "title"
        return finite(predicate) if told else Factuality("possible", sure=False)
    return Factuality("planned" if above.modal in FUTURE else "possible", predicate.negated, sure=False)


_WHENEVER = frozenset(["when", "whenever"])
_TEMPORAL = frozenset(["after", "as soon as", "before", "by the time", "once", "till", *_WHENEVER])


def _is_opened(scene: Scene, predicate: Predicate, above: Predicate) -> bool:
    """True for a clause without a conjunction of its own before a "would", in a sentence that "if" opens: "If the next
    time he asked he was [jailed], they would march"."""
    opening = [token.text.lower() for token in scene.sentence.tokens[:2]]
    waiting = predicate.marker is None and predicate.tense == "past" and above.modal in ("would", "could", "might")
    return waiting and "if" in opening and predicate.head < above.head
