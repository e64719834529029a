"""`onrecord review undo`."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, review_options


@with_examples('onrecord review undo c3 --by "R. Moe" --why "the gazette was of another year"')
@click.argument("correction", metavar="CORRECTION")
@review_options
def undo(correction: str, record: str | None, by: str, why: str, on: date | None) -> None:
    """Say that a correction does not count any more. Both stay in the list; an undo can be undone in its turn.

    The CORRECTION is named by its id, c1, c2 and so on, which `onrecord review list` shows.
    """
    from onrecord.cli.reviewing import Review, put
    from onrecord.schema.correction import Correction

    made = Review(by, why, on)
    with opened(record) as book:
        put(book, Correction(action="undo", undoes=correction, by=made.by, why=made.why, on=made.day))
