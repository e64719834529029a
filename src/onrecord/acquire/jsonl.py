"""JSON rows: one object a line (JSONL), or a JSON file that holds one object or a list of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping

import msgspec

from onrecord.acquire import dates
from onrecord.acquire.decode import encoding_of
from onrecord.acquire.options import SourceOptions
from onrecord.acquire.rows import Row, article, row_id
from onrecord.acquire.streams import Opened, lines, read_all, recoded
from onrecord.errors import ItemError
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

_DEFAULT = SourceOptions(require_id=True)


def row(line: str | bytes, options: SourceOptions = _DEFAULT, *, item: str = "line 1") -> Article | Unread:
    """The article of one JSON line, by the reading contract: `{"id", "text", "published", "title", "outlet", "url"}`.

    A line that is no such object comes back as `Unread`, with the line's id where it could be told; `item` names it
    there. By default an id is required; see `SourceOptions.require_id`.
    """
    fields: Mapping[str, object] = {}
    try:
        fields = _fields(line, item, options)
        return article(Row(item, fields), options, dates.iso)
    except ItemError as error:
        return Unread(row_id(fields, options), str(error))


def rows(source: Opened, name: str, options: SourceOptions) -> Iterator[Article | Unread]:
    """The articles of a stream of JSON lines, one at a time; blank lines are passed over."""
    longest = options.limits.line
    for line in lines(_in_utf8(source), longest):
        item = f"{name}, line {line.number}"
        if line.data is None:
            reason = f"it is longer than {longest / 1e6:g} MB, the limit for one line"
            yield Unread(None, f"{item}: {reason}; is the file really one JSON object a line?")
        elif line.data.strip(b"\xef\xbb\xbf \t\r\n"):
            yield row(line.data.removeprefix(b"\xef\xbb\xbf"), options, item=item)


def document(source: Opened, name: str, options: SourceOptions) -> Iterator[Article | Unread]:
    """The articles of a JSON file: a list of objects, one object, or one object a line after all."""
    if is_lines(source.head):
        yield from rows(source, name, options)
        return
    data = read_all(_in_utf8(source), options.limits.file)
    if data is None:
        limit = f"{options.limits.file / 1e6:g} MB"
        raise ItemError(name, f"it is larger than {limit}, the limit for a JSON file: write it as one object a line")
    data = data.removeprefix(b"\xef\xbb\xbf").strip()
    if not data.startswith(b"["):
        yield row(data, options, item=name)
        return
    try:
        objects = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ItemError(name, f"it is not valid JSON ({error})") from None
    for number, raw in enumerate(objects, start=1):
        yield row(bytes(raw), options, item=f"{name}, row {number}")


def is_lines(head: bytes) -> bool:
    """True where a stream begins like JSON lines: an object that ends where its line does, or begins on the next too.

    A list, and an object that is spread over lines for the eye, are no JSON lines.
    """
    first, line_end, rest = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not first.startswith(b"{"):
        return False
    return not line_end or first.rstrip().endswith(b"}") or rest.lstrip().startswith(b"{")


def _in_utf8(source: Opened) -> io.BufferedReader:
    """JSON is UTF-8; UTF-16, which some programs write all the same, is turned into it."""
    encoding = encoding_of(source.head)
    return recoded(source.stream, encoding) if encoding.startswith(("utf-16", "utf-32")) else source.stream


def _fields(line: str | bytes, item: str, options: SourceOptions) -> Mapping[str, object]:
    try:
        fields = msgspec.json.decode(line)
        twice = _key_twice(line, options) if isinstance(fields, dict) else None
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ItemError(item, _why_not_json(line, error)) from None
    if not isinstance(fields, dict):
        raise ItemError(item, 'it is not a JSON object: each line is one article, {"id": ..., "text": ...}')
    if twice:
        raise ItemError(item, f"{twice}: the key stands twice in the row; which one is meant?")
    return fields


def _why_not_json(line: str | bytes, error: Exception) -> str:
    if isinstance(line, bytes):
        try:
            line.decode()
        except UnicodeDecodeError as wrong:
            return f"it is not UTF-8 (byte {wrong.start + 1}): convert the file, for example with iconv -t utf-8"
    return f"it is not valid JSON ({error})"


def _key_twice(line: str | bytes, options: SourceOptions) -> str | None:
    """A key of ours that stands twice in an object. JSON parsers keep one of the two in silence."""
    text = line if isinstance(line, str) else line.decode("utf-8", "replace")
    suspects = [key for key in options.columns.values() if text.count(f'"{key}"') > 1]
    if not suspects:
        return None
    # Quoted, the word may also be a value or stand in an inner object: only a full look tells.
    keys = [key for key, _ in json.loads(text, object_pairs_hook=_Pairs, parse_int=str)]
    return next((key for key in suspects if keys.count(key) > 1), None)


class _Pairs(list[tuple[str, object]]):
    """The members of a JSON object, none dropped."""
