"""Patterns: the grammar's rules compiled to regular expressions over word classes.

A pattern has no repetition, so that each match takes bounded time and a sentence is read in time linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from onrecord.knowledge.rows import Row
from onrecord.knowledge.time_words import GrammarRow, grammar, lexicon
from onrecord.times.lexer import alphabet

_SYNTAX = re.compile(
    r"(?P<mark>[(){}|?])|<(?P<part>\w+)>|(?P<slot>\w+)(?:=(?P<const>[^:\s]+))?:(?P<of>\w+)|(?P<bare>\w+)|(?P<wrong>\S)"
)


class Slot(msgspec.Struct, frozen=True, gc=False):
    """What a group of a pattern fills: a slot, with the word's own value or with a constant."""

    name: str
    const: str | None


class Rule(msgspec.Struct, frozen=True):
    """A rule of the grammar.

    `first` are the classes that a match can begin with, `slots` what each group of `regex` fills, `given` the slots
    that hold for every match. `marked` are the groups that are expressions of their own; empty where the whole is one.
    """

    name: str
    reading: str
    guard: str
    given: Mapping[str, str]
    regex: re.Pattern[str]
    first: frozenset[str]
    slots: Mapping[int, Slot]
    marked: tuple[int, ...]


class Piece(msgspec.Struct, frozen=True):
    """A piece of a pattern: its regular expression, the classes it can begin with, whether it can be empty, and whether
    it can match words of no core class (`idle`)."""

    regex: str
    first: frozenset[str]
    empty: bool
    idle: bool

    def then(self, other: Piece) -> Piece:
        first = self.first | other.first if self.empty else self.first
        return Piece(self.regex + other.regex, first, self.empty and other.empty, self.idle and other.idle)

    def either(self, other: Piece) -> Piece:
        first, empty = self.first | other.first, self.empty or other.empty
        return Piece(f"{self.regex}|{other.regex}", first, empty, self.idle or other.idle)

    def maybe(self) -> Piece:
        return Piece(f"(?:{self.regex})?", self.first, True, True)

    def within(self, opening: str) -> Piece:
        return Piece(f"{opening}{self.regex})", self.first, self.empty, self.idle)


_NOTHING = Piece("", frozenset(), True, True)


class _Compiler:
    """Compiles one pattern; groups are numbered as they come, through all the parts it names."""

    def __init__(self, row: Row, sets: Mapping[str, str], parts: Mapping[str, str]) -> None:
        self.row, self.sets, self.parts = row, sets, parts
        self.slots: dict[int, Slot] = {}
        self.marked: list[int] = []
        self.groups = 0

    def compile(self, pattern: str) -> Piece:
        tokens = list(_SYNTAX.finditer(pattern))
        piece, end = self._alternatives(tokens, 0)
        if end != len(tokens):
            raise self.row.error(f"{tokens[end].group()!r} is not expected in the pattern")
        return piece

    def _alternatives(self, tokens: list[re.Match[str]], i: int) -> tuple[Piece, int]:
        piece, i = self._sequence(tokens, i)
        while i < len(tokens) and tokens[i].group() == "|":
            other, i = self._sequence(tokens, i + 1)
            piece = piece.either(other)
        return piece, i

    def _sequence(self, tokens: list[re.Match[str]], i: int) -> tuple[Piece, int]:
        piece = _NOTHING
        while i < len(tokens) and tokens[i].group() not in "|)}":
            item, i = self._item(tokens, i)
            if i < len(tokens) and tokens[i].group() == "?":
                item, i = item.maybe(), i + 1
            piece = piece.then(item)
        return piece, i

    def _item(self, tokens: list[re.Match[str]], i: int) -> tuple[Piece, int]:
        token = tokens[i]
        if token.group() in "({":
            return self._bracket(tokens, i)
        if token["part"]:
            return self._part(token["part"]), i + 1
        if token["slot"]:
            self.groups += 1
            self.slots[self.groups] = Slot(token["slot"], token["const"])
            return self._class(token["of"], "({})"), i + 1
        return self._class(token["bare"] or token.group(), "{}"), i + 1

    def _bracket(self, tokens: list[re.Match[str]], i: int) -> tuple[Piece, int]:
        expression = tokens[i].group() == "{"
        if expression:
            self.groups += 1
            self.marked.append(self.groups)
        piece, end = self._alternatives(tokens, i + 1)
        if end == len(tokens) or tokens[end].group() != (")", "}")[expression]:
            raise self.row.error(f"{tokens[i].group()!r} is not closed in the pattern")
        return piece.within("(" if expression else "(?:"), end + 1

    def _part(self, name: str) -> Piece:
        if name not in self.parts:
            raise self.row.error(f"there is no part {name!r}")
        return self.compile(self.parts[name]).within("(?:")

    def _class(self, name: str, form: str) -> Piece:
        letters = _letters(self.row, name, self.sets)
        idle = not set(letters) <= set(self.sets["CORE"])
        return Piece(form.format(f"[{letters}]"), frozenset(letters), False, idle)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the packaged grammar, in its order. Raises KnowledgeError where a row is malformed."""
    sets: dict[str, str] = {}
    parts: dict[str, str] = {}
    found: list[Rule] = []
    for row in grammar():
        if row.kind == "set":
            sets[row.name] = "".join(_letters(row.row, name, sets) for name in row.pattern.split())
        elif row.kind == "part":
            parts[row.name] = row.pattern
        elif row.kind == "rule":
            found.append(compiled(row, sets, parts))
        else:
            raise row.row.error(f"kind is {row.kind!r}: it may be set, part or rule")
    return tuple(found)


@cache
def core_words() -> frozenset[str]:
    """The words one of which stands in every time expression that has no figures for it, as they may be written."""
    core = next(set(row.pattern.split()) for row in grammar() if row.kind == "set" and row.name == "CORE")
    within = {name for row in grammar() if row.kind == "set" and row.name in core for name in row.pattern.split()}
    kinds, known = core | within, lexicon()
    words = [(text, word.capital) for text, word in known.words.items() if word.kind in kinds]
    ends = [(p.rest[-1], False) for phrases in known.phrases.values() for p in phrases if p.word.kind in kinds]
    written: set[str] = set()
    for text, capital in (*words, *ends):
        for piece in re.findall(r"[^\W\d_]+", text)[-1:]:
            written |= {piece.title(), piece.upper()} | (set() if capital else {piece})
    return frozenset(written)


def _letters(row: Row, name: str, sets: Mapping[str, str]) -> str:
    """The characters of a set or a word class."""
    letters = sets.get(name) or alphabet().get(name)
    if not letters:
        raise row.error(f"there is no word class or set {name!r}")
    return letters


def compiled(row: GrammarRow, sets: Mapping[str, str], parts: Mapping[str, str]) -> Rule:
    """A rule of the grammar, compiled. Raises KnowledgeError, which names the line, where it is malformed."""
    compiler = _Compiler(row.row, sets, parts)
    piece = compiler.compile(row.pattern)
    if piece.empty:
        raise row.row.error("the pattern matches nothing at all")
    if piece.idle and row.reading != "none":
        raise row.row.error("the pattern matches words without any of the set CORE")
    given = dict(pair.split("=", 1) for pair in row.given.split())
    regex = re.compile(piece.regex)
    marked = tuple(compiler.marked)
    return Rule(row.name, row.reading, row.guard, given, regex, piece.first, compiler.slots, marked)
