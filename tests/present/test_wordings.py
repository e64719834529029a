"""The table of wordings."""

from __future__ import annotations

from importlib.resources import files

import pytest

from onrecord.knowledge.plover import MODES
from onrecord.present.wordings import ANY, table, wording

ROWS = [
    row.split("\t")
    for row in files("onrecord.present").joinpath("wordings.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]
PARTS = {"r": "R", "o": "O", "p": "P", "n": "N", "an": "AN"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[:3])[:40])
def test_each_row_is_well_formed(row: list[str]) -> None:
    """A row has a type and mode of PLOVER, words, a verb and patterns that can be filled."""
    type_, mode, words, verb, after, *own = row
    assert mode == ANY or mode in MODES[type_]
    assert words and verb and own in ([], ["q"])
    assert all(pattern.format(**PARTS) for pattern in after.split(" / "))


@pytest.mark.parametrize("type_", sorted(MODES))
def test_each_type_has_a_wording(type_: str) -> None:
    """Whatever the predicate, each type and each of its modes has a wording."""
    for mode in (None, *MODES[type_]):
        assert wording(type_, mode, "zzz").verb


def test_no_key_stands_twice() -> None:
    """A type, mode and word has one row."""
    keys = [(row[0], row[1], word) for row in ROWS for word in row[2].split("|")]
    assert len(keys) == len(set(keys)) == len(table())


def test_the_more_exact_row_wins() -> None:
    """A word of the mode goes before a word of the type, and both before what holds for any word."""
    assert wording("CONSULT", "visit", "arrived").verb == "travel"
    assert wording("CONSULT", "visit", "toured").verb == "visit"
    assert wording("CONSULT", None, "meetings").verb == "meet"
    assert wording("RETREAT", "withdraw", "pulled out").verb == "pull out"
