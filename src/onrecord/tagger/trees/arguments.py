"""Arguments: subject, objects and prepositional phrases of each verb group, in their logical roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.schema.labels import Argument
from onrecord.tagger.trees import participants, subjects
from onrecord.tagger.trees.links import Groups
from onrecord.tagger.trees.parse import Parse
from onrecord.tagger.trees.participants import renamed

_DITRANSITIVE = frozenset(
    "give send offer tell ask grant show award pay hand lend sell deny promise teach bring buy owe allow assign".split()
)
_OBJECT = frozenset(["obj"])
_WITHIN = frozenset(["obj", "iobj", "obl"])
_SECOND = frozenset(["iobj"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_PREDICATIVE = frozenset(["xcomp"])
_OBLIQUE = frozenset(["obl", "obl:agent", "nmod"])
_NMOD = frozenset(["nmod"])
_CLAUSES = frozenset(["xcomp", "ccomp"])
_FILLED = frozenset(["obj", "ccomp", "xcomp"])
_STRANDED = frozenset(["obl", "case", "advmod", "nmod", "compound:prt"])
_LOCATIVE = frozenset("in at near outside inside around off across along".split())
_DEPTH = 4


def arguments(parse: Parse, groups: Groups, i: int, subject: Argument | None) -> tuple[Argument, ...]:
    """The arguments of the verb group at token `i`; the surface subject of a passive is what it is done to."""
    objects = [*_objects(parse, groups, i), *_gap(parse, groups, i)]
    obliques = _obliques(parse, i)
    group = groups[i]
    if not group.passive:
        given = [subject] if subject is not None else []
        return (*given, *objects, *obliques, *_beneath(parse, i, obliques))
    agents = [a for a in obliques if a.marker == "by"][:1]
    role = "ARG2" if objects and group.lemma in _DITRANSITIVE else "ARG1"
    found = [
        *(renamed(a, "ARG0", "by") for a in agents),
        renamed(subject, role),  # type: ignore[arg-type]
        *(renamed(a, "ARG1") for a in objects[:1]),
        *(a for a in obliques if a.marker != "by"),
    ]
    return tuple(a for a in found if a is not None)


def _objects(parse: Parse, groups: Groups, i: int) -> Iterator[Argument]:
    """The objects; a lone second object ("told reporters that") counts as the first."""
    first = [a for k in parse.tree.all(i, _OBJECT) if (a := participants.participant(parse, k, "ARG1"))]
    second = [a for k in parse.tree.all(i, _SECOND) if (a := participants.participant(parse, k, "ARG1"))]
    if first:
        yield from (renamed(a, "ARG2") or a for a in second[:1])
        yield first[0]
    elif second:
        yield second[0]
    elif subjects.is_existential(parse, i):
        yield from (a for k in parse.tree.all(i, _SUBJECT) if (a := participants.participant(parse, k, "ARG1")))
    else:
        yield from _shared(parse, groups, i) or _predicative(parse, groups, i)


def _predicative(parse: Parse, groups: Groups, i: int) -> list[Argument]:
    """What somebody becomes ("became president")."""
    found = [k for k in parse.tree.all(i, _PREDICATIVE) if k not in groups and participants.case(parse, k) is None]
    return [a for k in found[:1] if (a := participants.participant(parse, k, "ARG1"))]


def _shared(parse: Parse, groups: Groups, i: int) -> list[Argument]:
    """The object that the second of two listed verbs leaves to the first: "arrested and jailed three men"."""
    first = parse.tree.heads[i]
    if parse.tree.relations[i] != "conj" or first not in groups or not _adjoin(parse, groups, first, i):
        return []
    other = next((k for k in parse.tree.all(first, _OBJECT) if k > i), None)
    found = participants.participant(parse, other, "ARG1") if other is not None else None
    return [found] if found is not None else []


def _adjoin(parse: Parse, groups: Groups, first: int, second: int) -> bool:
    """True for two verbs with nothing but "and" and adverbs between."""
    between = range(groups[first].last, groups[second].first)
    return first < second and all(parse.tags[k] in ("CC", "RB") for k in between)


def _gap(parse: Parse, groups: Groups, i: int) -> Iterator[Argument]:
    """The antecedent of a relative clause that names it by no pronoun: "the boat they seized", "the boat they wanted to
    seize", "the boat they fired on"."""
    clause = _relative_above(parse, groups, i)
    if clause is None or _is_filled(parse, groups, i, clause):
        return
    noun, at = parse.tree.heads[clause], parse.tree.lows[clause]
    stranded = [
        k for k in parse.tree.all(i, _STRANDED) if k > i and parse.tags[k] in ("IN", "TO") and _is_bare(parse, k)
    ]
    word = parse.words[stranded[0]] if stranded else None
    found = participants.listed(parse, noun, "OBL" if word else "ARG1", word, before=at) if noun < at else None
    if found is not None and not participants.is_time(parse, found):
        yield found


def _is_bare(parse: Parse, k: int) -> bool:
    return not parse.tree.dependents[k]


def _relative_above(parse: Parse, groups: Groups, i: int) -> int | None:
    """The relative clause without a pronoun whose last complement the verb at token `i` is."""
    at = i
    for _ in range(_DEPTH):
        relation = parse.tree.relations[at]
        if relation == "acl:relcl":
            own = parse.tree.first(at, _SUBJECT)
            return at if own is not None and not _has_pronoun(parse, at) else None
        if relation not in _CLAUSES or parse.tree.heads[at] not in groups:
            return None
        at = parse.tree.heads[at]
    return None


def _has_pronoun(parse: Parse, clause: int) -> bool:
    """True where a wh-word, or "that" as a pronoun, opens the clause."""
    opening = parse.tree.first(clause, _SUBJECT)
    for k in range(parse.tree.lows[clause], min(clause, opening if opening is not None else clause) + 1):
        if parse.tags[k] in ("WDT", "WP", "WP$", "WRB"):
            return True
        if parse.words[k] == "that" and parse.tree.relations[k] not in ("mark", "det"):
            return True
    return False


def _is_filled(parse: Parse, groups: Groups, i: int, clause: int) -> bool:
    """True where the verb has its object, or a complement that has the gap."""
    group = groups[i]
    if group.passive or group.lemma == "be" or group.pos == "adj":
        return True
    return any(
        parse.tree.relations[k] in _FILLED and (k in groups or parse.tree.relations[k] == "obj")
        for k in parse.tree.dependents[i]
    )


def _obliques(parse: Parse, i: int) -> list[Argument]:
    """The prepositional phrases of a verb, in order."""
    found = [a for k in parse.tree.all(i, _OBLIQUE) for a in phrases_at(parse, k)]
    return [*found, *_where(parse, i)]


def _where(parse: Parse, i: int) -> list[Argument]:
    """The antecedent of a clause with "where"."""
    noun = parse.tree.heads[i]
    if parse.tree.relations[i] != "acl:relcl" or noun > i:
        return []
    if not any(parse.words[k] == "where" and parse.tree.relations[k] == "advmod" for k in parse.tree.dependents[i]):
        return []
    found = participants.listed(parse, noun, "OBL", "in", before=parse.tree.lows[i])
    return [found] if found is not None else []


def phrases_at(parse: Parse, k: int) -> Iterator[Argument]:
    """The prepositional phrase of the noun at token `k`, and those listed with it under other prepositions."""
    marker = participants.case(parse, k)
    if marker is None:
        return
    found = participants.participant(parse, k, "OBL", marker)
    if found is not None:
        yield found
    for other in participants.apart(parse, k):
        if (word := participants.case(parse, other)) != marker:
            second = participants.participant(parse, other, "OBL", word)
            yield from (second,) if second is not None else ()


def _beneath(parse: Parse, i: int, own: Sequence[Argument]) -> list[Argument]:
    """Phrases that hang on an object or another phrase and may concern the verb too: "signed an accord [with Peru]"."""
    known = {a.marker for a in own if not participants.is_time(parse, a)}
    found: list[Argument] = []
    for k in parse.tree.all(i, _WITHIN):
        of = parse.tree.relations[k] != "obl"
        nouns = [k]
        for noun in nouns:
            below = [n for n in parse.tree.all(noun, _NMOD) if n > noun]
            nouns += below
            found += [a for n in below for a in phrases_at(parse, n) if (of and noun == k) or a.marker != "of"]
    return [a for a in found if a.marker not in known]


def nested(parse: Parse, k: int) -> Iterator[Argument]:
    """The places told of a noun within another phrase: "an attack on a base [in Mali]"."""
    for n in parse.tree.all(k, _NMOD):
        yield from (a for a in phrases_at(parse, n) if a.marker in _LOCATIVE)
