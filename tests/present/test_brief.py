"""A brief as text, as Markdown, and the tables."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord.present.brief_html import brief_html, quote_html
from onrecord.present.brief_md import brief_md, escaped, quote_md
from onrecord.present.brief_text import brief_text
from onrecord.present.csv_rows import COLUMNS, csv_rows
from onrecord.present.entries import Quote
from onrecord.present.hits import hits_text
from onrecord.present.tables import plans_table, timeline_table
from onrecord.record import Record
from tests.fake_reader import READER, article, read
from tests.present.test_reading_text import shown

STORY = (
    article("a", "Cai Holm said Ada Brandt will meet Bo Lind in Oslo on 2024-03-10.", "2024-03-01", "Lakeside News"),
    article("b", "Officials said Ada Brandt will meet Bo Lind on 2024-03-10.", "2024-03-02", "Fjord Post"),
    article("c", "Ada Brandt met Bo Lind in Oslo on 2024-03-10. (Harbour Agency)", "2024-03-10", "Fjord Post"),
    article("d", "Reportedly Ada Brandt met Cai Holm in Bergen on 2024-03-11.", "2024-03-11", "Fjord Post"),
    article("e", "Bo Lind denied Ada Brandt met Cai Holm in Bergen on 2024-02-05.", "2024-03-12", "Strait Times"),
    article("f", "Bo Lind said Norway will meet Sweden in Bergen on 2024-04-02.", "2024-03-12", "Strait Times"),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "record.db", read=read, reader=READER) as found:
        found.add(STORY)
        yield found


def test_a_brief_in_plain_text(record: Record) -> None:
    """A brief has its day, its sections, and for each event the sources and the words."""
    text = shown(brief_text(record.brief()))
    assert text.startswith("The record as of 12 March 2024\n6 reports from 3 outlets\n")
    assert "  • Ada Brandt and Bo Lind met (Oslo; 10 March 2024)\n" in text
    assert "  • Norway and Sweden are to meet (Bergen; 2 April 2024)\n    source: Bo Lind · 1 report\n" in text
    assert "“Bo Lind denied Ada Brandt met Cai Holm in Bergen on 2024-02-05.” — Strait Times" in text
    assert "  • Bo Lind said, 12 March 2024: Norway will meet Sweden in Bergen on 2024-04-02\n" in text


def test_a_brief_of_a_day_says_less(record: Record) -> None:
    """As of an earlier day a meeting that took place later is still a plan."""
    text = shown(brief_text(record.brief(as_of=date(2024, 3, 2))))
    assert "Ada Brandt and Bo Lind are to meet" in text
    assert "What happened" not in text


def test_a_long_section_is_cut_and_says_so(record: Record) -> None:
    """With a limit the rest is counted."""
    assert "… and 2 more (--limit 0 shows all)" in shown(brief_text(record.brief(), most=1))


def test_a_disputed_event_shows_both_sides(tmp_path: Path) -> None:
    """What one tells and another denies stands with the words of both."""
    answer = article("g", "Bo Lind denied Ada Brandt met Bo Lind in Oslo on 2024-03-10.", "2024-03-13", "Strait Times")
    with Record(tmp_path / "disputed.db", read=read, reader=READER) as record:
        record.add([STORY[2], answer])
        text = shown(brief_text(record.brief()))
    assert "Disputed: Ada Brandt and Bo Lind met" in text
    assert "“Ada Brandt met Bo Lind" in text and "“Bo Lind denied Ada Brandt met Bo Lind" in text


def test_a_brief_without_anything(tmp_path: Path) -> None:
    """An empty record has a brief too."""
    with Record(tmp_path / "empty.db", read=read, reader=READER) as empty:
        assert "Nothing to tell" in shown(brief_text(empty.brief()))


def test_a_brief_in_markdown(record: Record) -> None:
    """Sections are headings, events bold list items with their sources and the words under them."""
    text = brief_md(record.brief())
    head = "# The record as of 12 March 2024\n\n6 reports from 3 outlets\n\n## What happened\n\n- **Ada"
    assert text.startswith(head)
    assert "  - “Ada Brandt **met** Bo Lind in Oslo on 2024-03-10.” (Fjord Post, 10 March 2024)\n" in text


def test_markdown_marks_in_a_report_are_no_marks() -> None:
    """Stars, brackets and the like of a report stay what they are."""
    assert escaped("a *b* [c](d) #e") == r"a \*b\* \[c\](d) \#e"


def test_the_timeline_is_a_table(record: Record) -> None:
    """Each event has its time, its sentence, its status and who tells it."""
    head, _, first = shown(timeline_table(record.timeline())).splitlines()[:3]
    assert head.split() == ["When", "What", "Status", "Told", "by"]
    assert first.split("   ")[0] == "5 February 2024"
    assert "Denied: Ada Brandt and Cai Holm" in first and first.endswith("Bo Lind")


def test_plans_tell_what_became_of_them(record: Record) -> None:
    """A plan that was kept has the day of the report that says so."""
    text = shown(plans_table(record.plans()))
    assert "10 March 2024" in text and "happened (10 March 2024)" in text
    assert "1 March 2024 by Cai Holm" in text


def test_hits_show_the_words_that_were_found(record: Record) -> None:
    """A hit has its report and the words around those sought."""
    text = shown(hits_text(record.search("Bergen")))
    assert "Strait Times · 12 March 2024 · f" in text
    assert "Norway will meet Sweden in Bergen" in text


def test_the_csv_has_one_row_for_each_telling(record: Record) -> None:
    """Each telling of an event by a report is a row with names written out, and reads back as it was."""
    file = io.StringIO()
    csv.writer(file).writerows(csv_rows(record.export()))
    rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    told = [row for row in rows if row["report"] in ("a", "b", "c")]
    assert len({row["event"] for row in told}) == 1 and len(told) == 3
    assert told[0]["place_name"] == "Oslo" and told[0]["actor_names"] == "Ada Brandt; Bo Lind"
    assert list(rows[0]) == COLUMNS


def test_a_brief_as_a_page(record: Record) -> None:
    """A brief in HTML is one page with its sections and quotations, and loads nothing."""
    page = brief_html(record.brief())
    assert page.startswith("<!doctype html>")
    assert "<title>The record as of 12 March 2024</title>" in page
    assert '<a href="#s0">What happened</a>' in page and '<section id="s0"><h2>What happened</h2>' in page
    assert '<p class="headline">Ada Brandt and Bo Lind met (Oslo; 10 March 2024)</p>' in page
    assert not re.search(r"https?:|<script|<img|<link|url\(|@import", page)


def test_a_page_takes_nothing_for_html(tmp_path: Path) -> None:
    """What stands in a report is text, whatever it looks like."""
    outlet = '<script src="//x">&'
    with Record(tmp_path / "other.db", read=read, reader=READER) as book:
        book.add([article("a", "Ada Brandt met Bo Lind <img> & co on 2024-03-10 <b>.", "2024-03-10", outlet)])
        page = brief_html(book.brief(min_confidence=0.0))
    assert "&lt;script src=&quot;//x&quot;&gt;&amp;" in page
    assert not re.search(r"<script|<img|<b>", page)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://lakeside.example/news/1?a=b&c=d", True),
        ("javascript:alert(1)", False),
        ('https://lakeside.example/"><script>', False),
        (None, False),
    ],
)
def test_evidence_links_to_its_report(url: str | None, linked: bool) -> None:
    """The place of the words is a link where the report has an address of the web, and only there."""
    quote = Quote("They met.", None, "Lakeside News, 9 March 2024", url)
    page, note = quote_html(quote), quote_md(quote)
    assert ("<a href=" in page) == (f"](<{url}>)" in note) == linked
    assert "javascript" not in page + note and "<script>" not in page + note
    assert ("&amp;c=d" in page) == linked
