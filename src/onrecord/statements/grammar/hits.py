"""Hits: the reporting words of a sentence, found in the table of cues."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.knowledge.cues import Cue, CueTable
from onrecord.schema.labels import Predicate
from onrecord.statements.lexis import past
from onrecord.statements.line import Line, Words

# Speech that lies ahead or is only supposed has not been made.
_UNSAID = frozenset(
    ["will", "would", "could", "may", "might", "should", "must", "shall", "can", "be to", "be going to", "have to"]
)
_SUPPOSING = frozenset(["if", "unless", "whether"])
_CALLING = frozenset(["call", "phone", "telephone", "ring", "radio", "text", "email", "e-mail", "cable", "wire"])
# Where and by what somebody speaks, of whom a purpose tells what he says: "took to the radio to accuse them of".
_SENDING = frozenset(["issue", "post", "publish", "release", "send", "use"])
_SENT = frozenset(
    """address advertisement appearance article column comment editorial hearing interview language letter lecture
    message podcast post press release sermon speech statement tweet video words word""".split()
)
_STAGES = frozenset(["air", "airwaves", "floor", "media", "podium", "pulpit", "radio", "screen", "stage", "television"])
_WISHING = frozenset(["hope", "wish", "pray"])
_SUPPOSE = frozenset(["imagine", "say", "suppose"])
_DISOWNING = frozenset(["deny", "avoid", "refrain", "abstain", "short"])
_KEEPING = frozenset("ban bar deter discourage dissuade forbid hinder keep prevent prohibit stop".split())
_KEPT = 8
_GOING_ON = frozenset(["go", "continue", "proceed", "come"])
_NOUNS = frozenset(["NN", "NNS"])
_OBJECTS = frozenset(["that", "him", "them", "me", "us"])  # what stands behind an active verb
NOBODY = frozenset(["no", "nobody", "none", "neither", "nothing", "few"])
_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "hardly"])


class Hit(msgspec.Struct, frozen=True):
    """A cue in a sentence.

    `words` are its tokens with auxiliaries and adverbs, `head` the reporting word, `after` the first token behind the
    cue. `group` is the verb group of a verb.
    """

    cue: Cue
    words: Words
    head: int
    after: int
    negated: bool = False
    passive: bool = False
    group: Predicate | None = None


def hits(line: Line, table: CueTable) -> tuple[Hit, ...]:
    """The cues of a sentence outside quotation marks, from left to right."""
    found = [*_verbs(line, table), *_others(line, table)]
    return tuple(sorted(found, key=lambda hit: hit.head))


def _verbs(line: Line, table: CueTable) -> Iterator[Hit]:
    for group in line.labels.predicates:
        if group.pos != "n" and not line.quoted[group.head]:
            hit = _verb(line, _candidates(line, table, group), group)
            if hit is not None and _is_said(line, hit):
                yield hit


def _candidates(line: Line, table: CueTable, group: Predicate) -> tuple[Cue, ...]:
    """The cues that may begin with the main word of a group; a participle may be an adjective ("is worried that"), and
    the other way round ("is rumoured to")."""
    word = line.words[group.head]
    if group.pos == "adj" or (group.passive and word in table.adjectives):
        return table.adjectives.get(word) or table.verb("", word)
    return table.verb(line.lemmas[group.head], word)


def _verb(line: Line, cues: tuple[Cue, ...], group: Predicate) -> Hit | None:
    negated = (group.negated and _has_negation(line, group)) or _is_due(line, group)
    denied = (group.negated and not negated and _denies_subject(line, group)) or _is_neither(line, group)
    for cue in cues:
        after = past(line, cue.words, group.head)
        silent = denied and cue.negated == "declines_to_comment"
        if after is None or (cue.negated if negated or silent else cue.stance) is None or (denied and not silent):
            continue
        words = Words(group.first, max(after, group.head + 1))
        passive = (group.passive or group.pos == "adj") and cue.pos == "verb" and not is_mistaken_passive(line, group)
        if group.passive != passive:
            group = msgspec.structs.replace(group, passive=passive, form="finite", tense=group.tense or "past")
        return Hit(cue, words, group.head, after, negated=negated or denied, passive=passive, group=group)
    return None


def _is_due(line: Line, group: Predicate) -> bool:
    """True for what has not been done: "have yet to comment"."""
    return line.lemmas[group.first] == "have" and line.words[group.first + 1 : group.first + 3] == ("yet", "to")


def _is_neither(line: Line, group: Predicate) -> bool:
    """True for a subject that is none of two who are named: "neither the club nor the player"."""
    ahead = (one for one in group.arguments if one.role == "ARG0" and group.form == "finite")
    return any(line.words[one.first] == "neither" for one in ahead)


def is_unsaid(line: Line, group: Predicate, table: CueTable) -> bool:
    """True for a reporting verb that nobody has done: "will say", "if she says", "nobody said"."""
    if group.pos == "n":
        return False
    candidates = _candidates(line, table, group)
    if not candidates:
        return False
    hit = _verb(line, candidates, group)
    return group.negated or _denies_subject(line, group) if hit is None else not _is_said(line, hit)


def _has_negation(line: Line, group: Predicate) -> bool:
    """True where the verb itself is negated, not its subject ("nobody said") nor its object ("gave no comment")."""
    return any(line.words[i] in _NEGATIONS for i in range(group.first - 1, group.head + 2))


def _denies_subject(line: Line, group: Predicate) -> bool:
    """True for a subject that is nobody; words in quotation marks are none: '"No release," read a leaflet'."""
    subjects = [one.first for one in group.arguments if one.role == "ARG0"]
    return any(line.words[first] in NOBODY and not line.quoted[first] for first in subjects)


def is_mistaken_passive(line: Line, group: Predicate) -> bool:
    """True for a past tense that the tags take for a participle: "..., and promised that"; '"No," she shot back'."""
    if group.first != group.head or line.tags[group.head] != "VBN":
        return False
    if line.words[group.first - 1] in ("and", "but") or line.words[group.head + 1] in _OBJECTS:
        return True
    return not any(one.form == "finite" and not line.quoted[one.head] for one in line.labels.predicates)


def _is_said(line: Line, hit: Hit) -> bool:
    """True where the cue tells of speech that took place: not of the future, a condition or a wish, nor of what was
    left unsaid ("without saying why")."""
    group = hit.group
    assert group is not None
    stance = hit.cue.negated if hit.negated else hit.cue.stance
    if group.modal in _UNSAID and stance not in ("declines_to_comment", "does_not_confirm"):
        return False
    if (
        group.form == "infinitive"
        and not group.perfect  # "is reported to have told"
        and line.lemmas[group.first - 1] not in _GOING_ON
        and line.words[group.first - 1] != "on"
        and called_to(line, group) is None
    ):
        return False
    if _is_aim(line, group) or _is_ahead(line, group):
        return False
    if group.form == "gerund" and (is_disowned(line, group.first) or line.words[group.first - 1] == "worth"):
        return False
    if _is_wished(line, group):
        return False
    opening = min([group.first, *(one.first for one in group.arguments if one.last == group.first)])
    return group.marker not in _SUPPOSING and line.words[opening - 1] != "without"


def is_disowned(line: Line, first: int) -> bool:
    """True for what somebody says he has not said, or is kept from: "denied [saying] that", "stopped short of
    [blaming]", "kept them from [thinking] that"."""
    before = line.lemmas[first - 1]
    if before in _DISOWNING or (before in ("of", "from") and line.lemmas[first - 2] in _DISOWNING):
        return True
    return before == "from" and not _KEEPING.isdisjoint(line.lemmas[max(0, first - _KEPT) : first])


def _is_aim(line: Line, group: Predicate) -> bool:
    """True for the second of two infinitives, of which the tags may know no better: "to attack him and [demand]"."""
    if group.first != group.head or line.words[group.first - 1] not in ("and", "or", ","):
        return False
    if line.tags[group.head] == "VB":
        return True
    before = [verb for verb in line.labels.predicates if verb.pos != "n" and verb.head < group.head]
    owned = any(one.role == "ARG0" for one in group.arguments)
    past = any(verb.tense == "past" for verb in before)
    return line.tags[group.head] == "VBP" and not owned and past and before[-1].form == "infinitive"


def _is_ahead(line: Line, group: Predicate) -> bool:
    """True for what lies ahead: "will be back to [praising] him", "would respond by [saying] so"."""
    verb = line.labels.predicates[group.governor] if group.governor is not None else None
    if verb is None or group.form != "gerund" or verb.modal not in _UNSAID or verb.negated:
        return False
    return line.words[group.first - 1] in ("to", "by")


def _is_wished(line: Line, group: Predicate) -> bool:
    """True for speech that is hoped for or supposed ("I hope the court says so", "let's say that", "say he told her"),
    and for what nobody lets anybody say."""
    verb = line.labels.predicates[group.governor] if group.governor is not None else None
    if verb is None or group.relation != "complement":
        return False
    if line.lemmas[verb.head] == "let":
        return group.marker == "bare" and (verb.negated or verb.modal is not None or verb.tense is None)
    if line.lemmas[verb.head] in _SUPPOSE and verb.first == 0 and line.tags[verb.head] == "VB":
        return True
    return line.lemmas[verb.head] in _WISHING and group.tense == "present" and not group.perfect


def called_to(line: Line, group: Predicate) -> Predicate | None:
    """The verb of whoever wrote, called or went somewhere to say something: "[radioed] the port to say that P", "[took]
    to the radio to accuse"."""
    verb = line.labels.predicates[group.governor] if group.governor is not None else None
    if verb is None or group.form != "infinitive" or verb.form != "finite" or verb.modal or verb.negated:
        return None
    called = line.lemmas[group.head] == "say" and line.lemmas[verb.head] in _CALLING
    return verb if called or _is_sent(line, verb) else None


def _is_sent(line: Line, verb: Predicate) -> bool:
    """True for "issued a statement to", "used an interview to", "took to Twitter to", "took to the airwaves to"."""
    if line.lemmas[verb.head] == "take" and line.words[verb.last] == "to":
        stage = next((one for one in line.chunks if one.first == verb.last + 1), None)
        return stage is not None and (line.words[stage.head] in _STAGES or line.tags[stage.head][:3] == "NNP")
    objects = (head for one in verb.arguments if one.role == "ARG1" for head in one.heads)
    return line.lemmas[verb.head] in _SENDING and any(line.lemmas[head] in _SENT for head in objects)


def _others(line: Line, table: CueTable) -> Iterator[Hit]:
    """The cues that are no verbs: phrases, adverbs and nouns."""
    for i, (tag, word) in enumerate(zip(line.labels.tags, line.words, strict=False)):
        cues = table.nouns.get(line.lemmas[i]) if tag in _NOUNS else table.phrases.get(word) or table.adverbs.get(word)
        if cues and not line.quoted[i]:
            yield from _other(line, cues, i)


def _other(line: Line, cues: tuple[Cue, ...], i: int) -> Iterator[Hit]:
    for cue in cues:
        end = past(line, cue.words, i)
        if end is not None:
            yield Hit(cue, Words(i, end), i, end)
            return
