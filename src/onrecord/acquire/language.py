"""The language of a text: a test for English function words first, py3langid for the rest.

The test comes first because loading the model takes a second and 80 MB, which a reader of English news need not spend.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_LOOK_AT_FIRST, _LOOK_AT = 1_000, 2_000
_FEWEST_LETTERS = 20
# The model guesses on short texts ("Ministers meet in Geneva" is Dutch to it): there it must be surer.
_SHORT, _SURE_SHORT, _SURE = 200, 0.8, 0.5
# Tables of results and of prices are in no language; the model takes them for Nigerian Pidgin.
_LETTERS_A_DIGIT = 3
_NO_LANGUAGE = "zxx"
_LAST_LATIN = "\u024f"

# Words that English uses all the time and that no other language written in Latin letters uses often.
_DISTINCT = frozenset(
    "the and that said with which this they their from were been have would after who than about while could before "
    "when where what should because being these those whether through during against between into has had".split()
)
_COMMON = frozenset("a an of to in on at by for is was are be as it its he his she her not or but will i we no".split())
_DISTINCT_SHARE, _COMMON_SHARE = 0.05, 0.2


def detect(text: str) -> str | None:
    """The code of a text's language, by its first 2,000 characters; None where it cannot be told.

    Codes are ISO 639-1, and ISO 639-3 where a language has only that ("pcm"). English is told from one plain sentence
    on ("The minister visited Seoul."). Fewer than 20 letters, a table of numbers and a short text that could be in
    several languages give None.
    """
    head = text[:_LOOK_AT]
    if _is_english(text[:_LOOK_AT_FIRST]) or _is_english(head):
        return "en"
    letters, digits = sum(map(str.isalpha, head)), sum(map(str.isdigit, head))
    if letters < _FEWEST_LETTERS or letters < _LETTERS_A_DIGIT * digits:
        return None
    code, probability = _identifier().classify(head)
    return code if probability >= _sure_enough(head, letters) and code != _NO_LANGUAGE else None


def _sure_enough(text: str, letters: int) -> float:
    """How probable a language has to be. What is written in other letters is surely not English, whichever it is."""
    if sum(char > _LAST_LATIN and char.isalpha() for char in text) > letters / 2:
        return 0.0
    return _SURE_SHORT if len(text) < _SHORT else _SURE


def _is_english(text: str) -> bool:
    words = text.lower().split()
    distinct = sum(word in _DISTINCT for word in words)
    common = sum(word in _COMMON for word in words)
    return (
        distinct > 0
        and distinct >= _DISTINCT_SHARE * len(words)
        and distinct + common >= _COMMON_SHARE * len(words)
        and len(words) > 2
    )


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
