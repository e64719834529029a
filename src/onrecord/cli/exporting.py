"""Writing an export to the standard output or to a file that is whole or not there."""

from __future__ import annotations

import csv
import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import msgspec

from onrecord.present.csv_rows import Row, csv_rows


def write_export(rows: Iterable[Row], format_: str, target: Path | None) -> None:
    """Writes the rows of a record as JSONL, or its events as CSV."""
    with _opened(target) as file:
        if format_ == "csv":
            _write_csv(rows, file)
            return
        for row in rows:
            file.write(msgspec.json.encode(row) + b"\n")


def _write_csv(rows: Iterable[Row], file: IO[bytes]) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    csv.writer(text, lineterminator="\n").writerows(csv_rows(rows))
    text.flush()
    text.detach()


@contextmanager
def _opened(target: Path | None) -> Iterator[IO[bytes]]:
    """The standard output, or a new file beside the target that takes its place when all is written."""
    if target is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        part.chmod(0o666 & ~_umask())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _umask() -> int:
    """The permissions that the user takes away from new files; the system tells them only by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
