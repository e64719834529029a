"""Sources: the words that name who speaks, found from the cue."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.knowledge.cues import CueTable
from onrecord.schema.labels import Chunk, Predicate
from onrecord.statements.grammar.found import Found
from onrecord.statements.grammar.hits import Hit, called_to
from onrecord.statements.grammar.phrases import leftwards, rightwards, words_between
from onrecord.statements.lexis import is_time
from onrecord.statements.line import COMMAS, ENDS, QUOTE_MARKS, Line, Words

_BOUNDARIES = QUOTE_MARKS | frozenset(
    """, ; : ( ? ! . - -- — – ’ ' and but or that while as when because after although if""".split()
)
_JOINING = frozenset(["and", "but", "or", "then", "yet"])
_MAX_INTERRUPTION = 45
# Endings of nouns for persons: a speaker, a senator, a lobbyist, a technician, an assistant, a trustee.
_AGENTS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "eer", "men", "people")
# Things that end so, too.
_NO_AGENTS = frozenset(
    """amendment border chapter charter checklist cluster color colour computer corner counter cover danger degree
    disaster door error factor fee fever floor grant guarantee honor honour labor labour layer letter list manner matter
    meter metre mirror motor murder number offer order other plant poster power powder quarter register remainder
    restaurant river rumor rumour sector shelter shoulder slaughter summer terror timber tower transfer tree trigger
    twist warrant water weather winter wonder""".split()
)
_QUANTITIES = frozenset(
    """percent half third quarter most some many one dozens hundreds thousands scores bevy chorus couple handful pair
    slew trio""".split()
)
_ENDS_SPEECH = ENDS | {",", "-", "--", "—", "–", "'", "’", ")"}
_BEFORE_INVERSION = QUOTE_MARKS | COMMAS | {"?", "!"}
_SUBORDINATORS = frozenset(
    """that as when while though although because if whether after before since until unless""".split()
)
_BEFORE_GERUND = frozenset(["after", "before", "while"])
_WH_TAGS = frozenset(["WP", "WDT", "WRB"])
# "issued a statement saying that": whoever issued it speaks.
_TEXTS = frozenset(
    """statement letter tweet message post memo note email e-mail release report speech interview video ad""".split()
)

# "messaged a friend saying that": whoever messaged speaks.
_ADDRESSING = frozenset("call cable e-mail email message phone radio ring telephone text tweet wire write".split())
_RECEIVING = frozenset(["receive", "get", "obtain", "see", "find", "read", "intercept", "seize", "hold", "have"])

_CHARGING = frozenset(["allege", "claim"])
_DENYING = frozenset(["deny", "not", "n't", "never", "no", "reject", "dismiss", "false", "untrue"])


def subject(line: Line, hit: Hit, told: Sequence[Found] = ()) -> Words | None:
    """The words before a verb that name who speaks.

    A verb that shares its subject with an earlier one ("denied ..., and promised ...", "said ..., adding ...") gets
    the source of the last attribution in `told`, else the subject of another verb of the sentence.
    """
    group = hit.group
    if group is None:
        return None
    if group.form != "finite":
        controlled = (
            called_to(line, group) is not None or group.relation == "complement" or group.marker in _BEFORE_GERUND
        )
        given = _given(called_to(line, group) or group) if controlled else None
        return given or _of_gerund(line, group) or _shared(line, group, told)
    at = _past_adverbs(line, group.first)
    if line.words[at - 1] in _JOINING:
        return _under(line, group, told) or _shared(line, group, told)
    return _own(line, at)


def _under(line: Line, group: Predicate, told: Sequence[Found]) -> Words | None:
    """The subject of a verb without one of its own in what another source says, as the tree and its tense tell: "said
    [a guard] had confessed, but had denied"."""
    if group.relation != "complement" or group.governor is None or not group.perfect:
        return None
    above = line.labels.predicates[group.governor]
    given = _given(group)
    outer = next((one for one in told if one.hit.head == above.head), None)
    if given is None or outer is None or above.perfect:
        return None
    return None if any(given.first < one.last and one.first < given.last for one in outer.source) else given


def _past_adverbs(line: Line, at: int) -> int:
    """Back over the adverbs and the times before a verb group: "Uganda [on Friday] gave"."""
    while at > 0:
        chunk = line.chunk_of[at - 1]
        if chunk is None and line.tags[at - 1] in ("RB", "RBR"):
            at -= 1
        elif chunk is not None and chunk.last == at and is_time(line, at - 1) and chunk.first > 1:
            first = chunk.first - 1 if line.tags[chunk.first - 1] == "IN" else chunk.first
            if line.tags[first - 1] in ("VBN", "VBG", "VBD"):  # "a clerk arrested on Monday said": a time of the source
                return at
            at = first
        else:
            return at
    return at


def _own(line: Line, at: int) -> Words | None:
    """The subject that ends before `at`, past an interruption between commas or dashes."""
    if line.words[at - 1] in COMMAS:
        return _interrupted(line, at - 1)
    found = words_between(leftwards(line, at, quote_end(line, at)), at)
    return None if found is None or is_time(line, found.first) else _whole(line, found)


def _whole(line: Line, found: Words) -> Words:
    """The words before a verb with the noun that they only describe: "[one in eight people who voted for] the king"."""
    verb = line.verb_of.get(found.last)
    given = [one for one in verb.arguments if one.role == "ARG0"] if verb else []
    opens = line.tags[found.first] in ("PRP$", "DT")  # "a version [its director] denied": what he denied
    subjects = [
        one
        for one in given
        if (one.last < found.first + (not opens)) or one.first < found.first < one.last == found.last
    ]
    first = min((one.first for one in subjects), default=found.first)
    gap = range(first, found.first)
    return (
        found if any(line.quoted[i] or line.words[i] in COMMAS | QUOTE_MARKS for i in gap) else Words(first, found.last)
    )


def quote_end(line: Line, at: int) -> int:
    """The end of the last quoted words before `at`: no subject reaches into them."""
    while at > 0 and not line.quoted[at - 1]:
        at -= 1
    return at


def _interrupted(line: Line, closing: int) -> Words | None:
    """The subject before an apposition or a clause that ends with a comma at `closing`: the leftmost noun phrase that
    opens a clause and is followed by a comma, with no finite verb between but in a relative clause."""
    found = None
    floor = max(quote_end(line, closing), closing - _MAX_INTERRUPTION)
    for i in range(closing - 1, floor, -1):
        if line.words[i] == line.words[closing]:
            first = leftwards(line, i, floor)
            if first is not None and _opens_clause(line, first, floor) and not is_time(line, i - 1):
                found = Words(first, closing)
        elif line.is_finite(i) and not _is_relative(line, i):
            break
    return found


def _opens_clause(line: Line, first: int, floor: int) -> bool:
    while first > floor and line.tags[first - 1] in ("VBG", "JJ", "RB") and line.chunk_of[first - 1] is None:
        first -= 1
    return first == floor or line.words[first - 1] in _BOUNDARIES


def _is_relative(line: Line, i: int) -> bool:
    """True where the verb group at `i` stands in a relative or adverbial clause."""
    group = line.verb_of.get(i)
    first = group.first if group else i
    return any(line.tags[j] in _WH_TAGS or line.words[j] in _SUBORDINATORS for j in range(first - 4, first))


def _shared(line: Line, group: Predicate, told: Sequence[Found]) -> Words | None:
    """The subject of a verb that has none of its own: of the last attribution that does not stand in another one, else
    of the verb that this one follows."""
    joined = line.labels.predicates[group.governor].head if group.relation == "coordinate" and group.governor else None
    for one in told:
        if one.source and one.hit.head == joined:
            return one.source[-1]
    outermost = [one for one in told if one.source and not any(_holds(other, one.hit.head) for other in told)]
    for one in reversed(outermost):
        if one.hit.head < group.head:
            return one.source[-1]
    main = _main_verb(line, group)
    return _own(line, _past_adverbs(line, main.first)) if main is not None else None


def _given(group: Predicate) -> Words | None:
    """The subject before a verb that has it from another one, as the tree tells."""
    subject = next((one for one in group.arguments if one.role == "ARG0" and one.last <= group.first), None)
    return Words(subject.first, subject.last) if subject is not None else None


def _holds(found: Found, i: int) -> bool:
    return any(words.first <= i < words.last for words in found.said)


def _of_gerund(line: Line, group: Predicate) -> Words | None:
    """The noun phrase right before a gerund: "some [polls] indicating that", "with [aides] saying"."""
    at = _past_adverbs(line, group.first)
    chunk = line.chunk_of[at - 1]
    if chunk is None or chunk.last != at or is_time(line, at - 1):
        return None
    if line.lemmas[chunk.head] in _TEXTS and not _is_received(line, chunk):
        return None
    if (caller := _caller(line, chunk)) is not None:
        return caller
    return words_between(leftwards(line, at, quote_end(line, at)), at)


def _is_received(line: Line, chunk: Chunk) -> bool:
    """True for the object of a verb whose subject has not written it: "received [a letter] saying that"."""
    verb = line.verb_of.get(chunk.first - 1)
    return verb is not None and line.lemmas[verb.head] in _RECEIVING


def _caller(line: Line, chunk: Chunk) -> Words | None:
    """Whoever wrote or called to somebody: "[the clerk] messaged a friend saying that P"."""
    verb = line.verb_of.get(chunk.first - 1) or line.verb_of.get(chunk.first - 2)
    if verb is None or verb.passive or line.lemmas[verb.head] not in _ADDRESSING:
        return None
    return _given(verb)


def _main_verb(line: Line, group: Predicate) -> Predicate | None:
    """The finite verb, in no subordinate clause and outside quotation marks, on which a group follows: after "and" the
    nearest before it, else the first of the sentence."""
    found = [
        other
        for other in line.labels.predicates
        if other.pos != "n" and other.form == "finite" and other.head < group.head and not line.quoted[other.head]
    ]
    main = [other for other in found if not _is_relative(line, other.head)]
    if not main:
        return None
    return main[-1] if line.words[_past_adverbs(line, group.first) - 1] in _JOINING else main[0]


def inverted(line: Line, hit: Hit) -> Words | None:
    """The subject after a verb that follows what is said: "..., said the envoy, who ..."."""
    group = hit.group
    if group is None or group.form != "finite" or hit.negated or hit.cue.addressee == "obj":
        return None
    if line.words[group.first - 1] not in _BEFORE_INVERSION or not is_after_speech(line, group.first):
        return None
    return None if line.words[hit.after] == "that" else after(line, hit.after)


def is_after_speech(line: Line, at: int) -> bool:
    """False where a quotation ends right before `at` that is no sentence: "“the Establishment” maintains"."""
    return line.words[at - 1] not in QUOTE_MARKS or line.words[at - 2] in _ENDS_SPEECH or line.tags[at - 2] == ","


def is_main_verb(line: Line, i: int) -> bool:
    """True for a finite verb that stands in no relative clause."""
    return line.is_finite(i) and not _is_relative(line, i)


def is_answered(line: Line, first: int, head: int) -> bool:
    """True for a charge, of a source that begins at `first`, which the sentence denies: "denied that P, as some have
    alleged"; they allege P, not that."""
    if line.words[first - 1] != "as" or line.lemmas[head] not in _CHARGING:
        return False
    return any(line.words[i] in _DENYING or line.lemmas[i] in _DENYING for i in range(first))


def agent(line: Line, at: int) -> Words | None:
    """The noun phrase after a "by" at `at`."""
    return after(line, at + 1) if line.words[at] == "by" else None


def after(line: Line, first: int) -> Words | None:
    """The noun phrase that begins at `first`."""
    end = rightwards(line, first)
    return words_between(first, end) if end is not None else None


def named(line: Line, first: int, table: CueTable) -> Words | None:
    """Whom the words from `first` name as a source: somebody who can speak, or what was said ("citing the suspect's
    confession"), and no subject of a verb."""
    who = after(line, first)
    if who is None or line.is_finite(who.last):
        return None
    chunk = line.chunk_of[first]
    if chunk is not None and line.lemmas[chunk.head] == "number" and line.words[chunk.last] == "of":
        return None  # "citing the number of cases"
    said = chunk is not None and line.lemmas[chunk.head] in table.nouns and _is_somebodys(line, chunk)
    return who if said or can_speak(line, who, table) else None


def _is_somebodys(line: Line, chunk: Chunk) -> bool:
    owned = any(line.tags[i] in ("POS", "PRP$") for i in range(chunk.first, chunk.head))
    return owned or line.words[chunk.last] in ("by", "from")


def names_evidence(line: Line, first: int, table: CueTable) -> bool:
    """True where the words from `first` name a source, or what shows something: "citing [satellite images]"."""
    chunk = line.chunk_of[first]
    return named(line, first, table) is not None or (chunk is not None and line.lemmas[chunk.head] in table.sources)


def can_speak(line: Line, source: Words, table: CueTable, *, shows: bool = False) -> bool:
    """True where the words are headed by a name, a pronoun, a quantity or a noun for somebody or something that speaks:
    not "the move showed", not "satellite images show". With `shows` what only shows something will do, too."""
    chunk = line.chunk_of[source.first] or line.chunk_of[source.first + 1]
    head = chunk.head if chunk is not None else source.first
    if line.tags[head] not in ("NN", "NNS") or (head and line.sentence.tokens[head].text[:1].isupper()):
        return True
    kind = table.sources.get(line.lemmas[head])
    if kind is not None:
        return shows or kind != "shown"
    agent = line.lemmas[head].endswith(_AGENTS) and line.lemmas[head] not in _NO_AGENTS
    return line.words[head] in _QUANTITIES or (agent and line.lemmas[head] not in table.nouns)


def with_antecedent(line: Line, source: Words) -> tuple[Words, ...]:
    """A relative pronoun together with the noun phrase for which it stands: "[a guard] [who] said"."""
    if source.last - source.first > 1 or line.tags[source.first] not in ("WP", "WDT"):
        return (source,)
    at = source.first - 1 if line.words[source.first - 1] == "," else source.first
    first = leftwards(line, at)
    return (Words(first, at), source) if first is not None and first < at else (source,)
