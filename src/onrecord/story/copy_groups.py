"""Copy groups: the copies of a record as they are shown, with the passages that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.schema.copy import Copies, CopyGroup, ReportCopy, SharedPassage
from onrecord.schema.report import ReportHead, ReportText
from onrecord.schema.span import Span
from onrecord.story.copies import Likeness, likeness, ordered_texts
from onrecord.story.wording import spans, wording

Heads = Mapping[str, ReportHead]
Texts = Mapping[str, ReportText]


def copies_shown(heads: Iterable[ReportHead], texts: Texts, report: str | None = None) -> Copies:
    """All groups of copies, the earliest originals first, and all pages with several versions; with `report`, those
    that hold it. `texts` has the text of every head."""
    known = {head.id: head for head in heads}
    members: dict[str, list[str]] = defaultdict(list)
    for head in sorted(known.values(), key=publication_key):
        if head.copy_of is not None:
            members[head.copy_of].append(head.id)
    chosen = [name for name in members if report is None or report in (name, *members[name])]
    chosen.sort(key=lambda name: publication_key(known[name]))
    pages = versions(texts[name] for name in known)
    return Copies(
        groups=tuple(group(known[name], tuple(members[name]), known, texts) for name in chosen),
        versions=tuple(page for page in pages if report is None or report in page),
    )


def publication_key(head: ReportHead) -> tuple[bool, str, str]:  # A sort key.
    """By moment of publication, undated ones last, then by id."""
    return (head.published is None, head.published or "", head.id)


def group(original: ReportHead, members: tuple[str, ...], heads: Heads, texts: Texts) -> CopyGroup:
    """An original with its copies."""
    return CopyGroup(
        original=original.id,
        outlet=original.outlet,
        published=original.published,
        title=original.title,
        copies=tuple(report_copy(heads[name], (original.id, *members), texts) for name in members),
    )


def report_copy(head: ReportHead, group: tuple[str, ...], texts: Texts) -> ReportCopy:
    """A copy, beside the first of its group that it is directly like."""
    text = texts[head.id]
    others = (texts[name] for name in group if name != head.id)
    other, found = next((other, found) for other in others if (found := likeness(text, other)))
    return ReportCopy(
        report=head.id,
        outlet=head.outlet,
        published=head.published,
        title=head.title,
        of=other.id,
        kind=found.kind,
        resemblance=round(found.resemblance, 4),
        contained=round(found.contained, 4),
        passages=passages(text, other, found),
    )


def passages(text: ReportText, other: ReportText, found: Likeness) -> tuple[SharedPassage, ...]:
    """The shared passages of a copy and another text, in the order of the copy."""
    first_is_copy = ordered_texts(text, other)[0] is text
    here, there = spans(text.text), spans(other.text)
    rows = []
    for passage in found.shared.passages:
        own, others = (passage.first, passage.second) if first_is_copy else (passage.second, passage.first)
        span = stretch(here, own, passage.words)
        rows.append(
            SharedPassage(
                here=span, there=stretch(there, others, passage.words), words=passage.words, text=span.cut(text.text)
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.here.start, row.there.start)))


def stretch(places: tuple[Span, ...], first: int, count: int) -> Span:
    """From the first of some words to the end of the last."""
    return Span(places[first].start, places[first + count - 1].end)


def versions(texts: Iterable[ReportText]) -> tuple[tuple[str, ...], ...]:
    """The reports of each page that has more than one text, by publication and id."""
    pages: dict[tuple[str, str], dict[str, ReportText]] = defaultdict(dict)
    for text in texts:
        pages["id", text.source_id][text.id] = text
        if text.url is not None:
            pages["url", text.url][text.id] = text
    several = (page for page in pages.values() if len({wording(text.text) for text in page.values()}) > 1)
    return tuple(
        sorted({tuple(sorted(page, key=lambda name: (page[name].published or "~", name))) for page in several})
    )
