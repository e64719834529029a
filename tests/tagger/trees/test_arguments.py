"""Objects and prepositional phrases."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled


def test_a_passive_has_its_agent_for_who_acts() -> None:
    """The phrase after "by" is ARG0, the surface subject ARG1."""
    sentence = Labelled(
        "Boats/NNS/nsubj:pass/3 were/VBD/aux:pass/3 hit/VBN/root/0 by/IN/case/5 cutters/NNS/obl:agent/3 near/IN/case/7 "
        "Lima/NNP/obl/3",
    )
    assert (sentence.heads("hit", "ARG0", "by"), sentence.heads("hit", "ARG1")) == (["cutters"], ["Boats"])
    assert sentence.heads("hit", "OBL", "near") == ["Lima"]


def test_two_objects_are_told_apart() -> None:
    """ "Gave Lima shells": Lima is ARG2; a listener alone is ARG1."""
    gave = Labelled("It/PRP/nsubj/2 gave/VBD/root/0 Lima/NNP/iobj/2 shells/NNS/obj/2")
    assert (gave.heads("give", "ARG2"), gave.heads("give", "ARG1")) == (["Lima"], ["shells"])
    told = Labelled("He/PRP/nsubj/2 told/VBD/root/0 reporters/NNS/iobj/2 it/PRP/nsubj/5 sank/VBD/ccomp/2")
    assert told.heads("tell", "ARG1") == ["reporters"]


def test_an_argument_covers_its_list_and_its_apposition() -> None:
    """Every listed head counts, but for one that "not" takes out."""
    sentence = Labelled(
        "Ana/NNP/nsubj/10 ,/,/punct/4 the/DT/det/4 skipper/NN/appos/1 ,/,/punct/1 and/CC/cc/7 Eva/NNP/conj/1 "
        "not/RB/advmod/9 Ida/NNP/conj/1 left/VBD/root/0",
    )
    assert sentence.text("leave", "ARG0") == ["Ana , the skipper , and Eva"]
    assert sentence.heads("leave", "ARG0") == ["Ana", "Eva"]


def test_a_listed_phrase_with_its_own_preposition_stands_apart() -> None:
    """ "In Lima and with Chile"."""
    sentence = Labelled(
        "He/PRP/nsubj/2 spoke/VBD/root/0 in/IN/case/4 Lima/NNP/obl/2 and/CC/cc/7 with/IN/case/7 Chile/NNP/conj/4",
    )
    assert (sentence.heads("speak", "OBL", "in"), sentence.heads("speak", "OBL", "with")) == (["Lima"], ["Chile"])


def test_a_preposition_may_have_two_words() -> None:
    """ "Because of the storm"."""
    sentence = Labelled("He/PRP/nsubj/2 left/VBD/root/0 because/IN/case/5 of/IN/fixed/3 storms/NNS/obl/2")
    assert sentence.heads("leave", "OBL", "because of") == ["storms"]


def test_a_relative_clause_without_a_pronoun_has_its_antecedent_for_object() -> None:
    """ "The boat they seized", "the boat they wanted to seize", "the boat they fired on"."""
    seized = Labelled("boats/NNS/root/0 they/PRP/nsubj/3 seized/VBD/acl:relcl/1")
    assert seized.heads("seize", "ARG1") == ["boats"]
    wanted = Labelled("boats/NNS/root/0 they/PRP/nsubj/3 wanted/VBD/acl:relcl/1 to/TO/mark/5 seize/VB/xcomp/3")
    assert (wanted.heads("want", "ARG1"), wanted.heads("seize", "ARG1")) == ([], ["boats"])
    fired = Labelled("boats/NNS/root/0 they/PRP/nsubj/3 fired/VBD/acl:relcl/1 on/IN/obl/3")
    assert fired.heads("fire", "OBL", "on") == ["boats"]


def test_an_antecedent_may_be_what_a_preposition_or_where_stands_for() -> None:
    """ "The town in which he met her", "the town where he met her"."""
    which = Labelled(
        "towns/NNS/root/0 in/IN/case/3 which/WDT/obl/5 he/PRP/nsubj/5 met/VBD/acl:relcl/1 her/PRP/obj/5",
    )
    where = Labelled("towns/NNS/root/0 where/WRB/advmod/4 he/PRP/nsubj/4 met/VBD/acl:relcl/1 her/PRP/obj/4")
    assert which.heads("meet", "OBL", "in") == where.heads("meet", "OBL", "in") == ["towns"]


def test_listed_verbs_share_an_object_behind_both() -> None:
    """ "Arrested and jailed three men"."""
    sentence = Labelled("They/PRP/nsubj/2 seized/VBD/root/0 and/CC/cc/4 jailed/VBD/conj/2 men/NNS/obj/2")
    assert sentence.heads("jail", "ARG1") == ["men"]


def test_what_hangs_on_the_object_may_belong_to_the_verb() -> None:
    """ "Signed an accord with Chile"."""
    sentence = Labelled(
        "They/PRP/nsubj/2 signed/VBD/root/0 an/DT/det/4 accord/NN/obj/2 of/IN/case/6 peace/NN/nmod/4 with/IN/case/8 "
        "Chile/NNP/nmod/4",
    )
    assert (sentence.heads("sign", "OBL", "with"), sentence.heads("sign", "OBL", "of")) == (["Chile"], ["peace"])


def test_what_hangs_on_a_phrase_may_belong_to_the_verb() -> None:
    """ "Sent money in aid to Fiji": to Fiji it was sent."""
    sentence = Labelled(
        "It/PRP/nsubj/2 sent/VBD/root/0 money/NN/obj/2 in/IN/case/5 aid/NN/obl/2 to/TO/case/7 Fiji/NNP/nmod/5"
    )
    assert sentence.heads("send", "OBL", "to") == ["Fiji"]
