"""Cues: the words that mark that somebody says something, the words for those who say it, and the channels of speech.

The tables are `data/cues.tsv` (verbs, nouns, phrases, adverbs and adjectives, each with its stance and with what can be
said with it), `data/cues_sources.tsv` (nouns for sources), `data/cues_channels.tsv` (how a thing was said),
`data/cues_links.tsv` (by what words an outlet stands between) and `data/cues_verdicts.tsv` (words that call a claim
false).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Literal, cast, get_args

import msgspec

from onrecord.knowledge.forms import forms, mentions
from onrecord.knowledge.roles import RoleNoun, role_nouns
from onrecord.knowledge.rows import Row, packaged, rows
from onrecord.schema.statement import Stance

PartOfSpeech = Literal["verb", "noun", "phrase", "adverb", "adjective"]
LinkKind = Literal["noun", "participle", "verb"]
SourceKind = Literal["body", "spokesperson", "office", "person", "document", "shown"]
CLAUSES = frozenset({"quote", "that", "clause", "wh", "to", "ger", "as-saying", "passive-to"})
PHRASES = frozenset({"np", "noun", "none", "source"})
PREPOSITIONS = frozenset(["about", "against", "at", "for", "in", "of", "on"])
AFTER_OBJECT = frozenset(
    ["about", "adj", "against", "as", "at", "for", "of", "on", "quote", "that", "to", "to-np", "wh", "with"]
)
SLOTS = frozenset(["subj", "obj", "poss", "of", "by", "from", "in", "to", "at", "none"])
_COLUMNS = 8


class Complement(msgspec.Struct, frozen=True, gc=False):
    """A way in which the words said stand with a cue.

    `kind` is one of `CLAUSES`, `PHRASES` or `PREPOSITIONS`, or `obj-` and one of `AFTER_OBJECT`. `sure` is false where
    the cue with this complement often reports nothing that was said; it then counts only where words are quoted.
    """

    kind: str
    sure: bool


class Cue(msgspec.Struct, frozen=True, dict=True):
    """A reporting word or phrase.

    `words` is its lemma and the particles after it. `stance` is what the source does by saying it, `negated` what by
    not saying it ("did not confirm"); None where the cue, or its negation, reports nothing. `source` and `addressee`
    are the slots in which these stand, the preferred first; `unnamed` is true where nobody need be named ("reports
    that"). `line` is that of the table.
    """

    words: tuple[str, ...]
    pos: PartOfSpeech
    stance: Stance | None
    negated: Stance | None
    complements: tuple[Complement, ...]
    source: tuple[str, ...]
    addressee: str | None
    line: int
    unnamed: bool = False

    def takes(self, kind: str) -> Complement | None:
        """The complement of that kind, if the cue has it."""
        return self._by_kind.get(kind)

    @cached_property
    def _by_kind(self) -> dict[str, Complement]:
        return {one.kind: one for one in reversed(self.complements)}


class Link(msgspec.Struct, frozen=True, gc=False):
    """A word by which an outlet stands between a speaker and the report: "a letter [seen] by", "an [interview] with".

    `kind` is noun, participle or verb; `prepositions` are those that may stand before the outlet.
    """

    kind: LinkKind
    prepositions: frozenset[str]


class CueTable(msgspec.Struct, frozen=True):
    """The cues by their first word, those of more words first, and the words for sources and channels.

    `sources` gives the kind of a source's head noun; `channels` the name of a channel by the words for it; `links` what
    a word says of an outlet behind it; `verdicts` are the words that call a claim false; `forms` gives the lemma for
    each form of the verbs.
    """

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    phrases: Mapping[str, tuple[Cue, ...]]
    adverbs: Mapping[str, tuple[Cue, ...]]
    adjectives: Mapping[str, tuple[Cue, ...]]
    sources: Mapping[str, SourceKind]
    channels: Mapping[tuple[str, ...], str]
    links: Mapping[str, tuple[Link, ...]]
    verdicts: tuple[str, ...]
    forms: Mapping[str, str]

    def verb(self, lemma: str, word: str) -> tuple[Cue, ...]:
        """The cues that begin with a verb, by its lemma, or by its form where the lemma was mistaken."""
        return self.verbs.get(lemma) or self.verbs.get(self.forms.get(word, ""), ())


@cache
def load() -> CueTable:
    """The bundled tables. Raises KnowledgeError, naming file and line, where one is malformed."""
    return parse(
        packaged("cues.tsv"),
        packaged("cues_sources.tsv"),
        packaged("cues_channels.tsv"),
        packaged("cues_verdicts.tsv"),
        {noun.lemma: _role(noun) for noun in role_nouns(packaged("role_nouns.tsv")).values()},
        packaged("cues_links.tsv"),
    )


def parse(
    cues: str,
    sources: str,
    channels: str = "",
    verdicts: str = "",
    roles: Mapping[str, SourceKind] | None = None,
    links: str = "",
) -> CueTable:
    """The tables from their texts. `roles` are nouns for sources that other tables know; `sources` goes before them.

    Raises KnowledgeError, naming file and line, where one is malformed.
    """
    found = [_cue(row) for row in _rows(cues)]

    def of(pos: PartOfSpeech) -> dict[str, tuple[Cue, ...]]:
        chosen = sorted((cue for cue in found if cue.pos == pos), key=lambda cue: -len(cue.words))
        return {first: tuple(cue for cue in chosen if cue.words[0] == first) for first in {c.words[0] for c in chosen}}

    verbs = of("verb")
    return CueTable(
        verbs=verbs,
        nouns=of("noun"),
        phrases=of("phrase"),
        adverbs=of("adverb"),
        adjectives=of("adjective"),
        sources={**(roles or {}), **dict(_source(row) for row in rows("cues_sources.tsv", sources, 2))},
        channels=dict(_channel(row) for row in rows("cues_channels.tsv", channels, 2)),
        links=_links(links),
        verdicts=tuple(row.cells[0] for row in rows("cues_verdicts.tsv", verdicts, 1)),
        forms={form: verb for verb in verbs for form in forms(verb)},
    )


def _rows(text: str) -> Iterator[Row]:
    return rows("cues.tsv", text, _COLUMNS)


def _cue(row: Row) -> Cue:
    word, pos, stance, negated, complements, source, addressee, _ = row.cells
    try:
        return Cue(
            words=tuple(word.split()),
            pos=cast(PartOfSpeech, _one_of(pos, get_args(PartOfSpeech))),
            stance=_stance(stance),
            negated=_stance(negated),
            complements=tuple(_complement(one) for one in complements.split()),
            source=tuple(_one_of(slot, SLOTS) for slot in source.split() if slot != "none"),
            addressee=None if addressee == "-" else _one_of(addressee, SLOTS),
            line=row.line,
            unnamed="none" in source.split(),
        )
    except ValueError as problem:
        raise row.error(str(problem)) from problem


def _one_of(text: str, values: frozenset[str] | tuple[str, ...]) -> str:
    if text not in values:
        raise ValueError(f"{text!r} is none of {', '.join(sorted(values))}")
    return text


def _stance(text: str) -> Stance | None:
    return None if text == "-" else cast(Stance, _one_of(text, get_args(Stance)))


def _complement(text: str) -> Complement:
    kind = text.removesuffix("~")
    if kind.startswith("obj-"):
        _one_of(kind.removeprefix("obj-"), AFTER_OBJECT)
    else:
        _one_of(kind, CLAUSES | PHRASES | PREPOSITIONS)
    return Complement(kind, sure=kind == text)


def _source(row: Row) -> tuple[str, SourceKind]:
    word, kind = row.cells
    try:
        return word, cast(SourceKind, _one_of(kind, get_args(SourceKind)))
    except ValueError as problem:
        raise row.error(str(problem)) from problem


def _links(text: str) -> dict[str, tuple[Link, ...]]:
    found: dict[str, tuple[Link, ...]] = {}
    for row in rows("cues_links.tsv", text, 4):
        word, kind, prepositions, _ = row.cells
        try:
            link = Link(cast(LinkKind, _one_of(kind, get_args(LinkKind))), frozenset(prepositions.split()))
        except ValueError as problem:
            raise row.error(str(problem)) from problem
        found[word] = (*found.get(word, ()), link)
    return found


def _role(noun: RoleNoun) -> SourceKind:
    if noun.number == "body":
        return "body"
    return "person" if noun.anonymous or noun.number == "group" else "office"


def _channel(row: Row) -> tuple[tuple[str, ...], str]:
    words, name = row.cells
    if not name:
        raise row.error(f"no name for the channel {words!r}")
    return tuple(words.lower().split()), name


def lint() -> list[str]:
    """What is wrong with the bundled cues, one sentence each: wrong examples, repeats, cues that can never count."""
    load()
    found = tuple(_rows(packaged("cues.tsv")))
    return [*_lint_rows(found), *_lint_repeats(found)]


def _lint_rows(found: tuple[Row, ...]) -> Iterator[str]:
    for row in found:
        word, pos, stance, negated, complements, *_, example = row.cells
        if not mentions(example, word):
            yield f"line {row.line}: the example has no form of {word!r}"
        if not complements:
            yield f"line {row.line}: no complement"
        if stance == negated == "-":
            yield f"line {row.line}: neither the cue nor its negation has a stance"
        if pos != "verb" and negated != "-":
            yield f"line {row.line}: only a verb can be negated"


def _lint_repeats(found: tuple[Row, ...]) -> Iterator[str]:
    for column, what in ((slice(0, 2), "cue"), (slice(7, 8), "example")):
        for cells, times in Counter(row.cells[column] for row in found).items():
            if times > 1:
                yield f"the {what} {cells[0]!r} stands {times} times"
