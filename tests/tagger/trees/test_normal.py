"""Clauses hang on their verbs."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled, parsed


def test_the_copula_of_a_noun_heads_its_clause() -> None:
    """ "Was a member of" is a verb with an object."""
    sentence = Labelled("He/PRP/nsubj/4 was/VBD/cop/4 a/DT/det/4 member/NN/root/0 of/IN/case/6 it/PRP/nmod/4")
    assert (sentence.heads("be", "ARG0"), sentence.heads("be", "ARG1")) == (["He"], ["member"])


def test_the_copula_of_a_phrase_heads_its_clause() -> None:
    """ "Was in Lima" is a verb with a prepositional phrase."""
    sentence = Labelled("He/PRP/nsubj/5 was/VBD/cop/5 not/RB/advmod/5 in/IN/case/5 Lima/NNP/root/0")
    assert sentence.heads("be", "OBL", "in") == ["Lima"]
    assert sentence.predicate("be").negated


def test_an_adjective_keeps_its_copula() -> None:
    """ "Is ready" is an adjective, its verb group begins with the copula."""
    found = Labelled("He/PRP/nsubj/3 is/VBZ/cop/3 ready/JJ/root/0").predicate("ready")
    assert (found.pos, found.first, found.tense) == ("adj", 1, "present")


def test_modal_verbs_become_auxiliaries() -> None:
    """The infinitive takes the place of "has" in "has to go"."""
    tree = parsed("He/PRP/nsubj/2 has/VBZ/root/0 to/TO/mark/4 go/VB/xcomp/2").tree
    assert (tree.heads[3], tree.heads[0], tree.relations[1]) == (3, 3, "aux")


def test_a_purpose_stays_a_clause() -> None:
    """ "Has a boat to sell": the verb has an object and is no modal."""
    found = Labelled("He/PRP/nsubj/2 has/VBZ/root/0 boats/NNS/obj/2 to/TO/mark/5 sell/VB/xcomp/2")
    assert found.predicate("sell").modal is None


def test_what_an_identity_names_is_a_clause_of_its_own() -> None:
    """ "The aim is to free them" is no plan of the aim's."""
    found = Labelled(
        "The/DT/det/2 aim/NN/nsubj:outer/5 is/VBZ/cop/5 to/TO/mark/5 free/VB/root/0 them/PRP/obj/5",
    )
    assert found.predicate("free").modal is None
    assert found.link("free") == ("be", "complement", "to")
