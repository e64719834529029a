"""Mending: predicates whose place in the sentence the labels give wrongly or not at all, where its words tell."""

from __future__ import annotations

import msgspec

from onrecord.events.infinitives import (
    called_for,
    called_on,
    first_to,
    foiled,
    invited,
    modal_before,
    of_noun,
    of_plot,
    parted_infinitive,
    used_to,
    with_subject,
    yet_to,
)
from onrecord.knowledge import cues, governors
from onrecord.schema.labels import Argument, Chunk, Predicate, Role, SentenceLabels
from onrecord.schema.token import Sentence

_CAUSING = frozenset(["have", "make", "let", "help", "see", "watch", "hear"])


def mended(sentence: Sentence, labels: SentenceLabels, number: int) -> Predicate:
    """The predicate with that number, as the words around it have it."""
    predicate = labels.predicates[number]
    if predicate.pos == "n":
        return _in_favour(sentence, labels, predicate)
    for mend in _MENDS:
        predicate = mend(sentence, labels, number, predicate)
    return predicate


_COMPOUND = {"favour": "for", "favor": "for", "support": "for", "defiance": "against"}


def _in_favour(sentence: Sentence, labels: SentenceLabels, predicate: Predicate) -> Predicate:
    """An event noun after "in favour of" as after "for": "voted in favour of [a strike]"."""
    first = next((c.first for c in labels.chunks if c.first <= predicate.head < c.last), predicate.first)
    before = [token.text.lower() for token in sentence.tokens[max(0, first - 3) : first]]
    if predicate.marker != "of" or len(before) < len(("in", "favour", "of")) or before[0] != "in":
        return predicate
    return msgspec.structs.replace(predicate, marker=_COMPOUND.get(before[1], "of"))


def _told_of(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """ "Be" with what is said of its subject, where the labels have it alone: "are [under way]"."""
    if predicate.lemma != "be" or predicate.last >= len(labels.tags):
        return predicate
    words = [token.text.lower() for token in sentence.tokens[predicate.last : predicate.last + 2]]
    for lemma in (" ".join(words), words[0]):
        if labels.tags[predicate.last] in ("JJ", "IN", "RB") and lemma in governors.load().rules["adj"]:
            last = predicate.last + len(lemma.split())
            return msgspec.structs.replace(predicate, lemma=lemma, pos="adj", last=last)
    return predicate


def _of_claim(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A clause that the labels hang on nothing, behind a noun for a claim and "that", as what is claimed: "no truth in
    the rumour that he [fled]"."""
    free = predicate.governor is None and predicate.relation == "complement"
    first = min([predicate.first, *(a.first for a in predicate.arguments if a.role == "ARG0")])
    found = next((n for n, one in enumerate(labels.predicates) if one.pos == "n" and one.head == first - 2), None)
    if found is None or predicate.marker != "that" or sentence.tokens[first - 1].text.lower() != "that":
        return predicate
    if free:
        return msgspec.structs.replace(predicate, governor=found)
    return _told_in(labels, first, found, predicate)


def _told_in(labels: SentenceLabels, first: int, claim: int, predicate: Predicate) -> Predicate:
    """A clause that the labels have for a relative one, as what the claim before it tells: "a report that he [fled]",
    not "a report that he [wrote]"."""
    own = any(a.role == "ARG0" and a.first == first for a in predicate.arguments)
    rule = governors.load().find(labels.predicates[claim].lemma, "n", "that")
    if predicate.relation != "relative" or predicate.pos != "v" or predicate.lemma in _DONE_WITH or not own or not rule:
        return predicate
    rest = tuple(a for a in predicate.arguments if first - 2 not in a.heads)
    return msgspec.structs.replace(predicate, governor=claim, relation="complement", arguments=rest)


# What somebody does with a report or a claim, else its clause tells what it says.
_DONE_WITH = frozenset(
    "air back broadcast buy carry cite commission compile deliver deny describe dismiss dispute draft file "
    "find get give hand have hear issue know leak make obtain post prepare present publish put quote read "
    "receive reject release repeat run say see send share show sign spread submit support tell use want "
    "welcome write".split()
)


def _open_question(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A clause after "whether" as the complement of the predicate before it: "not known whether it [fired]", "considers
    whether to [go]"."""
    if number == 0 or predicate.relation not in (None, "adverbial") or predicate.pos != "v":
        return predicate
    opening = min(
        [predicate.first, *(a.first for a in predicate.arguments if a.role == "ARG0" and a.last <= predicate.first)]
    )
    if predicate.form == "infinitive":
        opening = predicate.first
        before = {sentence.tokens[i].text.lower() for i in range(max(0, opening - 2), opening)}
    else:
        before = {sentence.tokens[opening - 1].text.lower()} if opening else set()
    hinges = "how" in before and labels.predicates[number - 1].lemma in _HINGING
    if not ("whether" in before or hinges) or labels.predicates[number - 1].last > opening:
        return predicate
    return msgspec.structs.replace(predicate, governor=number - 1, relation="complement", marker="whether")


_HINGING = frozenset(["depend", "hinge"])


def _caused(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A bare verb that somebody is made to do, as an infinitive of whoever does it: "had [the police] arrest him"."""
    if predicate.relation != "complement" or predicate.marker != "bare" or predicate.governor is None:
        return predicate
    above = labels.predicates[predicate.governor]
    made = [a for a in above.arguments if a.role == "ARG1" and above.head < a.first and a.last <= predicate.first]
    if above.lemma not in _CAUSING or not made:
        return predicate
    role: Role = "ARG1" if predicate.passive else "ARG0"
    rest = tuple(a for a in predicate.arguments if a.role != role)
    return msgspec.structs.replace(
        predicate, form="infinitive", arguments=(Argument(role, made[0].first, made[0].last, made[0].heads), *rest)
    )


def _shared_agent(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A passive joined by "and" to the one after it, by whose agent both are done: "were [ambushed] and killed by
    poachers"."""
    if (
        not predicate.passive
        or number + 1 >= len(labels.predicates)
        or any(a.role == "ARG0" for a in predicate.arguments)
    ):
        return predicate
    other = labels.predicates[number + 1]
    joined = other.passive and other.relation == "coordinate" and other.first == predicate.last + 1
    agent = next((a for a in other.arguments if a.role == "ARG0" and a.marker == "by"), None)
    if not joined or agent is None or sentence.tokens[predicate.last].text.lower() not in ("and", "or"):
        return predicate
    return msgspec.structs.replace(predicate, arguments=(agent, *predicate.arguments))


def _controlled(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A gerund whose subject is that of its governor, by the table: "stopped short of [blaming] the crew"."""
    if predicate.form != "gerund" or predicate.relation != "complement" or predicate.governor is None:
        return predicate
    above = labels.predicates[predicate.governor]
    rule = governors.load().find(above.lemma, above.pos, f"{predicate.marker}-gerund")
    if rule is None or rule.control != "subj" or above.passive or any(a.role == "ARG0" for a in predicate.arguments):
        return predicate
    subject = tuple(a for a in above.arguments if a.role == "ARG0")
    return msgspec.structs.replace(predicate, arguments=(*subject, *predicate.arguments))


_ORDERING = frozenset(["order", "want", "like", "need"])


def _ordered(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A participle of what is to be done with the object of an order: "ordered the men [jailed]"."""
    loose = predicate.relation in ("modifier", "complement") and predicate.marker == "participle"
    if not loose or predicate.governor is None or labels.tags[predicate.head] not in ("VBN", "VBD"):
        return predicate
    above = labels.predicates[predicate.governor]
    ends = [a.last for a in above.arguments if a.last <= predicate.first and a.first > above.head]
    if above.lemma not in _ORDERING or above.passive or predicate.first not in ends:
        return predicate
    if predicate.last < len(labels.tags) and labels.tags[predicate.last] in ("IN", "VB"):
        return predicate
    given = next((a for a in above.arguments if a.role == "ARG1"), None)
    own = (Argument("ARG1", given.first, given.last, given.heads),) if given is not None else ()
    rest = tuple(a for a in predicate.arguments if a.role not in ("ARG0", "ARG1"))
    return msgspec.structs.replace(
        predicate, form="infinitive", passive=True, relation="complement", marker="to", arguments=(*own, *rest)
    )


def _of_nearest(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A clause with "who" right after a person's name tells of that person, not of whom the name only goes with: "the
    parents of [Ana Vuki], who was killed"."""
    near = range(predicate.first - 1, max(-1, predicate.first - _NEAR), -1)
    who = next((i for i in near if _is_who(sentence, i)), -1)
    if predicate.relation != "relative" or who < 1:
        return predicate
    end = who - 1 if sentence.tokens[who - 1].text == "," else who
    name = _person_before(labels, end)
    given = next((a for a in predicate.arguments if a.role in ("ARG0", "ARG1") and a.last <= who), None)
    if name is None or given is None or given.first <= name.head < given.last or _told_by(labels, given, name):
        return predicate
    rest = tuple(a for a in predicate.arguments if a is not given)
    nearest = Argument(given.role, name.first, name.last, (name.head,))
    return msgspec.structs.replace(predicate, arguments=(nearest, *rest))


_NEAR = 5


def _is_who(sentence: Sentence, token: int) -> bool:
    return sentence.tokens[token].text.lower() == "who"


def _person_before(labels: SentenceLabels, end: int) -> Chunk | None:
    """The person's name that ends at a token."""
    name = next((n for n in labels.names if n.type == "PER" and n.last == end), None)
    if name is None or labels.tags[name.first][:3] != "NNP":
        return None
    return Chunk(name.first, name.last, name.last - 1)


def _told_by(labels: SentenceLabels, given: Argument, name: Chunk) -> bool:
    """True where the name is only that of the one whom the argument tells: "the boy, Ana Vuki, who was"."""
    return name.first > 0 and labels.tags[name.first - 1] in (",", ":") and given.last in (name.first, name.first - 1)


def _sentenced(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A participle after a comma right behind a person's name tells of that person, where the labels list it with the
    verb before: "spoke with the poet [Ana Vuki], sentenced to two years"."""
    if predicate.relation not in ("coordinate", "adverbial") or not _is_participle(labels, predicate):
        return predicate
    at = predicate.first - 1
    name = _person_before(labels, at) if at > 0 and sentence.tokens[at].text == "," else None
    role: Role = "ARG1" if predicate.passive else "ARG0"
    given = next((a for a in predicate.arguments if a.role == role), None)
    if name is None or given is None or given.first <= name.head < given.last:
        return predicate
    rest = tuple(a for a in predicate.arguments if a is not given)
    told = Argument("ARG1", name.first, name.last, (name.head,))
    return msgspec.structs.replace(
        predicate, form="participle", tense=None, passive=True, relation="modifier", marker="participle",
        arguments=(told, *rest),
    )  # fmt: skip


def _suspended(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A sentence is suspended, not whom it is passed on: "was jailed for two years, [suspended] for four"."""
    before = {p.lemma for p in labels.predicates[:number]}
    if predicate.lemma != "suspend" or predicate.form != "participle" or before.isdisjoint(_PENALTIES):
        return predicate
    return msgspec.structs.replace(predicate, arguments=tuple(a for a in predicate.arguments if a.role == "OBL"))


_PENALTIES = frozenset(["sentence", "jail", "imprison", "prison sentence", "jail term", "prison term"])


def _is_participle(labels: SentenceLabels, predicate: Predicate) -> bool:
    """True for a participle of the passive, also where its tag is that of the past of a verb that has an object."""
    if predicate.form == "participle":
        return predicate.passive
    bare = predicate.form == "finite" and predicate.tense == "past" and predicate.first == predicate.head
    objects = any(a.role == "ARG1" for a in predicate.arguments)
    return bare and not predicate.passive and not objects and predicate.lemma in _PASSIVE


_PASSIVE = frozenset("accuse acquit arrest charge convict detain indict jail kill sentence".split())


def _bare_passive(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """The verb of a caption that leaves "was" out, as a passive: "The tanker [seized] off Togo"."""
    alone = sum(one.form == "finite" for one in labels.predicates) == 1
    bare = predicate.form == "finite" and predicate.tense == "past" and predicate.first == predicate.head
    if not (alone and bare) or predicate.passive or predicate.perfect or predicate.lemma not in _SEIZING:
        return predicate
    after = sentence.tokens[predicate.last].text.lower() if predicate.last < len(labels.tags) else "."
    if any(a.role == "ARG1" for a in predicate.arguments) or after not in _SEIZED:
        return predicate
    arguments = tuple(msgspec.structs.replace(a, role="ARG1") if a.role == "ARG0" else a for a in predicate.arguments)
    return msgspec.structs.replace(predicate, passive=True, arguments=arguments)


_SEIZING = frozenset("abduct arrest deport detain evict jail kidnap seize".split())
_SEIZED = frozenset([".", *"after at by for from in near off outside over".split()])


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan. feb. aug. sept. oct. nov. dec. morning afternoon evening night "
    "weekend".split()
)


def is_day(sentence: Sentence, argument: Argument) -> bool:
    """True for "on Wednesday", which asks nobody for anything, and does nothing."""
    return any(token.text.lower() in _DAYS for token in sentence.tokens[argument.first : argument.last])


def _said_aside(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A participle behind whoever is quoted, as one of what he said: "overran the post, officials said, [killing]
    four". What speaks itself is his: "officials said, [adding] that"."""
    bare = predicate.form == "gerund" and predicate.relation == "adverbial" and predicate.marker in (None, ",")
    if not bare or predicate.governor is None:
        return predicate
    above = labels.predicates[predicate.governor]
    verbs = cues.load().verbs
    told = [n for n, p in enumerate(labels.predicates) if p.governor == predicate.governor and p.head < above.head]
    told = [n for n in told if labels.predicates[n].relation == "complement" and labels.predicates[n].pos == "v"]
    if above.lemma not in verbs or predicate.lemma in verbs or not told or predicate.first < above.last:
        return predicate
    role = "ARG1" if labels.predicates[told[0]].passive else "ARG0"
    subject = tuple(
        msgspec.structs.replace(a, role="ARG0") for a in labels.predicates[told[0]].arguments if a.role == role
    )
    rest = tuple(a for a in predicate.arguments if a.role != "ARG0")
    return msgspec.structs.replace(predicate, governor=told[0], arguments=(*subject, *rest))


def _apart(sentence: Sentence, labels: SentenceLabels, number: int, predicate: Predicate) -> Predicate:
    """A participle that a comma parts from its verb tells of the subject, where the labels have it told of the object:
    "sued the mill, openly [blaming] its owner"."""
    held = predicate.form == "gerund" and predicate.relation == "complement" and predicate.marker == "gerund"
    at = predicate.first - 1
    if at > 0 and labels.tags[at] == "RB":
        at -= 1
    if not held or predicate.governor is None or at < 1 or sentence.tokens[at].text not in (",", "—", "–", "--"):
        return predicate
    subject = tuple(a for a in labels.predicates[predicate.governor].arguments if a.role == "ARG0")
    rest = tuple(a for a in predicate.arguments if a.role != "ARG0")
    return msgspec.structs.replace(predicate, relation="adverbial", marker=",", arguments=(*subject, *rest))


_MENDS = (
    _of_nearest,
    _sentenced,
    _suspended,
    _said_aside,
    invited,
    called_for,
    _told_of,
    yet_to,
    of_plot,
    first_to,
    modal_before,
    _bare_passive,
    _apart,
    _open_question,
    _of_claim,
    parted_infinitive,
    _caused,
    called_on,
    with_subject,
    of_noun,
    used_to,
    foiled,
    _shared_agent,
    _controlled,
    _ordered,
)
