"""The files of the network: whole, or an error that names the file and says what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from onrecord.errors import TaggerError
from onrecord.tagger.network import weights


@pytest.fixture
def copy(files: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(files, tmp_path / "copy"))


@pytest.mark.parametrize("name", [weights.CARD, *weights.FILES])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(TaggerError, match=rf"{name}.*No such file.*Install onrecord anew"):
        weights.load(copy)


@pytest.mark.parametrize("name", weights.FILES)
def test_a_file_cut_short_is_damaged(copy: Path, name: str) -> None:
    (copy / name).write_bytes((copy / name).read_bytes()[:-1])
    with pytest.raises(TaggerError, match=rf"{name}: damaged"):
        weights.load(copy)


def test_one_changed_byte_is_damage(copy: Path) -> None:
    content = bytearray((copy / weights.ENCODER).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / weights.ENCODER).write_bytes(content)
    with pytest.raises(TaggerError, match="checksum"):
        weights.load(copy)


def test_a_card_that_is_no_json_is_damaged(copy: Path) -> None:
    (copy / weights.CARD).write_text("no card")
    with pytest.raises(TaggerError, match="damaged"):
        weights.load(copy)


def test_weights_made_for_other_hints_are_refused(copy: Path) -> None:
    card = msgspec.json.decode((copy / weights.CARD).read_bytes(), type=weights.Card)
    other = msgspec.structs.replace(card, hints=("first",))
    (copy / weights.CARD).write_bytes(msgspec.json.encode(other))
    with pytest.raises(TaggerError, match="another version"):
        weights.load(copy)


def test_weights_of_another_version_are_refused(copy: Path) -> None:
    card = msgspec.json.decode((copy / weights.CARD).read_bytes(), type=weights.Card)
    other = msgspec.structs.replace(card, relations=("root",))
    (copy / weights.CARD).write_bytes(msgspec.json.encode(other))
    with pytest.raises(TaggerError, match="another version"):
        weights.load(copy)


def test_a_file_with_a_right_checksum_that_is_no_network_is_refused(copy: Path) -> None:
    import hashlib

    (copy / weights.FRAMES).write_bytes(b"nothing")
    card = msgspec.json.decode((copy / weights.CARD).read_bytes(), type=weights.Card)
    digests = card.sha256 | {weights.FRAMES: hashlib.sha256(b"nothing").hexdigest()}
    (copy / weights.CARD).write_bytes(msgspec.json.encode(msgspec.structs.replace(card, sha256=digests)))
    with pytest.raises(TaggerError, match="cannot be opened"):
        weights.load(copy)
