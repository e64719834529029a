"""The codebook: what is coded as what, written from the tables that decide it, so that a study can cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version

from onrecord.knowledge import governors, predicates
from onrecord.knowledge.governors import GovernorRule
from onrecord.knowledge.plover import CONTEXTS, MODES
from onrecord.knowledge.predicates import PredicateRule
from onrecord.knowledge.version import tables_version

_HEAD = """# Codebook

Written by `make docs` from the tables of the package: version {version}, tables `{tables}`. Every reading names both in
`reader`, so a data set can say by which codebook it was made. Types, modes and contexts are those of PLOVER (Political
Language Ontology for Verifiable Event Records, 2021); how a type is chosen, and what status an event has, is this
project's own and stands below. [method.md](method.md) tells how a sentence is read.

An event is a verb or a noun of the lexicon whose conditions hold in its sentence. A word that is listed under several
types has one of them by its subject, its object and its other phrases: the rows of
`src/onrecord/knowledge/data/predicates.tsv` say which, each with an example.
"""
_TYPES = {
    "AGREE": "agreeing to do something, promising, settling: the word given, not what was promised.",
    "CONSULT": "meeting, talking, visiting, negotiating, by whatever means.",
    "SUPPORT": "praising, endorsing, siding with, recognising, improving relations in words and symbols.",
    "CONCEDE": "giving in: yielding to a demand, admitting, easing a measure, apologising.",
    "COOPERATE": "doing something together: exercises, shared intelligence, extradition, joint projects.",
    "AID": "giving: money, goods, arms, shelter, rescue, protection.",
    "RETREAT": "ending pressure or giving up ground: withdrawing, releasing, disarming, ceasing fire, resigning.",
    "REQUEST": "asking for something, urging, demanding, appealing.",
    "ACCUSE": "blaming, condemning, charging, investigating.",
    "REJECT": "refusing a demand, an offer, a proposal or a meeting.",
    "THREATEN": "warning of harm to come, an ultimatum.",
    "PROTEST": "demonstrating, striking, rioting, boycotting, blocking.",
    "SANCTION": "reducing relations as a penalty: breaking off, expelling, embargoes, convicting.",
    "MOBILIZE": "readying or moving forces, weapons, police, without use.",
    "COERCE": "force short of an attack on people: seizing, arresting, deporting, banning, censoring, hacking.",
    "ASSAULT": "violence against people and things: killing, bombing, abducting, torturing, destroying.",
}
_STATUSES = {
    "happened": "told as something that has taken place",
    "ongoing": "told as something that is taking place",
    "planned": "intended, scheduled, announced",
    "possible": "may, could or might take place, is offered or considered",
    "called_for": "wanted, urged or demanded by somebody",
    "denied": "the statement that carries it denies it",
    "not_happened": "told as a fact that it did not take place, or was cancelled or prevented",
}
_PARTS = {"v": "", "n": " (n)"}


def codebook() -> str:
    """The page."""
    head = _HEAD.format(version=version("onrecord"), tables=tables_version())
    return "\n".join([head, *_types(), *_statuses(), *_contexts()])


def _types() -> Iterator[str]:
    table = predicates.load()
    listed = (rule for by_word in (table.verbs, table.nouns) for rules in by_word.values() for rule in rules)
    rules = sorted({rule.line: rule for rule in listed}.values(), key=lambda rule: (rule.words, rule.line))
    words = {(word, rule.pos) for rule in rules for word in rule.words}
    yield f"## Types\n\n{len(words):,} verbs and nouns in {len(rules):,} rows.\n"
    for type_, meaning in _TYPES.items():
        own = [rule for rule in rules if rule.type == type_]
        yield f"### {type_}\n\n{meaning[0].upper()}{meaning[1:]}\n"
        for mode in (*sorted(MODES.get(type_, ())), None):
            if found := _words([rule for rule in own if rule.mode == mode]):
                yield f"- **{mode or 'no mode'}**: {found}"
        yield ""


def _words(rules: Sequence[PredicateRule]) -> str:
    return ", ".join(dict.fromkeys(f"{rule.words[0]}{_PARTS[rule.pos]}" for rule in rules))


def _statuses() -> Iterator[str]:
    yield "## Statuses\n\nTense, modal verb and negation of the predicate, then what the words that govern it make of"
    yield 'it (`governors.tsv`; "(not)": that it shall not happen).\n'
    table = governors.load().rules
    listed = (rule for by_word in table.values() for kinds in by_word.values() for rule in kinds.values())
    rules = sorted({rule.line: rule for rule in listed}.values(), key=lambda rule: (rule.words, rule.line))
    for status, meaning in _STATUSES.items():
        found = list(dict.fromkeys(_governor(rule) for rule in rules if rule.outcome.status == status))
        yield f"- **{status}**: {meaning}" + (f". Under: {', '.join(found)}" if found else ".")
    yield ""


def _governor(rule: GovernorRule) -> str:
    """The word as it is listed, marked where the thing governed is that it does not happen."""
    return rule.words[0] + (" (not)" if rule.outcome.negated else "")


def _contexts() -> Iterator[str]:
    yield f"## Contexts\n\n{', '.join(sorted(CONTEXTS))}.\n"
