"""Bodies: whether "it" is somebody who acts, or on whom somebody acts, rather than a thing or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.found import Line
from onrecord.knowledge import cues, predicates
from onrecord.schema.labels import Predicate

_SAYING = frozenset(
    "say tell announce report add deny confirm insist note warn write argue believe plan intend publish own employ "
    "hand give summon appoint dismiss fire recall invite thank apologise apologize draft submit order instruct train "
    "arm deploy mobilise mobilize operate hire seek try want need vow govern control recognise recognize hope decide "
    "expect".split()
)
_ASKED = frozenset(
    "ask tell inform invite urge warn consult notify advise assure accuse blame criticise criticize condemn threaten "
    "attack force oblige allow permit mislead misquote deceive insult betray".split()
)  # with one who hears or suffers it: "had not been asked"
_TO_BODIES = _ASKED | frozenset(
    "arm back ban bomb boycott defend defeat fine fund indict invade isolate let owe pay punish recognise recognize "
    "sanction sue support".split()
)
# What things do as well as bodies: "it is", "it allows", "it took a year".
_OF_THINGS = frozenset(
    "allow appear apply be become begin bring carry change come contain continue cost cover crash do end explode "
    "face fall feel find fly follow force get give go grow happen have help hit hold include indicate keep lead "
    "leave let lie look lose make matter mean meet move need offer open permit prove provide put rain reach read "
    "remain remind require reveal rise run serve show sit snow sound spend stand start stay stop suggest take turn "
    "work".split()
)
_GIVING = frozenset("bring give hold keep leave make offer open provide serve start stop".split())
_WEATHER = frozenset("be seem appear rain snow take become look happen matter remain turn prove".split())


def is_body(line: Line, token: int) -> bool:
    """True where "it" does something that somebody does, or suffers it; in "it seems that" it is nobody."""
    if line.lower[token] not in ("it", "them"):
        return True
    found = line.labels.predicates
    return any(_acts(p, token) or _is_told(p, token, found) for p in found)


def _is_told(predicate: Predicate, token: int, found: Sequence[Predicate]) -> bool:
    """True for what somebody says of himself: "Iran said it would do the same", not "said it was raining"."""
    if predicate.governor is None or predicate.relation != "complement" or predicate.lemma in _WEATHER:
        return False
    does = any(a.role == "ARG0" and token in a.heads for a in predicate.arguments) and not predicate.passive
    asked = any(token in a.heads for a in predicate.arguments) and predicate.passive and predicate.lemma in _ASKED
    return (does or asked) and predicate.pos == "v" and found[predicate.governor].lemma in _SAYING


def _acts(predicate: Predicate, token: int) -> bool:
    """True for what a body does, or what is done to none but somebody: "it fired at", "asked it to"; not "it has been a
    good day", "reads it"."""
    roles = {a.role for a in predicate.arguments if token in a.heads}
    thing = predicate.lemma in _OF_THINGS and not (predicate.lemma in _GIVING and _has_object(predicate))
    if thing or predicate.pos == "adj" or "ARG0" not in roles:
        return "ARG1" in roles and predicate.lemma in _TO_BODIES
    told = predicate.lemma in _SAYING or predicate.lemma in cues.load().verbs
    return told or bool(predicates.load().candidates(predicate.lemma, "v"))


def _has_object(predicate: Predicate) -> bool:
    return not predicate.passive and any(a.role == "ARG1" for a in predicate.arguments)
