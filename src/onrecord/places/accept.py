"""Acceptance: which spots of a document are places, by their own evidence and by what the rest of the article names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set

import msgspec

from onrecord.knowledge.gazetteer import Entry
from onrecord.knowledge.gazetteer_words import PlaceWords
from onrecord.places.evidence import REFUSED, weigh
from onrecord.places.lines import Line
from onrecord.places.need import STRONG, need
from onrecord.places.persons import surnames
from onrecord.places.spot import Spot

_PERSON = 3  # evidence taken from a name that is some person's surname in the article
_ALWAYS = 1_000
_LARGE = 300_000  # people
_KNOWN = 50_000  # people; a smaller place of the United States needs its state named, not just the country


class Found(msgspec.Struct, frozen=True):
    """A line with its spots."""

    line: Line
    spots: tuple[Spot, ...]


class Hit(msgspec.Struct, frozen=True):
    """A spot on trial: its line, its evidence, and the places of the spot named after it that hold it."""

    line: Line
    spot: Spot
    evidence: int
    holder: tuple[Entry, ...]

    @property
    def start(self) -> int:
        """Where the name starts in the text."""
        return self.line.units[self.spot.first].start

    @property
    def end(self) -> int:
        """Where the name ends in the text."""
        return self.line.units[self.spot.last - 1].end


def accept(found: Sequence[Found], words: PlaceWords, tagged: Set[tuple[int, int]] = frozenset()) -> tuple[Hit, ...]:
    """The hits that are places, in the order of the text. `tagged` are where the tagger sees the name of a place."""
    every = [_tagged(hit, tagged) for item in found for hit in _hits(item, words)]
    hits = _without_persons(every, found, words, tagged)
    plain = [hit for hit in hits if hit.evidence >= need(hit.line, hit.spot, words, False) and _clear(hit, words)]
    setting = _setting(plain)
    known = {hit.spot.key for hit in hits if _reaches(hit, words, setting) and _spreads(hit, words)}
    return tuple(hit for hit in hits if hit.evidence >= 0 and (hit.spot.key in known or _reaches(hit, words, setting)))


def _tagged(hit: Hit, tagged: Set[tuple[int, int]]) -> Hit:
    """The hit, with strong evidence where there is some and the tagger agrees."""
    if not 0 < hit.evidence < STRONG or (hit.start, hit.end) not in tagged:
        return hit
    return msgspec.structs.replace(hit, evidence=STRONG)


def _reaches(hit: Hit, words: PlaceWords, setting: frozenset[str]) -> bool:
    return hit.evidence >= need(hit.line, hit.spot, words, _supported(hit, setting)) and _clear(hit, words)


def _spreads(hit: Hit, words: PlaceWords) -> bool:
    """True where one mention vouches for the others: not that of a person's name, unless a state stands after it."""
    large = any(entry.population > _LARGE and not entry.alternate for entry in hit.spot.entries)
    return hit.spot.key not in words.name or hit.spot.country or bool(hit.holder) or large


def _hits(item: Found, words: PlaceWords) -> Iterable[Hit]:
    for number, spot in enumerate(item.spots):
        evidence = weigh(item.line, item.spots, number, words)
        if evidence > REFUSED:
            holder = item.spots[spot.inside].entries if spot.inside is not None else ()
            yield Hit(item.line, spot, evidence, holder)


def _without_persons(
    hits: list[Hit], found: Sequence[Found], words: PlaceWords, tagged: Set[tuple[int, int]]
) -> list[Hit]:
    """The hits, those whose name is rather a person's in this article with less evidence; states keep theirs, and so
    does a large place that the tagger sees too."""
    persons = Counter(name for item in found for name in surnames(item.line, item.spots, words))
    placed = Counter(hit.spot.key for hit in hits if hit.evidence >= STRONG)
    return [
        msgspec.structs.replace(
            hit, evidence=_weighed(hit, persons[hit.spot.key] > _sure(hit, placed, tagged, words), words)
        )
        for hit in hits
    ]


def _sure(hit: Hit, placed: Counter[str], tagged: Set[tuple[int, int]], words: PlaceWords) -> int:
    """How often the name is a place for sure in this article: always for a large one that the tagger sees too."""
    sure = hit.evidence >= STRONG and (hit.start, hit.end) in tagged and not need(hit.line, hit.spot, words, False)
    return _ALWAYS if sure else placed[hit.spot.key]


def _weighed(hit: Hit, person: bool, words: PlaceWords) -> int:
    state = hit.spot.country and hit.spot.key not in words.name
    if person and not state:
        return hit.evidence - _PERSON
    return max(hit.evidence, 0) if need(hit.line, hit.spot, words, False) == 0 else hit.evidence


def _clear(hit: Hit, words: PlaceWords) -> bool:
    """False in a headline for a name that asks for evidence: there every word has its capital."""
    return not hit.line.headline or hit.evidence >= STRONG or need(hit.line, hit.spot, words, False) == 0


def _setting(hits: Iterable[Hit]) -> frozenset[str]:
    """The states, and the divisions as "ISO3.CODE", that the sure names of an article lie in."""
    setting: set[str] = set()
    for hit in hits:
        if not hit.spot.entries:
            continue
        top = max(hit.spot.entries, key=lambda entry: (entry.kind == "country", entry.population))
        if top.country:
            setting.add(top.country)
            setting.add(f"{top.country}.{top.code}")
    return frozenset(setting)


def _supported(hit: Hit, setting: frozenset[str]) -> bool:
    return any(
        f"{entry.country}.{entry.code}" in setting
        or (entry.country in setting and (entry.country != "USA" or entry.population > _KNOWN))
        for entry in hit.spot.entries
    )
