"""Use: whether a place name tells where something is, stands for a state that acts, or goes with a noun."""

from __future__ import annotations

from onrecord.knowledge.gazetteer import Entry
from onrecord.places.lines import Line
from onrecord.places.spot import Spot
from onrecord.schema.labels import Argument, Predicate, SentenceLabels
from onrecord.schema.place import PlaceUse

_STATES = frozenset(("country", "capital", "territory", "region"))
_WHERE = frozenset(
    "in at near outside across inside around off through throughout toward towards into within from over above under"
    " beyond along onto on".split()
)
_MOTION = frozenset(
    "visit leave enter reach invade flee cross tour attack bomb hit strike shell storm capture seize retake liberate"
    " occupy annex devastate rock shake govern rule run travel depart".split()
)
_GIVING = frozenset(
    "sell give send supply provide deliver export offer promise say tell appeal lend ship transfer return donate grant"
    " hand pay owe write complain apologise apologize protest respond reply answer object pledge".split()
)
_SKIP = frozenset(("the", "and", "or", "both", ",", "neighbouring", "neighboring", "nearby"))


def use(line: Line, spot: Spot, entry: Entry | None, labels: SentenceLabels | None) -> PlaceUse:
    """The use of one place name, by the words beside it and the predicate that it is an argument of."""
    if spot.short:
        return "place"
    if _modifies(line, spot, labels):
        return "modifier"
    if labels is None or entry is None or entry.kind not in _STATES:
        return "place"
    marker = _preposition(line, spot)
    if marker in _WHERE:
        return "place"
    found = _argument(labels, line.units[spot.first].token)
    if found is None:
        return "actor" if marker in ("between", "against", "with") else "place"
    return _by_role(found[0], found[1], marker)


def _modifies(line: Line, spot: Spot, labels: SentenceLabels | None) -> bool:
    right = line.at(spot.last)
    if right is None or not right.key:
        return False
    if right.key == "s" and right.text[0] in "'’":
        return right.tag != "VBZ"
    if right.glued or line.units[spot.first].glued:
        return True
    if labels is None:
        return False
    token = line.units[spot.last - 1].token
    after = labels.tags[right.token] if right.token < len(labels.tags) else ""
    return after.startswith("NN") and any(c.first <= token < right.token < c.last for c in labels.chunks)


def _preposition(line: Line, spot: Spot) -> str:
    """The word that governs the name, past articles and the names it is listed with."""
    index = spot.first - 1
    while (unit := line.at(index)) is not None:
        if unit.key in _SKIP or unit.text in _SKIP or (unit.capital and unit.tag.startswith("NNP")):
            index -= 1
            continue
        return unit.key
    return ""


def _argument(labels: SentenceLabels, token: int) -> tuple[Predicate, Argument] | None:
    """The smallest argument that holds a token, with its predicate."""
    held = [
        (predicate, argument)
        for predicate in labels.predicates
        for argument in predicate.arguments
        if argument.first <= token < argument.last
    ]
    return min(held, key=lambda pair: pair[1].last - pair[1].first) if held else None


def _by_role(predicate: Predicate, argument: Argument, marker: str) -> PlaceUse:
    word = predicate.lemma.split()[0]
    if argument.role == "ARG0":
        return "actor"
    if argument.role in ("ARG1", "ARG2") and marker not in ("to", "for"):
        return "place" if word in _MOTION or (predicate.form == "noun" and not marker) else "actor"
    if marker in ("by", "with", "against"):
        return "actor"
    return "actor" if word in _GIVING else "place"
