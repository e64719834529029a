"""Tags that cannot be are set right."""

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
