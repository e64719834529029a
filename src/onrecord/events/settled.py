"""Settled: the status of a row once the statement that carries it, its purpose and the calendar are taken in."""

from __future__ import annotations

from datetime import date

from onrecord.events.factuality import Factuality
from onrecord.events.granted import is_definite
from onrecord.events.hearsay import is_hearsay
from onrecord.events.parties import Parties
from onrecord.events.scene import Scene
from onrecord.events.suspected import is_purported, is_suspected
from onrecord.events.tense import CONDITIONS
from onrecord.events.words import CONTACTS
from onrecord.knowledge import cues
from onrecord.knowledge.predicates import PredicateRule
from onrecord.schema.labels import Predicate
from onrecord.schema.statement import Statement
from onrecord.schema.time import Dated

_DENYING = frozenset(["denies", "retracts"])
_GRANTED = frozenset(["relative", "modifier", "adverbial"])
_SPEECH = frozenset(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "PROTEST"])
_SPOKEN = frozenset(["apologise", "apologize"])
# "Accused of", "charged with", "alleged that"; what is condemned, or came before or after, is told as it is.
_CHARGED = frozenset(["of", "with", "that"])
_ASKED = frozenset("how what when where whether whom who which why".split())  # "over whom to blame"
OPEN = frozenset(["planned", "possible", "called_for"])
_UNTOLD = frozenset(["does_not_confirm", "declines_to_comment"])


def _is_charge(scene: Scene, predicate: Predicate) -> bool:
    """True for what somebody is accused of, where nobody is named whose word it rests on ("is accused of arming")."""
    if predicate.governor is None or predicate.relation != "complement" or predicate.marker not in _CHARGED:
        return False
    above = scene.labels.predicates[predicate.governor]
    if above.pos == "n":
        return above.lemma in _ALLEGING
    return any(cue.stance == "accuses" for cue in cues.load().verbs.get(above.lemma, ()))


_ALLEGING = frozenset("accusation allegation claim rumor rumour speculation suspicion".split())


def as_purpose(scene: Scene, predicate: Predicate, rule: PredicateRule, told: Factuality) -> Factuality:
    """The status of a purpose: "marched to demand his release" demands it; "sent troops to take the town" does not take
    it yet."""
    purpose = predicate.form == "infinitive" and predicate.relation == "adverbial" and _is_own(scene, predicate)
    if purpose and scene.word(predicate.first - 1).lower() in _ASKED:
        return Factuality("possible", sure=False)
    purpose = purpose or _is_beside_purpose(scene, predicate)
    spoken = rule.type in _SPEECH or predicate.lemma in _SPOKEN
    if purpose and told.status == "planned" and not told.sure and spoken:
        above = scene.labels.predicates[predicate.governor or 0]
        return Factuality("not_happened" if told.negated else "happened", sure=above.lemma in CONTACTS)
    return told


def _is_beside_purpose(scene: Scene, predicate: Predicate) -> bool:
    """True for a participle that tells more of a purpose: "called to thank him, [inviting] him to Oslo"."""
    if predicate.form != "gerund" or predicate.relation != "adverbial" or predicate.governor is None:
        return False
    above = scene.labels.predicates[predicate.governor]
    return above.form == "infinitive" and above.relation == "adverbial" and _is_own(scene, above)


def as_announced(scene: Scene, predicate: Predicate, rule: PredicateRule, told: Factuality) -> Factuality:
    """The status of what is announced and takes its time: "announced a [strike]", "announced the start of [talks]"."""
    above = scene.labels.predicates[predicate.governor] if predicate.governor is not None else None
    if above is None or predicate.pos != "n" or predicate.marker != "obj" or rule.type not in _AHEAD:
        return told
    if above.lemma == "announce" and told.status == "happened":
        return Factuality("planned")
    return told


_LASTING = frozenset(["strike", "obstruct", "hunger"])
_GOING_ON = frozenset(["continue", "extend", "prolong", "keep up"])


def as_going_on(predicate: Predicate, rule: PredicateRule, told: Factuality) -> Factuality:
    """What is kept up goes on: "the nurses [extended] their strike"."""
    lasts = predicate.pos == "v" and predicate.lemma in _GOING_ON and rule.mode in _LASTING
    return Factuality("ongoing", sure=told.sure) if lasts and told.status == "happened" else told


def as_foretold(predicate: Predicate, rule: PredicateRule, told: Factuality, sides: Parties) -> Factuality:
    """The status of harm that nobody is said to plan: "learned that 150 people would be killed" foretells it."""
    foretold = rule.type == "ASSAULT" and predicate.passive and predicate.modal == "would" and not sides.actors
    return Factuality("possible", told.negated) if foretold and told.status == "planned" else told


_AHEAD = frozenset(["CONSULT", "PROTEST", "COOPERATE"])


def _is_own(scene: Scene, predicate: Predicate) -> bool:
    """True where an infinitive's subject is that of its governor, as a purpose's is; not so "watched him to accuse"."""
    subject = next((a.heads for a in predicate.arguments if a.role == "ARG0"), None)
    above = scene.labels.predicates[predicate.governor] if predicate.governor is not None else None
    return above is not None and any(a.heads == subject for a in above.arguments if a.role == "ARG0" or above.passive)


def as_dated(predicate: Predicate, told: Factuality, time: Dated | None, published: date | None) -> Factuality:
    """The status by the calendar: what is told in the present of a day to come is planned ("they go on Monday")."""
    if predicate.form == "finite" and (predicate.tense != "present" or predicate.perfect):
        return told
    ahead = time is not None and published is not None and (time.from_ or "")[:10] > published.isoformat()
    return Factuality("planned") if ahead and told.status in ("happened", "ongoing") else told


def as_carried(
    scene: Scene, predicate: Predicate, told: Factuality, statement: Statement | None, sides: Parties
) -> Factuality:
    """The status with what the carrying statement does to it: a denial denies, a refusal leaves it open.

    What a denial takes for granted stays as it is: "denied that they had fired on the boat that they seized".
    """
    if is_suspected(scene, predicate) and told.status in ("happened", "ongoing"):
        return Factuality("possible", sure=told.sure)
    claimed = (statement is None and _is_charge(scene, predicate)) or is_hearsay(scene, predicate, statement)
    claimed = claimed or (statement is None and is_purported(scene, predicate))
    if claimed and told.status in ("happened", "ongoing"):
        return Factuality("possible")
    if statement is None or predicate.relation in _GRANTED or (predicate.pos == "n" and is_definite(scene, predicate)):
        return told
    if told.stands:
        return told
    deniable = told.status in ("happened", "ongoing", "not_happened") or (told.status == "planned" and not told.negated)
    if statement.stance in _DENYING and deniable:
        return Factuality("denied")
    if statement.stance in _UNTOLD and told.status in ("happened", "ongoing"):
        return Factuality("possible")
    if predicate.modal == "would" and told.status == "possible" and _is_future(scene, predicate, statement):
        return Factuality("planned", told.negated)
    own = set(statement.source.actors) & set(sides.actors)
    denies = predicate.negated and predicate.modal is None and told.status == "not_happened"
    return Factuality("denied") if own and denies else told


def _is_future(scene: Scene, predicate: Predicate, statement: Statement) -> bool:
    """True where "would" is the "will" of one who said so in the past, without a condition."""
    starts = [scene.start(p.head) for p in scene.labels.predicates if p.tense == "past" and p.pos == "v"]
    said = any(cue.start <= start < cue.end for cue in statement.cue for start in starts)
    open_ = predicate.perfect or any(p.marker in CONDITIONS for p in scene.labels.predicates)
    return said and statement.quote == "indirect" and not open_
