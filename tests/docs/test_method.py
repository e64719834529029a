"""The examples of docs/method.md: what stands beside a sentence is what is read in it.

The words in brackets are those that a row is about; "none" means that nothing is found, or found out, of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

import onrecord
from onrecord.schema.event import Event
from onrecord.schema.reading import Reading
from onrecord.schema.span import Span, Spans
from onrecord.schema.statement import Statement

PAGE = (Path(__file__).parents[2] / "docs/method.md").read_text("utf-8")
TABLE = re.compile(r"<!-- checked: (\w+) -->\n\n\|.*\n\|[-|]+\n((?:\|.*\n)+)")
PUBLISHED = "2023-09-05"


class Example(msgspec.Struct, frozen=True):
    """A row of a table: its sentence, the marked words, and the cells that stand beside it."""

    text: str
    marked: Span
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


def examples(kind: str) -> Iterator[Example]:
    """The rows of the table of that kind."""
    rows = next(found[2] for found in TABLE.finditer(PAGE) if found[1] == kind).splitlines()
    for row in rows:
        words, *cells = (cell.strip() for cell in row.strip("|").split("|"))
        before, marked, after = re.split(r"[\[\]]", words)
        span = Span(len(before), len(before) + len(marked))
        yield Example(before + marked + after, span, tuple(cells))


def reading(example: Example) -> Reading:
    return onrecord.read(example.text, published=PUBLISHED)


@pytest.mark.parametrize("example", tuple(examples("times")), ids=str)
def test_times(example: Example) -> None:
    """The marked expression has the value, by the rule; what is no time has none."""
    found = [t for t in reading(example).times if Span(t.start, t.end).overlaps(example.marked)]
    value, rule = example.cells
    assert [(t.value, t.rule) for t in found] == ([] if value == "none" else [(value, rule)])


@pytest.mark.parametrize("example", tuple(examples("places")), ids=str)
def test_places(example: Example) -> None:
    """The marked name is that place, in that use; what is no place is not there."""
    read = reading(example)
    rows = [p for p in read.places if Span(p.start, p.end).overlaps(example.marked)]
    places = [read.gazetteer[p.place] for p in rows if p.place]
    name, use = example.cells
    assert [f"{p.name}, {p.country}" for p in places] == ([] if name == "none" else [name])
    assert [p.use for p in rows] == ([] if name == "none" else [use])


@pytest.mark.parametrize("example", tuple(examples("actors")), ids=str)
def test_actors(example: Example) -> None:
    """The marked words stand for that actor, told in that way; where two fit, for none."""
    read = reading(example)
    rows = [m for m in read.mentions if Span(m.start, m.end) == example.marked and m.actor]
    name, how = example.cells
    assert [(read.actors[m.actor or ""].name, m.how) for m in rows] == ([] if name == "none" else [(name, how)])


@pytest.mark.parametrize("example", tuple(examples("statements")), ids=str)
def test_statements(example: Example) -> None:
    """The marked cue makes a statement of that source, with that stance, quoted or not."""
    (found,) = [s for s in reading(example).statements if touches(s.cue, example.marked)]
    source, stance, quote = example.cells
    assert words(example, found) == (source if source != "nobody" else "")
    assert (found.stance, found.quote) == (stance, quote)


@pytest.mark.parametrize("example", tuple(examples("status")), ids=str)
def test_status(example: Example) -> None:
    """The event of the marked predicate has that status."""
    (found,) = [e for e in reading(example).events if touches(e.predicate, example.marked)]
    assert told(found) == example.cells[0]


@pytest.mark.parametrize("example", tuple(examples("ties")), ids=str)
def test_ties(example: Example) -> None:
    """The event of the marked predicate has that time, so tied; or none."""
    (found,) = [e for e in reading(example).events if touches(e.predicate, example.marked)]
    value, tie = example.cells
    shown = ("none", "") if found.time is None else (found.time.value, found.time.tie)
    assert shown == (value, tie)


def words(example: Example, statement: Statement) -> str:
    return " ".join(span.cut(example.text) for span in statement.source.spans)


def told(event: Event) -> str:
    return f"{event.status}, negated" if event.negated else event.status


def touches(spans: Spans | Sequence[Span], marked: Span) -> bool:
    return any(span.overlaps(marked) for span in spans)
