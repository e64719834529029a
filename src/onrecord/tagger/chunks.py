"""Base noun phrases from tags (Abney 1991, "Parsing by chunks"), possessors as phrases of their own."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.schema.labels import Chunk

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS", "FW"])
_NUMBERS = frozenset(["CD"])
_BEFORE_NOUN = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "CD", "$", "#", "AFX"])
_NEVER_FIRST = frozenset(
    ["IN", "TO", ".", ",", ":", "CC", "``", "''", "-LRB-", "-RRB-", "POS", "MD", "RP", "WDT", "WP", "WRB", "UH", "VB"]
)
_ALONE = frozenset(["PRP", "EX"])
_DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
_PRONOUN_DETERMINERS = frozenset(
    ["this", "that", "these", "those", "both", "all", "some", "neither", "either", "another"]
)


def chunks(tags: Sequence[str], words: Sequence[str], taken: Sequence[bool]) -> tuple[Chunk, ...]:
    """The noun phrases of a sentence outside its verb groups (`taken`), in order; a possessor follows the phrase that
    holds it."""
    found: list[Chunk] = []
    i = 0
    while i < len(tags):
        measure = 0 if taken[i] or words[i] not in _MEASURE_HEADS else _measure(tags, words, taken, i)
        if measure:
            phrase = _phrases(tags, words, i, _phrase_end(tags, words, taken, i + measure))
            found += phrase
            i = max(i + 1, phrase[0].last if phrase else i)
        elif taken[i] or tags[i] in _NEVER_FIRST:
            i += 1
        elif tags[i] in _ALONE:
            found.append(Chunk(i, i + 1, i))
            i += 1
        else:
            end = _phrase_end(tags, words, taken, i)
            phrase = _phrases(tags, words, i, end)
            found += phrase
            i = max(i + 1, phrase[0].last if phrase else end)
    return tuple(found)


# What stands before a number and belongs to it ("at least three ships", "more than 50 people").
_MEASURES = (
    ("no", "fewer", "than"),
    ("no", "more", "than"),
    ("as", "many", "as"),
    ("as", "few", "as"),
    ("at", "least"),
    ("at", "most"),
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("up", "to"),
    ("well", "over"),
    ("over",),
    ("around",),
    ("about",),
)
_MEASURE_HEADS = frozenset(measure[0] for measure in _MEASURES)


def _measure(tags: Sequence[str], words: Sequence[str], taken: Sequence[bool], i: int) -> int:
    """The number of words of a measure at token `i` before a number of things or people, 0 for none."""
    for measure in _MEASURES:
        end = i + len(measure)
        if tuple(words[i:end]) == measure and end < len(tags) and tags[end] == "CD" and not any(taken[i:end]):
            return len(measure) if _counts_things(tags, words, end) else 0
    return 0


def _counts_things(tags: Sequence[str], words: Sequence[str], number: int) -> bool:
    """True where a plural follows the number that is no length of time, distance or hour."""
    for k in range(number + 1, min(len(tags), number + 4)):
        if tags[k] in ("NNS", "NNPS"):
            return words[k] not in _UNITS
        if tags[k] not in ("JJ", "CD", "NN", "NNP", "VBN"):
            return False
    return False


_UNITS = frozenset(
    "days weeks months years hours minutes seconds decades centuries miles kilometers kilometres metres meters feet km "
    "percent points degrees".split()
)


def _phrase_end(tags: Sequence[str], words: Sequence[str], taken: Sequence[bool], start: int) -> int:
    """The end of the longest phrase that may begin at `start`."""
    i = start
    noun = False
    while i < len(tags) and not taken[i]:
        tag = tags[i]
        if tag in _NOUNS:
            if noun and words[i].capitalize() in _DAYS and tags[i] == "NNP" and tags[i - 1] != "POS":
                break
            noun = True
        elif tag == "POS":
            if not noun:
                break
            noun = False
        elif not _continues(tags, words, taken, start, i, noun=noun):
            break
        i += 1
    return i


def _continues(
    tags: Sequence[str], words: Sequence[str], taken: Sequence[bool], start: int, i: int, *, noun: bool
) -> bool:
    """True where a token that is no noun goes on with the phrase."""
    tag = tags[i]
    after = tags[i + 1] if i + 1 < len(tags) and not taken[i + 1] else ""
    if tag in ("DT", "PDT", "PRP$", "WP$"):
        return i == start or tags[i - 1] == "PDT"
    if tag in _BEFORE_NOUN:
        return (
            not noun
            or (tags[i - 1][:3] == "NNP" and _noun_follows(tags, taken, i))
            or (tag == "CD" and tags[i - 1] == "NNP")
        )
    if tag[:2] == "RB":
        return not noun and after in ("JJ", "CD", "VBN", "RB", "JJR") and _noun_follows(tags, taken, i)
    if tag in (",", "CC"):
        return (
            not noun and i > start and tags[i - 1][:2] == "JJ" and after[:2] == "JJ" and _noun_follows(tags, taken, i)
        )
    if tag in ("``", "''") and i > start:
        return not noun and after in ("JJ", "NN", "NNS")
    return False


def _noun_follows(tags: Sequence[str], taken: Sequence[bool], i: int) -> bool:
    """True where a noun comes before anything that ends the phrase."""
    for j in range(i + 1, min(len(tags), i + 6)):
        if taken[j]:
            return False
        if tags[j] in _NOUNS:
            return True
        if tags[j] not in _BEFORE_NOUN and tags[j] not in (",", "CC", "RB", "``", "''"):
            return False
    return False


def _phrases(tags: Sequence[str], words: Sequence[str], start: int, end: int) -> list[Chunk]:
    """The phrase in the tokens `start` to `end` with its possessors, outermost first; none where it has no head."""
    while end > start and tags[end - 1] in ("POS", ",", "CC", "RB", "``", "''"):
        end -= 1
    head = _head(tags, words, start, end)
    if head is None:
        return []
    found = [Chunk(start, end, head)]
    possessives = [i for i in range(start, end) if tags[i] == "POS"]
    for mark in reversed(possessives):
        inner = _head(tags, words, start, mark)
        if inner is not None:
            found.append(Chunk(start, mark, inner))
    return found


def _head(tags: Sequence[str], words: Sequence[str], start: int, end: int) -> int | None:
    """The last noun; else a number, a nominal adjective after an article ("the accused"), a lone "these"."""
    for wanted in (_NOUNS, _NUMBERS):
        for i in range(end - 1, start - 1, -1):
            if tags[i] in wanted:
                return i
    if end - start > 1 and tags[start] in ("DT", "PRP$", "PDT"):
        return end - 1
    if end - start == 1 and tags[start] == "DT" and words[start] in _PRONOUN_DETERMINERS:
        return start
    return None
