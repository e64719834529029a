"""Marked: the attributions of the network put together with those of the grammar.

The network finds more, and its sources and contents end where people let them end. It marks only the outermost of
attributions that stand in each other, and it takes intentions and votes for speech; the grammar knows the words that
report. So what both find takes its words from the network, what the network finds alone needs a reporting word or a
quotation, and what the grammar finds alone is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.knowledge import cues
from onrecord.knowledge.cues import CueTable
from onrecord.schema.labels import Attributed, Predicate
from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Document, Quotation
from onrecord.statements import lexis
from onrecord.statements.attribution import Attribution
from onrecord.statements.cleaned import clean, is_quoted, timely
from onrecord.statements.disowned import parted
from onrecord.statements.empty import CLAUSES, is_claim, is_nothing_said, is_sure
from onrecord.statements.grammar import sources
from onrecord.statements.grammar.found import RELATIVE, TOLD
from onrecord.statements.grammar.hits import NOBODY, Hit, hits, is_unsaid
from onrecord.statements.line import Line, Words

_RELATIVE = re.compile(r"(?:who|which)\b")
_MOSTLY = 0.35
_WHOLLY = 0.95
_NEGATIONS = frozenset(["not", "never"])
_SHOWING = frozenset(["show", "reveal", "indicate", "suggest", "demonstrate", "prove"])
_FIRST_PERSONS = frozenset(["i", "we", "you"])
_TRACES = frozenset(["omen", "sign", "symptom", "trace"])
_NO_HEARSAY = frozenset(["know", "call", "dub", "name", "title"])
_RELATIVES = frozenset(["who", "which", "that", "whom"])
# Where the source is no subject, and where a noun says what is said, the network mistakes who and what: it takes
# "reported, citing an aide" for words of the outlet.
_GRAMMAR_ALONE = frozenset([TOLD, RELATIVE, "adverb", "noun", "as-saying", "passive-to"])


def joined(
    document: Document,
    lines: Sequence[Line],
    quotations: Sequence[Quotation],
    marked: Sequence[Attributed],
    found: Sequence[Attribution],
) -> tuple[Attribution, ...]:
    """The attributions of both, in the order of their cues: `marked` by the network, `found` by the grammar."""
    matched: dict[int, Attribution] = {}
    result: list[Attribution] = []
    marked = [parted(lines[one.sentence], one) for one in marked]
    cleaned = [clean(document, lines[one.sentence], quotations, one) for one in marked]
    cleaned = [one for one in cleaned if not _is_time(lines[one.sentence], one.content)]
    for one in _without_shared(document, cleaned):
        inner = any(_holds(outer.content, one.cue[0].start) for outer in cleaned)
        match = next((i for i, other in enumerate(found) if i not in matched and _share_cue(one, other)), None)
        if match is not None:
            clear = timely(lines[one.sentence], one)
            here = document.sentences[one.sentence].span
            matched[match] = found[match] if inner else _both(document.text, quotations, here, clear, found[match])
        elif (own := _alone(lines[one.sentence], quotations, one, sure=inner)) is not None:
            result.append(own)
    rest = [other for i, other in enumerate(found) if i not in matched]
    found_all = [*matched.values(), *rest]
    told = [other for other in found_all if not _is_told_already(other, [*found_all, *result])]
    alone = [one for one in result if not any(_says_same(one, other) for other in told)]
    both = [*_without_marks(document.text, alone), *told]
    return tuple(sorted([one for one in both if not _is_said_by(one, both)], key=lambda one: one.cue))


def _is_time(line: Line, content: Spans) -> bool:
    """True for a day that the network takes for what is said: "a version his aide denied [the same evening]"."""
    tokens = line.inside(content[0]) if len(content) == 1 else range(0)
    chunk = line.chunk_of[tokens.start] if tokens else None
    return chunk is not None and chunk.last == tokens.stop and lexis.is_time(line, tokens.start)


def _is_said_by(one: Attribution, others: Sequence[Attribution]) -> bool:
    """True where all that is said begins with another cue of the same source: "wrote to Rome [asking] it to"."""
    start = one.content[0].start
    return any(o is not one and o.cue[0].start == start and o.source == one.source for o in others)


def _without_marks(text: str, alone: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without a colon for a cue where a verb is it: "Said Prieto: “...”"."""
    verbs = [one for one in alone if one.cue[0].cut(text) != ":"]
    return [one for one in alone if one in verbs or not any(_says_same(one, verb) for verb in verbs)]


def _says_same(one: Attribution, other: Attribution) -> bool:
    return one.source == other.source and one.content == other.content


# --- the network's own -----------------------------------------------------------------------------------------------


def _without_shared(document: Document, marked: Sequence[Attributed]) -> Iterator[Attributed]:
    """Those that say something, without the words of other sentences that have an attribution of their own."""
    for one in marked:
        own = document.sentences[one.sentence].span
        others = [s for other in marked if other.sentence != one.sentence for s in other.content]
        content = tuple(s for s in one.content if s.overlaps(own) or not any(s.overlaps(o) for o in others))
        if content:
            yield msgspec.structs.replace(one, content=content)


def _is_told_already(noun: Attribution, others: Sequence[Attribution]) -> bool:
    """True for a noun for a saying whose source another cue has, with all that it says ("was warned in a report by the
    court that P"), and for one of nobody that is itself talked of ("rumours that P were denied")."""
    if not noun.rule.startswith("noun"):
        return False
    same = (one for one in others if one is not noun and one.source == noun.source)
    about = not noun.source and any(_is_all(noun, one) for one in others if one is not noun)
    again = (one for one in same if _covers(one.content, noun.content))
    return about or any(not _holds(one.content, noun.cue[0].start) for one in again)


def _is_all(noun: Attribution, other: Attribution) -> bool:
    """True where a noun for a saying, with what is said, is all that another one says."""
    begins = other.content[0].start == noun.cue[0].start
    return begins and other.content[-1].end <= noun.content[-1].end


# --- both, or one alone ----------------------------------------------------------------------------------------------


def _share_cue(one: Attributed, other: Attribution) -> bool:
    return any(a.overlaps(b) for a in one.cue for b in other.cue)


def _both(text: str, quotations: Sequence[Quotation], own: Span, one: Attributed, other: Attribution) -> Attribution:
    """The grammar's attribution in the words of the network; `own` is the sentence of the cue."""
    if other.rule in _GRAMMAR_ALONE:
        return other
    relative = len(one.source) == 1 and one.source[0].cut(text).lower() in _RELATIVES
    called = bool(one.source) and one.source[-1].end + 1 == other.cue[0].start and other.cue[0].cut(text)[-3:] == "ing"
    hears = called and not any(a.overlaps(b) for a in one.source for b in other.source)  # "messaged [a friend] saying"
    source = other.source if relative or hears or not one.source else one.source
    here = tuple(span for span in one.content if span.overlaps(own))
    exact = is_quoted(other.content, quotations, _WHOLLY) and not is_quoted(here, quotations, _WHOLLY)
    split = len(other.content) > 1 and all(any(o.contains(s) for o in other.content) for s in one.content)
    whole = _covers(one.cue, other.cue) and _holds(one.cue, other.cue[-1].end - 1)
    cue = one.cue if whole else other.cue
    infinitive = text.startswith(("to ", "not to "), one.content[0].start) and _covers(other.content, one.content)
    begins = one.content[0].start
    ahead = begins + len("that ") < other.content[0].start
    interrupted = other.rule in ("that", "obj-that") and other.cue[-1].end < begins
    aside = ahead and (interrupted or _RELATIVE.match(text, begins))
    content = other.content if exact or split or infinitive or aside else _filled(one, other)
    return msgspec.structs.replace(other, cue=cue, source=source, content=content)


def _filled(one: Attributed, other: Attribution) -> Spans:
    """The content of the network, with what stands between its parts where the grammar takes that for words said, too:
    "a report [by the daily] that P"."""
    aside = (*one.cue, *one.source, *other.cue, *other.source)
    result: list[Span] = []
    for span in one.content:
        gap = Span(result[-1].end, span.start) if result else span
        if result and any(s.contains(gap) for s in other.content) and not any(gap.overlaps(s) for s in aside):
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return tuple(result)


def _covers(spans: Spans, others: Spans) -> bool:
    """True where the spans hold more than half of the others."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in others)
    return 2 * shared > sum(span.end - span.start for span in others)


def _alone(line: Line, quotations: Sequence[Quotation], one: Attributed, *, sure: bool) -> Attribution | None:
    """What only the network finds; None where nothing but the network says that it is speech. With `sure`, for what is
    found within the words of another, the words said have to be a sure sign."""
    table = cues.load()
    under = [hit for hit in hits(line, table) if _holds(one.cue, line.starts[hit.head])]
    if any(hit.cue.takes("source") and sources.names_evidence(line, _past_from(line, hit), table) for hit in under):
        return None
    hit = next(iter(under), None)
    if not one.source and hit is not None:
        one = msgspec.structs.replace(one, source=_given_subject(line, hit))
    if not one.source and not _is_hearsay(line, hit, one):
        return None
    quoted = bool(one.source) and is_quoted(one.content, quotations, _MOSTLY)
    if (sure or not quoted) and not (
        _is_speech(line, hit, one, table, sure=sure) and _is_spoken_by(line, hit, one, table)
    ):
        return None
    return Attribution(
        sentence=one.sentence,
        cue=one.cue,
        source=one.source,
        content=one.content,
        listener=_listener(line, hit, one.content) if hit else None,
        negated=hit.negated if hit else False,
        rule="network",
    )


def _past_from(line: Line, hit: Hit) -> int:
    """The token behind a cue, past the "from" of "quoting from a letter"."""
    return hit.after + (line.words[hit.after] == "from")


def _given_subject(line: Line, hit: Hit) -> Spans:
    """The subject that a participle has from another verb: "[Lima] seized the ship, saying that"."""
    if hit.group is None or hit.group.form != "gerund" or hit.passive:
        return ()
    given = (a for a in hit.group.arguments if a.role == "ARG0" and a.last <= hit.group.first)
    spoken = (a for a in given if sources.can_speak(line, Words(a.first, a.last), cues.load()))
    return tuple(line.sentence.slice(a.first, a.last) for a in list(spoken)[:1])


def _is_hearsay(line: Line, hit: Hit | None, one: Attributed) -> bool:
    """True where a cue reports though nobody is named for it: "was accused of", "is expected to"; not "questions about
    his health", "has not been charged", "better known as", "was pledged more than"."""
    if hit is None or hit.negated or hit.cue.pos == "noun" or line.lemmas[hit.head] in _NO_HEARSAY:
        return False
    if hit.group is not None and hit.group.first == 0 and line.tags[hit.head] == "VB":
        return False  # "Say the bank failed"
    if hit.cue.stance == "accuses" and hit.group is not None and hit.group.form == "gerund":
        return False  # "Blaming the clerk is easy"
    return hit.cue.stance == "accuses" or _has_verb(line, one.content)


def _has_verb(line: Line, content: Spans) -> bool:
    """True for a clause or an infinitive."""
    return any(line.is_finite(i) or line.tags[i] == "TO" for span in content for i in line.inside(span))


def _is_label(line: Line, named: range) -> bool:
    """True for a text that names what follows: "The report: a prosecutor resigns"."""
    chunk = line.chunk_of[named.start]
    return chunk is not None and cues.load().sources.get(line.lemmas[chunk.head].lower()) == "document"


def _is_speech(line: Line, hit: Hit | None, one: Attributed, table: CueTable, *, sure: bool) -> bool:
    """True for a cue with a reporting word; with an infinitive ("wants to", "is set to") only where that is a sure sign
    of speech, since most of these are intentions."""
    if _is_colon(line, one):
        named = line.inside(one.source[0])
        return (
            not sure and sources.can_speak(line, Words(named.start, named.stop), table) and not _is_label(line, named)
        )
    if not any(lexis.known(line, i, table) for span in one.cue for i in line.inside(span)):
        return False
    if any(line.lemmas[i] in _TRACES and line.tags[i][:2] == "NN" for span in one.cue for i in line.inside(span)):
        return False  # "showed no sign that he would resign"
    if hit is None and not _has_verb(line, one.content):
        return False  # "has record low support among", "handed in his report"
    under = (group for group in line.labels.predicates if _holds(one.cue, line.starts[group.head]))
    if any(is_unsaid(line, group, table) for group in under):
        return False
    first = line.at(one.content[0].start)
    kinds = _kinds(line, first, one.content[0]) if first is not None else ()
    if kinds == ("to",) and one.content[0].start > one.cue[-1].end + 1:
        kinds = ("to", "obj-to")
    if first is not None and hit is not None and is_nothing_said(line, hit, one, first, kinds):
        return False
    if first is not None and line.tags[first] == "WDT" and line.tags[first - 1] == "IN":
        return False  # "a statement in [which the army accused Seoul]"
    weak = sure or bool({"to", "obj-to"} & set(kinds))
    whole = (*kinds, "np") if kinds == ("obj-to",) else kinds  # "called for [footage to be released]"
    if first is not None and kinds == ("obj-to",) and line.quoted[line.inside(one.content[-1])[-1]]:
        whole = (*whole, "obj-adj")  # "called [the wish to leave] “a whim”"
    return not weak or any(hit is not None and is_sure(hit.cue, kind) for kind in whole)


def _is_object(group: Predicate | None, first: int, last: int) -> bool:
    """True where the object of a verb stands among the tokens."""
    objects = [one for one in group.arguments if one.role == "ARG1"] if group is not None else []
    return any(first <= head < last for one in objects for head in one.heads)


def _is_colon(line: Line, one: Attributed) -> bool:
    """True for "The mayor: the bridge is safe"."""
    at = line.at(one.cue[0].start)
    return at is not None and line.words[at] == ":" and bool(one.source) and line.at(one.source[-1].end - 1) == at - 1


def _is_spoken_by(line: Line, hit: Hit | None, one: Attributed, table: CueTable) -> bool:
    """False for the author, for whom a thing is said of ("politicians have been accused of"), and for a thing that only
    shows something ("images showed that")."""
    if not one.source:
        return True
    first, after = line.at(one.source[0].start), line.after(one.source[0].end)
    if first is None or line.words[first] in _FIRST_PERSONS or line.words[first] in NOBODY:
        return False
    if line.words[first - 1] == "let" or _is_expletive(line, hit, first):
        return False  # "let's call it"
    if hit is not None and sources.is_answered(line, first, hit.head):
        return False
    if hit is not None and hit.passive and _is_object(hit.group, first, after or line.end):
        return False
    phrase = line.chunk_of[first]
    if hit is not None and phrase is not None and phrase.first <= hit.head < phrase.last:
        return False  # "untrue claims that" is one phrase
    shows = hit is not None and (line.lemmas[hit.head] in _SHOWING or hit.cue.stance == "threatens")
    return not shows or sources.can_speak(line, Words(first, after or line.end), table)


def _is_expletive(line: Line, hit: Hit | None, first: int) -> bool:
    """True for the "it" of "it is certain that"."""
    return hit is not None and line.words[first] == "it" and line.tags[hit.head][:2] == "JJ"


def _kinds(line: Line, first: int, content: Span) -> tuple[str, ...]:
    """The kinds of complement, as the table of cues names them, that the words said can be."""
    if line.words[first] in _NEGATIONS:
        first += 1
    word, tag = line.words[first], line.tags[first]
    if tag == "TO":
        return ("to",)
    if tag == "VBG":
        return ("ger",)
    if tag in ("WP", "WDT", "WRB") or word in ("whether", "if"):
        return ("wh", "obj-wh")
    if is_claim(line, first):
        return ("np", "noun", word)
    inside = [i for i in range(first, line.end) if line.starts[i] < content.end]
    if any(line.is_finite(i) for i in inside) and not _is_described(line, first, inside):
        return CLAUSES
    infinitive = any(line.tags[i] == "TO" for i in inside)
    return ("obj-to",) if infinitive and line.chunk_of[first] is not None else ("np", "noun", word)


def _is_described(line: Line, first: int, inside: Sequence[int]) -> bool:
    """True for a noun phrase with a clause such as "a letter in which he denies it": no verb has it as its subject."""
    relative = next((i for i in inside if line.tags[i] in ("WDT", "WP")), line.end)
    if line.chunk_of[first] is None or line.tags[relative - 1] != "IN":
        return False
    verbs = [v for v in line.labels.predicates if v.form == "finite" and v.head in inside and v.relation != "relative"]
    heads = [line.labels.predicates[v.governor].head if v.governor is not None else 0 for v in verbs]
    return all(head > relative for head in heads)


def _holds(spans: Spans, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _listener(line: Line, hit: Hit, content: Spans) -> Span | None:
    """The words for the addressee: a noun phrase right after the cue, where the cue has its addressee there."""
    first = hit.after + (line.words[hit.after] == hit.cue.addressee)
    chunk = line.chunk_of[first]
    if hit.cue.addressee is None or chunk is None or lexis.is_time(line, first):
        return None
    if hit.cue.addressee != "obj" and first == hit.after:
        return None
    span = line.sentence.slice(chunk.first, chunk.last)
    return None if any(span.overlaps(said) for said in content) else span
