"""Groups: whom "both leaders", "the two sides", "the pair" and "they" stand for, each member by name.

The members are those whom the text has named together: joined by "and", or as the two sides of one verb ("A met B"),
in the same sentence or in one of those before, and as many as the words say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

import msgspec

from onrecord.actors.discourse import NUMBERS, Candidate, Seen
from onrecord.actors.found import PROPER, Line
from onrecord.actors.roles import is_kind, same_role
from onrecord.knowledge import actors as tables
from onrecord.knowledge import region_members
from onrecord.knowledge.rows import packaged, rows
from onrecord.schema.labels import Predicate

_COUNTS = {**NUMBERS, "both": 2, "pair": 2, "duo": 2, "couple": 2, "trio": 3}
_OPENERS = frozenset(["the", "these", "those", "all"])
_ONE_OF = frozenset(["neither", "either", "each"])
_FIRST = _OPENERS | _ONE_OF | {"both"}
_NEXT = frozenset(["NNS", "JJ", "NN", "VBG", "VBN", "CD"])
_MAKERS = frozenset(["pair", "duo", "trio", "couple"])
_KINDS = {"person": "person", "role": "person", "country": "state"}
_KINDS |= dict.fromkeys(["organization", "outlet", "group"], "body")
_GAPS = frozenset([",", "and", "&", "as", "well", "nor"])
_SIDES = frozenset(["with", "to", "against", "between", "and", "from", "by", "of", "for"])


_SIBLINGS = frozenset(["brother", "sister", "sibling", "twin", "spouse"])
_OPPOSED = frozenset(["warring", "rival", "feuding", "neighbouring", "neighboring", "opposing"])
_IN_DISPUTE = frozenset(
    ["side", "party", "camp", "faction", "government", "delegation", "country", "neighbour", "neighbor"]
)
_LEAD = 3  # sentences
NEAR = 2  # sentences back


class Group(msgspec.Struct, frozen=True):
    """Words for several who were named before: their tokens, the noun if there is one, and how many they are. `loose`
    is true where other nouns tell more of them, so that only those joined by "and" just before are meant."""

    first: int
    last: int
    noun: str | None
    count: int | None
    loose: bool = False


def groups(line: Line) -> Iterator[Group]:
    """The groups of a sentence, from left to right."""
    words = line.lower
    for i, word in enumerate(words[:-1]):
        if word in _FIRST and (word not in _OPENERS or _is_opened(line, words, i + 1)):
            found = _one_of(line, i) if word in _ONE_OF else _group(line, words, i)
            if found is not None:
                yield found


def _is_opened(line: Line, words: Sequence[str], i: int) -> bool:
    """True where a number, a plural noun or a region goes on with "the"."""
    return words[i] in _COUNTS or line.labels.tags[i] in _NEXT or bool(_region(line, i))


def _one_of(line: Line, i: int) -> Group | None:
    """The group of "neither side"."""
    noun = line.lemmas[i + 1]
    single = line.labels.tags[i + 1] == "NN" and kinds_of(noun)
    return Group(i, i + 2, noun, 2) if single else None


def _group(line: Line, words: Sequence[str], i: int) -> Group | None:
    """The group whose words begin at token `i`."""
    at = i + 1
    count = _COUNTS["both"] if words[i] == "both" else None
    if at < len(words) and count is None and words[at] in _COUNTS and words[at] not in _MAKERS:
        count, at = _COUNTS[words[at]], at + 1
    head = _head(line, at)
    if head is not None:
        noun = line.lemmas[head]
        count = _COUNTS[noun] if noun in _MAKERS else count
        told = [k for k in range(at, head) if words[k] not in _OPPOSED]
        loose = bool(told) and all(_is_plain(line, k) for k in told)
        bare = words[i] != "all" and (not told or loose)
        return Group(i, head + 1, noun, count, loose and count is None) if count is not None or bare else None
    alone = count is not None and not _goes_on(line, at)
    return Group(i, at, None, count) if alone else None


def _region(line: Line, i: int) -> frozenset[str]:
    """The states of the region that the word or the two words from token `i` on tell ("Baltic", "Central Asian")."""
    if not line.words[i][:1].isupper():
        return frozenset()
    pair = region_members.members(" ".join(line.words[i : i + 2])) if i + 1 < len(line.words) else frozenset[str]()
    return pair or region_members.members(line.words[i])


def _is_plain(line: Line, i: int) -> bool:
    """True for a noun before another that tells only what they are ("the island nations", "the oil companies"), and for
    a region ("the Baltic states")."""
    plain = line.words[i].islower() and (line.labels.tags[i] == "NN" or line.words[i] in _PLAIN)
    return plain or bool(_region(line, i)) or (i > 0 and bool(_region(line, i - 1)))


_PLAIN = frozenset("nuclear landlocked coastal tiny small young jailed detained accused convicted wounded".split())


def _head(line: Line, at: int) -> int | None:
    """The plural noun for persons, states or bodies that the words from token `at` on lead to, without a name on the
    way; or "pair"."""
    for k in range(at, min(at + 4, len(line.words))):
        tag = line.labels.tags[k]
        ends = k + 1 == len(line.words) or line.labels.tags[k + 1][:2] != "NN"
        if ends and (tag == "NNS" or line.lemmas[k] in _MAKERS) and kinds_of(line.lemmas[k]):
            return k
        region = bool(_region(line, k) or _region(line, k - 1))
        if not region and ((tag[:2] not in ("NN", "JJ") and tag not in ("VBG", "VBN")) or tag[:3] == "NNP"):
            return None
    return None


def _goes_on(line: Line, at: int) -> bool:
    """True where a noun, a name or another number follows: "both Kenya and Somalia", "the two boats"."""
    if at >= len(line.words):
        return False
    tag = line.labels.tags[at]
    return tag[:2] in ("NN", "JJ", "CD", "DT") or tag in ("PRP$", "IN", "HYPH", "POS", "VBG", "VBN", "$")


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    table = rows("group_nouns.tsv", packaged("group_nouns.tsv"), 2)
    return {row.cells[0]: tuple(row.cells[1].split()) for row in table}


def kinds_of(noun: str | None) -> tuple[str, ...]:
    """What a plural noun can stand for, the likeliest first; of no noun, anything."""
    if noun is None:
        return ("person", "state", "body")
    role = tables.load().role_noun(noun)
    told = {"person": ("person",), "body": ("body",)}.get(role.number if role is not None else "", ())
    return _nouns().get(noun, told)


def former_or_latter(line: Line) -> Iterator[Group]:
    """ "The former" and "the latter" of a sentence, without a noun after them."""
    for i, word in enumerate(line.lower):
        if word in ("former", "latter") and i and line.lower[i - 1] == "the" and not _goes_on(line, i + 1):
            yield Group(i - 1, i + 1, None, 2)


def members(group: Group, line: Line, seen: Seen) -> tuple[Candidate, ...]:
    """Those for whom a group stands; () where nobody fits, or too many do."""
    kinds = kinds_of(group.noun)
    kinds = (*kinds, "mixed") if {"state", "body"} <= set(kinds) else kinds
    if group.loose:
        return _just_joined(group, kinds, line, seen)
    if (told := _told_alike(group, line, seen)) is not None:
        return (told,)
    for distance, ones in seen.back(line.number, NEAR):
        here = [c for c in ones if distance or c.last <= group.first]
        same = (c for c in reversed(here) if _is_same_group(c, group))
        whole = next((c for c in same if not _is_apposed(c, here)), None)
        if whole is not None:
            return (whole,)
        own = _own_subjects(line, group.first) if distance == 0 else frozenset()
        free = [c for c in here if c.head not in own]
        for kind in kinds:
            found = _set(group, _of_kind(free, kind), seen.lines[line.number - distance], line)
            if found:
                return found
    if group.count is None:
        return ()
    return _first_named(group, kinds, line, seen) or _main(group, kinds, seen) or _gathered(group, kinds, line, seen)


def _just_joined(group: Group, kinds: Sequence[str], line: Line, seen: Seen) -> tuple[Candidate, ...]:
    """Those of a kind whom one of the two sentences before joins by "and", where that is one set."""
    for distance, ones in seen.back(line.number, NEAR):
        at = seen.lines[line.number - distance]
        sets = [s for kind in kinds for s in runs(_of_kind(ones, kind), at) if distance and _is_right(s, group)]
        sets = [s for s in sets if all(_is_of_region(c, line, group) for c in s)]
        if sets:
            return sets[0] if len({tuple(c.id for c in s) for s in sets}) == 1 else ()
    return ()


def _is_of_region(candidate: Candidate, line: Line, group: Group) -> bool:
    """True where a state or a body can be of the region that a group's words tell, if they tell any."""
    regions = [r for i in range(group.first, group.last) if (r := _region(line, i))]
    if len(regions) > 1:  # "Central Asian" is not any Asian
        regions = [min(regions, key=len)]
    return all(candidate.country in region for region in regions)


def _told_alike(group: Group, line: Line, seen: Seen) -> Candidate | None:
    """The nearest group of as many that was told by the same noun: "two people familiar with it", then "the two
    people", whoever "they" were between."""
    if group.noun is None or group.count is None:
        return None
    for distance, ones in seen.back(line.number, NEAR):
        for one in reversed(ones):
            before = distance or one.last <= group.first
            alike = one.plural and len(one.ids) == 1 and (one.role or "").rpartition(" ")[2] == group.noun
            if before and alike and one.count == group.count:
                return one
    return None


def _is_apposed(group: Candidate, here: Sequence[Candidate]) -> bool:
    """True for a plural noun with the names right after it ("the brothers Ali Shah and Umar Shah")."""
    return len(group.ids) == 1 and any(group.last == c.first and c.kind == "person" and not c.plural for c in here)


def _set(group: Group, fits: Sequence[Candidate], at: Line, line: Line) -> tuple[Candidate, ...]:
    """The set of a sentence that a group can be: those joined by "and", or the sides of a verb."""
    for found in reversed(runs(fits, at)):
        if _is_right(found, group):
            return found
    own = {p.lemma for p in line.labels.predicates if p.arguments and line is not at}
    told = {tuple(c.id for c in found): found for found in sides(fits, at, own) if _is_right(found, group)}
    return next(iter(told.values())) if len(told) == 1 else ()


def _first_named(group: Group, kinds: Sequence[str], line: Line, seen: Seen) -> tuple[Candidate, ...]:
    """Those whom headline or lead joins by "and", for "the two sides" far from where they are named."""
    if group.noun not in _IN_DISPUTE:
        return ()
    for number in range(min(_LEAD, line.number)):
        for kind in kinds:
            for found in runs(_of_kind(seen.on(number), kind), seen.lines[number]):
                if _is_right(found, group):
                    return found
    return ()


def _main(group: Group, kinds: Sequence[str], seen: Seen) -> tuple[Candidate, ...]:
    """The two states that an article is mostly about, for "both governments" far from where it names them."""
    return seen.main_states() if kinds[0] == "state" and group.count == 2 else ()


def _gathered(group: Group, kinds: Sequence[str], line: Line, seen: Seen) -> tuple[Candidate, ...]:
    """All of a kind that the sentence, the one before or the two have, if they are as many as the group."""
    own = _own_subjects(line, group.first)
    here = [c for c in seen.on(line.number) if c.last <= group.first and c.head not in own]
    before = seen.on(line.number - 1)
    for near in (here, before, [*before, *here], [*seen.on(line.number - 2), *before, *here]):
        for kind in (*kinds, *(["by country"] if "state" in kinds else [])):
            found = distinct(_of_kind(near, kind))
            if _is_right(found, group):
                return found
    return ()


def distinct(fits: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """One candidate for each actor."""
    return tuple({c.id: c for c in reversed(fits)}.values())[::-1]


def _of_kind(ones: Sequence[Candidate], kind: str) -> list[Candidate]:
    """The single candidates of a kind; "by country": the states of the persons and bodies."""
    single = [c for c in ones if len(c.ids) == 1 and not c.plural]
    if kind == "mixed":
        return [c for c in single if _KINDS.get(c.kind) in ("state", "body")]
    if kind == "by country":
        states = tables.load().states.states
        told = [c for c in single if c.country in states]
        return [msgspec.structs.replace(c, ids=((c.country or "").lower(),), kind="country") for c in told]
    return [c for c in single if _KINDS.get(c.kind) == kind]


def _is_right(found: Sequence[Candidate], group: Group) -> bool:
    """True for as many as the words say; where they say no number, two or more who bear the noun."""
    if group.count is not None:
        return len(found) == group.count
    return len(found) > 1 and all(bears(c, group.noun or "") for c in found)


def bears(candidate: Candidate, noun: str) -> bool:
    """True where a noun can be said of a candidate: a senator is a lawmaker, a state a country."""
    role = tables.load().role_noun(noun)
    if role is None or noun in _nouns() or noun in _SIBLINGS:
        return _KINDS.get(candidate.kind) in kinds_of(noun)
    told = candidate.role
    return told is not None and (same_role(told, noun) or is_kind(told, noun) or is_kind(noun, told))


def _is_same_group(candidate: Candidate, group: Group) -> bool:
    """True for an earlier group of as many, or of the same noun."""
    same = (candidate.role or "").rpartition(" ")[2] == group.noun
    kinds = kinds_of(group.noun)
    if not candidate.plural or group.count is None:
        return candidate.plural and same
    if len(candidate.ids) > 1:
        return len(candidate.ids) == group.count and _KINDS.get(candidate.kind) in kinds
    return candidate.count == group.count and (same or "person" in kinds)


def runs(fits: Sequence[Candidate], line: Line) -> list[tuple[Candidate, ...]]:
    """The candidates of a sentence that are joined by commas and "and", apposed words left out."""
    found: list[list[Candidate]] = []
    joined: list[bool] = []
    for one in sorted(fits, key=lambda c: (c.first, -c.last)):
        last = max((c.last for c in found[-1]), default=0) if found else 0
        gap = [word.lower() for word in line.words[last : one.first]] if found else []
        if found and one.first < last:
            continue
        if gap[:1] == ["of"]:  # "Ana Ruiz of Chile and Ivo Brandt of Austria"
            gap = gap[_named_after(line, last + 1) - last :]
        listed = bool(found) and not (joined[-1] and gap == [","])  # "A and B, the C": an apposition
        if listed and set(gap) <= _GAPS and gap:
            joined[-1] = joined[-1] or any(word in ("and", "&", "nor") for word in gap)
            found[-1].append(one)
        else:
            found.append([one])
            joined.append(False)
    sets = [distinct(ones) for ones, both in zip(found, joined, strict=True) if both]
    return [ones for ones in sets if len(ones) > 1]


def _named_after(line: Line, first: int) -> int:
    """The token after the proper nouns that begin at token `first`, a possible article before them."""
    at = first + 1 if line.lower[first : first + 1] == ("the",) else first
    while at < len(line.words) and line.labels.tags[at] in PROPER:
        at += 1
    return at


def sides(fits: Sequence[Candidate], at: Line, own: Set[str] = frozenset()) -> list[tuple[Candidate, ...]]:
    """The candidates that are the two sides of one verb or noun; those of a word in `own` alone, if there are any."""
    found = [(p.lemma in own, distinct([c for c in fits if c.head in _sides_of(p)])) for p in at.labels.predicates]
    sets = [(same, ones) for same, ones in found if len(ones) > 1]
    return [ones for same, ones in sets if same] or [ones for _, ones in sets]


def _sides_of(predicate: Predicate) -> frozenset[int]:
    """The heads of those who take part in what a predicate tells."""
    return frozenset(
        head
        for argument in predicate.arguments
        if argument.role != "OBL" or argument.marker in _SIDES
        for head in argument.heads
    )


def _own_subjects(line: Line, token: int) -> frozenset[int]:
    """The heads of the subjects of the clauses whose other words a token is one of."""
    found: set[int] = set()
    for predicate in line.labels.predicates:
        inside = any(a.first <= token < a.last for a in predicate.arguments if a.role != "ARG0")
        if inside:
            found.update(head for a in predicate.arguments if a.role == "ARG0" for head in a.heads)
    return frozenset(found)
