"""Datelines in many forms, and openings that are none."""

from __future__ import annotations

import pytest

from onrecord import read
from onrecord.segment.datelines import dateline


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Harare, Zimbabwe - Zimbabwe's opposition leader has rejected the vote.", "Harare, Zimbabwe"),
        ("Bogota, March 8 (IANS) The president rejected the offer.", "Bogota"),
        ("Nairobi - Kenya's president met the envoy.", "Nairobi"),
        ("ISLAMABAD: The army attacked a camp.", "ISLAMABAD"),
        ("KUALA LUMPUR (Bernama) - The premier met the king.", "KUALA LUMPUR"),
        ("London (Reuters) The firm sued the bank.", "London"),
        ("Port of Spain, Trinidad and Tobago — Police arrested two men.", "Port of Spain, Trinidad and Tobago"),
        ("KYIV, Ukraine (AP) Russia attacked the port.", "KYIV, Ukraine"),
    ],
)
def test_a_dateline_is_told(text: str, place: str) -> None:
    """With a dash or without, with a country, a date or an agency."""
    found = dateline(text, 0)
    assert found is not None and found["place"] == place


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: Police arrested two men.",
        "Police - Officers arrested two men.",
        "Smith (Labour) The premier met the king.",
        "Harare police said two men were held.",
        "Yes, Minister - The show is back.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    """Labels, names with a party and plain sentences are none."""
    assert dateline(text, 0) is None


def test_a_dateline_fills_no_role() -> None:
    """No word of it is an actor."""
    text = "Harare, Zimbabwe - The opposition leader rejected the offer of talks on Monday."
    assert all(event.actor_spans[0].start > 18 for event in read(text, published="2024-03-06").events)
