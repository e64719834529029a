"""Names that a user gives (a file, a folder, a pattern) become paths of files, in order, one at a time."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.acquire.options import Format
from onrecord.errors import ItemError
from onrecord.schema.reading import Unread

FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
}
_PACKED = ".gz"


def paths(source: str) -> Iterator[Path | Unread]:
    """The files of a source: the file itself, those in a folder and the folders in it, or those that fit a pattern.

    In folders hidden files and those of unknown kinds are passed over.
    """
    path = Path(source)
    try:
        if "\0" in source:
            raise ItemError(source, "it is not a file name")
        if path.is_dir():
            yield from _folder(path)
        elif path.exists() or not glob.has_magic(source):
            yield path
        else:
            yield from _pattern(source)
    except ItemError as error:
        yield Unread(source, str(error))
    except OSError as error:
        yield Unread(source, f"{source}: {reason(error)}")


def format_of(path: Path) -> Format | None:
    """The format that a file's name tells, `.gz` left out; None where it tells none."""
    name = path.name.lower().removesuffix(_PACKED)
    return FORMATS.get(Path(name).suffix)


def reason(error: OSError) -> str:
    """Why a file cannot be opened or read, in words for a user."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "there is no permission to read it"
    if isinstance(error, IsADirectoryError):
        return "it is a folder, not a file"
    return f"it cannot be read ({error.strerror or error})"


def _folder(folder: Path) -> Iterator[Path | Unread]:
    failed: list[Unread] = []
    empty = True

    def note(error: OSError) -> None:
        failed.append(Unread(str(error.filename), f"{error.filename}: {reason(error)}"))

    for place, inner, names in os.walk(folder, onerror=note):
        yield from failed
        failed.clear()
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for path in (Path(place, name) for name in sorted(names)):
            if not path.name.startswith(".") and format_of(path) and path.is_file():
                empty = False
                yield path
    if failed:
        yield from failed
    elif empty:
        kinds = " ".join(FORMATS)
        raise ItemError(str(folder), f"the folder holds no articles (looked for {kinds}, also packed as {_PACKED})")


def _pattern(pattern: str) -> Iterator[Path | Unread]:
    # Path.glob takes no absolute patterns.
    names = glob.iglob(pattern, recursive=True)  # noqa: PTH207
    found = sorted(path for path in map(Path, names) if path.is_file())
    if not found:
        raise ItemError(pattern, "no file fits the pattern")
    yield from found
