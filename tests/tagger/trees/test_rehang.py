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
