"""Reporting: the verb for what somebody says, that of the report where it has one, and refusals to say anything."""

from __future__ import annotations

import re

from onrecord.knowledge import cues
from onrecord.present import verbs
from onrecord.present.words import line
from onrecord.schema.statement import Stance

STANCES: dict[Stance, str] = {
    "asserts": "said",
    "confirms": "confirmed",
    "denies": "denied",
    "declines_to_comment": "declined to comment",
    "does_not_confirm": "did not confirm",
    "accuses": "accused",
    "urges": "urged",
    "promises": "promised",
    "threatens": "threatened",
    "warns": "warned",
    "corrects": "corrected",
    "retracts": "withdrew",
}
_NOT_SAID = frozenset(["declines_to_comment", "does_not_confirm"])
_BARE = frozenset(["tell", "quote", "hear", "make", "have", "give"])
"""Verbs that need an object before what is said."""
_PARTICLES = frozenset("back down for in off on out to up with".split())
_ASKED = re.compile(
    r"(?:(?:immediately|to|on|any|an?|the|his|her|its|their|further|repeated|several|media|press)\s+)*"
    r"(?:comments?|requests?|questions?|inquiries|enquiries|(?:phone )?calls?|messages?|e-?mails?)"
    r"(?:\s+(?:for|seeking)\s+(?:an?\s+|further\s+)?(?:comments?|interviews?|responses?|information))?",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:who|whom|whose|what|when|where|which|why|how|whether|if)\b", re.IGNORECASE)


def reporting_verb(cue: str, stance: Stance) -> str:
    """The verb for a statement: that of its cue in the past ("says" gives "said", "denounces" "denounced"), or that of
    its stance where the words said have another than the cue ("told us he never met her")."""
    table = cues.load()
    words = line(cue).lower().split()
    start = next((i for i, word in enumerate(words) if word in table.forms), 0)  # "officially labeled", "has said"
    verb, *particles = words[start:] or [""]
    lemma = table.forms.get(verb)
    if lemma is None or lemma in _BARE or not _PARTICLES.issuperset(particles) or stance in _NOT_SAID:
        return STANCES[stance]
    own = any(row.stance == stance for row in table.verbs.get(lemma, ()))
    return verbs.forms(" ".join([lemma, *particles])).past if own else STANCES[stance]


def refusal(said: str) -> str:
    """What somebody declined, given the words for it: "declined to say when it will end"."""
    if not said or _ASKED.fullmatch(said):
        return STANCES["declines_to_comment"]
    return f"declined to {'say' if _QUESTION.match(said) else 'comment on'} {said}"
