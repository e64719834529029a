"""Settings: what holds for a whole run; the command line goes before the environment, and that before a file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from onrecord.errors import UsageError

PREFIX = "ONRECORD_"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`record` is the file of the record, `workers` the number of reading processes (0: none of their own), `offline`
    forbids the network.

    In the file (TOML) and on the command line they have these names; in the environment they are ONRECORD_RECORD,
    ONRECORD_WORKERS and ONRECORD_OFFLINE.
    """

    record: str = "onrecord.db"
    workers: int = 0
    offline: bool = False

    @property
    def path(self) -> Path:
        """The file of the record; `~` is the home folder."""
        return Path(self.record).expanduser()


def settings(flags: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """The settings of a run: those of the command line (None is not given), else the environment's, else the file's.

    Raises UsageError that names the file, the variable or the option with a wrong value.
    """
    path = config_path(environment)
    given = {name: value for name, value in flags.items() if value is not None}
    variables = {
        name: environment[PREFIX + name.upper()]
        for name in Settings.__struct_fields__
        if environment.get(PREFIX + name.upper())
    }
    layers = {
        str(path): from_file(path),
        "the environment (" + ", ".join(PREFIX + name.upper() for name in variables) + ")": variables,
        "the command line": given,
    }
    merged: dict[str, object] = {}
    for source, values in layers.items():
        merged |= checked(values, source)
    return msgspec.convert(merged, Settings)


def config_path(environment: Mapping[str, str]) -> Path:
    """Where the file is: ONRECORD_CONFIG, else onrecord/config.toml in the user's folder for configuration."""
    if environment.get("ONRECORD_CONFIG"):
        return Path(environment["ONRECORD_CONFIG"]).expanduser()
    home = environment.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path("~/.config").expanduser()) / "onrecord" / "config.toml"


def from_file(path: Path) -> Mapping[str, object]:
    """The file's settings; none where there is no file. Raises UsageError where it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read as settings: {error}.") from error


def checked(values: Mapping[str, object], source: str) -> dict[str, object]:
    """Values with their types; text is read as a number or as yes and no, as in the environment."""
    try:
        found = msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"A setting in {source} is wrong: {error}. Known are: record, workers, offline.") from error
    if found.workers < 0:
        raise UsageError(f"A setting in {source} is wrong: workers is {found.workers}; it is 0 or more.")
    return {name: getattr(found, name) for name in values}
