"""`onrecord review`: corrections by people, one file a command."""

from __future__ import annotations

import click

from onrecord.cli.group import LazyGroup

COMMANDS = {
    "accept": "An event is right as it was read.",
    "reject": "What was read is no event.",
    "merge": "Several events are one.",
    "split": "Some reports tell of another event.",
    "re-date": "An event takes place at another time.",
    "re-attribute": "It is told on somebody else's word.",
    "undo": "A correction does not count any more.",
    "list": "List the corrections and how they stand.",
}
"""The commands, each with its line in the help."""


@click.group(
    cls=LazyGroup,
    package="onrecord.cli.review",
    lines=COMMANDS,
    examples=(
        'onrecord review reject "b12#e3" --by "R. Moe" --why "a football match, not an attack"',
        'onrecord review re-date "a#e0" --to 2024-03-12 --only b --by "R. Moe" --why "misprint in b"',
        "onrecord review list --orphaned",
    ),
)
def review() -> None:
    """Correct what was read. A correction is kept for good, with who made it and why, and can be undone.

    An EVENT is named by its id, which brief --ids shows, or by that of any of its tellings. The correction itself holds
    on to the words in the reports, so that it outlives reading again and deriving anew; where the words are not read
    as an event any more, it is listed and not dropped. It counts as of any day: it tells how a report is to be read.
    """
