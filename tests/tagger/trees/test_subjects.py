"""Who does what, where another clause gives the subject."""

from __future__ import annotations

import pytest

from tests.tagger.trees.notation import Labelled


def test_the_object_of_an_urging_does_what_is_urged() -> None:
    """Also in the passive, and after a preposition."""
    urged = Labelled("Lima/NNP/nsubj/2 urged/VBD/root/0 Chile/NNP/iobj/2 to/TO/mark/5 sign/VB/xcomp/2")
    assert urged.heads("sign", "ARG0") == ["Chile"]
    passive = Labelled(
        "Chile/NNP/nsubj:pass/3 was/VBD/aux:pass/3 urged/VBN/root/0 by/IN/case/5 Lima/NNP/obl:agent/3 to/TO/mark/7 "
        "sign/VB/xcomp/3",
    )
    assert passive.heads("sign", "ARG0") == ["Chile"]
    called = Labelled(
        "Lima/NNP/nsubj/2 called/VBD/root/0 on/IN/case/4 Chile/NNP/obl/2 to/TO/mark/6 sign/VB/advcl/2",
    )
    assert (called.heads("sign", "ARG0"), called.link("sign")[1]) == (["Chile"], "complement")


def test_whoever_promises_does_it() -> None:
    """ "Promised Chile to sign": the subject signs."""
    sentence = Labelled("Lima/NNP/nsubj/2 promised/VBD/root/0 Chile/NNP/iobj/2 to/TO/mark/5 sign/VB/xcomp/2")
    assert sentence.heads("sign", "ARG0") == ["Lima"]


@pytest.mark.parametrize("word", ["who/WP", "that/WDT", "that/IN"])
def test_an_antecedent_stands_for_its_pronoun(word: str) -> None:
    """ "The men who fled" fled."""
    sentence = Labelled(f"Men/NNS/nsubj/4 {word}/nsubj/3 fled/VBD/acl:relcl/1 returned/VBD/root/0")
    assert sentence.heads("flee", "ARG0") == sentence.heads("return", "ARG0") == ["Men"]


def test_the_last_of_a_list_alone_can_be_an_antecedent() -> None:
    """ "Lima and Quito, which signed": both signed where the clause hangs on the list."""
    sentence = Labelled(
        "Lima/NNP/nsubj/7 and/CC/cc/3 Quito/NNP/conj/1 ,/,/punct/6 which/WDT/nsubj/6 signed/VBD/acl:relcl/1 "
        "left/VBD/root/0",
    )
    assert sentence.heads("sign", "ARG0") == ["Lima", "Quito"]


def test_listed_verbs_share_a_subject() -> None:
    """ "The men came and left"."""
    sentence = Labelled("Men/NNS/nsubj/2 came/VBD/root/0 and/CC/cc/4 left/VBD/conj/2")
    assert sentence.heads("leave", "ARG0") == ["Men"]


def test_nobody_is_there() -> None:
    """What "there" is, is the object; "it" before a clause is no subject."""
    there = Labelled("There/EX/expl/2 were/VBD/root/0 clashes/NNS/nsubj/2")
    assert (there.heads("be", "ARG0"), there.heads("be", "ARG1")) == ([], ["clashes"])
    it = Labelled("It/PRP/expl/3 is/VBZ/cop/3 likely/JJ/root/0 that/IN/mark/6 he/PRP/nsubj/6 left/VBD/csubj/3")
    assert (it.heads("likely", "ARG0"), it.link("leave")) == ([], ("likely", "complement", "that"))
