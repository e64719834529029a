"""Origins: who a telling comes from in the end, through copies, agency credits and chains of citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.schema.origin import Origin
from onrecord.story.imprints import Imprint
from onrecord.story.outlets import outlet_id
from onrecord.story.sources import Root, Word, voice_of
from onrecord.story.tellings import Party, Telling


class Provenance(msgspec.Struct, frozen=True):
    """What origins are found with: on whose word each report tells what it has from nobody else, by report, and outlet
    ids by name."""

    own: Mapping[str, Word]
    outlets: Mapping[str, str]


def provenance(imprints: Iterable[Imprint], originals: Mapping[str, str], outlets: Mapping[str, str]) -> Provenance:
    """What is needed to find origins among some reports, which come in order of publication."""
    groups: dict[str, list[Imprint]] = defaultdict(list)
    for imprint in imprints:
        groups[originals.get(imprint.id, imprint.id)].append(imprint)
    own = {one.id: own_word(original, group) for original, group in groups.items() for one in group}
    return Provenance(own, outlets)


def own_word(original: str, group: Iterable[Imprint]) -> Word:
    """The word on which copies tell what they have from nobody else, and which come in order of publication: the agency
    that one of them credits, else the outlet of the original."""
    every = {one.id: one for one in group}
    credited = (one.agency for one in every.values() if one.agency is not None)
    return next(credited, Word("outlet", outlet=every[original].outlet))


class Told(msgspec.Struct, frozen=True):
    """A telling with its origin (None where nobody is named for it); `concerned` where that origin is a party to it."""

    telling: Telling
    root: Root | None
    concerned: bool = False

    @property
    def voice(self) -> str | None:
        """Whose voice the origin is."""
        return self.root.voice if self.root else None


def tell(cluster: tuple[Telling, ...], known: Provenance) -> tuple[Told, ...]:
    """The tellings of an event, which come the earliest first, with their origins.

    A sentence that two reports share was written once, even where the rest of the two differs: it comes from whoever
    the earlier report has it from. What a report has from somebody it has from him wherever it tells the same of it.
    """
    authors: dict[str, Telling] = {}
    for telling in cluster:
        authors.setdefault(passage(telling), telling)
    roots = {key: origin(author, known) for key, author in authors.items()}
    given = credited((telling, roots[passage(telling)]) for telling in cluster)
    written = {key: given.get(source_key(author), roots[key]) for key, author in authors.items()}
    found = ((telling, written[passage(telling)]) for telling in cluster)
    parties = frozenset(party for telling in cluster for party in telling.parties)
    return tuple(Told(telling, root, is_concerned(root, parties)) for telling, root in found)


def passage(telling: Telling) -> str:
    """What tells two tellings of one author: the words of a long sentence, else the telling itself."""
    return telling.evidence if telling.is_long else telling.id


def source_key(telling: Telling) -> tuple[str, str] | None:
    """What a report tells in its own words, by the report and the status; None for what it has from another."""
    return (telling.report, telling.event.status) if telling.word.kind == "own" else None


def credited(found: Iterable[tuple[Telling, Root | None]]) -> dict[tuple[str, str] | None, Root]:
    """From whom each report has what it tells of an event, by the report and the status; the first where it has it from
    several."""
    given: dict[tuple[str, str] | None, Root] = {}
    for telling, root in found:
        if telling.word.kind != "own" and root is not None and not telling.silent:
            given.setdefault((telling.report, telling.event.status), root)
    return given


def is_concerned(root: Root | None, parties: Iterable[Party]) -> bool:
    """True where who tells is a party to the event, or speaks for a state that is or acts in it."""
    if root is None:
        return False
    return any(root.id == party.id or (party.state and root.voice == voice_of(party.country)) for party in parties)


def origin(telling: Telling, known: Provenance) -> Root | None:
    """Whoever a telling comes from; None where it names nobody ("reportedly")."""
    word = known.own[telling.report] if telling.word.kind == "own" else telling.word
    return outlet_root(outlet_id(word.outlet, known.outlets)) if word.kind == "outlet" else word.root


def outlet_root(key: str) -> Root:
    """An outlet as an origin."""
    return Root(key, "outlet", key)


def origins(told: Iterable[Told]) -> dict[str, Origin]:
    """The origins of an event by voice, most reports first.

    Whoever only declines to speak of it is none, and whoever denies it only where nobody tells it. How many of them
    bear out how it stands is another question: who announced a meeting has not told that it took place.
    """
    every = [item for item in told if item.root is not None and not item.telling.silent]
    tellers = [item for item in every if item.telling.event.status != "denied"] or every
    voices: dict[str, dict[Root, set[str]]] = defaultdict(lambda: defaultdict(set))
    for item in tellers:
        if item.root is not None:
            voices[item.root.voice][item.root].add(item.telling.report)
    found = {voice: one_origin(roots) for voice, roots in voices.items()}
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1].reports), pair[1].kind, pair[1].id)))


def one_origin(roots: Mapping[Root, set[str]]) -> Origin:
    """The origin of all roots with one voice, under the id of the one that most reports give."""
    first = min(roots, key=lambda root: (-len(roots[root]), root))
    reports = sorted(set().union(*roots.values()))
    return Origin(kind="outlet" if first.kind == "outlet" else "actor", id=first.id, reports=tuple(reports))
