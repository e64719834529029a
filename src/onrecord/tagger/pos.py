"""Part-of-speech tags (Penn Treebank) by an averaged perceptron, greedily from left to right.

Method: Collins (2002), "Discriminative training methods for hidden Markov models"; features as in Ratnaparkhi (1996),
with word shape in place of prefixes. Words that carry one tag nearly always are looked up, the rest is scored: what
does not depend on earlier tags for the whole document at once, the tag features word by word.
Weights: `data/pos.msgpack.gz`, made by `training/pos.py`; their card is `data/pos.md`.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.tagger import lemma

START = ("-START-", "-START2-")
END = ("-END-", "-END2-")
SHAPES = ("9", "9-", "AA", "AA-", "A", "A-", "Aa", "Aa-", "aa", "aa-")
_SHAPE_NUMBERS = {form: i for i, form in enumerate(SHAPES)}
SCALE = 50.0

Scores = NDArray[np.int32]


class Weights(msgspec.Struct, frozen=True):
    """A trained tagger as it is stored.

    `single` holds the words with one tag; row i of `matrix` (int16, features x tags, weights times SCALE) belongs to
    `features[i]`.
    """

    tags: tuple[str, ...]
    single: dict[str, str]
    features: tuple[str, ...]
    matrix: bytes


class Model(msgspec.Struct, frozen=True):
    """A trained tagger, ready: `rows` numbers the features, the last row of `matrix` is empty; `by_tags[b, b2]` sums
    the features of the two tags before, `by_shape[s, first, b]` those of the shape and the tag before,
    `by_form[form][b]` those of the verb form and the tag before."""

    tags: tuple[str, ...]
    single: dict[str, int]
    rows: dict[str, int]
    matrix: Any
    by_tags: Any
    by_shape: Any
    by_form: dict[str, Any]


@cache
def model() -> Model:
    """The tagger that comes with the package, read once."""
    packed = files("onrecord.tagger").joinpath("data/pos.msgpack.gz").read_bytes()
    return prepare(msgspec.msgpack.decode(gzip.decompress(packed), type=Weights))


def prepare(stored: Weights) -> Model:
    """A stored tagger with its tables for tags and shapes filled in."""
    rows = {feature: i for i, feature in enumerate(stored.features)}
    width = len(stored.tags)
    matrix = np.frombuffer(stored.matrix, dtype=np.int16).reshape(len(rows), width)
    matrix = np.vstack([matrix, np.zeros((1, width), dtype=np.int16)])
    contexts = (*stored.tags, *START)

    def row(feature: str) -> Scores:
        found: Scores = matrix[rows.get(feature, -1)].astype(np.int32)
        return found

    pairs = [[row(f"t-1 {b}") + row(f"t-2 {b2}") + row(f"t-2t-1 {b2} {b}") for b2 in contexts] for b in contexts]
    shapes = [
        [[row(f"sh {form}{mark}") + row(f"sht-1 {form} {b}") for b in contexts] for mark in ("", " first")]
        for form in SHAPES
    ]
    verbs = {form: [row(f"lext-1 {form} {b}") for b in contexts] for form in sorted(_forms(rows))}
    numbers = {tag: i for i, tag in enumerate(stored.tags)}
    single = {word: numbers[tag] for word, tag in stored.single.items()}
    by_form = {form: np.array(table) for form, table in verbs.items()}
    return Model(stored.tags, single, rows, matrix, np.array(pairs), np.array(shapes), by_form)


def _forms(rows: Iterable[str]) -> set[str]:
    """The verb forms of the features "lext-1 FORM TAG"."""
    return {feature.split(" ")[1] for feature in rows if feature.startswith("lext-1 ")}


def shape(word: str) -> str:
    """The shape of a word: a digit anywhere, upper case, a capital first, lower case; with a hyphen or not."""
    if word.isalpha():
        if word.islower():
            return "aa"
        if word.isupper():
            return "AA" if len(word) > 1 else "A"
        return "Aa" if word[0].isupper() else "aa"
    if any(c.isdigit() for c in word):
        kind = "9"
    elif word.isupper():
        kind = "AA" if len(word) > 1 else "A"
    else:
        kind = "Aa" if word[:1].isupper() else "aa"
    return kind + "-" if "-" in word else kind


def normal(word: str) -> str:
    """The form in which words are compared: lower case, digits as one word but for years, one kind of apostrophe."""
    if word[:1].isdigit():
        return "!YEAR" if len(word) == 4 and word.isdigit() else "!DIGITS"
    return word.lower().replace("’", "'")


@lru_cache(maxsize=65_536)
def verb_form(word: str) -> str:
    """Which forms of a known verb a word can be: b its base, d past, g -ing, z third person; "-" for none."""
    verbs = lemma.forms().verbs
    found = "b" if word in verbs else ""
    for mark, tag, ending in (("d", "VBD", "ed"), ("g", "VBG", "ing"), ("z", "VBZ", "s")):
        if word.endswith(ending) and lemma.lemma(word, tag) in verbs:
            found += mark
    return found or ("i" if word in lemma.forms().irregular_verbs else "-")


def word_features(word: str) -> tuple[tuple[str, ...], ...]:
    """The features that one word gives: to itself, to the word after it and the one after that, to the word before it
    and the one before that."""
    end = word[-3:]
    return (
        ("w " + word, "s3 " + end, "s2 " + word[-2:], "p1 " + word[:1], "lex " + verb_form(word)),
        ("w-1 " + word, "s-1 " + end),
        ("w-2 " + word,),
        ("w+1 " + word, "s+1 " + end),
        ("w+2 " + word,),
    )


def pair_features(before: str, word: str, after: str) -> tuple[str, str, str]:
    """The features of a word with its neighbours."""
    return ("w-1w " + before + " " + word, "ww+1 " + word + " " + after, "lex+1 " + verb_form(word) + " " + after)


def context_features(words: Sequence[str], i: int) -> tuple[str, ...]:
    """The features of word `i` that do not depend on tags. `words` are normalised and padded by two at both ends."""
    own, after_it, after_two, before_it, before_two = (
        word_features(words[i])[0],
        word_features(words[i - 1])[1],
        word_features(words[i - 2])[2],
        word_features(words[i + 1])[3],
        word_features(words[i + 2])[4],
    )
    return (*own, *after_it, *after_two, *before_it, *before_two, *pair_features(words[i - 1], words[i], words[i + 1]))


def tag_features(word: str, before: str, before2: str, form: str, *, first: bool) -> tuple[str, ...]:
    """The features of a word that depend on the two tags before it, and on its shape."""
    return (
        "t-1 " + before,
        "t-2 " + before2,
        "t-2t-1 " + before2 + " " + before,
        "t-1w " + before + " " + word,
        "sh " + form + (" first" if first else ""),
        "sht-1 " + form + " " + before,
        "lext-1 " + verb_form(word) + " " + before,
    )


class _Word(msgspec.Struct, frozen=True):
    """What the model knows of a token by itself: the number of the tag that it nearly always carries, else None; the
    form in which it is compared; the numbers of its shape; the rows of the features that it gives, as `word_features`
    has them."""

    tag: int | None
    normal: str
    shape: int
    verb_form: str
    rows: tuple[tuple[int, ...], ...]


def tag(sentences: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The tags of the tokens of each sentence."""
    ready = model()
    words = [[_word(token) for token in tokens] for tokens in sentences]
    scores = iter(_context_scores(ready, words))
    return tuple(_tag_sentence(ready, found, scores) for found in words)


@lru_cache(maxsize=65_536)
def _word(token: str) -> _Word:
    token = token.replace("’", "'")
    return _padding(normal(token), model().single.get(token), _SHAPE_NUMBERS[shape(token)])


@lru_cache(maxsize=65_536)
def _padding(word: str, known: int | None = None, shape_number: int = 0) -> _Word:
    """A word that is in its normal form already."""
    rows, empty = model().rows, len(model().rows)
    features = tuple(tuple(rows.get(feature, empty) for feature in group) for group in word_features(word))
    return _Word(known, word, shape_number, verb_form(word), features)


def _context_scores(ready: Model, sentences: Sequence[Sequence[_Word]]) -> Scores:
    """For each word that is not looked up, in order, the sums of its features that do not depend on tags."""
    empty, find = len(ready.rows), ready.rows.get
    start, end = [_padding(word) for word in START], [_padding(word) for word in END]
    numbers: list[int] = []
    for sentence in sentences:
        words = (*start, *sentence, *end)
        for i, word in enumerate(sentence, 2):
            if word.tag is None:
                before, after = words[i - 1], words[i + 1]
                numbers += word.rows[0]
                numbers += before.rows[1]
                numbers += words[i - 2].rows[2]
                numbers += after.rows[3]
                numbers += words[i + 2].rows[4]
                numbers += [find(f, empty) for f in pair_features(before.normal, word.normal, after.normal)]
    width = len(context_features(("",) * 5, 2))
    table = np.array(numbers, dtype=np.int32).reshape(-1, width)
    found: Scores = ready.matrix[table].sum(axis=1, dtype=np.int32)
    return found


@lru_cache(maxsize=16_384)
def _tag_scores(before: int, before2: int, shape_number: int, first: bool, form: str) -> Scores:
    """The sum of the features of the two tags before a word with those of its shape and its verb form."""
    ready = model()
    total: Scores = ready.by_tags[before, before2] + ready.by_shape[shape_number, int(first), before]
    return total + ready.by_form[form][before] if form in ready.by_form else total


def _tag_sentence(ready: Model, words: Sequence[_Word], scores: Any) -> tuple[str, ...]:
    before, before2 = len(ready.tags), len(ready.tags) + 1
    contexts = (*ready.tags, *START)
    find, matrix = ready.rows.get, ready.matrix
    found = []
    for i, word in enumerate(words):
        known = word.tag
        if known is None:
            total = next(scores)
            total += _tag_scores(before, before2, word.shape, i == 0, word.verb_form)
            row = find("t-1w " + contexts[before] + " " + word.normal)
            if row is not None:
                total += matrix[row]
            known = int(total.argmax())
        found.append(ready.tags[known])
        before2, before = before, known
    return tuple(found)
