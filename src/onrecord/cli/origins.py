"""`onrecord origins`: the tree behind a number."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, format_option, opened, record_option


@with_examples('onrecord origins "a#e0"', 'onrecord origins "a#e0" --as-of 2023-09-05 --format json')
@click.argument("event", metavar="EVENT")
@record_option
@as_of_option
@format_option("text", "json")
def origins(event: str, record: str | None, as_of: date | None, format_: str) -> None:
    """Show on whose word an event is told: each independent origin with the reports that have it from there.

    Copies hang under the report that they copy, and reports that share a long sentence under the first of them. Whoever
    denies the event, does not speak of it, or is not named, is no origin and stands last. An EVENT is named by its id,
    which `onrecord brief --ids` shows.
    """
    with opened(record) as book:
        tree = book.origins(event, as_of)
    if format_ == "json":
        output.write_json(tree)
        return
    from onrecord.present.origin_tree import tree_text

    output.show([tree_text(tree)], prose=True)
