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
from onrecord.places.spot import inside, is_spelling

# News in English gives the division of all but the best known cities of these.
_DIVIDED = frozenset(("USA", "CAN"))
_PEOPLED = frozenset(("country", "capital", "region", "county", "city"))
_APART = 161.0  # km; nearer candidates are as good as one
_SEAT = 40.0  # km from the middle of a county to the town of its name
_SURE = 2.0
_ANCHORS = 200  # places that distances are taken to; more than articles have, few enough for lists of thousands
_WELL_KNOWN = 200_000  # people


class Weights(msgspec.Struct, frozen=True):
    """What speaks for a candidate, in powers of ten of its population."""

    country: float = 2.3  # a state
    capital: float = 1.4
    region: float = 1.2  # a first-level division
    county: float = -0.9
    unpeopled: float = 7.8  # areas, waters and sites, which have no population
    article: float = 1.5  # a sea or river after "the"
    without_article: float = 4.5  # instead of the two above for a river of one word without it ("Hudson")
    largest: float = 0.4  # the largest of the cities of a name: the one that is meant where nothing is said
    alternate: float = 1.5  # taken from a place whose usual name it is not
    state_named: float = 1.0  # the article names its state or places in it
    state_share: float = 1.3  # times the share of the article's places that lie in its state
    bare: float = 0.4  # times the two above for a city of a federation whose division the article does not name
    division_named: float = 1.0
    division_share: float = 1.5
    near: float = 1.7  # within 50 km of another place; less up to 400 km
    margin: float = 0.15  # between the best and another far from it; below it none is chosen


_W = Weights()


class Named(msgspec.Struct, frozen=True):
    """A name to resolve: its candidates, and what the words beside it say.

    `holder` are the readings of the state or division named after it; `division` is true where words call it a
    division, `article` where "the" stands before it; `largest` is the index of the largest city of the name.
    """

    key: str
    entries: tuple[Entry, ...]
    holder: tuple[Entry, ...] = ()
    division: bool = False
    article: bool = False
    largest: int | None = None

    @property
    def sense(self) -> tuple[str, bool, bool]:
        """What has one meaning in an article: the name, as a division or not, with its article or without."""
        return self.key, self.division, self.article


class Context(msgspec.Struct, frozen=True):
    """What an article says of where it plays.

    States, and divisions as "ISO3.CODE", by their share of its places; the towns and sites that are sure; and for each
    state the indices of its places.
    """

    countries: dict[str, float]
    codes: dict[str, float]
    anchors: tuple[Entry, ...]
    places: dict[str, frozenset[int]]


def resolve(names: Sequence[Named]) -> list[Entry | None]:
    """The place of each name, None where it is not clear which. In the order given."""
    anchors = [entry for name in names if (entry := _sure(name)) is not None]
    first = _choose(names, _context(anchors))
    again = _context([entry for entry in first if entry is not None])
    return _choose(names, again)


def _choose(names: Sequence[Named], context: Context) -> list[Entry | None]:
    held = [_best(name, context) if name.holder else None for name in names]
    senses = _senses(names, held)
    free: dict[tuple[str, bool, bool], Entry | None] = {}
    for name in names:
        if name.sense not in free:
            free[name.sense] = senses[name.key] if name.key in senses else _best(name, context)
    return [own if name.holder else free[name.sense] for name, own in zip(names, held, strict=True)]


def _senses(names: Sequence[Named], held: Sequence[Entry | None]) -> dict[str, Entry | None]:
    """For each name that some mention places itself, the place that most of these mentions mean.

    None for one that is placed where the gazetteer has no such place ("Holliday, Mo."): it is none of the others.
    """
    votes = defaultdict[str, Counter[int]](Counter)
    entries: dict[int, Entry] = {}
    for name, entry in zip(names, held, strict=True):
        if name.holder:
            votes[name.key].update([entry.index] if entry is not None else [])
        if entry is not None:
            entries[entry.index] = entry
    return {key: entries[counts.most_common(1)[0][0]] if counts else None for key, counts in votes.items()}


def largest(entries: Iterable[Entry]) -> int | None:
    """The index of the largest of some places that are cities by their usual name, None where there is none."""
    cities = [entry for entry in entries if entry.kind in ("city", "capital") and not entry.alternate]
    return max(cities, key=lambda entry: entry.population).index if cities else None


def _sure(name: Named) -> Entry | None:
    """The place of a name that leaves no doubt: the only bearer, or one far larger than all others."""
    if not name.entries or name.holder:
        return None
    ranked = sorted(name.entries, key=lambda entry: -_prior(entry, name))
    if len(ranked) == 1 or _prior(ranked[0], name) - _prior(ranked[1], name) > _SURE:
        return ranked[0]
    return None


def _prior(entry: Entry, name: Named) -> float:
    """The weight of a candidate before anything else of the article is looked at."""
    if entry.kind in ("sea", "river"):
        bare = entry.kind == "river" and not name.article and " " not in name.key
        return _W.without_article if bare else _W.unpeopled + _W.article
    if entry.kind not in _PEOPLED:
        return _W.unpeopled
    score = math.log10(entry.population + 30) - _W.alternate * entry.alternate
    score += _W.country * (entry.kind == "country") + _W.region * (entry.kind == "region")
    score += _W.capital * (entry.kind == "capital") + _W.county * (entry.kind == "county")
    return score + _W.largest * (entry.kind == "city" and entry.index == name.largest)


def _context(anchors: Iterable[Entry]) -> Context:
    anchors = list(anchors)
    countries, codes = Counter[str](), Counter[str]()
    places = defaultdict[str, set[int]](set)
    for entry in anchors:
        if entry.country:
            countries[entry.country] += 1
            places[entry.country].add(entry.index)
        if entry.country and entry.code:
            codes[f"{entry.country}.{entry.code}"] += 2 if entry.kind == "region" else 1
    points = {a.index: a for a in anchors if a.kind in ("city", "capital", "county", "site")}
    held = {country: frozenset(indices) for country, indices in places.items()}
    return Context(_shares(countries), _shares(codes), tuple(points.values())[:_ANCHORS], held)


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = counts.total()
    return {key: count / total for key, count in counts.items()}


def _best(name: Named, context: Context) -> Entry | None:
    held = tuple(entry for entry in name.entries if any(inside(entry, holder) for holder in name.holder))
    candidates = held if name.holder else name.entries
    if not candidates:
        return None
    if len(candidates) == 1:
        return candidates[0] if held or not _is_stray(candidates[0], context) else None
    scored = sorted(((_score(entry, name, context), entry) for entry in candidates), key=lambda pair: -pair[0])
    score, best = scored[0]
    if held:
        return _city_or_division(best, candidates, name)
    rivals = [entry for other, entry in scored[1:] if score - other < _W.margin]
    if any(_apart(best, rival) for rival in rivals) or _is_stray(best, context):
        return None
    return _city_or_division(best, candidates, name)


def _is_stray(entry: Entry, context: Context) -> bool:
    """True for a small town in a state of which the article names nothing else, while it names places elsewhere."""
    if entry.kind not in ("city", "county") or entry.population > _WELL_KNOWN or entry.country is None:
        return False
    at_home = context.places.get(entry.country, frozenset()) - {entry.index}
    elsewhere = sum(len(indices) for country, indices in context.places.items() if country != entry.country)
    return not at_home and elsewhere > 1


def _apart(a: Entry, b: Entry) -> bool:
    """True for two places that cannot pass for one: far from another, and not a division and a city of one state."""
    kin = a.country == b.country and "region" in (a.kind, b.kind) and a.kind != b.kind
    return not kin and distance(a, b) > _APART


def _score(entry: Entry, name: Named, context: Context) -> float:
    score = _prior(entry, name)
    share = context.codes.get(f"{entry.country}.{entry.code}") if entry.code else None
    if share:
        score += _W.division_named + _W.division_share * share
    if entry.country in context.countries:
        weight = _W.bare if entry.country in _DIVIDED and entry.kind == "city" and not share else 1.0
        score += weight * (_W.state_named + _W.state_share * context.countries[entry.country])
    if entry.kind not in ("country", "region"):
        score += _W.near * _nearness(entry, context.anchors)
    return score


def _nearness(entry: Entry, anchors: tuple[Entry, ...]) -> float:
    nearest = min((distance(entry, other) for other in anchors if other.index != entry.index), default=math.inf)
    return 1.0 if nearest < 50 else 0.7 if nearest < 150 else 0.3 if nearest < 400 else 0.0


def _city_or_division(best: Entry, candidates: tuple[Entry, ...], name: Named) -> Entry:
    """Of a division and the city it is called after, the one meant: the division where words say so, else the city."""
    if best.kind in ("region", "county") and not name.division:
        return next((entry for entry in candidates if _is_seat(entry, best, name.key)), best)
    if best.kind in ("city", "capital") and name.division:
        same = (entry for entry in candidates if entry.kind == "region" and entry.country == best.country)
        return next(same, best)
    return best


def _is_seat(city: Entry, division: Entry, key: str) -> bool:
    """True for a city that a division is called after: New York, Donetsk, Washington, but not Wyoming in Michigan."""
    if city.kind not in ("city", "capital") or city.country != division.country or not is_spelling(key, city):
        return False
    if division.kind == "county":
        return distance(city, division) < _SEAT
    within = city.code == division.code or distance(city, division) < _SEAT
    return city.kind == "capital" or (within and city.population > 0.1 * division.population)


def distance(a: Entry, b: Entry) -> float:
    """Kilometres between two places on a sphere of the earth's mean radius."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))
