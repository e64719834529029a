"""What parent and worker say to each other: a length in eight bytes, then JSON."""

from __future__ import annotations

from typing import IO, TypeVar

import msgspec

from onrecord.schema.reading import Reading

T = TypeVar("T")


class Ready(msgspec.Struct, frozen=True):
    """A worker has loaded its reader and waits for articles."""


class Answer(msgspec.Struct, frozen=True):
    """A worker's answer to an article: a reading, or an error."""

    reading: Reading | None = None
    error: str | None = None


def send(stream: IO[bytes], message: msgspec.Struct) -> None:
    """Writes a message. Raises UnicodeEncodeError where a text holds half a surrogate pair."""
    content = msgspec.json.encode(message)
    stream.write(len(content).to_bytes(8, "big") + content)
    stream.flush()


def receive(stream: IO[bytes], kind: type[T]) -> T:
    """Reads a message. Raises EOFError where the other side has ended."""
    head = stream.read(8)
    size = int.from_bytes(head, "big")
    content = stream.read(size)
    if len(head) < 8 or len(content) < size:
        raise EOFError
    return msgspec.json.decode(content, type=kind)
