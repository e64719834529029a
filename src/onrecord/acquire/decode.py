"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, Latin-1 and Windows-1252, then charset-normalizer.

What is no text at all is refused, with a word on how to get the text out of it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from onrecord.errors import ItemError

BOMS: Mapping[bytes, str] = {
    # UTF-32 LE begins with the mark of UTF-16 LE and so has to stand first.
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

_EXTRACT = "save its text as .txt"
MAGIC: Mapping[bytes, str] = {
    b"%PDF-": "a PDF file: extract its text first, for example with pdftotext",
    b"%!PS": f"a PostScript file: {_EXTRACT}, for example with ps2ascii",
    b"PK\x03\x04": "a ZIP file or an office document (DOCX, ODT, EPUB): unpack it, or save it as plain text",
    b"\xd0\xcf\x11\xe0": "an old office document (DOC, XLS): save it as plain text or CSV",
    b"{\\rtf": "an RTF document: save it as plain text",
    b"SQLite format 3\x00": "an SQLite database: export the articles from it as CSV or JSONL",
    b"\x89PNG": "an image, not text",
    b"\xff\xd8\xff": "an image, not text",
    b"GIF8": "an image, not text",
    b"RIFF": "an image, a sound or a film, not text",
    b"ID3": "a sound file, not text",
    b"OggS": "a sound file, not text",
    b"PAR1": "a Parquet file: export the articles from it as CSV or JSONL",
    b"7z\xbc\xaf\x27\x1c": "a packed file (7z): unpack it first",
    b"BZh": "a packed file (bzip2): unpack it first, or pack it with gzip",
    b"\xfd7zXZ\x00": "a packed file (xz): unpack it first, or pack it with gzip",
    b"\x28\xb5\x2f\xfd": "a packed file (zstd): unpack it first, or pack it with gzip",
    b"\x7fELF": "a program, not text",
    b"MZ\x90": "a program, not text",
}
_BINARY = "it is binary data, not text"
_MOST_CONTROLS = 0.02
# Deleting these from the bytes leaves what a text has none of.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
# The letters and marks of Western Europe in Windows-1252.
_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœŠšŽž‘’“”„–—…•€£¥§©®°·«»¡¿´ª º\xa0\xad¢±²³½¼¾×†‡‹›"
)
_MOST_HIGH = 0.3
_GUESS_FROM = 64_000
# The first bytes of a stream may end within a character; a short text that does so is in another encoding.
_MAY_BE_CUT = 4096


def decode(data: bytes, item: str, charset: str | None = None) -> str:
    """The text of bytes; line ends stay as they are, a byte order mark is left out.

    `charset` is what a server or a page declares; it is believed where the bytes agree and nothing surer is known.
    Raises ItemError for binary data.
    """
    refuse_binary(data, item)
    name = encoding_of(data, charset)
    try:
        return data.decode(name, "replace").removeprefix("\ufeff")
    except (LookupError, ValueError):
        return data.decode("cp1252", "replace")


def refuse_binary(data: bytes, item: str) -> None:
    """Raises ItemError where the bytes (all, or the first of a file) are no text."""
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            raise ItemError(item, f"it is {kind}")
    if data[4:8] == b"ftyp":
        raise ItemError(item, "it is a film or an image, not text")
    if _bom(data) is None and _utf16(data) is None:
        controls = len(_CONTROLS.findall(data))
        if b"\x00" in data or controls > _MOST_CONTROLS * len(data):
            raise ItemError(item, _BINARY)


def encoding_of(data: bytes, charset: str | None = None) -> str:
    """The name of the encoding of a text's bytes (or of its first ones), as Python's codecs know it."""
    certain = _bom(data) or _utf16(data)
    if certain:
        return certain
    if _is_utf8(data):
        return "utf-8"
    return _declared(data, charset) or _guessed(data)


def _bom(data: bytes) -> str | None:
    return next((name for mark, name in BOMS.items() if data.startswith(mark)), None)


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    head = data[:4096]
    even, odd = head[0::2], head[1::2]
    if not odd:
        return None
    zeros_even, zeros_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros_odd > 0.4 and zeros_even < 0.02:
        return "utf-16-le"
    return "utf-16-be" if zeros_even > 0.4 and zeros_odd < 0.02 else None


def _is_utf8(data: bytes) -> bool:
    """True for UTF-8, also where it is cut off at the end or a few of its bytes are damaged."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and len(data) >= _MAY_BE_CUT:
            return True
        text = data.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        whole = sum(char > "\x7f" for char in text) - damaged
        return whole > 2 * damaged
    return True


def _declared(data: bytes, charset: str | None) -> str | None:
    if charset is None:
        return None
    try:
        data.decode(charset)
    except (LookupError, ValueError):
        return None
    # Browsers read Latin-1 as Windows-1252, and so pages that declare it are meant.
    return "cp1252" if codecs.lookup(charset).name == "iso8859-1" else charset


def _guessed(data: bytes) -> str:
    head = data[:_GUESS_FROM]
    high = len(_HIGH.findall(head))
    text = head.decode("cp1252", "replace")
    if high <= _MOST_HIGH * len(head) and all(char < "\x80" or char in _WESTERN for char in text):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    return best.encoding if best else "cp1252"
