"""Tokens: words, numbers and marks with exact offsets, cut as the Penn Treebank cuts them (`do` + `n't`, `Kim` + `'s`).

Hyphenated words stay whole ("co-operate", "U.S.-led"), since names and event words in news are written so.
"""

from __future__ import annotations

import re

from onrecord.schema.token import Token

# Titles and short forms after which a name or a number goes on; a stop after them never ends a sentence.
_TITLES = """
    Mr Mrs Ms Mx Dr Prof Rev Fr Hon Msgr St Sen Rep Gov Lt Col Maj Gen Brig Capt Cmdr Adm Sgt Cpl Pvt Pfc Supt Det Insp
    Pres Amb Atty Asst Assoc Messrs Mme Mlle No Nos Art Sec Vol Fig Ch Op Mt Ft vs v ca approx est
"""
# Short forms that may end a sentence: what follows decides.
_SHORT_FORMS = """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Inc Corp Co Ltd Bros Jr Sr Esq Dept Univ Ave Blvd Rd Hwy Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La
    Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo etc al
"""
TITLES = frozenset(_TITLES.split())
SHORT_FORMS = frozenset(_SHORT_FORMS.split())

_SHORT = "|".join(sorted(TITLES | SHORT_FORMS, key=len, reverse=True))
_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}(?:{_LETTER}|\d|[\u0300-\u036f])*"
_APOSTROPHE = "['\u2019\u02bc]"

_TOKEN = re.compile(
    rf"""
    [A-Za-z]++(?=[\s,;)])|[,.;:)](?=\s)                         # most of a text: no other rule takes these otherwise
  | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]']         # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                               # mail
  | [@#]\w+                                                    # handles and tags
  | (?:{_LETTER}\.){{2,}}(?:-{_WORD})?                         # U.S., a.m., U.S.-led
  | (?:Ph\.D|M\.Sc|B\.Sc)\.                                    # degrees
  | \b(?:{_SHORT})\.(?=\s|[-,;:)\d]|$)                         # Gen., Sept., Inc.
  | [A-Z]\.(?=\s+[A-Z]|\s*[A-Z]\.)                             # initials
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k|km|kg|mm|cm|pm|am|%)?(?![^\W_])(?:-{_WORD})*   # 1,500, 30-year
  | {_WORD}(?=n{_APOSTROPHE}t\b)                               # do|n't
  | n{_APOSTROPHE}t\b
  | {_APOSTROPHE}(?:s|S|re|ve|ll|d|m|em|RE|VE|LL)\b            # clitics
  | (?=[^\s'\u2019\u02bc]*[A-Z]){_WORD}(?:-{_WORD})*               # names: Na'imi, Hay'at, Ch'oe
    (?:{_APOSTROPHE}(?!(?:s|re|ve|ll|d|m|em|t)\b)(?=[a-z])(?:{_WORD})(?:-{_WORD})*)+
  | (?:{_LETTER}|\d)+                                           # words: al-Qaida, O'Brien, AT&T
    (?:[-\u2010\u2011&/](?=\w)(?:{_WORD}|\d+)|{_APOSTROPHE}(?=[A-Z]{_LETTER}){_WORD})*
  | ``|''|--+|\.{{2,}}|…
  | [$€£¥]
  | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, offsets counted in `text`."""
    return tuple([Token(*found.span(), found.group()) for found in _TOKEN.finditer(text, start, end)])
