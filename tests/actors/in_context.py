"""The mentions in context of `mentions.tsv`: read, judged as `benchmarks.mentions` judges, and stricter for groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.mentions import Row, read, wrong

FILE = Path(__file__).with_name("mentions.tsv")
_MARK = re.compile(r"[\[{<](?P<words>[^\]}>]*)[\]}>]")


class Example(msgspec.Struct, frozen=True):
    """A mention in its context, and what is right of it."""

    line: int
    kind: str
    text: str
    row: Row


def examples(path: Path = FILE) -> list[Example]:
    """The examples of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_example(number, line) for number, line in enumerate(lines, 1) if line and line[0] != "#"]


def problems(example: Example) -> list[str]:
    """What is wrong with how a mention is read, a few words each."""
    reading = read(example.row)
    found = list(wrong(example.row, reading))
    members = example.row["expect"].get("members")
    if members is not None:
        start, end = example.row["at"]["mention"]
        ids = {m.actor for m in reading.mentions if start <= m.start and m.end <= end}
        if len(ids) != len(members):
            found.append(f"{len(ids)} members of {len(members)}")
    return found


def _example(number: int, line: str) -> Example:
    kind, day, marked, told = line.split("\t")
    plain, at = _places(marked)
    expect = dict(_expected(told))
    expect.update({"same_as": "{}"} if "same_as" in at else {})
    expect.update({"not_same_as": ["<>"]} if "not_same_as" in at else {})
    places = {**at, "not_same_as": [at["not_same_as"]] if "not_same_as" in at else []}
    return Example(number, kind, marked, {"id": "x", "text": plain, "published": day, "expect": expect, "at": places})


def _places(marked: str) -> tuple[str, dict[str, list[int]]]:
    """The text without its marks, and where the marked words stand in it."""
    names = {"[": "mention", "{": "same_as", "<": "not_same_as"}
    plain, at, done = "", {}, 0
    for mark in _MARK.finditer(marked):
        plain += marked[done : mark.start()]
        at[names[mark[0][0]]] = [len(plain), len(plain) + len(mark["words"])]
        plain += mark["words"]
        done = mark.end()
    return plain + marked[done:], at


def _expected(told: str) -> Iterator[tuple[str, object]]:
    for part in told.split("; "):
        name, _, value = part.partition("=")
        if name == "place":
            yield "place", True
        elif name == "nobody":
            yield "name", None
        elif name == "members":
            yield "members", value.split("|")
        elif name == "sectors":
            yield "sectors", [] if value == "-" else [value]
        elif name != "same":
            yield name, None if value == "-" else value
