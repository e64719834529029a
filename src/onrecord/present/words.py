"""Words for a terminal or a page: names in a list, text on one line, a long text cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
# Control characters and marks that turn the direction of writing: a report must not be able to steer a terminal.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]")
_OPENING = re.compile(r'(?:^|[\s(\[])"(?=\S)(?!.*")')
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})

_PLURALS = frozenset(["media", "people", "police"])


def line(text: str) -> str:
    """A text on one line, without control characters."""
    return _SPACES.sub(" ", _UNSEEN.sub(lambda found: " " if found[0].isspace() else "", text)).strip()


def visible(text: str) -> str:
    """A text of the same length in which a space stands for every character that is not to be seen or breaks a line."""
    return "".join(" " if character.isspace() or _UNSEEN.match(character) else character for character in text)


def joined(names: Sequence[str], word: str = "and") -> str:
    """A list in words: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def few(names: Sequence[str], most: int = 4) -> str:
    """A list in words, from `most` names on with the number of the others: "A, B, C and 9 others"."""
    if len(names) <= most:
        return joined(names)
    return joined([*names[: most - 1], f"{len(names) - most + 1} others"])


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


_LONGEST = 80
"""Letters of the longest word."""


def cut(text: str, most: int) -> str:
    """A text cut at a word's end, with an ellipsis, where it has more than `most` words; so is an endless word."""
    words = [word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…" for word in text.split()]
    if len(words) > most:
        return " ".join(words[:most]) + " …"
    return text if all(len(word) <= _LONGEST for word in words) else " ".join(words)


def quoted(text: str) -> str:
    """A text in quotation marks; those within become single ones, those at its ends are left out."""
    return f"“{inner_marks(balanced(text.strip().strip('“”').strip()))}”"


def balanced(text: str) -> str:
    """A text with the quotation mark at its end, or its beginning, whose partner stands in it."""
    opening, closing = text.count("“"), text.count("”")
    if opening > closing:
        return f"{text}”"
    if closing > opening:
        return f"“{text}"
    if text.count('"') % 2 == 0:
        return text
    return f'{text}"' if _OPENING.search(text) else f'"{text}'


def inner_marks(text: str) -> str:
    """A text of the same length with single quotation marks in place of double ones."""
    return text.translate(_INNER)


def capitalised(text: str) -> str:
    """A text with a large first letter."""
    return text[:1].upper() + text[1:]


def with_article(noun: str) -> str:
    """A noun with "a" or "an" where it is a singular: "an appeal", "talks"."""
    last = noun.split()[-1] if noun.split() else ""
    if last.endswith("s") and not last.endswith("ss"):
        return noun
    if last in _PLURALS:
        return noun
    first = unicodedata.normalize("NFD", noun[:1]).lower()[:1]
    return f"{'an' if first in 'aeiou' else 'a'} {noun}"


def web_address(url: str | None) -> str | None:
    """An address that a reader can follow: of the web, and without a mark that could end it before its end."""
    return url if url and _WEB_ADDRESS.fullmatch(url) else None
