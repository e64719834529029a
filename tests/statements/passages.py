"""Passages: texts with the statements that should be read in them, from the files of `chains/`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from onrecord import pipeline
from onrecord.acquire.text import article
from onrecord.schema.reading import Reading
from onrecord.schema.span import words
from onrecord.schema.statement import Statement

FOLDER = Path(__file__).with_name("chains")
_SAME = 0.8


class Expected(msgspec.Struct, frozen=True):
    """A statement that should be read, in words; `within` is the key of another, `via` from the nearest outwards, and
    `stance` empty where it is not asked."""

    key: str
    source: str
    cue: str
    content: str
    within: str | None
    via: tuple[str, ...]
    stance: str = ""


class Passage(msgspec.Struct, frozen=True):
    """A text and all its statements; `kind` is the heading that it stands under."""

    kind: str
    text: str
    statements: tuple[Expected, ...]


def passages(path: Path) -> tuple[Passage, ...]:
    """The passages of a file, in order."""
    return tuple(_passages(path.read_text(encoding="utf-8").splitlines()))


def _passages(lines: Sequence[str]) -> Iterator[Passage]:
    kind, text, told = "", "", list[Expected]()
    for line in [*lines, "> "]:
        if line.startswith("## "):
            kind = line.removeprefix("## ")
        elif line.startswith("> "):
            if text:
                yield Passage(kind, text, tuple(told))
            text, told = line.removeprefix("> "), []
        elif line and not line.startswith("#"):
            told.append(_expected([cell.strip() for cell in line.split(" | ")]))


def _expected(cells: Sequence[str]) -> Expected:
    key, source, cue, content, within, via, *stance = ["" if cell == "-" else cell for cell in cells]
    return Expected(key, source, cue, content, within or None, tuple(via.split("; ")) if via else (), *stance)


def wrong(passage: Passage) -> list[str]:
    """What is not read in a passage as it should be, a line each."""
    reading = pipeline.read(article(passage.text, id="a", published="2023-09-06"))
    found = {one.key: _match(one, reading) for one in passage.statements}
    ids = {said.id for said in found.values() if said is not None}
    told = [f"{one.key}: {what}" for one in passage.statements for what in _asked(one, found, reading)]
    return [*told, *[f"also {_shown(said, reading)}" for said in reading.statements if said.id not in ids]]


def _match(one: Expected, reading: Reading) -> Statement | None:
    """The statement with this cue, of several the one whose source and content are the closest."""
    text = reading.article.text
    same = [s for s in reading.statements if one.cue.lower() in words(text, s.cue).lower()]
    return max(
        same,
        key=lambda s: (
            _is_part(one.source, words(text, s.source.spans)),
            _alike(one.content, words(text, s.content)),
        ),
        default=None,
    )


def _asked(one: Expected, found: Mapping[str, Statement | None], reading: Reading) -> Iterator[str]:
    said, text = found[one.key], reading.article.text
    if said is None:
        yield f"not found ({one.cue})"
        return
    if not _is_part(one.source, source := words(text, said.source.spans)):
        yield f"source {source!r}"
    if _alike(one.content, content := words(text, said.content)) < _SAME:
        yield f"content {content!r}"
    around = found[one.within] if one.within else None
    if said.within != (around.id if around else None):
        yield f"within {said.within}, not {around.id if around else None}"
    if not _is_by_way_of(one.via, said.via, reading):
        yield f"via {[reading.actors[actor].name for actor in said.via]}"
    if one.stance and said.stance != one.stance:
        yield f"stance {said.stance}, not {one.stance}"


def _is_part(wanted: str, found: str) -> bool:
    return wanted in found or (found != "" and found in wanted) if wanted else not found


def _alike(wanted: str, found: str) -> float:
    """The share of words that two contents have in common."""
    a, b = (Counter(text.replace(" ... ", " ").split()) for text in (wanted, found))
    return (a & b).total() / max(1, (a | b).total())


def _is_by_way_of(wanted: Sequence[str], via: Sequence[str], reading: Reading) -> bool:
    """True where the actors are those of the words, in order."""
    named = [{m.actor for m in reading.mentions if name in m.text or m.text in name} for name in wanted]
    return len(via) == len(wanted) and all(actor in ids for actor, ids in zip(via, named, strict=True))


def _shown(said: Statement, reading: Reading) -> str:
    text = reading.article.text
    return " | ".join(words(text, spans) for spans in (said.source.spans, said.cue, said.content))
