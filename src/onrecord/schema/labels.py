"""Labels: what the tagger tells of each sentence. Token numbers count within the sentence, ends are exclusive."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.span import Spans

VerbForm = Literal["finite", "infinitive", "gerund", "participle", "noun"]
Role = Literal["ARG0", "ARG1", "ARG2", "OBL"]
Relation = Literal["complement", "relative", "adverbial", "coordinate", "modifier"]
NameType = Literal["PER", "ORG", "LOC", "EVENT"]


class Arc(msgspec.Struct, frozen=True, gc=False):
    """What a token hangs on in the tree of its sentence: the number of its head (its own for the root) and the relation
    of Universal Dependencies ("nsubj", "obl:agent")."""

    head: int
    relation: str


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """A base noun phrase: tokens `first` to `last`, with its head noun ("[two Western diplomats]", head "diplomats").

    A possessor is a chunk of its own within the larger one ("[[Moldova's] president]").
    """

    first: int
    last: int
    head: int


class Argument(msgspec.Struct, frozen=True, gc=False):
    """A participant of a predicate.

    `role`: ARG0 who acts, ARG1 whom or what it concerns, ARG2 the second object, OBL a prepositional phrase. `first` to
    `last` covers it with its coordinations and appositions, `heads` are the head tokens of the coordinated phrases
    ("Putin and Kim" has two). `marker` is the preposition ("to", "with"); of a noun predicate also "poss" for its
    possessor.
    """

    role: Role
    first: int
    last: int
    heads: tuple[int, ...]
    marker: str | None = None


class Predicate(msgspec.Struct, frozen=True):
    """A verb with its auxiliaries, an adjective with its copula, or a noun that names an event.

    `head` is the token of the main word, `first` and `last` cover the verb group ("had not been killed"). `lemma` is
    the dictionary form with its particle ("pull out"). `modal` is "will", "may", "could", "be to", "have to" ...
    `governor` is the number (in `SentenceLabels.predicates`) of the predicate on which this one depends, `relation`
    how, `marker` by what word: "to", "that", "whether", "if", "after", a preposition before a gerund; for a noun "obj",
    "subj" or the preposition by which it hangs on its governor.
    """

    head: int
    first: int
    last: int
    lemma: str
    form: VerbForm
    pos: Literal["v", "adj", "n"] = "v"
    tense: Literal["past", "present"] | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    arguments: tuple[Argument, ...] = ()
    governor: int | None = None
    relation: Relation | None = None
    marker: str | None = None


class Name(msgspec.Struct, frozen=True, gc=False):
    """The tokens `first` to `last` are a name, of a person, an organisation, a place or an event."""

    first: int
    last: int
    type: NameType


class SentenceLabels(msgspec.Struct, frozen=True):
    """The labels of one sentence: a Penn Treebank tag and a lemma for each token, noun phrases, predicates, names, and
    its tree.

    `predicates` are in the order of their heads. An argument left out because another clause gives it ("urged X to
    go": X goes) is filled in. `arcs` tell of each token what it hangs on.
    """

    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    chunks: tuple[Chunk, ...]
    predicates: tuple[Predicate, ...]
    names: tuple[Name, ...] = ()
    arcs: tuple[Arc, ...] = ()


class Attributed(msgspec.Struct, frozen=True):
    """An attribution as the network marks it, in spans of the text; `sentence` is the number of that of its cue.

    `source` is empty where nobody is named.
    """

    sentence: int
    cue: Spans
    source: Spans
    content: Spans


class Labels(msgspec.Struct, frozen=True):
    """The labels of a document: one `SentenceLabels` for each of its sentences, in order, and its attributions, in the
    order of their cues."""

    sentences: tuple[SentenceLabels, ...]
    attributions: tuple[Attributed, ...] = ()
