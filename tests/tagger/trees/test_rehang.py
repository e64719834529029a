"""Arcs that cannot be are set right."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled


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


def test_a_subject_is_that_of_the_verb_that_lacks_one() -> None:
    """ "The agency said the men had left", with all subjects on "left", before and behind."""
    before = Labelled("Lima/NNP/nsubj/4 said/VBD/root/0 men/NNS/nsubj/4 left/VBD/ccomp/2")
    assert (before.heads("say", "ARG0"), before.heads("leave", "ARG0")) == (["Lima"], ["men"])
    behind = Labelled("Men/NNS/nsubj/2 left/VBD/ccomp/5 ,/,/punct/2 Lima/NNP/nsubj/2 said/VBD/root/0")
    assert (behind.heads("say", "ARG0"), behind.heads("leave", "ARG0")) == (["Lima"], ["Men"])


def test_the_subject_of_an_infinitive_is_an_object() -> None:
    """ "Asked Lima to leave"."""
    sentence = Labelled("They/PRP/nsubj/2 asked/VBD/root/0 Lima/NNP/nsubj/5 to/TO/mark/5 leave/VB/ccomp/2")
    assert sentence.heads("ask", "ARG1") == sentence.heads("leave", "ARG0") == ["Lima"]


def test_an_object_between_two_listed_verbs_is_that_of_the_first() -> None:
    """ "Expelled the envoy and closed the embassy"."""
    sentence = Labelled(
        "They/PRP/nsubj/2 expelled/VBD/root/0 envoys/NNS/obj/5 and/CC/cc/5 closed/VBD/conj/2 embassies/NNS/obj/5"
    )
    assert (sentence.heads("expel", "ARG1"), sentence.heads("close", "ARG1")) == (["envoys"], ["embassies"])


def test_what_stands_before_a_noun_belongs_to_it() -> None:
    """A number or an adjective reaches over no noun, and a possessive mark hangs on the word before it."""
    sentence = Labelled(
        "It/PRP/nsubj/2 gave/VBD/root/0 four/CD/nummod/7 Dutch/JJ/amod/5 envoys/NNS/iobj/2 48/CD/nummod/7 "
        "hours/NNS/obj/2"
    )
    assert sentence.text("give", "ARG2") == ["four Dutch envoys"]
    mark = Labelled("Chile/NNP/nmod:poss/3 's/POS/case/5 army/NN/nsubj/4 left/VBD/root/0 Lima/NNP/obj/4")
    assert mark.chunks() == ["Chile 's army", "Chile", "Lima"]
