"""The grammar's tables: each rule with its example, and what a malformed row is told."""

from __future__ import annotations

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge.rows import Row
from onrecord.knowledge.time_words import GrammarRow, direction_words, grammar, holidays, zones
from onrecord.times import feasts
from onrecord.times import zones as offsets
from onrecord.times.guards import GUARDS
from onrecord.times.lexer import alphabet, atoms
from onrecord.times.patterns import Rule, compiled, rules

RULES = {rule.name: rule for rule in rules()}
EXAMPLES = [row for row in grammar() if row.kind == "rule"]


@pytest.mark.parametrize("row", EXAMPLES, ids=[row.name for row in EXAMPLES])
def test_every_rule_matches_its_example(row: GrammarRow) -> None:
    """The example beside a rule holds words that its pattern matches."""
    line = atoms(row.example, 0, len(row.example))
    assert RULES[row.name].regex.search(line.classes)


def test_names_of_rules_differ() -> None:
    """No two rules have one name."""
    assert len(RULES) == len(EXAMPLES)


def test_guards_exist_and_are_used() -> None:
    """Every guard that a rule names exists, and every guard is named."""
    assert {rule.guard for rule in rules()} - {""} == set(GUARDS)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("MONTH ( DAYNUM", "not closed"),
        ("MONTHS", "no word class"),
        ("<monht> YEARNUM", "no part"),
        ("MONTH )", "not expected"),
        ("MONTH?", "matches nothing"),
        ("THE OF", "without any of the set CORE"),
    ],
)
def test_malformed_patterns_are_named(pattern: str, reason: str) -> None:
    """A malformed pattern is refused with file, line and reason."""
    row = GrammarRow("rule", "x", "calendar", "", "", pattern, "", Row("time_rules.tsv", 7, ()))
    with pytest.raises(KnowledgeError, match=f"time_rules.tsv, line 7: .*{reason}"):
        compiled(row, {"CORE": alphabet()["MONTH"]}, {})


def test_every_holiday_has_a_day() -> None:
    """The rule of every holiday gives a day in any year, or one day of history."""
    for name in holidays():
        assert feasts.once(name) or feasts.feast(name, 2024).year == 2024


def test_moving_feasts() -> None:
    """Easter, Thanksgiving and Memorial Day fall where the calendars have them."""
    assert feasts.easter(2024).isoformat() == "2024-03-31"
    assert feasts.feast("thanksgiving", 2023).isoformat() == "2023-11-23"
    assert feasts.feast("memorial day", 2025).isoformat() == "2025-05-26"


@pytest.mark.parametrize(("place", "winter", "summer"), [("london", "Z", "+01:00"), ("sydney", "+11:00", "+10:00")])
def test_daylight_saving(place: str, winter: str, summer: str) -> None:
    """A city's offset follows its daylight saving rule."""
    january, july = feasts.feast("new year", 2025), feasts.feast("fourth of july", 2025)
    assert (offsets.offset(place, january), offsets.offset(place, july)) == (winter, summer)


def test_tables_are_read() -> None:
    """Zones have offsets within the day; the classes of direction are those that the code asks for."""
    assert all(abs(zone.minutes) <= 14 * 60 for zone in zones().values())
    assert {"FIXED", "FIXING", "MOVING", "BOUND"} <= set(direction_words())


def test_rules_are_bounded() -> None:
    """No rule repeats anything, so that every match takes bounded time."""
    assert not [rule.name for rule in rules() if isinstance(rule, Rule) and set("*+") & set(rule.regex.pattern)]
