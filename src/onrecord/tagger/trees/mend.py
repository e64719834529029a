"""Mended: tags and arcs of a predicted tree that cannot be, set right where the words or the tree are sure."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.tagger import lemma
from onrecord.tagger.trees.tree import Tree, tree

_BASE = frozenset(["VB", "VBP", "VBZ", "VBD", "VBN"])
_HELPS = frozenset(["aux", "aux:pass"])
_HAVE_OR_BE = frozenset(
    "have has had having 've ’ve be been being is are was were am 're ’re 'm ’m get got gets".split()
)
_ACTIVE = frozenset(["nsubj"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass", "expl"])
_PAST = frozenset(["VBD", "VBN"])
_SUBJECTLESS = frozenset(["acl", "amod", "xcomp"])
_CASE = frozenset(["case", "mark"])
_ATTRIBUTE = frozenset(["advcl", "acl", "amod", "compound", "xcomp"])


def tags(found: Tree, tokens: Sequence[str], given: Sequence[str]) -> tuple[str, ...]:
    """The tags, those of verbs made to fit their endings, their auxiliaries and their subjects."""
    words = [token.lower() for token in tokens]
    result = list(given)
    for i, tag in enumerate(given):
        if tag[:2] == "VB":
            result[i] = _by_tree(found, words, i, _by_ending(words[i], tag))
    return tuple(result)


def _by_ending(word: str, tag: str) -> str:
    """The tag that the ending of a verb allows: "denying" is no base form."""
    if tag != "VBG" and word.endswith("ing"):
        return "VBG" if _is_form(word, "VBG") else tag
    if tag in ("VB", "VBP", "VBZ") and word.endswith("ed"):
        return "VBD" if _is_form(word, "VBD") else tag
    if tag in ("VB", "VBP") and word.endswith("s"):
        return "VBZ" if _is_form(word, "VBZ") else tag
    return tag


def _is_form(word: str, tag: str) -> bool:
    verbs = lemma.forms().verbs
    return word not in verbs and lemma.lemma(word, tag) in verbs


def _by_tree(found: Tree, words: Sequence[str], i: int, tag: str) -> str:
    """A past form after an auxiliary, or on a noun, is a participle; with a subject alone it is none."""
    if tag not in _PAST or found.relations[i] in (*_HELPS, "cop"):
        return tag
    if found.first(i, _HELPS) is not None:
        return "VBN" if words[max([k for k in found.all(i, _HELPS) if k < i], default=i)] in _HAVE_OR_BE else tag
    if found.first(i, _SUBJECT) is None:
        return "VBN" if found.relations[i] in ("acl", "amod") else tag
    active = found.first(i, _ACTIVE) is not None and found.relations[i] not in _SUBJECTLESS
    return "VBD" if active else tag


def arcs(found: Tree, tags: Sequence[str]) -> Tree:
    """The tree with its arcs mended."""
    heads, relations = list(found.heads), list(found.relations)
    for i in found.order:
        if tags[i][:2] == "VB":
            _mend_subjects(found, relations, i)
            if tags[i] in ("VBG", "VBN"):
                _mend_attribute(found, tags, heads, relations, i)
        elif relations[i] in ("obj", "iobj") and _has_preposition(found, tags, i):
            relations[i] = "obl"
        elif relations[i] == "compound:prt" and tags[heads[i]][:2] != "VB" and i and tags[i - 1][:2] == "VB":
            heads[i] = i - 1
    if heads == found.heads and relations == found.relations:
        return found
    return tree(heads, relations)


def _opened(found: Tree, i: int) -> bool:
    return found.first(i, _CASE) is not None


def _has_preposition(found: Tree, tags: Sequence[str], i: int) -> bool:
    """True for an object that a preposition opens, so that it is none."""
    opening = found.first(i, _CASE)
    return opening is not None and opening == found.lows[i] and tags[opening] in ("IN", "TO") and tags[i][:2] == "NN"


def _mend_subjects(found: Tree, relations: list[str], i: int) -> None:
    """A second subject behind the verb is its object: "they want the envoy to leave"."""
    own = found.all(i, _ACTIVE)
    if len(own) == 2 and own[0] < i < own[1] and not any(found.relations[k] == "obj" for k in found.dependents[i]):
        relations[own[1]] = "obj"


def _mend_attribute(found: Tree, tags: Sequence[str], heads: list[int], relations: list[str], i: int) -> None:
    """A participle between an article and the noun to which that belongs is an attribute: "a bridging loan"."""
    noun = i + 1
    if relations[i] not in _ATTRIBUTE or noun >= len(tags) or tags[noun][:2] != "NN" or not i:
        return
    if tags[i - 1] != "DT" or heads[i - 1] not in (i, noun) or relations[i - 1] != "det":
        return
    if heads[noun] == i:
        heads[noun], relations[noun] = (heads[i], "obl" if _opened(found, i) or _opened(found, noun) else "obj")
        if heads[i] == i:
            heads[noun], relations[noun] = noun, "root"
    elif heads[i] == i:
        return
    for k in found.dependents[i]:
        if k != noun and heads[k] == i:
            heads[k] = noun
            relations[k] = "case" if relations[k] == "mark" else relations[k]
    heads[i], relations[i] = noun, "amod"
