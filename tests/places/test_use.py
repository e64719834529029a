"""Whether a place name tells where, stands for a state that acts, or goes with a noun."""

from __future__ import annotations

import pytest

from tests.places.conftest import Look


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("The ship sank in Vietnam.", "place"),
        ("The minister may fly to Uganda next week.", "place"),
        ("Uganda expelled two diplomats.", "actor"),
        ("Beijing rejected the charge.", "actor"),
        ("The company sold arms to Belgium.", "actor"),
        ("Chile's minister resigned.", "modifier"),
        ("Dogs guard Vladivostok port.", "modifier"),
        ("The Berlin-based firm closed.", "modifier"),
    ],
)
def test_use(look: Look, text: str, use: str) -> None:
    """Subjects and those given to act, nouns before nouns and possessives modify, the rest is where something is."""
    assert look(text).uses == (use,)
