"""Repair: past forms that the tags take for participles, and participles that they take for past forms.

"The minister called on him" and "the men arrested on Tuesday were freed" look alike to a tagger that sees two words to
each side; the clause as a whole tells them apart.
"""

from __future__ import annotations

import msgspec

from onrecord.tagger import subjects
from onrecord.tagger.subjects import Clausework
from onrecord.tagger.verbs import VerbGroup


def repaired(work: Clausework) -> tuple[VerbGroup, ...]:
    """The verb groups of a sentence, the doubtful ones changed."""
    return tuple(_repaired(work, number) for number in range(len(work.groups)))


def _repaired(work: Clausework, number: int) -> VerbGroup:
    group = work.groups[number]
    if group.last - group.first > 2 or work.tags[group.head] not in ("VBN", "VBD") or group.pos == "adj":
        return group
    single = group.head == group.first
    if group.form == "participle" and single and _is_finite(work, number):
        return msgspec.structs.replace(group, form="finite", tense="past", passive=False)
    if group.form == "finite" and single and work.words[group.head].endswith("ed") and _is_reduced(work, number):
        return msgspec.structs.replace(group, form="participle", tense=None, passive=True)
    return group


def _is_finite(work: Clausework, number: int) -> bool:
    """A participle with a subject to its left that no other verb claims, neither as its object nor as its subject."""
    verb = work.at[number]
    k = subjects.past_small(work, verb - 1)
    if work.kind(k) == "and" and number:
        earlier = work.groups[number - 1]
        return earlier.form == "finite" and earlier.tense == "past" and not (earlier.passive or earlier.perfect)
    if work.kind(k) not in ("np", "comma") or _claims_left(work, number):
        return False
    found = subjects.find(work, verb)
    if found is None or found.relative or found.shared is not None:
        return False
    first, _ = subjects.coordinated_left(work, k, objects=True) if work.kind(k) == "np" else (found.left, ())
    before = subjects.past_small(work, min(first, found.left) - 1)
    return work.kind(before) != "verb" or work.group(before).lemma in _REPORTING


_REPORTING = frozenset("say tell report add claim believe think note announce allege insist warn write".split())


def _claims_left(work: Clausework, number: int) -> bool:
    """True where the next verb is finite and has no subject of its own between the two."""
    after = number + 1
    if after >= len(work.groups) or work.groups[after].form != "finite" or work.groups[after].bare:
        return False
    between = range(work.at[number] + 1, work.at[after])
    if any(work.kind(i) in ("and", "wh", "subordinator", "stop") for i in between):
        return False
    own = [i for i in between if work.kind(i) == "np" and work.kind(i - 1) not in ("prep", "verb")]
    last = max(between, default=-1)
    return not own and work.kind(last) in ("np", "adverb", "comma", "bracket", "")


def _is_reduced(work: Clausework, number: int) -> bool:
    """A past form right after a noun whose next verb lacks a subject ("a convoy turned back at dawn was hit")."""
    verb = work.at[number]
    follower = work.kind(verb + 1)
    return work.kind(verb - 1) == "np" and follower in ("prep", "adverb", "verb") and _claims_left(work, number)
