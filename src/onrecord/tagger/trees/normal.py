"""Normal form: trees in which every clause hangs on its verb.

Universal Dependencies hang "is a member" on "member" and "has to go" on "has". Here the copula heads its clause unless
an adjective follows it, and what serves as a modal ("has to", "is going to", "ought to") is an auxiliary.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.knowledge import governors, predicates
from onrecord.tagger.trees.tree import Tree, tree
from onrecord.tagger.words import NEGATIONS

ADJECTIVES = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG"])
_COPULA = frozenset(["cop"])
_CASE = frozenset(["case"])
_DETERMINER = frozenset(["det", "nmod:poss"])
_OBJECTS = frozenset(["obj", "iobj", "ccomp"])
_XCOMP = frozenset(["xcomp"])
_OUTER = frozenset(["nsubj:outer", "csubj:outer"])
# What stays with the noun of "is a member of the council": all else belongs to the clause.
_NOMINAL = frozenset(
    "det det:predet amod nmod nmod:poss nmod:desc nmod:unmarked compound case acl acl:relcl appos nummod flat fixed "
    "goeswith cc:preconj compound:prt list".split()
)
_CLAUSAL_TAGS = ("VB", "MD")
_PARTICLES = frozenset(["off", "out", "up", "down", "over", "back", "away"])
_MODAL_GAP = 4
_MODAL_VERBS = frozenset(["have", "go", "ought"])


def normal(found: Tree, tags: Sequence[str], lemmas: Sequence[str], words: Sequence[str]) -> Tree:
    """The tree in its normal form."""
    heads, relations = list(found.heads), list(found.relations)
    changed = False
    for i in found.order:
        copula = found.first(i, _COPULA)
        if copula is not None and _heads_clause(found, tags, lemmas, i, copula):
            _raise_copula(found, tags, heads, relations, i, copula)
            changed = True
    for i in range(len(words)):
        if relations[i] == "case" and tags[i] in ("IN", "RP") and _is_particle(found, lemmas, words, i):
            _raise_particle(found, heads, relations, i)
            changed = True
    if changed:
        found = tree(heads, relations)
    return _with_modals(found, tags, lemmas)


def _heads_clause(found: Tree, tags: Sequence[str], lemmas: Sequence[str], i: int, copula: int) -> bool:
    """True for the copula of a noun, a prepositional phrase or a clause: not for that of an adjective, nor for "is to
    go"."""
    if lemmas[copula] != "be" or tags[copula][:2] != "VB":
        return False
    if tags[i] == "VB":
        return found.first(i, _OUTER) is not None
    if found.first(i, _CASE) is not None or found.first(i, _DETERMINER) is not None:
        return True
    if found.first(i, _OUTER) is not None and any(found.relations[k] == "nsubj" for k in found.dependents[i]):
        return True
    return tags[i] not in ADJECTIVES and lemmas[i] not in governors.load().rules["adj"]


def _raise_copula(
    found: Tree, tags: Sequence[str], heads: list[int], relations: list[str], i: int, copula: int
) -> None:
    """Let the copula take the place of what follows it, which becomes its object, oblique or complement."""
    clausal = tags[i][:2] in _CLAUSAL_TAGS or found.first(i, _OUTER) is not None
    for k in found.dependents[i]:
        if k != copula and heads[k] == i and _is_of_copula(found, tags, i, k, copula, clausal=clausal):
            heads[k] = copula
            relations[k] = "nsubj" if relations[k] == "nsubj:outer" else relations[k]
    heads[copula] = heads[i] if heads[i] != i else copula
    relations[copula] = relations[i]
    heads[i] = copula
    if clausal:
        relations[i] = "ccomp"
    elif found.first(i, _CASE) is not None:
        relations[i] = "obl"
    else:
        relations[i] = "advmod" if tags[i][:2] == "RB" else "obj"


def _is_of_copula(found: Tree, tags: Sequence[str], i: int, k: int, copula: int, *, clausal: bool) -> bool:
    """True where dependent `k` of `i` belongs to the clause of the copula."""
    relation = found.relations[k]
    if clausal:
        return k < copula or relation in _OUTER
    if relation == "conj":
        return tags[k][:2] in _CLAUSAL_TAGS or any(
            found.relations[d] in ("nsubj", "nsubj:pass", "cop", "aux") for d in found.dependents[k]
        )
    if relation == "cc":
        return k < copula
    if relation == "advmod":
        return tags[k][:2] in ("RB", "WR") and (k < copula or k == copula + 1 or k > i)
    if relation == "punct":
        return k < copula or k > i
    return relation not in _NOMINAL


def _is_particle(found: Tree, lemmas: Sequence[str], words: Sequence[str], i: int) -> bool:
    """True for the "out" of "pulled out of the town", which the tree takes for a preposition, and the "off" of "called
    off the visit"."""
    noun = found.heads[i]
    verb = found.heads[noun]
    if (
        words[i] not in _PARTICLES
        or not verb < i < noun
        or found.relations[noun] != "obl"
        or f"{lemmas[verb]} {words[i]}" not in phrasal()
    ):
        return False
    doubled = any(k > i for k in found.all(noun, _CASE)) or any(k > i for k in found.dependents[i])
    return doubled or (i == verb + 1 and found.first(verb, _OBJECTS) in (None, noun))


def _raise_particle(found: Tree, heads: list[int], relations: list[str], i: int) -> None:
    """Hang a particle on its verb; the noun is then the object, unless it has another preposition."""
    noun = found.heads[i]
    verb = found.heads[noun]
    for k in found.dependents[i]:
        heads[k], relations[k] = noun, "case"
    heads[i], relations[i] = verb, "compound:prt"
    if not any(relations[k] == "case" and heads[k] == noun for k in range(i, noun)):
        relations[noun] = "obj"


@cache
def phrasal() -> frozenset[str]:
    """The verbs of two words that the tables know ("call off", "shoot dead")."""
    known = (*predicates.load().verbs, *governors.load().rules["v"])
    return frozenset(word for word in known if word.count(" ") == 1)


def _with_modals(found: Tree, tags: Sequence[str], lemmas: Sequence[str]) -> Tree:
    """The tree with "has" of "has to go", "going" of "is going to go" as auxiliaries of their infinitives."""
    candidates = [i for i in reversed(found.order) if lemmas[i] in _MODAL_VERBS]
    pairs = [(i, verb) for i in candidates if (verb := _modal_of(found, tags, lemmas, i)) is not None]
    if not pairs:
        return found
    heads, relations = list(found.heads), list(found.relations)
    replaced: dict[int, int] = {}
    for modal, below in pairs:
        verb = replaced.get(below, below)
        for k in found.dependents[modal]:
            if k != verb and heads[k] == modal:
                heads[k] = verb
        heads[verb] = heads[modal] if heads[modal] != modal else verb
        relations[verb], relations[modal] = relations[modal], "aux"
        heads[modal] = verb
        replaced[modal] = verb
    return tree(heads, relations)


def _modal_of(found: Tree, tags: Sequence[str], lemmas: Sequence[str], i: int) -> int | None:
    """The infinitive for which a verb serves as a modal."""
    verb = found.first(i, _XCOMP)
    if verb is None or not i < verb or tags[verb] != "VB" or found.first(i, _OBJECTS) is not None:
        return None
    marks = [k for k in found.dependents[verb] if tags[k] == "TO" and i < k < verb]
    if not marks or marks[0] - i > _MODAL_GAP or found.relations[i] in ("aux", "cop"):
        return None
    if lemmas[i] == "go" and not (tags[i] == "VBG" and any(lemmas[k] == "be" for k in found.dependents[i])):
        return None
    return verb


def is_negation(found: Tree, words: Sequence[str], k: int) -> bool:
    """True for a dependent that negates its verb: "not", "never", "no longer"; not for the "not" of "not only"."""
    if words[k] in NEGATIONS:
        return k + 1 >= len(words) or words[k + 1] not in _FOCUSED
    return words[k] == "longer" and k > 0 and words[k - 1] == "no"


_FOCUSED = frozenset(["only", "just", "merely", "simply", "least"])
