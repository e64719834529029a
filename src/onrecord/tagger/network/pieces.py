"""Pieces: words as the numbers that the encoder reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.tagger.network.inventory import shape

MAX_PIECES = 254
"""So many pieces are read at once; with the two marks at the ends, half of what the encoder's positions allow."""
WORD_PIECES = 12
"""An address or a run of letters is cut after so many pieces; its first one stands for the word."""
_WORD_LENGTH = 200
_CACHED_WORDS = 100_000

Ints = NDArray[np.int64]


class Encoded(msgspec.Struct, frozen=True):
    """A paragraph as numbers: its pieces with the marks at both ends, the shape of the word of each piece, and the
    number of the first piece of each word."""

    ids: Ints
    shapes: Ints
    starts: Ints


class Pieces:
    """Words to the numbers of their pieces, as the encoder's own vocabulary (WordPiece, uncased) cuts them."""

    def __init__(self, path: Path) -> None:
        """Raises whatever `tokenizers` raises where the file at `path` is none of its own."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._first, self._last, self._unknown = (self._number(name) for name in ("[CLS]", "[SEP]", "[UNK]"))
        self.of = lru_cache(maxsize=_CACHED_WORDS)(self._of)

    def _number(self, name: str) -> int:
        found = self._tokenizer.token_to_id(name)
        if found is None:
            raise ValueError(f"the vocabulary has no {name}")
        return int(found)

    def _of(self, word: str) -> tuple[tuple[int, ...], int]:
        """The pieces of a word, one at least, and its shape."""
        found: list[int] = self._tokenizer.encode(word[:_WORD_LENGTH], add_special_tokens=False).ids
        return tuple(found[:WORD_PIECES]) or (self._unknown,), shape(word)

    def count(self, word: str) -> int:
        """The number of the pieces of a word."""
        return len(self.of(word)[0])

    def encode(self, words: Iterable[str]) -> Encoded:
        """The words as numbers; they may have `MAX_PIECES` pieces in all (see `fitting`)."""
        ids, shapes, starts = [self._first], [0], []
        for word in words:
            pieces, form = self.of(word)
            starts.append(len(ids))
            ids += pieces
            shapes += [form] * len(pieces)
        ids.append(self._last)
        shapes.append(0)
        return Encoded(_ints(ids), _ints(shapes), _ints(starts))

    def fitting(self, sentences: Sequence[Sequence[str]]) -> Iterator[range]:
        """The numbers of consecutive sentences that can be read together, as many as have `MAX_PIECES` pieces; a
        longer sentence stands alone."""
        first = size = 0
        for number, sentence in enumerate(sentences):
            pieces = sum(self.count(word) for word in sentence)
            if number > first and size + pieces > MAX_PIECES:
                yield range(first, number)
                first, size = number, 0
            size += pieces
        if first < len(sentences):
            yield range(first, len(sentences))

    def parts(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
        """The words in runs of at most `MAX_PIECES` pieces."""
        first = size = 0
        for number, word in enumerate(words):
            pieces = self.count(word)
            if size + pieces > MAX_PIECES:
                yield words[first:number]
                first, size = number, 0
            size += pieces
        yield words[first:]


def _ints(values: list[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)
