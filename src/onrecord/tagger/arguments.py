"""Arguments: the objects and prepositional phrases of a verb group, and the group as a predicate."""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec

from onrecord.schema.labels import Argument, Predicate
from onrecord.tagger.links import Link
from onrecord.tagger.subjects import Clausework, is_time, phrase
from onrecord.tagger.verbs import VerbGroup, is_particle

_DITRANSITIVE = frozenset(
    "give send offer tell ask grant show award pay hand lend sell deny promise teach bring buy owe allow assign".split()
)


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
    return work.kind(i) == "np" and not is_time(work, i) and not work.is_finite(i + 1)


def _coordinated_right(work: Clausework, j: int) -> int:
    """The last item of the list of noun phrases that begins at item `j`; one before a finite verb opens a clause."""
    last = j
    while True:
        step = 2 if work.kind(last + 1) in ("and", "comma") else 0
        if work.kind(last + 1) == "comma" and work.kind(last + 2) == "and":
            step = 3
        after = last + step
        if not step or work.kind(after) != "np" or _begins_clause(work, after) or is_time(work, after):
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
        return is_time(work, j) or not _begins_clause(work, j)
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
