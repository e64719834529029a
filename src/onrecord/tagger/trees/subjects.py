"""Subjects: the surface subject of each verb group, its own or one that another clause gives it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.knowledge import governors, predicates
from onrecord.schema.labels import Argument
from onrecord.tagger.trees import participants
from onrecord.tagger.trees.groups import is_tensed
from onrecord.tagger.trees.links import Groups, Link
from onrecord.tagger.trees.parse import Parse
from onrecord.tagger.words import TIME_NOUNS

# Who tells others about doing something does it himself.
_TELLING = frozenset("ask brief consult email inform speak talk tell".split())

Subjects = Mapping[int, Argument | None]

_SUBJECT = frozenset(["nsubj", "nsubj:pass", "nsubj:outer"])
_ANY_SUBJECT = _SUBJECT | {"csubj", "csubj:pass", "expl"}
_OBJECTS = frozenset(["obj", "iobj"])
_OBLIQUE = frozenset(["obl"])
_OPENING = frozenset(["mark", "case"])
_NMOD = frozenset(["nmod"])
_POSSESSOR = frozenset(["nmod:poss"])
_PHONING = frozenset(["call", "phone", "telephone", "ring"])
# Who is called to do these does them himself.
_SUMMONED = frozenset(
    "account act answer appear arm attend come defend face fight give help join meet order return serve sing speak "
    "stand testify vote".split()
)
_KEEPS_SUBJECT = frozenset(["promise", "spend", "threaten", "vow", "owe", "use", "take", "have"])


def subjects(parse: Parse, groups: Groups, links: Mapping[int, Link]) -> Subjects:
    """The surface subject of each verb group, as ARG0; heads come before what hangs on them."""
    found: dict[int, Argument | None] = {}
    for i in parse.tree.order:
        if i in groups:
            own = parse.tree.first(i, _ANY_SUBJECT)
            found[i] = _own(parse, i) if own is not None else _given(parse, groups, links, found, i)
    return found


def _own(parse: Parse, i: int) -> Argument | None:
    """The subject that hangs on the verb itself; after "there" it is no subject."""
    if is_existential(parse, i):
        return None
    k = parse.tree.first(i, _SUBJECT)
    return participants.participant(parse, k, "ARG0") if k is not None else None


def is_existential(parse: Parse, i: int) -> bool:
    """True for "there is", "there were"."""
    return any(parse.tags[k] == "EX" or parse.words[k] == "there" for k in parse.tree.all(i, frozenset(["expl"])))


def _given(parse: Parse, groups: Groups, links: Mapping[int, Link], found: Subjects, i: int) -> Argument | None:
    """The subject that a verb without one of its own is given by the clause around it."""
    relation, head = parse.tree.relations[i], parse.tree.heads[i]
    if relation == "conj":
        return _of_list(parse, groups, links, found, i)
    if relation == "acl:relcl":
        return _of_relative(parse, groups, i)
    if relation in ("acl", "amod"):
        return _of_attribute(parse, groups, links, found, i)
    if relation in ("xcomp", "ccomp", "advcl", "obl", "obj") and head in groups:
        if is_tensed(groups[i]):
            return None
        return controller(parse, groups, links, found, i, head)
    return None


def _of_list(parse: Parse, groups: Groups, links: Mapping[int, Link], found: Subjects, i: int) -> Argument | None:
    """The subject of the first verb of a list; a finite verb after an infinitive goes on with the clause around it."""
    head = parse.tree.heads[i]
    if head not in groups:
        governor = links[i].governor
        return found.get(governor) if governor is not None else None
    if is_tensed(groups[i]) and groups[head].form in ("infinitive", "gerund"):
        upper = parse.tree.heads[head]
        return found.get(upper)
    return found.get(head)


def _of_relative(parse: Parse, groups: Groups, i: int) -> Argument | None:
    """The antecedent, where the clause has an object and so lacks its subject ("that" read as a conjunction)."""
    noun, group = parse.tree.heads[i], groups[i]
    if group.form == "infinitive" or noun > i:
        return None
    return participants.listed(parse, noun, "ARG0", None, before=parse.tree.lows[i])


def _of_attribute(parse: Parse, groups: Groups, links: Mapping[int, Link], found: Subjects, i: int) -> Argument | None:
    """The noun itself for "troops fighting in X"; for "a plan to go" whoever has the plan."""
    noun, group, link = parse.tree.heads[i], groups[i], links[i]
    upper = parse.tree.heads[noun]
    if upper in groups and parse.lemmas[noun].lower() in TIME_NOUNS:
        return controller(parse, groups, links, found, i, upper)
    if (
        link.relation == "modifier"
        and group.form != "infinitive"
        and not (group.form == "gerund" and _opened(parse, i))
    ):
        return participants.listed(parse, noun, "ARG0", None, before=parse.tree.lows[i] if noun < i else None)
    if group.form == "infinitive" and (asked := _asked(parse, groups, noun, i)) is not None:
        return participants.participant(parse, asked, "ARG0")
    owner = parse.tree.first(noun, _POSSESSOR)
    if parse.lemmas[noun] in _INVITATIONS and group.form == "infinitive":
        return found.get(upper) if upper in groups and groups[upper].lemma in _TAKING_UP else None
    if owner is not None:
        return possessor(parse, owner)
    maker = _maker(parse, noun, i)
    if maker is not None and link.relation == "complement" and group.form == "infinitive":
        return participants.participant(parse, maker, "ARG0")
    if upper in groups and parse.tree.relations[noun] in ("obj", "obl", "nsubj:pass", "nsubj"):
        if parse.tree.relations[noun] in _SUBJECT:
            return None
        if link.relation == "complement" and link.governor == upper:
            return participants.participant(parse, noun, "ARG0")
        return None if _judges(groups[upper].lemma) or _names(parse, groups, noun, upper) else found.get(upper)
    return None


# Whoever these are addressed to is to act, and who takes up an invitation.
_REQUESTS = frozenset("appeal call demand invitation message order plea request ultimatum warning".split())
_INVITATIONS = frozenset(["invitation", "invite"])
_TAKING_UP = frozenset("accept consider decline get have receive refuse reject spurn welcome".split())


def _asked(parse: Parse, groups: Groups, noun: int, i: int) -> int | None:
    """To whom a request is addressed: "issued a plea to [the rebels] to talk"."""
    if parse.lemmas[noun] not in _REQUESTS:
        return None
    upper = parse.tree.heads[noun]
    beside = parse.tree.all(upper, _OBLIQUE) if upper in groups else []
    found = [k for k in (*parse.tree.all(noun, _NMOD), *beside) if noun < k < i]
    found = [k for k in found if participants.case(parse, k) in ("to", "on") and k in parse.phrases]
    return next((k for k in found if not participants.is_time(parse, Argument("OBL", k, k + 1, (k,)))), None)


def _maker(parse: Parse, noun: int, i: int) -> int | None:
    """Whose a plan is: "the decision of [the court] to free him", "a bid by [two men] to flee"."""
    own = [k for k in parse.tree.all(noun, _NMOD) if noun < k < i and participants.case(parse, k) in ("of", "by")]
    return own[0] if own and own[0] in parse.phrases and parse.phrases[own[0]].last < i else None


def _names(parse: Parse, groups: Groups, noun: int, upper: int) -> bool:
    """True for a verb by which somebody says what a plan is: "called the plan to free them foolish"."""
    return groups[upper].lemma in _NAMING and parse.lemmas[noun] in _PLANS


_NAMING = frozenset("call consider deem describe dub label term think".split())
_PLANS = frozenset("attempt bid decision effort idea move plan proposal scheme".split())


@cache
def _judges(lemma: str) -> bool:
    """True for a verb whose subject speaks of what others do: "praised efforts to free them"."""
    rules = predicates.load().candidates(lemma, "v")
    return lemma in _SPEAKING or (bool(rules) and all(rule.type in _TYPES for rule in rules))


_TYPES = frozenset(["SUPPORT", "ACCUSE", "REJECT", "REQUEST"])
_SPEAKING = frozenset(
    "back block bless derail endorse hamper hinder oppose reject slow support thwart undermine".split()
)


def _opened(parse: Parse, i: int) -> bool:
    """True for a gerund after a preposition: "a policy of arming them"."""
    return any(k < i for k in parse.tree.all(i, _OPENING))


def possessor(parse: Parse, owner: int) -> Argument | None:
    """A possessor as an argument; a pronoun stands for itself, "whose" for its antecedent."""
    if parse.tags[owner] == "PRP$":
        return Argument("ARG0", owner, owner + 1, (owner,))
    return participants.participant(parse, owner, "ARG0")


def controller(
    parse: Parse, groups: Groups, links: Mapping[int, Link], found: Subjects, i: int, head: int
) -> Argument | None:
    """Whoever does what an infinitive or a gerund tells: the object of its governor where that controls it, else the
    subject."""
    group, link = groups[head], links[i]
    if link.relation != "complement" or group.passive:
        return found.get(head)
    known = governors.load().complements(group.lemma, group.pos)
    purpose = parse.tree.relations[i] != "xcomp" and groups[i].form == "infinitive"
    if purpose and "to" in known and not any("obj-" in name for name in known):
        return found.get(head)
    if link.marker == "about" and group.lemma in _TELLING:
        return found.get(head)
    addressed = _addressed(parse, head, i, known)
    if addressed is not None:
        return addressed
    for k in parse.tree.all(head, _OBJECTS):
        argument = participants.participant(parse, k, "ARG0")
        if (
            argument is not None
            and not _keeps_subject(parse, group.lemma, i)
            and not participants.is_time(parse, argument)
        ):
            return argument
    return found.get(head)


def _keeps_subject(parse: Parse, lemma: str, i: int) -> bool:
    """True for "promised him to go", for "called him to say sorry", and for "a pledge it made to go", unlike "made him
    go"."""
    if lemma in _PHONING:
        return parse.lemmas[i] not in _SUMMONED
    return lemma in _KEEPS_SUBJECT or (lemma == "make" and any(parse.tags[k] == "TO" for k in parse.tree.dependents[i]))


def _addressed(parse: Parse, head: int, i: int, known: Mapping[str, object]) -> Argument | None:
    """The phrase after a preposition that does what is called for: "called on X to go"."""
    for k in parse.tree.all(head, _OBLIQUE):
        word = participants.case(parse, k)
        if parse.lemmas[k].lower() in TIME_NOUNS:
            continue
        if head < k < i and f"{word}-obj-to" in known:
            return participants.participant(parse, k, "ARG0")
    return None
