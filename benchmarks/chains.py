"""Chains: the frozen passages in which statements stand in each other, `chains.jsonl`.

A gold statement is found by a statement whose cue overlaps its own, or else whose source and content do. Asked of it:
the source's words overlap (or neither has any), it stands within the statement found for the gold one around it, `via`
names the right ones, the stance. A passage is right where all of that but the stance holds of each statement.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord import pipeline
from onrecord.acquire import text
from onrecord.schema.reading import Reading
from onrecord.schema.span import Span, Spans
from onrecord.schema.statement import Statement

FILE = Path(__file__).parent / "chains.jsonl"
_SAME = 0.5
Row = dict[str, Any]


def measure(path: Path = FILE) -> dict[str, float]:
    """Shares of the gold statements found and right, and of the passages right in every link."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    asked = [asked_of(row, read(row)) for row in rows]
    told = [answers for passage in asked for answers in passage]
    keys = ("found", "source", "within", "via", "stance")
    shares = {key: sum(answers[key] for answers in told) / len(told) for key in keys}
    right = [all(a[key] for a in passage for key in keys[:-1]) for passage in asked]
    return shares | {"passages right in every link": sum(right) / len(right)}


def read(row: Row) -> Reading:
    return pipeline.read(text.article(row["text"], id=row["id"], published=row["published"]))


def asked_of(row: Row, reading: Reading) -> list[Mapping[str, bool]]:
    """For each gold statement what is right of it."""
    gold = {one["key"]: one for one in row["statements"]}
    found = {key: _match(one, reading.statements) for key, one in gold.items()}
    return [_answers(one, found, reading) for one in gold.values()]


def _answers(gold: Row, found: Mapping[str, Statement | None], reading: Reading) -> Mapping[str, bool]:
    said = found[gold["key"]]
    if said is None:
        return dict.fromkeys(("found", "source", "within", "via", "stance"), False)
    around = found[gold["within"]] if gold["within"] else None
    return {
        "found": True,
        "source": _same_words(_spans(gold["at"]["source"]), said.source.spans),
        "within": said.within == (around.id if around else None),
        "via": _via(gold, said, reading),
        "stance": said.stance in (gold["stance"], *gold.get("accept", {}).get("stance", ())),
    }


def _match(gold: Row, statements: Sequence[Statement]) -> Statement | None:
    by_cue = (s for s in statements if _overlap(_spans(gold["at"]["cue"]), s.cue))
    by_words = (
        s
        for s in statements
        if _same_words(_spans(gold["at"]["source"]), s.source.spans)
        and _jaccard(_spans(gold["at"]["content"]), s.content) >= _SAME
    )
    return next(by_cue, None) or next(by_words, None)


def _via(gold: Row, said: Statement, reading: Reading) -> bool:
    """True where each one named between the source and the article is the actor of the gold words, in order."""
    wanted = [Span(*place) for place in gold["at"]["via"]]
    if len(wanted) != len(said.via):
        return False
    return all(
        any(m.actor == actor and m.start < span.end and span.start < m.end for m in reading.mentions)
        for actor, span in zip(said.via, wanted, strict=True)
    )


def _spans(value: Any) -> Spans:
    """One place, several, or none."""
    if not value:
        return ()
    return tuple(Span(*place) for place in ([value] if isinstance(value[0], int) else value))


def _overlap(a: Spans, b: Spans) -> bool:
    return any(one.overlaps(other) for one in a for other in b)


def _same_words(a: Spans, b: Spans) -> bool:
    return _overlap(a, b) or not (a or b)


def _jaccard(a: Spans, b: Spans) -> float:
    one, other = ({i for span in spans for i in range(span.start, span.end)} for spans in (a, b))
    return len(one & other) / len(one | other) if one | other else 0.0
