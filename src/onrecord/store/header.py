"""What the first hundred bytes of a file say, read without SQLite, so that a foreign file is never touched.

The layout is section 1.3 of https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

import msgspec

from onrecord.errors import RecordError

APPLICATION_ID = 0x4F4E5243
"""`PRAGMA application_id` of a record: the letters ONRC."""

MAGIC = b"SQLite format 3\x00"
SIZE = 100


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a SQLite header that tell whose file it is and whether it is whole. `size` is in bytes, None where
    the header does not say."""

    application_id: int
    user_version: int
    size: int | None

    @classmethod
    def parse(cls, head: bytes) -> Self | None:
        """The header in the first bytes of a file; None where they are not SQLite's."""
        if len(head) < SIZE or not head.startswith(MAGIC):
            return None

        def number(offset: int, length: int = 4) -> int:
            return int.from_bytes(head[offset : offset + length], "big")

        page = 65536 if number(16, 2) == 1 else number(16, 2)
        # The page count is valid only where it was written together with the change counter.
        known = number(24) == number(92) and number(28) > 0
        return cls(application_id=number(68), user_version=number(60), size=page * number(28) if known else None)


def log_of(path: Path) -> Path:
    """The write-ahead log that belongs to a database file."""
    return path.with_name(path.name + "-wal")


def has_log(path: Path) -> bool:
    """True where changes wait in the write-ahead log: somebody has the file open, or was killed."""
    log = log_of(path)
    return log.exists() and log.stat().st_size > 0


def inspect(path: Path, newest: int) -> None:
    """Refuses a file that is no record, is newer than schema version `newest`, or is cut short.

    Raises RecordError; reads the file and changes nothing.
    """
    with path.open("rb") as file:
        head = file.read(SIZE)
    header = Header.parse(head)
    if header is None:
        raise RecordError(f"{path} is not a record of onrecord (it is not a SQLite file). It was left as it is.")
    refuse(path, header.application_id, header.user_version, newest)
    found = path.stat().st_size
    if header.size is not None and found < header.size and not has_log(path):
        raise RecordError(
            f"{path} is damaged: it is cut short, {found} of {header.size} bytes are there. "
            "It was left as it is; go on from a backup."
        )


def refuse(path: Path, application_id: int, version: int, newest: int) -> None:
    """Raises RecordError for another program's database, or for a record that a newer onrecord has made."""
    if application_id != APPLICATION_ID:
        raise RecordError(f"{path} is a database of another program. It was left as it is; choose another file name.")
    if version > newest:
        raise RecordError(
            f"{path} was made by a newer onrecord (file version {version}, this one knows {newest}). "
            "It was left as it is; upgrade onrecord to use it."
        )
