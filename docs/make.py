"""Write what the documentation does not say by hand: `python -m docs.make`, or `make docs`.

The JSON Schemas come from the types, `commands.md` from the help of the commands, `codebook.md` from the tables, the
output that README.md and the pages show from running what stands above it, and the table of figures from
`figures.json`, which is what `python -m benchmarks --json` printed. tests/docs fails where one of these is out of date.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import click
import msgspec

from docs.codebook import codebook
from onrecord.cli.main import cli
from onrecord.schema.jsonschema import reading_schema, record_schema

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 96
_SHOWN = re.compile(
    r"(?<=<!-- run: )(?P<command>[^\n]+)(?P<mark> -->\n+```text\n)(?P<output>.*?)(?=^```$)", re.M | re.S
)
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
_FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.S)
_COMMANDS_HEAD = """# The commands

Written by `make docs` from the programs' own help; `onrecord COMMAND --help` prints the same.
"""


class Page(msgspec.Struct, frozen=True):
    """A file of the documentation, and what should stand in it."""

    path: Path
    text: Callable[[], str]

    @property
    def name(self) -> str:
        """The file as it is named from the root of the repository."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def found(self) -> str | None:
        """What stands in the file now."""
        return self.path.read_text(encoding="utf-8") if self.path.is_file() else None


class Figure(msgspec.Struct, frozen=True):
    """A row of the table of figures: what is measured, by which measure and key of the benchmarks."""

    what: str
    measure: str
    keys: tuple[str, ...]
    note: str = ""


_POLNEAR = "attributions, PolNeAR dev"
FIGURES = (
    Figure("times: value F1, TimeBank", "times, TimeBank", ("value F1",), "SUTime .687"),
    Figure("times: value F1, AQUAINT", "times, AQUAINT", ("value F1",), "HeidelTime .729"),
    Figure("times: value F1, MEANTIME", "times, MEANTIME", ("value F1",), "HeidelTime .803"),
    Figure("places: found and put within 161 km, TR-News", "places, TR-News", ("found and placed",), "geotext .462"),
    Figure("attributions: F1, PolNeAR dev", _POLNEAR, ("attribution F1 all",), "two people .753"),
    Figure("... direct speech / indirect speech", _POLNEAR, ("attribution F1 direct", "attribution F1 indirect")),
    Figure("... precision", _POLNEAR, ("attribution precision",)),
    Figure("event types: recall, half of PLOVER's gold records", "events, PLOVER gold half", ("type recall",)),
    Figure("an event between a given source and target found with its type, PLV", "events, PLV", ("accuracy",)),
    Figure("status of an event, 180 sentences in minimal pairs (seen)", "status pairs", ("status",)),
    Figure("200 sentences (blind): event found", "status sentences, blind", ("found",)),
    Figure("... found, with the right status", "status sentences, blind", ("status",)),
    Figure("60 chains of attribution (blind): right in every link", "chains, blind", ("passages right in every link",)),
    Figure("150 mentions of actors in context (blind): right", "mentions, blind", ("all",)),
    Figure("six annotated articles (seen): events found", "cases", ("events recall",)),
    Figure("... events read that are events of the article", "cases", ("event precision",)),
    Figure("... fields of the events found that are right", "cases", ("events field_accuracy",)),
    Figure("... events of another status told as happened, a count", "cases", ("told as happened",)),
    Figure("articles of 500 words a second, one core", "speed", ("articles of 500 words a second",)),
    Figure("memory at the peak, MB", "speed", ("peak memory, MB",)),
    Figure("`onrecord --help`, seconds", "speed", ("onrecord --help, s",)),
)


def pages() -> Iterator[Page]:
    """Every page that is written or checked here."""
    yield Page(ROOT / "docs/schema/onrecord-1.schema.json", lambda: _json(reading_schema()))
    yield Page(ROOT / "docs/schema/onrecord-record-1.schema.json", lambda: _json(record_schema()))
    yield Page(ROOT / "docs/commands.md", commands)
    yield Page(ROOT / "docs/codebook.md", codebook)
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        if path.name not in ("commands.md", "codebook.md"):
            yield Page(path, partial(shown, path))


def _json(schema: Mapping[str, object]) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def commands() -> str:
    """The help of every command, as one page."""
    context = click.Context(cli, info_name="onrecord", terminal_width=WIDTH, **cli.context_settings)
    return "\n".join([_COMMANDS_HEAD, *_helps(cli, context)])


def _helps(command: click.Command, context: click.Context) -> Iterator[str]:
    """The help of a command, and those of the commands in it."""
    yield _help(context.command_path, command.get_help(context))
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from _helps(
            inner,
            click.Context(inner, parent=context, info_name=name, terminal_width=WIDTH, **inner.context_settings),
        )


def _help(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


def shown(path: Path) -> str:
    """A page with the output of the commands and the Python that it shows, and with the figures, as they are now."""
    page = path.read_text(encoding="utf-8")

    def run(found: re.Match[str]) -> str:
        python = _PYTHON.findall(page, 0, found.start())
        command = [sys.executable, "-c", python[-1]] if found["command"] == "python" else _argv(found["command"])
        return found["command"] + found["mark"] + _output(tuple(command))

    page = _SHOWN.sub(run, page)
    return _FIGURES.sub(lambda _: figures(), page)


def _argv(command: str) -> list[str]:
    program, *rest = shlex.split(command)
    return [str(Path(sys.executable).parent / program), *rest]


@cache
def _output(command: tuple[str, ...]) -> str:
    """What a command prints in a folder in which `make demo` was run."""
    done = subprocess.run(command, cwd=_workplace(), env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


@cache
def _workplace() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="onrecord-docs-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "docs").symlink_to(ROOT / "docs")
    subprocess.run(_argv("onrecord demo"), cwd=folder, env=_environment(), capture_output=True, check=True)
    return folder


def _environment() -> dict[str, str]:
    """The environment without the settings of the one who runs this, a fixed width of the terminal added."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    return kept | {"COLUMNS": str(WIDTH), "ONRECORD_CONFIG": os.devnull, "PYTHONUTF8": "1"}


def figures() -> str:
    """The table of figures, from what the benchmarks printed."""
    measured = json.loads((ROOT / "docs/figures.json").read_text(encoding="utf-8"))
    rows = [f"| {row.what} | {_value(row, measured)} | {row.note} |" for row in FIGURES]
    return "\n".join(["| measure | onrecord | for comparison |", "|---|---|---|", *rows, ""])


def _value(row: Figure, measured: Mapping[str, Mapping[str, float | None]]) -> str:
    found = [measured.get(row.measure, {}).get(key) for key in row.keys]
    return " / ".join(map(_number, found))


def _number(value: float | None) -> str:
    """A share with three digits and no zero before the stop, a larger figure with two that count."""
    if value is None:
        return "not measured"
    if isinstance(value, int):
        return str(value)
    return f"{value:.3f}".removeprefix("0") if value <= 1 else f"{value:.0f}"


def main() -> None:
    """Write every page that is out of date, and say which."""
    for page in pages():
        text = page.text()
        if page.found != text:
            page.path.parent.mkdir(parents=True, exist_ok=True)
            page.path.write_text(text, encoding="utf-8")
            print(f"wrote {page.name}")


if __name__ == "__main__":
    main()
