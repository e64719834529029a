"""Resolution: which of the places of a name an article means.

One sense a name and article, but for names that say themselves where they are ("Paris, Texas"). Candidates are scored
by population and kind, by the states and divisions that the article names, and by their distance to the places that are
sure; the weights were set on TR-News by hand. Where two places far apart are equally likely, none is chosen.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.knowledge.gazetteer import Entry
from onrecord.places.spot import inside

_KIND = {"country": 4.0, "capital": 1.2, "region": 0.6, "city": 0.0, "county": -0.6}
_OWN_SCORE = 6.0  # areas, waters and sites, which have no population
_ALTERNATE = 1.3
_APART = 161.0  # km; nearer candidates are as good as one
_MARGIN = 0.25


class Named(msgspec.Struct, frozen=True):
    """A name to resolve: its candidates, the state or division named after it, whether words call it a division."""

    key: str
    entries: tuple[Entry, ...]
    holder: tuple[Entry, ...] = ()
    division: bool = False


class Context(msgspec.Struct, frozen=True):
    """What an article says of where it plays: states and divisions by weight, and places that are sure."""

    countries: dict[str, float]
    codes: dict[str, float]
    anchors: tuple[Entry, ...]


def resolve(names: Sequence[Named]) -> list[Entry | None]:
    """The place of each name, None where it is not clear which. In the order given."""
    anchors = [entry for name in names if (entry := _sure(name)) is not None]
    first = _choose(names, _context(anchors))
    again = _context([entry for entry in first if entry is not None])
    return _choose(names, again)


def _choose(names: Sequence[Named], context: Context) -> list[Entry | None]:
    held = [_best(name, context) if name.holder else None for name in names]
    senses = _senses(names, held)
    free: dict[tuple[str, bool], Entry | None] = {}
    for name in names:
        if (name.key, name.division) not in free:
            free[name.key, name.division] = senses.get(name.key) or _best(name, context)
    return [own or free[name.key, name.division] for name, own in zip(names, held, strict=True)]


def _senses(names: Sequence[Named], held: Sequence[Entry | None]) -> dict[str, Entry]:
    """For each name that some mention places itself, the place that most of these mentions mean."""
    votes = defaultdict[str, Counter[int]](Counter)
    entries: dict[int, Entry] = {}
    for name, entry in zip(names, held, strict=True):
        if entry is not None:
            votes[name.key][entry.index] += 1
            entries[entry.index] = entry
    return {key: entries[counts.most_common(1)[0][0]] for key, counts in votes.items()}


def _sure(name: Named) -> Entry | None:
    """The place of a name that leaves no doubt: a state, the only bearer, or one far larger than all others."""
    if not name.entries or name.holder:
        return None
    ranked = sorted(name.entries, key=_prior, reverse=True)
    if len(ranked) == 1:
        return ranked[0]
    return ranked[0] if _prior(ranked[0]) - _prior(ranked[1]) > 1.5 else None


def _prior(entry: Entry) -> float:
    if entry.kind not in _KIND:
        return _OWN_SCORE
    return math.log10(entry.population + 30) + _KIND[entry.kind] - _ALTERNATE * entry.alternate


def _context(anchors: Iterable[Entry]) -> Context:
    anchors = list(anchors)
    countries, codes = Counter[str](), Counter[str]()
    for entry in anchors:
        if entry.country:
            countries[entry.country] += 1
        if entry.country and entry.code:
            codes[f"{entry.country}.{entry.code}"] += 2 if entry.kind == "region" else 1
    points = {a.index: a for a in anchors if a.kind in ("city", "capital", "county", "site")}
    return Context(_shares(countries), _shares(codes), tuple(points.values()))


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = counts.total()
    return {key: count / total for key, count in counts.items()}


def _best(name: Named, context: Context) -> Entry | None:
    held = tuple(entry for entry in name.entries if any(inside(entry, holder) for holder in name.holder))
    candidates = held if name.holder else name.entries
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    scored = sorted(((_score(entry, context), entry) for entry in candidates), key=lambda pair: -pair[0])
    score, best = scored[0]
    if not held:
        for other_score, other in scored[1:]:
            if score - other_score < _MARGIN and distance(best, other) > _APART:
                return None
    return _city_or_division(best, candidates, name.division)


def _score(entry: Entry, context: Context) -> float:
    score = _prior(entry)
    if entry.country in context.countries:
        score += 1.2 + 1.2 * context.countries[entry.country]
    if entry.code and (share := context.codes.get(f"{entry.country}.{entry.code}")):
        score += 1.0 + 1.5 * share
    if entry.kind not in ("country", "region"):
        score += _nearness(entry, context.anchors)
    return score


def _nearness(entry: Entry, anchors: tuple[Entry, ...]) -> float:
    nearest = min((distance(entry, other) for other in anchors if other.index != entry.index), default=math.inf)
    return 1.2 if nearest < 50 else 0.8 if nearest < 150 else 0.4 if nearest < 400 else 0.0


def _city_or_division(best: Entry, candidates: tuple[Entry, ...], division: bool) -> Entry:
    """Of a division and the city it is called after, the one meant: the division where words say so, else the city."""
    if best.kind == "region" and not division:
        for entry in candidates:
            seat = entry.kind == "capital" or entry.population > 0.1 * best.population
            if entry.kind in ("city", "capital") and entry.country == best.country and seat and not entry.alternate:
                return entry
    if best.kind in ("city", "capital") and division:
        for entry in candidates:
            if entry.kind == "region" and entry.country == best.country:
                return entry
    return best


def distance(a: Entry, b: Entry) -> float:
    """Kilometres between two places on a sphere of the earth's mean radius."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))
