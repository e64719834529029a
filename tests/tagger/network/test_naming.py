"""Naming: what the tables and the words around them mend of the names that the network sees."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.knowledge.name_ends import name_ends
from onrecord.tagger.network.decode import Scores
from onrecord.tagger.network.inventory import TOKEN_HEADS
from onrecord.tagger.network.naming import named

LABELS = TOKEN_HEADS["name"]
SURE, DOUBTFUL = 9.0, 2.0


def _scores(words: list[str], seen: dict[str, str], outside: float) -> Scores:
    """Scores that are sure of the names in `seen`, and of no other by `outside`."""
    scores = np.zeros((len(words), len(LABELS)), dtype=np.float32)
    scores[:, 0] = outside
    for name, label in seen.items():
        own = name.split()
        at = next(i for i in range(len(words)) if words[i : i + len(own)] == own)
        for i, _ in enumerate(own):
            scores[at + i, LABELS.index(f"{'I' if i else 'B'}-{label}")] = outside + SURE
    return scores


def _named(text: str, seen: dict[str, str], outside: float = DOUBTFUL) -> dict[str, str]:
    """The names of a text, its words parted by spaces and its sentences by " / ", where the network has seen these."""
    sentences = [sentence.split() for sentence in text.split(" / ")]
    words = [word for sentence in sentences for word in sentence]
    starts = np.cumsum([0, *(len(sentence) for sentence in sentences[:-1])]).tolist()
    found = named(_scores(words, seen, outside), words, starts)
    return {" ".join(words[name.first : name.last]): name.label for name in found}


def test_names_that_no_table_knows_stay_as_they_are() -> None:
    seen = {"Zelmira Oduya": "PER", "Brackwater": "LOC"}
    assert _named("Zelmira Oduya left Brackwater .", seen) == seen


@pytest.mark.parametrize("label", ["PER", "LOC"])
def test_a_known_body_is_a_body(label: str) -> None:
    assert _named("he told Xinhua nothing", {"Xinhua": label}) == {"Xinhua": "ORG"}


def test_a_known_body_takes_its_parts_in() -> None:
    seen = {"African": "LOC", "Development Bank": "ORG"}
    assert _named("the African Development Bank lent it", seen) == {"African Development Bank": "ORG"}


def test_a_known_body_in_a_longer_name_leaves_it() -> None:
    seen = {"Xinhua Street Market": "LOC"}
    assert _named("at Xinhua Street Market today", seen) == seen


def test_a_known_body_that_is_not_seen_is_named_where_that_is_likely_enough() -> None:
    assert _named("a deal with Toyota today", {}) == {"Toyota": "ORG"}
    assert _named("a deal with Toyota today", {}, outside=SURE) == {}


def test_a_known_body_after_a_person_is_not_of_the_person() -> None:
    found = _named("Regards , Zelmira Oduya Xinhua", {"Zelmira Oduya Xinhua": "PER"})
    assert found == {"Zelmira Oduya": "PER", "Xinhua": "ORG"}


@pytest.mark.parametrize(
    "text",
    [
        "the Democrats lost",  # those who are of it
        "WHO WANTS TO HELP ?",  # capitals that mean nothing
        "in Downing Street today",  # a place as well
        "the apple fell",  # in small letters
    ],
)
def test_what_may_be_something_else_is_left_to_the_network(text: str) -> None:
    assert _named(text, {}) == {}


def test_the_article_of_a_newspaper_is_left_out() -> None:
    assert _named("told The Kathmandu Post so", {"Kathmandu": "LOC"}) == {"Kathmandu Post": "ORG"}
    assert _named("The Australian Workers won", {}) == {}


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("wrote the Brackwater Post on Monday", {"Brackwater": "LOC"}, {"Brackwater Post": "ORG"}),
        ("he left the Oduya Trust .", {"Oduya": "ORG"}, {"Oduya Trust": "ORG"}),
        ("rockets hit the Gaza strip again", {"Gaza": "LOC"}, {"Gaza strip": "LOC"}),
        ("at the Brackwater Hospital today", {"Brackwater": "LOC"}, {"Brackwater Hospital": "LOC"}),
        ("the Brackwater District Court ruled", {"Brackwater": "LOC"}, {"Brackwater District Court": "ORG"}),
    ],
)
def test_a_word_that_ends_names_belongs_to_the_name(text: str, seen: dict[str, str], whole: dict[str, str]) -> None:
    assert _named(text, seen) == whole


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Zelmira Post left", {"Zelmira": "PER"}),  # a person's
        ("the nearest National Park is far", {"National": "LOC"}),  # no name without it
        ("Brackwater District Attorney Oduya left", {"Brackwater": "LOC", "Oduya": "PER"}),  # an office
        ("he left Brackwater / Post it today", {"Brackwater": "LOC"}),  # another sentence
        ("Brackwater Court Frees Seven Miners", {"Brackwater": "LOC"}),  # a headline
    ],
)
def test_a_word_that_only_seems_to_end_the_name_does_not(text: str, seen: dict[str, str]) -> None:
    assert _named(text, seen) == seen


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("shops in San Rafael Ca ?", ["San Rafael", "Ca"]),
        ("she lives in houston texas now", ["houston", "texas"]),
        ("she lives in Lyon France now", ["Lyon", "France"]),
    ],
)
def test_a_town_and_what_it_lies_in_are_two_names(text: str, parts: list[str]) -> None:
    assert _named(text, {" ".join(parts): "LOC"}) == dict.fromkeys(parts, "LOC")


@pytest.mark.parametrize("name", ["South Africa", "Lyon Texas", "New York", "Western Australia"])
def test_a_place_that_is_one_stays_one(name: str) -> None:
    assert _named(f"he left {name} today", {name: "LOC"}) == {name: "LOC"}


def test_a_name_in_the_order_of_letterheads_is_one() -> None:
    seen = {"Oduya": "PER", "Zelmira": "PER"}
    assert _named('" Oduya , Zelmira " < z.oduya@example.org >', seen) == {"Oduya , Zelmira": "PER"}
    assert _named("Oduya , Zelmira and Basil left", seen | {"Basil": "PER"}) == seen | {"Basil": "PER"}


def test_no_name_ends_in_a_comma() -> None:
    assert _named("he saw Oduya , then left", {"Oduya ,": "PER"}) == {"Oduya": "PER"}


def test_no_words_no_names() -> None:
    assert _named("", {}) == {}


def test_words_that_end_names_have_kinds() -> None:
    assert set(name_ends().values()) == {"ORG", "LOC", None}
