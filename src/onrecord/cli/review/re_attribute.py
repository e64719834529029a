"""`onrecord review re-attribute`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import only_option, opened, review_options

if TYPE_CHECKING:
    from onrecord.schema.correction import Voice


@with_examples(
    'onrecord review re-attribute "a#e0" --only b --to "foreign ministry" --by "R. Moe" --why "so it says above"',
    'onrecord review re-attribute "a#s2" --to "Ada Brandt" --by "R. Moe" --why "her words"',
    'onrecord review re-attribute "a#e0" --only c --outlet --by "R. Moe" --why "its own reporter saw it"',
)
@click.argument("what", metavar="EVENT|STATEMENT")
@click.option("--to", metavar="ACTOR", help="On the word of this actor of the record: a name or an id.")
@click.option("--unnamed", is_flag=True, help="On the word of somebody whom the report does not name.")
@click.option("--outlet", is_flag=True, help="On the outlet's own word (of an event only).")
@only_option
@review_options
def re_attribute(
    what: str,
    to: str | None,
    unnamed: bool,
    outlet: bool,
    only: tuple[str, ...],
    record: str | None,
    by: str,
    why: str,
    on: date | None,
) -> None:
    """Say on whose word something is told: the source of a statement, or of what reports tell of an event.

    A statement keeps its words and its stance. An event rests on a statement made for it, of the sentence that tells
    it, or with --outlet on none.
    """
    from onrecord.cli.attributing import attribute
    from onrecord.cli.reviewing import Review
    from onrecord.errors import UsageError

    if [to is not None, unnamed, outlet].count(True) != 1:
        raise UsageError("Give one of --to ACTOR, --unnamed and --outlet.")
    voice: Voice = "unnamed" if unnamed else "outlet" if outlet else "actor"
    with opened(record) as book:
        attribute(book, what, only, voice, to, Review(by, why, on))
