"""Every error that a user can meet. Each message says what is wrong and what to do about it."""

from __future__ import annotations

from pathlib import Path


class OnRecordError(Exception):
    """The base of all errors of onrecord; `str(error)` is one or two plain sentences for the user."""


class ItemError(OnRecordError):
    """One item (a file, a line, a page) cannot be read; the others go on. `item` names it."""

    def __init__(self, item: str, reason: str) -> None:
        super().__init__(f"{item}: {reason}")
        self.item = item
        self.reason = reason


class UsageError(OnRecordError):
    """What was asked for cannot be done as asked: a wrong option, an unknown column, a file that is not there."""


class RecordError(OnRecordError):
    """The record file cannot be used: not a record, newer than this program, locked, damaged, read-only, disk full."""


class KnowledgeError(OnRecordError):
    """A table of names or cues (bundled or the user's own) is malformed; the message names file and line."""


class TaggerError(OnRecordError):
    """A file of the tagger's weights is missing, damaged or of another version."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"tagger weights {path}: {reason}. Install onrecord anew (pip install --force-reinstall onrecord)."
        )
        self.path = path
        self.reason = reason
