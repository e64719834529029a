"""Naming: the names of a paragraph, as the network scores them and as the tables and the text around them mend them.

The network reads words; it has not heard of every body, and cuts a name short at a word that it takes for a common one.
Four things are surer than its scores: a body that the tables know and that is hardly ever something else; a word that
ends names ("Jerusalem Post"); a town and the region that it lies in, side by side ("Renton Wash."); and the order of a
person's names in the head of a letter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.knowledge.gazetteer import Entry, abbreviation, acronym, fold, gazetteer
from onrecord.knowledge.name_ends import name_ends
from onrecord.tagger.network.decode import Labelled, Scores, names
from onrecord.tagger.network.hints import known
from onrecord.tagger.network.inventory import TOKEN_HEADS

BODY_CAUTION = 3.0
"""A known body that the scores see no name in is one unless they are surer of it than this. Chosen on the development
parts of EWT, GUM and CrossNER, where 1 to 6 do as well."""
_OUTSIDE, _BEGINS, _INSIDE = (TOKEN_HEADS["name"].index(label) for label in ("O", "B-ORG", "I-ORG"))
_LINKS = frozenset("of for the and in on &".split())
_SEATS = frozenset("Castle Hill House Palace Street Villa Wing".split())
"""What ends the name of a seat: "the White House" is a body in one sentence, a place in the next."""
_MEMBERS = ("ans", "ats", "ies", "ists", "istas", "ites")
"""How names of those who are of a body end ("Democrats"): the scores know better when the body is meant."""
_FEWEST_CAPITALS = 4
"""So long a neighbour in capitals tells that capitals mean nothing here."""
_BARE = frozenset("Air Central Federal General International Local Municipal National Public Royal State".split())
"""Words that are no name when a word that ends names follows ("National Park")."""
_HEADLINE = 0.6
_LONG = 4
"""A sentence in which more than this share of the words of so many letters have capitals, names aside, is a headline:
there common words have them, too."""
_DIVISIONS = ("country", "region")
_SHORT_REGION = 3
_QUOTES = frozenset(('"', "“", "”", "``", "''"))


def named(scores: Scores, words: Sequence[str], starts: Sequence[int]) -> list[Labelled]:
    """The names of a paragraph by (W, L) scores, in order; `starts` are the first words of its sentences."""
    ends = sorted({*starts, len(words)} - {0})
    found = _with_bodies(names(scores, starts), words, scores)
    found = _with_ends(found, words, ends)
    return _turned([part for name in found for part in _apart(name, words)], words)


def _with_bodies(found: Sequence[Labelled], words: Sequence[str], scores: Scores) -> list[Labelled]:
    """The names with the bodies that the tables know: in the place of what is no longer than they are, after a person
    of two words or more that runs into one, and where no name is seen but could be."""
    kept = list(found)
    for body in _bodies(words):
        over = [name for name in kept if name.first < body.last and body.first < name.last]
        if not over and _may_be(body, scores):
            kept.append(body)
        elif over and all(body.first <= name.first and name.last <= body.last for name in over):
            kept = [name for name in kept if name not in over] + [body]
        elif [name.label for name in over] == ["PER"] and over[0].last == body.last and body.first - over[0].first > 1:
            kept[kept.index(over[0])] = Labelled(over[0].first, body.first, "PER")
            kept.append(body)
    return sorted(kept)


def _bodies(words: Sequence[str]) -> Iterator[Labelled]:
    """The known bodies in capitals that are hardly ever something else."""
    for name in known(tuple(words)):
        own = words[name.first : name.last]
        if name.label != "body" or not _in_capitals(own) or own[-1] in _SEATS:
            continue
        alone = len(own) == 1
        if alone and (_among_capitals(name.first, words) or (own[0].endswith(_MEMBERS) and not own[0].isupper())):
            continue
        article = not alone and own[0].lower() == "the"
        if article and _is_capital(words[name.last : name.last + 1]):
            continue  # "The Australian Greens"
        yield Labelled(name.first + article, name.last, "ORG")


def _is_capital(word: Sequence[str]) -> bool:
    """True for one word with a capital, not for none."""
    return bool(word) and word[0][:1].isupper()


def _in_capitals(own: Sequence[str]) -> bool:
    """True where every word has a capital ("al-Qaida") or is one that links them."""
    return all(word in _LINKS or any(c.isupper() or c.isdigit() for c in word) for word in own)


def _among_capitals(at: int, words: Sequence[str]) -> bool:
    """True for a word in capitals beside another: "WHO WANTS TO HELP?"."""
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return words[at].isupper() and any(word.isupper() and len(word) >= _FEWEST_CAPITALS for word in beside)


def _may_be(body: Labelled, scores: Scores) -> bool:
    own = scores[body.first : body.last]
    inside = own[0, _BEGINS] + own[1:, _INSIDE].sum()
    return bool(inside > own[:, _OUTSIDE].sum() - BODY_CAUTION)


def _with_ends(found: Sequence[Labelled], words: Sequence[str], ends: Sequence[int]) -> list[Labelled]:
    """The names with the words that belong to their ends, outside headlines."""
    begun = {name.first for name in found}
    kept: list[Labelled] = []
    for name in found:
        at = bisect_right(ends, name.first)
        longer = _longer(name, words, begun, ends[at])
        if longer != name and _is_headline(range(ends[at - 1] if at else 0, ends[at]), words, found):
            longer = name
        kept.append(longer)
    return kept


def _is_headline(sentence: range, words: Sequence[str], found: Sequence[Labelled]) -> bool:
    """True where most longer words have capitals, those of names and of the ends of names aside."""
    taken = {i for name in found for i in range(name.first, name.last)}
    around = [words[i] for i in sentence if i not in taken and words[i] not in name_ends()]
    large = [word[0].isupper() for word in around if word[:1].isalpha() and len(word) >= _LONG]
    return bool(large) and sum(large) > _HEADLINE * len(large)


def _longer(name: Labelled, words: Sequence[str], begun: set[int], end: int) -> Labelled:
    last, label = name.last, name.label
    if label not in ("ORG", "LOC") or (last - name.first == 1 and words[name.first] in _BARE):
        return name
    while last < end and last not in begun and words[last] in name_ends():
        label = name_ends()[words[last]] or label
        last += 1
    if last > name.last and label == "LOC" and _is_capital(words[last : min(last + 1, end)]):
        return name  # "Philadelphia District Attorney"
    return Labelled(name.first, last, label)


def _apart(name: Labelled, words: Sequence[str]) -> Iterator[Labelled]:
    """A place and the region or country after it that it lies in, as two ("San Rafael California")."""
    own = words[name.first : name.last]
    if name.label == "LOC" and len(own) > 1 and not gazetteer().entries(fold(" ".join(own))):
        for at in range(1, len(own)):
            within = {(e.country, e.code if e.kind == "region" else None) for e in _divisions(own[at:])}
            if within and any(_lies(entry, within) for entry in gazetteer().entries(fold(" ".join(own[:at])))):
                yield Labelled(name.first, name.first + at, "LOC")
                yield Labelled(name.first + at, name.last, "LOC")
                return
    yield name


def _lies(entry: Entry, within: set[tuple[str | None, str | None]]) -> bool:
    return entry.kind != "country" and ((entry.country, None) in within or (entry.country, entry.code) in within)


def _divisions(words: Sequence[str]) -> Iterator[Entry]:
    """The countries and regions that words can name, or shorten ("Ca", "QLD")."""
    text = " ".join(words)
    keys = [fold(text)]
    if len(words) == 1:
        keys.append(abbreviation(text.upper() if len(text) <= _SHORT_REGION else text))
        keys += [acronym(text)] if text.isupper() else []
    for key in keys:
        yield from (entry for entry in gazetteer().entries(key) if entry.kind in _DIVISIONS)


def _turned(found: Sequence[Labelled], words: Sequence[str]) -> list[Labelled]:
    """The names with a person's in the order of letterheads as one: `"Okafor, May" <...>`. None ends in a comma."""
    kept: list[Labelled] = []
    for name in found:
        last = name.last - 1 if words[name.last - 1] == "," and name.last - name.first > 1 else name.last
        name = Labelled(name.first, last, name.label)
        if kept and _is_turned(kept[-1], name, words):
            kept[-1] = Labelled(kept[-1].first, last, "PER")
        else:
            kept.append(name)
    return kept


def _is_turned(one: Labelled, other: Labelled, words: Sequence[str]) -> bool:
    around = (*words[max(0, one.first - 1) : one.first], *words[other.last : other.last + 1])
    beside = other.first == one.last + 1 and words[one.last] == ","
    return one.label == other.label == "PER" and beside and len(around) == 2 and _QUOTES.issuperset(around)
