"""Verb groups and their arguments, as the clause grammar finds them."""

from __future__ import annotations

import pytest

from onrecord.schema.article import Article
from onrecord.schema.labels import Predicate
from onrecord.segment import segment
from onrecord.tagger import label


class Sentence:
    """A labelled sentence, asked by words."""

    def __init__(self, text: str) -> None:
        document = segment(Article(id="a", text=text))
        self.words = [token.text for token in document.sentences[0].tokens]
        self.labels = label(document).sentences[0]

    def predicate(self, lemma: str) -> Predicate:
        return next(p for p in self.labels.predicates if p.lemma == lemma)

    def heads(self, lemma: str, role: str, marker: str | None = None) -> list[str]:
        found = [a for a in self.predicate(lemma).arguments if a.role == role and a.marker == marker]
        return [self.words[head] for argument in found for head in argument.heads]

    def governor(self, lemma: str) -> str | None:
        number = self.predicate(lemma).governor
        return None if number is None else self.labels.predicates[number].lemma


@pytest.mark.parametrize(
    ("text", "lemma", "facts"),
    [
        (
            "The envoy had not been invited.",
            "invite",
            {"perfect": True, "passive": True, "negated": True, "tense": "past"},
        ),
        ("The envoy will visit Lima.", "visit", {"modal": "will"}),
        ("The envoy is to visit Lima.", "visit", {"modal": "be to"}),
        ("The envoy is going to visit Lima.", "visit", {"modal": "be going to"}),
        ("The envoy is visiting Lima.", "visit", {"progressive": True, "tense": "present"}),
        ("The envoy never visited Lima.", "visit", {"negated": True, "tense": "past"}),
        ("The envoy could not visit Lima.", "visit", {"modal": "could", "negated": True}),
    ],
)
def test_auxiliaries_tell_tense_mood_and_negation(text: str, lemma: str, facts: dict[str, object]) -> None:
    """A verb group carries what its auxiliaries say."""
    predicate = Sentence(text).predicate(lemma)
    assert {name: getattr(predicate, name) for name in facts} == facts


def test_a_passive_has_its_agent_for_who_acts() -> None:
    """The phrase after "by" is ARG0, the surface subject ARG1."""
    sentence = Sentence("The boat was hit by a cutter near the island.")
    assert sentence.heads("hit", "ARG0", "by") == ["cutter"]
    assert sentence.heads("hit", "ARG1") == ["boat"]


def test_what_stands_between_subject_and_verb_is_passed_over() -> None:
    """Phrases, relative clauses and appositions do not become subjects."""
    assert Sentence("The mandate of the force, which was due to end in May, now runs on.").heads("run", "ARG0") == [
        "mandate"
    ]
    assert Sentence("The ministers of Cuba and Canada met in Havana.").heads("meet", "ARG0") == ["ministers"]


def test_coordinated_phrases_are_both_heads() -> None:
    """ "A and B" gives two heads to one argument."""
    assert Sentence("Serbia and Kosovo signed an accord.").heads("sign", "ARG0") == ["Serbia", "Kosovo"]


def test_the_object_of_an_urging_is_the_subject_of_what_is_urged() -> None:
    """Verbs like "urge" give their object to the infinitive, also in the passive and through "on"."""
    assert Sentence("Lima urged Chile and Peru to sign the accord.").heads("sign", "ARG0") == ["Chile", "Peru"]
    assert Sentence("Seoul was urged by Lima not to send shells.").heads("send", "ARG0") == ["Seoul"]
    assert Sentence("The mayor called on the envoy to leave.").heads("leave", "ARG0") == ["envoy"]


def test_a_clause_without_that_depends_on_the_verb_before_it() -> None:
    """ "said the boat sank": the boat is no object of saying."""
    sentence = Sentence("The guard said the boat, with ten men on board, was hit at dawn.")
    assert sentence.heads("hit", "ARG1") == ["boat"]
    assert sentence.heads("say", "ARG1") == []
    assert sentence.governor("hit") == "say"


def test_a_participle_that_is_the_only_verb_is_finite() -> None:
    """A regular past form with subject and object is no passive participle."""
    predicate = Sentence("The minister called on the president to resign.").predicate("call")
    assert predicate.form == "finite"


def test_a_reduced_relative_clause_is_passive() -> None:
    """ "colleagues arrested on Tuesday": they were arrested, they arrested nobody."""
    sentence = Sentence("The union said the colleagues arrested on Tuesday were freed.")
    assert sentence.heads("arrest", "ARG1") == ["colleagues"]


def test_a_particle_belongs_to_its_verb_before_and_behind_the_object() -> None:
    """ "called off the visit" and "pulled its troops out of the town"."""
    assert Sentence("The president called off her visit.").heads("call off", "ARG1") == ["visit"]
    assert Sentence("Ethiopia pulled its troops out of the town.").heads("pull out", "ARG1") == ["troops"]


def test_an_event_noun_hangs_on_its_verb() -> None:
    """A noun predicate knows what governs it, and by what word."""
    sentence = Sentence("The president cancelled a visit to Kyiv.")
    visit = sentence.predicate("visit")
    assert (sentence.governor("visit"), visit.marker, visit.form) == ("cancel", "obj", "noun")
    assert sentence.heads("visit", "OBL", "to") == ["Kyiv"]


def test_speech_goes_on_with_speech() -> None:
    """What somebody claims after a denial is not part of what is denied."""
    sentence = Sentence("The group denied that it had lost men and claimed that ten soldiers were captured.")
    assert sentence.governor("claim") is None
    assert sentence.heads("claim", "ARG0") == ["group"]


def test_a_second_passive_has_the_subject_of_the_first() -> None:
    """ "were shot and wounded": both happened to the officers."""
    assert Sentence("Two officers were shot and wounded in Lima.").heads("wound", "ARG1") == ["officers"]
