"""Pages from the web, served from this machine."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.acquire.options import Limits, SourceOptions
from onrecord.acquire.sources import articles, web_page
from onrecord.acquire.web import fetch
from onrecord.errors import ItemError
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

TEXT = "Dock workers in Busan went back to work on Tuesday, their union said in a statement. " * 4
PAGE = f"<html><head><title>Strike ends</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
OPTIONS = SourceOptions(allowed_addresses=frozenset({"127.0.0.1"}), limits=Limits(page=20_000, connect=1.0, total=1.0))
RESOLVED = {"news.example.org": ("127.0.0.1",), "inside.example.org": ("10.0.0.1",)}


def resolve(host: str, port: int) -> tuple[str, ...]:
    return RESOLVED[host]


class Handler(BaseHTTPRequestHandler):
    """Answers by path: `/to/...` redirects, the others are below."""

    def do_GET(self) -> None:
        path = self.path
        if path.startswith("/to/"):
            return self.answer(302, "", Location=path.removeprefix("/to/").replace("PORT", self.headers["Host"][-5:]))
        if path.startswith("/drip"):
            return self.drip(in_body=path == "/drip-body")
        if path == "/gzip":
            return self.answer(200, gzip.compress(PAGE.encode()), Content_Encoding="gzip")
        if path == "/bomb":
            return self.answer(200, gzip.compress(b" " * 1_000_000), Content_Encoding="gzip")
        if path == "/big":
            return self.answer(200, "x" * 30_000)
        if path == "/pdf":
            return self.answer(200, "x", Content_Type="application/pdf")
        if path == "/plain":
            return self.answer(200, TEXT, Content_Type="text/plain; charset=utf-8")
        return self.answer(200, PAGE) if path.startswith("/a") else self.answer(404, PAGE)

    def answer(self, status: int, body: str | bytes, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content_Type": "text/html", "Content_Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def drip(self, *, in_body: bool) -> None:
        if in_body:
            self.send_response(200)
            self.end_headers()
        try:
            for _ in range(50):
                self.wfile.write(b"H")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://news.example.org:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/a", "/gzip", "/to//a", "/to/http://news.example.org:PORT/a"])
def test_a_page(site: str, path: str) -> None:
    """A page is read, packed or not, straight or after a redirect."""
    [found] = articles([site + path], OPTIONS, resolve=resolve)
    assert isinstance(found, Article) and found.text.startswith("Dock workers in Busan")
    assert found.title == "Strike ends" and found.outlet == "news.example.org"


def test_plain_text(site: str) -> None:
    """Plain text is taken as it is, with the address it came from."""
    [found] = articles([f"{site}/plain"], OPTIONS, resolve=resolve)
    assert isinstance(found, Article) and (found.text, found.url) == (TEXT, f"{site}/plain")


def test_the_page_with_its_dates(site: str) -> None:
    """The page itself, with its date candidates, is there for who wants to see them."""
    assert {date.value for date in web_page(f"{site}/a/2023/09/05/x", OPTIONS, resolve).dates} == {"2023-09-05"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "404 Not Found"),
        ("/pdf", "application/pdf"),
        ("/big", "larger than 0.02 MB"),
        ("/bomb", "larger than 0.02 MB"),
        ("/to//to//to//to//to//to//a", "redirected more than 5 times"),
        ("/to/http://inside.example.org/a", "not a public address"),
        ("/to/file:///etc/passwd", "only http and https"),
        ("/drip", "within 1 seconds"),
        ("/drip-body", "within 1 seconds"),
        ("/to/http://[::1", "not a valid address"),
    ],
)
def test_refused(site: str, path: str, words: str) -> None:
    """Errors, other kinds, too much, too long and ways to the inside are refused; the address is named."""
    [found] = articles([site + path], OPTIONS, resolve=resolve)
    assert isinstance(found, Unread) and found.id == site + path
    assert words in found.error


@pytest.mark.parametrize(
    "url",
    [
        "http://inside.example.org/",
        "http://user:pass@news.example.org/",
        "ftp://news.example.org/a",
        "http://news.example.org:99999/",
        "http:///a",
        "http://[::1/",
    ],
)
def test_addresses_that_are_not_asked(url: str) -> None:
    """Private addresses, passwords, other schemes and malformed addresses are refused before any connection."""
    with pytest.raises(ItemError):
        fetch(url, SourceOptions(), resolve)


def test_loopback_is_private_by_default(site: str) -> None:
    """Without the allowance this very machine is not asked."""
    with pytest.raises(ItemError, match=r"127\.0\.0\.1, which is not a public address"):
        fetch(f"{site}/a", SourceOptions(), resolve)


def test_offline(site: str) -> None:
    """Offline means that not even the name is looked up."""
    with pytest.raises(ItemError, match="--offline"):
        fetch(f"{site}/a", SourceOptions(offline=True), lambda host, port: pytest.fail("looked up"))


def test_no_answer() -> None:
    """A port on which nobody listens is told as a failed connection."""
    with pytest.raises(ItemError, match="no connection to news"):
        fetch("http://news.example.org:9/", OPTIONS, resolve)


def test_tls_to_a_server_without(site: str) -> None:
    """A server that does not speak TLS is told as a failed connection."""
    with pytest.raises(ItemError, match="no connection to news"):
        fetch(f"{site}/a".replace("http:", "https:"), OPTIONS, resolve)
