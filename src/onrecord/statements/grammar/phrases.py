"""Phrases: noun phrases with what hangs on them, found leftwards from their end or rightwards from their start."""

from __future__ import annotations

from onrecord.statements.lexis import is_time
from onrecord.statements.line import ENDS, QUOTE_MARKS, Line, Words

_ATTACHING = frozenset(
    """of in for at from with on to near behind within around outside inside under over between among against about
    based""".split()
)
_REFLEXIVES = frozenset(["himself", "herself", "itself", "themselves"])
_RELATIVES = frozenset(["who", "that", "which", "whose"])
_PARTICIPLES = frozenset(["VBN", "VBG"])
_DESCRIBING = _PARTICIPLES | {"JJ"}
_ALONE = frozenset(["WP", "WDT", "DT", "PRP", "NN", "NNS", "NNP"])
_MAX_APPOSITION = 30
QUANTIFIERS = frozenset(
    ["at", "least", "most", "more", "than", "about", "nearly", "almost", "only", "some", "fewer", "less", "roughly"]
)


def leftwards(line: Line, end: int, floor: int = 0) -> int | None:
    """The first token of the noun phrase that ends before `end`; None where none does. It stops at `floor`."""
    at = _before_tail(line, end)
    chunk = line.chunk_of[at - 1]
    if chunk is None and line.tags[at - 1] in _PARTICIPLES and at > floor:
        return _before_verb(line, at - 1, floor)
    if chunk is None or chunk.last < at or chunk.first < floor:
        return at - 1 if at > floor and line.tags[at - 1] in _ALONE else None
    first = chunk.first
    while (wider := _wider(line, first, floor)) is not None:
        first = wider
    return _quantified(line, first, floor)


def _before_tail(line: Line, end: int) -> int:
    """`end`, or where begins what may end a noun phrase: a bracket, "himself", a possessive "s", an adjective."""
    at = _before_bracket(line, end)
    if line.chunk_of[at - 2] is None:
        return at
    is_tail = line.chunk_of[at - 1] is None and line.tags[at - 1] in ("POS", "JJ")
    return at - 1 if is_tail or line.words[at - 1] in _REFLEXIVES else at


def _quantified(line: Line, first: int, floor: int) -> int:
    """Back over words before a number: "more than half", "at least two"."""
    while first > floor and line.words[first - 1] in QUANTIFIERS and line.tags[first - 1][:2] != "VB":
        first -= 1
    return first


def _before_bracket(line: Line, end: int) -> int:
    """`end`, or where the bracket opens that closes right before it: "the Coast Guard (VCG)"."""
    if line.words[end - 1] not in (")", "]"):
        return end
    at = end - 1
    while at > 0 and line.words[at] not in ("(", "["):
        at -= 1
    return at


def _wider(line: Line, first: int, floor: int) -> int | None:
    """The first token of the phrase on which the one that begins at `first` hangs, if it does."""
    joint = first - 1
    if joint <= floor:
        return None
    if line.words[joint] in _ATTACHING:
        described = line.tags[joint - 1] in _DESCRIBING and line.chunk_of[joint - 1] is None
        return _chunk_first(line, joint - 1 if described else joint, floor)
    if line.words[joint] in ("and", "&") and not _is_object(line, joint):
        return _chunk_first(line, joint, floor)
    if line.is_finite(joint) or line.tags[joint] in _PARTICIPLES:
        return _before_verb(line, joint, floor)
    return None


def _chunk_first(line: Line, end: int, floor: int) -> int | None:
    at = _before_bracket(line, end)
    chunk = line.chunk_of[at - 1]
    return chunk.first if chunk is not None and chunk.last == at and chunk.first >= floor else None


def _is_object(line: Line, joint: int) -> bool:
    """True where the phrase before "and" hangs on a verb or a preposition, so that "and" joins clauses instead."""
    chunk = line.chunk_of[joint - 1]
    if chunk is None or is_time(line, chunk.head):
        return True
    before = chunk.first - 1
    return before >= 0 and (line.tags[before][:2] in ("VB", "IN", "TO") or line.tags[before] == "MD")


def _before_verb(line: Line, at: int, floor: int) -> int | None:
    """The phrase before a relative clause or a participle: "the groups who wrote", "people taking part"."""
    group = line.verb_of.get(at)
    start = group.first if group else at
    if line.words[start - 1] in _RELATIVES:
        return _chunk_first(line, start - 1, floor)
    is_participle = line.tags[at] in _PARTICIPLES and group is not None and group.form != "finite"
    return _chunk_first(line, start, floor) if is_participle else None


def rightwards(line: Line, first: int) -> int | None:
    """The end of the noun phrase that begins at `first`, with attributes and appositions; None where none does."""
    chunk = line.chunk_of[first]
    if chunk is None or chunk.first != first:
        return None
    end = _attributes_end(line, chunk.last)
    while True:
        longer = (
            name_end(line, end) or _apposition_end(line, end) or _relative_end(line, end) or _participle_end(line, end)
        )
        if longer is None or longer <= end or longer - first > _MAX_APPOSITION:
            return end
        end = longer


def _attributes_end(line: Line, end: int) -> int:
    """Past brackets and the prepositional phrases that hang on a noun phrase."""
    while end < line.end:
        if line.words[end] in ("(", "["):
            end = _after_bracket(line, end)
            continue
        follower = line.chunk_of[end + 1]
        joins = line.words[end] in ("and", "&") or (line.words[end] in _ATTACHING and line.tags[end] in ("IN", "TO"))
        if not joins or follower is None or follower.first != end + 1 or is_time(line, end + 1):
            return end
        if line.words[end] in ("and", "&") and line.is_finite(follower.last):
            return end
        end = follower.last
    return end


def _after_bracket(line: Line, at: int) -> int:
    end = at
    while end < line.end and line.words[end] not in (")", "]"):
        end += 1
    return min(end + 1, line.end)


def name_end(line: Line, end: int) -> int | None:
    """The end of a name right behind the noun for its bearer, no subject of a verb: "the news site Lajme"."""
    name = line.chunk_of[end]
    if name is None or name.first != end or line.tags[end - 1] != "NN" or is_time(line, end):
        return None
    is_name = all(line.tags[i][:3] == "NNP" for i in range(name.first, name.last))
    return name.last if is_name and not line.is_finite(name.last) else None


def _apposition_end(line: Line, end: int) -> int | None:
    """The end of a noun phrase after a comma that goes on with the one before it, no clause of its own."""
    follower = line.chunk_of[end + 1]
    if line.words[end] != "," or follower is None or follower.first != end + 1 or is_time(line, end + 1):
        return None
    last = _attributes_end(line, follower.last)
    after = last + 1 if line.words[last] in QUOTE_MARKS else last
    return None if line.is_finite(after) or (line.tags[last][:2] == "RB" and line.is_finite(last + 1)) else last


def _relative_end(line: Line, end: int) -> int | None:
    """The end of a relative clause, with or without a pronoun: up to the next comma or the end of the sentence."""
    inside = line.chunk_of[end]
    reduced = inside is not None and inside.first == end and line.is_finite(inside.last) and line.tags[end] != "CD"
    if not reduced and (line.words[end] not in ("who", "that") or not line.is_finite(end + 1)):
        return None
    while end < line.end and line.words[end] not in (",", ";", ":") and line.words[end] not in QUOTE_MARKS | ENDS:
        end += 1
    return end


def _participle_end(line: Line, end: int) -> int | None:
    """The end of a participle that describes the noun phrase before it, with its object: "people [briefed on the
    talks]"."""
    verb = line.verb_of.get(end)
    if verb is None or verb.first != end or verb.relation != "modifier" or line.tags[end] != "VBN":
        return None
    return _attributes_end(line, verb.last)


def words_between(first: int | None, last: int) -> Words | None:
    """The tokens from `first`, if there are any."""
    return Words(first, last) if first is not None and first < last else None
