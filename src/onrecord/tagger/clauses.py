"""Clauses: how the verb groups of a sentence hang together, and who takes part in each.

A finite-state grammar over noun phrases and verb groups in the tradition of Hobbs et al. (1997), "FASTUS": no full
parse, but subjects, objects, prepositional phrases and governing predicates where their place decides them, and
nothing where it does not.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec

from onrecord.knowledge import governors
from onrecord.schema.labels import Argument, Predicate, Relation
from onrecord.tagger import subjects
from onrecord.tagger.subjects import Clausework, Subject, phrase
from onrecord.tagger.verbs import VerbGroup, is_particle

_DITRANSITIVE = frozenset(
    "give send offer tell ask grant show award pay hand lend sell deny promise teach bring buy owe allow assign".split()
)
_REPORTING = frozenset(
    "say announce report add claim state confirm deny insist warn argue agree demand note suggest tell write admit "
    "acknowledge declare reveal explain stress reiterate assert maintain allege complain predict".split()
)
_TELLS = frozenset(
    ["persuade", "tell", "inform", "warn", "assure", "remind", "convince", "notify", "advise", "show", "promise"]
)
_BARE_COMPLEMENT = frozenset(["make", "let", "help", "have", "see", "watch", "hear", "bid"])
_ADVERBIAL_PREPOSITIONS = frozenset(
    [
        "after",
        "before",
        "by",
        "while",
        "without",
        "since",
        "despite",
        "in",
        "upon",
        "when",
        "until",
        "besides",
        "through",
    ]
)
_ADDRESSING = frozenset(["on", "upon", "to", "for", "with"])
_COMPLEMENTIZERS = frozenset(["that", "whether", "if", "how", "what", "why", "where", "when", "who"])
_TIME_NOUNS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year day "
    "night morning afternoon evening weekend january february march april may june july august september october "
    "november december".split()
)


class Link(msgspec.Struct, frozen=True):
    """How a verb group hangs in its sentence: its subject, and the group or the noun (a token) that governs it."""

    subject: Argument | None = None
    governor: int | None = None
    noun: int | None = None
    relation: Relation | None = None
    marker: str | None = None
    antecedent: Argument | None = None
    modal: str | None = None
    negated: bool = False


def links(work: Clausework) -> tuple[Link, ...]:
    """The link of each verb group, from left to right."""
    found: list[Link] = []
    for number, group in enumerate(work.groups):
        if group.form == "finite":
            found.append(_finite(work, number, found))
        elif group.form == "infinitive":
            found.append(_infinitive(work, number, found))
        else:
            found.append(_participle(work, number, found))
    return tuple(found)


def arguments(work: Clausework, number: int, link: Link, claimed: Container[int]) -> tuple[Argument, ...]:
    """The arguments of a verb group: its subject, its objects, and the prepositional phrases after it.

    `claimed` are the first tokens of the subjects of complement clauses: they are no objects ("said the boat sank").
    """
    group = work.groups[number]
    objects, after = _objects(work, work.at[number] + 1, group)
    if objects and objects[-1].first in claimed:
        objects, after = objects[:-1], len(work.items)
    obliques = _obliques(work, after)
    subject = link.subject
    if group.passive:
        agents = [a for a in obliques if a.marker == "by"]
        rest = [a for a in obliques if a.marker != "by"]
        ditransitive = [msgspec.structs.replace(a, role="ARG1") for a in objects[:1]]
        role = "ARG2" if ditransitive and group.lemma in _DITRANSITIVE else "ARG1"
        first = [msgspec.structs.replace(subject, role=role)] if subject else []
        return (*(msgspec.structs.replace(a, role="ARG0") for a in agents[:1]), *first, *ditransitive, *rest)
    if link.antecedent is not None and not objects:
        objects = [msgspec.structs.replace(link.antecedent, role="ARG1")]
    return (*([subject] if subject else []), *objects, *obliques)


def _finite(work: Clausework, number: int, before: Sequence[Link]) -> Link:
    """A finite verb: its subject, and what stands before the subject."""
    verb = work.at[number]
    if _is_base(work, number):
        special = _bare(work, number, before)
        if special:
            return special
    found = subjects.find(work, verb)
    if found is None:
        return _without_subject(work, number, before)
    if found.shared is not None:
        return _sharing(work, number, found.shared, before[found.shared])
    if found.relative:
        governor = _governor_left(work, found.left)
        return Link(found.argument, governor, relation="relative", marker=work.items[found.left].word)
    return _clause(work, found, before)


def _is_base(work: Clausework, number: int) -> bool:
    """True for a base form alone, also where its tag is that of the present plural."""
    group = work.groups[number]
    return group.bare or (group.first == group.head and work.tags[group.head] == "VBP")


def _bare(work: Clausework, number: int, before: Sequence[Link]) -> Link | None:
    """A base form without an auxiliary: in a list it repeats the form before it ("to free them and withdraw", "could
    come, see and sign"); after "let X" it is governed."""
    verb = work.at[number]
    k = verb - 1
    while work.kind(k) in ("adverb", "quote"):
        k -= 1
    if work.kind(k) in ("and", "comma") and number and _may_be_repeated(work, number - 1, before):
        return _sharing(work, number, number - 1, before[number - 1])
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


def _sharing(work: Clausework, number: int, first: int, link: Link) -> Link:
    """The second of two coordinated predicates has the subject and the governor of the first; a base form has its modal
    and its negation too."""
    earlier = work.groups[first]
    repeats = _is_base(work, number) or work.groups[number].form == "infinitive"
    return Link(
        link.subject,
        link.governor if link.relation else None,
        link.noun,
        link.relation or "coordinate",
        link.marker,
        modal=(link.modal or earlier.modal) if repeats else None,
        negated=repeats and (earlier.negated or link.negated),
    )


def _without_subject(work: Clausework, number: int, before: Sequence[Link]) -> Link:
    """A verb whose subject follows ("said the mayor"), is that of the verb before it in a list, or is not seen."""
    verb = work.at[number]
    group = work.groups[number]
    if work.kind(verb - 1) in ("quote", "comma") and work.kind(verb + 1) == "np" and group.lemma in _REPORTING:
        return Link(phrase(work, verb + 1, verb + 1, role="ARG0"))
    if work.kind(verb - 1) == "comma" and number and _is_listed(work.groups[number - 1], group):
        return _sharing(work, number, number - 1, before[number - 1])
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
        return Link(argument, _governor_left(work, k), relation="relative", marker="that", antecedent=antecedent)
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
    governor = _governor_left(work, k)
    if word in _COMPLEMENTIZERS and word != "if":
        if work.kind(left) == "np" and _takes(work, work.head(left), "that"):
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
    if _is_time(work, i):
        return True
    if work.kind(before) == "verb":
        return work.group(before).lemma in _TELLS
    governor = _governor_left(work, i)
    return governor is not None and work.groups[governor].lemma in _REPORTING


def _governor_left(work: Clausework, k: int) -> int | None:
    """The number of the nearest verb group left of item `k`."""
    return next((work.items[i].number for i in range(k - 1, -1, -1) if work.kind(i) == "verb"), None)


def _takes(work: Clausework, head: int, complement: str) -> bool:
    """True where the noun at token `head` takes such a complement ("a plan to", "the claim that")."""
    return governors.load().find(work.lemmas[head], "n", complement) is not None


def _infinitive(work: Clausework, number: int, before: Sequence[Link]) -> Link:
    """An infinitive: the complement of a verb, an adjective or a noun to its left, else a purpose."""
    verb = work.at[number]
    k = verb - 1
    while work.kind(k) in ("adverb", "quote"):
        k -= 1
    kind = work.kind(k)
    if kind == "and":
        earlier = [n for n in range(number) if work.groups[n].form == "infinitive"]
        if earlier:
            return _sharing(work, number, earlier[-1], before[earlier[-1]])
    if kind == "verb":
        governor = work.items[k].number
        return Link(before[governor].subject, governor, relation="complement", marker="to")
    if kind == "subordinator" or kind == "wh":
        found = _governor_left(work, k)
        subject = before[found].subject if found is not None else None
        return Link(subject, found, relation="complement", marker=work.items[k].word)
    if kind == "np":
        return _infinitive_after_noun(work, k, before)
    found = _governor_left(work, k)
    subject = before[found].subject if found is not None else None
    return Link(subject, found, relation="adverbial", marker="to") if found is not None else Link()


def _infinitive_after_noun(work: Clausework, k: int, before: Sequence[Link]) -> Link:
    """ "urged X to go" (X goes), "a plan to go" (whoever has the plan), "sent troops to fight" (a purpose)."""
    first, _ = subjects.coordinated_left(work, k, objects=True)
    governor = _governor_left(work, first)
    preposition = work.items[first - 1].word if work.kind(first - 1) == "prep" else ""
    for i in (k, first - 2 if preposition else k):
        if (
            work.kind(i) == "np"
            and _takes(work, work.head(i), "to")
            and not _controls_object(work, governor, preposition)
        ):
            subject = before[governor].subject if governor is not None else None
            return Link(subject, governor, work.head(i), "complement", "to")
    if governor is None:
        return Link(relation="modifier", marker="to")
    subject = before[governor].subject
    if _controls_object(work, governor, preposition):
        if not work.groups[governor].passive and preposition in ("", *_ADDRESSING):
            subject = phrase(work, first, k, role="ARG0")
        return Link(subject, governor, relation="complement", marker="to")
    return Link(subject, governor, relation="adverbial", marker="to")


def _controls_object(work: Clausework, governor: int | None, preposition: str = "") -> bool:
    """True where the object of the verb, or the phrase after its preposition, is the subject of its infinitive."""
    if governor is None:
        return False
    group = work.groups[governor]
    found = governors.load().complements(group.lemma, group.pos)
    return "obj-to" in found or bool(preposition and f"{preposition}-obj-to" in found)


def _participle(work: Clausework, number: int, before: Sequence[Link]) -> Link:
    """A gerund or a participle without an auxiliary."""
    verb = work.at[number]
    k = verb - 1
    while work.kind(k) in ("adverb", "quote"):
        k -= 1
    kind = work.kind(k)
    if kind == "prep":
        return _after_preposition(work, k, before)
    if kind == "verb":
        governor = work.items[k].number
        return Link(before[governor].subject, governor, relation="complement", marker="gerund")
    if kind == "np":
        return _after_noun(work, number, k, before)
    if kind == "and":
        earlier = [n for n in range(number) if work.groups[n].form == work.groups[number].form]
        if earlier and earlier[-1] >= number - 2:
            return _sharing(work, number, earlier[-1], before[earlier[-1]])
    main = next((n for n in range(number - 1, -1, -1) if work.groups[n].form == "finite"), None)
    if main is not None:
        return Link(before[main].subject, main, relation="adverbial", marker=work.items[k].word or "participle")
    later = next((n for n in range(number + 1, len(work.groups)) if work.groups[n].form == "finite"), None)
    subject = subjects.find(work, work.at[later]) if later is not None else None
    return Link(subject.argument if subject else None, later, relation="adverbial", marker="participle")


def _after_preposition(work: Clausework, k: int, before: Sequence[Link]) -> Link:
    """ "planning on visiting", "accused X of ramming", "a charge of ramming", "after visiting"."""
    word = work.items[k].word
    left = subjects.past_small(work, k - 1)
    governor = _governor_left(work, k)
    subject = before[governor].subject if governor is not None else None
    if work.kind(left) == "np":
        if _takes(work, work.head(left), f"{word}-gerund"):
            return Link(subject, governor, work.head(left), "complement", word)
        if governor is not None and not _adverbial(work, governor, word):
            first, _ = subjects.coordinated_left(work, left)
            agent = phrase(work, first, left, role="ARG0")
            return Link(agent, governor, relation="complement", marker=word)
    relation: Relation = "adverbial" if governor is None or _adverbial(work, governor, word) else "complement"
    return Link(subject, governor, relation=relation, marker=word)


def _adverbial(work: Clausework, governor: int, word: str) -> bool:
    """True where a gerund after this preposition does not complete the verb."""
    known = governors.load().find(work.groups[governor].lemma, work.groups[governor].pos, f"{word}-gerund")
    return known is None and word in _ADVERBIAL_PREPOSITIONS


def _after_noun(work: Clausework, number: int, k: int, before: Sequence[Link]) -> Link:
    """ "islanders marching through": the noun is the subject, or (for "arrested on Tuesday") the object."""
    first, _ = subjects.coordinated_left(work, k)
    own = phrase(work, first, k, role="ARG0")
    governor = _governor_left(work, first)
    group = work.groups[number]
    if group.form == "gerund" and governor is not None and work.kind(first - 1) == "verb":
        lemma = work.groups[governor].lemma
        if governors.load().find(lemma, "v", "obj-gerund") is not None:
            return Link(own, governor, relation="complement", marker="gerund")
    return Link(own, governor, relation="modifier", marker="participle")


def _objects(work: Clausework, j: int, group: VerbGroup) -> tuple[list[Argument], int]:
    """The objects right after a verb, and the item after them."""
    while work.kind(j) in ("adverb", "quote"):
        j += 1
    if not _may_be_object(work, j):
        return [], j
    last = _coordinated_right(work, j)
    first = phrase(work, j, last, role="ARG1")
    second = last + 1
    if group.lemma not in _DITRANSITIVE or not _may_be_object(work, second):
        return [first], second
    end = _coordinated_right(work, second)
    return [msgspec.structs.replace(first, role="ARG2"), phrase(work, second, end, role="ARG1")], end + 1


def _may_be_object(work: Clausework, i: int) -> bool:
    return work.kind(i) == "np" and not _is_time(work, i) and not work.is_finite(i + 1)


def _is_time(work: Clausework, i: int) -> bool:
    """True for "Monday" or "last week" as a noun phrase."""
    head = work.head(i)
    return work.lemmas[head].lower() in _TIME_NOUNS and work.words[head] != "may"


def _coordinated_right(work: Clausework, j: int) -> int:
    """The last item of the list of noun phrases that begins at item `j`; one before a finite verb opens a clause."""
    last = j
    while True:
        step = 2 if work.kind(last + 1) in ("and", "comma") else 0
        if work.kind(last + 1) == "comma" and work.kind(last + 2) == "and":
            step = 3
        after = last + step
        if not step or work.kind(after) != "np" or _begins_clause(work, after) or _is_time(work, after):
            return last
        if work.kind(last + 1) == "comma" and step == 2 and not _list_goes_on(work, after):
            return last
        last = after


def _list_goes_on(work: Clausework, i: int) -> bool:
    """True where "and" comes soon after item `i`: "A, B and C", not an apposition "A, B, said"."""
    return work.kind(i + 1) == "and" or (work.kind(i + 1) == "comma" and work.kind(i + 2) in ("np", "and"))


def _begins_clause(work: Clausework, i: int) -> bool:
    j = i + 1
    while work.kind(j) in ("adverb", "quote"):
        j += 1
    return work.is_finite(j)


def _obliques(work: Clausework, j: int) -> list[Argument]:
    """The prepositional phrases from item `j` on, up to the next clause."""
    found: list[Argument] = []
    while j < len(work.items):
        if work.kind(j) == "prep" and work.kind(j + 1) == "np":
            last = _coordinated_right(work, j + 1)
            found.append(phrase(work, j + 1, last, role="OBL", marker=work.items[j].word))
            j = last + 1
        elif _is_within(work, j):
            j += 1
        else:
            break
    return found


def _is_within(work: Clausework, j: int) -> bool:
    """True where item `j` may stand between the prepositional phrases of one verb."""
    kind, after = work.kind(j), work.kind(j + 1)
    if kind == "np":
        return _is_time(work, j) or not _begins_clause(work, j)
    if kind == "prep":
        return after in ("adverb", "quote")
    return kind in ("adverb", "quote", "bracket") or (kind == "comma" and after == "prep")


def claimed_subjects(found: Sequence[Link]) -> frozenset[int]:
    """The first tokens of the subjects of finite complement clauses."""
    return frozenset(link.subject.first for link in found if link.subject and link.marker == "that")


def to_predicate(
    work: Clausework, number: int, link: Link, found: tuple[Argument, ...], governor: int | None
) -> Predicate:
    """The verb group as a predicate with its arguments; `governor` is the number of the governing predicate."""
    group = work.groups[number]
    return Predicate(
        head=group.head,
        first=group.first,
        last=group.last,
        lemma=_with_particle(work, number, found),
        form=group.form,
        pos=group.pos,
        tense=group.tense,
        perfect=group.perfect,
        progressive=group.progressive,
        passive=group.passive,
        negated=group.negated or link.negated or any(_is_no(work, a) for a in found if a.role in ("ARG0", "ARG1")),
        modal=group.modal or link.modal,
        arguments=found,
        governor=governor,
        relation=link.relation,
        marker=link.marker,
    )


def _with_particle(work: Clausework, number: int, found: Sequence[Argument]) -> str:
    """The lemma with a particle that stands behind the object ("pulled its troops out")."""
    group = work.groups[number]
    ends = [a.last for a in found if a.role == "ARG1" and a.first >= group.last]
    if ends and " " not in group.lemma and is_particle(work.tags, work.words, ends[0]) and _ends(work, ends[0] + 1):
        return f"{group.lemma} {work.words[ends[0]]}"
    return group.lemma


def _ends(work: Clausework, i: int) -> bool:
    """True where no noun phrase begins at token `i`."""
    return all(chunk.first != i for chunk in work.chunks)


def _is_no(work: Clausework, argument: Argument) -> bool:
    """True where "no", "none" or "nobody" makes the clause negative."""
    before = work.words[argument.first - 1] if argument.first else ""
    return before == "neither" or work.words[argument.first] in ("no", "none", "nobody", "nothing", "neither")
