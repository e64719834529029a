"""CSV and TSV: a header line, then one article a row, with a mapping of columns.

A damaged row costs that row. Where a quotation mark is not closed, the reading goes on with the line after the one on
which the row began, so that the rows which the mark would have swallowed are not lost.
"""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.acquire import dates
from onrecord.acquire.decode import decode, encoding_of, refuse_binary
from onrecord.acquire.options import SourceOptions
from onrecord.acquire.rows import Row, article, row_id
from onrecord.acquire.streams import Opened
from onrecord.errors import ItemError
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

_DELIMITERS = ",;\t|"
_OPTION = {"text": "--text-col", "published": "--date-col", "outlet": "--outlet-col"}


class Record(msgspec.Struct, frozen=True):
    """The cells of a row and the line on which it begins; `error` where the row cannot be parsed."""

    line: int
    cells: tuple[str, ...] = ()
    error: str | None = None


class _Lines:
    """The lines of a table, counted, that can be given back from the middle of a row."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self.begun = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._stream)
        self._row.append(line)
        return line

    def next_row(self) -> None:
        """The lines so far are done with."""
        self.begun += len(self._row)
        self._row.clear()

    def back(self) -> None:
        """Gives back all lines of the row but its first."""
        self._again.extendleft(reversed(self._row[1:]))
        del self._row[1:]


def rows(source: Opened, name: str, options: SourceOptions, *, tabs: bool = False) -> Iterator[Article | Unread]:
    """The articles of a table, one at a time. `tabs` for TSV; otherwise the delimiter is told by the header line.

    Raises ItemError where the table has no header or lacks a column that was named.
    """
    refuse_binary(source.head, name)
    encoding = encoding_of(source.head)
    # Half a character at the end of UTF-16 has no surrogate to escape to.
    errors = "replace" if encoding.lower().startswith(("utf-16", "utf_16", "utf-32", "utf_32")) else "surrogateescape"
    stream = io.TextIOWrapper(source.stream, encoding, errors=errors, newline="")
    # The id that the reading contract asks for is one of JSON lines; a table's rows may do without.
    options = msgspec.structs.replace(options, require_id=False)
    delimiter = "\t" if tabs else _delimiter(decode(source.head, name), options)
    plain = delimiter == "\t" and _is_unquoted(decode(source.head, name))
    records = _records(_Lines(stream), delimiter, plain=plain, longest=options.limits.text)
    header = _header(next(records, None), name, options)
    for record in records:
        if record.cells or record.error:
            yield _row(record, header, f"{name}, line {record.line}", options)


def _records(lines: _Lines, delimiter: str, *, plain: bool, longest: int) -> Iterator[Record]:
    """The rows of a table. `plain` means that quotation marks are text ("a TSV as databases write it")."""
    # The limit belongs to the csv module as a whole; its default of 131,072 is less than a long article.
    csv.field_size_limit(longest)
    reader = _reader(lines, delimiter, plain=plain)
    while True:
        lines.next_row()
        line = lines.begun + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.back()
            yield Record(line, error=_explained(error, longest))
            reader = _reader(lines, delimiter, plain=plain)
        else:
            yield Record(line, tuple(map(_unquoted, cells) if plain else cells))


def _reader(lines: _Lines, delimiter: str, *, plain: bool) -> Iterator[list[str]]:
    if plain:
        return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter=delimiter, strict=True)


def _explained(error: csv.Error, longest: int) -> str:
    if "field limit" in str(error):
        return f"a cell has more than {longest / 1e6:g} million characters, or a quotation mark is not closed"
    return f'a quotation mark is out of place; inside a quoted cell it is written twice ("") ({error})'


def _header(record: Record | None, name: str, options: SourceOptions) -> tuple[str, ...]:
    if record is None or not any(record.cells):
        raise ItemError(name, "it is empty" if record is None else "its first line is no header with column names")
    header = tuple(cell.strip().removeprefix("\ufeff") for cell in record.cells)
    given = (options.text_col, options.date_col, options.outlet_col, options.title_col, options.url_col, options.id_col)
    for column in (options.columns["text"], *(column for column in given if column)):
        if column not in header:
            hint = "" if options.text_col else f"; name the column of the article's text with {_OPTION['text']}"
            raise ItemError(name, f"it has no column {column!r}, only {', '.join(map(repr, header))}{hint}")
    used = [column for column in options.columns.values() if header.count(column) > 1]
    if used:
        raise ItemError(name, f"two of its columns are called {used[0]!r}: which one is meant?")
    return header


def _row(record: Record, header: Sequence[str], item: str, options: SourceOptions) -> Article | Unread:
    if record.error:
        return Unread(None, f"{item}: {record.error}")
    fields = dict(zip(header, record.cells, strict=False))
    try:
        if len(record.cells) != len(header):
            raise ItemError(item, f"it has {len(record.cells)} cells where the header has {len(header)}")
        return article(Row(item, {key: _mended(cell, item) for key, cell in fields.items()}, "column "), options, _date)
    except ItemError as error:
        return Unread(row_id(fields, options), str(error))


def _date(value: str) -> str:
    return dates.written(value)


def _mended(cell: str, item: str) -> str:
    """A cell whose bytes are not of the encoding that the beginning of the file has, decoded by itself."""
    if cell.isascii() or not any("\udc80" <= char <= "\udcff" for char in cell):
        return cell
    return decode(cell.encode("utf-8", "surrogateescape"), item)


def _unquoted(cell: str) -> str:
    inner = cell[1:-1]
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if quoted else cell


def _delimiter(head: str, options: SourceOptions) -> str:
    """The delimiter under which the header line has the columns that are asked for, else the most frequent one."""
    first = re.split(r"[\r\n]", head.lstrip("\ufeff"), maxsplit=1)[0]
    wanted = set(options.columns.values())

    def fit(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([first], delimiter=delimiter), [])
        return len(wanted.intersection(cell.strip() for cell in cells)), len(cells)

    return max(_DELIMITERS, key=fit)


def _is_unquoted(head: str) -> bool:
    """True where every line has as many tabs as the first: then no cell runs over lines, and marks need no closing."""
    whole = head.split("\n")[:-1] or [head]
    tabs = {line.count("\t") for line in whole if line.strip()}
    return len(tabs) == 1
