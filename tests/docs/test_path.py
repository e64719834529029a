"""The page that follows an article through the program names what is there."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
NAMES = sorted({name for page in PAGES for name in re.findall(r"`(onrecord(?:\.\w+)+)`", page.read_text("utf-8"))})


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_the_documentation_is_there(name: str) -> None:
    """Every `onrecord.x.y` in the documentation is a module, or a name in one."""
    assert found(name) is not None


def test_the_path_names_every_stage() -> None:
    """The page leaves out no stage of the pipeline."""
    page = (DOCS / "path.md").read_text("utf-8")
    stages = [
        "segment.segment",
        "tagger.label",
        *(f"{s}.read" for s in ("times", "places", "actors", "statements", "events")),
    ]
    assert all(f"`onrecord.{stage}`" in page for stage in stages)


def found(name: str) -> object:
    """What a dotted name stands for: the longest module, then its attributes; None where there is no such thing."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            thing: object = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for attribute in parts[cut:]:
            thing = getattr(thing, attribute, None)
        return thing
    return None
