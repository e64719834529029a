"""Participants: a noun in the tree as an argument, with all that is coordinated with it or apposed to it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.schema.labels import Argument, Role
from onrecord.tagger.trees.parse import Parse
from onrecord.tagger.words import TIME_NOUNS

_CASE = frozenset(["case"])
_CONJ = frozenset(["conj"])
_APPOS = frozenset(["appos"])
_JOINED = _CONJ | _APPOS
_FIXED = frozenset(["fixed"])
_CLAUSE = frozenset(["nsubj", "nsubj:pass", "cop", "aux", "expl"])
_RELATIVE_TAGS = frozenset(["WDT", "WP", "WP$"])
_SECOND = frozenset(["of", "to", "with", "from", "for", "as", "than", "on", "by"])
_UP = 6
# What the tables know by one of its words.
_PLAIN = {"out of": "out", "instead of": "instead", "off of": "off", "up to": "to", "inside of": "inside"}


def participant(parse: Parse, i: int, role: Role, marker: str | None = None) -> Argument | None:
    """The argument whose head in the tree is token `i`, a relative pronoun read as its antecedent; None where there is
    no noun phrase."""
    if parse.tags[i] in _RELATIVE_TAGS or i not in parse.phrases:
        antecedent = antecedent_of(parse, i)
        return listed(parse, antecedent, role, marker, before=i) if antecedent is not None else None
    return listed(parse, i, role, marker)


def listed(parse: Parse, i: int, role: Role, marker: str | None, before: int | None = None) -> Argument | None:
    """The argument of the noun at token `i`, of its list only what stands before token `before`."""
    phrase = parse.phrases.get(i)
    if phrase is None:
        return None
    if parse.tree.first(i, _JOINED) is None:
        return Argument(role, phrase.first, phrase.last, (phrase.head,), marker)
    members = [k for k in _members(parse, i, marker) if before is None or k == i or k < before]
    heads = tuple(sorted({parse.phrases[k].head for k in members}))
    ends = [parse.phrases[k].last for k in (*members, *(a for m in members for a in _apposed(parse, m, before)))]
    first = min(parse.phrases[k].first for k in members)
    last = max(ends)
    if last < len(parse.words) and parse.tags[last] == "-RRB-" and "-LRB-" in parse.tags[first:last]:
        last += 1
    return Argument(role, first, last, heads, marker)


def _members(parse: Parse, i: int, marker: str | None) -> Iterator[int]:
    """The noun and those listed with it; not one that "not" takes out or that has a preposition of its own."""
    waiting = [i]
    for member in waiting:
        yield member
        waiting.extend(k for k in parse.tree.all(member, _CONJ) if k > member and _is_listed(parse, k, marker))


def _is_listed(parse: Parse, k: int, marker: str | None) -> bool:
    if k not in parse.phrases or parse.tree.first(k, _CLAUSE) is not None:
        return False
    if parse.tree.first(k, _CASE) is not None and case(parse, k) not in (marker, None):
        return False
    return not any(parse.words[d] in ("not", "never") for d in parse.tree.dependents[k])


def _apposed(parse: Parse, i: int, before: int | None) -> Iterator[int]:
    for k in parse.tree.all(i, _APPOS):
        if k in parse.phrases and k > i and (before is None or k < before):
            yield k


def apart(parse: Parse, i: int) -> Iterator[int]:
    """The nouns listed with that of token `i` under another preposition ("in Lima and with Chile")."""
    for k in parse.tree.all(i, _CONJ):
        if k in parse.phrases and parse.tree.first(k, _CASE) is not None:
            yield k


def case(parse: Parse, i: int) -> str | None:
    """The preposition of a noun, its words joined ("because of"); None where it has none."""
    found = parse.tree
    marks = [k for k in found.all(i, _CASE) if parse.tags[k] != "POS" and k < i]
    if not marks:
        return None
    words = [k for mark in marks for k in (mark, *found.all(mark, _FIXED))]
    if len(words) > 1 and (words[-1] - words[0] >= len(words) or parse.words[words[-1]] not in _SECOND):
        words = words[:1]
    text = " ".join(parse.words[k] for k in words)
    if not text[0].isalpha():
        return None
    return _PLAIN.get(text, text)


def antecedent_of(parse: Parse, i: int) -> int | None:
    """The noun for which a relative pronoun stands: the one on which its relative clause hangs."""
    if parse.tags[i] not in (*_RELATIVE_TAGS, "IN", "DT") or (
        parse.words[i] != "that" and parse.tags[i] in ("IN", "DT")
    ):
        return None
    found, at = parse.tree, i
    for _ in range(_UP):
        head = found.heads[at]
        if found.relations[at] == "acl:relcl":
            return head if head < i and head in parse.phrases else None
        if head == at:
            return None
        at = head
    return None


def is_time(parse: Parse, argument: Argument) -> bool:
    """True for "Monday" or "last week"."""
    head = argument.heads[0]
    return parse.lemmas[head].lower() in TIME_NOUNS and parse.words[head] != "may"


def renamed(argument: Argument | None, role: Role, marker: str | None = None) -> Argument | None:
    """The argument in another role."""
    if argument is None or (argument.role == role and argument.marker == marker):
        return argument
    return msgspec.structs.replace(argument, role=role, marker=marker)
