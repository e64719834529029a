"""Governed: who takes part in an event noun by the verb or adjective on which it hangs: "Hanoi cancelled a visit"."""

from __future__ import annotations

from onrecord.events.scene import Scene, Slot
from onrecord.knowledge import governors, predicates
from onrecord.knowledge.governors import GovernorRule
from onrecord.schema.labels import Argument, Predicate

_GRANTING = frozenset(["accept", "approve"])
_SPEECH_NOUNS = frozenset(
    "accusation allegation appeal call claim complaint condemnation criticism demand plea pressure request threat "
    "ultimatum warning".split()
)
_MADE = frozenset(["apology", "confession", "resignation"])
"""What was made where somebody accepts it."""
# What is put before somebody, and what he does with it.
_OFFERS = frozenset(["invitation", "offer", "petition", "proposal", "suggestion"])
_ANSWERS = frozenset(
    "accept approve block consider defeat dismiss explore mull oppose rebuff reject spurn study veto weigh "
    "welcome".split()
) | {"turn down", "vote down"}
# How an event noun hangs on a verb or an adjective, as the governors have it.
_OF_GOVERNOR = {"obj": "noun", "subj": "subject"}
# Whoever confirms a meeting need not be at it, nor whoever discusses a raid in it.
_TELLING = frozenset(["confirm", "report"])
_DISCUSSING = frozenset(["debate", "discuss"])


def is_answered(predicate: Predicate, rule: GovernorRule) -> bool:
    """True for something said that its governor answers ("rejected the demand", "backs the call"): it was said, and by
    another."""
    effect = rule.outcome
    answers = effect.negated or effect.status in ("called_for", "denied", "not_happened")
    if predicate.marker == "obj" and predicate.lemma in _OFFERS:
        return rule.outcome.negated or not _ANSWERS.isdisjoint(rule.words)
    if predicate.lemma in _MADE and predicate.marker == "obj":
        return not _GRANTING.isdisjoint(rule.words)
    answers = answers or not _GRANTING.isdisjoint(rule.words)
    answers = answers or "return" in rule.words
    charged = predicate.lemma in _CHARGES and not _DENYING.isdisjoint(rule.words)
    return predicate.marker == "obj" and (charged or _is_said(predicate)) and answers


def _is_said(predicate: Predicate) -> bool:
    return predicate.lemma.split(" ")[-1] in _SPEECH_NOUNS


def is_speech(predicate: Predicate) -> bool:
    """True for a noun for what somebody says to another: a demand, an offer, a threat."""
    return _is_said(predicate) or predicate.lemma in _OFFERS


def from_governor(scene: Scene, predicate: Predicate) -> list[tuple[str, Slot]]:
    """For an event noun that hangs on a verb or adjective that makes, plans or undoes it, the subject of that as
    possessor and its other phrases: "Hanoi cancelled a visit", "held talks in Suva with the envoy", "the clans are
    close to a deal". For one that is itself the subject, its phrases: "clashes broke out between the clans"."""
    marker = predicate.marker or ""
    if predicate.pos != "n" or predicate.governor is None or not marker:
        return []
    above = scene.labels.predicates[predicate.governor]
    if above.pos == "n" or above.lemma in _TELLING or above.lemma in _DISCUSSING:
        return []
    return _of_speech(scene, predicate, above) or _of_verb(scene, predicate, above)


def _of_verb(scene: Scene, predicate: Predicate, above: Predicate) -> list[tuple[str, Slot]]:
    marker = predicate.marker or ""
    if marker in _MEANWHILE and above.pos == "v" and above.form == "finite" and not above.passive:
        return [("poss", slot) for slot in _subject(above)] if _is_alone(predicate) else []
    if marker in _AROUND:
        unnamed = any(a.marker == "poss" and _is_unnamed(scene, a) for a in predicate.arguments)
        return [("poss", slot) for slot in _subject(above)] if unnamed and not _is_suffered(predicate) else []
    if above.pos == "v" and above.lemma.split(" ")[0] in _UNDER.get(marker, ()):
        return [(_undergoer(predicate), slot) for slot in _subject(above)]
    rule = governors.load().find(above.lemma, above.pos, _OF_GOVERNOR.get(marker, f"{marker}-noun"))
    if rule is None or is_answered(predicate, rule) or not _has_doer(predicate, rule, above):
        return []
    if above.lemma in _UNDERGOING and marker == "obj":
        return [(_undergoer(predicate), slot) for slot in _subject(above)]
    acting = "ARG0" if rule.control == "subj" else "ARG1"
    own = {a.marker for a in predicate.arguments if not _is_unnamed(scene, a)} | {marker}
    found = []
    made = _has_maker(predicate)
    for argument in above.arguments:
        owner = argument.role == acting and marker != "subj" and not made
        name = "poss" if owner else argument.marker if argument.role == "OBL" else None
        if name and name not in own:
            found += [(name, Slot(argument.first, argument.last, head)) for head in argument.heads]
    return found


def _of_speech(scene: Scene, predicate: Predicate, above: Predicate) -> list[tuple[str, Slot]]:
    """Who is charged with what he denies, and who claims an attack for himself."""
    if _is_denied(scene, predicate, above):
        return [(_undergoer(predicate), slot) for slot in _subject(above)]
    return [("poss", slot) for slot in _claimed(scene, predicate, above)]


# Whoever denies a charge has been charged; a court that rejects one has not.
_DENYING = frozenset(["deny", "refute", "rebut", "reject"])
_CHARGES = frozenset(["accusation", "allegation", "charge", "claim"])
_NEAR = 6
_JUDGES = frozenset(["bench", "commission", "court", "judge", "jury", "magistrate", "panel", "prosecutor", "tribunal"])


def _is_denied(scene: Scene, predicate: Predicate, above: Predicate) -> bool:
    """True for a charge that its governor denies, where it does not say itself against whom it is."""
    if above.lemma not in _DENYING or predicate.lemma not in _CHARGES or predicate.marker != "obj" or above.passive:
        return False
    judged = any(scene.labels.lemmas[slot.head].lower() in _JUDGES for slot in _subject(above))
    after = range(predicate.last, min(predicate.last + _NEAR, len(scene.labels.tags)))
    return not judged and all(scene.word(i).lower() != "against" for i in after)


def _claimed(scene: Scene, predicate: Predicate, above: Predicate) -> list[Slot]:
    """Who claims responsibility for an attack, where its own words do not tell whose it is."""
    objects = [head for a in above.arguments if a.role == "ARG1" for head in a.heads]
    claims = above.lemma == "claim" and predicate.marker == "for"
    claims = claims and any(scene.word(head).lower() in _RESPONSIBILITY for head in objects)
    if not claims or _has_maker(predicate):
        return []
    return [slot for slot in _subject(above) if _is_band(scene, slot)]


def _is_band(scene: Scene, slot: Slot) -> bool:
    """True for a group, a body or a state: a spokesman claims for others."""
    mentions = scene.known.mentions_at(scene.start(slot.head))
    return any(m.kind in ("group", "organization", "country") for m in mentions)


_RESPONSIBILITY = frozenset(["responsibility", "credit"])


def _has_maker(predicate: Predicate) -> bool:
    """True for an event noun that tells itself who acts: "demands by strikers", "the resignation of the mayor",
    "clashes between the clans"."""
    own = {a.marker for a in predicate.arguments}
    frames = [rule.frame for rule in predicates.load().candidates(predicate.lemma, "n")]
    of = any("of" in f.actor for f in frames) and not any("of" in f.recipient for f in frames)
    between = any("between" in f.mutual for f in frames)
    return "by" in own or ("of" in own and of) or ("between" in own and between)


def _has_doer(predicate: Predicate, rule: GovernorRule, above: Predicate) -> bool:
    """True where a governor names who does the event: its subject ("is expected in Tunis for [talks]"); the object only
    of a phrase with "of" ("accused Togo of [a breach]"), and not of charges ("was convicted of nine [charges]")."""
    if rule.control == "subj" or (above.passive and predicate.marker in ("obj", "subj")):
        return True
    if above.passive and predicate.marker == "for" and rule.outcome.status == "planned":
        return True
    types = {one.type for one in predicates.load().candidates(predicate.lemma, "n")}
    return rule.control == "obj" and predicate.marker == "of" and "ACCUSE" not in types


# The subject of these is whom the event befalls: "faces [charges]", "came under [attack]", "went on [trial]".
_UNDERGOING = frozenset("attract await draw earn encounter endure escape evade face get receive risk suffer survive "
                        "undergo win".split())  # fmt: skip
_UNDER = {
    "under": frozenset("be come fall live place put remain stay".split()),
    "on": frozenset("be go place put stand".split()),
    "in": frozenset("be die hold keep place put remain spend stay".split()),
    "into": frozenset("drive flee force go send take".split()),
}


# Whoever says something in a call or on a visit takes part in it: "in a call to Oslo, [the king] asked for aid".
_MEANWHILE = frozenset(["in", "on", "during"])
_TOGETHER = frozenset("call conversation interview journey meeting stopover talk talks tour trip visit".split())


def _is_alone(predicate: Predicate) -> bool:
    """True for a call or a visit of which its own words do not tell whose it is."""
    together = predicate.lemma.split(" ")[-1] in _TOGETHER
    return together and not any(a.marker in ("poss", "by", "between", "of", "from") for a in predicate.arguments)


# Where these tell when or why somebody does something, a pronoun before the event is his: "ahead of [her] talks".
_AROUND = frozenset(["ahead of", "before", "after", "during", "amid", "despite", "following", "since", "until"])


def _is_suffered(predicate: Predicate) -> bool:
    """True for an event of which "his" tells whom it befell: "after his arrest"."""
    return any("poss" in rule.frame.recipient for rule in predicates.load().candidates(predicate.lemma, "n"))


def _undergoer(predicate: Predicate) -> str:
    """The slot of whom an event noun befalls, by the lexicon."""
    rules = predicates.load().candidates(predicate.lemma, "n")
    return next((rule.frame.recipient[0] for rule in rules if rule.frame.recipient), "of")


def _subject(above: Predicate) -> list[Slot]:
    """The surface subject of a verb; where it is active and has one, its object instead ("placed [him] under ...")."""
    moved = {a.role: a for a in above.arguments if a.role in ("ARG0", "ARG1")}
    acting = above.lemma.split(" ")[0] in ("place", "put", "hold", "keep", "drive", "force", "send", "take", "spend")
    chosen = moved.get("ARG1" if above.passive or (acting and above.lemma != "spend") else "ARG0")
    return [Slot(chosen.first, chosen.last, head) for head in chosen.heads] if chosen else []


def _is_unnamed(scene: Scene, argument: Argument) -> bool:
    """True for a possessive pronoun that stands for nobody known: it is the subject's, if anyone's ("called off [their]
    drill")."""
    head = argument.heads[0]
    named = any(mention.actor for mention in scene.known.mentions_at(scene.start(head)))
    return scene.labels.tags[head] == "PRP$" and not named
