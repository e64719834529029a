"""A web page becomes a report."""

import pytest

from onrecord.acquire.page import looks_like_html, page
from onrecord.errors import ItemError

PARAGRAPHS = (
    "Dock workers in Busan went back to work on Tuesday after the port authority agreed to raise their pay.",
    "“We got what we asked for,” said Han Do-yun, who leads the union of the dock workers.",
    "The strike, which began on August 28, had stopped 42 ships from unloading in the port.",
)
HEAD = """<title>Harbour strike ends - The Coast Herald</title>
<meta property="og:site_name" content="The Coast Herald">
<meta property="article:published_time" content="2023-09-05T14:00:00+09:00">
<link rel="canonical" href="https://coast.example.org/strike-ends">"""


def html(head: str = HEAD, paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    article = f"<article><h1>Harbour strike ends</h1>{body}</article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{nav}{article}<footer>© 2024</footer></body></html>"


def test_a_page() -> None:
    """Text, title, outlet, address and day come from the page; paragraphs have a blank line between them."""
    found = page(html(), "a.html")
    assert found.text.endswith("\n\n".join(PARAGRAPHS))
    assert "Home" not in found.text and "2024" not in found.text
    assert (found.title, found.outlet) == ("Harbour strike ends", "The Coast Herald")
    assert found.url == "https://coast.example.org/strike-ends"
    assert found.published == "2023-09-05T14:00:00+09:00"


def test_a_copyright_year_is_no_date() -> None:
    """A page that gives no date has none: the year in its footer is not taken for one."""
    found = page(html(head="<title>Harbour strike ends</title>"), "a.html")
    assert (found.published, found.outlet, found.url) == (None, None, None)


def test_the_outlet_of_the_data_or_the_host() -> None:
    """Without a site name the publisher in the page's data counts, then the host."""
    data = '<script type="application/ld+json">{"@graph": [{"publisher": {"name": "Bay News"}}]}</script>'
    assert page(html(head=data), "a", "https://www.bay.example.org/a").outlet == "Bay News"
    assert page(html(head=""), "a", "https://www.bay.example.org/a").outlet == "bay.example.org"


def test_canonical_address() -> None:
    """The canonical address wins on its own host; one of another host, or of a home page, does not."""
    tracked = "https://www.coast.example.org/strike-ends?utm_source=x"
    assert page(html(), "a", tracked).url == "https://coast.example.org/strike-ends"
    assert page(html(), "a", "https://copy.example.com/x").url == "https://copy.example.com/x"
    home = HEAD.replace("/strike-ends", "/")
    assert page(html(home), "a", tracked).url == tracked


def test_line_breaks_and_lists() -> None:
    """Lines of a paragraph and items of a list are paragraphs, without markup."""
    listed = (*PARAGRAPHS, "One line of a statement.<br>Another line of it.", "<ul><li>Pay rises.</li></ul>")
    found = page(html(paragraphs=listed), "a")
    assert found.text.endswith("One line of a statement.\n\nAnother line of it.\n\nPay rises.")


@pytest.mark.parametrize("declared", ['<meta charset="iso-8859-2">', ""])
def test_charset(declared: str) -> None:
    """The page's or the server's charset is used for its bytes."""
    page_text = html(declared, (*PARAGRAPHS, "The mayor of Łódź agreed with them."))
    data = page_text.replace("“", '"').replace("”", '"').replace("©", "").encode("iso-8859-2")
    assert "Łódź" in page(data, "a", charset=None if declared else "iso-8859-2").text


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<html><body><p>Page not found</p></body></html>", "without an article"),
        ("<html><head><title>Login</title></head><body><form><input></form></body></html>", "without an article"),
        ("<html></html>", "no"),
        ("<html><body><ul>" + "<li><a href='/1'>Story of the day</a></li>" * 30 + "</ul></body></html>", "a list"),
    ],
)
def test_no_article(markup: str, words: str) -> None:
    """Pages without a report are refused by name and reason."""
    with pytest.raises(ItemError, match=words) as refused:
        page(markup, "home.html")
    assert refused.value.item == "home.html"


def test_looks_like_html() -> None:
    """HTML is told from its beginning."""
    assert looks_like_html("\n<!-- saved --><!doctype HTML><html>")
    assert not looks_like_html("<Kim> said the port is open.")
