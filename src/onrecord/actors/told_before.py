"""Told before: for whom a pronoun stands by what the sentence before tells of him: who spoke goes on, who was accused
denies it, who was seized is held."""

from __future__ import annotations

from collections.abc import Sequence, Set

from onrecord.actors.asked import PLURALS, Asked, Unit
from onrecord.actors.found import Line
from onrecord.knowledge import cues

_DENYING = frozenset("deny reject dismiss dispute refute contest".split())
_ACCUSING = frozenset("accuse blame charge criticise criticize sue denounce condemn attack indict".split())
_HELD = frozenset(
    "abduct arrest capture charge convict deport detain evacuate expel extradite fine fire flog free handcuff hold "
    "imprison injure interrogate jail kidnap kill question release remand rescue sentence shoot suspend torture "
    "transfer treat try wound".split()
)


def told_before(asked: Asked, units: Sequence[Unit], before: Line) -> Unit | None:
    """The one of several units of the sentence before of whom it tells what the pronoun's own goes on with."""
    return _affected(asked, units, before) or _going_on(asked, units, before)


def _affected(asked: Asked, units: Sequence[Unit], before: Line) -> Unit | None:
    """For who denies something, the one whom somebody has accused in the sentence before; for who is held or freed, the
    one whom somebody has seized or freed there ("Rebels freed the nurses. They had been held since June")."""
    if asked.word not in PLURALS and _has_role(asked, "ARG0", _DENYING):
        return _object_of(_ACCUSING, units, before)
    return _object_of(_HELD, units, before) if _is_held(asked) else None


def _going_on(asked: Asked, units: Sequence[Unit], before: Line) -> Unit | None:
    """For who says something, the one who said what the sentence before tells: "..., the envoy said. He added that"."""
    if asked.quoted or asked.token not in _sayers(asked.line):
        return None
    heads = _sayers(before)
    found = [u for u in units if u[0].head in heads]
    return found[0] if len(found) == 1 else None


def _sayers(line: Line) -> set[int]:
    """The heads of the subjects of the main verb of a sentence, where that is a verb of saying."""
    verbs = cues.load().verbs
    main = (p for p in line.labels.predicates if p.governor is None and p.pos == "v" and p.form == "finite")
    said = (p for p in main if p.lemma in verbs and not p.passive)
    return {head for p in said for a in p.arguments if a.role == "ARG0" for head in a.heads}


def _has_role(asked: Asked, role: str, verbs: Set[str]) -> bool:
    found = (p for p in asked.line.labels.predicates if p.lemma in verbs)
    return any(a.role == role and asked.token in a.heads for p in found for a in p.arguments)


def _is_held(asked: Asked) -> bool:
    """True for the subject of a passive verb that tells what befalls somebody."""
    found = (p for p in asked.line.labels.predicates if p.passive and p.lemma in _HELD)
    return any(a.role == "ARG1" and asked.token in a.heads and a.last <= p.head for p in found for a in p.arguments)


def _object_of(verbs: Set[str], units: Sequence[Unit], before: Line) -> Unit | None:
    """The one on whom one of some verbs acts in a sentence."""
    acting = (p for p in before.labels.predicates if p.lemma in verbs and p.pos == "v" and not p.passive)
    heads = {h for p in acting for a in p.arguments if a.role == "ARG1" for h in a.heads}
    fits = {u[0].id: u for u in units if u[0].head in heads or any(h in range(u[0].first, u[0].last) for h in heads)}
    apposed = {u[0].id: u for u in units if any(h < u[0].first <= h + 2 for h in heads)}
    found = fits or apposed
    return next(iter(found.values())) if len(found) == 1 else None
