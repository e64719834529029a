"""Progress of long work, on the standard error and only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord.schema.summary import Progress

Told = Callable[[Progress], None]


class Latest:
    """Remembers how far the work is, for a message after an interrupt."""

    def __init__(self) -> None:
        self.progress = Progress(done=0, failed=0, item=None)

    def __call__(self, progress: Progress) -> None:
        self.progress = progress


@contextmanager
def shown(what: str, total: int | None, latest: Latest) -> Iterator[Told]:
    """A bar that is told of each item; without a total, a count. `latest` is told too."""
    if not sys.stderr.isatty():
        yield latest
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]}"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, failed="")

        def told(progress: Progress) -> None:
            latest(progress)
            failed = f"{progress.failed} not read" if progress.failed else ""
            bar.update(task, completed=progress.done, failed=failed)

        yield told
