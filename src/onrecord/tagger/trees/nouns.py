"""Noun predicates: nouns that name an event or decide the status of one, with possessors, phrases and governors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.knowledge import governors
from onrecord.schema.labels import Argument, Chunk
from onrecord.tagger.trees import arguments, participants, subjects
from onrecord.tagger.trees.links import Groups
from onrecord.tagger.trees.parse import Parse
from onrecord.tagger.words import TIME_NOUNS, eventive

_POSSESSOR = frozenset(["nmod:poss"])
_PHRASES = frozenset(["nmod", "obl", "obl:agent"])
_OF = frozenset(["nmod"])
# "A series of attacks" is attacks: what governs the measure governs what it holds.
_MEASURES = frozenset(
    "array barrage batch bit campaign couple cycle deluge dozen flurry form group hail handful hundred kind lot "
    "million number pair range round row series set slew sort spate spree string "
    "thousand type variety volley wave end start "
    "beginning day week month year".split()
)
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_UP = 6


class NounHit(msgspec.Struct, frozen=True):
    """A noun predicate: its place in the tree, its phrase, its head, the first token of its name, and its lemma."""

    node: int
    chunk: Chunk
    head: int
    first: int
    lemma: str


class Hold(msgspec.Struct, frozen=True, gc=False):
    """What governs a noun: the head of a verb group or of another noun, and by what word."""

    governor: int
    marker: str | None


def hits(parse: Parse) -> tuple[NounHit, ...]:
    """The noun phrases of a sentence whose head is an eventive noun."""
    known = eventive()
    found = []
    for node, chunk in parse.phrases.items():
        head, lemma = chunk.head, parse.lemmas[chunk.head]
        if parse.tags[head] in ("NN", "NNS"):
            compound = f"{parse.words[head - 1]} {lemma}" if head > chunk.first else ""
            if compound in known:
                found.append(NounHit(node, chunk, head, head - 1, compound))
            elif lemma in known:
                found.append(NounHit(node, chunk, head, head, lemma))
    return tuple(found)


def arguments_of(parse: Parse, hit: NounHit) -> tuple[Argument, ...]:
    """The possessor of a noun, its prepositional phrases, and the places within those."""
    found = []
    for owner in parse.tree.all(hit.node, _POSSESSOR)[:1]:
        if parse.lemmas[owner].lower() in TIME_NOUNS:
            continue  # "Thursday's talks"
        argument = participants.renamed(subjects.possessor(parse, owner), "ARG0", "poss")
        found += [argument] if argument is not None else []
    own = [k for k in parse.tree.all(hit.node, _PHRASES) if k > hit.node]
    found += [a for k in own for a in arguments.phrases_at(parse, k)]
    markers = {a.marker for a in found}
    found += [a for k in own for a in arguments.nested(parse, k) if a.marker not in markers]
    return tuple(found)


def holds(parse: Parse, verbs: Mapping[int, Sequence[Argument]]) -> Mapping[int, list[Hold]]:
    """For each noun that is an argument of a verb, by the token of its head, the verbs and how it hangs on them."""
    found: dict[int, list[Hold]] = {}
    for verb, given in verbs.items():
        for argument in given:
            marker = {"ARG0": "subj", "ARG1": "obj", "ARG2": "obj"}.get(argument.role, argument.marker)
            for head in argument.heads:
                found.setdefault(head, []).append(Hold(verb, marker))
    return found


def governor_of(
    parse: Parse, groups: Groups, hit: NounHit, held: Mapping[int, Sequence[Hold]], known: Mapping[int, NounHit]
) -> Hold | None:
    """What a noun hangs on: another noun predicate, or the verb whose argument it is; of several verbs the nearest
    above it in the tree, unless another decides on what becomes of it ("the visit that he cancelled")."""
    outer = _outer(parse, hit.node, known)
    if isinstance(outer, Hold):
        return outer
    head = parse.phrases[outer].head
    candidates = held.get(head, ())
    above = _verb_above(parse, groups, outer)
    if not candidates:
        return Hold(above, participants.case(parse, outer)) if above is not None and _is_open(parse, outer) else None
    own = next((hold for hold in candidates if hold.governor == above), candidates[0])
    if _decides(groups, own):
        return own
    return next((hold for hold in candidates if _decides(groups, hold)), own)


def _is_open(parse: Parse, node: int) -> bool:
    """True for a noun within another phrase that shares the status of its clause: no "the attack", no "his visit"."""
    if participants.case(parse, node) is None or parse.tree.relations[node] not in ("nmod", "obl"):
        return False
    first = parse.phrases[node].first
    return parse.tags[first] not in ("PRP$", "POS") and parse.words[first] not in _DEFINITE


def _outer(parse: Parse, node: int, known: Mapping[int, NounHit]) -> Hold | int:
    """The noun predicate within whose phrase a noun stands; else the noun itself, or the measure that counts it."""
    at = node
    for _ in range(_UP):
        head = parse.tree.heads[at]
        if parse.tree.relations[at] == "conj" and head in parse.phrases:
            at = head
            continue
        if parse.tree.relations[at] not in ("nmod", "obl") or head not in parse.phrases or head == at:
            break
        marker = participants.case(parse, at)
        if parse.phrases[head].head in known:
            return Hold(parse.phrases[head].head, marker)
        if marker != "of" or parse.lemmas[parse.phrases[head].head] not in _MEASURES:
            break
        at = head
    return at


def _verb_above(parse: Parse, groups: Groups, node: int) -> int | None:
    at = node
    for _ in range(_UP):
        at = parse.tree.heads[at]
        if at in groups:
            return at
    return None


def _decides(groups: Groups, hold: Hold) -> bool:
    """True where the tables say what a verb or an adjective does to a noun that hangs on it so."""
    if hold.governor not in groups:
        return False
    group = groups[hold.governor]
    complement = {"obj": "noun", "subj": "subject"}.get(hold.marker or "", f"{hold.marker}-noun")
    return governors.load().find(group.lemma, group.pos, complement) is not None


def is_negated(parse: Parse, hit: NounHit) -> bool:
    """True for "no attack", "neither attack"."""
    return parse.words[hit.chunk.first] in ("no", "neither")
