"""Names of parties in running text: "the White House", "a Maltese official", "three drivers", "Russia"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.present.words import few, line, with_article

# Names that take the article: by their last word, and some that stand alone.
_WITH_THE = re.compile(
    r"(?:\b(?:House|Ministry|Union|Nations|States|Council|Kingdom|Emirates|Republic|Department|Commission|Committee|Agency"
    r"|Pentagon|Kremlin|Vatican|Netherlands|Philippines|Bahamas|Maldives|Gambia|Taliban|Army|Navy|Cross|Crescent|Court|Office"
    r"|Senate|Alliance|Organization|Organisation|Bloc|Party|Front|Authority|Brotherhood|Guard|Confederation|Federation"
    r"|[Aa]dministration|[Gg]overnment)|^(?:Ministry|Republic|University|Office|Department|Association|Federation"
    r"|Confederation|Council|Union|National Union) (?:of|for) .*)$"
)
_POSSESSED = re.compile(r"(?P<owner>[A-Z][^’']*)(?P<rest>[’']s? .*)")
# A role with what follows it: "spokeswoman for the mayor", "adviser to Ana Vuki".
_ROLE_OF = re.compile(r"(?P<head>[a-z][a-z -]*?) (?:of|for|(?<=adviser |advisor )to|(?<=aide )to|(?<=envoy )to) ")
# Role nouns that mean anybody who has the role; one of them is not "the" official.
_SOMEBODY = frozenset(
    "official diplomat source witness member resident man woman aide soldier officer person lawyer doctor nurse driver"
    " farmer worker activist analyst expert engineer student citizen donor policeman fighter protester spokesman"
    " spokeswoman spokesperson supporter critic relative friend".split()
)
# Words that open a phrase, written large only at the beginning of a sentence.
_OPENERS = frozenset(
    "a an the its his her their our my your this that these those some several many most few all both two three four"
    " five six seven eight nine ten eleven twelve thirteen dozens hundreds thousands another other one no".split()
)
_PLURALS = frozenset("police people men women children troops forces authorities media".split())
_SINGULARS = frozenset("cyprus honduras laos mauritius barbados reuters comoros brussels paris athens congress".split())
# What tells two of a name apart in a table: "Democratic Party (United States)".
_BRACKETS = re.compile(r"(?<=\w) \([^)]*\)$")
_ARTICLE = re.compile(r"\b(the|an?)\s+$", re.IGNORECASE)


def party(name: str) -> str:
    """A name as it stands within a sentence, with the article that it takes."""
    shown = lowered(_BRACKETS.sub("", line(name)))
    words = shown.split()
    if not words or words[0].lower() in _OPENERS:
        return shown
    if words[0].islower() and words[0].endswith(("'s", "’s")):
        return f"the {shown}"
    if owned := _POSSESSED.fullmatch(shown):
        return f"{party(owned['owner'])}{owned['rest']}"
    role = _ROLE_OF.match(shown)
    noun = role["head"] if role else shown
    last = noun.split()[-1]
    common = last.islower() and last.replace("-", "").isalpha() and not is_plural([noun])
    if common and last in _SOMEBODY:
        return _with_article(shown)
    return f"the {shown}" if common or _WITH_THE.search(shown) else shown


def _with_article(name: str) -> str:
    """A name with "a" or "an", whatever its last word is: "a member of two councils"."""
    return f"{with_article(name.split()[0]).partition(' ')[0]} {name}"


def parties(names: Sequence[str]) -> str:
    """Those who take part, each with its article."""
    return few([party(name) for name in names])


def as_written(name: str, words: str, before: str) -> str:
    """A name with the article that the report gives it, where the report uses that very name ("a Maltese official")."""
    found = _ARTICLE.search(before)
    if found is None or words.lower() != name.lower() or not words[:1].islower():
        return name
    return f"{found[1].lower()} {name}"


def lowered(phrase: str) -> str:
    """A phrase that opens with a common word, written as within a sentence: "Two drivers" gives "two drivers"."""
    first, _, rest = phrase.partition(" ")
    if first == "The" and not rest[:1].islower():  # Part of the name: "The Coast Herald".
        return phrase
    common = first.lower() in _OPENERS or (not rest and first.lower() in _PLURALS)
    return phrase[0].lower() + phrase[1:] if common else phrase


def is_plural(names: Sequence[str]) -> bool:
    """True where names take a plural verb: several of them, or one that is a plural noun ("two officials")."""
    if len(names) != 1:
        return len(names) > 1
    words = names[0].split()
    last = words[-1] if words else ""
    if last.lower() in _PLURALS:
        return True
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is", "’s", "'s"))
    return plural and (last.islower() or (len(words) == 1 and last.lower() not in _SINGULARS))
