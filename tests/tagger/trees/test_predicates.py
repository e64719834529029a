"""Predicates as a whole."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled


def test_predicates_stand_in_the_order_of_their_heads() -> None:
    """Governors are numbers in that order."""
    sentence = Labelled(
        "Talks/NNS/nsubj/2 failed/VBD/root/0 after/IN/mark/5 Lima/NNP/nsubj/5 demanded/VBD/advcl/2 talks/NNS/obj/5"
    )
    assert [(p.lemma, p.governor) for p in sentence.labels.predicates] == [
        ("talk", 1),
        ("fail", None),
        ("demand", 1),
        ("talk", 2),
    ]


def test_nobody_makes_a_clause_negative_but_not_what_hangs_on_it() -> None:
    """ "Nobody wanted to leave": nobody wanted; of leaving nothing is denied twice."""
    sentence = Labelled("Nobody/NN/nsubj/2 wanted/VBD/root/0 to/TO/mark/4 leave/VB/xcomp/2")
    assert (sentence.predicate("want").negated, sentence.predicate("leave").negated) == (True, False)
