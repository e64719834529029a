"""Turns: what is said in a printed conversation, each turn behind the name of who speaks and a colon.

Only where the form is plain: several paragraphs open so, by two names at least that come back. They stand for somebody,
or are written in capitals beside one that does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.schema.actor import Mention
from onrecord.schema.span import Span, Spans
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.grammar.found import TURN
from onrecord.statements.line import QUOTE_MARKS, Line

_LONGEST = 4  # tokens of a name
_SPEAKERS = 2
_TIMES = 2


def with_turns(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention], found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions, with the turns of a conversation; what these say belongs to nobody else, but for whoever is
    quoted within a turn."""
    turns = tuple(_turns(text, lines, mentions))
    if not turns:
        return tuple(found)
    kept = (_outside(one, turns) for one in found)
    return tuple(sorted([*(one for one in kept if one is not None), *turns], key=lambda one: one.cue))


def _turns(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Attribution]:
    labels = {line.number: label for line in lines if (label := _label(lines, line)) is not None}
    known = any(_is_somebody(label[1], mentions) for label in labels.values())
    opened = {
        number: label
        for number, label in labels.items()
        if _is_somebody(label[1], mentions) or (known and label[0].isupper())
    }
    names = Counter(name for name, _, _ in opened.values())
    if sum(times >= _TIMES for times in names.values()) < _SPEAKERS:
        return
    for number, (_, source, colon) in opened.items():
        content = trimmed(text, Span(colon.end, _paragraph_end(lines, lines[number])), quoted=False)
        if content.start < content.end:
            yield Attribution(sentence=number, cue=(colon,), source=(source,), content=(content,), rule=TURN)


def _label(lines: Sequence[Line], line: Line) -> tuple[str, Span, Span] | None:
    """The name with which a paragraph opens, its span and that of the colon behind it."""
    before = lines[line.number - 1].sentence if line.number else None
    if before is not None and before.paragraph == line.sentence.paragraph:
        return None
    first = 1 if line.words[0] in QUOTE_MARKS else 0
    colon = next((i for i in range(first + 1, min(first + 1 + _LONGEST, line.end)) if line.words[i] == ":"), None)
    if colon is None:
        return None
    tokens = line.sentence.tokens[first:colon]
    name = " ".join(token.text for token in tokens)
    if not _is_name([token.text for token in tokens]):
        return None
    return name, line.sentence.slice(first, colon), line.sentence.slice(colon, colon + 1)


def _is_name(words: Sequence[str]) -> bool:
    """True for words with capitals, all of them written alike: not "JUST WATCHED Okot"."""
    large = {word.isupper() for word in words if word.isalpha() and len(word) > 1}
    return len(large) == 1 and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _is_somebody(label: Span, mentions: Sequence[Mention]) -> bool:
    """True where a label has the name of an actor in it: "Winner" and "Photos" are nobody."""
    return any(m.actor is not None and m.start < label.end and label.start < m.end for m in mentions)


def _paragraph_end(lines: Sequence[Line], line: Line) -> int:
    own = (one.sentence for one in lines[line.number :] if one.sentence.paragraph == line.sentence.paragraph)
    return max(sentence.end for sentence in own)


def _outside(one: Attribution, turns: Sequence[Attribution]) -> Attribution | None:
    """An attribution without the turns that it took in; None where it is one of them."""
    if any(one.cue[0].overlaps(turn.cue[0]) for turn in turns):
        return None
    content = tuple(span for span in one.content if not any(_is_foreign(one, span, turn) for turn in turns))
    return msgspec.structs.replace(one, content=content) if content else None


def _is_foreign(one: Attribution, span: Span, turn: Attribution) -> bool:
    """True for words of a turn in which the attribution does not stand."""
    return _holds(turn.content, span.start) and not _holds(turn.content, one.cue[0].start)


def _holds(spans: Spans, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)
