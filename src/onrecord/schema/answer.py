"""Answer: what one statement does to another."""

from __future__ import annotations

from typing import Literal

import msgspec

AnswerKind = Literal["confirms", "denies", "corrects", "retracts", "declines"]


class Answer(msgspec.Struct, frozen=True):
    """The statement that is answered, and how. A refusal to comment (`declines`) is never a denial."""

    statement: str
    kind: AnswerKind
