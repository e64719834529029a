"""Known actors: whom a name means on a day, and what the table says of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge.actors import COLUMNS, ActorTable, Match, load


@pytest.fixture(scope="module")
def table() -> ActorTable:
    return load()


def found(table: ActorTable, text: str, at: int = 0, on: date | None = None) -> str | None:
    match = table.find(text.split(), at, on)
    return match.actor if match else None


def test_longest_name_wins(table: ActorTable) -> None:
    """Of two names that start at a word, the longer is meant."""
    words = ["Islamic", "State", "West", "Africa", "Province", "said"]
    assert table.find(words, 0) == Match("iswap", 5)


def test_full_stops_and_accents(table: ActorTable) -> None:
    """Full stops and accents make no difference."""
    assert found(table, "U.S. troops") == found(table, "US troops") == "usa"
    assert found(table, "Élysée officials") == found(table, "Elysee officials")


def test_possessives_inside_names(table: ActorTable) -> None:
    """A name with a possessive is found in the tokens of either apostrophe."""
    assert table.find(["People", "'s", "Liberation", "Army"], 0) == Match("pla", 4)
    assert table.find(["People", "’s", "Liberation", "Army"], 0) == Match("pla", 4)


def test_case_counts_except_in_capitals(table: ActorTable) -> None:
    """A name in small letters is no name; one in capitals is."""
    assert found(table, "white house paint") is None
    assert found(table, "WHITE HOUSE STAFF") == "white-house"


def test_middle_initial(table: ActorTable) -> None:
    """An initial between the two words of a person's name does not hide it."""
    assert table.find(["Emmanuel", "J.", "Macron"], 0) == Match("emmanuel-macron", 3)


def test_short_name_after_another_given_name(table: ActorTable) -> None:
    """A famous surname after a given name is somebody else's."""
    assert found(table, "Mr. Putin", 1) == "vladimir-putin"
    assert found(table, "Olga Putin", 1) is None


def test_names_that_need_support(table: ActorTable) -> None:
    """A name that is often something else is found only where it is asked for, and is not sure."""
    assert found(table, "Georgia") is None
    assert table.find(["Georgia"], 0, unsure=True) == Match("geo", 1, sure=False)
    assert table.actors["geo"].name == "Georgia"


def test_person_before_news_knew_them(table: ActorTable) -> None:
    """Long before a first office, a name is that of somebody else."""
    assert found(table, "Mike Johnson", on=date(2024, 2, 1)) == "mike-johnson"
    assert found(table, "Mike Johnson", on=date(1998, 2, 1)) is None


def test_two_persons_of_one_name(table: ActorTable) -> None:
    """The day tells which of two persons of a name is meant; without it nobody is."""
    assert found(table, "King Abdullah", on=date(2003, 5, 1)) == "king-abdullah-ii"
    assert found(table, "King Abdullah", on=date(2010, 5, 1)) is None
    assert found(table, "King Abdullah") is None


def test_office_on_a_day(table: ActorTable) -> None:
    """A person has the office held on the day, with its state and sectors."""
    held = table.get("mark-rutte", date(2023, 6, 1))
    later = table.get("mark-rutte", date(2025, 6, 1))
    assert held and (held.office, held.country, held.sectors) == ("Prime Minister of the Netherlands", "NLD", ("GOV",))
    assert later and (later.office, later.country) == ("Secretary General of NATO", "IGO")


def test_day_of_change_belongs_to_the_successor(table: ActorTable) -> None:
    """An office ends on the day on which the next begins."""
    day = date(2021, 12, 8)
    before, after = table.get("angela-merkel", day), table.get("olaf-scholz", day)
    assert before and before.sectors == ("ELI",)
    assert after and after.office == "Chancellor of Germany"


def test_before_any_office_no_sector(table: ActorTable) -> None:
    """A person whose offices had not begun has no sector and no office."""
    person = table.get("volodymyr-zelenskyy", date(2016, 1, 1))
    assert person and (person.office, person.sectors) == (None, ())


def test_group_that_came_to_power(table: ActorTable) -> None:
    """A group's sectors are those of the day, too."""
    before, after = table.get("taliban", date(2021, 8, 14)), table.get("taliban", date(2021, 8, 15))
    assert before and before.sectors == ("REB",)
    assert after and after.sectors == ("GOV",)


def test_surname(table: ActorTable) -> None:
    """Surnames stand first in some names and are two words in others."""
    assert "xi-jinping" in table.surname("Xi")
    assert "enrique-pena-nieto" in table.surname("Peña Nieto")


def test_outlet_of_a_domain(table: ActorTable) -> None:
    """A host below an outlet's domain is the outlet's."""
    assert table.outlet("uk.reuters.com") == "reuters"
    assert table.outlet("example.com") is None


def own_file(path: Path, *rows: dict[str, str]) -> Path:
    file = path / "actors.tsv"
    lines = ["\t".join(row.get(column, "") for column in COLUMNS) for row in rows]
    file.write_text("# mine\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_own_file_adds_and_wins(tmp_path: Path) -> None:
    """A user's rows are found, win over bundled names, and replace bundled rows of the same id."""
    union = {
        "id": "pla",
        "kind": "organization",
        "name": "Port Labour Association",
        "other names": "PLA",
        "country": "FJI",
    }
    chair = {
        "id": "ana-x",
        "kind": "person",
        "name": "Ana Xalco",
        "country": "FJI",
        "sectors": "LAB",
        "office": "chairwoman",
    }
    table = load(own_file(tmp_path, union, chair))
    assert found(table, "PLA members") == "pla"
    assert table.actors["pla"].country == "FJI"
    person = table.get("ana-x", date(2020, 1, 1))
    assert person and (person.office, person.sectors) == ("chairwoman", ("LAB",))


def test_own_name_against_a_bundled_one(tmp_path: Path) -> None:
    """A name of a user's row means that row, also where the bundled tables have it for another or as unsure."""
    own = own_file(
        tmp_path, {"id": "harbour-congress", "kind": "organization", "name": "Congress", "other names": "NATO"}
    )
    table = load(own)
    assert found(table, "Congress met") == found(table, "NATO met") == "harbour-congress"


def test_own_file_that_is_wrong(tmp_path: Path) -> None:
    """A malformed row is refused with its file and line."""
    wrong = own_file(tmp_path, {"id": "x", "kind": "ship", "name": "Meridian Star"})
    with pytest.raises(KnowledgeError, match=r"actors\.tsv, line 2"):
        load(wrong)
    with pytest.raises(KnowledgeError, match="readable"):
        load(tmp_path / "none.tsv")


@pytest.mark.parametrize(
    ("country", "office", "day", "actor"),
    [
        ("NLD", "prime minister", "2023-05-02", "mark-rutte"),
        ("NLD", "prime minister", "2025-05-02", "dick-schoof"),
        ("NLD", "foreign minister", "2025-08-25", None),
        ("NLD", "prime minister", "2026-05-02", None),
        ("NLD", "lighthouse keeper", "2023-05-02", None),
    ],
)
def test_who_held_an_office_on_a_day(country: str, office: str, day: str, actor: str | None) -> None:
    """Nobody where the table has a gap, and after the day on which it was made."""
    assert load().holders.on(country, office, date.fromisoformat(day)) == actor
