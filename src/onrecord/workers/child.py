"""The worker's side: `python -m onrecord.workers.child onrecord.pipeline:read`."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from itertools import count
from typing import IO, cast

from onrecord.schema.article import Article
from onrecord.schema.reading import Unread
from onrecord.workers.messages import Answer, Ready, receive, send
from onrecord.workers.reading import Read, attempt


def imported(name: str) -> Read:
    """The function that a name such as "onrecord.pipeline:read" stands for."""
    module, _, function = name.partition(":")
    return cast(Read, getattr(import_module(module), function))


def serve(requests: IO[bytes], answers: IO[bytes], read: Read) -> None:
    """Reads articles until there are no more.

    What the first has loaded (tables, weights) is kept out of the garbage collector's rounds, which saves a tenth of
    the time of the stages after the tagger.
    """
    send(answers, Ready())
    with suppress(EOFError):
        for number in count():
            result = attempt(receive(requests, Article), read)
            send(answers, Answer(error=result.error) if isinstance(result, Unread) else Answer(reading=result))
            if number == 0:
                gc.collect()
                gc.freeze()


def main() -> None:
    """Serves standard input and output; what a library prints goes to the error output instead."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with suppress(BrokenPipeError):  # The parent is gone.
        serve(requests, answers, imported(sys.argv[1]))


if __name__ == "__main__":
    main()
