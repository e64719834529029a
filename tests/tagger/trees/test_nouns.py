"""Nouns that name events."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled


def test_a_noun_has_possessor_and_phrases() -> None:
    """ "Her visit to Lima"."""
    sentence = Labelled(
        "She/PRP/nsubj/2 cancelled/VBD/root/0 her/PRP$/nmod:poss/4 visit/NN/obj/2 to/IN/case/6 Lima/NNP/nmod/4",
    )
    assert sentence.heads("visit", "ARG0", "poss") == ["her"]
    assert sentence.heads("visit", "OBL", "to") == ["Lima"]
    assert sentence.link("visit") == ("cancel", "complement", "obj")


def test_places_within_its_phrases_count_too() -> None:
    """ "An attack on a base in Mali"."""
    sentence = Labelled(
        "an/DT/det/2 attack/NN/root/0 on/IN/case/5 a/DT/det/5 base/NN/nmod/2 in/IN/case/7 Mali/NNP/nmod/5"
    )
    assert (sentence.heads("attack", "OBL", "on"), sentence.heads("attack", "OBL", "in")) == (["base"], ["Mali"])


def test_a_noun_within_another_hangs_on_it() -> None:
    """ "The cancellation of the visit"."""
    sentence = Labelled(
        "the/DT/det/2 cancellation/NN/nsubj/6 of/IN/case/5 the/DT/det/5 visit/NN/nmod/2 failed/VBD/root/0"
    )
    assert sentence.link("visit") == ("cancellation", "complement", "of")


def test_a_measure_hands_its_governor_on() -> None:
    """ "Planned a series of attacks": attacks were planned."""
    sentence = Labelled(
        "They/PRP/nsubj/2 planned/VBD/root/0 a/DT/det/4 series/NN/obj/2 of/IN/case/6 attacks/NNS/nmod/4"
    )
    assert sentence.link("attack") == ("plan", "complement", "obj")


def test_the_clause_that_decides_governs() -> None:
    """ "The visit that she cancelled surprised Lima"."""
    sentence = Labelled(
        "the/DT/det/2 visit/NN/nsubj/6 that/WDT/obj/5 she/PRP/nsubj/5 cancelled/VBD/acl:relcl/2 surprised/VBD/root/0 "
        "Lima/NNP/obj/6"
    )
    assert sentence.link("visit") == ("cancel", "complement", "obj")


def test_a_compound_is_one_name() -> None:
    """ "Peace talks" are more than talks, "no" negates them."""
    found = Labelled("no/DT/det/3 peace/NN/compound/3 talks/NNS/nsubj/4 failed/VBD/root/0").predicate("peace talk")
    assert (found.first, found.head, found.negated) == (1, 2, True)
