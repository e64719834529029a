"""Datelines: where, when and by which agency a report was written, before its first sentence.

"HARARE, March 8 (AP) --", "Harare, Zimbabwe -", "Bogota, March 8 (IANS)", "NAIROBI:". Without agency or date a place
has to be in capitals, with its country, or one that the gazetteer knows.
"""

from __future__ import annotations

import re

from onrecord.knowledge import actors
from onrecord.knowledge.gazetteer import fold, gazetteer

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:,?\s+\d{{4}})?"
CITY = r"[A-ZÀ-Þ][\w.'’-]*(?:[ -][A-ZÀ-Þa-z][\w.'’-]*){0,3}"
_PLACE = rf"(?P<place>{CITY}(?:[,/] {CITY})?)(?:, (?P<date>{DAY}))?\s*"
_AGENCY = r"\((?P<agency>[A-Z][\w .&'’/-]{1,40})\)"
_OPENING = r"(?=[\"“‘'A-ZÀ-Þ0-9]|``)"
_DASHED = re.compile(rf"{_PLACE}(?:{_AGENCY})?\s*(?:--+|[—–―_|]|-)\s+{_OPENING}")
_UNDASHED = re.compile(rf"{_PLACE}{_AGENCY}:?\s+{_OPENING}")
"""Without a dash: "Bogota, March 8 (IANS) The president ..."."""
_COLON = re.compile(rf"{_PLACE}(?:{_AGENCY})?:\s+{_OPENING}")
_AGENCIES = frozenset(
    "AA ADN AFP AGI AKI ANI ANSA AP APP BBC Bernama Bloomberg CMC CNA CNN DPA EFE GNA IANS INA INTERFAX Interfax IRIN "
    "IRNA ISNA KUNA Kyodo LUSA Lusa MENA NAN NNN PA PNA PTI RFE/RL REUTERS Reuters RIA SANA SAPA SPA TASS UNI UPI "
    "VOA WAM XINHUA Xinhua Yonhap YONHAP".split()
)
_SMALL = frozenset(["de", "del", "la", "of", "the", "da", "do", "al", "el", "and", "upon", "am", "an"])


def dateline(text: str, start: int, end: int | None = None) -> re.Match[str] | None:
    """The dateline at the beginning of a paragraph, with its place, date and agency; None where there is none."""
    stop = len(text) if end is None else end
    dashed = _DASHED.match(text, start, stop)
    if dashed is not None and _is_dashed(dashed):
        return dashed
    bare = _UNDASHED.match(text, start, stop)
    if bare is not None and (bare["date"] or bare["agency"] in _AGENCIES):
        return bare
    colon = _COLON.match(text, start, stop)
    return colon if colon is not None and colon["place"].isupper() and _is_known(colon["place"]) else None


def _is_dashed(found: re.Match[str]) -> bool:
    """True with an agency, a date or a place in capitals before the dash, or one that is a place beyond doubt."""
    city = found["place"].split(",")[0]
    return bool(found["agency"] or found["date"] or city.isupper()) or _is_known(found["place"])


def _is_known(place: str) -> bool:
    """True for a name of the gazetteer in capitals or with capitals at its words, as "Harare, Zimbabwe"."""
    words = place.replace(",", " ").split()
    large = all(word[:1].isupper() or word in _SMALL for word in words)
    if not large or actors.load().role_noun(place) is not None:
        return False
    return any(fold(part) in gazetteer() for part in place.split(", "))
