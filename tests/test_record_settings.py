"""Settings: the command line goes before the environment, and that before the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.settings import Settings, settings


def config(folder: Path, text: str) -> dict[str, str]:
    """An environment that names a configuration file with this text."""
    path = folder / "config.toml"
    path.write_text(text)
    return {"ONRECORD_CONFIG": str(path)}


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    """No file, no variable, no option: the record is onrecord.db here."""
    assert settings({}, {"XDG_CONFIG_HOME": str(tmp_path)}) == Settings(record="onrecord.db", workers=0, offline=False)


def test_the_later_goes_before_the_earlier(tmp_path: Path) -> None:
    """File, environment and command line each overrule what comes before."""
    file = config(tmp_path, 'record = "file.db"\nworkers = 1\noffline = true\n')
    environment = {**file, "ONRECORD_RECORD": "environment.db", "ONRECORD_WORKERS": "2"}
    found = settings({"record": "flag.db", "workers": None}, environment)
    assert found == Settings(record="flag.db", workers=2, offline=True)


def test_the_file_of_the_user(tmp_path: Path) -> None:
    """The file stands in the folder for configuration."""
    (tmp_path / "onrecord").mkdir()
    (tmp_path / "onrecord" / "config.toml").write_text("workers = 3\n")
    assert settings({}, {"XDG_CONFIG_HOME": str(tmp_path)}).workers == 3


def test_an_empty_variable_is_none(tmp_path: Path) -> None:
    """A variable without a value says nothing."""
    assert settings({}, {"XDG_CONFIG_HOME": str(tmp_path), "ONRECORD_RECORD": ""}).record == "onrecord.db"


@pytest.mark.parametrize("text", ["worker = 2", "workers = 'two'", "workers = -1", "workers = "])
def test_a_wrong_file_is_named(tmp_path: Path, text: str) -> None:
    """A setting that is not known, or of the wrong type, is an error that names the file."""
    with pytest.raises(UsageError, match=r"config\.toml"):
        settings({}, config(tmp_path, text))


def test_a_wrong_variable_is_named(tmp_path: Path) -> None:
    """A variable that is no number is an error that names it."""
    with pytest.raises(UsageError, match="ONRECORD_WORKERS"):
        settings({}, {"XDG_CONFIG_HOME": str(tmp_path), "ONRECORD_WORKERS": "many"})


def test_the_path_knows_the_home_folder() -> None:
    """A tilde is the home folder."""
    assert Settings(record="~/x.db").path == Path.home() / "x.db"
