"""Governments: capitals and seats of power that stand for a state where they speak or act ("Hanoi summoned ...")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.actors.found import Line, Phrase
from onrecord.knowledge import actors as tables
from onrecord.knowledge import predicates
from onrecord.schema.labels import Argument, Chunk, Predicate

_SPEECH = frozenset(
    "say tell urge accuse deny reject call demand want insist announce warn vow pledge promise refuse agree ask "
    "confirm seek hope fear believe claim argue condemn blame welcome threaten offer decide plan intend consider "
    "expect need".split()
)
_ADDRESSED = frozenset(
    "urge ask tell accuse press warn call demand blame want order pressure assure accuse help".split()
)
_TOWARDS = frozenset(
    "protest appeal complain apologise apologize write respond reply object offer promise sell give grant lend turn "
    "hand concede pledge report submit".split()
)
_KOREAS = {"North": "prk", "South": "kor"}
_STATIC = frozenset("be have lie stand remain become seem host stay look".split())
# What there is between two governments, not between two towns: "the relationship between London and Dublin".
_BETWEEN = frozenset(
    "relationship relation tie talk agreement deal pact accord treaty tension dispute row war conflict truce ceasefire "
    "alliance dialogue negotiation rift rivalry cooperation trade contact exchange understanding friendship hostility "
    "feud confrontation summit mediation thaw standoff quarrel spat détente partnership crisis".split()
)
# What comes from a government: "the order came from Beijing".
_FROM = frozenset(
    "pressure response reply criticism approval support backing condemnation demand warning threat order instruction "
    "signal permission denial statement reaction protest complaint request promise guarantee assurance concession "
    "independence directive message objection opposition funding money support arms weapon offer invitation".split()
)
# What goes to a government, not to a town: "a warning to Ankara".
_TO_STATE = frozenset(
    "appeal aid assistance challenge concession delivery embargo loan message overture pressure rebuke request sale "
    "sanction setback shipment signal snub threat ultimatum warning".split()
)
# What weighs on a government: "sanctions on Tehran".
_UPON = frozenset("sanction pressure embargo tariff restriction penalty leverage".split())
# What a government has, not a town: "Moscow's demands".
_OF_STATE = frozenset(
    "demand decision claim offer plan refusal threat stance position policy war invasion support ambassador envoy "
    "government military army force troop ally interest response proposal position request rejection denial diplomat "
    "diplomacy withdrawal annexation pledge vow veto retaliation airstrike offensive backing condemnation concession "
    "counteroffensive accession embargo warning ministry intention ambition promise reaction sanction".split()
)


def governments(line: Line) -> Iterator[Phrase]:
    """The capitals of a sentence that stand for their governments."""
    yield from _koreas(line)
    for chunk in line.labels.chunks:
        words = line.words[chunk.first : chunk.last]
        if not words[0][:1].isupper() or len(words) > 3:
            continue
        state = _of(" ".join(words), line)
        entry = tables.load().get(state) if state is not None else None
        if entry is not None and not _is_called_town(line, chunk) and (_acts(line, chunk) or _belongs(line, chunk)):
            yield Phrase(
                line=line, chunk=chunk, first=chunk.first, last=chunk.last, kind=entry.kind, name=entry.name,
                known=entry.id, country=entry.country, body=True, how="metonym",
            )  # fmt: skip


_TOWNS = frozenset("city capital port town seat metropolis".split())


def _is_called_town(line: Line, chunk: Chunk) -> bool:
    """True for "Lusaka, the largest city of Zambia"."""
    after = next((c for c in line.labels.chunks if c.first == chunk.last + 1), None)
    comma = chunk.last < len(line.words) and line.words[chunk.last] == ","
    return comma and after is not None and line.lemmas[after.head] in _TOWNS


def _koreas(line: Line) -> Iterator[Phrase]:
    """ "The North" and "the South" of Korea, in a report that names one of the two states."""
    if _KOREAS.keys().isdisjoint(line.words):
        return
    if not line.setting.states & {"PRK", "KOR"} or line.setting.states & {"SDN", "SSD", "YEM"}:
        return
    for chunk in line.labels.chunks:
        words = line.words[chunk.first : chunk.last]
        if len(words) == 2 and words[0].lower() == "the" and words[1] in _KOREAS:
            entry = tables.load().get(_KOREAS[words[1]])
            if entry is not None:
                yield Phrase(
                    line=line, chunk=chunk, first=chunk.first + 1, last=chunk.last, kind="country", name=entry.name,
                    known=entry.id, country=entry.country, body=True, how="metonym",
                )  # fmt: skip


def _of(name: str, line: Line) -> str | None:
    """The id of the state for which a capital stands. Brussels is the European Union's in a report that names this and
    not Belgium."""
    if name == "Brussels":
        words = line.setting.capitals
        return "eu" if words & {"EU", "European"} and not words & {"Belgium", "Belgian"} else None
    code = tables.load().states.government_of(name)
    return code.lower() if code is not None else None


def _acts(line: Line, chunk: Chunk) -> bool:
    """True where the name is the subject of a verb of speech or of an event, or whom such a verb addresses."""
    for predicate in line.labels.predicates:
        for argument in predicate.arguments:
            if chunk.head in argument.heads and (
                _as_actor(predicate, argument.role, argument.marker)
                or _is_told(predicate, argument.role, line)
                or _is_addressed(argument, line)
                or _are_capitals(predicate, argument, line)
            ):
                return True
    return False


def _is_addressed(argument: Argument, line: Line) -> bool:
    """True for a capital to which a threat or a gift goes: "an ultimatum to Damascus", "sanctions on Tehran"."""
    if argument.marker not in ("to", "on", "upon") or argument.first < 2:
        return False
    return line.words[argument.first - 1].lower() == argument.marker and line.lemmas[argument.first - 2] in _TO_STATE


def _are_capitals(predicate: Predicate, argument: Argument, line: Line) -> bool:
    """True for two capitals that do something together: "Paris and Rome have quarrelled"."""
    both = len(argument.heads) == 2 and argument.role == "ARG0"
    does = predicate.pos == "v" and predicate.lemma not in _STATIC
    return both and does and all(_of(line.words[head], line) is not None for head in argument.heads)


def _is_told(predicate: Predicate, role: str, line: Line) -> bool:
    """True for the subject of what somebody demands or says that it does: "demanded that Beijing pay"."""
    if role != "ARG0" or predicate.pos != "v" or predicate.lemma in _STATIC or predicate.governor is None:
        return False
    above = line.labels.predicates[predicate.governor]
    return predicate.relation == "complement" and above.lemma in _SPEECH


def _as_actor(predicate: Predicate, role: str, marker: str | None) -> bool:
    lemma = predicate.lemma
    if role == "ARG0":
        return lemma in _SPEECH or (predicate.pos == "v" and bool(predicates.load().candidates(lemma, "v")))
    if role == "ARG1":
        return lemma in _ADDRESSED
    if marker == "to":
        return lemma in _ADDRESSED or lemma in _TOWARDS
    if marker == "by":
        return predicate.pos == "n" and bool(predicates.load().candidates(lemma, "n"))
    return marker in ("with", "between", "against") or (marker in ("on", "upon") and lemma in _ADDRESSED)


def _belongs(line: Line, chunk: Chunk) -> bool:
    """True where what is between two capitals, comes from one or is one's is a matter of governments."""
    words, lemmas = line.words, line.lemmas
    if chunk.last < len(words) and line.labels.tags[chunk.last] == "POS":
        whole = next((c for c in line.labels.chunks if c.first == chunk.first and c.last > chunk.last), None)
        return whole is not None and lemmas[whole.head] in _OF_STATE
    before = words[chunk.first - 1].lower() if chunk.first else ""
    if before in ("on", "against") and chunk.first > 1 and lemmas[chunk.first - 2] in _UPON:
        return True
    if before == "between":
        return lemmas[chunk.first - 2] in _BETWEEN
    if before == "from":
        return not _FROM.isdisjoint(lemmas[max(0, chunk.first - 8) : chunk.first - 1])
    return before == "and" and _is_second(words, lemmas, chunk)


def _is_second(words: Sequence[str], lemmas: Sequence[str], chunk: Chunk) -> bool:
    """True for the second of "the ties between London and Dublin"."""
    back = next((k for k in range(chunk.first - 2, max(0, chunk.first - 6), -1) if words[k] == "between"), None)
    return back is not None and lemmas[back - 1] in _BETWEEN
