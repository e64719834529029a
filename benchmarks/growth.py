"""Growth: what one more report costs a record, by its size, with all that is derived anew; a curve as a plot (SVG)."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import median

import msgspec

from onrecord.record import Record
from onrecord.schema.actor import Actor
from onrecord.schema.article import Article, ArticleInfo
from onrecord.schema.event import Event
from onrecord.schema.reading import Reader, Reading
from onrecord.schema.span import Span
from onrecord.schema.time import Dated

SIZES = (500, 1_000, 2_000, 4_000)
PROBES = 3
READER = Reader(version="growth", model="none", tables="none")
PEOPLE = 2_000
DAYS = 365
WIDTH, HEIGHT, MARGIN = 640, 360, 60


class Point(msgspec.Struct, frozen=True):
    """The seconds that one more report costs a record of so many."""

    reports: int
    seconds: float


def measure(sizes: tuple[int, ...] = SIZES, plot: Path | None = None) -> Mapping[str, float]:
    """The median cost of one more report at each size, and that of the last size to that of the first; with `plot`,
    the curve goes into that file. The reports are invented, and their reading costs nothing."""
    points = tuple(curve(sizes))
    if plot is not None:
        plot.write_text(svg(points), encoding="utf-8")
    costs = {f"one more report at {point.reports:,}, ms": 1000 * point.seconds for point in points}
    first, last = points[0], points[-1]
    return {**costs, f"the cost at {last.reports:,} to that at {first.reports:,}": last.seconds / first.seconds}


def curve(sizes: Iterable[int]) -> Iterator[Point]:
    """What one more report costs, once a record has grown to each size."""
    made = articles()
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.db", read=read, reader=READER) as record:
        stored = 0
        for size in sizes:
            record.add([next(made) for _ in range(size - stored)])
            stored = size + PROBES
            yield Point(size, median(cost(record, next(made)) for _ in range(PROBES)))


def cost(record: Record, article: Article) -> float:
    """The seconds of this process that it takes to add one report."""
    begun = time.process_time()
    record.add([article])
    return time.process_time() - begun


def articles(seed: int = 8) -> Iterator[Article]:
    """Invented reports of 40 words: two of some 2,000 people met on a day of one year, which three reports tell."""
    dice = random.Random(seed)
    number = 0
    while True:
        one, other = dice.sample(range(PEOPLE), 2)
        day = f"2024-{dice.randrange(12) + 1:02}-{dice.randrange(28) + 1:02}"
        for _ in range(3):
            words = " ".join(f"w{dice.randrange(20_000)}" for _ in range(36))
            text = f"p{one} met p{other} {words}."
            yield Article(id=f"r{number}", text=text, published=day, outlet=f"Paper {number % 40}")
            number += 1


def read(article: Article) -> Reading:
    """The reading of an invented report."""
    one, _, other, *_ = article.text.split()
    day = article.published or ""
    last = f"{day[:8]}{int(day[8:]) + 1:02}"
    return Reading(
        id=article.id,
        reader=READER,
        article=ArticleInfo(
            text=article.text,
            title=None,
            outlet=article.outlet,
            url=None,
            published=day,
            dateline=None,
            credits=(),
            language="en",
            sha256=article.sha256,
        ),
        actors={name: Actor(name=name, kind="person") for name in (one, other)},
        events=(
            Event(
                id="e0",
                type="CONSULT",
                status="happened",
                reciprocal=True,
                predicate=(Span(len(one) + 1, len(one) + 4),),
                actors=(one, other),
                recipients=(one, other),
                time=Dated(value=day, from_=day, to=last, precision="day"),
                evidence=(Span(0, len(article.text)),),
                part="body",
                confidence=0.9,
            ),
        ),
    )


def svg(points: tuple[Point, ...]) -> str:
    """The curve: reports across, milliseconds upwards, both from nought."""
    right, top = max(point.reports for point in points), max(point.seconds for point in points)
    places = [
        (
            MARGIN + (WIDTH - 2 * MARGIN) * point.reports / right,
            HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * point.seconds / top,
        )
        for point in points
    ]
    labels = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3"/>'
        f'<text x="{x:.0f}" y="{y - 8:.0f}" text-anchor="end">{1000 * point.seconds:,.0f} ms</text>'
        f'<text x="{x:.0f}" y="{HEIGHT - MARGIN + 18}" text-anchor="middle">{point.reports:,}</text>'
        for (x, y), point in zip(places, points, strict=True)
    )
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">'
        "<title>What one more report costs, by the number of reports</title>"
        f'<path d="M{MARGIN},{MARGIN} V{HEIGHT - MARGIN} H{WIDTH - MARGIN}" fill="none" stroke="#555"/>'
        f'<polyline points="{line}" fill="none" stroke="#06c" stroke-width="2"/>{labels}'
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 12}" text-anchor="middle">reports in the record</text></svg>\n'
    )
