"""Clauses: one event as a plain sentence that says no more than its row ("Kim Jong Un is to visit Russia").

The verb comes from the table of wordings, its form from the status. What is denied or called for is never told as a
sentence that could be read as a fact: "Denied: A visiting B".
"""

from __future__ import annotations

import re

import msgspec

from onrecord.present import verbs
from onrecord.present.names import is_plural, parties, party
from onrecord.present.own_words import OwnWords
from onrecord.present.verbs import Forms
from onrecord.present.wordings import Wording, wording
from onrecord.present.words import cut, line, quoted, with_article
from onrecord.schema.event import EventType, Status

_LONGEST = 12
"""Words of an object or of a quotation in a sentence."""
_NOMINAL: dict[Status, str] = {
    "happened": "Happened",
    "ongoing": "Ongoing",
    "planned": "Planned",
    "possible": "Possible",
    "called_for": "Called for",
    "denied": "Denied",
    "not_happened": "Did not happen",
}
_PREFIXED: dict[Status, str] = {"called_for": "Called for: ", "denied": "Denied: "}


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """What a sentence about an event needs: names in place of ids, and its words.

    `own` are the words of the report for it. `to_come` is true where the time of the event lies after its report.
    """

    type: EventType
    mode: str | None
    status: Status
    negated: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    own: OwnWords
    object: str | None = None
    place: str | None = None
    to_come: bool = False

    @property
    def mutual(self) -> bool:
        """True where both sides are all parties, as in talks or a clash."""
        return bool(self.actors) and set(self.actors) == set(self.recipients)


class Told(msgspec.Struct, frozen=True):
    """A clause in words, and whether the place is already in it."""

    text: str
    has_place: bool = False


class _Filled(msgspec.Struct, frozen=True):
    """A pattern with its parts filled in; `complete` where one fitted."""

    text: str
    pattern: str
    complete: bool


def told(clause: Clause) -> Told:
    """The sentence of an event, without time and source and without a full stop."""
    found = _aimed(clause.own, wording(clause.type, clause.mode, clause.own.predicate))
    if clause.actors:
        return _active(clause, _in_own_verb(clause.own) or found if found.general and found.vague else found)
    passive = next((pattern for pattern in found.after if pattern.startswith("{r}")), None)
    return _passive(clause, found, passive) if clause.recipients and passive else _nominal(clause, found)


def _aimed(own: OwnWords, found: Wording) -> Wording:
    """At what was fired, where whom the row names only owns it ("fired on a Bolivian ferry"), and "shot at" where the
    report has that: whoever is shot at need not be hit."""
    thing = _OF_SOMEBODY.match(own.following) if found.verb in ("fire", "shoot") else None
    if thing is not None:
        return msgspec.structs.replace(found, after=(thing[0],))
    shot_at = found.verb == "shoot" and own.following.startswith("at ")
    return msgspec.structs.replace(found, after=("at {r}",)) if shot_at else found


_OF_SOMEBODY = re.compile(
    r"(?:on|at) an? [A-Z]\w+ [a-z]+(?= (?:that|which|on|in|at|near|off|with|and|as|when)\b|[,.]|$)"
)


def _in_own_verb(own: OwnWords) -> Wording | None:
    """The verb of the report itself, which tells more than that of a type ("blocked" than "refused"), where it is seen
    to be a verb in the active voice with words behind it."""
    base = verbs.told_base(own.predicate)
    if base is None or own.noun or own.passive or not own.following:
        return None
    return Wording(base, ("",), vague=True)


def _active(clause: Clause, found: Wording) -> Told:
    filled = _fill(clause, found)
    forms = verbs.forms(found.verb)
    subject = parties(clause.actors)
    group = _group(clause, forms, subject)
    sentence = " ".join(filter(None, (subject, group, filled.text)))
    return Told(
        _PREFIXED.get(clause.status, "") + sentence + _quotation(clause, found, filled), "{p}" in filled.pattern
    )


def _group(clause: Clause, forms: Forms, subject: str) -> str:
    """The verb in the form that the status asks for."""
    be = "are" if is_plural(clause.actors) else "is"
    negation = "not " if clause.negated else ""
    match clause.status:
        case "happened":
            return forms.past
        case "ongoing":
            return f"{be} {forms.ing}"
        case "planned":
            return f"will not {forms.base}" if clause.negated else f"{be} to {forms.base}"
        case "possible":
            return f"might not {forms.base}" if clause.negated else f"may {forms.base}"
        case "called_for":
            return f"{negation}to {forms.base}"
        case "denied":
            return forms.ing
        case "not_happened":
            return f"{'will' if clause.to_come else 'did'} not {forms.base}"


def _passive(clause: Clause, found: Wording, pattern: str) -> Told:
    """A sentence about whom the event concerns, where nobody is known to have acted: "B was arrested"."""
    forms = verbs.forms(found.verb)
    plural = is_plural(clause.recipients)
    participle = forms.participle + pattern.removeprefix("{r}")
    sentence = f"{parties(clause.recipients)} {_passive_group(clause, plural)} {participle}".replace("  ", " ")
    behind = _quotation(clause, found, _Filled("", pattern, complete=True))
    apart = ":" if behind.startswith(" ") and not clause.own.passive else ""  # "were invited: “the two sides to ...”"
    return Told(f"{_PREFIXED.get(clause.status, '')}{sentence}{apart}{behind}")


def _passive_group(clause: Clause, plural: bool) -> str:
    be, was = ("are", "were") if plural else ("is", "was")
    match clause.status:
        case "happened":
            return was
        case "ongoing":
            return f"{be} being"
        case "planned":
            return "will not be" if clause.negated else f"{be} to be"
        case "possible":
            return "might not be" if clause.negated else "may be"
        case "called_for":
            return "not to be" if clause.negated else "to be"
        case "denied":
            return "being"
        case "not_happened":
            return "will not be" if clause.to_come else f"{was} not"


def _nominal(clause: Clause, found: Wording) -> Told:
    """The words of the report behind the status, where no sentence can be made of the parties that are known."""
    label = _NOMINAL[clause.status] + (" not to happen" if clause.negated else "")
    concerned = f" ({parties(clause.recipients)})" if clause.recipients else ""
    return Told(f"{label}: {quoted(cut(line(f'{clause.own.predicate} {clause.own.following}'), _LONGEST))}{concerned}")


def _fill(clause: Clause, found: Wording) -> _Filled:
    """The first pattern whose parts are all known."""
    noun = line(clause.own.predicate).lower() if clause.own.predicate.istitle() else line(clause.own.predicate)
    parts = {
        "r": None if clause.mutual else parties(clause.recipients) or None,
        "o": _object(clause),
        "p": clause.place,
        "n": noun,
        "an": with_article(noun),
    }
    known = {name: text for name, text in parts.items() if text}
    for pattern in found.after:
        if all(name in known for name in _names(pattern)):
            return _Filled(pattern.format(**known), pattern, complete=True)
    return _Filled("", "", complete=False)


def _names(pattern: str) -> tuple[str, ...]:
    return tuple(part.partition("}")[0] for part in pattern.split("{")[1:])


def _object(clause: Clause) -> str | None:
    """The object in the words of the report, without quotation marks, which may stand in it by halves."""
    text = line((clause.object or "").translate(_NO_MARKS))
    first, _, rest = text.partition(" ")
    if first in _ARTICLES and rest[:1].islower():
        text = f"{first.lower()} {rest}"
    return cut(text, _LONGEST) or None


_ARTICLES = frozenset(["The", "A", "An"])
_NO_MARKS = str.maketrans("", "", '“”"„«»')


def _quotation(clause: Clause, found: Wording, filled: _Filled) -> str:
    """The words of the report behind a sentence that is vaguer than they are, or lacks a part.

    Where they go on from the very verb of the sentence they are joined to it, else set off by a colon.
    """
    same_verb = found.verb in verbs.lemmas(clause.own.predicate)
    if filled.complete and (not found.vague or (same_verb and "{o}" in filled.pattern)):
        return ""
    behind = clause.own.following
    goes_on = same_verb and not clause.own.noun and not behind.startswith("by ")
    named = goes_on and "{r}" in filled.pattern
    words = _without_recipient(behind, clause) if named else behind if goes_on else f"{clause.own.predicate} {behind}"
    shown = cut(line(words), _LONGEST)
    joint = " " if goes_on and (not filled.text or words != behind) else ": "
    return joint + quoted(shown) if shown else ""


def _without_recipient(words: str, clause: Clause) -> str:
    """The words of the report without the party with which they begin: the sentence has named it."""
    for name in clause.recipients:
        for opening in (name, party(name)):
            if words.startswith(opening):
                return words.removeprefix(opening).strip()
    return words
