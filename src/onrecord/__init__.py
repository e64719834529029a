"""onrecord reads news reports and keeps the record: who did, plans, says or denies what, on whose word.

    import onrecord

    reading = onrecord.read(text, published="2023-09-05")
    for event in reading.events:
        print(event.status, event.type, event.actors, event.recipients)

    with onrecord.Record("story.db") as record:
        record.add(onrecord.articles(["reports/"]))

Names are imported when they are first used, so that `import onrecord` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import articles, read
    from onrecord.errors import OnRecordError
    from onrecord.record import Record
    from onrecord.schema.article import Article
    from onrecord.schema.event import Event
    from onrecord.schema.reading import Reading
    from onrecord.schema.statement import Statement

_HOMES = {
    "read": "onrecord.api",
    "articles": "onrecord.api",
    "Record": "onrecord.record",
    "OnRecordError": "onrecord.errors",
    "Article": "onrecord.schema.article",
    "Reading": "onrecord.schema.reading",
    "Statement": "onrecord.schema.statement",
    "Event": "onrecord.schema.event",
}

__all__ = ["Article", "Event", "OnRecordError", "Reading", "Record", "Statement", "articles", "read"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
