"""Byte streams that can be looked into, unpacked and read in lines, each with a limit."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator

import msgspec

from onrecord.errors import ItemError

GZIP = b"\x1f\x8b"
HEAD = 65_536
# What a damaged or cut-off gzip file raises while it is read.
BROKEN_GZIP = (gzip.BadGzipFile, EOFError, zlib.error)


class Opened(msgspec.Struct, frozen=True):
    """A stream of unpacked bytes, with its first ones (`head`), which are still to be read from it."""

    head: bytes
    stream: io.BufferedReader


class Line(msgspec.Struct, frozen=True):
    """A line of a stream, counted from 1; `data` is None where it is longer than the limit."""

    number: int
    data: bytes | None


class _Rewound(io.RawIOBase):
    """A stream with bytes put back in front of it; works on pipes, which cannot seek."""

    def __init__(self, head: bytes, rest: io.BufferedIOBase) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data: bytes | memoryview = self._head[: len(buffer)]
        if data:
            self._head = self._head[len(data) :]
        else:
            data = self._rest.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Recoded(io.RawIOBase):
    """A stream of another encoding, in UTF-8."""

    def __init__(self, stream: io.BufferedIOBase, encoding: str) -> None:
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline="\n")  # type: ignore[type-var]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        # A character takes at most four bytes.
        data = self._text.read(max(1, len(buffer) // 4)).encode()
        buffer[: len(data)] = data
        return len(data)


def opened(raw: io.BufferedIOBase) -> Opened:
    """A stream with its head, gzip unpacked (told by its first two bytes, not by a name)."""
    head = _head(raw)
    if not head.startswith(GZIP):
        return Opened(head, io.BufferedReader(_Rewound(head, raw), HEAD))
    unpacked = gzip.GzipFile(fileobj=io.BufferedReader(_Rewound(head, raw), HEAD))
    inner = _head(unpacked)
    return Opened(inner, io.BufferedReader(_Rewound(inner, unpacked), HEAD))


def recoded(stream: io.BufferedIOBase, encoding: str) -> io.BufferedReader:
    """A stream of UTF-16 or another encoding as UTF-8."""
    return io.BufferedReader(_Recoded(stream, encoding), HEAD)


def _head(stream: io.BufferedIOBase) -> bytes:
    """The first bytes, up to 64 KiB; of a pipe, what is there once a line is, so that a slow one is not waited for."""
    head = stream.read1(HEAD)
    while len(head) < 4096 and b"\n" not in head and (more := stream.read1(HEAD)):
        head += more
    return head


def read_all(stream: io.BufferedIOBase, most: int) -> bytes | None:
    """All bytes of a stream; None where there are more than `most`."""
    data = stream.read(most + 1)
    return data if len(data) <= most else None


def lines(stream: io.BufferedIOBase, longest: int) -> Iterator[Line]:
    """The lines of a stream, one at a time; of one that is too long the rest is passed over."""
    number = 0
    while data := stream.readline(longest + 1):
        number += 1
        if len(data) <= longest:
            yield Line(number, data)
            continue
        while not data.endswith(b"\n") and (data := stream.readline(longest)):
            pass
        yield Line(number, None)


def unpack(data: bytes, item: str, most: int) -> bytes | None:
    """Bytes in hand with gzip undone; None where they unpack to more than `most`. Raises ItemError where damaged."""
    if not data.startswith(GZIP):
        return data if len(data) <= most else None
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as unpacked:
            return read_all(unpacked, most)
    except (*BROKEN_GZIP, OSError):
        raise ItemError(item, "its gzip packing is damaged") from None
