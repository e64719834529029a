"""Header lines at the beginning of a text."""

import pytest

from onrecord.acquire.header import read_header

BODY = "The port of Lome reopened on Monday."


def test_date_and_caption_on_one_line() -> None:
    """`date 2023-09-05 ` before a caption is the header, the caption is not."""
    text = f" date 2023-09-05 {BODY}"
    header = read_header(text)
    assert header.published == "2023-09-05"
    assert text[header.end :] == BODY


@pytest.mark.parametrize(
    "lines",
    [
        "URL: https://example.org/a\nOUTLET: The Gulf Post\nDATE: 2024-10-11\nTITLE: Port opens\n\n",
        "title: Port opens\ndate: 11 October 2024\n\nurl: https://example.org/a\noutlet: The Gulf Post\n",
        "URL: https://example.org/a OUTLET: The Gulf Post DATE: 2024-10-11 TITLE: Port opens\n",
        '---\ntitle: "Port opens"\nlayout: post\ndate: 2024-10-11\noutlet: The Gulf Post\nurl: https://example.org/a\n---\n',
        "\ufeffHeadline: Port opens\r\nPublished: Oct. 11, 2024\r\nSource: The Gulf Post\r\nLink: https://example.org/a\r\n",
    ],
)
def test_labels_in_any_order_and_case(lines: str) -> None:
    """Labelled lines give address, outlet, date and title, and end where the report begins."""
    header = read_header(lines + BODY)
    assert (header.url, header.outlet, header.title) == ("https://example.org/a", "The Gulf Post", "Port opens")
    assert header.published == "2024-10-11"
    assert (lines + BODY)[header.end :] == BODY


def test_body_label_ends_the_header() -> None:
    """`BODY:` after other labels opens the report."""
    text = f"DATE: 2024-10-11\nBODY: {BODY}"
    assert text[read_header(text).end :] == BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        "Date palms died in the drought.",
        "date 2023 was a hot year",
        "Text: a word.",
        "Link: the two cases have nothing in common.",
        "Source: " + "the ministry, which did not want to be named because it had not been told to speak, " * 2,
        "---\nA dash, then a report.\n---\n",
    ],
)
def test_a_report_without_header(text: str) -> None:
    """What only looks like a label belongs to the report."""
    assert read_header(text).end == 0


def test_wrong_date_is_told() -> None:
    """A date line that names an impossible day gives no date, and says so."""
    header = read_header(f"DATE: 2023-13-45\n{BODY}")
    assert header.published is None
    assert header.bad_date is not None and "2023-13-45" in header.bad_date


def test_date_in_words_is_passed_over() -> None:
    """A date line that tells no date ("2 hours ago") is neither a date nor wrong."""
    header = read_header(f"Published: 2 hours ago\n{BODY}")
    assert (header.published, header.bad_date) == (None, None)
    assert header.end > 0


def test_first_of_two_equal_labels_counts() -> None:
    """Where a label stands twice, the first is taken."""
    assert read_header(f"TITLE: One\nTITLE: Two\n{BODY}").title == "One"
