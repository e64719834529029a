"""Governments: capitals and seats of power that stand for a state where they speak or act ("Hanoi summoned ...")."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.found import Line, Phrase
from onrecord.knowledge import actors as tables
from onrecord.knowledge import predicates
from onrecord.schema.labels import Chunk, Predicate

_SPEECH = frozenset(
    "say tell urge accuse deny reject call demand want insist announce warn vow pledge promise refuse agree ask "
    "confirm seek hope fear believe claim argue condemn blame welcome threaten offer decide plan intend consider "
    "expect need".split()
)
_ADDRESSED = frozenset(
    "urge ask tell accuse press warn call demand blame want order pressure assure accuse help".split()
)


def governments(line: Line) -> Iterator[Phrase]:
    """The capitals of a sentence that stand for their governments."""
    table = tables.load()
    for chunk in line.labels.chunks:
        words = line.words[chunk.first : chunk.last]
        if not words[0][:1].isupper() or len(words) > 3:
            continue
        code = table.states.government_of(" ".join(words))
        if code is not None and _acts(line, chunk):
            state = table.get(code.lower())
            if state is not None:
                yield Phrase(
                    line=line, chunk=chunk, first=chunk.first, last=chunk.last, kind="country", name=state.name,
                    known=state.id, country=code, body=True, how="metonym",
                )  # fmt: skip


def _acts(line: Line, chunk: Chunk) -> bool:
    """True where the name is the subject of a verb of speech or of an event, or whom such a verb addresses."""
    for predicate in line.labels.predicates:
        for argument in predicate.arguments:
            if chunk.head in argument.heads and _as_actor(predicate, argument.role, argument.marker):
                return True
    return False


def _as_actor(predicate: Predicate, role: str, marker: str | None) -> bool:
    lemma = predicate.lemma
    if role == "ARG0":
        return lemma in _SPEECH or (predicate.pos == "v" and bool(predicates.load().candidates(lemma, "v")))
    if role == "ARG1":
        return lemma in _ADDRESSED
    return marker in ("with", "between", "against") or (marker in ("on", "upon", "to") and lemma in _ADDRESSED)
