"""Verb forms."""

from __future__ import annotations

import pytest

from onrecord.present.verbs import forms, irregular, lemmas


@pytest.mark.parametrize(
    ("verb", "past", "participle", "ing"),
    [
        ("visit", "visited", "visited", "visiting"),
        ("ban", "banned", "banned", "banning"),
        ("deny", "denied", "denied", "denying"),
        ("free", "freed", "freed", "freeing"),
        ("die", "died", "died", "dying"),
        ("expel", "expelled", "expelled", "expelling"),
        ("order", "ordered", "ordered", "ordering"),
        ("break off", "broke off", "broken off", "breaking off"),
        ("hold talks", "held talks", "held talks", "holding talks"),
    ],
)
def test_forms(verb: str, past: str, participle: str, ing: str) -> None:
    """The first word of a phrase is inflected, by the table or by rule."""
    found = forms(verb)
    assert (found.past, found.participle, found.ing) == (past, participle, ing)


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("visiting", "visit"),
        ("broke off", "break off"),
        ("Talks", "talk"),
        ("banned", "ban"),
        ("air raids", "air raid"),
    ],
)
def test_words_lead_back_to_their_base(words: str, base: str) -> None:
    """The words of a report lead to the base form that the table of wordings has."""
    assert base in lemmas(words)


@pytest.mark.parametrize("verb", sorted(irregular()))
def test_each_irregular_form_leads_back(verb: str) -> None:
    """Past and participle of each irregular verb lead back to it."""
    assert verb in lemmas(forms(verb).past) & lemmas(forms(verb).participle)
