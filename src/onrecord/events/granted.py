"""Granted: event nouns that their sentence takes for granted, whatever it plans, fears or asks for.

"Will investigate the raid", "may help victims of an attack": the governor is planned
or called for, the deed behind it is done. Which governors take their noun for granted is in `knowledge/governors.py`.
"""

from __future__ import annotations

from datetime import date

from onrecord.events.scene import Scene
from onrecord.knowledge import governors, predicates
from onrecord.knowledge.governors import GovernorRule
from onrecord.schema.labels import Chunk, Predicate

# What there is of a deed only once it is done: "the victims of [the raid]".
_LEFT_BY = frozenset(
    "aftermath anger anniversary apology blame commemoration complaint condemnation culprit footage grief inquiry "
    "investigation lawsuit mastermind outcry outrage perpetrator photo protest reprisal response responsible "
    "retaliation retribution revenge scene site suspect survivor trial victim video wake witness".split()
)
_LINKS = frozenset(["of", "for", "to", "in", "into", "over", "on", "about", "behind", "against", "at"])
# Types whose events nobody speaks about, or acts after, before they are done; of meetings, deals and aid one does.
_DONE = frozenset(["ASSAULT", "COERCE", "ACCUSE", "THREATEN", "REJECT"])
_STRUCK = frozenset(["ASSAULT", "COERCE"])
# What these are about may be still to come: a sale is discussed, and protested against, before it is made.
_ABOUT = frozenset(["address", "debate", "discuss", "oppose", "protest", "raise", "review"])
# Who would answer a raid answers whatever raid may come.
_ANSWERING = frozenset(["answer", "deal", "react", "reply", "respond", "retaliate"])
_AFTER = frozenset(["after", "following", "since"])
_OVER = frozenset(["over", "for"])
_WOULD = frozenset(["would", "could", "might"])


def is_granted(scene: Scene, predicate: Predicate, above: Predicate, rule: GovernorRule | None) -> bool:
    """True for an event noun that is told as done by what it hangs on, or by the noun before it."""
    if _is_any(scene, predicate, above):
        return False
    if rule is not None and rule.outcome.granted:
        return True
    marker = predicate.marker or ""
    over = marker in _OVER and rule is None
    if over or marker in _AFTER or (rule is not None and above.lemma in _ABOUT):
        return _is_of(predicate, _DONE) or (marker in _AFTER and _is_protests(scene, predicate))
    return _left_by(scene, predicate)


def is_done(scene: Scene, predicate: Predicate) -> bool:
    """True for a definite attack, of which the words around it tell nothing: "may use [the killing]"."""
    return is_definite(scene, predicate) and _is_of(predicate, _STRUCK)


def is_over(scene: Scene, predicate: Predicate, published: date | None) -> bool:
    """True for an event noun with a day of its own that was over when the report came out: "the [March 2] call"."""
    chunk = _chunk(scene, predicate)
    if chunk is None or published is None or predicate.pos != "n":
        return False
    if any(governors.load().find(scene.word(i).lower(), "adj", "noun") for i in range(chunk.first, predicate.head)):
        return False
    start, end = scene.start(chunk.first), scene.start(predicate.head)
    days = [time.to for time in scene.known.times if start <= time.start and time.end <= end]
    return any(to is not None and to[:10] <= published.isoformat() for to in days)


def _is_of(predicate: Predicate, types: frozenset[str]) -> bool:
    rules = predicates.load().candidates(predicate.lemma, "n")
    return bool(rules) and all(rule.type in types for rule in rules)


def _is_protests(scene: Scene, predicate: Predicate) -> bool:
    """True for protests in general: "after [protests] in two towns"; "the strike" may be one that is called."""
    return _is_of(predicate, frozenset(["PROTEST"])) and not is_definite(scene, predicate)


def _is_any(scene: Scene, predicate: Predicate, above: Predicate) -> bool:
    """True for one that may never come: "would condemn [a raid]", "will respond to [any attack]"."""
    word = _opening(scene, predicate)
    if word in ("any", "such"):
        return True
    if is_definite(scene, predicate):
        return False
    open_ = above.modal is not None or above.form == "infinitive"
    return above.modal in _WOULD or (open_ and above.lemma in _ANSWERING)


def _left_by(scene: Scene, predicate: Predicate) -> bool:
    """True after a noun for what is left by a deed: "the victims of [an attack]"."""
    chunk = _chunk(scene, predicate)
    at = (chunk.first if chunk else predicate.first) - 2
    return at >= 0 and scene.word(at + 1).lower() in _LINKS and scene.labels.lemmas[at].lower() in _LEFT_BY


def _chunk(scene: Scene, predicate: Predicate) -> Chunk | None:
    return next((c for c in scene.labels.chunks if c.first <= predicate.head < c.last), None)


def _opening(scene: Scene, predicate: Predicate) -> str:
    chunk = _chunk(scene, predicate)
    return scene.word(chunk.first).lower() if chunk else ""


def is_definite(scene: Scene, predicate: Predicate) -> bool:
    """True for "the visit", "his visit", "Monday's visit"."""
    if _chunk(scene, predicate) is None:
        return False
    possessed = any(a.marker == "poss" for a in predicate.arguments)
    return possessed or _opening(scene, predicate) in ("the", "this", "that", "these", "those")
