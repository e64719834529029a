"""The arrows between the packages point one way, and starting up loads nothing that is not needed yet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
HEAVY = (
    "numpy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "htmldate",
    "lxml",
    "py3langid",
    "marisa_trie",
    "urllib3",
    "onrecord.pipeline",
)
"""What takes long to import, or leads to what does."""


def loaded_by(code: str) -> set[str]:
    """The names of the modules that a fresh Python has loaded after running some code."""
    program = f"import sys\n{code}\nprint('\\n' + ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_arrows_point_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The contracts of pyproject.toml hold: schema knows nobody, stages know no sibling, layers know those below."""
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import onrecord` is free; what a name needs is loaded when the name is used."""
    assert loaded_by("import onrecord").isdisjoint(HEAVY)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["read", "--help"], ["brief", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """`onrecord --help` and the help of a command print text and load no part of the reading."""
    code = f"from onrecord.cli.main import cli\ncli({arguments!r}, prog_name='onrecord', standalone_mode=False)"
    assert loaded_by(code).isdisjoint(HEAVY)
