"""Things: nouns for somebody that mean a thing where they stand."""

from __future__ import annotations

from onrecord.actors.found import Line

_POWERS = frozenset(
    "administrative any broad constitutional executive full greater legal longstanding moral more no some sole special "
    "statutory such sweeping ultimate".split()
)
_PAPERS = frozenset(["court", "white", "green", "working", "discussion", "research", "policy", "position", "ballot"])


def is_thing(line: Line, i: int) -> bool:
    """True for papers that are no newspapers ("court papers"), and for power: "the authority to dismiss him"."""
    before = line.lower[i - 1] if i else ""
    if line.lemmas[i] == "paper":
        return before in _PAPERS
    if line.lower[i] != "authority":
        return False
    after = line.lower[i + 1] if i + 1 < len(line.words) else ""
    owned = i > 0 and line.labels.tags[i - 1] in ("POS", "PRP$")
    return after in ("to", "over", "under") or owned or before in _POWERS
