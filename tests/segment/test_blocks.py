"""What is not running text: headlines, bylines, datelines, captions, credits, header lines."""

from __future__ import annotations

import pytest

from onrecord.schema.article import Article
from onrecord.schema.token import Document
from onrecord.segment import segment


def blocks(text: str, **facts: int) -> list[tuple[str, str]]:
    document = segment(Article(id="a", text=text, **facts))  # type: ignore[arg-type]
    return [(block.kind, block.span.cut(text).strip()) for block in document.blocks]


def credits_of(document: Document) -> list[tuple[str, str]]:
    return [(credit.kind, credit.span.cut(document.text)) for credit in document.credits]


REPORT = """Ferry seized on lake

By Ana Ruiz and Piet Hoek in Puno

PUNO, May 5 (Meridian Press) - A ferry was seized. It was late.

(Reporting by Ana Ruiz; editing by Lena Ode)"""


def test_the_parts_of_a_report_are_told_apart() -> None:
    """Headline, byline, dateline, body and tail are blocks of their own."""
    assert [kind for kind, _ in blocks(REPORT)] == ["title", "byline", "dateline", "body", "credit"]


def test_a_dateline_gives_place_and_date() -> None:
    """The words of place and date in a dateline are kept with their offsets."""
    dateline = segment(Article(id="a", text=REPORT)).dateline
    assert dateline is not None and dateline.place is not None and dateline.date is not None
    assert (dateline.place.cut(REPORT), dateline.date.cut(REPORT)) == ("PUNO", "May 5")


def test_credits_name_writers_and_agencies() -> None:
    """Bylines, the agency of a dateline and the tail name people, without where they write."""
    found = credits_of(segment(Article(id="a", text=REPORT)))
    assert found[:3] == [("byline", "Ana Ruiz"), ("byline", "Piet Hoek"), ("wire", "Meridian Press")]
    assert ("byline", "Lena Ode") in found


def test_a_caption_is_apart_from_its_credit() -> None:
    """A caption is read, the photographer's line is not."""
    text = "A trawler lies at the quay. (Photo: Tran Bao/Eastern Picture Agency)\n\nThe boat was hit. It sank."
    assert [kind for kind, _ in blocks(text)] == ["caption", "credit", "body"]
    assert segment(Article(id="a", text=text)).sentences[0].part == "caption"


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("A trawler lies at the quay. Photographer: Tran Bao/Eastern Picture Agency", ["caption", "credit"]),
        ("The ferry is towed to the port. Source: Lake Press/Eastern Picture Agency", ["caption", "credit"]),
        ("The ferry is towed to the port. REUTERS/Tran Bao", ["caption", "credit"]),
        ("FILE PHOTO: The ferry is towed to the port.", ["page", "caption"]),
        ("— With assistance by Ana Ruiz and Piet Hoek", ["credit"]),
        ("Contributing: Ana Ruiz", ["credit"]),
        ("Ana Ruiz and Piet Hoek contributed to this report.", ["credit"]),
    ],
)
def test_captions_and_credits_amid_the_text(line: str, kinds: list[str]) -> None:
    """Captions are told by their credits or what stands before them, helpers by the words for their help."""
    text = f"The ferry sank off Kisumu on Monday.\n\n{line}\n\nDivers found the wreck."
    assert [kind for kind, _ in blocks(text)][1:-1] == kinds


def test_header_lines_have_no_sentences() -> None:
    """What acquire has found to be a header is not read."""
    text = "OUTLET: Costa Daily\n\nThe boat sank."
    assert blocks(text, header_end=21)[0] == ("header", "OUTLET: Costa Daily")


def test_wrapped_lines_are_one_paragraph() -> None:
    """Line ends in the middle of sentences do not part paragraphs."""
    text = "The boat was hit by a\ncutter in the night, and\nnobody came.\n\nIt sank before the\nmorning, they said."
    assert len({s.paragraph for s in segment(Article(id="a", text=text)).sentences}) == 2


def test_a_name_in_brackets_at_the_end_is_the_agency() -> None:
    """A last paragraph that is only a name in brackets credits the text; "(ENDS)" and a remark do not."""
    body = "The boat was hit. It sank.\n\n"
    assert credits_of(segment(Article(id="a", text=f"{body}(Eastern Agency)"))) == [("wire", "Eastern Agency")]
    assert credits_of(segment(Article(id="a", text=f"{body}(ENDS)"))) == []
    assert credits_of(segment(Article(id="a", text=f"{body}(Corrects the name of the boat)"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "SEE ALSO: Ferry union calls off its strike",
        "Read more: What the harbour vote means",
        "PHOTOS: The storm in pictures",
        "ADVERTISEMENT",
        "Story Continued Below",
        "Sign up for Daily Newsletters",
        "Enlarge this image toggle caption Ode Lind/AP Ode Lind/AP",
        "Slideshow (4 Images)",
        "JUST WATCHED Minister leaves the talks",
        "JUST WATCHED Minister leaves the talks Replay More Videos ... MUST WATCH Minister leaves the talks 02:10",
        "Read: Ferry Union Calls Off Its Strike",
        "More:What the harbour vote means",
        "( Also on COSTA DAILY: What the harbour vote means)",
        "Harbour vote: rivals tipped for powerful posts Read more",
        "Kisumu Seeks to Calm Tensions After Ferry Strike",
        "LISTEN TO ARTICLE 3:13 SHARE THIS ARTICLE Share Tweet Post Email",
        "Get the stories you care about delivered to your inbox. By signing up, you agree to our terms",
        "Read or Share this story: https://example.org/ferry",
        "Advertisement Continue reading the main story",
        "Updated at 5:37 p.m. ET",
    ],
)
def test_what_belongs_to_the_page(line: str) -> None:
    """Links to other stories, advertisements and controls are no text of the report."""
    text = f"The ferry sank off Kisumu on Monday.\n\n{line}\n\nDivers found the wreck."
    document = segment(Article(id="a", text=text))
    assert [block.kind for block in document.blocks] == ["body", "page", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Watch: he may yet sign it, and say nothing of the ferry. Nobody knows.",
        "Read the letter aloud.",
        "MORE THAN 40 PEOPLE DROWN",
        "Photos of the wreck were shown on television.",
        "The mayors of Kisumu and Homa Bay contributed to the relief fund.",
        "The Kenya Ports Authority closed the harbour late on Tuesday, citing high waves",
    ],
)
def test_text_that_only_looks_so(line: str) -> None:
    """A sentence of the report stays one."""
    text = f"The ferry sank off Kisumu on Monday.\n\n{line}\n\nDivers found the wreck."
    assert {block.kind for block in segment(Article(id="a", text=text)).blocks} == {"body"}
