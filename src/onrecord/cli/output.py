"""What commands write: text for people on a terminal or in a pipe, JSON for programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
import msgspec

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPED_WIDTH = 100
"""Columns of a text that does not go to a terminal, where COLUMNS says nothing else."""


def console(prose: bool = False) -> Console:
    """A console on the standard output: colours on a terminal, none in a pipe; prose is not wider than is readable."""
    from rich.console import Console

    from onrecord.present.layout import PROSE

    known = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    found = Console(highlight=False, markup=False, emoji=False, width=None if known else PIPED_WIDTH)
    if prose and found.width > PROSE:
        found.width = PROSE
    return found


def show(parts: Iterable[RenderableType], prose: bool = False) -> None:
    """Writes parts one after the other, without spaces at the ends of lines."""
    out = console(prose)
    for part in parts:
        with out.capture() as written:
            out.print(part)
        for row in written.get().splitlines():
            sys.stdout.write(row.rstrip() + "\n")


def write_json(value: object) -> None:
    """Writes a value as JSON that is spread over lines."""
    write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=2))


def write_rows(rows: Iterable[object], format_: str) -> None:
    """Writes rows as JSON: a list, or one a line."""
    if format_ == "json":
        write_json(list(rows))
        return
    for row in rows:
        write_bytes(msgspec.json.encode(row))


def write_bytes(encoded: bytes) -> None:
    """Writes UTF-8, whatever the terminal's encoding, and a line end."""
    sys.stdout.flush()
    sys.stdout.buffer.write(encoded + b"\n")


def complain(message: str) -> None:
    """Tells a person, on the standard error, what went wrong with one item."""
    click.echo(message, err=True)


def failed(any_failed: bool) -> None:
    """Ends with status 1 where items failed."""
    if any_failed:
        click.get_current_context().exit(1)


def listed(part: RenderableType, shown: int, total: int, noun: str, plural: str, prose: bool = False) -> None:
    """Writes a list and, under it, how many of how many it shows."""
    from onrecord.present.words import counted

    if total == 0:
        click.echo(f"No {plural}.")
        return
    show([part], prose)
    more = f"{shown:,} of " if shown < total else ""
    click.echo(f"\n{more}{counted(total, noun, plural)}.")
