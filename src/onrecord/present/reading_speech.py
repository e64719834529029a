"""The statements of a reading, grouped by who makes them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present.days import when_text
from onrecord.present.voices import between, source_words, speaker
from onrecord.present.words import capitalised, line, quoted
from onrecord.schema.reading import Reading
from onrecord.schema.statement import Stance, Statement

HEADING = "bold cyan"
UNNAMED = "Nobody who is named"
STANCES: dict[Stance, str] = {
    "asserts": "said",
    "confirms": "confirmed",
    "denies": "denied",
    "declines_to_comment": "declined to comment",
    "does_not_confirm": "did not confirm",
    "accuses": "accused",
    "urges": "urged",
    "promises": "promised",
    "threatens": "threatened",
    "warns": "warned",
    "corrects": "corrected",
    "retracts": "withdrew",
}


def speech(reading: Reading) -> list[RenderableType]:
    """Who said what, one group a speaker, in the order of the text."""
    if not reading.statements:
        return []
    rows: list[RenderableType] = [Text("Who said what", style=HEADING)]
    for name, said in _by_speaker(reading).items():
        rows.append(Padding(_name(name, said, reading), (0, 0, 0, 2)))
        rows += [Padding(_said(statement, reading), (0, 0, 0, 6)) for statement in said]
    return [Group(*rows)]


def _by_speaker(reading: Reading) -> dict[str, list[Statement]]:
    groups: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        name = speaker(statement, reading.actors, reading.article.text)
        groups.setdefault(name or UNNAMED, []).append(statement)
    return groups


def _name(name: str, said: list[Statement], reading: Reading) -> Text:
    """The speaker, with the fullest words that the report has for him where they tell more ("defence minister")."""
    fullest = max((source_words(statement, reading.article.text) for statement in said), key=len)
    role = line(fullest.replace(name, "")).strip(" ,")
    more = f" ({role})" if role and len(fullest) > len(name) and name in fullest else ""
    return Text.assemble((capitalised(name), "bold"), more)


def _said(statement: Statement, reading: Reading) -> Text:
    """One statement: how, when, by which way, and the words."""
    how = ", ".join(_how(statement, reading))
    return Text.assemble((how, "dim"), f": {_content(statement, reading)}")


def _how(statement: Statement, reading: Reading) -> Iterator[str]:
    yield STANCES[statement.stance]
    if statement.channel:
        yield f"{'on' if statement.channel == 'social media' else 'in a'} {statement.channel}"
    day = when_text(statement.time)
    if day:
        yield day
    chain = between(statement, reading.actors)
    if chain:
        yield "by way of " + ", citing ".join(chain)


def _content(statement: Statement, reading: Reading) -> str:
    """What is said; quotation marks are those of a direct quotation, or those that the report has itself."""
    pieces = [line(span.cut(reading.article.text)) for span in statement.content]
    if statement.quote == "direct":
        return " … ".join(quoted(piece) for piece in pieces)
    return " … ".join(pieces)
