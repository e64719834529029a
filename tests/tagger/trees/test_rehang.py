"""Arcs within noun phrases that cannot be are set right."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled


def test_a_participle_within_a_phrase_is_an_attribute() -> None:
    """ "Sought a bridging loan"."""
    sentence = Labelled("They/PRP/nsubj/2 sought/VBD/root/0 a/DT/det/5 bridging/VBG/advcl/2 loan/NN/obj/4")
    assert [p.lemma for p in sentence.labels.predicates] == ["seek", "loan"]
    assert sentence.text("seek", "ARG1") == ["a bridging loan"]


def test_a_particle_hangs_on_its_verb() -> None:
    """ "Called off the visit", with "off" on the visit."""
    sentence = Labelled("They/PRP/nsubj/2 called/VBD/root/0 off/RP/compound:prt/5 the/DT/det/5 visit/NN/obj/2")
    assert sentence.link("visit") == ("call off", "complement", "obj")


def test_what_stands_before_a_noun_belongs_to_it() -> None:
    """A number or an adjective reaches over no noun, and a possessive mark hangs on the word before it."""
    sentence = Labelled(
        "It/PRP/nsubj/2 gave/VBD/root/0 four/CD/nummod/7 Dutch/JJ/amod/5 envoys/NNS/iobj/2 48/CD/nummod/7 "
        "hours/NNS/obj/2"
    )
    assert sentence.text("give", "ARG2") == ["four Dutch envoys"]
    mark = Labelled("Chile/NNP/nmod:poss/3 's/POS/case/5 army/NN/nsubj/4 left/VBD/root/0 Lima/NNP/obj/4")
    assert mark.chunks() == ["Chile 's army", "Chile", "Lima"]


def test_two_names_in_one_place_are_one() -> None:
    """ "Kim Jong Un", each word a subject."""
    sentence = Labelled("Kim/NNP/nsubj/4 Jong/NNP/nsubj/4 Un/NNP/nsubj/4 left/VBD/root/0")
    assert sentence.text("leave", "ARG0") == ["Kim Jong Un"]


def test_a_name_right_behind_a_noun_belongs_to_it() -> None:
    """ "An investigation into officer Ben Roy", with the name on the investigation."""
    sentence = Labelled("talks/NNS/root/0 with/IN/case/3 officer/NN/nmod/1 Ben/NNP/nmod/1 Roy/NNP/flat/4")
    assert sentence.heads("talk", "OBL", "with") == ["Roy"]


def test_nothing_before_a_noun_reaches_over_a_verb() -> None:
    """ "Trump will meet Hariri", with Trump on Hariri."""
    sentence = Labelled("Trump/NNP/nmod:desc/4 will/MD/aux/3 meet/VB/root/0 Hariri/NNP/obj/3")
    assert sentence.heads("meet", "ARG0") == ["Trump"]


def test_an_object_without_a_preposition_is_no_oblique() -> None:
    """ "Called off her visit", with the visit as an oblique."""
    sentence = Labelled("They/PRP/nsubj/2 called/VBD/root/0 off/RP/compound:prt/2 her/PRP$/nmod:poss/5 visit/NN/obl/2")
    assert sentence.text("call off", "ARG1") == ["her visit"]


def test_a_name_before_an_object_that_begins_anew_is_given_it() -> None:
    """ "Give North Korea advanced technology", with the name as a part of the technology."""
    sentence = Labelled(
        "They/PRP/nsubj/2 gave/VBD/root/0 North/NNP/compound/6 Korea/NNP/flat/3 advanced/JJ/amod/6 technology/NN/obj/2"
    )
    assert sentence.text("give", "ARG1") == ["advanced technology"]


def test_a_noun_behind_a_possessive_mark_takes_the_place_of_its_possessor() -> None:
    """ "The army's attack failed", with the army as the subject."""
    sentence = Labelled("army/NN/nsubj/4 's/POS/case/1 attack/NN/nsubj/4 failed/VBD/root/0")
    assert sentence.text("fail", "ARG0") == ["army 's attack"]


def test_a_name_right_behind_a_name_is_its_rest() -> None:
    """ "On Lake Titicaca", with both words on the verb."""
    sentence = Labelled("They/PRP/nsubj/2 met/VBD/root/0 on/IN/case/4 Lake/NNP/obl/2 Titicaca/NNP/obl/2")
    assert "Lake Titicaca" in sentence.chunks()


def test_a_gerund_behind_a_preposition_is_no_progressive() -> None:
    """ "Chad was against visiting Peru" is about no visit that goes on."""
    sentence = Labelled("Chad/NNP/nsubj/4 was/VBD/aux/4 against/IN/mark/4 visiting/VBG/root/0 Peru/NNP/obj/4")
    assert sentence.predicate("visit").form == "gerund"
    assert sentence.predicate("visit").marker == "against"
