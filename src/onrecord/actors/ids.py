"""Ids of actors whom no table knows."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onrecord.knowledge import spelling
from onrecord.knowledge.names import plain
from onrecord.knowledge.usual_names import usual


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """A name in lower-case ASCII with hyphens, for an id ("Nguyen Van Thuc" is "nguyen-van-thuc"); one with other
    letters than Latin ones in Punycode (RFC 3492), so that no two of them are one."""
    if not spelling.is_latin(name):
        name = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFKC", name).casefold()).strip("-")
        return re.sub(r"[^a-z0-9]+", "-", name.encode("punycode").decode().lower()).strip("-")
    written = unicodedata.normalize("NFKD", plain(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-") or "unnamed"


def person_id(name: str) -> str:
    """The id of a person whom no table knows: that of the usual name, so that papers that write it otherwise ("Paul R.
    Okello", "Mike Okello") have one."""
    return f"x-{slug(usual(name))}"
