"""Clauses: how the verb groups of a sentence hang together.

A finite-state grammar over noun phrases and verb groups in the tradition of Hobbs et al. (1997), "FASTUS": no full
parse, but subjects, objects, prepositional phrases and governing predicates where their place decides them, and
nothing where it does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.schema.labels import Argument
from onrecord.tagger import subjects
from onrecord.tagger.links import Link, governor_left, is_base, sharing, takes
from onrecord.tagger.nonfinite import infinitive, participle
from onrecord.tagger.subjects import Clausework, Subject, is_time, phrase
from onrecord.tagger.verbs import VerbGroup

_REPORTING = frozenset(
    "say announce report add claim state confirm deny insist warn argue agree demand note suggest tell write admit "
    "acknowledge declare reveal explain stress reiterate assert maintain allege complain predict".split()
)
_SPEECH_ACTS = frozenset(
    "call urge accuse threaten vow promise condemn reject ask blame criticise criticize praise order pledge welcome "
    "denounce offer".split()
)
_TELLS = frozenset(
    ["persuade", "tell", "inform", "warn", "assure", "remind", "convince", "notify", "advise", "show", "promise"]
)
_BARE_COMPLEMENT = frozenset(["make", "let", "help", "have", "see", "watch", "hear", "bid"])
_COMPLEMENTIZERS = frozenset(["that", "whether", "if", "how", "what", "why", "where", "when", "who"])


def links(work: Clausework) -> tuple[Link, ...]:
    """The link of each verb group, from left to right."""
    found: list[Link] = []
    for number, group in enumerate(work.groups):
        if group.form == "finite":
            found.append(_finite(work, number, found))
        elif group.form == "infinitive":
            found.append(infinitive(work, number, found))
        else:
            found.append(participle(work, number, found))
    return tuple(found)


def _finite(work: Clausework, number: int, before: Sequence[Link]) -> Link:
    """A finite verb: its subject, and what stands before the subject."""
    verb = work.at[number]
    if is_base(work, number):
        special = _bare(work, number, before)
        if special:
            return special
    found = subjects.find(work, verb)
    if found is None:
        return _without_subject(work, number, before)
    if found.shared is not None:
        first = _coordinated_with(work, number, found.shared)
        return sharing(work, number, first, before[first])
    if found.relative:
        governor = governor_left(work, found.left)
        return Link(found.argument, governor, relation="relative", marker=work.items[found.left].word)
    return _clause(work, found, before)


def _coordinated_with(work: Clausework, number: int, nearest: int) -> int:
    """The verb with which a verb after "and" shares its subject: the nearest; but speech goes on with speech ("denied
    that it had lost men and claimed that ...": it is not denied that it claimed)."""
    lemma = work.groups[number].lemma
    if lemma not in _REPORTING and lemma not in _SPEECH_ACTS:
        return nearest
    earlier = [
        n for n in range(nearest, -1, -1) if work.groups[n].lemma in _REPORTING and work.groups[n].form == "finite"
    ]
    return earlier[0] if earlier else nearest


def _bare(work: Clausework, number: int, before: Sequence[Link]) -> Link | None:
    """A base form without an auxiliary: in a list it repeats the form before it ("to free them and withdraw", "could
    come, see and sign"); after "let X" it is governed."""
    verb = work.at[number]
    k = verb - 1
    while work.kind(k) in ("adverb", "quote"):
        k -= 1
    if work.kind(k) in ("and", "comma") and number and _may_be_repeated(work, number - 1, before):
        return sharing(work, number, number - 1, before[number - 1])
    if work.kind(k) == "np" and work.kind(k - 1) == "verb" and work.group(k - 1).lemma in _BARE_COMPLEMENT:
        return Link(phrase(work, k, k, role="ARG0"), work.items[k - 1].number, relation="complement", marker="bare")
    return None


def _may_be_repeated(work: Clausework, number: int, before: Sequence[Link]) -> bool:
    """True for an infinitive, for what follows a modal, and for what repeats one of these."""
    group = work.groups[number]
    return (
        group.form == "infinitive"
        or group.modal is not None
        or before[number].modal is not None
        or (group.bare and before[number].marker == "to")
    )


def _without_subject(work: Clausework, number: int, before: Sequence[Link]) -> Link:
    """A verb whose subject follows ("said the mayor"), is that of the verb before it in a list, or is not seen."""
    verb = work.at[number]
    group = work.groups[number]
    if work.kind(verb - 1) in ("quote", "comma") and work.kind(verb + 1) == "np" and group.lemma in _REPORTING:
        return Link(phrase(work, verb + 1, verb + 1, role="ARG0"))
    if work.kind(verb - 1) == "comma" and number and _is_listed(work.groups[number - 1], group):
        return sharing(work, number, number - 1, before[number - 1])
    return Link()


def _is_listed(first: VerbGroup, second: VerbGroup) -> bool:
    """True for two finite verbs of one form: "stormed the town, killed the mayor and fled"."""
    return first.form == second.form == "finite" and (first.tense, first.modal) == (second.tense, second.modal)


def _clause(work: Clausework, found: Subject, before: Sequence[Link]) -> Link:
    """A clause with a subject: a main clause, or one governed by what stands to its left."""
    k = found.left - 1
    while work.kind(k) in ("adverb", "quote"):
        k -= 1
    kind, argument = work.kind(k), found.argument
    if kind == "subordinator" or (kind == "wh" and work.items[k].word != "that"):
        return _subordinate(work, argument, k)
    if kind == "wh" and work.kind(k - 1) == "np":
        antecedent = phrase(work, k - 1, k - 1, role="ARG1")
        return Link(argument, governor_left(work, k), relation="relative", marker="that", antecedent=antecedent)
    if kind == "verb":
        return Link(argument, work.items[k].number, relation="complement", marker="that")
    if kind == "np" and work.kind(k - 1) == "verb" and work.group(k - 1).lemma in _TELLS:
        return Link(argument, work.items[k - 1].number, relation="complement", marker="that")
    if kind == "and" and work.kind(k - 1) != "comma":
        shared = next((n for n in range(len(before) - 1, -1, -1) if work.groups[n].form == "finite"), None)
        if shared is not None:
            link = before[shared]
            return Link(argument, link.governor, link.noun, link.relation or "coordinate", link.marker)
    return Link(argument)


def _subordinate(work: Clausework, argument: Argument | None, k: int) -> Link:
    """A clause that a subordinator or a wh-word opens at item `k`."""
    word = work.items[k].word
    left = subjects.past_small(work, k - 1)
    governor = governor_left(work, k)
    if word in _COMPLEMENTIZERS and word != "if":
        if work.kind(left) == "np" and takes(work, work.head(left), "that"):
            return Link(argument, None, work.head(left), "complement", word)
        if word == "that" and work.kind(left) == "np" and left == k - 1 and not _is_told(work, left):
            antecedent = phrase(work, left, left, role="ARG1")
            return Link(argument, governor, relation="relative", marker=word, antecedent=antecedent)
        if governor is not None and word != "when":
            return Link(argument, governor, relation="complement", marker=word)
    if governor is None:
        finite = [n for n, at in enumerate(work.at) if at > k and work.groups[n].form == "finite"]
        governor = next((n for n in finite if n != next(n for n, at in enumerate(work.at) if at > k)), None)
    return Link(argument, governor, relation="adverbial", marker=word)


def _is_told(work: Clausework, i: int) -> bool:
    """True where the noun phrase of item `i` is no antecedent: whom somebody tells, a day ("said on Monday that")."""
    first, _ = subjects.coordinated_left(work, i, objects=True)
    before = subjects.past_small(work, first - 1)
    if is_time(work, i):
        return True
    if work.kind(before) == "verb":
        return work.group(before).lemma in _TELLS
    governor = governor_left(work, i)
    return governor is not None and work.groups[governor].lemma in _REPORTING
