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


def test_an_apostrophe_between_a_plural_and_a_noun_is_a_possessive_mark() -> None:
    """ "The bishops' call", with a quotation mark."""
    sentence = Labelled("bishops/NNS/nmod:poss/3 '/``/punct/1 call/NN/nsubj/4 failed/VBD/root/0")
    assert sentence.labels.tags[1] == "POS"


def test_a_verb_on_s_is_no_past_tense() -> None:
    """ "Urges" is a present tense, "was" is none."""
    sentence = Labelled("Chad/NNP/nsubj/2 urges/VBD/root/0 calm/NN/obj/2")
    assert sentence.labels.tags[1] == "VBZ"
    assert Labelled("Chad/NNP/nsubj/3 was/VBD/cop/3 calm/JJ/root/0").labels.tags[1] == "VBD"
