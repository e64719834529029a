"""Changing the watch list of a record, and telling what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli import output

if TYPE_CHECKING:
    from onrecord.record import Record


def add(book: Record, names: tuple[str, ...]) -> None:
    """Puts names or words on the list."""
    for name in names:
        click.echo(f"{book.watch(name)} is on the watch list of {book.path}.")


def remove(book: Record, names: tuple[str, ...]) -> None:
    """Takes names or words from the list; ends with status 1 where some are not on it."""
    missed = [name for name in names if not book.unwatch(name)]
    for name in names:
        if name not in missed:
            click.echo(f"{name} is no longer on the watch list of {book.path}.")
    for name in missed:
        output.complain(f"{name} is not on the watch list. `onrecord watch list` shows it.")
    output.failed(bool(missed))
