"""Words: predicates by the words under which the tables know them.

The rules of inflection make "honoure" of "honoured", and a tree takes the "on" of "called on the rebels" for a
preposition. What the tables have is told by its form and by the word that follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.events.mending import is_day, mended
from onrecord.knowledge import governors, predicates
from onrecord.knowledge.forms import forms
from onrecord.schema.labels import Argument, Predicate, SentenceLabels
from onrecord.schema.token import Sentence

_PARTICLES = frozenset(["RP", "RB"])
_FOLLOWING = frozenset(["RP", "RB", "IN", "TO", "JJ"])


def known(sentence: Sentence, labels: SentenceLabels) -> SentenceLabels:
    """The labels with the lemma of each verb as the tables have it, with gerunds as complements of what they follow
    ("ruled out [sending] troops"), and as nouns where they are subjects."""
    whole = tuple(_with_particle(sentence, labels, predicate) for predicate in labels.predicates)
    labels = labels if whole == labels.predicates else msgspec.structs.replace(labels, predicates=whole)
    found = tuple(_known(sentence, labels, number) for number in range(len(labels.predicates)))
    return labels if found == labels.predicates else msgspec.structs.replace(labels, predicates=found)


def _with_particle(sentence: Sentence, labels: SentenceLabels, predicate: Predicate) -> Predicate:
    """A verb with the particle behind it, where the labels have the verb alone or the tree has it with what follows:
    "[rules out] going"."""
    at = predicate.last
    if predicate.pos != "v" or at >= len(labels.arcs) or at != predicate.head + 1 or " " in predicate.lemma:
        return predicate
    whole = f"{predicate.lemma} {sentence.tokens[at].text.lower()}"
    arc = labels.arcs[at]
    hangs = arc.relation == "compound:prt" and (arc.head == predicate.head or arc.head > at)
    known = whole in governors.load().rules["v"] or predicates.load().candidates(whole, "v")
    return msgspec.structs.replace(predicate, lemma=whole, last=at + 1) if hangs and known else predicate


def _known(sentence: Sentence, labels: SentenceLabels, number: int) -> Predicate:
    predicate = mended(sentence, labels, number)
    if predicate.pos != "v":
        return predicate
    if _is_noun(sentence, labels, number):
        noun = sentence.tokens[predicate.head].text.lower()
        return msgspec.structs.replace(
            predicate, pos="n", form="noun", lemma=noun, governor=number + 1, relation="complement", marker="subj"
        )
    lemma = _lemma(sentence.tokens[predicate.head].text, predicate.lemma)
    if lemma.split(" ")[0] == "lie" and any(a.role == "ARG1" for a in predicate.arguments):
        lemma = lemma.replace("lie", "lay", 1)
    if lemma != predicate.lemma:
        predicate = msgspec.structs.replace(predicate, lemma=lemma)
    if _is_errand(sentence, labels, predicate):
        return _as_errand(labels, predicate)
    if _is_complement(labels, predicate):
        predicate = msgspec.structs.replace(predicate, relation="complement", marker="gerund")
    return predicate


def _lemma(word: str, lemma: str) -> str:
    """The lemma of a verb; where no table has it, that of which the word is a form."""
    verb, *particle = lemma.split(" ")
    if verb in _verbs():
        return lemma
    return " ".join([_by_form().get(word.lower(), verb), *particle])


# Whoever calls or summons somebody "to complain" complains; "to testify" the other does.
CONTACTS = frozenset("call dial meet phone ring summon telephone visit write".split())
_SAYING = frozenset(
    "apologise apologize appeal ask assure brief convey demand discuss explain express inform negotiate offer plead "
    "press protest reiterate seek tell".split()
)
_SAID = frozenset(["ACCUSE", "SUPPORT"])


def _is_errand(sentence: Sentence, labels: SentenceLabels, predicate: Predicate) -> bool:
    """True for what somebody says to whom he calls: "phoned the envoy to [congratulate] him"."""
    if predicate.form != "infinitive" or predicate.relation != "complement" or predicate.governor is None:
        return False
    above = labels.predicates[predicate.governor]
    if above.pos != "v" or above.passive or above.lemma not in CONTACTS:
        return False
    asked = [a for a in above.arguments if a.marker in ("on", "for", "upon") and a.last <= predicate.first]
    if any(not is_day(sentence, argument) for argument in asked):
        return False
    if _subject(predicate) == _subject(above):
        return True
    types = {rule.type for rule in predicates.load().candidates(predicate.lemma, "v")}
    return predicate.lemma in _SAYING or (bool(types) and types <= _SAID)


def _subject(predicate: Predicate) -> tuple[int, ...]:
    return next((a.heads for a in predicate.arguments if a.role == ("ARG1" if predicate.passive else "ARG0")), ())


def _as_errand(labels: SentenceLabels, predicate: Predicate) -> Predicate:
    """The predicate as the purpose of the subject of its governor."""
    above = labels.predicates[predicate.governor or 0]
    subject = tuple(a for a in above.arguments if a.role == "ARG0")
    rest = tuple(a for a in predicate.arguments if a.role != "ARG0")
    return msgspec.structs.replace(predicate, relation="adverbial", marker="to", arguments=(*subject, *rest))


def _is_complement(labels: SentenceLabels, predicate: Predicate) -> bool:
    """True for a gerund right after a verb of which the table says what it does to a gerund."""
    if predicate.form != "gerund" or predicate.relation != "adverbial" or predicate.governor is None:
        return False
    above = labels.predicates[predicate.governor]
    follows = above.pos == "v" and predicate.first == above.last
    return follows and governors.load().find(above.lemma, "v", "gerund") is not None


def _is_noun(sentence: Sentence, labels: SentenceLabels, number: int) -> bool:
    """True for a gerund that names an event, the subject of the verb after it: "[Fighting] raged in the valley"."""
    predicate = labels.predicates[number]
    if (
        predicate.form != "gerund"
        or predicate.governor is not None
        or any(a.role != "OBL" for a in predicate.arguments)
    ):
        return False
    after = labels.predicates[number + 1 : number + 2]
    end = max([predicate.last, *(a.last for a in predicate.arguments)])
    told = after and after[0].pos == "v" and after[0].form == "finite" and after[0].first == end
    return bool(told and predicates.load().candidates(sentence.tokens[predicate.head].text.lower(), "n"))


@cache
def _verbs() -> frozenset[str]:
    """The verbs of the tables, without particles."""
    return frozenset(word.split(" ")[0] for word in (*predicates.load().verbs, *governors.load().rules["v"]))


@cache
def _by_form() -> dict[str, str]:
    """The verb of which a form is one; of two, the longer ("hoped" is of "hope", not of "hop")."""
    return {form: verb for verb in sorted(_verbs(), key=len) for form in forms(verb)}


class Particle(msgspec.Struct, frozen=True):
    """The word after a verb with which the lexicon knows it: the lemma of both, the token of the particle, and whether
    it can be nothing else ("sealed off"; the "in" of "voted in" can also open a phrase)."""

    lemma: str
    token: int
    sure: bool


def particles(sentence: Sentence, labels: SentenceLabels, predicate: Predicate) -> Iterator[Particle]:
    """The particle of a verb that the labels give without one, where the lexicon knows the two together: right after
    it, or after its object ("sent the refugees [back]")."""
    if predicate.pos != "v" or " " in predicate.lemma:
        return
    object_ends = [a.last for a in predicate.arguments if a.role == "ARG1" and a.first == predicate.last]
    for token in (predicate.head + 1, *object_ends):
        if token >= len(labels.tags) or is_day(sentence, Argument("OBL", token, token + 2, (token,))):
            continue
        lemma = f"{predicate.lemma} {sentence.tokens[token].text.lower()}"
        tags = _FOLLOWING if token == predicate.head + 1 else _PARTICLES
        if labels.tags[token] in tags and predicates.load().candidates(lemma, "v"):
            yield Particle(lemma, token, labels.tags[token] in _PARTICLES)
