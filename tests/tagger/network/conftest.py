from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.tagger.network import weights
from onrecord.tagger.network.reader import Network
from tests.tagger.network import tiny


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of a tiny network."""
    return tiny.write(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def network(files: Path) -> Network:
    return Network(weights.load(files))
