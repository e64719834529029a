"""Golden readings: what the reader makes of the bundled reports, row by row, as a person checked it.

A change of the reading changes these files on purpose: `ONRECORD_GOLDEN=write pytest tests/test_golden.py`, then read
the difference.
"""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.acquire import jsonl
from onrecord.schema.article import Article
from onrecord.schema.event import Event
from onrecord.schema.reading import Reading
from onrecord.schema.span import words
from onrecord.schema.statement import Statement

GOLDEN = Path(__file__).parent / "golden"
REPORTS = files("onrecord.demo").joinpath("reports.jsonl").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", REPORTS, ids=[f"demo-{n:02d}" for n in range(1, len(REPORTS) + 1)])
def test_the_bundled_reports_read_as_they_were_checked(line: str) -> None:
    """Every statement and event of the bundled reports stays as it is, unless somebody looked at the change."""
    article = jsonl.row(line)
    assert isinstance(article, Article)
    told = shown(pipeline.read(article))
    path = GOLDEN / f"{article.id}.txt"
    if os.environ.get("ONRECORD_GOLDEN") == "write":
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


def shown(reading: Reading) -> str:
    """A reading as lines that a person can compare."""
    rows = [said(reading, s) for s in reading.statements] + [happened(reading, e) for e in reading.events]
    return "\n".join(rows) + "\n"


def said(reading: Reading, row: Statement) -> str:
    text = reading.article.text
    when = row.time.value if row.time else "-"
    source = words(text, row.source.spans) or "?"
    chain = f" within {row.within}" if row.within else ""
    return f"{row.id} {row.stance} {row.quote} {when} [{source}]{chain}: {words(text, row.content)}"


def happened(reading: Reading, row: Event) -> str:
    text, names = reading.article.text, {id_: actor.name for id_, actor in reading.actors.items()}
    who = ", ".join(names[a] for a in row.actors) or "?"
    whom = ", ".join(names[a] for a in row.recipients) or "?"
    where = reading.gazetteer[row.place].name if row.place else "-"
    status = f"{row.status}{' negated' if row.negated else ''}{' background' if row.background else ''}"
    when = row.time.value if row.time else "-"
    predicate = words(text, row.predicate)
    return f"{row.id} {row.type}/{row.mode} {status} {who} > {whom} [{predicate}] {when} {where} on {row.statement}"
