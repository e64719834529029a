"""A group that imports a command when it is used, a command with examples, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from onrecord.errors import OnRecordError, UsageError

INTERRUPTED = 130
_TRACE = "ONRECORD_TRACEBACK"


class LazyGroup(click.Group):
    """Commands that are imported when they are used: each is a function in the module of its name.

    `lines` has their lines in the help, which therefore imports none of them; a dash in the name of a command is an
    underscore in that of its module. `examples` are lines to be typed, at the end of the help.
    """

    def __init__(
        self, *arguments: Any, package: str, lines: Mapping[str, str], examples: Sequence[str] = (), **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self._package = package
        self._lines = lines
        self._examples = tuple(examples)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._lines:
            return None
        name = cmd_name.replace("-", "_")
        found = getattr(import_module(f"{self._package}.{name}"), name)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        write_examples(self._examples, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        with errors_told(ctx):
            return super().invoke(ctx)


class ExampleCommand(click.Command):
    """A command whose help ends with examples, each a line to be typed."""

    def __init__(self, *arguments: Any, examples: Sequence[str] = (), **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        write_examples(self.examples, formatter)


def write_examples(examples: Sequence[str], formatter: click.HelpFormatter) -> None:
    """Writes lines to be typed, where there are any, at the end of a help."""
    if not examples:
        return
    with formatter.section("Examples"):
        for example in examples:
            formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


def with_examples(*examples: str, **named: Any) -> Callable[[Callable[..., None]], ExampleCommand]:
    """Makes a command of a function; its docstring is the help, its name the name; `named` are click's own settings."""

    def made(function: Callable[..., None]) -> ExampleCommand:
        return click.command(cls=ExampleCommand, examples=examples, **named)(function)

    return made


@contextmanager
def errors_told(context: click.Context) -> Iterator[None]:
    """Every error becomes one message on the standard error and a status; a closed pipe is no error."""
    try:
        _lenient_output()
        yield
        sys.stdout.flush()
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except OnRecordError as error:
        raise click.ClickException(str(error)) from error
    except BrokenPipeError:
        _to_nowhere()
        context.exit(0)
    except KeyboardInterrupt:
        click.echo("Interrupted.", err=True)
        context.exit(INTERRUPTED)
    except OSError as error:
        raise click.ClickException(os_reason(error)) from error
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as error:
        if os.environ.get(_TRACE):
            raise
        advice = f"This is a fault of onrecord; {_TRACE}=1 shows where. Please report it."
        raise click.ClickException(f"{type(error).__name__}: {error}. {advice}") from error


def os_reason(error: OSError) -> str:
    """What the system says, with the file."""
    said = error.strerror or str(error)
    return f"{error.filename}: {said}" if error.filename else said


def _lenient_output() -> None:
    """Characters that the terminal cannot show are replaced instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _to_nowhere() -> None:
    """Sends what is still to be written to nowhere, so that closing the output is quiet too."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # A test's output has no file.
        return
