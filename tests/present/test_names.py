"""Names of parties in running text."""

from __future__ import annotations

import pytest

from onrecord.present.names import as_written, is_plural, lowered, party


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Norway", "Norway"),
        ("Ada Brandt", "Ada Brandt"),
        ("White House", "the White House"),
        ("United States", "the United States"),
        ("Norwegian navy", "the Norwegian navy"),
        ("interior ministry", "the interior ministry"),
        ("Norwegian official", "a Norwegian official"),
        ("Norway's government", "Norway's government"),
        ("Two drivers", "two drivers"),
        ("its spokesman", "its spokesman"),
        ("Police", "police"),
        ("The Coast Herald", "The Coast Herald"),
        ("White House’s lawyers", "the White House’s lawyers"),
        ("Peruvian navy’s sailors", "the Peruvian navy’s sailors"),
        ("Ana Vuki’s wife", "Ana Vuki’s wife"),
        ("spokeswoman for Mayor Ana Vuki", "a spokeswoman for Mayor Ana Vuki"),
        ("founder of the Harbour Club", "the founder of the Harbour Club"),
        ("members of the Harbour Club", "members of the Harbour Club"),
        ("ex-congressman", "the ex-congressman"),
    ],
)
def test_the_article_of_a_name(name: str, words: str) -> None:
    """A name gets the article that it takes within a sentence, and is not large where it is no name."""
    assert party(name) == words


@pytest.mark.parametrize(
    ("names", "plural"),
    [
        (("officials",), True),
        (("Teachers",), True),
        (("police",), True),
        (("United States",), False),
        (("Cyprus",), False),
        (("congress",), False),
        (("Norway", "Sweden"), True),
        ((), False),
    ],
)
def test_plural_names(names: tuple[str, ...], plural: bool) -> None:
    """Several parties and plural nouns take a plural verb, names in -s do not."""
    assert is_plural(names) is plural


def test_the_article_of_the_report_is_kept() -> None:
    """Where a report has the very name with an article, the article is the report's."""
    assert as_written("harbour pilot", "harbour pilot", "said a ") == "a harbour pilot"
    assert as_written("harbour pilot", "he", "said a ") == "harbour pilot"
    assert as_written("Harbour Union", "Harbour Union", "the ") == "Harbour Union"


def test_only_common_openers_are_lowered() -> None:
    """A phrase that opens with a common word is written small, a name is left."""
    assert lowered("A member of the crew") == "a member of the crew"
    assert lowered("The skipper") == "the skipper"
    assert lowered("Oslo police") == "Oslo police"
