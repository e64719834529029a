"""Identity: which phrases of an article stand for one actor.

Full names first, over the whole article (`cast`); then short forms, acronyms, offices and role nouns, each against what
has been named. What fits two actors is left unresolved: a wrong identity spoils every count that follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.actors.bare import is_personal, owns_of_town
from onrecord.actors.cast import JUNIORS, REACH, SENIORS, Cast, Person, alone_id, at_home, nearest
from onrecord.actors.found import WEEKDAYS, Line, Phrase, is_where
from onrecord.actors.holders import holder, turning
from onrecord.actors.ids import person_id, slug
from onrecord.actors.roles import is_kind, same_role
from onrecord.knowledge import actors as tables
from onrecord.knowledge.gazetteer import fold, gazetteer
from onrecord.knowledge.plover import NO_COUNTRY
from onrecord.knowledge.roles import Gender
from onrecord.schema.actor import Actor
from onrecord.schema.labels import Predicate


class Resolved(msgspec.Struct, frozen=True):
    """A phrase with the id of its actor, and how that was told; the actor as this phrase alone describes it."""

    phrase: Phrase
    id: str
    how: str
    actor: Actor


_ABROAD = frozenset(["embassy", "consulate", "mission", "delegation", "high commission"])
_MANY = frozenset(["state", "team", "office", "unit", "court", "city", "committee", "department", "agency", "county"])
_STATE_SECTORS = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"])


def resolve(phrase: Phrase, named: Cast) -> Resolved | None:
    """The actor that a phrase stands for; None where nothing sure can be said."""
    if phrase.known:
        return _resolved(phrase, phrase.known, "table")
    if phrase.kind in ("person", None):
        return _named_person(phrase, named)
    if phrase.how == "name" and " " not in phrase.name and (person := _surname_alone(phrase, named)) is not None:
        return person
    if phrase.how != "role":
        return _organisation(phrase, named)
    if (short := _short_body(phrase, named)) is not None:
        return short
    if phrase.body:
        return _body(phrase, named)
    return _role(phrase, named)


def _surname_alone(phrase: Phrase, named: Cast) -> Resolved | None:
    """The person whom a bare word means that the tagger takes for a body's name, though it is a surname here."""
    bears = phrase.kind == "organization" and named.body(phrase.name) is None and named.bearers(phrase.name)
    return short_form(msgspec.structs.replace(phrase, kind=None, body=False), named) if bears else None


def _short_body(phrase: Phrase, named: Cast) -> Resolved | None:
    """A body called by one word of its name, written large within a sentence ("the Guards")."""
    word = phrase.line.words[phrase.last - 1]
    large = word[:1].isupper() and phrase.first and phrase.last - phrase.first == 1 and phrase.country is None
    body = named.body(word) if large else None
    if body is None:
        return None
    return _resolved(msgspec.structs.replace(phrase, kind="organization", body=True, plural=False), body, "short")


def _named_person(phrase: Phrase, named: Cast) -> Resolved | None:
    words = phrase.name.split()
    if len(words) > 1 and named.several(phrase.name):
        return short_form(phrase, named)
    if len(words) > 1:
        same = named.full(phrase.name)
        if phrase.kind is None and same is None:
            return None
        official = msgspec.structs.replace(phrase, country=phrase.country or at_home(phrase, named.home))
        return _resolved(official, same or person_id(phrase.name), phrase.how)
    return short_form(phrase, named)


def short_form(phrase: Phrase, named: Cast) -> Resolved | None:
    """The person whom one word of a name stands for: by surname, else by any part ("Kim"), else famous alone.

    Of two whom it fits, the one who has the office before it, else the one alone named in the sentences before.
    """
    word = phrase.name
    fits = [
        p
        for p in named.several(word) or named.bearers(word)
        if phrase.gender is None or p.gender in (None, phrase.gender)
    ]
    if phrase.kind is None and (_is_place(phrase, fits) or _is_month(phrase) or _is_ship(phrase)):
        return None
    if not fits and phrase.kind is None and phrase.line.named(phrase.first, phrase.last) == "ORG":
        body = named.body(word)
        return _resolved(phrase, body, "short") if body else None
    fits = _named_before([p for p in _of_age(fits, phrase) if not _is_of_another(phrase, p)], phrase)
    role = phrase.role
    called = [p for p in fits if role and any(same_role(one, role) for one in p.roles)]
    main = named.main(word) if not called else None
    sure = called or (main in fits and fits) or [p for p in fits if phrase.gender and p.gender] or fits
    one = sure[0] if len(sure) == 1 else _of_several(sure, phrase, named)
    if one is not None:
        return _resolved(phrase, one.id, "short", local=one.id.startswith("~"))
    if fits or phrase.kind is None:
        return None
    return _resolved(phrase, alone_id(phrase), "role" if phrase.role is not None else "title", local=True)


def _named_before(fits: list[Person], phrase: Phrase) -> list[Person]:
    """Those who are named in full before a short form, which nobody reads as somebody who comes later; all where there
    is none."""
    here = (phrase.line.number, phrase.first)
    return [p for p in fits if p.at and p.at[0] < here] or fits


def _of_several(fits: Sequence[Person], phrase: Phrase, named: Cast) -> Person | None:
    """Of several persons of one surname the one whom it has meant from the beginning, unless another of them has just
    been named in full; else the one alone named so shortly before. A pronoun for who speaks tells it, too: "Harmon said
    that she would pay"."""
    told = [p for p in fits if p.gender and p.gender == _gender_after(phrase)]
    if len(told) == 1:
        return told[0]
    main = named.main(phrase.name)
    own = [p for p in fits if not p.aside and not p.is_spouse] if main not in fits else []
    if len(own) == 1 and _agrees_after(own[0], phrase):
        return own[0]
    if main not in fits:
        near = nearest(fits, phrase, REACH)
        return near[0] if len(near) == 1 else None
    just = [p for p in nearest(fits, phrase, 1) if p is main or not p.is_kin]
    return main if not just or main in just else None


def _agrees_after(person: Person, phrase: Phrase) -> bool:
    """False where the sentence goes on with a pronoun of the other gender than a person has."""
    after = (gender for word in phrase.line.lower[phrase.last :] if (gender := _GENDERS.get(word)))
    return person.gender in (None, next(after, person.gender))


_GENDERS: Mapping[str, Gender] = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_PRONOUNS: Mapping[str, Gender] = {"he": "m", "she": "f"}


def _gender_after(phrase: Phrase) -> Gender | None:
    """The gender of the pronoun by which a subject goes on in a clause of what it says or denies."""
    labels = phrase.line.labels
    for predicate in labels.predicates if phrase.subject else ():
        above = labels.predicates[predicate.governor] if predicate.governor is not None else None
        if above is None or predicate.relation != "complement" or not _is_subject(above, phrase):
            continue
        subject = next(
            (a.heads[0] for a in predicate.arguments if a.role in ("ARG0", "ARG1") and a.last <= predicate.head), None
        )
        if subject is not None and (gender := _PRONOUNS.get(phrase.line.lower[subject])):
            return gender
    return None


def _is_subject(predicate: Predicate, phrase: Phrase) -> bool:
    words = range(phrase.first, phrase.last)
    return any(set(a.heads) & set(words) for a in predicate.arguments if a.role == "ARG0")


def _is_of_another(phrase: Phrase, person: Person) -> bool:
    """True where a title with a state is said of somebody of another ("Prince Salman, the Bahraini crown prince")."""
    told, known_ = phrase.country, person.country
    states = told is not None and known_ is not None and not {told, known_} & NO_COUNTRY
    return states and told != known_ and phrase.role is not None


_ELDERS = frozenset("father mother uncle aunt grandfather grandmother".split())
_YOUNG = frozenset("son daughter nephew niece grandson granddaughter".split())


def _of_age(fits: list[Person], phrase: Phrase) -> list[Person]:
    """Of father and son the one who is "the elder" or "the younger"; else all."""
    before = {word.lower() for word in phrase.line.words[max(0, phrase.first - 2) : phrase.first]}
    old, young = bool(before & {"elder", "older", "senior"}), bool(before & {"younger", "junior"})
    if not (old or young):
        return fits
    wanted, unwanted = (_ELDERS, _YOUNG) if old else (_YOUNG, _ELDERS)
    if suffixed := [p for p in fits if p.words[-1] in (SENIORS if old else JUNIORS)]:
        return suffixed
    fits = [p for p in fits if p.words[-1] not in (JUNIORS if old else SENIORS)] or fits
    return [p for p in fits if p.roles & wanted] or [p for p in fits if not p.roles & unwanted]


_MONTHS = frozenset(["March", "April", "May", "June", "August"])


def _is_month(phrase: Phrase) -> bool:
    """True for the month of May, which a person of that name is only as somebody who acts or owns something."""
    owns = phrase.last < len(phrase.line.words) and phrase.line.labels.tags[phrase.last] == "POS"
    return phrase.name in _MONTHS and not (phrase.subject or owns)


_EVERY_MONTH = _MONTHS | {"January", "February", "July", "September", "October", "November", "December"}
_WHEN = frozenset("on in of by since until till from to last next this early late mid through before after".split())


def is_date(phrase: Phrase) -> bool:
    """True for a bare day or month, which is nobody: "on March 20, the spokesman", "on Wednesday, the mayor"."""
    if phrase.name in WEEKDAYS:
        return phrase.kind is None
    if phrase.kind is not None or phrase.name not in _EVERY_MONTH:
        return False
    words = phrase.line.words
    before = words[phrase.first - 1].lower() if phrase.first else ""
    after = words[phrase.last] if phrase.last < len(words) else ""
    return before in _WHEN or before.isdigit() or after.isdigit()


def _is_ship(phrase: Phrase) -> bool:
    """True for a bare surname after an article: "the Roosevelt" is no person."""
    return phrase.first > 0 and phrase.line.words[phrase.first - 1].lower() == "the"


def _is_place(phrase: Phrase, fits: Sequence[Person]) -> bool:
    """True for a bare word that is used as the name of a place, where there is a place of that name: after "in", or to
    the tagger where it is not the subject of a sentence that follows a person so named."""
    where = is_where(phrase.line, phrase.first)
    tag = phrase.line.named(phrase.first, phrase.last)
    if tag == "PER" and not where and not owns_of_town(phrase):
        return False
    here = (phrase.line.number, phrase.first)
    named = any(p.at and p.at[0] < here for p in fits)
    used = where or owns_of_town(phrase) or (tag == "LOC" and not (named and (phrase.subject or is_personal(phrase))))
    return used and fold(phrase.name) in gazetteer()


def _organisation(phrase: Phrase, named: Cast) -> Resolved:
    short = named.acronyms.get(phrase.name) or (named.body(phrase.name) if " " not in phrase.name else None)
    return _resolved(phrase, short or f"x-{slug(phrase.name)}", "short" if short else phrase.how)


def _body(phrase: Phrase, named: Cast) -> Resolved | None:
    """A body by its noun: of a state that the phrase names, else the one of that kind in the article, else unnamed."""
    if phrase.country and phrase.role and _is_of_state(phrase):
        return _of_state(phrase, phrase.country, phrase.role, "role")
    same = named.bodies.get(phrase.role or "", ())
    bare = phrase.definite or same_words(phrase.name, phrase.role)
    if bare and not same and _is_of_state(phrase):
        return _own_body(phrase, named)
    return _resolved(phrase, f"~{slug(phrase.name)}", "role", local=True)


def _is_of_state(phrase: Phrase) -> bool:
    """True for bodies of which a state has one: its army, its parliament; not its teams or its companies."""
    return bool(_STATE_SECTORS & set(phrase.sectors)) and phrase.role not in _MANY


def is_own(phrase: Phrase) -> bool:
    """True for a bare state body that has to be some state's: "the army", "the foreign ministry"."""
    bare = phrase.body and same_words(phrase.name, phrase.role) and phrase.country is None
    return bare and _is_of_state(phrase) and phrase.role not in _ABROAD


def _own_body(phrase: Phrase, named: Cast) -> Resolved:
    """A state's body in a report that is all about one state: "the army" is that state's."""
    if not named.home or not same_words(phrase.name, phrase.role) or phrase.role in _ABROAD:
        return _resolved(phrase, f"~{slug(phrase.name)}", "role", local=True)
    own = msgspec.structs.replace(phrase, country=named.home)
    return _of_state(own, named.home, phrase.role or phrase.name, "dateline")


def _of_state(phrase: Phrase, country: str, role: str, how: str) -> Resolved:
    """A body or an office of a state: one id and one name for it in every report ("Peruvian navy")."""
    state = tables.load().states.get(country)
    adjective = next(iter(state.adjectives), state.name) if state else country
    name = f"{adjective} {phrase.name if phrase.role is None else role}"
    return _resolved(phrase, f"x-{country.lower()}-{slug(role)}", how, name=name)


def same_words(name: str, role: str | None) -> bool:
    """True where a phrase is its role noun and nothing else ("the army", "police")."""
    return role is not None and name.lower().rstrip("s") == role.lower().rstrip("s")


def _role(phrase: Phrase, named: Cast) -> Resolved | None:
    """A role noun: the one person of the article with that office, or who held it; else somebody known by it alone."""
    if phrase.definite and (former := _who_was(phrase, named)) is not None:
        return _resolved(phrase, former.id, "noun")
    if phrase.other and phrase.role and (id_ := turning(phrase, named)) is not None:
        return _resolved(phrase, id_, "office")
    if phrase.definite and phrase.role and not phrase.plural and not phrase.other:
        known = holder(phrase, named)
        fits = () if phrase.then else tuple(p for p in named.with_role(phrase.role) if holds(p, phrase))
        if len(fits) == 1 and (known is None or phrase.line.known(fits[0].id) is None):
            return _resolved(phrase, fits[0].id, "office" if phrase.office else "noun")
        if known is not None and (not fits or known in {p.id for p in fits}):
            return _resolved(phrase, known, "office")
        if phrase.office and phrase.country and not fits and not phrase.then:
            return _office(phrase, phrase.country, phrase.role)
    return _resolved(phrase, f"~{slug(phrase.name)}", "role", local=True)


def _who_was(phrase: Phrase, named: Cast) -> Person | None:
    """The one person named before for whom "the former minister" stands."""
    role = (phrase.role or "").removeprefix("former ")
    if phrase.plural or "former" not in phrase.name.split() or not (phrase.other or role != phrase.role):
        return None
    called = named.with_role(role, former=True) or named.with_role(role) or _of_kind(role, named)
    fits = [p for p in called if holds(p, phrase) and p.at and p.at[0] < (phrase.line.number, phrase.first)]
    return fits[0] if len(fits) == 1 else None


def _of_kind(role: str, named: Cast) -> tuple[Person, ...]:
    """The persons of whose role a more general noun is said ("the former lawmaker" of a senator)."""
    return tuple(
        p for p in named.persons.values() if any(is_kind(one.removeprefix("former "), role) for one in p.roles)
    )


def _office(phrase: Phrase, country: str, role: str) -> Resolved:
    """The holder of an office whom no table knows: of a state, a city or a body."""
    whose = phrase.owner
    if whose.place or (whose.named and whose.sectors[:1] != ("GOV",)):
        body = "" if whose.body is None else f"{whose.body}-"
        words = f"{role} of {whose.place.title()}" if whose.place else phrase.name
        return _resolved(phrase, f"x-{country.lower()}-{body}{slug(words)}", "role", name=words)
    return _of_state(phrase, country, role, "role")


def holds(person: Person, phrase: Phrase) -> bool:
    """True where a person was called by the phrase's office, of its state ("the minister", "the foreign minister")."""
    return phrase.country in (None, person.country) and (person.owned or not phrase.owner.named)


def _resolved(phrase: Phrase, id_: str, how: str, *, local: bool = False, name: str | None = None) -> Resolved:
    if phrase.line.known(id_) is not None:
        actor = known(phrase.line, id_)
        open_ = actor.kind == "person" and actor.sectors in ((), ("ELI",))
        if open_ and phrase.role and phrase.sectors and not phrase.other:
            actor = msgspec.structs.replace(actor, sectors=phrase.sectors)
    else:
        actor = Actor(
            name=name or phrase.name,
            kind=phrase.kind or "person",
            country=phrase.country,
            sectors=phrase.sectors,
            local=local,
        )
    return Resolved(phrase, id_, how, actor)


def described(rows: Iterable[Resolved]) -> dict[str, Actor]:
    """One actor for each id: the longest name, the first country and the sectors that any of its phrases gives."""
    found: dict[str, Actor] = {}
    for row in rows:
        old, new = found.get(row.id), row.actor
        if old is None:
            found[row.id] = new
        elif tables.load().get(row.id) is None:
            found[row.id] = merged(old, new)
        elif old.sectors in ((), ("ELI",)) and new.sectors:
            found[row.id] = new
    return found


def known(line: Line, id_: str) -> Actor:
    """The actor of the tables with an id."""
    entry = line.known(id_)
    if entry is None:
        raise KeyError(id_)
    return Actor(
        name=entry.name, kind=entry.kind, country=entry.country, sectors=entry.sectors, wikidata=entry.wikidata
    )


def merged(old: Actor, new: Actor) -> Actor:
    """What two phrases tell of one actor: the longest name, the first country and the first sectors."""
    person = "person" in (old.kind, new.kind)
    names = [a.name for a in (old, new) if a.kind == "person" or not person]
    return Actor(
        name=max(names, key=len),
        kind="person" if person else old.kind,
        country=old.country or new.country,
        sectors=old.sectors or new.sectors,
        wikidata=old.wikidata,
        local=old.local and new.local,
    )
