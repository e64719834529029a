"""Infinitives: what is planned, asked or plotted, whose place in the sentence the labels give wrongly or not at all."""

from __future__ import annotations

import msgspec

from onrecord.knowledge import governors
from onrecord.schema.labels import Argument, Predicate, Role, SentenceLabels
from onrecord.schema.token import Sentence

_PLOTS = frozenset("attempt bid campaign conspiracy effort plan plot proposal scheme threat".split())


def of_plot(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """An infinitive right after a plot as what is plotted, where the labels have it for a purpose: "foiled a plot to
    [kill] the king"."""
    if predicate.form != "infinitive" or predicate.relation != "adverbial":
        return predicate
    at = predicate.first - (1 if sentence.tokens[predicate.first].text.lower() == "to" else 2)
    found = [i for i, one in enumerate(labels.predicates) if one.head == at and one.pos == "n"]
    if not found or labels.predicates[found[0]].lemma not in _PLOTS:
        return predicate
    rest = tuple(a for a in predicate.arguments if a.role != "ARG0")
    return msgspec.structs.replace(predicate, governor=found[0], relation="complement", marker="to", arguments=rest)


def yet_to(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """What "has yet to" happen has not happened, where the labels have an infinitive."""
    words = [token.text.lower() for token in sentence.tokens[max(0, predicate.first - 2) : predicate.head]]
    parted = predicate.form == "infinitive" and predicate.governor is not None and words[:2] in (["yet", "to"], ["to"])
    before = sentence.tokens[predicate.first - 1].text.lower() if predicate.first else ""
    if not parted or "yet" not in (words[0], before) or labels.predicates[predicate.governor or 0].lemma != "have":
        return predicate
    return msgspec.structs.replace(
        predicate, form="finite", tense="present", perfect=True, negated=True, governor=None, relation=None, marker=None
    )


def parted_infinitive(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """An infinitive that the labels have for a finite verb: "due to [deliver]"."""
    bare = predicate.form == "finite" and predicate.tense is None and predicate.modal is None
    if not bare or predicate.relation != "complement" or labels.tags[predicate.head] != "VB" or not predicate.first:
        return predicate
    if sentence.tokens[predicate.first - 1].text.lower() != "to":
        return predicate
    return msgspec.structs.replace(predicate, form="infinitive", marker="to")


def called_on(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """An infinitive that the labels have for a purpose, after a phrase of one whom its governor asks: "called on [the
    senators] to back him", "called for [the premier] to be tried"."""
    if predicate.form != "infinitive" or predicate.relation != "adverbial" or predicate.governor is None:
        return predicate
    above = labels.predicates[predicate.governor]
    for given in above.arguments:
        near = given.role == "OBL" and 0 <= predicate.first - given.last <= 1
        verb = above.lemma.removesuffix(f" {given.marker}")
        rules = (governors.load().find(word, above.pos, f"{given.marker}-obj-to") for word in (verb, above.lemma))
        if near and any(rules):
            role: Role = "ARG1" if predicate.passive else "ARG0"
            rest = tuple(a for a in predicate.arguments if a.role != role)
            subject = Argument(role, given.first, given.last, given.heads)
            return msgspec.structs.replace(predicate, relation="complement", marker="to", arguments=(subject, *rest))
    return predicate


def with_subject(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """An infinitive with the subject that stands before it in a phrase with "for" or "by": "calls for [the mayor] to
    resign", "a plot by [two men] to kill the king"."""
    if predicate.form != "infinitive" or predicate.relation != "complement" or predicate.governor is None:
        return predicate
    role: Role = "ARG1" if predicate.passive else "ARG0"
    above = labels.predicates[predicate.governor]
    if any(a.role == role for a in predicate.arguments):
        return predicate
    start = predicate.first - 1 if sentence.tokens[predicate.head - 1].text.lower() == "to" else predicate.first
    for given in above.arguments:
        if given.role == "OBL" and given.marker in ("for", "by") and given.last in (start, predicate.first):
            subject = Argument(role, given.first, given.last, given.heads)
            return msgspec.structs.replace(predicate, arguments=(subject, *predicate.arguments))
    return predicate


def of_noun(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """An infinitive that the labels hang on a verb, right after its object, as the complement of the noun or of the
    verb, as the table has it: "foiled a plot to [kill] him", "picked a judge to [lead] it"."""
    if predicate.form != "infinitive" or predicate.governor is None:
        return predicate
    if predicate.relation not in ("adverbial", "complement"):
        return predicate
    above = labels.predicates[predicate.governor]
    given = next((a for a in above.arguments if a.role == "ARG1" and a.last in _before(sentence, predicate)), None)
    if above.pos != "v" or above.passive or given is None or given.first < above.last:
        return predicate
    table = governors.load()
    noun = next((n for n, p in enumerate(labels.predicates) if p.pos == "n" and p.head == given.heads[-1]), None)
    lemma = labels.predicates[noun].lemma if noun is not None else ""
    tag = labels.tags[given.heads[-1]]
    if lemma in _INTENDED and tag[:2] == "NN" and (lemma, tag) not in _BODIES:
        return _plotted(predicate, noun, given)
    if predicate.relation == "complement":
        return predicate
    if table.find(above.lemma, "v", "obj-to") is None or table.find(above.lemma, "v", "to") is not None:
        return predicate
    return _with(predicate, Argument("ARG1" if predicate.passive else "ARG0", given.first, given.last, given.heads))


def _plotted(predicate: Predicate, noun: int | None, given: Argument) -> Predicate:
    """An infinitive as the complement of a noun, which does not do it."""
    rest = tuple(a for a in predicate.arguments if not (a.role == "ARG0" and a.heads == given.heads))
    return msgspec.structs.replace(predicate, governor=noun, relation="complement", marker="to", arguments=rest)


def _before(sentence: Sentence, predicate: Predicate) -> tuple[int, ...]:
    """Where what stands before an infinitive ends: the labels have its "to" in it or not."""
    parted = sentence.tokens[predicate.first - 1].text.lower() == "to"
    return (predicate.first - 1,) if parted else (predicate.first,)


def _with(predicate: Predicate, subject: Argument) -> Predicate:
    """The infinitive as a complement with that subject."""
    rest = tuple(a for a in predicate.arguments if a.role != subject.role)
    return msgspec.structs.replace(predicate, relation="complement", marker="to", arguments=(subject, *rest))


def _intended(labels: SentenceLabels, predicate: Predicate) -> Predicate | None:
    """The noun whose infinitive a predicate is, where that noun is the object of a verb: "foiled a [plot] to bomb"."""
    if predicate.form != "infinitive" or predicate.relation != "complement" or predicate.governor is None:
        return None
    noun = labels.predicates[predicate.governor]
    return noun if noun.pos == "n" and noun.marker == "obj" and noun.governor is not None else None


def foiled(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A deed planned by others than whoever foils it: "thwarted an attempt to [bomb] the mall"."""
    noun = _intended(labels, predicate)
    if noun is None:
        return predicate
    above = labels.predicates[noun.governor or 0]
    theirs = {a.heads for a in above.arguments if a.role == "ARG0"}
    if above.lemma not in _FOILING or not theirs:
        return predicate
    return msgspec.structs.replace(
        predicate, arguments=tuple(a for a in predicate.arguments if not (a.role == "ARG0" and a.heads in theirs))
    )


# In the plural these act: "urged the [authorities] to free him".
_BODIES = frozenset([("authority", "NNS"), ("power", "NNS")])
# What somebody intends, and what others do about it.
_INTENDED = frozenset(
    "attempt authority bid conspiracy drive effort exemption plan plot power push right scheme waiver".split()
)
_FOILING = frozenset(
    "avert block condemn criticise criticize defeat denounce disrupt expose fight foil frustrate halt oppose prevent "
    "protest rebuff reject repel resist reveal scupper spurn stall stop thwart uncover veto".split()
)


def first_to(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """What somebody is the first or the last to do, as told by the verb that says so: "was the first of nine to be
    [jailed]", "became the only premier to [visit] Togo"."""
    if predicate.form != "infinitive" or predicate.relation not in ("modifier", "adverbial") or predicate.pos != "v":
        return predicate
    for above in reversed(labels.predicates[:number]):
        if above.form == "infinitive" and above.relation == predicate.relation and above.governor == predicate.governor:
            continue
        told = next((a for a in above.arguments if a.role == "ARG1" and a.first > above.head), None)
        if above.lemma not in _BEING or above.form != "finite" or told is None or told.last > predicate.first:
            return predicate
        words = {token.text.lower() for token in sentence.tokens[told.first : told.last]}
        subject = next((a for a in above.arguments if a.role == "ARG0"), None)
        if words.isdisjoint(_ORDINALS) or subject is None:
            return predicate
        return _as_told(predicate, above, subject)
    return predicate


def _as_told(predicate: Predicate, above: Predicate, subject: Argument) -> Predicate:
    """An infinitive with the tense and the subject of the verb that tells of it."""
    role: Role = "ARG1" if predicate.passive else "ARG0"
    rest = tuple(a for a in predicate.arguments if a.role != role)
    return msgspec.structs.replace(
        predicate, form="finite", tense=above.tense, modal=above.modal, perfect=above.perfect, relation="relative",
        marker="who", arguments=(msgspec.structs.replace(subject, role=role), *rest),
    )  # fmt: skip


_BEING = frozenset(["be", "become"])
_ORDINALS = frozenset("first second third fourth fifth sixth last latest only youngest oldest".split())


def modal_before(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A verb that a quotation mark parts from its modal, where the labels have an infinitive: "would "[back] him"."""
    at = predicate.first - 1
    if predicate.form != "infinitive" or at < 1 or sentence.tokens[at].text not in _MARKS:
        return predicate
    if labels.tags[at - 1] != "MD":
        return predicate
    modal = sentence.tokens[at - 1].text.lower()
    return msgspec.structs.replace(
        predicate, form="finite", modal=modal, governor=None, relation="coordinate", marker=None
    )


_MARKS = frozenset(['"', "“", "``", "'", "‘"])


def used_to(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """What somebody uses or names another for, he does himself: "invoked Lenin to [criticise] the mayor"."""
    if predicate.form != "infinitive" or predicate.relation != "complement" or predicate.governor is None:
        return predicate
    above = labels.predicates[predicate.governor]
    given = {a.heads for a in above.arguments if a.role == "ARG1"}
    if above.lemma not in _USING or above.passive or predicate.passive:
        return predicate
    if not any(a.role == "ARG0" and a.heads in given for a in predicate.arguments):
        return predicate
    subject = tuple(a for a in above.arguments if a.role == "ARG0")
    rest = tuple(a for a in predicate.arguments if a.role != "ARG0")
    return msgspec.structs.replace(predicate, relation="adverbial", arguments=(*subject, *rest))


_USING = frozenset("cite exploit invoke quote use".split())


def called_for(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """What somebody is called for to do, where a day parts it from the call: "called on Friday for Togo to [stay]"."""
    if predicate.form != "infinitive" or predicate.relation != "adverbial" or predicate.governor is None:
        return predicate
    above = labels.predicates[predicate.governor]
    if predicate.marker != "for" or above.lemma not in _CALLING or any(a.role == "ARG1" for a in above.arguments):
        return predicate
    return msgspec.structs.replace(predicate, relation="complement", marker="to")


def invited(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """What somebody is invited to, by what he does about it: "accepted an invitation to [visit]" plans the visit."""
    noun = _intended(labels, predicate)
    if noun is None or noun.lemma != "invitation":
        return predicate
    above = labels.predicates[noun.governor or 0]
    if governors.load().find(above.lemma, "v", "to") is None or above.passive:
        return predicate
    return msgspec.structs.replace(predicate, governor=noun.governor)


_CALLING = frozenset(["appeal", "call", "plead", "press", "push"])
