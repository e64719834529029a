"""What parent and worker say to each other: a length in eight bytes, then JSON."""

from __future__ import annotations

from threading import Lock
from typing import IO, Any, TypeVar

import msgspec

from onrecord.schema.reading import Reading

T = TypeVar("T")
_DECODERS: dict[Any, Any] = {}
_MAKING = Lock()
"""msgspec takes a type apart when it is first asked for, and two threads that do so at once can end the process."""


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
    answer: T = _decoder(kind).decode(content)
    return answer


def _decoder(kind: type[T]) -> Any:
    with _MAKING:
        if kind not in _DECODERS:
            _DECODERS[kind] = msgspec.json.Decoder(kind)
        return _DECODERS[kind]
