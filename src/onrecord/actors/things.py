"""Things: nouns for somebody that mean a thing where they stand, and persons' names that a ship or a storm bears."""

from __future__ import annotations

from onrecord.actors.found import Line

_POWERS = frozenset(
    "administrative any broad constitutional executive full greater legal longstanding moral more no some sole special "
    "statutory such sweeping ultimate".split()
)
_PAPERS = frozenset(["court", "white", "green", "working", "discussion", "research", "policy", "position", "ballot"])


def is_thing(line: Line, i: int) -> bool:
    """True for papers that are no newspapers ("court papers"), for ships and people that carry something, and for
    power: "the authority to dismiss him"."""
    before = line.lower[i - 1] if i else ""
    if line.lemmas[i] == "carrier":
        return before not in ("the", "air", "flag", "national", "budget", "'s", "’s") or line.labels.tags[i] != "NN"
    if line.lemmas[i] == "paper":
        return before in _PAPERS
    if line.lower[i] != "authority":
        return False
    after = line.lower[i + 1] if i + 1 < len(line.words) else ""
    owned = i > 0 and line.labels.tags[i - 1] in ("POS", "PRP$")
    return after in ("to", "over", "under") or owned or before in _POWERS


_CRAFT = frozenset(
    "aircraft-carrier barge boat bulker carrier catamaran corvette cruiser destroyer dinghy dredger drillship ferry "
    "freighter frigate gunboat icebreaker liner lifeboat lighter locomotive minesweeper plane rig rover satellite "
    "schooner ship shuttle spacecraft steamer submarine tanker trawler tug tugboat vessel warship yacht".split()
)
_PREFIXES = frozenset("USS HMS HMAS HMCS HNLMS INS RMS SS MV MS MT M/V M/T BRP KRI KD ARA TCG FNS ROKS".split())
_STORMS = frozenset("Hurricane Cyclone Typhoon Superstorm Storm Operation".split())


def bears_name(line: Line, first: int) -> bool:
    """True for a person's name, from token `first` on, that a ship, a storm or an operation bears: "the carrier Abraham
    Lincoln", "Hurricane Maria"."""
    if line.words[first] in _STORMS:
        return True
    before = line.words[first - 1] if first else ""
    craft = before in _PREFIXES or before in _STORMS
    return craft or (before.islower() and line.lemmas[first - 1] in _CRAFT)
