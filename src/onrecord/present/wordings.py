"""The table of wordings (wordings.tsv): how to tell of an event of a type and mode with a given predicate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.present.verbs import lemmas

OWN = "="
ANY = "*"


class Wording(msgspec.Struct, frozen=True):
    """A verb phrase and what may follow it.

    `verb` is in its base form. `after` are patterns, the best first, with {r}, {o}, {p}, {n} and {an} in them. Where it
    is `vague` the words of the report tell more and are to be quoted with it; it is `general` where it fits any word of
    a type and mode.
    """

    verb: str
    after: tuple[str, ...]
    vague: bool = False
    general: bool = False


class _Key(msgspec.Struct, frozen=True):
    type: str
    mode: str
    word: str


@cache
def table() -> Mapping[_Key, Wording]:
    """The wordings by type, mode and word; of two rows with one key the first holds."""
    text = files("onrecord.present").joinpath("wordings.tsv").read_text(encoding="utf-8")
    found: dict[_Key, Wording] = {}
    for row in text.splitlines():
        if row and not row.startswith("#"):
            for key, wording in _entries(row):
                found.setdefault(key, wording)
    return found


def _entries(row: str) -> Iterator[tuple[_Key, Wording]]:
    type_, mode, words, verb, after, *vague = row.split("\t")
    patterns = tuple("" if part == "." else part for part in after.split(" / "))
    for word in words.split("|"):
        own = word if verb == OWN else verb
        yield _Key(type_, mode, word), Wording(own, patterns, vague == ["q"], general=word == ANY)


@cache
def wording(type_: str, mode: str | None, predicate: str) -> Wording:
    """The wording for an event: of its mode and word, of its type and word, of its mode, of its type."""
    modes = [mode, ANY] if mode else [ANY]
    words = sorted(lemmas(predicate))
    keys = [_Key(type_, place, word) for place in modes for word in words]
    keys += [_Key(type_, place, ANY) for place in modes]
    known = table()
    return next(known[key] for key in keys if key in known)
