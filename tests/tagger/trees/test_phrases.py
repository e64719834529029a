"""Base noun phrases."""

from __future__ import annotations

from tests.tagger.trees.notation import Labelled


def test_a_phrase_reaches_from_its_article_to_its_head() -> None:
    """Adjectives, numbers and nouns before the head are in it, phrases after it are not."""
    sentence = Labelled(
        "At/IN/case/2 least/JJS/nmod/3 two/CD/nummod/5 Western/JJ/amod/5 envoys/NNS/nsubj/8 in/IN/case/7 "
        "Lima/NNP/nmod/5 left/VBD/root/0",
    )
    assert sentence.chunks() == ["At least two Western envoys", "Lima"]


def test_a_possessor_is_a_phrase_within_its_phrase() -> None:
    """ "The army's new chief" holds "the army"."""
    sentence = Labelled("The/DT/det/2 army/NN/nmod:poss/5 's/POS/case/2 new/JJ/amod/5 chief/NN/nsubj/6 left/VBD/root/0")
    assert sentence.chunks() == ["The army 's new chief", "The army"]


def test_a_name_ends_with_its_last_word() -> None:
    """The head of a phrase with a title and a name is the surname."""
    sentence = Labelled(
        "Defence/NN/compound/2 Minister/NNP/nmod:desc/3 Ana/NNP/nsubj/5 Ruiz/NNP/flat/3 left/VBD/root/0"
    )
    assert [sentence.words[c.head] for c in sentence.labels.chunks] == ["Ruiz"]


def test_an_adjective_with_an_article_stands_for_a_noun() -> None:
    """ "The wounded" is a phrase."""
    assert Labelled("The/DT/det/2 wounded/VBN/nsubj/3 left/VBD/root/0").chunks() == ["The wounded"]


def test_a_clause_between_two_phrases_keeps_them_apart() -> None:
    """ "The men Lima holds" is two phrases."""
    assert Labelled("The/DT/det/2 men/NNS/root/0 Lima/NNP/nsubj/4 holds/VBZ/acl:relcl/2").chunks() == [
        "The men",
        "Lima",
    ]


def test_a_sum_of_money_ends_with_its_last_figure() -> None:
    """ "$2 billion" is one phrase, headed by the figure that tells most."""
    sentence = Labelled("It/PRP/nsubj/2 lent/VBD/root/0 $/$/obj/2 2/CD/compound/5 billion/CD/nummod/3")
    assert (sentence.text("lend", "ARG1"), sentence.heads("lend", "ARG1")) == (["$ 2 billion"], ["billion"])


def test_of_two_possessors_the_first_stands_alone() -> None:
    """ "Chile and Peru's armies": "Chile" is a phrase of its own."""
    sentence = Labelled(
        "Chile/NNP/nmod:poss/5 and/CC/cc/3 Peru/NNP/conj/1 's/POS/case/3 armies/NNS/nsubj/6 left/VBD/root/0"
    )
    assert sentence.chunks() == ["Chile", "Peru 's armies", "Peru"]
