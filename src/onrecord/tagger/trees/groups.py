"""Verb groups: which tokens head a predicate, and what their auxiliaries, negations and particles tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from onrecord.knowledge import governors
from onrecord.schema.labels import VerbForm
from onrecord.tagger.trees.group import VerbGroup
from onrecord.tagger.trees.normal import is_negation, phrasal
from onrecord.tagger.trees.parse import Parse

_NO_PREDICATE = frozenset(
    "aux aux:pass cop compound case mark fixed flat cc det goeswith nmod:desc compound:prt nmod:poss discourse "
    "advmod reparandum".split()
)
_NOUN_PHRASE = frozenset(["det", "nmod:poss", "case", "amod", "nummod"])
_NOMINAL = frozenset("nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss nmod:unmarked obl:unmarked".split())
_AUXILIARIES = frozenset(["aux", "aux:pass", "cop"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass", "expl"])
_COMPLEMENT = frozenset(["xcomp", "ccomp", "advcl", "csubj"])
_PARTICLE = frozenset(["compound:prt", "advmod", "xcomp"])
_ADJECTIVES = frozenset(["JJ", "JJR", "JJS"])
_HEADS = frozenset(["VB", "JJ", "RB", "IN"])
_CASE = frozenset(["case"])
_COPULA = frozenset(["cop"])
_GAP = 4


def groups(parse: Parse) -> Mapping[int, VerbGroup]:
    """The verb group of each token that heads one; a verb in a list takes what its form leaves to the first."""
    found: dict[int, VerbGroup] = {}
    for i in parse.tree.order:
        if parse.tags[i][:2] in _HEADS and (_is_verb(parse, i) or _is_adjective(parse, i, found)):
            group = _group(parse, i)
            first = found.get(parse.tree.heads[i]) if parse.tree.relations[i] == "conj" else None
            found[i] = _shared(parse, group, first) if first is not None else group
    return {i: found[i] for i in sorted(found)}


def is_tensed(group: VerbGroup) -> bool:
    """True for a verb with a tense or a modal, which has a subject of its own or none."""
    return group.form == "finite" and (group.tense is not None or group.modal is not None)


def _is_verb(parse: Parse, i: int) -> bool:
    """True for a verb that heads a clause: no auxiliary, no attribute, no gerund that is a noun."""
    tag, relation = parse.tags[i], parse.tree.relations[i]
    if tag[:2] != "VB" or relation in _NO_PREDICATE:
        return False
    if relation == "amod":
        return i > parse.tree.heads[i] and bool(parse.tree.dependents[i])
    if i in parse.phrases:
        return False
    if relation in _NOMINAL and tag in ("VBG", "VBN"):
        return not any(parse.tree.relations[k] in _NOUN_PHRASE - {"case"} for k in parse.tree.dependents[i])
    return True


def _is_adjective(parse: Parse, i: int, found: Mapping[int, VerbGroup]) -> bool:
    """True for an adjective with a copula, or listed with one, or that takes a clause which it decides on ("seems
    ready to go")."""
    if parse.tags[i] not in _ADJECTIVES and not _governs(parse, i):
        return False
    relation = parse.tree.relations[i]
    if i in parse.phrases or parse.tree.first(i, _CASE) is not None:
        return False
    if parse.tree.first(i, _COPULA) is not None:
        return True
    if relation == "conj":
        first = found.get(parse.tree.heads[i])
        return first is not None and first.pos == "adj"
    if relation in ("root", "ccomp", "parataxis") and parse.tree.first(i, _SUBJECT) is not None:
        return True
    takes = parse.tree.first(i, _COMPLEMENT) is not None
    return takes and _governs(parse, i) and (relation != "amod" or i > parse.tree.heads[i])


def _governs(parse: Parse, i: int) -> bool:
    return parse.tags[i][:2] in ("JJ", "RB", "IN") and parse.lemmas[i] in governors.load().rules["adj"]


class _Told(msgspec.Struct):
    """What the auxiliaries read so far have told; only `_read` changes it."""

    tense: Literal["past", "present"] | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    modal: str | None = None


def _group(parse: Parse, i: int) -> VerbGroup:
    chain = [*(k for k in parse.tree.all(i, _AUXILIARIES) if parse.tags[k][:2] in ("VB", "MD", "PO")), i]
    chain = sorted(k for k in chain if k <= i)
    told = _Told(tense={"VBD": "past", "VBP": "present", "VBZ": "present"}.get(parse.tags[chain[0]]))  # type: ignore[arg-type]
    for here, after in pairwise(chain):
        _read(parse, told, i, here, after)
    told.negated = told.negated or any(is_negation(parse.tree, parse.words, k) for k in parse.tree.dependents[i])
    to = [k for k in parse.tree.dependents[i] if parse.tags[k] == "TO" and k < chain[0]]
    pos: Literal["v", "adj"] = "v" if parse.tags[i][:2] == "VB" else "adj"
    form = _form(parse, i, chain, told, infinitive=bool(to))
    alone = len(chain) == 1
    reduced = alone and _is_reduced(parse, i)
    particle = _particle(parse, i) if pos == "v" else None
    return VerbGroup(
        first=_first(parse, i, [*to, *chain]),
        last=i + 2 if particle == i + 1 else i + 1,
        head=i,
        lemma=parse.lemmas[i] if particle is None else f"{parse.lemmas[i]} {parse.words[particle]}",
        form="participle" if reduced else form,
        pos=pos,
        tense=None if reduced else "past" if form == "finite" and alone and parse.tags[i] == "VBN" else told.tense,
        perfect=told.perfect,
        progressive=told.progressive,
        passive=told.passive or reduced or form == "participle",
        negated=told.negated,
        modal=told.modal,
        bare=alone and not to and parse.tags[i] == "VB",
    )


def _read(parse: Parse, told: _Told, head: int, here: int, after: int) -> None:
    """Take in one auxiliary, before the auxiliary or verb at `after`."""
    lemma, tag = parse.lemmas[here], parse.tags[here]
    to = any(parse.tags[k] == "TO" for k in range(here + 1, after))
    if lemma == "cannot":
        told.modal, told.negated = told.modal or "can", True
    elif tag == "MD":
        told.modal = told.modal or lemma
    elif to and lemma in ("be", "have", "go"):
        _read_to(parse, told, here, after)
    elif lemma == "have" or (parse.words[here] in ("'s", "’s") and parse.tags[after] == "VBN" and _is_has(parse, here)):
        told.perfect = True
    elif lemma in ("be", "get"):
        told.progressive = told.progressive or parse.tags[after] == "VBG"
        told.passive = parse.tags[after] in ("VBN", "VBD") and after == head


def _is_has(parse: Parse, here: int) -> bool:
    return parse.tree.relations[here] == "aux"


def _read_to(parse: Parse, told: _Told, here: int, after: int) -> None:
    """ "Is to", "has to", "is going to" are modals; what "has yet to" happen has not happened."""
    told.progressive = False
    if "yet" in parse.words[here + 1 : after]:
        told.negated = told.perfect = True
    else:
        told.modal = "be going to" if parse.lemmas[here] == "go" else f"{parse.lemmas[here]} to"


def _form(parse: Parse, i: int, chain: Sequence[int], told: _Told, *, infinitive: bool) -> VerbForm:
    if infinitive:
        return "infinitive"
    tag = parse.tags[chain[0]]
    if told.tense or told.modal or tag in ("MD", "VB"):
        return "finite"
    if len(chain) > 1 or tag == "VBG":
        return "gerund"
    if tag == "VBN":
        active = any(parse.tree.relations[k] == "nsubj" for k in parse.tree.dependents[i])
        return "finite" if active and parse.tree.relations[i] not in ("acl", "advcl", "xcomp") else "participle"
    return "finite"


def _is_reduced(parse: Parse, i: int) -> bool:
    """True for a past form that hangs on a noun as its attribute: it is a participle, whatever its tag."""
    own = any(parse.tree.relations[k] in _SUBJECT for k in parse.tree.dependents[i])
    return parse.tree.relations[i] in ("acl", "amod") and parse.tags[i] == "VBD" and not own


def _first(parse: Parse, i: int, chain: Sequence[int]) -> int:
    """The first token of the group: of its auxiliaries those that no subject and no long gap parts from the verb."""
    first = i
    for k in sorted(chain, reverse=True):
        between = range(k + 1, first)
        if len(between) > _GAP or any(parse.tags[m] in (",", ":", "``", "''") for m in between):
            break
        if any(parse.tree.relations[m] in _SUBJECT and parse.tree.heads[m] == i for m in between):
            break
        first = min(first, k)
    return first


def _particle(parse: Parse, i: int) -> int | None:
    """The particle of a verb ("call off"): one that the tree marks, or an adverb that the tables know with the verb."""
    if parse.lemmas[i] in ("be", "have", "do"):
        return None
    for k in parse.tree.all(i, _PARTICLE):
        if k > i and (parse.tree.relations[k] == "compound:prt" or _is_known(parse, i, k)):
            return k
    return None


def _is_known(parse: Parse, i: int, k: int) -> bool:
    return (
        parse.tags[k][:2] != "VB"
        and not parse.tree.dependents[k]
        and f"{parse.lemmas[i]} {parse.words[k]}" in phrasal()
    )


def _shared(parse: Parse, group: VerbGroup, first: VerbGroup) -> VerbGroup:
    """The second of two listed verbs with what it leaves to the first: "was shot and wounded", "to come and see"."""
    tags = parse.tags
    same = tags[group.head] == tags[first.head] or {tags[group.head], tags[first.head]} == {"VBN", "VBD"}
    own = group.first < group.head or any(
        parse.tree.relations[k] in _SUBJECT for k in parse.tree.dependents[group.head]
    )
    if own or (group.pos, first.pos) == ("v", "adj"):
        return group
    if group.pos == "adj" and first.pos == "adj":
        return _like(group, first, negated=group.negated)
    helped = first.passive or first.perfect or first.progressive or first.modal or first.form == "infinitive"
    if not same or not helped or tags[group.head] == "VBZ" or first.form == "participle":
        return group
    if tags[group.head] == "VBD" and not first.passive:
        return group
    together = tags[group.head] == "VB" or any(
        parse.words[k] in ("or", "nor") for k in parse.tree.dependents[group.head]
    )
    return _like(group, first, negated=group.negated or (together and first.negated))


def _like(group: VerbGroup, first: VerbGroup, *, negated: bool) -> VerbGroup:
    return msgspec.structs.replace(
        group,
        form=first.form,
        tense=first.tense,
        perfect=first.perfect,
        progressive=first.progressive,
        passive=first.passive,
        modal=first.modal,
        negated=negated,
        bare=False,
    )
