"""Reading in processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.errors import OnRecordError, UsageError
from onrecord.record import Record
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading, Unread
from onrecord.workers.reading import read_all
from tests.fake_reader import READER, article, read


def broken(item: Article) -> Reading:
    """A reader that cannot be imported under its name."""
    raise AssertionError


broken.__qualname__ = "nowhere"


def test_processes_read_as_this_one_does() -> None:
    """The outcomes are the same, in the same order, however many processes read."""
    articles = [article(f"a{number}", f"Ada Brandt met Bo Lind on 2024-03-{number:02}.") for number in range(1, 12)]
    assert list(read_all(articles, read, 2)) == list(read_all(articles, read, 0))


def test_a_crash_names_its_article() -> None:
    """A worker that dies names the article that it read; a fresh one reads the others."""
    texts = ["Nothing.", "CRASH", "FAULT", "CRASH", "Nothing."]
    outcomes = list(read_all([article(str(number), text) for number, text in enumerate(texts)], read, 2))
    failed = {outcome.article.id: outcome.result.error for outcome in outcomes if isinstance(outcome.result, Unread)}
    assert sorted(failed) == ["1", "2", "3"]
    assert "exit status 3" in failed["1"]
    assert failed["2"] == "ValueError: no such word"


def test_half_a_surrogate_pair_is_an_error_of_its_article() -> None:
    """A text that cannot be sent to a worker fails alone."""
    outcomes = list(read_all([article("a", "\ud83d"), article("b", "Nothing.")], read, 1))
    assert [type(outcome.result) for outcome in outcomes] == [Unread, Reading]


def test_a_worker_that_cannot_start_says_why() -> None:
    """A reader that cannot be imported is an error, with the reason."""
    with pytest.raises(OnRecordError, match=r"could not start .+nowhere"):
        list(read_all([article("a", "Nothing.")], broken, 1))


def test_a_reader_without_a_name_is_refused() -> None:
    """A reader that no other process could import is refused before anything starts."""
    with pytest.raises(UsageError, match="workers=0"):
        list(read_all([article("a", "Nothing.")], lambda item: read(item), 1))
    with pytest.raises(UsageError, match="0 or more"):
        read_all([], read, -1)


INTERRUPTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # A shell's background jobs ignore it.
sys.path[:0] = {path!r}
from onrecord.record import Record
from tests.fake_reader import READER, article, read
articles = [article("a", "Nothing."), article("b", "Nothing."), *(article(f"s{{n}}", "SLOW") for n in range(50))]
with Record({record!r}, read=read, reader=READER) as record:
    record.add(articles, workers=2, on_progress=lambda progress: print(progress.done, flush=True))
"""


@pytest.mark.skipif(os.name == "nt", reason="interrupts are POSIX's")
def test_an_interrupt_keeps_what_was_stored(tmp_path: Path) -> None:
    """Ctrl-C ends all processes at once, and what was stored before is there."""
    path = tmp_path / "record.db"
    program = INTERRUPTED.format(path=sys.path, record=str(path))
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        for _ in range(2):
            process.stdout.readline()
        begun = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert b"KeyboardInterrupt" in errors
    assert time.monotonic() - begun < 5
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    with Record(path, read=read, reader=READER) as record:
        assert {"a", "b"} <= {report.id for report in record.reports()}
        assert record.check().sound


AT_ONCE = """
import io, sys, threading
sys.path[:0] = {path!r}
from onrecord.workers.messages import Answer, receive, send
stream = io.BytesIO()
send(stream, Answer(error="it is late"))
start, found = threading.Barrier(8), []
def ask():
    start.wait()
    found.append(receive(io.BytesIO(stream.getvalue()), Answer).error)
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(found))
"""


def test_answers_that_come_at_once() -> None:
    """The first answers of all workers may be read by several threads at the same time."""
    for _ in range(5):
        done = subprocess.run([sys.executable, "-c", AT_ONCE.format(path=sys.path)], capture_output=True, check=False)
        assert (done.returncode, done.stdout.strip()) == (0, b"8"), done.stderr
