"""Predicates: verb groups and event nouns with their arguments and governors, numbered in the order of their heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.schema.labels import Argument, Predicate
from onrecord.tagger.trees import arguments, groups, links, nouns, subjects
from onrecord.tagger.trees.links import Groups, Link
from onrecord.tagger.trees.nouns import Hold, NounHit
from onrecord.tagger.trees.parse import Parse

_NO = frozenset(["no", "none", "nobody", "nothing", "neither"])
_CLAUSAL = frozenset(["xcomp", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl"])


def predicates(parse: Parse) -> tuple[Predicate, ...]:
    """All predicates of a sentence."""
    verbs = groups.groups(parse)
    linked = links.links(parse, verbs)
    given = subjects.subjects(parse, verbs, linked)
    found = {i: arguments.arguments(parse, verbs, i, given[i]) for i in verbs}
    hits = {hit.head: hit for hit in nouns.hits(parse) if hit.head not in verbs}
    held = nouns.holds(parse, found)
    number = {head: n for n, head in enumerate(sorted([*verbs, *hits]))}
    return tuple(
        _noun(parse, hits[head], nouns.governor_of(parse, verbs, hits[head], held, hits), number)
        if head in hits
        else _verb(parse, verbs, head, linked[head], found[head], number)
        for head in number
    )


def _noun(parse: Parse, hit: NounHit, hold: Hold | None, number: Mapping[int, int]) -> Predicate:
    governor = number.get(hold.governor) if hold is not None and hold.governor != hit.head else None
    return Predicate(
        head=hit.head,
        first=hit.first,
        last=hit.head + 1,
        lemma=hit.lemma,
        form="noun",
        pos="n",
        negated=nouns.is_negated(parse, hit),
        arguments=nouns.arguments_of(parse, hit),
        governor=governor,
        relation="complement" if governor is not None else None,
        marker=hold.marker if hold is not None else None,
    )


def _verb(
    parse: Parse, verbs: Groups, i: int, link: Link, found: Sequence[Argument], number: Mapping[int, int]
) -> Predicate:
    group = verbs[i]
    return Predicate(
        head=i,
        first=group.first,
        last=group.last,
        lemma=group.lemma,
        form=group.form,
        pos=group.pos,
        tense=group.tense,
        perfect=group.perfect,
        progressive=group.progressive,
        passive=group.passive,
        negated=group.negated or any(_is_no(parse, i, a) for a in found if a.role in ("ARG0", "ARG1")),
        modal=group.modal,
        arguments=tuple(found),
        governor=number.get(link.governor) if link.governor is not None and link.governor != i else None,
        relation=link.relation,
        marker=link.marker,
    )


def _is_no(parse: Parse, i: int, argument: Argument) -> bool:
    """True where "no", "none" or "nobody" makes the clause negative; not where another clause gives the argument."""
    if parse.tree.relations[i] in _CLAUSAL and not parse.tree.lows[i] <= argument.first <= parse.tree.highs[i]:
        return False
    before = parse.words[argument.first - 1] if argument.first else ""
    return before == "neither" or parse.words[argument.first] in _NO
