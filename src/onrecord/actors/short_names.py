"""Short names: "the Post" and "the Times" for an outlet whose full name the article has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.actors.found import Line, Phrase
from onrecord.schema.labels import Chunk


def with_short_names(lines: Sequence[Line], found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, with those of outlets that are called by the last word of their name, after "the".

    An outlet of the tables with just that name ("The Times") gives way to the one of which the article has told.
    """
    full = _by_last_word(found)
    if not full:
        return list(found)
    kept = [p for p in found if _own(p, full) is None]
    taken = {(p.line.number, i) for p in kept if p.kind is not None for i in range(p.first, p.last)}
    uses = (use for line in lines for use in _uses(line, full) if (line.number, use.first) not in taken)
    return [*kept, *uses]


def _by_last_word(found: Sequence[Phrase]) -> dict[str, Phrase]:
    """Outlets named in full, by the last word of their name; none where two share it."""
    full: dict[str, Phrase] = {}
    several = set[str]()
    for phrase in found:
        words = [word for word in phrase.line.words[phrase.first : phrase.last] if word.lower() != "the"]
        if phrase.kind != "outlet" or len(words) < 2 or not words[-1].istitle():
            continue
        if full.setdefault(words[-1], phrase).name != phrase.name:
            several.add(words[-1])
    return {word: phrase for word, phrase in full.items() if word not in several}


def _own(phrase: Phrase, full: dict[str, Phrase]) -> Phrase | None:
    """The outlet for which a phrase of one word, but for an article, stands as a short name."""
    words = [word for word in phrase.line.words[phrase.first : phrase.last] if word.lower() != "the"]
    outlet = full.get(words[-1]) if len(words) == 1 else None
    after_article = phrase.line.lower[phrase.first] == "the" or phrase.line.lower[phrase.first - 1] == "the"
    return outlet if outlet is not None and after_article and phrase.kind in (None, "outlet", "organization") else None


def _uses(line: Line, full: dict[str, Phrase]) -> Iterator[Phrase]:
    """The places of a sentence where such a word stands alone behind "the"."""
    for i, word in enumerate(line.words):
        outlet = full.get(word)
        if outlet is None or not i or line.lower[i - 1] != "the" or _goes_on(line, i + 1):
            continue
        yield msgspec.structs.replace(outlet, line=line, chunk=_chunk(line, i), first=i, last=i + 1, how="short name")


def _goes_on(line: Line, i: int) -> bool:
    """True where a longer name follows ("the Post Office")."""
    return i < len(line.words) and line.labels.tags[i][:3] == "NNP"


def _chunk(line: Line, i: int) -> Chunk:
    around = (chunk for chunk in line.labels.chunks if chunk.first <= i < chunk.last)
    return min(around, key=lambda chunk: chunk.last - chunk.first, default=Chunk(i, i + 1, i))
