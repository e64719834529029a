"""Help, version and wrong usage."""

from __future__ import annotations

import subprocess
import sys

import pytest

from onrecord.cli import review, watch
from onrecord.cli.main import COMMANDS
from tests.cli.conftest import Run

GROUPS = {"review": review.COMMANDS, "watch": watch.COMMANDS}
"""Commands that have commands in them."""
LEAVES = (
    *((name,) for name in COMMANDS if name not in GROUPS),
    *((group, name) for group, inner in GROUPS.items() for name in inner),
)
"""All others, as they are typed."""
HEAVY = ("trafilatura", "numpy", "rich", "msgspec", "marisa_trie", "onrecord.pipeline", "onrecord.store")


@pytest.mark.parametrize("name", [*LEAVES, *((group,) for group in GROUPS)], ids=" ".join)
def test_each_command_has_help_with_an_example(run: Run, name: tuple[str, ...]) -> None:
    """Each command says in a paragraph what it does and shows a line to type."""
    result = run(*name, "--help")
    assert result.exit_code == 0
    about, _, examples = result.output.partition("Examples:")
    assert len(about.split("Options:")[0].split()) > 15
    assert f"onrecord {' '.join(name)}" in examples


@pytest.mark.parametrize("name", sorted(set(LEAVES) - {("read",)}), ids=" ".join)
def test_each_command_takes_a_record(run: Run, name: tuple[str, ...]) -> None:
    """Each command but `read` names the file of the record."""
    assert "--record FILE" in run(*name, "--help").output


@pytest.mark.parametrize("group", GROUPS)
def test_the_help_of_a_group_lists_its_commands(run: Run, group: str) -> None:
    """A command that has commands in it lists them, and none is cut."""
    output = run(group, "--help").output
    assert all(f"  {name}" in output and line in output for name, line in GROUPS[group].items())


def test_the_help_lists_all_commands(run: Run) -> None:
    """The help has a line for each command, and none is cut."""
    output = run("--help").output
    assert all(f"  {name}" in output and line in output for name, line in COMMANDS.items())


def test_the_version(run: Run) -> None:
    """The version is that of the package."""
    assert run("--version").output.startswith("onrecord 0.")


def test_help_imports_nothing_heavy() -> None:
    """The help of the program loads neither the pipeline nor what it needs."""
    code = f"""
import sys
from onrecord.cli.main import cli
try:
    cli(["--help"])
except SystemExit:
    print("loaded:", [name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("loaded: []\n")


@pytest.mark.parametrize(
    "arguments",
    [("reed",), ("read",), ("brief", "--as-of", "yesterday"), ("read", "x.txt", "--format", "xml"), ("add",)],
)
def test_wrong_usage_is_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    """An unknown command, a missing source or a wrong value is a usage error with a message."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error:" in result.stderr and "Traceback" not in result.output


def test_a_wrong_setting_is_status_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong value in the environment is named."""
    monkeypatch.setenv("ONRECORD_WORKERS", "many")
    result = run("add", "x.txt")
    assert result.exit_code == 2
    assert "ONRECORD_WORKERS" in result.stderr
