"""Header lines that reports come with: `date 2023-09-05 ...`, `URL: / OUTLET: / DATE: / TITLE:`, front matter.

The lines stand at the very beginning of a text, in any order and case, blank lines between them allowed. The text
itself is not changed; `Header.end` tells where the report begins.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from onrecord.acquire import dates

Field = Literal["published", "outlet", "url", "title", "other", "body"]

LABELS: dict[str, Field] = {
    "date": "published",
    "published": "published",
    "publication date": "published",
    "date published": "published",
    "published at": "published",
    "published on": "published",
    "pubdate": "published",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
    "site": "outlet",
    "url": "url",
    "link": "url",
    "title": "title",
    "headline": "title",
    "author": "other",
    "byline": "other",
    "section": "other",
    "category": "other",
    "language": "other",
    "lang": "other",
    "tags": "other",
    "keywords": "other",
    "updated": "other",
    "accessed": "other",
    "retrieved": "other",
    # These two open the report itself, after other labels: "BODY: The minister ..."
    "body": "body",
    "text": "body",
}
_NAMES = "|".join(sorted((name.replace(" ", "[ _-]") for name in LABELS), key=len, reverse=True))
_LABEL = re.compile(rf"(?P<label>{_NAMES})[ \t]*:[ \t]*", re.IGNORECASE)
_NEXT_LABEL = re.compile(rf"[ \t]+(?=(?:{_NAMES.upper()}):)")
_ISO_START = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)(?=\s|$)"
)
_BARE_DATE = re.compile(rf"date[ \t]+{_ISO_START.pattern}", re.IGNORECASE)
_FENCE = re.compile(r"---[ \t]*\n(?P<inner>(?:[^\n]*\n){1,60}?)---[ \t]*(?:\n|$)")
_FENCED_LINE = re.compile(r"(?P<label>[\w -]+?)[ \t]*:[ \t]*(?P<value>.*)")
_SPACE = re.compile(r"[\s\ufeff]*")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+\S*", re.IGNORECASE)
_LONGEST_HEADER = 4_000
# What stands behind "Source:" or "Title:" and is longer is a sentence of the report.
_LONGEST = {"outlet": 80, "title": 300, "other": 300}


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the header lines of a text tell, and where they end (0 where there are none).

    `bad_date` is what a date line says where that is a wrong date ("2023-13-45") and why it was not taken.
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    bad_date: str | None = None
    end: int = 0


class _Line(msgspec.Struct, frozen=True):
    """One header line: its field, its value and where the next line or the report begins."""

    field: Field
    value: str
    end: int


def read_header(text: str) -> Header:
    """The header at the beginning of a text; an empty `Header` where there is none."""
    start = _skip_space(text, 0)
    head = text[start : start + _LONGEST_HEADER]
    fence = _FENCE.match(head)
    lines = _fenced_lines(fence["inner"]) if fence else _lines(head)
    if not lines:
        return Header()
    end = fence.end() if fence else lines[-1].end
    return _header(lines, _skip_space(text, start + end))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    position = 0
    while line := _line(text, position, first=not lines):
        lines.append(line)
        position = _skip_space(text, line.end)
        if line.field == "body" or not _at_line_start(text, line.end, position):
            break
    return lines


def _line(text: str, position: int, *, first: bool) -> _Line | None:
    if bare := _BARE_DATE.match(text, position):
        return _Line("published", bare["day"], bare.end())
    label = _LABEL.match(text, position)
    if label is None:
        return None
    field = LABELS[re.sub(r"[ _-]", " ", label["label"].lower())]
    if field == "body":
        return None if first else _Line(field, "", label.end())
    if field == "published" and (day := _ISO_START.match(text, label.end())):
        return _Line(field, day["day"], day.end())
    rest = _REST_OF_LINE.match(text, label.end())
    end = rest.end() if rest else label.end()
    if following := _NEXT_LABEL.search(text, label.end(), end):
        end = following.end()
    value = text[label.end() : end].strip()
    return _Line(field, value, end) if _plausible(field, value) else None


def _plausible(field: Field, value: str) -> bool:
    if field == "url":
        return not value or _ADDRESS.fullmatch(value) is not None
    return len(value) <= _LONGEST.get(field, 100)


def _at_line_start(text: str, end: int, position: int) -> bool:
    """True where another label may follow: on a new line, or on the same one ("URL: ... OUTLET: ...")."""
    return "\n" in text[end:position] or _LABEL.match(text, position) is not None


def _fenced_lines(inner: str) -> list[_Line]:
    """The known keys between the `---` lines of a Markdown file."""
    found = (_FENCED_LINE.fullmatch(line.strip()) for line in inner.splitlines())
    keyed = ((re.sub(r"[ _-]", " ", match["label"].lower()), match["value"]) for match in found if match)
    return [
        _Line(LABELS[label], value.strip().strip("\"'"), 0)
        for label, value in keyed
        if LABELS.get(label, "body") != "body"
    ]


def _header(lines: list[_Line], end: int) -> Header:
    values: dict[Field, str] = {line.field: line.value for line in reversed(lines) if line.value}
    published, bad_date = _published(values.get("published"))
    return Header(
        published=published,
        bad_date=bad_date,
        outlet=values.get("outlet"),
        url=values.get("url"),
        title=values.get("title"),
        end=end,
    )


def _published(value: str | None) -> tuple[str | None, str | None]:
    """The date of a date line, and what is wrong with it. "Tuesday" and the like are neither a date nor wrong."""
    if value is None:
        return None, None
    try:
        return dates.written(value), None
    except ValueError as error:
        return None, str(error) if dates.attempted(value) else None


def _skip_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position
