"""How predicates hang on each other."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled


def test_a_complement_hangs_on_its_verb_by_its_conjunction() -> None:
    """ "Asked whether it sank"; without a conjunction it counts as "that"."""
    sentence = Labelled("He/PRP/nsubj/2 asked/VBD/root/0 whether/IN/mark/5 it/PRP/nsubj/5 sank/VBD/ccomp/2")
    assert sentence.link("sink") == ("ask", "complement", "whether")
    assert Labelled("He/PRP/nsubj/2 said/VBD/root/0 it/PRP/nsubj/4 sank/VBD/ccomp/2").link("sink")[2] == "that"


def test_what_is_said_hangs_on_a_saying_beside_it() -> None:
    """ "The boat, he said, sank"."""
    sentence = Labelled(
        "It/PRP/nsubj/6 ,/,/punct/4 he/PRP/nsubj/4 said/VBD/parataxis/6 ,/,/punct/4 sank/VBD/root/0 "
        "and/CC/cc/8 vanished/VBD/conj/6",
    )
    assert sentence.link("sink") == sentence.link("vanish") == ("say", "complement", "that")


def test_a_condition_is_adverbial() -> None:
    """ "If he comes", "even if he comes", "had he come"."""
    sentence = Labelled(
        "We/PRP/nsubj/2 leave/VBP/root/0 even/RB/advmod/6 if/IN/mark/6 he/PRP/nsubj/6 comes/VBZ/advcl/2"
    )
    assert sentence.link("come") == ("leave", "adverbial", "if")
    inverted = Labelled(
        "Had/VBD/aux/3 he/PRP/nsubj/3 come/VBN/advcl/6 we/PRP/nsubj/6 would/MD/aux/6 leave/VB/root/0",
    )
    assert inverted.link("come")[2] == "if"


def test_a_gerund_after_a_preposition_completes_its_verb_or_tells_when() -> None:
    """ "Accused him of ramming", "left after ramming"."""
    accused = Labelled(
        "They/PRP/nsubj/2 accused/VBD/root/0 him/PRP/obj/2 of/IN/mark/5 ramming/VBG/advcl/2 it/PRP/obj/5",
    )
    assert (accused.link("ram"), accused.heads("ram", "ARG0")) == (("accuse", "complement", "of"), ["him"])
    left = Labelled("They/PRP/nsubj/2 left/VBD/root/0 after/IN/mark/4 ramming/VBG/advcl/2 it/PRP/obj/4")
    assert (left.link("ram"), left.heads("ram", "ARG0")) == (("leave", "adverbial", "after"), ["They"])


def test_a_plan_governs_what_is_planned() -> None:
    """ "His plan to visit": the noun governs, its possessor visits."""
    sentence = Labelled(
        "He/PRP/nsubj/2 dropped/VBD/root/0 Lima/NNP/nmod:poss/5 's/POS/case/3 plan/NN/obj/2 to/TO/mark/7 "
        "visit/VB/acl/5",
    )
    assert (sentence.link("visit"), sentence.heads("visit", "ARG0")) == (("plan", "complement", "to"), ["Lima"])


def test_a_claim_governs_what_is_claimed() -> None:
    """ "The claim that it sank"."""
    sentence = Labelled("a/DT/det/2 claim/NN/root/0 that/IN/mark/5 it/PRP/nsubj/5 sank/VBD/acl/2")
    assert sentence.link("sink") == ("claim", "complement", "that")


def test_listed_predicates_hang_alike() -> None:
    """ "Vowed to come and see": both are vowed."""
    sentence = Labelled(
        "He/PRP/nsubj/2 vowed/VBD/root/0 to/TO/mark/4 come/VB/xcomp/2 and/CC/cc/6 see/VB/conj/4",
    )
    assert sentence.link("see") == ("vow", "complement", "to")
    assert sentence.predicate("see").form == "infinitive"


def test_a_relative_clause_is_no_complement() -> None:
    """The marker is its pronoun."""
    sentence = Labelled(
        "He/PRP/nsubj/2 met/VBD/root/0 men/NNS/obj/2 who/WP/nsubj/5 fled/VBD/acl:relcl/3",
    )
    assert sentence.link("flee") == ("meet", "relative", "who")
