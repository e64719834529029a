"""The gazetteer: its keys, its entries, its files, and the tables it is compiled from."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge import build_gazetteer
from onrecord.knowledge.gazetteer import (
    KINDS,
    TABLE,
    TRIE,
    Gazetteer,
    abbreviation,
    acronym,
    fold,
    gazetteer,
    rank_of,
    slug,
)
from onrecord.knowledge.gazetteer_words import place_words
from onrecord.knowledge.rows import packaged, rows


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("São Paulo", "sao paulo"),
        ("Saint-Louis", "st louis"),
        ("Cox’s Bazar", "coxs bazar"),
        ("Mt. Fuji", "mount fuji"),
    ],
)
def test_a_key_is_a_name_without_case_accents_and_marks(name: str, key: str) -> None:
    """Spellings of one name have one key."""
    assert fold(name) == key


def test_acronyms_and_short_forms_have_keys_of_their_own() -> None:
    """ "U.S." is not "us", and "Md." is not "M.D."."""
    assert acronym("U.S.") == acronym("US") != fold("us")
    assert abbreviation("Md.") != abbreviation("M.D.")


def test_a_name_gives_all_its_places_the_largest_first() -> None:
    """Paris is in France, in Texas and elsewhere."""
    found = gazetteer().entries(fold("Paris"))
    assert (found[0].country, found[0].kind, found[0].id) == ("FRA", "capital", "gn2988507")
    assert ("USA", "Texas") in [(entry.country, entry.admin1) for entry in found]


def test_some_words_open_longer_names() -> None:
    assert gazetteer().opens("san")
    assert not gazetteer().opens("san francisco bay area of nowhere")


def test_an_unknown_name_gives_no_place() -> None:
    """Unknown is empty."""
    assert gazetteer().entries("qorvanda") == ()


def test_every_state_is_found_by_its_name_with_its_code() -> None:
    """The table of countries is in the gazetteer, each with GeoNames id and point."""
    for row in rows("countries", packaged("gazetteer_countries.tsv"), 9):
        named = [e for e in gazetteer().entries(fold(row.cells[3])) if e.kind == "country"]
        assert [(e.country, e.geonames) for e in named] == [(row.cells[0], int(row.cells[2]))]


def test_the_capitals_of_the_security_council_are_capitals() -> None:
    """A capital is marked as one."""
    for name in ("Washington", "London", "Paris", "Moscow", "Beijing"):
        assert "capital" in {entry.kind for entry in gazetteer().entries(fold(name))}


def test_points_lie_on_the_globe_and_kinds_are_known() -> None:
    """No entry of some common names has a wrong column."""
    for name in ("Victoria", "San Jose", "Hamilton", "Gulf of Aden", "Crimea", "Adair County"):
        for entry in gazetteer().entries(fold(name)):
            assert -90 <= entry.lat <= 90 and -180 <= entry.lon <= 180
            assert entry.kind in KINDS


def test_populations_come_back_within_a_tenth() -> None:
    """Populations are kept on a scale of logarithms."""
    london = next(entry for entry in gazetteer().entries("london") if entry.country == "GBR")
    assert 8_000_000 < london.population < 10_500_000
    assert (rank_of(0), rank_of(1_400_000_000) < 256) == (0, True)


def test_own_places_have_slugs_for_ids() -> None:
    """A place without a GeoNames id is called by its name."""
    assert gazetteer().entries(fold("Black Sea"))[0].id == slug("Black Sea") == "black-sea"


def test_it_opens_in_milliseconds() -> None:
    """Opening maps two files and reads nothing."""
    folder = Path(str(build_gazetteer.__file__)).parent / "data"
    start = time.perf_counter()
    Gazetteer(folder)
    assert time.perf_counter() - start < 0.5  # some milliseconds; the bound leaves room for a busy machine


def test_missing_files_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    """A missing gazetteer is named, with the folder."""
    with pytest.raises(KnowledgeError, match="reinstall"):
        Gazetteer(tmp_path)


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    """A file of another format is not read as a gazetteer."""
    folder = Path(str(build_gazetteer.__file__)).parent / "data"
    (tmp_path / TRIE).write_bytes((folder / TRIE).read_bytes())
    (tmp_path / TABLE).write_bytes(b"something else entirely, and long enough")
    with pytest.raises(KnowledgeError, match="version"):
        Gazetteer(tmp_path)


def test_the_own_tables_have_unique_ids_and_known_kinds() -> None:
    """Regions, waters and sites are a table a person can extend without breaking it."""
    cells = [row.cells for name in ("regions", "waters", "sites") for row in rows(name, packaged(f"{name}.tsv"), 8)]
    ids = [cell[0] for cell in cells]
    assert len(ids) == len(set(ids))
    assert all(cell[0] == slug(cell[2]) and cell[1] in KINDS for cell in cells)


def test_the_words_have_their_classes() -> None:
    """Every class of words is there and folded."""
    words = place_words()
    assert "governor" in words.title and "congress" in words.never and "bath" in words.word
    assert all(word == fold(word) for word in words.head | words.near)
