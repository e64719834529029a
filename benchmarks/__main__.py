"""Print one table of quality, speed and memory.

python -m benchmarks                       # everything, on ../shared
python -m benchmarks ../shared --only cases "status pairs"
python -m benchmarks ../shared --problems cases
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import basil, cameo, chains, copies, coreference, growth, mentions, quality, speed, ties, times_worst
from onrecord.pipeline import reader

Taken = Callable[[Path], Mapping[str, float | int | None]]
OWN: Mapping[str, Taken] = {
    "chains, blind": lambda _: chains.measure(),
    "mentions, blind": lambda _: mentions.measure(),
    "coreference, GUM dev": coreference.measure,
    "events, CAMEO sentences": cameo.measure,
    "ties of times, MEANTIME": ties.measure,
    "times, worst rules": lambda _: times_worst.measure(),
    "copies, Reuters": copies.measure,
    "copies, speed": copies.measure_speed,
    "story, kim-putin": lambda corpora: copies.measure_story(corpora, corpora / "stories" / "kim-putin"),
    "stories, blind": copies.measure_blind,
    "stories, dev": copies.measure_development,
    "growth": lambda _: growth.measure(),
    "stories, BASIL among 1,800": basil.measure,
}
"""What this project measures by itself. The blind sets were written without sight of the rules, see FROZEN.md."""


def main() -> None:
    args = _arguments()
    if not (args.corpora / "score").is_dir():
        sys.exit(f"{args.corpora}: no folder `score` in it. Name the folder that holds the corpora and the scorers.")
    if args.problems:
        _problems(args.corpora, args.problems, args.keep)
        return
    chosen = [m for m in quality.MEASURES if not args.only or m.name in args.only]
    found: dict[str, dict[str, float | int | None]] = {}
    for measure in chosen:
        print(f"reading {measure.name} ...", file=sys.stderr, flush=True)
        try:
            found[measure.name] = dict(measure.figures(quality.score(args.corpora, measure, args.keep)))
        except quality.ScorerError as problem:
            print(f"{measure.name} is left out: {problem}", file=sys.stderr)
    for name, taken in OWN.items():
        if not args.only or name in args.only:
            print(f"measuring {name} ...", file=sys.stderr, flush=True)
            found[name] = dict(taken(args.corpora))
    if not args.only or "speed" in args.only:
        found["speed"] = _speed(args.corpora)
    print(json.dumps(found, indent=1) if args.json else _table(found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = ", ".join([*(m.name for m in quality.MEASURES), *OWN])
    parser.add_argument(
        "corpora", nargs="?", type=Path, default=Path("../shared"), help="folder with data, cases, score"
    )
    parser.add_argument("--only", nargs="+", metavar="NAME", help=f"only these: {names}, speed")
    parser.add_argument("--problems", metavar="NAME", help="what is missing or wrong in a measure, line by line")
    parser.add_argument("--keep", type=Path, help="a folder in which the readings stay")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args()


def _problems(corpora: Path, name: str, keep: Path | None) -> None:
    measure = next((m for m in quality.MEASURES if m.name == name), None)
    if measure is None:
        sys.exit(f"{name}: no such measure; there are {', '.join(m.name for m in quality.MEASURES)}.")
    result = quality.score(corpora, measure, keep)
    print("\n".join(result.get("problems", [])) or json.dumps(result, indent=1))


def _speed(corpora: Path) -> dict[str, float | int | None]:
    print("reading for speed ...", file=sys.stderr, flush=True)
    measured = speed.measure(corpora)
    return {
        **{f"{name}, ms an article of 500 words": value for name, value in measured.stages.items()},
        **{f"peak memory once {name} has run, MB": value for name, value in measured.memory.items()},
        "times alone, articles of 600 words a second": 1000 / (measured.stages["times"] * 600 / speed.WORDS),
        "articles of 500 words a second": measured.articles,
        "peak memory, MB": measured.megabytes,
        "onrecord --help, s": speed.start_up([*speed.onrecord_command(), "--help"]),
    }


def _table(found: dict[str, dict[str, float | int | None]]) -> str:
    made = reader()
    lines = [f"onrecord {made.version}, tagger {made.model}, tables {made.tables}", ""]
    for name, figures in found.items():
        lines.append(name)
        for label, value in figures.items():
            shown = "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
            lines.append(f"  {label:<60}{shown:>9}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
