"""Quality: the reader's rows against the gold of the development corpora, by the scorers that come with them."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from onrecord import pipeline
from onrecord.acquire import jsonl
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading, Unread

Result = dict[str, Any]


class Measure(msgspec.Struct, frozen=True):
    """One corpus with its scorer: the module of the scorer, the gold file, and the figures to show."""

    name: str
    scorer: str
    gold: str
    figures: Callable[[Result], Mapping[str, float | int | None]]


def _times(result: Result) -> Mapping[str, float | None]:
    return {
        "relaxed F1": result["relaxed"]["f1"],
        "strict F1": result["strict"]["f1"],
        "value F1": result["value"]["f1"],
    }


def _attribution(result: Result) -> Mapping[str, float | None]:
    kinds = ("all", "direct", "mixed", "indirect")
    return {
        **{f"attribution F1 {kind}": result["attribution"][kind]["f1"] for kind in kinds},
        "attribution precision": result["attribution"]["all"]["precision"],
        "source F1": result["exact"]["source"]["f1"],
        "cue F1": result["exact"]["cue"]["f1"],
        "content F1, trimmed": result["trimmed"]["content"]["f1"],
    }


def _places(result: Result) -> Mapping[str, float | None]:
    return {
        "name F1": result["exact"]["f1"],
        "accuracy within 161 km": result["resolution"]["accuracy_161"],
        "found and placed": result["found_and_placed"],
        "country right, of found": result["resolution"]["country_accuracy"],
    }


def _status(result: Result) -> Mapping[str, float | None]:
    return {name: result[name] for name in ("found", "status", "negated", "type", "source_present", "source")}


def _cases(result: Result) -> Mapping[str, float | int | None]:
    sections = result["sections"]
    rows = {f"{name} {key}": found[key] for name, found in sections.items() for key in ("recall", "field_accuracy")}
    return {
        **rows,
        "event precision": result["event_precision"],
        "place precision": result["place_precision"],
        "told as happened": result["false_happened"],
    }


def _events(result: Result) -> Mapping[str, float | None]:
    keys = ("type_recall", "type_precision", "type_share", "accuracy", "macro_f1")
    both = {"type with both parties F1": result["event"]["f1"]} if "event" in result else {}
    both |= {"type with both parties recall": result["event"]["recall"]} if both else {}
    return {key.replace("_", " "): result[key] for key in keys if key in result} | both


MEASURES = (
    Measure("cases", "case", "cases", _cases),
    Measure("flagship", "case", "cases/kim-putin-2023-09-05", _cases),
    Measure("status pairs", "status", "cases/status_dev.jsonl", _status),
    Measure("status sentences, blind", "status", str(Path(__file__).parent / "status_sentences.jsonl"), _status),
    Measure("times, TimeBank", "times", "data/timex_timebank.jsonl.gz", _times),
    Measure("times, AQUAINT", "times", "data/timex_aquaint.jsonl.gz", _times),
    Measure("times, MEANTIME", "times", "data/timex_meantime.jsonl.gz", _times),
    Measure("times, WikiWars", "times", "data/timex_wikiwars.jsonl.gz", _times),
    Measure("attributions, PolNeAR dev", "attribution", "data/polnear_dev.jsonl.gz", _attribution),
    Measure("places, TR-News", "geo", "data/geo_trnews.jsonl.gz", _places),
    Measure("places, LGL", "geo", "data/geo_lgl.jsonl.gz", _places),
    Measure("events, PLOVER gold half", "events", "data/plover_gsr_dev.jsonl.gz", _events),
    Measure("events, PLV", "events", "data/plv_dev.jsonl.gz", _events),
)


def score(corpora: Path, measure: Measure, keep: Path | None = None) -> Result:
    """The scorer's result for one corpus. `keep` is a folder in which the readings stay."""
    lines = _scorer(corpora, "docs", measure.gold).splitlines()
    with tempfile.TemporaryDirectory() as folder:
        gold = str(_with_values(corpora / measure.gold, Path(folder))) if measure.scorer == "times" else measure.gold
        path = (keep or Path(folder)) / f"{measure.name.replace(' ', '-').replace(',', '')}.jsonl"
        with path.open("wb") as out:
            for reading in readings(lines):
                out.write(msgspec.json.encode(reading) + b"\n")
        result: Result = json.loads(_scorer(corpora, measure.scorer, gold, str(path), "--json"))
    return result


def _with_values(gold: Path, folder: Path) -> Path:
    """A gold file of times in which every expression has a value; where one has none (68 in WikiWars), an empty one
    stands in a copy, which no answer is equal to."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if all("value" in timex for row in rows for timex in row["timex"]):
        return gold.resolve()
    filled = folder / "gold.jsonl"
    filled.write_text("".join(json.dumps(valued(row)) + "\n" for row in rows), encoding="utf-8")
    return filled


def valued(row: Result) -> Result:
    """A gold row in which an expression without a value has an empty one."""
    return {**row, "timex": [{"value": "", **timex} for timex in row["timex"]]}


def scored(corpora: Path, scorer: str, gold: Path, found: Path) -> Result:
    """The scorer's result for a gold file and rows that stand anywhere."""
    result: Result = json.loads(_scorer(corpora, scorer, str(gold), str(found), "--json"))
    return result


def readings(lines: list[str]) -> Iterator[Reading | Unread]:
    """The readings of JSON Lines, as `onrecord read --format jsonl` makes them."""
    for line in lines:
        article = jsonl.row(line)
        yield pipeline.read(article) if isinstance(article, Article) else article


class ScorerError(Exception):
    """A scorer failed; the message has its last line."""


def _scorer(corpora: Path, module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", f"score.{module}", *arguments]
    done = subprocess.run(command, cwd=corpora, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ScorerError(f"score.{module} failed: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout
