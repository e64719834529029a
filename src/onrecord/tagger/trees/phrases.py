"""Base noun phrases of a tree: a noun with all that belongs to it from its article on, and no phrase or clause after
it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.schema.labels import Chunk
from onrecord.tagger.trees.tree import Tree

NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS", "FW"])
NUMBERS = frozenset(["CD", "$"])
PRONOUNS = frozenset(["PRP", "EX"])
_NOMINAL = frozenset(
    "nsubj nsubj:pass nsubj:outer obj iobj obl obl:agent obl:unmarked nmod nmod:poss nmod:unmarked nmod:desc appos "
    "conj root dislocated vocative ccomp list parataxis".split()
)
_BEFORE = frozenset(
    "det det:predet amod compound nummod nmod:poss nmod:desc nmod:unmarked flat cc:preconj goeswith advmod".split()
)
_AFTER = frozenset(["flat", "goeswith", "nummod", "nmod:unmarked", "compound", "appos", "nmod:desc"])
_INNER = frozenset(
    ["compound", "flat", "fixed", "goeswith", "nmod:desc", "det", "amod", "nummod", "case", "nmod:unmarked", "advmod"]
)
_PRONOUN_DETERMINERS = frozenset("this that these those both all some neither either another each none any".split())
_BETWEEN = frozenset(["CC", ",", ":", "IN", "TO"])
_MARKS = frozenset(["``", "''", "HYPH", ",", "-LRB-", "-RRB-"])
_ADVERBS = frozenset("not only even just also".split())


def phrases(found: Tree, tags: Sequence[str], words: Sequence[str]) -> Mapping[int, Chunk]:
    """The base noun phrase of each token that heads one, from left to right."""
    result: dict[int, Chunk] = {}
    covered = [-1] * len(tags)
    for i in found.order:
        if not _is_head(found, tags, words, i) or (covered[i] >= 0 and _is_inner(found, i, covered)):
            continue
        chunk = _phrase(found, tags, words, i)
        result[i] = chunk
        for k in range(chunk.first, chunk.last):
            covered[k] = i if covered[k] < 0 else covered[k]
    return {i: result[i] for i in sorted(result)}


def _is_head(found: Tree, tags: Sequence[str], words: Sequence[str], i: int) -> bool:
    """True for a noun, a number, a pronoun, or an adjective that stands for a noun ("the accused")."""
    tag = tags[i]
    if tag in NOUNS or tag in PRONOUNS:
        return found.relations[i] not in ("fixed", "aux", "aux:pass", "cop", "mark", "cc", "case")
    if found.relations[i] not in _NOMINAL:
        return tag in NUMBERS
    if tag in NUMBERS:
        return True
    if tag in ("DT", "PDT"):
        return words[i] in _PRONOUN_DETERMINERS
    determined = any(found.relations[k] in ("det", "nmod:poss") for k in found.dependents[i])
    return determined and tag in ("JJ", "JJR", "JJS", "VBN", "VBG", "RB", "AFX", "SYM", "ADD", "GW")


def _is_inner(found: Tree, i: int, covered: Sequence[int]) -> bool:
    """True for a word inside the phrase of another that is no phrase of its own, as a possessor is."""
    at = i
    while found.relations[i] not in _INNER and at != covered[i] and found.heads[at] != at:
        if found.relations[at] == "nmod:poss":
            return False
        at = found.heads[at]
    return True


def _phrase(found: Tree, tags: Sequence[str], words: Sequence[str], i: int) -> Chunk:
    """The base noun phrase of the head at token `i`."""
    first = _first(found, tags, words, i)
    last, head = _last(found, tags, i)
    if tags[head] in NUMBERS:
        head = _counted(found, tags, i, first, last)
    return Chunk(first, last, head)


def _counted(found: Tree, tags: Sequence[str], i: int, first: int, last: int) -> int:
    """The word that stands for a number: its noun ("May 14"), else its last figure ("$1 billion")."""
    nouns = [k for k in found.dependents[i] if first <= k < last and tags[k] in NOUNS]
    if nouns:
        return nouns[-1]
    figures = [k for k in range(i, last) if tags[k] == "CD"]
    return figures[-1] if figures else i


def _first(found: Tree, tags: Sequence[str], words: Sequence[str], i: int) -> int:
    """The first token of what stands before a head and belongs to it, without a gap."""
    first = i
    for k in reversed(found.dependents[i]):
        if k > i or found.highs[k] >= first:
            continue
        if found.relations[k] not in _BEFORE:
            if not (found.relations[k] == "punct" and tags[k] in _MARKS and k == first - 1):
                break
            continue
        if found.highs[k] < first - 1 and not all(tags[m] in _MARKS for m in range(found.highs[k] + 1, first)):
            break
        if found.relations[k] == "advmod" and (tags[k] not in ("RB", "JJ", "RBR", "JJR") or words[k] in _ADVERBS):
            break
        first = _possessor_first(found, tags, k, first) if found.relations[k] == "nmod:poss" else found.lows[k]
    return first - 1 if first and words[first] == "least" and words[first - 1] == "at" else first


def _possessor_first(found: Tree, tags: Sequence[str], k: int, end: int) -> int:
    """The first token of a possessor; of "Chile and Peru's armies" only what stands right before the mark."""
    first = end - 1
    while first > found.lows[k] and tags[first - 1] not in _BETWEEN:
        first -= 1
    return first


def _last(found: Tree, tags: Sequence[str], i: int) -> tuple[int, int]:
    """The end of the phrase behind its head, and the last word of its name."""
    last, head = i + 1, i
    for k in found.dependents[i]:
        if k < last or found.relations[k] not in _AFTER:
            continue
        if found.lows[k] != last or not _goes_on(found, tags, i, k):
            break
        last = found.highs[k] + 1
        if found.relations[k] in ("flat", "appos", "nmod:desc", "compound") and tags[k] in NOUNS:
            head = last - 1 if tags[last - 1] in NOUNS else k
    return last, head


def _goes_on(found: Tree, tags: Sequence[str], i: int, k: int) -> bool:
    """True where the dependent right behind a head belongs to its phrase: the rest of a name, a number."""
    if tags[k] == "CD" and found.relations[k] != "appos":
        return all(tags[m] == "CD" for m in range(found.lows[k], found.highs[k] + 1))
    if tags[k][:3] == "NNP" and found.relations[k] == "appos":
        return all(tags[m][:3] == "NNP" for m in range(found.lows[k], k)) and _is_name(found, k)
    if found.lows[k] != k:
        return False
    if found.relations[k] == "nmod:unmarked":
        return tags[i] == "CD" and tags[k] == "NNP" and not found.dependents[k]
    if found.relations[k] in ("flat", "goeswith"):
        return True
    if found.relations[k] in ("nmod:desc", "compound"):
        return tags[k] in ("NNP", "NNPS") and _is_name(found, k)
    return False


def _is_name(found: Tree, k: int) -> bool:
    """True for a dependent with nothing but the rest of a name on it."""
    return all(found.relations[d] in ("flat", "compound", "goeswith", "amod") for d in found.dependents[k])


def chunks(found: Mapping[int, Chunk]) -> Iterator[Chunk]:
    """The phrases in order, a possessor behind the phrase that holds it."""
    yield from sorted(found.values(), key=lambda chunk: (chunk.first, -chunk.last))
