"""A citation as one line, for a footnote or a note in Markdown."""

from __future__ import annotations

from onrecord.present.brief_md import escaped
from onrecord.present.days import day_text
from onrecord.present.names import parties
from onrecord.present.words import capitalised, line, quoted
from onrecord.schema.citation import Citation


def citation_text(citation: Citation) -> str:
    """Speaker, words, outlet, title, day and address on one line."""
    return f"{spoken(citation)}{quoted(line(citation.text))} {where(citation)}. {address(citation)}"


def citation_md(citation: Citation) -> str:
    """The same as an entry of a list in Markdown, the address as a link."""
    link = f"<{line(citation.url)}>" if citation.url else escaped(address(citation))
    return f"- {escaped(spoken(citation) + quoted(line(citation.text)))} {escaped(where(citation))}. {link}"


def spoken(citation: Citation) -> str:
    """Who says it, and by whom it came: "Cai Holm, by way of the Harbour Agency: "."""
    if not citation.speakers and not citation.via:
        return ""
    who = parties(citation.speakers) or "somebody who is not named"
    through = f", by way of {parties(citation.via)}" if citation.via else ""
    return f"{capitalised(who)}{through}: "


def where(citation: Citation) -> str:
    """Outlet, title and day."""
    outlet = line(citation.outlet) if citation.outlet else "An outlet that is not named"
    title = quoted(line(citation.title)) if citation.title else None
    return ", ".join(filter(None, (outlet, title, day_text(citation.published))))


def address(citation: Citation) -> str:
    """The address, or which report of the record it is."""
    return line(citation.url) if citation.url else f"(No address; report {line(citation.report)} of the record.)"
