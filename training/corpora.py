"""The corpora as paragraphs of words with the labels each of them marks; a head that a corpus does not mark is None.

The folder of the data is an argument everywhere: no text of a corpus belongs in the repository.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from onrecord.segment.sentences import split
from onrecord.segment.tokens import tokenize
from onrecord.tagger.network.decode import Frame, Labelled
from onrecord.tagger.network.inventory import ARGUMENT_ROLES, FEATURES, RELATIONS, UPOS, XPOS

PARAGRAPH_WORDS = 75
"""Sentences of one document are joined up to so many words, since the tagger reads paragraphs."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Morphology:
    """The part of speech of a word, universal and Penn, and its features as `Tense=Past|...`."""

    upos: str
    xpos: str
    feats: str

    def feature(self, name: str) -> str:
        """The value of a feature where the inventory knows it, else `_`."""
        found = dict(pair.split("=", 1) for pair in self.feats.split("|") if "=" in pair)
        value = found.get(name, "_")
        return value if value in FEATURES[name] else "_"


@dataclass(frozen=True, slots=True)
class Names:
    """Named entities, and which types the corpus marks at all."""

    spans: tuple[Labelled, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """What a word hangs on: the number of its head (its own for the root of a sentence) and the relation."""

    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text as the tagger reads it. `predicates` maps a word to whether it is one; words left out are
    unknown. `missed` counts gold spans that cannot be shown in this paragraph, for honest recall."""

    corpus: str
    id: str
    words: tuple[Word, ...]
    morphology: tuple[Morphology, ...] | None = None
    names: Names | None = None
    predicates: dict[int, bool] | None = None
    arguments: tuple[Frame, ...] | None = None
    attributions: tuple[Frame, ...] | None = None
    cues: tuple[Labelled, ...] | None = None
    arcs: tuple[Arc, ...] | None = None
    sentences: tuple[int, ...] = ()
    """The first word of each sentence; none where they are not known."""


def rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def bio_clear(spans: list[Labelled]) -> tuple[Labelled, ...]:
    """The spans without those that overlap an earlier one, in order."""
    kept: list[Labelled] = []
    for span in sorted(spans, key=lambda s: (s.first, -s.last)):
        if span.last > span.first and (not kept or kept[-1].last <= span.first):
            kept.append(span)
    return tuple(kept)


# --- attribution -----------------------------------------------------------------------------------------------------


def polnear(folder: Path, part: str) -> Iterator[Paragraph]:
    """PolNeAR: cues with their sources and contents, in the paragraph of the cue."""
    for row in rows(folder / f"polnear_{part}.jsonl.gz"):
        start = 0
        for number, line in enumerate(row["text"].split("\n")):
            end = start + len(line)
            for words in pieces(row["text"], start, end):
                yield attributed(row, number, words)
            start = end + 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph, and the first word of each sentence among them."""

    words: tuple[Word, ...]
    sentences: tuple[int, ...]


def pieces(text: str, start: int, end: int, limit: int = 200) -> Iterator[Piece]:
    """A paragraph as words; a long one is cut at the end of a sentence."""
    words: list[Word] = []
    starts: list[int] = []
    for sentence in split(tokenize(text, start, end)):
        if words and len(words) + len(sentence) > limit:
            yield Piece(tuple(words), tuple(starts))
            words, starts = [], []
        starts.append(len(words))
        words.extend(Word(t.start, t.end, t.text) for t in sentence)
    if words:
        yield Piece(tuple(words), tuple(starts))


def attributed(row: Row, number: int, piece: Piece) -> Paragraph:
    words = piece.words
    frames: list[Frame] = []
    cues: list[Labelled] = []
    for a in row["attributions"]:
        found = [word_span(words, s, e, "CUE") for s, e in a["cue"]]
        cue = next((c for c in found if c), None)
        if cue is None or any(c.first == cue.first for c in cues):
            continue
        parts = [word_span(words, s, e, role.upper()) for role in ("source", "content") for s, e in a[role]]
        frames.append(Frame(cue.first, bio_clear([p for p in parts if p])))
        cues.append(cue)
    return Paragraph(
        "polnear",
        f"{row['id']}#{number}",
        words,
        attributions=tuple(frames),
        cues=bio_clear(cues),
        sentences=piece.sentences,
    )


def word_span(words: tuple[Word, ...], start: int, end: int, label: str) -> Labelled | None:
    """The words that the characters touch."""
    inside = [i for i, w in enumerate(words) if w.start < end and w.end > start]
    return Labelled(inside[0], inside[-1] + 1, label) if inside else None


# --- treebanks -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Joined:
    """A sentence with hyphenated words joined as `onrecord.segment` leaves them; `place` maps old to new numbers."""

    words: tuple[Word, ...]
    morphology: tuple[Morphology, ...]
    place: tuple[int, ...]
    arcs: tuple[Arc, ...]

    def span(self, first: int, last: int, label: str) -> Labelled:
        return Labelled(self.place[first], self.place[last - 1] + 1, label)


def joined(row: Row, first: int, last: int) -> Joined:
    """The tokens `first` to `last` of a treebank row; "arms-control" takes the tag of its last part, or JJ before a
    noun."""
    words: list[Word] = []
    tags: list[Morphology] = []
    place: list[int] = []
    hyphen = False
    for i in range(first, last):
        start, end = row["offsets"][i]
        tag = Morphology(row["upos"][i], row["xpos"][i] if row["xpos"][i] in XPOS else "NN", row["feats"][i])
        touches = bool(words) and start == words[-1].end
        if touches and (tag.xpos == "HYPH" or hyphen):
            words[-1] = Word(words[-1].start, end, words[-1].text + row["tokens"][i])
            if hyphen:
                tags[-1] = before_noun(tag, row["xpos"][i + 1] if i + 1 < last else "")
        else:
            words.append(Word(start, end, row["tokens"][i]))
            tags.append(tag)
        hyphen = touches and tag.xpos == "HYPH"
        place.append(len(words) - 1)
    return Joined(tuple(words), tuple(tags), tuple(place), arcs(row, first, last, place))


def arcs(row: Row, first: int, last: int, place: list[int]) -> tuple[Arc, ...]:
    """The tree over the joined words: of the parts of a word, the one that hangs on another word counts."""
    found: dict[int, Arc] = {}
    for i in range(first, last):
        up = row["head"][i]
        here, there = place[i - first], place[up - 1] if up else place[i - first]
        if not up or (here != there and here not in found):
            found[here] = Arc(there, relation("root" if not up else row["deprel"][i]))
    return tuple(found[i] for i in range(place[-1] + 1))


def relation(name: str) -> str:
    return name if name in RELATIONS else name.partition(":")[0]


def before_noun(tag: Morphology, following: str) -> Morphology:
    if following.startswith("NN") and tag.xpos in ("NN", "VBN", "VBG", "JJ", "CD"):
        return Morphology("ADJ", "JJ", "Degree=Pos")
    return tag


def ewt(folder: Path, part: str) -> Iterator[Paragraph]:
    """English Web Treebank: morphology, PropBank frames (auxiliaries left out) and UNER names."""
    for group in grouped(rows(folder / f"ewt_{part}.jsonl.gz")):
        yield merged([ewt_sentence(row) for row in group])


def grouped(sentences: Iterator[Row]) -> Iterator[list[Row]]:
    """Consecutive sentences of one document, up to `PARAGRAPH_WORDS` words, with the same layers annotated."""
    group: list[Row] = []
    size = 0
    for row in sentences:
        apart = group and (row["doc"] != group[0]["doc"] or layers(row) != layers(group[0]))
        if group and (apart or size + len(row["tokens"]) > PARAGRAPH_WORDS):
            yield group
            group, size = [], 0
        group.append(row)
        size += len(row["tokens"])
    if group:
        yield group


def layers(row: Row) -> str:
    return " ".join(name for name in ("srl", "ner") if row[name] is not None)


def ewt_sentence(row: Row) -> Paragraph:
    sentence = joined(row, 0, len(row["tokens"]))
    names = None
    if row["ner"] is not None:
        names = Names(bio_clear([sentence.span(*found) for found in row["ner"]]), ("PER", "ORG", "LOC"))
    frames = predicates = None
    if row["srl"] is not None:
        frames = tuple(propbank(sentence, predicate) for predicate in row["srl"] if not predicate.get("aux"))
        anchors = {frame.anchor for frame in frames}
        predicates = {i: i in anchors for i in range(len(sentence.words))}
    return Paragraph(
        "ewt",
        row["sent_id"],
        sentence.words,
        sentence.morphology,
        names,
        predicates,
        frames,
        arcs=sentence.arcs,
        sentences=(0,),
    )


def propbank(sentence: Joined, predicate: Row) -> Frame:
    anchor = sentence.place[predicate["pred"]]
    spans = [sentence.span(*arg) for arg in predicate["args"] if arg[2] in ARGUMENT_ROLES]
    return Frame(anchor, bio_clear([s for s in spans if not (s.first <= anchor < s.last)]))


def merged(parts: list[Paragraph]) -> Paragraph:
    """Sentences as one paragraph, word numbers and offsets counted on."""
    words: list[Word] = []
    at = [0]
    for part in parts:
        shift = words[-1].end + 1 if words else 0
        words.extend(Word(w.start + shift, w.end + shift, w.text) for w in part.words)
        at.append(len(words))
    starts = [first for first, _ in pairwise(at)]
    whole = list(zip(parts, starts, strict=True))
    return Paragraph(
        parts[0].corpus,
        parts[0].id,
        tuple(words),
        tuple(m for p in parts for m in p.morphology or ()) or None,
        Names(tuple(moved(s, n) for p, n in whole if p.names for s in p.names.spans), parts[0].names.types)
        if parts[0].names
        else None,
        {i + n: v for p, n in whole for i, v in (p.predicates or {}).items()}
        if parts[0].predicates is not None
        else None,
        tuple(Frame(f.anchor + n, tuple(moved(s, n) for s in f.spans)) for p, n in whole for f in p.arguments or ())
        if parts[0].arguments is not None
        else None,
        arcs=tuple(Arc(a.head + n, a.relation) for p, n in whole for a in p.arcs or ()) or None,
        sentences=tuple(starts),
    )


def moved(span: Labelled, by: int) -> Labelled:
    return Labelled(span.first + by, span.last + by, span.label)


def gum(folder: Path, part: str) -> Iterator[Paragraph]:
    """GUM: morphology, trees and names of the documents whose licence is settled."""
    for row in rows(folder / f"gum_{part}.jsonl.gz"):
        if "confirmed" in row["licence"]:
            continue
        sentences = [
            Paragraph(
                "gum",
                f"{row['id']}-{first}",
                s.words,
                s.morphology,
                gum_names(row, first, last, s),
                arcs=s.arcs,
                sentences=(0,),
            )
            for first, last in row["sentences"]
            for s in [joined(row, first, last)]
        ]
        yield from (merged(group) for group in by_size(sentences))


GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
TITLES = frozenset(
    """mr mrs ms dr prof sir lord lady king queen prince princess president minister senator governor mayor general
    colonel captain judge justice chancellor premier pope bishop archbishop secretary professor
    representative""".split()
)


def gum_names(row: Row, first: int, last: int, sentence: Joined) -> Names:
    """Named persons, bodies and places: of a mention ("former president Ann Lee of Ohio") the proper nouns about its
    head, without a title."""
    found = []
    for start, end, kind, _, named, _, head in row["entities"]:
        if named and kind in GUM_TYPES and first <= start and end <= last:
            low, high = proper(row, start, end, head)
            if low < high:
                found.append(sentence.span(low - first, high - first, GUM_TYPES[kind]))
    return Names(bio_clear(found), ("PER", "ORG", "LOC"))


def proper(row: Row, start: int, end: int, head: int) -> tuple[int, int]:
    """The run of proper nouns about the head of a mention, "of" and hyphens within it, titles before it left out."""

    def inside(i: int, step: int) -> bool:
        if not start <= i < end:
            return False
        if row["upos"][i] == "PROPN":
            return True
        return row["tokens"][i] in ("of", "-", "and", "for") and inside_proper(i + step)

    def inside_proper(i: int) -> bool:
        return start <= i < end and row["upos"][i] == "PROPN"

    if not inside_proper(head):
        return head, head
    low = high = head
    while inside(low - 1, -1):
        low -= 1
    while inside(high + 1, 1):
        high += 1
    while low < high and row["tokens"][low].lower().rstrip(".") in TITLES:
        low += 1
    return low, high + 1


def by_size(sentences: list[Paragraph]) -> Iterator[list[Paragraph]]:
    group: list[Paragraph] = []
    for sentence in sentences:
        if group and sum(len(s.words) for s in group) + len(sentence.words) > PARAGRAPH_WORDS:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


# --- predicates and names --------------------------------------------------------------------------------------------


def qanom(folder: Path, part: str) -> Iterator[Paragraph]:
    """QANom: which of the candidate nouns name an event; the other words stay unknown."""
    for row in rows(folder / f"qanom_{part}.jsonl.gz"):
        words = tuple(Word(s, e, t) for (s, e), t in zip(row["offsets"], row["tokens"], strict=True))
        yield Paragraph("qanom", row["id"], words, predicates={p["tok"]: bool(p["verbal"]) for p in row["preds"]})


CROSSNER_TYPES = {
    "politician": "PER",
    "person": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "location": "LOC",
    "country": "LOC",
    "election": "EVENT",
    "event": "EVENT",
}


def crossner(folder: Path, part: str) -> Iterator[Paragraph]:
    """CrossNER politics: persons, organisations, locations, events; its `misc` is unlike any type here and left out."""
    for row in rows(folder / f"ner_crossner_politics_{part}.jsonl.gz"):
        words = tuple(Word(s, e, t) for (s, e), t in zip(row["offsets"], row["tokens"], strict=True))
        found = [word_span(words, e[0], e[1], CROSSNER_TYPES[e[2]]) for e in row["entities"] if e[2] in CROSSNER_TYPES]
        spans = bio_clear([s for s in found if s])
        yield Paragraph("crossner", row["id"], words, names=Names(spans, ("PER", "ORG", "LOC", "EVENT")))


def wikievents(folder: Path, part: str) -> Iterator[Paragraph]:
    """WikiEvents: news articles, for their words alone."""
    for row in rows(folder / f"wikievents_{part}.jsonl.gz"):
        start = 0
        for number, line in enumerate(row["text"].split("\n")):
            end = start + len(line)
            for piece in pieces(row["text"], start, end):
                yield Paragraph("wikievents", f"{row['id']}#{number}", piece.words, sentences=piece.sentences)
            start = end + 1


@dataclass(frozen=True, slots=True)
class Named:
    """The words of a name, and what kind of name it is."""

    texts: tuple[str, ...]
    label: str


def renamed(folder: Path, part: str) -> Iterator[Paragraph]:
    """Paragraphs of EWT, GUM and CrossNER with each name replaced by another of its kind, for the names head alone:
    what stands about a name has to tell it (mention replacement: Dai and Adel 2020). None for development."""
    if part != "train":
        return
    known = [p for p in (*ewt(folder, part), *gum(folder, part), *crossner(folder, part)) if p.names and p.names.spans]
    pool: dict[str, list[Named]] = {}
    for p in known:
        for span in p.names.spans if p.names else ():
            texts = tuple(w.text for w in p.words[span.first : span.last])
            pool.setdefault(span.label, []).append(Named(texts, span.label))
    chance = random.Random(5)
    for p in known:
        yield exchanged(p, pool, chance)


def exchanged(paragraph: Paragraph, pool: dict[str, list[Named]], chance: random.Random) -> Paragraph:
    """The paragraph with other names in the places of its names. Offsets are of no meaning."""
    assert paragraph.names
    words: list[Word] = []
    spans: list[Labelled] = []
    done = 0
    for span in paragraph.names.spans:
        words.extend(paragraph.words[done : span.first])
        other = chance.choice(pool[span.label])
        spans.append(Labelled(len(words), len(words) + len(other.texts), span.label))
        words.extend(Word(0, len(text), text) for text in other.texts)
        done = span.last
    words.extend(paragraph.words[done:])
    return Paragraph("renamed", paragraph.id, tuple(words), names=Names(tuple(spans), paragraph.names.types))


READERS: dict[str, Callable[[Path, str], Iterator[Paragraph]]] = {
    "polnear": polnear,
    "ewt": ewt,
    "gum": gum,
    "qanom": qanom,
    "crossner": crossner,
    "renamed": renamed,
    "wikievents": wikievents,
}


def read(folder: Path, names: list[str], part: str) -> list[Paragraph]:
    """The paragraphs of the named corpora; `part` is train or dev. In train, "ewt*2" is read twice."""
    found: list[Paragraph] = []
    for name in names:
        name, _, times = name.partition("*")
        paragraphs = [p for p in READERS[name](folder, part) if p.words]
        found.extend(paragraphs * (int(times or 1) if part == "train" else 1))
    return found


def check(paragraph: Paragraph) -> None:
    """Raises ValueError where a label is unknown to the inventory."""
    for tag in paragraph.morphology or ():
        if tag.upos not in UPOS or tag.xpos not in XPOS:
            raise ValueError(f"{paragraph.id}: {tag}")
