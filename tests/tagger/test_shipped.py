"""What the network that comes with the package says of a page of sentences written for it."""

from __future__ import annotations

import socket
from functools import cache

import pytest

from onrecord import segment
from onrecord.acquire import text
from onrecord.schema.span import words
from onrecord.schema.token import Document
from onrecord.tagger import label
from onrecord.tagger.marking import Marks, marks
from onrecord.tagger.network.reader import bundled

PAGE = """\
Uruguay's coast guard said on Monday that two trawlers had sunk near the port of Rocha.

"We never asked for it," said Ana Vuki, the Fijian finance minister. "It was sent to us."

The envoy, Teodoro Lazarte, told Radio Sucre that Bolivia would not reopen the border before May.

According to two people familiar with the plans, the talks in Desaguadero have been put off.

The ministry in Lima denied that its patrol had crossed the line.

May Okafor may fly to Turkey in March, but US officials told us nothing.

Soldiers were being moved to the frontier by train when the bridge collapsed.

The union urged its members not to march on Friday.
"""


@cache
def page() -> tuple[Document, Marks]:
    document = segment.segment(text.article(PAGE, id="page", published="2025-05-06"))
    return document, marks(document, bundled())


def sentence(start: str) -> tuple[dict[str, str], dict[str, tuple[str, str]], set[tuple[str, str]]]:
    """The tags and the arcs (word, then its head and relation) by the network, and the names by the whole tagger, of
    the sentence that starts so."""
    document, found = page()
    number = next(i for i, s in enumerate(document.sentences) if document.text.startswith(start, s.start))
    tokens = [token.text for token in document.sentences[number].tokens]
    marked = found.sentences[number]
    arcs = {word: (tokens[arc.head], arc.relation) for word, arc in zip(tokens, marked.arcs, strict=True)}
    labels = label(document).sentences[number]
    names: set[tuple[str, str]] = {(" ".join(tokens[n.first : n.last]), n.type) for n in labels.names}
    return dict(zip(tokens, marked.tags, strict=True)), arcs, names


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Uruguay's coast guard", "said", "two trawlers had sunk near the port of Rocha"),
        ("Ana Vuki, the Fijian finance minister", "said", "We never asked for it"),
        ("Teodoro Lazarte", "told", "Bolivia would not reopen the border before May"),
        ("two people familiar with the plans", "According to", "the talks in Desaguadero have been put off"),
        ("The ministry in Lima", "denied", "its patrol had crossed the line"),
    ],
)
def test_who_says_what(source: str, cue: str, content: str) -> None:
    document, found = page()
    said = [tuple(words(document.text, spans) for spans in (a.source, a.cue, a.content)) for a in found.attributions]
    assert any(source in s and cue in c and content in told for s, c, told in said), said


@pytest.mark.parametrize(
    ("start", "word", "tag"),
    [
        ("May Okafor", "may", "MD"),
        ("May Okafor", "March", "NNP"),
        ("May Okafor", "US", "NNP"),
        ("May Okafor", "us", "PRP"),
        ("Soldiers", "moved", "VBN"),
        ("Soldiers", "collapsed", "VBD"),
        ("The union", "march", "VB"),
    ],
)
def test_tags(start: str, word: str, tag: str) -> None:
    assert sentence(start)[0][word] == tag


@pytest.mark.parametrize(
    ("start", "word", "head", "relation"),
    [
        ("Uruguay", "guard", "said", "nsubj"),
        ("Uruguay", "sunk", "said", "ccomp"),
        ("Uruguay", "trawlers", "sunk", "nsubj"),
        ("Soldiers", "Soldiers", "moved", "nsubj:pass"),
        ("Soldiers", "frontier", "moved", "obl"),
        ("The union", "march", "urged", "xcomp"),
    ],
)
def test_trees(start: str, word: str, head: str, relation: str) -> None:
    assert sentence(start)[1][word] == (head, relation)


@pytest.mark.parametrize(
    ("start", "name"),
    [
        ("Uruguay", ("Uruguay", "LOC")),
        ("The envoy", ("Teodoro Lazarte", "PER")),
        ("The envoy", ("Bolivia", "LOC")),
        ("May Okafor", ("May Okafor", "PER")),
        ("May Okafor", ("Turkey", "LOC")),
    ],
)
def test_names(start: str, name: tuple[str, str]) -> None:
    assert name in sentence(start)[2]


def test_a_paragraph_reads_alike_wherever_it_stands() -> None:
    document, found = page()
    alone = segment.segment(text.article(PAGE.split("\n\n")[4], id="one", published="2025-05-06"))
    number = next(i for i, s in enumerate(document.sentences) if document.text.startswith("The ministry in", s.start))
    assert marks(alone, bundled()).sentences == (found.sentences[number],)


@pytest.mark.parametrize("body", ["x" * 10_000, "🙂 🙂 🙂.", "שלום עולם", "a" * 300 + ". " + "b c " * 400])
def test_odd_texts_are_read(body: str) -> None:
    document = segment.segment(text.article(body, id="odd"))
    found = marks(document, bundled())
    assert [len(s.tags) for s in found.sentences] == [len(s.tokens) for s in document.sentences]


def test_reading_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refused)
    bundled.cache_clear()
    document, _ = page()
    assert marks(document, bundled()).sentences
