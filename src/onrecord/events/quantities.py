"""Quantities: counts and amounts in an event's arguments ("46 to 58 people", "at least three ships", "2.3 million
euros")."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from onrecord.events.scene import Scene, Slot
from onrecord.knowledge.predicates import Frame
from onrecord.schema.event import Quantity
from onrecord.schema.span import Span

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0}
_WORDS = {word: float(n) for n, word in enumerate(_SMALL.split())} | _TENS | {"dozen": 12.0}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "m": 1e6}
_MONEY = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY",
    "rouble": "RUB", "ruble": "RUB", "yuan": "CNY", "rupee": "INR", "franc": "XOF", "peso": "MXN", "dong": "VND",
}  # fmt: skip
_AT_LEAST = frozenset(["least", "over", "than"])
_AT_MOST = frozenset(["most", "under"])
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_PEOPLE = frozenset(["killed", "wounded", "arrested", "released", "rescued", "expelled", "marchers", "strikers"])


class Amount(msgspec.Struct, frozen=True):
    """A number read from tokens `first` to `last`: exact, or at least `low`, or at most `high`."""

    first: int
    last: int
    low: float | None
    high: float | None


def quantities(scene: Scene, frame: Frame, filled: Mapping[str, tuple[Slot, ...]]) -> tuple[Quantity, ...]:
    """The quantities that the frame asks for, one a filler that has a number."""
    found = []
    for name in frame.quantity:
        for slot in filled.get(name, ()):
            chunk = next((c for c in scene.labels.chunks if c.first <= slot.head < c.last), None)
            amount = read(scene, chunk.first, chunk.last) if chunk else None
            if amount is not None:
                found.append(_quantity(scene, amount, slot, frame))
    return tuple(found)


def read(scene: Scene, first: int, last: int) -> Amount | None:
    """The first number in the tokens `first` to `last`, with "at least", "between ... and", "million" taken in."""
    at = next((i for i in range(first, last) if _number(scene.word(i)) is not None), None)
    if at is None:
        return None
    value, end = _scaled(scene, at, last)
    before = scene.word(at - 1).lower() if at else ""
    if before in _AT_LEAST:
        return Amount(at, end, value, None)
    if before in _AT_MOST:
        return Amount(at, end, None, value)
    return Amount(at, end, value, value)


def _number(word: str) -> float | None:
    low = word.lower()
    if low in _WORDS:
        return _WORDS[low]
    return float(word.replace(",", "")) if _NUMBER.match(word) else None


def _scaled(scene: Scene, at: int, last: int) -> tuple[float, int]:
    """A number with the scale words after it, and the token after them."""
    value = _number(scene.word(at)) or 0.0
    end = at + 1
    while end < last and scene.word(end).lower() in _SCALES:
        value *= _SCALES[scene.word(end).lower()]
        end += 1
    return value, end


def _quantity(scene: Scene, amount: Amount, slot: Slot, frame: Frame) -> Quantity:
    exact = amount.low if amount.low == amount.high else None
    tokens = scene.sentence.tokens
    return Quantity(
        spans=(Span(tokens[amount.first].start, tokens[amount.last - 1].end),),
        value=exact,
        min=amount.low,
        max=amount.high,
        unit=_unit(scene, amount, slot, frame),
        of=frame.counts,
    )


def _unit(scene: Scene, amount: Amount, slot: Slot, frame: Frame) -> str | None:
    if frame.counts in _PEOPLE:
        return "people"
    sign = scene.word(amount.first - 1) if amount.first else ""
    lemma = scene.labels.lemmas[slot.head].lower()
    return _MONEY.get(sign) or _MONEY.get(lemma) or lemma
