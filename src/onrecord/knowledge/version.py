"""The version of the tables: a hash of all that stands in them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def tables_version() -> str:
    """The first 12 hex digits of the SHA-256 over names and contents of the bundled tables."""
    found = sha256()
    for file in sorted(files("onrecord.knowledge").joinpath("data").iterdir(), key=lambda entry: entry.name):
        if file.is_file():
            found.update(file.name.encode())
            found.update(file.read_bytes())
    return found.hexdigest()[:12]
