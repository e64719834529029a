"""Pages from the web: public addresses only, each redirect checked again, limits of size and time."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPException
from importlib.metadata import version
from threading import Timer
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

import msgspec

from onrecord.acquire.addresses import Resolver, system_resolver, vetted
from onrecord.acquire.options import Limits, SourceOptions
from onrecord.acquire.streams import unpack
from onrecord.errors import ItemError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

CONTENT_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_CHUNK = 65_536
_SAFE_IN_PATH, _SAFE_IN_QUERY = "/%:@!$&'()*+,;=~-._", "/%:@!$&'()*+,;=~-._?[]|"


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it came: `url` after redirects, `body` unpacked, `content_type` and `charset` in lower case."""

    url: str
    body: bytes
    content_type: str | None = None
    charset: str | None = None


class _Target(msgspec.Struct, frozen=True):
    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


class _Answer(msgspec.Struct, frozen=True):
    """A page, or where it is to be looked for."""

    page: Fetched | None = None
    location: str | None = None


def fetch(url: str, options: SourceOptions, resolve: Resolver = system_resolver) -> Fetched:
    """The page at an http or https address.

    Raises ItemError: offline; a private, loopback or otherwise not public address, also behind a redirect; more than
    `options.limits` in size, time or redirects; an answer that is no page; no connection.
    """
    if options.offline:
        raise ItemError(url, "it is not fetched, since --offline is set: save the page as .html and read that file")
    end = time.monotonic() + options.limits.total
    at = url
    for _ in range(options.limits.redirects + 1):
        answer = _get(at, url, options, resolve, end)
        if answer.page is not None:
            return answer.page
        at = _redirected(at, answer.location or "", url)
    raise ItemError(url, f"it is redirected more than {options.limits.redirects} times, last to {at}")


def _redirected(at: str, location: str, item: str) -> str:
    try:
        return urljoin(at, location)
    except ValueError:
        raise ItemError(item, f"it is redirected to {location!r}, which is not a valid address") from None


def _get(at: str, item: str, options: SourceOptions, resolve: Resolver, end: float) -> _Answer:
    from urllib3.exceptions import HTTPError

    limits = options.limits
    target = _target(at, item)
    connection = _connect(
        target, item, vetted(target.host, target.port, item, resolve, options.allowed_addresses), limits
    )
    try:
        with _until(end, connection):
            connection.request(
                "GET", target.path, headers=_headers(target), preload_content=False, decode_content=False
            )
            return _answer(connection.getresponse(), at, item, limits)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if time.monotonic() >= end:
            raise ItemError(item, f"it did not come within {limits.total:g} seconds") from None
        raise ItemError(item, f"the connection to {target.host} failed ({_words(error)})") from None
    finally:
        connection.close()


def _target(url: str, item: str) -> _Target:
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
        # An IPv6 address is no name; IDNA would refuse it.
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise ItemError(item, "it is not a valid address") from None
    if parts.scheme not in _PORTS:
        raise ItemError(item, "only http and https addresses are fetched")
    if not host:
        raise ItemError(item, "the address names no host")
    if parts.username is not None or parts.password is not None:
        raise ItemError(item, "addresses with a user name or password are not fetched")
    path = quote(parts.path or "/", safe=_SAFE_IN_PATH)
    query = f"?{quote(parts.query, safe=_SAFE_IN_QUERY)}" if parts.query else ""
    return _Target(parts.scheme, host, port or _PORTS[parts.scheme], path + query)


def _connect(target: _Target, item: str, addresses: Sequence[str], limits: Limits) -> HTTPConnection:
    """A connection to the first address that answers. The name is still what a certificate has to be for."""
    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.exceptions import HTTPError

    failure: Exception | None = None
    for address in addresses[:3]:
        connection = (
            HTTPSConnection(
                address,
                target.port,
                timeout=limits.connect,
                server_hostname=target.host,
                assert_hostname=target.host,
            )
            if target.scheme == "https"
            else HTTPConnection(address, target.port, timeout=limits.connect)
        )
        try:
            connection.connect()
        except (HTTPError, OSError, ValueError) as error:
            connection.close()
            failure = error
        else:
            connection.sock.settimeout(limits.total)
            return connection
    raise ItemError(item, f"no connection to {target.host} ({_words(failure)})")


@contextmanager
def _until(end: float, connection: HTTPConnection) -> Iterator[None]:
    """Cuts the connection off at a moment of the monotonic clock, and raises TimeoutError where that was needed.

    A socket's own time limit counts from the last byte, so a server that sends one byte a second would never meet it.
    """

    # The connection lets go of its socket once the answer's head is there; the answer still reads from it.
    sock = connection.sock

    def cut_off() -> None:
        # The plain socket's method: that of a TLS socket would wait for the other side.
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    alarm = Timer(max(0.0, end - time.monotonic()), cut_off)
    alarm.daemon = True
    alarm.start()
    try:
        yield
    finally:
        alarm.cancel()
    # An answer that does not tell its length looks whole when it is cut off.
    if time.monotonic() >= end:
        raise TimeoutError


def _headers(target: _Target) -> dict[str, str]:
    return {
        "Host": target.host_header,
        "User-Agent": f"onrecord/{version('onrecord')} (news reader; one page at a user's request)",
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _answer(response: BaseHTTPResponse, at: str, item: str, limits: Limits) -> _Answer:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return _Answer(location=location)
    if response.status != HTTPStatus.OK:
        raise ItemError(item, f"the server answers {_status(response.status)}")
    kind, _, parameters = response.headers.get("Content-Type", "").lower().partition(";")
    if kind.strip() and kind.strip() not in CONTENT_TYPES:
        raise ItemError(item, f"it is {kind.strip()}, and only HTML pages and plain text are read from the web")
    if response.headers.get("Content-Encoding", "").lower() not in _ENCODINGS:
        raise ItemError(item, f"it is packed as {response.headers['Content-Encoding']}, which was not asked for")
    body = unpack(_body(response, item, limits.page), item, limits.page)
    if body is None:
        raise ItemError(item, _too_large(limits.page))
    charset = parameters.partition("charset=")[2].partition(";")[0].strip(" \"'")
    return _Answer(Fetched(url=at, body=body, content_type=kind.strip() or None, charset=charset or None))


def _body(response: BaseHTTPResponse, item: str, most: int) -> bytes:
    body = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=False):
        body += chunk
        if len(body) > most:
            raise ItemError(item, _too_large(most))
    return bytes(body)


def _too_large(most: int) -> str:
    return f"it is larger than {most / 1e6:g} MB, the limit for a page"


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def _words(error: Exception | None) -> str:
    return str(error).rpartition(">: ")[2].strip() or type(error).__name__
