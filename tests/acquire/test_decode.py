"""Bytes to text."""

import pytest

from onrecord.acquire.decode import decode
from onrecord.errors import ItemError

TEXT = "“São Tomé’s port,” the minister said, “is open again.” Café owners agreed — at last.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Each encoding that news comes in is told from the bytes, with or without a mark."""
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_latin_1() -> None:
    """Latin-1 is read as the Windows-1252 that it is a part of."""
    assert (
        decode("Le président s'est exprimé à Genève.".encode("latin-1"), "a") == "Le président s'est exprimé à Genève."
    )


def test_cyrillic_without_a_mark() -> None:
    """What is not Western is left to charset-normalizer."""
    text = "Министр прибыл в понедельник в порт и встретился с рабочими, сообщило агентство. " * 5
    assert decode(text.encode("cp1251"), "a") == text


def test_declared_charset() -> None:
    """A charset that is declared counts where the bytes are not UTF-8."""
    assert decode("Łódź".encode("iso-8859-2"), "a", "iso-8859-2") == "Łódź"
    assert decode("Łódź".encode(), "a", "iso-8859-2") == "Łódź"
    assert decode(b"port", "a", "no-such-charset") == "port"


def test_one_damaged_byte_in_utf_8() -> None:
    """A damaged byte shows as U+FFFD and does not turn the rest into Latin-1."""
    assert decode(TEXT.encode() + b"\xff end of the report", "a") == TEXT + "\ufffd end of the report"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "pdftotext"),
        (b"PK\x03\x04\x14\x00", "DOCX"),
        (b"SQLite format 3\x00\x10", "SQLite"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x00\x00\x00\x18ftypmp42", "film"),
        (b"text\x00with\x00zero bytes", "binary"),
        (bytes(range(1, 32)) * 10, "binary"),
    ],
)
def test_binary(data: bytes, word: str) -> None:
    """Binary data is refused by its kind, with what to do."""
    with pytest.raises(ItemError, match=word):
        decode(data, "a.bin")
