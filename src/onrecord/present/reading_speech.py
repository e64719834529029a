"""The statements of a reading, grouped by who makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present.days import when_text
from onrecord.present.layout import FAINT, HEADING, INDENT, TITLE
from onrecord.present.reporting import refusal, reporting_verb
from onrecord.present.voices import between, source_words, speaker
from onrecord.present.words import balanced, capitalised, cut, line, quoted, with_article
from onrecord.schema.reading import Reading
from onrecord.schema.span import words
from onrecord.schema.statement import Statement

UNNAMED = "Nobody who is named"
_PREPOSITIONS = {
    "social media": "on",
    "television": "on",
    "state television": "on",
    "radio": "on",
    "phone": "by",
    "telephone": "by",
    "e-mail": "by",
    "text message": "by",
}
_ASIDE = re.compile(r"\([^)]*\)|\b(?:who|which|whose)\b.*", re.DOTALL)
_DETERMINERS = frozenset(["all", "both", "either", "neither", "the"])
_ARTICLE = re.compile(r"^(?:the|an?)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:and|or|of|in|at|from|with|for|[’']s)\b")


def speech(reading: Reading) -> list[RenderableType]:
    """Who said what, one group a speaker, in the order of the text."""
    if not reading.statements:
        return []
    rows: list[RenderableType] = [Text("Who said what", style=HEADING)]
    for name, said in _by_speaker(reading).items():
        rows.append(Padding(_name(name, said, reading), (0, 0, 0, 2)))
        rows += [Padding(_said(statement, reading), INDENT) for statement in said]
    return [Group(*rows)]


def _by_speaker(reading: Reading) -> dict[str, list[Statement]]:
    groups: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        name = speaker(statement, reading.actors, reading.article.text)
        groups.setdefault(name or UNNAMED, []).append(statement)
    return groups


def _name(name: str, said: list[Statement], reading: Reading) -> Text:
    """The speaker, with the role that the report gives him ("defence minister")."""
    fullest = max((source_words(statement, reading.article.text) for statement in said), key=len)
    bare = name.removeprefix("the ")
    role = _role(fullest.replace(bare, "")) if bare in fullest else ""
    return Text.assemble((capitalised(name), TITLE), f" ({role})" if role else "")


def _role(words: str) -> str:
    """What is left of the words for a speaker without his name: no article, no acronym, no clause."""
    bare = _ASIDE.sub("", words).strip(" ,")
    role = _ARTICLE.sub("", line(bare)).partition(",")[0].strip()
    return "" if _CLAUSE.match(role) or _DETERMINERS.issuperset(role.lower().split()) else cut(role, 10)


def _said(statement: Statement, reading: Reading) -> Text:
    """One statement: how, when, by which way, and the words."""
    verb, *how = _how(statement, reading)
    if statement.stance == "declines_to_comment":
        return Text(", ".join([refusal(_content(statement, reading)), *how]))
    return Text.assemble((", ".join([verb, *how]), FAINT), f": {_content(statement, reading)}")


def _how(statement: Statement, reading: Reading) -> Iterator[str]:
    cue = words(reading.article.text, statement.cue)
    hearsay = not statement.source.spans and not statement.source.actors
    bare = hearsay and (len(cue.split()) > 1 or cue.lower().endswith("ly"))
    yield line(cue) if bare else reporting_verb(cue, statement.stance)
    chain = between(statement, reading.actors)
    if statement.channel and statement.channel not in chain:
        yield channel(statement.channel)
    day = when_text(statement.time)
    if day:
        yield day
    if chain:
        yield "by way of " + ", citing ".join(chain)


def channel(name: str) -> str:
    """How something was said: "in an interview", "on Facebook", "by e-mail"."""
    preposition = _PREPOSITIONS.get(name) or ("in" if name.islower() else "on")
    return f"{preposition} {with_article(name) if preposition == 'in' else name}"


def _content(statement: Statement, reading: Reading) -> str:
    """What is said; quotation marks are those of a direct quotation, or those that the report has itself."""
    pieces = [balanced(line(span.cut(reading.article.text))) for span in statement.content]
    if statement.quote == "direct":
        return " … ".join(quoted(piece) for piece in pieces)
    return " … ".join(pieces)
