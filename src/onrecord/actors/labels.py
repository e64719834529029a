"""Labels: surnames in capitals in front of a turn of a printed conversation ("OKOT: We have a plan.")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.actors.cast import surname
from onrecord.actors.found import Line, Phrase
from onrecord.schema.labels import Chunk

_SHORTEST = 3


def with_labels(lines: Sequence[Line], found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, with the labels that are the surname of one person whom the article names in full."""
    labels = [line for line in lines if _is_label(line)]
    if not labels:
        return list(found)
    taken = {p.line.number for p in found if p.kind is not None and p.first == 0}
    full = _by_surname(found)
    return [*found, *_uses((line for line in labels if line.number not in taken), full)]


def _is_label(line: Line) -> bool:
    """True for a sentence that opens with one word in capitals and a colon."""
    word = line.words[0] if line.words else ""
    return len(word) >= _SHORTEST and word.isupper() and word.isalpha() and tuple(line.words[1:2]) == (":",)


def _by_surname(found: Sequence[Phrase]) -> dict[str, Phrase]:
    """The persons named in full, by their surname in capitals; none where two share it."""
    full: dict[str, Phrase] = {}
    several = set[str]()
    for phrase in found:
        if phrase.kind == "person" and " " in phrase.name and phrase.how != "role":
            last = surname(phrase.name.split()).upper()
            if full.setdefault(last, phrase).name != phrase.name:
                several.add(last)
    return {last: phrase for last, phrase in full.items() if last not in several}


def _uses(lines: Iterator[Line], full: dict[str, Phrase]) -> Iterator[Phrase]:
    for line in lines:
        phrase = full.get(line.words[0])
        if phrase is not None:
            yield msgspec.structs.replace(phrase, line=line, chunk=Chunk(0, 1, 0), first=0, last=1, how="short")
