"""Where sentences end, by what stands around a stop."""

from __future__ import annotations

import pytest

from onrecord.schema.article import Article
from onrecord.segment import segment


def sentences(text: str) -> list[str]:
    document = segment(Article(id="a", text=text))
    return [sentence.span.cut(text) for sentence in document.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Ade Okoro met Sen. Ruth Lind on Sept. 3 in St. Lucia.",
        "The U.S. Senate voted at 3 p.m. on Monday.",
        "Kim J. Parr of Ode Corp. said so.",
        "He paid 2.5 million for No. 7, i.e. the barge.",
        "The envoy wrote to www.example.org/a.b about it.",
    ],
)
def test_stops_of_short_forms_end_no_sentence(sentence: str) -> None:
    """Titles, initials, months, hours and addresses have stops within a sentence."""
    assert sentences(sentence) == [sentence]


def test_a_short_form_ends_a_sentence_before_an_opening_word() -> None:
    """After "U.S." or "p.m." a sentence ends where a usual opening word follows."""
    assert len(sentences("They flew to the U.S. The talks began at 3 p.m. He left.")) == 3


def test_a_question_in_quotation_marks_goes_on_with_its_speaker() -> None:
    """A question mark before a closing mark ends no sentence where small letters follow."""
    assert len(sentences("“Who counted them?” she asked. “Nobody,” he said.")) == 2


def test_closing_marks_belong_to_the_sentence_that_they_close() -> None:
    """The mark after a stop stands in the sentence before it."""
    assert sentences('"They left." He stayed.') == ['"They left."', "He stayed."]


def test_a_text_whose_line_breaks_were_lost() -> None:
    """A stop with a capitalised word right behind it ends a sentence; an even quotation mark there opens one."""
    text = 'The talks ended in Oslo.The envoys left."We go on," Lind said. "We must."He flew home."And so it ends."'
    assert sentences(text) == [
        "The talks ended in Oslo.",
        "The envoys left.",
        '"We go on," Lind said.',
        '"We must."',
        "He flew home.",
        '"And so it ends."',
    ]


@pytest.mark.parametrize("name", ["HealthCare.gov", "Booking.Com", "file.Ext", "3.5"])
def test_a_stop_within_a_name_ends_no_sentence(name: str) -> None:
    """Addresses and file names are no ends of sentences."""
    assert len(sentences(f"They opened {name} on Monday.")) == 1
