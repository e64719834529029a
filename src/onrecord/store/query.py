"""What a person types into a search box, as an FTS5 expression that is never a syntax error."""

from __future__ import annotations

import re
from itertools import islice

import msgspec

TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
MOST_TERMS = 50
"""FTS5's parser has a stack of limited depth; the words after these are not looked at."""
WORD_CHARACTER = re.compile(r"[^\W_]")


class Term(msgspec.Struct, frozen=True):
    """A word or a phrase as FTS5 writes it; `wanted` is false for what must not be there."""

    expression: str
    wanted: bool


def expression(query: str) -> str | None:
    """The query in FTS5's language (https://www.sqlite.org/fts5.html, section 3); None where nothing is asked for.

    All words must be there; `"several words"` is a phrase, `word*` a beginning, `-word` leaves out, and `OR` between
    two words asks for either.
    """
    groups: list[list[str]] = []
    left_out: list[str] = []
    joined = False
    for match in islice(TERM.finditer(query.replace("\x00", " ")), MOST_TERMS):
        if match["word"] == "OR" and groups:
            joined = True
            continue
        term = read_term(match)
        if term is None:
            continue
        if not term.wanted:
            left_out.append(term.expression)
        elif joined:
            groups[-1].append(term.expression)
        else:
            groups.append([term.expression])
        joined = False
    if not groups:
        return None
    asked = " AND ".join(f"({' OR '.join(group)})" for group in groups)
    return f"({asked}) NOT ({' OR '.join(left_out)})" if left_out else asked


def read_term(match: re.Match[str]) -> Term | None:
    """One word or phrase; None where it has no letter or digit to look for."""
    words = match["phrase"] if match["word"] is None else match["word"]
    if not WORD_CHARACTER.search(words):
        return None
    beginning = match["word"] is not None and words.endswith("*")
    quoted = '"' + words.rstrip("*").replace('"', '""') + '"'
    return Term(quoted + ("*" if beginning else ""), wanted=not match["minus"])
