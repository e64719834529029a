"""Order: whether numeric dates put the day or the month first, by the document's own, else by the outlet's country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from onrecord.knowledge import actors
from onrecord.schema.article import Article
from onrecord.times.numeric import numbers

# Countries whose English-language press writes the month first, as the table of outlets and as addresses have them.
# All others write the day first; of Canada's, some do, so that nothing is told.
_MONTH_FIRST = frozenset("USA PHL PLW FSM MHL us ph pw mh as gu mp pr vi".split())
_EITHER = frozenset("CAN IGO ca".split())
# Endings of addresses that are sold to everybody, whatever country they are of.
_SOLD = frozenset("tv io co me ai fm ly cc ws to gg la sh eu".split())
_COUNTRY_LETTERS = 2


def day_first(article: Article, dates: Iterable[str]) -> bool | None:
    """The order of day and month; None where neither the numeric `dates` of the document nor its outlet tell it."""
    written = [text for text in dates if text]
    votes = Counter(order for text in written for order in _orders(text))
    if votes[True] != votes[False]:
        return votes[True] > votes[False]
    country = _country(article) if written else ""
    if not country or country in _EITHER:
        return None
    return country not in _MONTH_FIRST


def _country(article: Article) -> str:
    """The country of the outlet: by its domain or name in the table of outlets, else by the ending of its address."""
    host = _host(article.url or "")
    table = actors.load()
    known = table.outlet(host) or _named(table, article.outlet or "")
    actor = table.get(known) if known else None
    if actor and actor.country:
        return actor.country
    ending = host.rpartition(".")[2]
    return ending if len(ending) == _COUNTRY_LETTERS and ending not in _SOLD else ""


def _named(table: actors.ActorTable, name: str) -> str | None:
    """The outlet with a name."""
    words = name.split()
    match = table.find(words, 0, unsure=True) if words else None
    if match is None or match.tokens < len(words):
        return None
    found = table.get(match.actor)
    return match.actor if found and found.kind == "outlet" else None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _orders(text: str) -> list[bool]:
    """Whether a numeric date can only be day first, or only month first."""
    first, second, _ = numbers(text)
    return [first > 12] if first <= 31 and (first > 12) != (second > 12) else []
