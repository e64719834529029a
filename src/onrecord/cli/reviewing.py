"""Making a correction and telling of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click
import msgspec

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.schema.correction import Correction


class Review(msgspec.Struct, frozen=True):
    """Who corrects, why and on which day."""

    by: str
    why: str
    on: date | None

    @property
    def day(self) -> str | None:
        """The day as ISO 8601."""
        return self.on.isoformat() if self.on else None


def put(book: Record, correction: Correction) -> None:
    """Adds a correction to a record, and says what it was."""
    from onrecord.present.corrections import sentence

    stored = book.correct(correction)
    click.echo(f"{stored.id}: {sentence(stored)}")
