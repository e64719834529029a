"""Subjects: the noun phrase that a finite verb has for its subject, found by walking left over what stands between."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.schema.labels import Argument, Chunk
from onrecord.tagger.items import Item
from onrecord.tagger.verbs import VerbGroup

_MAX_STEPS = 40
TIME_NOUNS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year day "
    "night morning afternoon evening weekend january february march april may june july august september october "
    "november december".split()
)


class Clausework(msgspec.Struct, frozen=True):
    """A sentence as the clause grammar sees it. `at` gives the item of each verb group."""

    tags: Sequence[str]
    words: Sequence[str]
    lemmas: Sequence[str]
    chunks: Sequence[Chunk]
    groups: Sequence[VerbGroup]
    items: Sequence[Item]
    at: Sequence[int]

    def kind(self, i: int) -> str:
        """The kind of item `i`, "" outside the sentence."""
        return self.items[i].kind if 0 <= i < len(self.items) else ""

    def group(self, i: int) -> VerbGroup:
        """The verb group of item `i`."""
        return self.groups[self.items[i].number]

    def is_finite(self, i: int) -> bool:
        return self.kind(i) == "verb" and self.group(i).form == "finite"

    def head(self, i: int) -> int:
        """The head token of the noun phrase of item `i`."""
        return self.chunks[self.items[i].number].head


class Subject(msgspec.Struct, frozen=True):
    """A found subject: the argument and its first item; or the verb group whose subject is shared ("X came and went");
    or the wh-word of a relative clause, whose antecedent the argument then is."""

    argument: Argument | None
    left: int
    shared: int | None = None
    relative: bool = False


def find(work: Clausework, verb: int) -> Subject | None:
    """The subject of the finite verb at item `verb`, None where none is seen."""
    end: int | None = None
    k = past_small(work, verb - 1)
    for _ in range(_MAX_STEPS):
        kind = work.kind(k)
        if kind == "comma" or (kind == "bracket" and work.items[k].word in (")", "]")):
            opening = _opening(work, k)
            if opening is None:
                return None
            end = k if work.kind(opening + 1) == "np" and k == opening + 2 else end
            k = past_small(work, opening - 1)
        elif kind == "and":
            shared = _group_before(work, k)
            return Subject(None, k, shared=shared) if shared is not None else None
        elif kind == "wh":
            return _relative(work, k)
        elif kind == "np" and _is_aside(work, k):
            k = past_small(work, k - 1)
        elif kind == "np":
            step = _noun_step(work, k, end)
            if isinstance(step, Subject):
                return step
            k = step
        elif kind == "verb" and not work.is_finite(k):
            k = past_small(work, k - 1)
        else:
            return None
    return None


def _is_aside(work: Clausework, k: int) -> bool:
    """True for a time between subject and verb: "the attack early Wednesday killed nine"."""
    return is_time(work, k) and work.kind(past_small(work, k - 1)) == "np"


def past_small(work: Clausework, k: int) -> int:
    """Past adverbs and quotation marks, to the left."""
    while work.kind(k) in ("adverb", "quote"):
        k -= 1
    return k


def _opening(work: Clausework, closing: int) -> int | None:
    """The comma or bracket with which the parenthesis begins that closes at item `closing`."""
    wanted = "comma" if work.kind(closing) == "comma" else "bracket"
    return next((i for i in range(closing - 1, -1, -1) if work.kind(i) == wanted), None)


def _group_before(work: Clausework, k: int) -> int | None:
    """The number of the last finite verb group before item `k`."""
    return next((work.items[i].number for i in range(k - 1, -1, -1) if work.is_finite(i)), None)


def _relative(work: Clausework, wh: int) -> Subject | None:
    """The antecedent of "who", "which" or "that" right before its verb."""
    if work.items[wh].word not in ("who", "which", "that"):
        return None
    k = wh - 1
    while work.kind(k) in ("comma", "quote", "bracket"):
        k -= 1
    if work.kind(k) != "np":
        return None
    return Subject(phrase(work, k, k, role="ARG0"), wh, relative=True)


def _noun_step(work: Clausework, k: int, end: int | None) -> Subject | int:
    """The subject, if the noun phrase at item `k` is one; else the item to go on from."""
    first, heads = coordinated_left(work, k)
    before = past_small(work, first - 1)
    if work.kind(before) == "prep":
        return past_small(work, before - 1)
    if work.kind(before) == "verb":
        if not work.is_finite(before):
            left = past_small(work, before - 1)
            return (
                left
                if work.kind(left) in ("np", "prep", "subordinator", "verb")
                else _subject(work, first, k, end, heads)
            )
        wh = _wh_of(work, before)
        if wh is not None:
            left = past_small(work, wh - 1)
            return past_small(work, left - 1) if work.kind(left) == "comma" else left
    return _subject(work, first, k, end, heads)


def _wh_of(work: Clausework, verb: int) -> int | None:
    """The wh-word that is the subject of the finite verb at item `verb`."""
    k = past_small(work, verb - 1)
    return k if work.kind(k) == "wh" and work.items[k].word in ("who", "which", "that") else None


def _subject(work: Clausework, first: int, last: int, end: int | None, heads: tuple[int, ...]) -> Subject:
    """The subject of items `first` to `last`; `end` is the comma after its apposition, if it has one."""
    stop = work.items[end - 1].last if end is not None and end > last else work.items[last].last
    argument = Argument("ARG0", work.items[first].first, stop, heads)
    return Subject(argument, first)


def coordinated_left(work: Clausework, k: int, *, objects: bool = False) -> tuple[int, tuple[int, ...]]:
    """The first item and the heads of the noun phrases coordinated with the one at item `k`, to its left.

    "he met Putin and Kim said": unless `objects` are asked for, the object of a finite verb is not taken in.
    """
    heads = [work.head(k)]
    first = k
    while work.kind(first - 1) == "and" or (work.kind(first - 1) == "comma" and len(heads) > 1):
        left = first - 2
        if work.kind(left) == "comma":
            left -= 1
        if work.kind(left) != "np" or (not objects and work.is_finite(past_small(work, left - 1))):
            break
        heads.insert(0, work.head(left))
        first = left
    return first, tuple(heads)


def phrase(work: Clausework, first: int, last: int, *, role: str, marker: str | None = None) -> Argument:
    """The argument made of one noun phrase (item `first`) or of a list of them (to item `last`)."""
    heads = tuple(work.head(i) for i in range(first, last + 1) if work.kind(i) == "np")
    return Argument(role, work.items[first].first, work.items[last].last, heads, marker)  # type: ignore[arg-type]


def is_time(work: Clausework, i: int) -> bool:
    """True for "Monday" or "last week" as a noun phrase."""
    head = work.head(i)
    return work.lemmas[head].lower() in TIME_NOUNS and work.words[head] != "may"
