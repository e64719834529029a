"""Suspected: what somebody is arrested, wanted or tried for, which no court has found yet.

"Arrested for [plotting] a raid", "faces charges of [bribing] a judge": the arrest is told as a fact, the deed is not.
Whoever was jailed, sentenced or convicted for a deed has done it, on the court's word.
"""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.schema.labels import Predicate

_SEIZING = frozenset(
    "apprehend arrest detain hold indict interrogate investigate pursue question remand seek want".split()
)
_CHARGES = frozenset("accusation allegation charge charges count indictment suspicion trial warrant".split())
_WHY = frozenset(["for", "over"])


def is_purported(scene: Scene, predicate: Predicate) -> bool:
    """True for what nobody is sure of who shows it: "footage [allegedly] of guards speaking with recruits"."""
    starts = [predicate.first, *(a.first for a in predicate.arguments if a.role == "ARG0" and a.first < predicate.head)]
    near = (start - back for start in starts for back in (1, 2) if start >= back)
    return predicate.pos == "v" and any(
        scene.word(i).lower() in _PURPORTED and (scene.labels.tags[i + 1] in ("IN", "VBG") or i + 1 == predicate.head)
        for i in near
    )


_PURPORTED = frozenset("allegedly ostensibly purportedly supposedly".split())


def is_suspected(scene: Scene, predicate: Predicate) -> bool:
    """True for a gerund that tells for what somebody is arrested, or of what he is suspected."""
    if predicate.pos != "v" or predicate.form != "gerund" or predicate.relation != "complement":
        return False
    above = scene.labels.predicates[predicate.governor] if predicate.governor is not None else None
    seized = above is not None and above.pos == "v" and above.lemma in _SEIZING and predicate.marker in _WHY
    return seized or _is_charged(scene, predicate)


def _is_charged(scene: Scene, predicate: Predicate) -> bool:
    """True after "charges of" and the like; the trees have the charges for its subject."""
    heads = [head for a in predicate.arguments if a.role == "ARG0" for head in a.heads]
    if predicate.marker in ("of", "for") and predicate.first > 1:
        heads.append(predicate.first - 2)
    return any(scene.labels.lemmas[head].lower() in _CHARGES for head in heads)
