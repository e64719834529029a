"""Words: what the tables know of single words that tells how a sentence hangs together."""

from __future__ import annotations

from functools import cache

from onrecord.knowledge import cues, governors, predicates

NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely", "barely"])
TIME_NOUNS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year day "
    "night morning afternoon evening weekend january february march april may june july august september october "
    "november december".split()
)

PURPOSES = frozenset(
    "agenda aim alternative ambition answer approach aspiration assignment challenge choice course desire dilemma "
    "dream duty effect effort essence focus function goal hope idea instinct intent intention job key method "
    "mission motive objective obligation option path plan point policy practice principle priority problem "
    "procedure proposal purpose recipe remedy requirement response responsibility role rule scheme solution step "
    "strategy suggestion tactic target task temptation tendency thing thought trick urge vision vow "
    "way wish work".split()
)
"""Nouns that an infinitive after "be" explains ("the aim is to go"): others are to do it ("the envoy is to go")."""


@cache
def eventive() -> frozenset[str]:
    """The lemmas of the nouns that name events, or that govern them."""
    return frozenset(predicates.load().nouns) | frozenset(governors.load().rules["n"])


@cache
def saying_forms() -> frozenset[str]:
    """The forms of the verbs of `saying`, in lower case: "said", "denying"."""
    return frozenset(form for form, verb in cues.load().forms.items() if verb in saying())


@cache
def saying() -> frozenset[str]:
    """The lemmas of the verbs that take a clause with "that" or a quotation."""
    told = [cue for starting in cues.load().verbs.values() for cue in starting if len(cue.words) == 1]
    return frozenset(cue.words[0] for cue in told if cue.takes("that") is not None or cue.takes("quote") is not None)
