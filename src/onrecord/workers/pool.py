"""The parent's side: a pool of worker processes, each waited for by a thread."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from queue import SimpleQueue
from typing import IO, cast

from onrecord.errors import OnRecordError, UsageError
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading, Unread
from onrecord.workers.messages import Answer, Ready, receive, send
from onrecord.workers.reading import Outcome, Read, reason

AHEAD = 4
"""How many articles a worker are taken from the source before their turn."""


def read_in_processes(articles: Iterable[Article], read: Read, workers: int) -> Generator[Outcome]:
    """Reads in processes; some articles ahead are under way while the first of them is awaited."""
    source = iter(articles)
    pool = Pool(workers, name_of(read))
    try:
        under_way = deque(pool.submit(article) for article in islice(source, AHEAD * workers))
        while under_way:
            yield under_way.popleft().result()
            under_way.extend(pool.submit(article) for article in islice(source, 1))
    finally:
        pool.close()


def name_of(read: Read) -> str:
    """The name by which another process can import a function: "onrecord.pipeline:read"."""
    module, name = getattr(read, "__module__", "__main__"), getattr(read, "__qualname__", "<")
    if module == "__main__" or "<" in name:
        raise UsageError("Workers need a reader that can be imported from a module; use workers=0.")
    return f"{module}:{name}"


class Pool:
    """Worker processes for one reader. A worker that dies is replaced, and its article is named."""

    def __init__(self, size: int, reader: str) -> None:
        self._reader = reader
        self._workers = [Worker(reader) for _ in range(size)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="onrecord-worker")
        self._closed = False

    def submit(self, article: Article) -> Future[Outcome]:
        """Hands an article to the next idle worker."""
        return self._threads.submit(self._read, article)

    def close(self) -> None:
        """Ends all workers, at once where they are still reading."""
        self._closed = True
        for worker in tuple(self._workers):
            worker.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def _read(self, article: Article) -> Outcome:
        worker = self._idle.get()
        try:
            return Outcome(article, worker.read(article))
        except UnicodeError as error:
            return Outcome(article, Unread(article.id, reason(error)))
        except EOFError:
            words = worker.last_words()
            worker = self._replaced(worker)
            return Outcome(article, Unread(article.id, f"the process that read it died ({words}). Please report it."))
        finally:
            self._idle.put(worker)

    def _replaced(self, worker: Worker) -> Worker:
        if self._closed:
            return worker
        fresh = Worker(self._reader)
        self._workers.append(fresh)
        return fresh


class Worker:
    """One process that reads. Its error output goes to a file without a name, for its last words."""

    def __init__(self, reader: str) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed in `close`)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "onrecord.workers.child", reader],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._input = cast(IO[bytes], self._process.stdin)
        self._output = cast(IO[bytes], self._process.stdout)
        self._ready = False

    def read(self, article: Article) -> Reading | Unread:
        """The worker's reading of an article. Raises EOFError where the worker dies of it."""
        if not self._ready:
            self._await_start()
        try:
            send(self._input, article)
        except BrokenPipeError as error:
            raise EOFError from error
        answer = receive(self._output, Answer)
        return answer.reading or Unread(article.id, answer.error or "it could not be read")

    def last_words(self) -> str:
        """How the process ended: its signal or exit status, and the last line of its error output."""
        status = self._process.wait()
        how = f"signal {-status}" if status < 0 else f"exit status {status}"
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return f"{how}: {lines[-1]}" if lines else how

    def kill(self) -> None:
        """Ends the process at once."""
        self._process.kill()

    def close(self) -> None:
        """Gives back what the dead process held."""
        self._process.wait()
        for stream in (self._input, self._output, self._errors):
            with suppress(OSError):  # What was not sent any more cannot be flushed.
                stream.close()

    def _await_start(self) -> None:
        try:
            receive(self._output, Ready)
        except EOFError:
            raise OnRecordError(f"A reading process could not start ({self.last_words()}).") from None
        self._ready = True
