"""Where: the place of an event, taken from the words that belong to its predicate."""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.events.times import fixing
from onrecord.knowledge import predicates
from onrecord.knowledge.predicates import PredicateRule
from onrecord.schema.labels import Argument
from onrecord.schema.place import PlaceMention

_MAX_DEPTH = 3
_LOCATIVE = frozenset("in at near off outside inside around across along through throughout".split())
_SURFACES = frozenset(["lake", "sea", "river", "island", "strait", "mountain", "water"])
_AT = frozenset(["during", "at", "obj", "for", "in"])
_MOTION = frozenset(["to", "into", "for"])
_APART = frozenset("before after following since despite about over against for of".split())
_ELSEWHERE = _APART - {"for", "of"}  # "signed it in Nouakchott, twelve days after an ambush"
# "Troops on the border", "an attack on Gao"; but "sanctions on Chad" and "talks on Chad" take place elsewhere.
_ON = frozenset(["ASSAULT", "MOBILIZE", "PROTEST", "RETREAT"])


def where(scene: Scene, number: int, rule: PredicateRule) -> str | None:
    """The gazetteer id of the place where the predicate with that number takes place, None where none is told."""
    return _of(scene, number, rule, _MAX_DEPTH)


def _of(scene: Scene, number: int, rule: PredicateRule, depth: int) -> str | None:
    predicate = scene.labels.predicates[number]
    for argument in predicate.arguments:
        allowed = argument.marker in _allowed(rule) or (rule.mode == "visit" and argument.role == "ARG1")
        if (allowed or argument.marker == "on") and not _is_of_another(scene, number, argument):
            place = _place_at(scene, argument.first, _reach(scene, argument), argument.heads)
            if place is not None and (allowed or _is_surface(scene, place)):
                return place
    if depth == 0:
        return None
    held = (
        n for n, p in enumerate(scene.labels.predicates) if p.governor == number and p.pos == "n" and p.marker in _AT
    )
    within = (_of(scene, n, rule, depth - 1) for n in (*held, *fixing(scene, predicate)))
    if (place := next((found for found in within if found is not None), None)) is not None:
        return place
    governor = predicate.governor
    elsewhere = predicate.pos != "n" or predicate.marker in _ELSEWHERE
    if governor is not None and not elsewhere and scene.labels.predicates[governor].pos == "v":
        return _of(scene, governor, rule, depth - 1)
    return None


def _reach(scene: Scene, argument: Argument) -> int:
    """The end of a phrase with what tells where that is: "at a naval post [in Puno]"."""
    last, tokens = argument.last, scene.sentence.tokens
    for chunk in scene.labels.chunks:
        if chunk.first == last + 1 and tokens[last].text in _LOCATIVE:
            last = chunk.last
    return last


def _is_surface(scene: Scene, place: str) -> bool:
    """True for what one is on and not in: a lake, an island, a river ("on Lake Titicaca")."""
    entry = scene.known.gazetteer.get(place)
    return entry is not None and entry.kind in _SURFACES


def _is_of_another(scene: Scene, number: int, argument: Argument) -> bool:
    """True where another event noun stands between, to which the phrase rather belongs: "their call came before the
    summit [in Wales]", "a second meeting, after the one [in Riga]"; what the predicate makes or belongs to is no other
    ("died in a raid [in Mali]")."""
    after = range(scene.labels.predicates[number].head + 1, argument.first)
    if any(scene.word(i) in ("one", "ones", "that", "those") and scene.word(i - 1) in ("the", "after") for i in after):
        return True
    for other in scene.labels.predicates:
        if scene.labels.predicates[number].head < other.head < argument.first and other.pos == "n":
            own = other.governor == number and other.marker not in _APART
            if not own and predicates.load().candidates(other.lemma, "n"):
                return True
    return False


def _allowed(rule: PredicateRule) -> frozenset[str]:
    """The prepositions that tell where: "to" does for visits alone, "from" for withdrawals."""
    if rule.mode == "visit":
        return _LOCATIVE | _MOTION
    fitting = _LOCATIVE | {"on"} if rule.type in _ON else _LOCATIVE
    return fitting | {"from"} if rule.mode == "withdraw" else fitting


def _place_at(scene: Scene, first: int, last: int, heads: tuple[int, ...]) -> str | None:
    """The place that a phrase names: at its head, else the first within it that is used as a place."""
    start, end = scene.start(first), scene.sentence.tokens[last - 1].end
    found: list[PlaceMention] = [p for p in scene.known.places if p.place and start <= p.start and p.end <= end]
    for place in found:
        if any(place.start <= scene.start(head) < place.end for head in heads):
            return place.place
    return next((p.place for p in found if p.use == "place"), None)
