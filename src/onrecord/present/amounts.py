"""Quantities in words: "at least 12 killed", "EUR 40 million", "2,000 marchers"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.schema.event import Quantity

_STATES = frozenset("killed wounded injured arrested detained missing displaced evacuated rescued dead hurt".split())

_SPELLED = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()


def amounts(quantities: Iterable[Quantity]) -> tuple[str, ...]:
    """Quantities in words, each once."""
    return tuple(dict.fromkeys(filter(None, (amount(quantity) for quantity in quantities))))


def amount(quantity: Quantity) -> str | None:
    """One quantity in words, None where it has no number."""
    figure = _range(quantity)
    if figure is None:
        return None
    if quantity.of == "money" and (quantity.unit or "").isupper():
        return f"{quantity.unit} {figure}"
    if quantity.of == "money" and quantity.unit is None:
        return figure
    if quantity.of in _STATES and quantity.unit in (None, "people"):
        return f"{figure} {quantity.of}"
    if quantity.of in _STATES:
        return f"{figure} {quantity.unit} {quantity.of}"
    unit = quantity.of if quantity.unit in (None, "people") else quantity.unit
    return f"{figure} {unit or quantity.unit or ''}".strip()


def has_figure(sentence: str, shown: str) -> bool:
    """True where a sentence has the number that an amount begins with, in figures or as a word."""
    figure = shown.split()[0] if shown else ""
    spelled = _SPELLED[int(figure)] if figure.isdigit() and int(figure) < len(_SPELLED) else figure
    words = sentence.lower().split()
    return figure in words or spelled in words


def _range(quantity: Quantity) -> str | None:
    if quantity.value is not None:
        return number(quantity.value)
    if quantity.min is not None and quantity.max is not None:
        return f"{number(quantity.min)} to {number(quantity.max)}"
    if quantity.min is not None:
        return f"at least {number(quantity.min)}"
    return f"up to {number(quantity.max)}" if quantity.max is not None else None


def number(value: float) -> str:
    """A number as people write it: "12", "2,500", "1.5 million"."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size and round(value / size, 3) == value / size:
            return f"{value / size:g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"
