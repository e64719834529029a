"""Growth: what one more report costs a record, and each of a hundred more, by the record's size; the curves as a plot
(SVG). What is derived is brought up to date each time.

The records are measured in turn, so that what else the machine does bears on all of them alike.

python -m benchmarks.growth docs/growth.svg             # some ten minutes: 50,000 reports are made and worked in
python -m benchmarks.growth docs/growth.svg FOLDER      # keeps the records there, and uses those that it finds
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec

from benchmarks.invented import READER, Told, reports
from onrecord.record import Record
from onrecord.schema.reading import Reading
from onrecord.store.store import Store, insert_reading, insert_report

SIZES = (5_000, 10_000, 20_000, 50_000)
PROBES = 40
MANY = 100
ROUNDS = 3
WIDTH, HEIGHT, MARGIN = 640, 360, 60


class Point(msgspec.Struct, frozen=True):
    """What a record of so many reports costs, in seconds of the processor: one more report, each of a hundred more at
    once, and a brief."""

    reports: int
    one: float
    of_many: float
    brief: float


def measure(
    sizes: tuple[int, ...] = SIZES, plot: Path | None = None, folder: Path | None = None
) -> Mapping[str, float]:
    """The costs at each size (medians of some probes), and those at the last size to those at the first; with `plot`,
    the curves go into that file. The reports are invented, and their reading costs nothing. Records are made in
    `folder`, where one that is there is used, by default in one that is taken away."""
    with tempfile.TemporaryDirectory() as own:
        points = curve(sizes, folder or Path(own))
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


def curve(sizes: tuple[int, ...], folder: Path) -> tuple[Point, ...]:
    """The costs at each size."""
    before = None
    for size in sizes:
        before = grown(folder / f"{size}.db", size, before)
    with ExitStack() as stack:
        probes = [Probe(stack.enter_context(opened(folder / f"{size}.db"))) for size in sizes]
        ones = [[probe.add(1) for probe in probes] for _ in range(PROBES + 1)][1:]  # The first opens the file.
        many = [[probe.add(MANY) for probe in probes] for _ in range(ROUNDS)]
        briefs = [cost(probe.record.record.brief) for probe in probes]
    return tuple(
        Point(size, median(one), median(each) / MANY, brief)
        for size, one, each, brief in zip(sizes, zip(*ones, strict=True), zip(*many, strict=True), briefs, strict=True)
    )


class Opened(msgspec.Struct):
    """A record with the readings of what will be added to it, by id."""

    record: Record
    readings: dict[str, Reading]


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """A record of invented reports."""
    readings: dict[str, Reading] = {}
    with Record(path, read=lambda article: readings[article.id], reader=READER) as record:
        yield Opened(record, readings)


class Probe:
    """Adds to a record the reports that come next."""

    def __init__(self, record: Opened) -> None:
        self.record = record
        self._next = islice(reports(), len(record.record.reports()), None)

    def add(self, many: int) -> float:
        """Adds some, and returns what that cost."""
        some = tuple(islice(self._next, many))
        self.record.readings.update((told.article.id, told.reading) for told in some)
        return cost(lambda: self.record.record.add([told.article for told in some]))


def grown(path: Path, size: int, before: Path | None) -> Path:
    """A record of so many reports, which grows from a smaller one; one that is there is left as it is."""
    if not path.exists():
        if before is not None:
            shutil.copyfile(before, path)
        with opened(path) as new:
            stored = len(new.record.reports())
        put(path, islice(reports(), stored, size))
        with opened(path) as new:
            new.record.add([])  # What was put there is worked in.
        print(f"made a record of {size:,} reports", file=sys.stderr, flush=True)
    return path


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
    given = [Path(name) for name in sys.argv[1:3]]
    found = measure(plot=given[0] if given else None, folder=given[1] if len(given) > 1 else None)
    for label, value in found.items():
        print(f"{label:<70}{value:>10.2f}")
