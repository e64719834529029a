"""The words of a report around a predicate, for the quotations in sentences."""

from __future__ import annotations

import re

import msgspec

from onrecord.present.words import line

# Where the words behind a predicate end: at a stop, a dash, the end of what is quoted, or where its source is told.
_END = re.compile(
    r"[;:!?](?=\s|$)|\.(?=[\s”\"']*$)|[,.!?][\"'’”](?=\s|$)|\s[—–-]\s|”"
    r"|,\s(?:[^,]{1,60}\s)?(?:said|says|told|reported|reports|according\sto)\b"
)
_BEFORE_A_NOUN = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|my|your|this|that|these|those|no|any|some|another|of|for)|[’']s?)\s+$",
    re.IGNORECASE,
)
_BEFORE_A_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got|getting)\s+(?:(?:not|no longer|also|\w+ly)\s+)*$", re.IGNORECASE
)
_AGENT = re.compile(r"(?:\S+ ){0,3}by\b(?! \w+ing\b)")


class OwnWords(msgspec.Struct, frozen=True):
    """A predicate in the words of its report, the words behind it, and whether it is seen to be a noun, or a verb in
    the passive voice."""

    predicate: str = ""
    following: str = ""
    noun: bool = False
    passive: bool = False


def own_words(text: str, start: int, end: int, stop: int) -> OwnWords:
    """The predicate from `start` to `end`; what follows is looked for up to `stop`."""
    behind = text[end:stop]
    found = _END.search(behind)
    following = line(behind[: found.start()] if found else behind).strip(" ,")
    words, before = line(text[start:end]), text[max(0, start - 24) : start]
    noun = _BEFORE_A_NOUN.search(before) is not None
    passive = not words.endswith("ing") and bool(_BEFORE_A_PASSIVE.search(before) or _AGENT.match(following))
    return OwnWords(words, following, noun, passive)


def in_sentence(predicate: str, sentence: str) -> OwnWords:
    """The same where only the words of a predicate are known, and its sentence."""
    found = re.search(rf"\b{re.escape(predicate)}\b", sentence) if predicate else None
    if found is None:
        return OwnWords(line(predicate))
    return own_words(sentence, found.start(), found.end(), len(sentence))
