"""What the documentation does not say by hand is up to date."""

from __future__ import annotations

import json

import msgspec
import pytest

import onrecord
from docs import make
from onrecord.schema.jsonschema import reading_schema


@pytest.mark.parametrize("page", tuple(make.pages()), ids=lambda page: page.name)
def test_a_page_is_current(page: make.Page) -> None:
    """Schemas, help of commands and shown output are what the program gives now; `make docs` writes them anew."""
    assert page.found == page.text(), f"{page.name} is out of date: run `make docs` and look at the difference"


def test_every_row_of_a_reading_is_in_its_schema() -> None:
    """The schema names every field that a reading writes."""
    reading = onrecord.read("Tonga will meet Fiji on Friday, the army said.", published="2023-09-05")
    written = json.loads(msgspec.json.encode(reading))
    parts = reading_schema()["$defs"]
    assert written.keys() == parts["Reading"]["properties"].keys()
    assert written["events"][0].keys() == parts["Event"]["properties"].keys()


def test_every_figure_of_the_table_was_measured() -> None:
    """The table of figures has no row that the benchmarks do not measure."""
    assert "not measured" not in make.figures()
