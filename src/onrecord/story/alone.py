"""Alone: one deed that two reports tell of one party alone, by one word: who "pleaded guilty on Monday" in both."""

from __future__ import annotations

import re

from onrecord.story.statuses import TOLD
from onrecord.story.surroundings import stem
from onrecord.story.tellings import Party, Telling

SHORT = 3
"""A time of at most so many days is exact."""
NEXT_DAY = 1
"""Reports so many days apart tell of one day's news."""
LAST = re.compile(r"\w+(?=\W*$)")


def is_same_act(first: Telling, second: Telling) -> bool:
    """True for one deed of one person or body, or one that befell him, told by kindred words and as standing alike.

    Either both give its day, or one does and the reports are of one day's news; where neither does, what is done must
    be the same thing too, or be what nobody does twice ("the seat", "resigned").
    """
    one, other = first.event, second.event
    alike = one.status == other.status or {one.status, other.status} <= TOLD
    if not alike or one.reciprocal or other.reciprocal:
        return False
    if stem(first) != stem(second) and not one.mode == other.mode == "resign":
        return False
    if not (is_one_doer(first, second) or is_one_sufferer(first, second)):
        return False
    exact = [telling.days is not None and len(telling.days) <= SHORT for telling in (first, second)]
    if all(exact):
        return True
    return is_one_news(first, second) and (any(exact) or is_done_once(first, second))


def is_one_doer(first: Telling, second: Telling) -> bool:
    """True where both name the same actors, and nobody to whom it is done."""
    return not first.recipients and not second.recipients and is_one_side(first.actors, second.actors)


def is_one_sufferer(first: Telling, second: Telling) -> bool:
    """True where both name the same recipients, and at most one who did it."""
    return not (first.actors and second.actors) and is_one_side(first.recipients, second.recipients)


def is_one_side(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """True for the same persons or bodies by name; states do too much on one day."""
    known = all(not party.local and not party.is_country for party in (*one, *other))
    return bool(one) and known and {party.id for party in one} == {party.id for party in other}


def is_one_news(first: Telling, second: Telling) -> bool:
    """True where two reports of one day or the next tell of what is new or to come, on a day that they share or leave
    open."""
    if first.published is None or second.published is None or first.reach is None or second.reach is None:
        return False
    open_ = all(telling.days is None or len(telling.days) <= SHORT for telling in (first, second))
    return open_ and abs(first.published - second.published) <= NEXT_DAY


def is_done_once(first: Telling, second: Telling) -> bool:
    """True where both name one thing by its last word, and for who resigns."""
    if first.event.mode == second.event.mode == "resign":
        return True
    one, other = last_word(first), last_word(second)
    return one is not None and one == other


def last_word(telling: Telling) -> str | None:
    """The last word of what a deed is done with ("meeting" of "his upcoming meeting")."""
    found = LAST.search(telling.event.object.text.casefold()) if telling.event.object else None
    return found[0] if found else None


def alone_signs(telling: Telling) -> frozenset[str]:
    """The signs by which such tellings are found: each party by name, with the word."""
    named = (party.id for party in telling.parties if not party.local and not party.is_country)
    word = "resign" if telling.event.mode == "resign" else stem(telling)
    return frozenset(f"{name} {word} alone" for name in named)
