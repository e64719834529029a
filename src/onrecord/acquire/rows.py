"""A row with named fields, of a JSON object or of a table, becomes an `Article`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from onrecord.acquire.options import SourceOptions
from onrecord.acquire.text import Given, compose
from onrecord.errors import ItemError
from onrecord.schema.article import Article

_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (list, "a list"),
    (dict, "an object"),
)


class Row(msgspec.Struct, frozen=True):
    """The fields of one row. `item` names the row in errors, `kind` what its fields are called there ("column ")."""

    item: str
    fields: Mapping[str, object]
    kind: str = ""

    def text(self, name: str) -> str | None:
        """The text of a field; None where it is absent, null or empty. Raises ItemError where it is no text."""
        value = self.fields.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            is_a = next((words for kind, words in _KINDS if isinstance(value, kind)), "of another type")
            raise self.error(name, f'it is {is_a}; write it as a string, in "quotation marks"')
        return value

    def error(self, name: str, reason: str) -> ItemError:
        """The error that names the row, the field and the reason."""
        return ItemError(self.item, f"{self.kind}{name}: {reason}")


def article(row: Row, options: SourceOptions, read_date: Callable[[str], str]) -> Article:
    """The article of a row. `read_date` gives ISO 8601 for its date, or raises ValueError. Raises ItemError."""
    columns = options.columns
    text = row.text(columns["text"])
    if text is None or not text.strip():
        raise row.error(columns["text"], "it is missing or empty; an article needs its text")
    name = row.text(columns["id"])
    if options.require_id and not (name and name.strip()):
        raise row.error(columns["id"], "it is missing or empty; each row needs an id of its own")
    given = Given(
        id=name,
        published=_published(row, columns["published"], read_date) or options.published,
        title=row.text(columns["title"]),
        outlet=row.text(columns["outlet"]) or options.outlet,
        url=row.text(columns["url"]),
    )
    return compose(text, given, item=row.item, longest=options.limits.text)


def row_id(fields: Mapping[str, object], options: SourceOptions) -> str | None:
    """The id of a row that cannot be read, where it has a proper one."""
    name = fields.get(options.columns["id"])
    return name if isinstance(name, str) and name else None


def _published(row: Row, column: str, read_date: Callable[[str], str]) -> str | None:
    value = row.text(column)
    try:
        return read_date(value) if value and value.strip() else None
    except ValueError as error:
        raise row.error(column, str(error)) from None
