"""Mended: tags of verbs that cannot be, set right where their endings or the tree are sure."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.knowledge import actors
from onrecord.tagger import lemma
from onrecord.tagger.trees.tree import Tree

_HELPS = frozenset(["aux", "aux:pass"])
_HAVE_OR_BE = frozenset(
    "have has had having 've ’ve be been being is are was were am 're ’re 'm ’m get got gets".split()
)
_COPULA = frozenset(["cop"])
_SAID = frozenset(["ccomp"])
_NOMINAL = frozenset(["obj", "nsubj", "nsubj:pass", "obl", "nmod"])
_OF_NOUN = frozenset(["det", "compound"])
_ACTIVE = frozenset(["nsubj"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass", "expl"])
_OBJECT = frozenset(["obj", "xcomp"])
_QUOTES = frozenset(["``", "''"])
_APOSTROPHES = frozenset(["'", "’"])
_PAST = frozenset(["VBD", "VBN"])
_SHORT = 3
_AFTER_PEOPLE = frozenset(["VBD", "VBP", "VBN", "MD", "RB", "IN"])
_SUBJECTLESS = frozenset(["acl", "amod", "xcomp"])


def tags(found: Tree, tokens: Sequence[str], given: Sequence[str]) -> tuple[str, ...]:
    """The tags, those of verbs made to fit their endings, their auxiliaries and their subjects."""
    words = [token.lower() for token in tokens]
    result = list(given)
    for i, tag in enumerate(given):
        if tag in _QUOTES and words[i] in _APOSTROPHES and _is_possessive(words, given, i):
            result[i] = "POS"
        elif tag == "MD" and _is_name(found, tokens, given, i):
            result[i] = "NNP"
        elif i == 0 and _are_people(words, given):
            result[i] = "NNS"  # "Gendarmes freed two nuns"
        elif tag == "NNS" and _is_predicate(found, words, given, i) and _is_form(words[i], "VBZ"):
            result[i] = "VBZ"
        elif tag == "NN" and found.first(i, _SAID) is not None and _is_form(words[i], "VBD"):
            result[i] = "VBD"  # "We won", the rival gloated
        elif tag[:2] == "VB":
            result[i] = _by_tree(found, words, i, _by_ending(words[i], tag))
            if tag == "VBG" and i and given[i - 1] == "POS" and found.first(i, _OBJECT) is None:
                result[i] = "NN"  # "the inquiry's finding that"
            if tag == "VBG" and found.relations[i] in _NOMINAL and found.first(i, _OF_NOUN) is not None:
                result[i] = "NN"  # "close the border crossing"
    return tuple(result)


def _is_possessive(words: Sequence[str], given: Sequence[str], i: int) -> bool:
    """True for the one apostrophe of a sentence that stands between a plural and a noun: "the bishops' call"."""
    alone = sum(word in _APOSTROPHES for word in words) == 1
    return alone and 0 < i < len(words) - 1 and words[i - 1].endswith("s") and given[i + 1][:2] in ("NN", "JJ")


def _is_name(found: Tree, tokens: Sequence[str], given: Sequence[str], i: int) -> bool:
    """True for a modal before a name where the verb has another: "May Okafor may leave"."""
    if not tokens[i].istitle() or i + 1 >= len(given) or given[i + 1] != "NNP":
        return False
    verb = found.heads[i]
    return any(given[k] == "MD" and k > i for k in found.all(verb, _HELPS))


def _are_people(words: Sequence[str], given: Sequence[str]) -> bool:
    """True for the plural of a noun for people that looks like a name where it opens a sentence."""
    if given[0][:3] != "NNP" or len(words) < _SHORT or given[1] not in _AFTER_PEOPLE:
        return False
    noun = actors.load().role_noun(lemma.lemma(words[0], "NNS"))
    return noun is not None and noun.number == "person" and noun.lemma != words[0]


def _is_predicate(found: Tree, words: Sequence[str], given: Sequence[str], i: int) -> bool:
    """True for a noun with a subject of its own and no copula or auxiliary: "the bridge reopens on Monday"."""
    if found.first(i, _SUBJECT) is None or found.first(i, _COPULA) is not None:
        return False
    return not any(given[k] == "MD" for k in found.dependents[i]) and found.first(i, _HELPS) is None


def _by_ending(word: str, tag: str) -> str:
    """The tag that the ending of a verb allows: "denying" is no base form."""
    if tag != "VBG" and word.endswith("ing"):
        return "VBG" if _is_form(word, "VBG") else tag
    if tag in ("VB", "VBP", "VBZ") and word.endswith("ed"):
        return "VBD" if _is_form(word, "VBD") else tag
    if tag in ("VB", "VBP", "VBD", "VBN") and word.endswith("s") and word not in lemma.forms().irregular_verbs:
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
