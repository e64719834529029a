"""Clauses that cannot be are set right."""

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


def test_a_participle_that_takes_the_subject_of_the_verb_is_an_attribute() -> None:
    """ "Men extradited from Malta pleaded"."""
    sentence = Labelled("Men/NNS/nsubj/2 held/VBN/dep/5 in/IN/case/4 Malta/NNP/obl/2 left/VBD/root/0")
    assert (sentence.heads("leave", "ARG0"), sentence.heads("hold", "ARG1")) == (["Men"], ["Men"])


def test_what_stands_before_an_infinitive_is_the_object_of_its_verb() -> None:
    """ "Wants Chile to supply shells", with Chile on the shells."""
    sentence = Labelled(
        "He/PRP/nsubj/2 wants/VBZ/root/0 Chile/NNP/compound/6 to/TO/mark/5 supply/VB/xcomp/2 shells/NNS/obj/5"
    )
    assert sentence.heads("supply", "ARG0") == ["Chile"]


def test_a_gerund_hangs_on_the_verb_that_takes_it() -> None:
    """ "In an effort to deter Chile from sending arms"."""
    sentence = Labelled(
        "an/DT/det/2 effort/NN/root/0 to/TO/mark/4 deter/VB/acl/2 Chile/NNP/obj/4 from/IN/mark/7 sending/VBG/acl/2 "
        "arms/NNS/obj/7"
    )
    assert (sentence.link("send"), sentence.heads("send", "ARG0")) == (("deter", "complement", "from"), ["Chile"])


def test_a_clause_hangs_on_the_saying_before_it() -> None:
    """ "He left, adding that it sank"."""
    sentence = Labelled(
        "He/PRP/nsubj/2 left/VBD/root/0 ,/,/punct/4 adding/VBG/advcl/2 that/IN/mark/7 it/PRP/nsubj/7 sank/VBD/advcl/2"
    )
    assert sentence.link("sink") == ("add", "complement", "that")


def test_few_verbs_are_auxiliaries() -> None:
    """ "Keeps threatening", with "keeps" for an auxiliary."""
    sentence = Labelled("Lima/NNP/nsubj/3 keeps/VBZ/aux/3 threatening/VBG/root/0 them/PRP/obj/3")
    assert sentence.link("threaten") == ("keep", "complement", "gerund")
    assert sentence.heads("threaten", "ARG0") == ["Lima"]


def test_what_stands_right_behind_a_verb_is_its_object() -> None:
    """ "To end the strike, but a rival refused to join them", with the strike joined."""
    sentence = Labelled(
        "to/TO/mark/2 end/VB/root/0 strikes/NNS/obj/6 but/CC/cc/6 rivals/NNS/nsubj/6 joined/VBD/conj/2 them/PRP/obj/6"
    )
    assert (sentence.heads("end", "ARG1"), sentence.heads("join", "ARG1")) == (["strikes"], ["them"])


def test_hours_can_be_given() -> None:
    """ "Gave them 48 hours": no length of time."""
    sentence = Labelled("It/PRP/nsubj/2 gave/VBD/root/0 them/PRP/obj/2 48/CD/nummod/5 hours/NNS/obl:unmarked/2")
    assert (sentence.heads("give", "ARG2"), sentence.heads("give", "ARG1")) == (["them"], ["hours"])


def test_listed_gerunds_hang_on_each_other() -> None:
    """ "Answered by expelling him and closing it": both are the answer."""
    sentence = Labelled(
        "It/PRP/nsubj/2 answered/VBD/root/0 by/IN/mark/4 expelling/VBG/advcl/2 him/PRP/obj/4 and/CC/cc/7 "
        "closing/VBG/conj/2 it/PRP/obj/7"
    )
    assert sentence.link("close") == sentence.link("expel") == ("answer", "complement", "by")


def test_a_second_thing_said_without_a_subject_is_listed_with_the_first() -> None:
    """ "They gathered and, witnesses said, burned it"."""
    sentence = Labelled(
        "They/PRP/nsubj/2 gathered/VBD/ccomp/6 and/CC/cc/8 ,/,/punct/6 men/NNS/nsubj/6 said/VBD/root/0 ,/,/punct/6 "
        "burned/VBD/ccomp/6 it/PRP/obj/8"
    )
    assert sentence.heads("burn", "ARG0") == ["They"]
