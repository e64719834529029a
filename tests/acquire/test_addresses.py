"""Which addresses may be fetched from."""

import pytest

from onrecord.acquire.addresses import is_public, vetted
from onrecord.errors import ItemError

PRIVATE = (
    "127.0.0.1 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 240.0.0.1 "
    "::1 :: fe80::1%eth0 fc00::1 ff02::1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: nonsense"
)


@pytest.mark.parametrize("address", PRIVATE.split())
def test_not_public(address: str) -> None:
    """Private, loopback, link-local and reserved addresses are not public, inside IPv6 ones neither."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public(address: str) -> None:
    """Addresses on the open internet are public."""
    assert is_public(address)


def test_one_private_address_among_others() -> None:
    """A host that has a private address among its addresses is refused."""
    with pytest.raises(ItemError, match=r"10\.0\.0\.1, which is not a public address"):
        vetted("a.example.org", 80, "http://a.example.org", lambda host, port: ("8.8.8.8", "10.0.0.1"), frozenset())


def test_unknown_host() -> None:
    """A host that cannot be resolved is named."""

    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise OSError("unknown name")

    with pytest.raises(ItemError, match=r"'a\.example\.org' is not known"):
        vetted("a.example.org", 80, "http://a.example.org", unknown, frozenset())
