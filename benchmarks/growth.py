"""Growth: what one more report costs a record, and each of a hundred more, by the record's size; the curves as a plot
(SVG). What is derived is brought up to date each time.

python -m benchmarks.growth docs/growth.svg     # some minutes: 50,000 reports are made and worked in
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec

from benchmarks.invented import READER, Told, reports
from onrecord.record import Record
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading
from onrecord.store.store import Store, insert_reading, insert_report

SIZES = (5_000, 10_000, 20_000, 50_000)
PROBES = 15
MANY = 100
WIDTH, HEIGHT, MARGIN = 640, 360, 60


class Point(msgspec.Struct, frozen=True):
    """What a record of so many reports costs, in seconds of the processor: one more report, each of a hundred more at
    once, and a brief."""

    reports: int
    one: float
    of_many: float
    brief: float


def measure(sizes: tuple[int, ...] = SIZES, plot: Path | None = None) -> Mapping[str, float]:
    """The costs at each size (medians of some probes), and those at the last size to those at the first; with `plot`,
    the curve goes into that file. The reports are invented, and their reading costs nothing."""
    points = tuple(curve(sizes))
    if plot is not None:
        plot.write_text(svg(points), encoding="utf-8")
    first, last = points[0], points[-1]
    span = f"at {last.reports:,} to that at {first.reports:,}"
    return {
        **{f"one more report at {point.reports:,}, ms": 1000 * point.one for point in points},
        **{f"each of {MANY} more at {point.reports:,}, ms": 1000 * point.of_many for point in points},
        **{f"a brief at {point.reports:,}, ms": 1000 * point.brief for point in points},
        f"one more report, the cost {span}": last.one / first.one,
        f"each of {MANY} more, the cost {span}": last.of_many / first.of_many,
    }


def curve(sizes: Iterable[int]) -> Iterator[Point]:
    """The costs, once a record has grown to each size."""
    made, readings = reports(), dict[str, Reading]()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.db"
        stored = 0
        for size in sizes:
            put(path, islice(made, size - stored))
            with Record(path, read=lambda article: readings[article.id], reader=READER) as record:
                record.add([])  # What was put there is worked in.
                costs = [cost(added(record, islice(made, 1), readings)) for _ in range(PROBES)]
                many = [cost(added(record, islice(made, MANY), readings)) for _ in range(3)]
                yield told(Point(size, median(costs), median(many) / MANY, cost(record.brief)))
            stored = size + PROBES + 3 * MANY
            readings.clear()


def told(point: Point) -> Point:
    """Says how far the growth is, for it takes a while."""
    print(f"{point.reports:,} reports: {1000 * point.one:.1f} ms for one more", file=sys.stderr, flush=True)
    return point


def put(path: Path, many: Iterator[Told]) -> None:
    """Puts reports with their readings into a record, a thousand a transaction, and derives nothing."""
    store = Store(path, create=True, wait=10)

    def insert(connection: sqlite3.Connection) -> bool:
        some = tuple(islice(many, 1000))
        for told in some:
            insert_report(connection, told.article.id, told.article)
            insert_reading(connection, told.article.id, told.reading)
        return bool(some)

    while store.database.write(insert):
        pass
    store.close()


def added(record: Record, many: Iterator[Told], readings: dict[str, Reading]) -> Callable[[], object]:
    """Adding some reports, whose readings are at hand."""
    articles: list[Article] = []
    for told in many:
        readings[told.article.id] = told.reading
        articles.append(told.article)
    return lambda: record.add(articles)


def cost(work: Callable[[], object]) -> float:
    """The seconds of this process that some work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def svg(points: tuple[Point, ...]) -> str:
    """The curves: reports across, milliseconds upwards, both from nought."""
    right, top = max(point.reports for point in points), max(max(point.one, point.of_many) for point in points)
    curves = (
        line(points, [point.one / top for point in points], [point.one for point in points], "one more report", "#06c"),
        line(
            points,
            [point.of_many / top for point in points],
            [point.of_many for point in points],
            f"each of {MANY} more at once",
            "#c60",
        ),
    )
    marks = "".join(
        f'<text x="{across(point.reports / right):.0f}" y="{HEIGHT - MARGIN + 18}" text-anchor="middle">'
        f"{point.reports:,}</text>"
        for point in points
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">'
        "<title>What one more report costs, by the number of reports</title>"
        f'<path d="M{MARGIN},{MARGIN} V{HEIGHT - MARGIN} H{WIDTH - MARGIN}" fill="none" stroke="#555"/>'
        f"{''.join(curves)}{marks}"
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 12}" text-anchor="middle">reports in the record</text></svg>\n'
    )


def line(points: tuple[Point, ...], shares: list[float], seconds: list[float], name: str, color: str) -> str:
    """One curve with its name and its costs; `shares` are the heights as parts of the whole."""
    right = max(point.reports for point in points)
    places = [(across(point.reports / right), upwards(share)) for point, share in zip(points, shares, strict=True)]
    dots = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="{color}"/>'
        f'<text x="{x:.0f}" y="{y - 8:.0f}" text-anchor="middle" fill="{color}">{1000 * cost:,.1f} ms</text>'
        for (x, y), cost in zip(places, seconds, strict=True)
    )
    path = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    x, y = places[-1]
    return (
        f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>{dots}'
        f'<text x="{x:.0f}" y="{y + 18:.0f}" text-anchor="end" fill="{color}">{name}</text>'
    )


def across(share: float) -> float:
    """A place from left to right."""
    return MARGIN + (WIDTH - 2 * MARGIN) * share


def upwards(share: float) -> float:
    """A place from the bottom to the top."""
    return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share


if __name__ == "__main__":
    for label, value in measure(plot=Path(sys.argv[1]) if len(sys.argv) > 1 else None).items():
        print(f"{label:<70}{value:>10.2f}")
