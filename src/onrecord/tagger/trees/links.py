"""Links: on which predicate or noun each verb group hangs, as what, and by which word."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from onrecord.knowledge import governors
from onrecord.schema.labels import Relation
from onrecord.tagger.trees import participants
from onrecord.tagger.trees.group import VerbGroup
from onrecord.tagger.trees.groups import is_tensed
from onrecord.tagger.trees.parse import Parse
from onrecord.tagger.words import eventive, saying

Groups = Mapping[int, VerbGroup]

# A gerund after one of these tells when or how, unless the verb is known to take it.
ADVERBIAL_PREPOSITIONS = frozenset(
    "after before by while without since despite in upon when until besides through instead as than".split()
)
_MARK = frozenset(["mark", "case"])
_FIXED = frozenset(["fixed"])
_WH = frozenset(["WRB", "WP", "WDT", "WP$"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass", "expl", "csubj"])
_SAID = frozenset(["ccomp", "obj"])
_NOMINAL = frozenset("obl nmod obj iobj nsubj nsubj:pass obl:unmarked nmod:unmarked obl:agent".split())
_UP = 8


class Link(msgspec.Struct, frozen=True):
    """How a verb group hangs in its sentence; `governor` is the head token of a verb group or of a noun."""

    governor: int | None = None
    relation: Relation | None = None
    marker: str | None = None


def links(parse: Parse, groups: Groups) -> Mapping[int, Link]:
    """The link of each verb group, by its head."""
    found: dict[int, Link] = {}
    for i in parse.tree.order:
        if i in groups:
            found[i] = _link(parse, groups, found, i)
    for said in groups:
        if parse.tree.relations[said] in ("parataxis", "advcl") and _reports(parse, said):
            _report(parse, groups, found, said)
    return found


def _link(parse: Parse, groups: Groups, found: Mapping[int, Link], i: int) -> Link:
    relation, head = parse.tree.relations[i], parse.tree.heads[i]
    if head == i:
        return Link()
    if relation == "conj":
        return _listed(parse, groups, found, i)
    if relation in ("ccomp", "xcomp") or (relation == "csubj" and i > head):
        return _complement(parse, groups, i)
    if relation == "advcl":
        return _adverbial(parse, groups, i)
    if relation in ("acl:relcl", "advcl:relcl"):
        return Link(above(parse, groups, head), "relative", _relative_word(parse, i))
    if relation in ("acl", "amod"):
        return _of_noun(parse, groups, i)
    if relation in _NOMINAL and groups[i].form in ("gerund", "participle"):
        return _gerund(parse, groups, i)
    return Link()


def _listed(parse: Parse, groups: Groups, found: Mapping[int, Link], i: int) -> Link:
    """The second of two coordinated predicates hangs where the first does."""
    first = parse.tree.heads[i]
    if first not in groups:
        return _gerund(parse, groups, i) if groups[i].form == "gerund" else Link()
    link, own = found[first], marker_of(parse, i)
    if is_tensed(groups[i]) and groups[first].form not in ("finite",) and own is None:
        return Link(None, "coordinate")
    return Link(link.governor if link.relation else None, link.relation or "coordinate", own or link.marker)


def above(parse: Parse, groups: Groups, i: int) -> int | None:
    """The nearest verb group at or above a token."""
    for _ in range(_UP):
        if i in groups:
            return i
        if parse.tree.heads[i] == i:
            return None
        i = parse.tree.heads[i]
    return None


def _complement(parse: Parse, groups: Groups, i: int) -> Link:
    """A clause that completes a verb, an adjective or (some trees have it so) a noun."""
    head, group = parse.tree.heads[i], groups[i]
    governor = head if head in groups else noun_at(parse, head)
    if governor is None:
        return Link(above(parse, groups, head), "complement", _default(parse, groups, i))
    if group.form in ("participle", "finite") and group.tense is None and parse.tree.relations[i] == "xcomp":
        marker = marker_of(parse, i) or ("bare" if group.bare else "to" if group.pos == "adj" else "participle")
        return Link(governor, "complement", marker)
    return Link(governor, "complement", _default(parse, groups, i))


def _default(parse: Parse, groups: Groups, i: int) -> str:
    """The word by which a complement hangs, or the name of its form."""
    own = marker_of(parse, i)
    if own is not None:
        return own
    return {"infinitive": "to", "gerund": "gerund", "participle": "participle"}.get(groups[i].form, "that")


def marker_of(parse: Parse, i: int) -> str | None:
    """The word that opens the clause of a verb: a conjunction, a preposition or a wh-word; None for "to" alone."""
    found = parse.tree
    marks = [k for k in found.all(i, _MARK) if parse.tags[k] != "TO" and k < i]
    if marks:
        words = [marks[0], *found.all(marks[0], _FIXED), *(k for k in marks[1:] if k == marks[0] + 1)]
        if any(parse.tags[k] == "TO" for k in words):
            return None
        text = " ".join(parse.words[k] for k in words).removesuffix(" of")
        last = text.split(" ")[-1]
        return last if last in ("if", "whether") and text != "as if" else text
    opening = next((k for k in found.dependents[i] if k < i and parse.tags[k] in _WH), found.lows[i])
    return parse.words[opening] if opening < i and parse.tags[opening] in _WH else None


def _adverbial(parse: Parse, groups: Groups, i: int) -> Link:
    """An adverbial clause; a gerund after a preposition may complete its verb ("accused X of ramming")."""
    head, group = parse.tree.heads[i], groups[i]
    governor = above(parse, groups, head)
    word = marker_of(parse, i)
    if group.form == "gerund" and word is not None:
        return _gerund(parse, groups, i)
    if group.form == "infinitive" and word is None:
        return _infinitive(parse, groups, i, governor)
    if word is None and group.form == "finite":
        return Link(governor, "adverbial", "if" if _is_inverted(parse, i) else None)
    return Link(governor, "adverbial", word or _after_comma(parse, i))


def _infinitive(parse: Parse, groups: Groups, i: int, governor: int | None) -> Link:
    """ "Called on X to go" is a complement, "sent troops to fight" a purpose."""
    if governor is not None:
        table = governors.load()
        group = groups[governor]
        known = table.complements(group.lemma, group.pos)
        ordered = parse.tree.first(i, _MARK) is not None and "order" in parse.words[max(0, i - 3) : i]
        if not ordered and any(name == "to" or name.endswith("obj-to") for name in known):
            return Link(governor, "complement", "to")
    return Link(governor, "adverbial", "to")


def _is_inverted(parse: Parse, i: int) -> bool:
    """ "Had he known": an auxiliary before the subject opens a condition."""
    low = parse.tree.lows[i]
    return parse.words[low] in ("had", "were", "should") and parse.tree.heads[low] == i


def _after_comma(parse: Parse, i: int) -> str:
    low = parse.tree.lows[i]
    return "," if parse.tags[low] == "," or (low and parse.tags[low - 1] == ",") else "participle"


def _gerund(parse: Parse, groups: Groups, i: int) -> Link:
    """A gerund after a preposition, or one that is a subject or an object."""
    governor = above(parse, groups, parse.tree.heads[i])
    word = marker_of(parse, i)
    if governor is None:
        return Link(None, "adverbial", word or "participle")
    if word is None:
        relation = parse.tree.relations[i]
        return Link(governor, "complement", "gerund") if relation in ("obj", "xcomp") else Link()
    group = groups[governor]
    known = governors.load().find(group.lemma, group.pos, f"{word}-gerund") is not None
    if known or word not in ADVERBIAL_PREPOSITIONS:
        return Link(governor, "complement", word)
    return Link(governor, "adverbial", word)


def _of_noun(parse: Parse, groups: Groups, i: int) -> Link:
    """A clause on a noun: what a claim or a plan is about, or an attribute."""
    head, group = parse.tree.heads[i], groups[i]
    noun, word = noun_at(parse, head), marker_of(parse, i)
    lemma = parse.lemmas[parse.phrases[head].head] if head in parse.phrases else parse.lemmas[head]
    upper = above(parse, groups, head)
    if group.form == "infinitive":
        if noun is not None and governors.load().find(lemma, "n", "to") is not None:
            return Link(noun, "complement", word or "to")
        if upper is not None and _is_called_on(parse, groups, upper, head):
            return Link(upper, "complement", "to")
        own = upper is not None and parse.tree.relations[head] in ("obj", "obl", "nsubj:pass")
        return Link(upper, "adverbial", "to") if own else Link(None, "modifier", "to")
    if group.form == "finite":
        return Link(noun, "complement", word or "that")
    if word is not None and noun is not None and governors.load().find(lemma, "n", f"{word}-gerund") is not None:
        return Link(noun, "complement", word)
    if word is not None and group.form == "gerund" and upper is not None:
        return Link(upper, "complement", word)
    return Link(upper, "modifier", word or "participle")


def _is_called_on(parse: Parse, groups: Groups, verb: int, noun: int) -> bool:
    """True for the noun of "urged them to go" and "called on them to go", on which some trees hang the infinitive."""
    if parse.tree.heads[noun] != verb or groups[verb].passive:
        return False
    known = governors.load().complements(groups[verb].lemma, groups[verb].pos)
    if parse.tree.relations[noun] in ("obj", "iobj"):
        return "obj-to" in known
    return f"{participants.case(parse, noun)}-obj-to" in known


def noun_at(parse: Parse, i: int) -> int | None:
    """The head of the noun predicate at a token of the tree, None where the noun there is none."""
    if i not in parse.phrases:
        return None
    head = parse.phrases[i].head
    if parse.tags[head] not in ("NN", "NNS"):
        return None
    known = parse.lemmas[head] in eventive() or f"{parse.words[head - 1]} {parse.lemmas[head]}" in eventive()
    return head if known else None


def _relative_word(parse: Parse, i: int) -> str:
    low, tags = parse.tree.lows[i], parse.tags
    opening = next((k for k in range(low, i) if tags[k] in _WH or parse.words[k] == "that"), None)
    return parse.words[opening] if opening is not None else "that"


def _reports(parse: Parse, said: int) -> bool:
    """True for a verb of saying beside what is said, such as "officials said" between two commas."""
    known = parse.lemmas[said] in saying() or parse.lemmas[said] == "say"
    return (
        known
        and marker_of(parse, said) is None
        and parse.tree.first(said, _SAID) is None
        and parse.tree.first(said, _SUBJECT) is not None
    )


def _report(parse: Parse, groups: Groups, found: dict[int, Link], said: int) -> None:
    """Make what is said the complement of its verb of saying; what is listed with it too."""
    main = parse.tree.heads[said]
    if main not in groups or found[main].relation is not None:
        return
    found[main] = Link(said, "complement", "that")
    for k in parse.tree.dependents[main]:
        if k in groups and parse.tree.relations[k] == "conj" and found[k].relation == "coordinate":
            found[k] = Link(said, "complement", "that")
