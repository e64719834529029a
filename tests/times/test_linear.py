"""No rule takes more than linear time: four times the text takes four times the work, of a rule's own words.

Work is counted in calls of functions, which is the same on every machine; `benchmarks.times_worst` has the seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

from onrecord.knowledge.time_words import lexicon
from onrecord.schema.article import Article
from onrecord.schema.labels import Labels
from onrecord.schema.token import Document
from onrecord.segment import segment
from onrecord.tagger import label
from onrecord.times import read, ties
from onrecord.times.lexer import alphabet
from onrecord.times.patterns import Rule, rules

LONG, SHORT = 4_000, 1_000
SLACK = 1.1
PIECES = ["May 1,", "the end of", "two and a half", "1999 -", "1999", "1,", "p.m.", "1/", "'", "6 p.m. Monday, at 5:30"]
# A number of each form that the lexer tells apart, and the marks.
FORMS = {
    "DAYNUM": "3", "YEARNUM": "1999", "HHMM": "2120", "ORDN": "3rd", "DECADE": "1990s", "SHORTYEAR": "'99",
    "NUM2": "45",
    "CLOCK": "5:30", "FRACTION": "1/2", "SLASH": "3/4/2021", "ISO": "2023-09-06", "NUM": "2,000", "DECIMAL": "2.5",
    "COMMA": ",", "DOT": ".", "HYPHEN": "-", "LPAR": "(", "RPAR": ")", "SIGN": "+", "AMPM": "p.m.", "QCODE": "Q3",
    "HCODE": "H1", "POSS": "'s", "OTHER": "x",
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def tables() -> None:
    """The tables are loaded before anything is counted."""
    read(repeated("On 3/4/2021 and from May 1 at 5:30 p.m. EST", SHORT), Labels(()))


def words_of(rule: Rule) -> str:
    """A word of every class that a rule's pattern has, in the order of the pattern."""
    letters = [letter for letter in dict.fromkeys(rule.regex.pattern) if letter in SAMPLES]
    return " ".join(SAMPLES[letter] for letter in letters)


def samples() -> Iterator[tuple[str, str]]:
    """A word for each letter of the alphabet of classes."""
    letters = alphabet()
    for first, phrases in lexicon().phrases.items():
        for phrase in phrases:
            yield letters[phrase.word.kind], " ".join((first, *phrase.rest)).capitalize()
    for text, word in lexicon().words.items():
        yield letters[word.kind], text.capitalize() if word.capital else text
    for kind, text in FORMS.items():
        yield letters[kind], text


SAMPLES = dict(samples())


def work(document: Document, labels: Labels) -> int:
    """How many functions are called to read a document."""
    return calls_of(lambda: read(document, labels))


def calls_of(task: Callable[[], object]) -> int:
    """How many functions are called to do something."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        task()
    finally:
        sys.setprofile(before)
    return calls


def repeated(piece: str, size: int) -> Document:
    """A document of about `size` characters, a piece over and over."""
    return segment(Article(id="a", text=(piece + " ") * max(1, size // (len(piece) + 1)), published="2023-09-06"))


@pytest.mark.parametrize("rule", rules(), ids=[rule.name for rule in rules()])
def test_the_words_of_a_rule_take_linear_work(rule: Rule) -> None:
    """Four times as many of the words of a rule take no more than four times the work."""
    piece = words_of(rule)
    short, long = repeated(piece, SHORT), repeated(piece, LONG)
    ratio = len(long.text) / len(short.text)
    assert work(long, Labels(())) <= SLACK * ratio * work(short, Labels(()))


@pytest.mark.parametrize("piece", PIECES)
def test_labelled_repetitions_take_linear_work(piece: str) -> None:
    """The same holds with labels, by which the direction of each expression is looked for."""
    short, long = repeated(f"They met {piece}", SHORT), repeated(f"They met {piece}", LONG)
    ratio = len(long.text) / len(short.text)
    assert work(long, label(long)) <= SLACK * ratio * work(short, label(short))


def test_ties_take_linear_work() -> None:
    """What a long sentence hangs its times on is found without looking at all of it for each."""
    short, long = (repeated("They left Lima on Monday and met if they came on 3 May,", size) for size in (SHORT, LONG))
    found = []
    for document in (short, long):
        labels = label(document)
        times = read(document, labels)
        found.append(calls_of(lambda d=document, la=labels, t=times: ties(d, la, t)))  # type: ignore[misc]
    assert 0 < found[1] <= SLACK * len(long.text) / len(short.text) * found[0]
