"""Copies: reports with one text, whole, cut or taken over in part, and which of them is the original.

Candidates are texts with an anchor in common: a hash of five words that is the smallest of its neighbourhood
(min-hashing within a window, "winnowing": Schleimer, Wilkerson and Aiken 2003). Two texts that share a passage of 16
words always have one. What decides are the exact passages and the shares that they are of both texts (resemblance and
containment: Broder 1997), and whether the numbers agree: a weekly bulletin is no copy of last week's.

Whether two texts are copies depends on these two alone, and a group is what such pairs connect, so that neither the
order of adding nor the rest of a record changes a pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

import msgspec
import numpy as np

from onrecord.schema.copy import CopyKind
from onrecord.schema.reading import Reading
from onrecord.schema.report import ReportText
from onrecord.story.days import ordinal
from onrecord.story.ids import publication_key
from onrecord.story.imprints import Imprint, imprint
from onrecord.story.names import outlet_ids, share
from onrecord.story.outlets import outlet_id
from onrecord.story.passages import Shared, shared
from onrecord.story.unions import Unions
from onrecord.story.wording import Words, quoted, wording

VERSION = "2"
"""The version of these rules: stored anchors and pairs of another version are dropped. Raise it with every change."""

RUN = 5
"""Words under one hash."""
WINDOW = 12
"""Hashes of which the smallest is an anchor: a shared passage of WINDOW + RUN - 1 words has one in common."""
COMMON = 0.15
"""Share of the anchors of the text with fewer that a candidate must have."""

RESEMBLANCE = 0.7
"""Share of all runs of three words of two texts that both have, where one is a copy of the whole other."""
CONTAINED = 0.7
"""Share of the shorter text's words, and of those not quoted, in passages of the longer, where it is that text cut."""
TAKEN = 0.4
"""The same for passages so long, and not quoted, that nobody writes them twice: the rest may be written anew."""
LONG = WINDOW + RUN - 1
"""Words of such a passage."""
DAYS = 3
"""Days that such a text and its copy are apart at most."""
NUMBERS = 0.8
"""Share of the numbers and days at the same places of shared passages that must agree."""
SHORT = 30
"""Where the shorter text has fewer words, one of them may turn the sense, and nearly all of both must agree."""
AGREED = 0.85
"""Resemblance of a short text and its copy."""

_MIXED = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """How one text is a copy of another: the share of all runs of three words that both have, the share of the shorter
    text's words in passages, and the passages, in which the first text is the shorter one (by words, then id)."""

    kind: CopyKind
    resemblance: float
    contained: float
    shared: Shared


class Pair(msgspec.Struct, frozen=True, order=True):
    """Two reports of which one is a copy of the other, by id."""

    first: str
    second: str


def copies(readings: Iterable[Reading], pairs: Iterable[Pair] | None = None) -> dict[str, str]:
    """For each report that is a copy the id of its original.

    `pairs` are the pairs of copies where they are known, by default they are looked for; pairs with reports that are
    not among the readings are passed over.
    """
    every = tuple(readings)
    found = connecting(map(text_of, sorted(every, key=publication_key))) if pairs is None else pairs
    return originals(map(imprint, every), outlet_ids(map(share, every)), found)


def originals(imprints: Iterable[Imprint], outlets: Mapping[str, str], pairs: Iterable[Pair]) -> dict[str, str]:
    """For each copy the original of its group; a group is what pairs connect."""
    known = {one.id: one for one in sorted(imprints, key=lambda one: one.order)}
    groups = Unions(known)
    for pair in pairs:
        if pair.first in known and pair.second in known:
            groups.join(pair.first, pair.second)
    found: dict[str, str] = {}
    for group in groups.sets():
        if len(group) > 1:
            original = original_of([known[report] for report in group], outlets)
            found.update((report, original) for report in group if report != original)
    return found


def original_of(group: Sequence[Imprint], outlets: Mapping[str, str]) -> str:
    """The original of some copies, which come by publication and id: a report of the agency that the group credits,
    else the earliest; of several the earliest."""
    agencies = {actor for one in group for actor in one.wires}
    own = (one.id for one in group if agencies and outlet_id(one.outlet, outlets) in agencies)
    return next(own, group[0].id)


def text_of(reading: Reading) -> ReportText:
    """The text of a reading; an id with a number behind it (`ID~2`) is another version of the same page."""
    head, mark, number = reading.id.rpartition("~")
    source = head if mark and number.isdigit() else reading.id
    return ReportText(
        id=reading.id,
        source_id=source,
        url=reading.article.url,
        published=reading.article.published,
        text=reading.article.text,
    )


def connecting(texts: Iterable[ReportText]) -> Iterator[Pair]:
    """Pairs of copies that connect all copies among some texts. What is connected already is not compared again."""
    every = tuple(texts)
    groups = Unions(text.id for text in every)
    index = Index()
    for text in every:
        for other in index.candidates(text):
            if groups.root(text.id) != groups.root(other.id) and are_copies(text, other):
                groups.join(text.id, other.id)
                yield Pair(*sorted((text.id, other.id)))
        index.add(text)


class Index:
    """Texts by their anchors, in memory."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[str]] = defaultdict(list)
        self._counts: dict[str, int] = {}
        self._texts: dict[str, ReportText] = {}

    def add(self, text: ReportText) -> None:
        """Adds a text."""
        found = anchors(text.text)
        for anchor in found:
            self._buckets[anchor].append(text.id)
        self._counts[text.id] = len(found)
        self._texts[text.id] = text

    def candidates(self, text: ReportText) -> Iterator[ReportText]:
        """The texts that may be copies of this one, those with most in common first."""
        found = anchors(text.text)
        common = Counter(report for anchor in found for report in self._buckets.get(anchor, ()))
        for report, count in common.most_common():
            if enough(count, len(found), self._counts[report]):
                yield self._texts[report]


def enough(common: int, first: int, second: int) -> bool:
    """True where two texts with so many anchors, some in common, may be copies."""
    return common >= COMMON * min(first, second)


@lru_cache(maxsize=16)
def anchors(text: str) -> tuple[int, ...]:
    """The hashes by which copies of a text are found, each once, as 64-bit integers."""
    words = wording(text)
    if not words:
        return ()
    encoded = " ".join(words).encode("utf-8", "replace").split(b" ")
    codes = np.fromiter(map(crc32, encoded), np.uint64, len(words))
    count = max(1, len(words) - RUN + 1)
    mixed = np.zeros(count, np.uint64)
    for start in range(min(RUN, len(words))):
        mixed = (mixed ^ codes[start : start + count]) * _MIXED
        mixed ^= mixed >> _SHIFT
    windows = np.lib.stride_tricks.sliding_window_view(mixed, min(WINDOW, count))
    return tuple(np.unique(windows.min(axis=1)).view(np.int64).tolist())


def are_copies(one: ReportText, other: ReportText) -> bool:
    """True where one of two texts is a copy of the other."""
    return not are_versions(one, other) and likeness(one, other) is not None


def are_versions(one: ReportText, other: ReportText) -> bool:
    """True where two texts are of one page, and not the same."""
    same_page = one.source_id == other.source_id or (one.url is not None and one.url == other.url)
    return same_page and wording(one.text) != wording(other.text)


def ordered_texts(one: ReportText, other: ReportText) -> tuple[ReportText, ReportText]:
    """The text with fewer words, then the other."""
    shorter, longer = sorted((one, other), key=lambda text: (len(wording(text.text)), text.id))
    return shorter, longer


def likeness(one: ReportText, other: ReportText) -> Likeness | None:
    """How one of two texts is a copy of the other, whatever their pages; None where it is none."""
    shorter, longer = ordered_texts(one, other)
    first, second = wording(shorter.text), wording(longer.text)
    if not first:
        return None
    common = shared(first, second)
    contained = sum(passage.words for passage in common.passages) / len(first)
    if contained < TAKEN or common.agreed < NUMBERS * (common.agreed + common.differing):
        return None
    resemblance = 1.0 if first == second else resembling(first, second)
    kind = kind_of(shorter, longer, common, resemblance, contained)
    return kind and Likeness(kind=kind, resemblance=resemblance, contained=contained, shared=common)


def kind_of(
    shorter: ReportText, longer: ReportText, common: Shared, resemblance: float, contained: float
) -> CopyKind | None:
    """What kind of copy a text is, by what it shares with a longer one."""
    length = len(wording(shorter.text))
    if length < SHORT:
        return "whole" if resemblance >= AGREED else None
    if resemblance >= RESEMBLANCE:
        return "whole"
    own = own_words(shorter, common)
    if contained >= CONTAINED and sum(own) >= CONTAINED * quoted(shorter.text).count(False):
        return "cut"
    taken = sum(words for words in own if words >= LONG)
    return "part" if taken >= TAKEN * length and same_days(shorter, longer) else None


def own_words(shorter: ReportText, common: Shared) -> tuple[int, ...]:
    """Of each passage how many words are nobody's quoted speech, which every paper may carry."""
    speech = quoted(shorter.text)
    return tuple(
        passage.words - sum(speech[passage.first : passage.first + passage.words]) for passage in common.passages
    )


def same_days(one: ReportText, other: ReportText) -> bool:
    """True where nothing shows that two reports are more than some days apart: a later report that repeats the
    background of an earlier one has news of its own."""
    if one.published is None or other.published is None:
        return True
    return abs(ordinal(one.published) - ordinal(other.published)) <= DAYS


def resembling(first: Words, second: Words) -> float:
    """The share of all shingles of two texts that both have (Jaccard)."""
    one, other = shingles(first), shingles(second)
    return len(one & other) / max(1, len(one | other))


def shingles(text: Words) -> set[Words]:
    """All runs of three words; of a shorter text the text."""
    return set(zip(text, text[1:], text[2:], strict=False)) or {text}
