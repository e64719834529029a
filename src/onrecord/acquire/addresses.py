"""Host names to addresses, and which addresses may be fetched from: public ones only."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from onrecord.errors import ItemError

# A host name and a port to IP addresses; raises OSError where the name is unknown.
Resolver = Callable[[str, int], Sequence[str]]

_NAT64 = ip_network("64:ff9b::/96")


def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses of a host by the operating system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[4][0]) for address in found))


def vetted(host: str, port: int, item: str, resolve: Resolver, allowed: frozenset[str]) -> Sequence[str]:
    """The addresses to connect to. Raises ItemError where the host is unknown or any of them is not public.

    The caller connects to one of these very addresses: a second look-up could give another (DNS rebinding).
    """
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise ItemError(item, f"the host {host!r} is not known here ({error}); is the machine online?") from None
    if not addresses:
        raise ItemError(item, f"the host {host!r} has no address")
    for address in addresses:
        if address not in allowed and not is_public(address):
            raise ItemError(item, f"{host!r} is at {address}, which is not a public address; it is not fetched")
    return addresses


def is_public(address: str) -> bool:
    """True for an address on the open internet; an IPv4 address inside an IPv6 one counts as itself."""
    try:
        parsed = _inner(ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address
