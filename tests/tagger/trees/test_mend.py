"""What cannot be is set right."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled, parsed


def test_tags_fit_the_endings_of_verbs() -> None:
    """ "Denying" is no base form, "bring" is one."""
    words = "Lima/NNP/nsubj/3 is/VBZ/aux/3 denying/VB/root/0 having/VBG/aux/5 visited/VB/xcomp/3"
    assert parsed(words).tags == ("NNP", "VBZ", "VBG", "VBG", "VBN")
    assert parsed("They/PRP/nsubj/2 bring/VBP/root/0").tags == ("PRP", "VBP")


def test_a_past_form_with_a_subject_alone_is_no_participle() -> None:
    """ "The envoy called", tagged as in "was called"."""
    found = Labelled("Envoys/NNS/nsubj/2 called/VBN/root/0 Lima/NNP/obj/2").predicate("call")
    assert (found.form, found.tense, found.passive) == ("finite", "past", False)


def test_a_second_subject_is_an_object() -> None:
    """ "They want Chile to leave": Chile leaves."""
    sentence = Labelled("They/PRP/nsubj/2 want/VBP/root/0 Chile/NNP/nsubj/2 to/TO/mark/5 leave/VB/xcomp/2")
    assert sentence.heads("leave", "ARG0") == ["Chile"]


def test_an_object_has_no_preposition() -> None:
    """ "Asked Lima for a loan", with the loan for an object."""
    sentence = Labelled("They/PRP/nsubj/2 asked/VBD/root/0 Lima/NNP/iobj/2 for/IN/case/6 a/DT/det/6 loan/NN/obj/2")
    assert (sentence.heads("ask", "ARG1"), sentence.heads("ask", "OBL", "for")) == (["Lima"], ["loan"])


def test_a_participle_within_a_phrase_is_an_attribute() -> None:
    """ "Sought a bridging loan"."""
    sentence = Labelled("They/PRP/nsubj/2 sought/VBD/root/0 a/DT/det/5 bridging/VBG/advcl/2 loan/NN/obj/4")
    assert [p.lemma for p in sentence.labels.predicates] == ["seek", "loan"]
    assert sentence.text("seek", "ARG1") == ["a bridging loan"]


def test_a_particle_hangs_on_its_verb() -> None:
    """ "Called off the visit", with "off" on the visit."""
    sentence = Labelled("They/PRP/nsubj/2 called/VBD/root/0 off/RP/compound:prt/5 the/DT/det/5 visit/NN/obj/2")
    assert sentence.link("visit") == ("call off", "complement", "obj")


def test_an_infinitive_hangs_on_the_verb_that_calls_for_it() -> None:
    """ "Called on them to leave", with the infinitive on "them"."""
    sentence = Labelled("Lima/NNP/nsubj/2 called/VBD/root/0 on/IN/case/4 Chile/NNP/obl/2 to/TO/mark/6 leave/VB/acl/4")
    assert sentence.link("leave") == ("call", "complement", "to")
    assert sentence.heads("leave", "ARG0") == ["Chile"]
