"""Looks: whether a stretch of capitalised words is a person's name."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.found import Line
from onrecord.actors.segments import PARTISANS, Segment, table
from onrecord.knowledge.gazetteer import fold, gazetteer
from onrecord.knowledge.names import plain

_KOREAN = frozenset(
    "Kim Lee Park Choi Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Chang Lim Im Han Oh Seo Suh Shin Kwon Hwang Ahn An "
    "Song Yoo Ryu Hong Moon Ko Bae Baek Roh Noh Ri Pak Shim Nam Ha Min Cha Ju Woo Yang Son Heo Choe".split()
)
# Words with which a name of two or three words is that of a place, a building, a law or an occasion.
_NO_SURNAMES = frozenset(
    "County City Town Park Street Avenue River Lake Island Islands Hall House School University College Hospital "
    "Center Centre Bridge Airport Square Road Court Church Act Bill Amendment Day Games Cup League Team Award Prize "
    "Committee Station Building Tower Beach Bay Valley Falls Hills Springs Heights Field Stadium Mountain Fund Plan "
    "Law Deal Show Report Foundation Institute Project Club Hotel Plaza Mall Fire Eve Week Month State Party "
    "Caucus Library Museum Theatre Theater Gallery Company Group Union Association Agency Bank Army Navy Council "
    "Ministry Department Office Commission Movement Front Forces Force".split()
)


def is_no_name(line: Line, segment: Segment, role: Segment) -> bool:
    """True for one word after a role that names nobody: a number ("Marine One"), a member of a party, a body behind an
    adjective ("the conservative House")."""
    if segment.last - segment.first > 1:
        return False
    number = line.lower[segment.first] in _NUMBERS
    adjective = line.labels.tags[role.last - 1][:2] == "JJ" and line.named(segment.first, segment.last) != "PER"
    return number or adjective or line.words[segment.first] in PARTISANS


_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())


def is_person(line: Line, segment: Segment) -> bool:
    """True for a full name that the tagger takes for a person's, or that looks like one and is nothing else to it."""
    named = line.named(segment.first, segment.last)
    if _is_korean(line.words[segment.first : segment.last]):
        return True
    if segment.first and line.words[segment.first - 1].lower() == "the":
        return False
    several = segment.last - segment.first > 1
    if (several and named == "PER") or not _looks_like_person(line, segment):
        return several and named == "PER"
    return named in (None, "PER") or _is_given(line.words[segment.first : segment.last])


def _is_given(words: Sequence[str]) -> bool:
    """True for a name that no place has and whose first word is a given name and nothing else."""
    common = plain(words[0]) in table().given_names.words
    return not common and fold(" ".join(words)) not in gazetteer()


def _is_korean(words: Sequence[str]) -> bool:
    """True for "Park Min-ji": a family name of Korea and a given name with a hyphen, in either order."""
    family = {words[0], words[-1]} & _KOREAN
    return len(words) == 2 and bool(family) and any("-" in word[1:-1] for word in words)


def _looks_like_person(line: Line, segment: Segment) -> bool:
    """Two to four capitalised words of which the first is a given name."""
    words = line.words[segment.first : segment.last]
    if not 2 <= len(words) <= 4 or not all(w[:1].isupper() for w in words):
        return False
    if any(w in _NO_SURNAMES or (w.isupper() and len(w) > 2) for w in words):
        return False
    return table().given_name(words[0]) is not None
