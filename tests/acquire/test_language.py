"""The language of a text."""

import sys

import pytest

from onrecord.acquire.language import _identifier, detect


def test_one_plain_sentence_is_english() -> None:
    """Function words tell English from one sentence on, without the model."""
    _identifier.cache_clear()
    assert detect("The minister visited Seoul.") == "en"
    assert _identifier.cache_info().currsize == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Minister sprach am Montag mit den Arbeitern im Hafen und sagte, dass der Streik vorbei ist.", "de"),
        ("Le ministre s'est rendu lundi au port pour parler aux ouvriers, selon un communiqué.", "fr"),
        ("Министр прибыл в понедельник в порт.", "ru"),
        ("部长星期一抵达日内瓦举行会谈，双方讨论了港口罢工问题。", "zh"),
        (
            "El ministro habló el lunes con los trabajadores, según The Gulf Post, y dijo que la huelga ha terminado.",
            "es",
        ),
    ],
)
def test_other_languages(text: str, code: str) -> None:
    """Other languages are told, an English name in them or not."""
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", "Talks resumed.", "Shr 33 cts vs 28 cts Net 3,722,000 vs 3,103,000", "!!! ???"])
def test_unknown(text: str) -> None:
    """Too few letters and tables of numbers are in no known language."""
    assert detect(text) is None


def test_the_model_is_loaded_on_demand() -> None:
    """Importing the module loads no model."""
    assert "onrecord.acquire.language" in sys.modules
    _identifier.cache_clear()
    detect("The council and the ministry said that they have agreed.")
    assert _identifier.cache_info().misses == 0
