"""The tables of cues: they load, their rows make sense, and a broken one is refused by file and line."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge import cues
from onrecord.schema.statement import Stance

ROW = "claim\tverb\tasserts\t-\tquote that np~\tsubj\tto\tThe pilot claimed that the light was green."


def test_the_bundled_cues_have_no_faults() -> None:
    """Every example has its cue, no cue stands twice, none can never count."""
    assert cues.lint() == []


def test_there_are_more_than_four_hundred_cues_of_every_stance() -> None:
    """The table covers the stances of the contract."""
    table = cues.load()
    found = [
        cue
        for kind in (table.verbs, table.nouns, table.phrases, table.adverbs)
        for many in kind.values()
        for cue in many
    ]
    assert len(found) > 400
    assert {stance for cue in found for stance in (cue.stance, cue.negated)} >= set(get_args(Stance))


def test_a_cue_of_more_words_stands_before_the_shorter_one() -> None:
    """So that the first that fits is the longest ("decline to comment", not "decline")."""
    words = [cue.words for cue in cues.load().verbs["decline"]]
    assert words == sorted(words, key=len, reverse=True)


def test_an_unsure_complement_is_marked() -> None:
    """A tilde in the table makes a complement that counts only where words are quoted."""
    cue = cues.parse(ROW, "", "").verbs["claim"][0]
    assert [(one.kind, one.sure) for one in cue.complements] == [("quote", True), ("that", True), ("np", False)]
    assert cue.takes("to") is None


@pytest.mark.parametrize("wrong", ["verbs", "asserting", "obj-from", "subject"])
def test_a_wrong_cell_names_file_and_line(wrong: str) -> None:
    """An unknown part of speech, stance, complement or slot is refused."""
    right = {"verbs": "verb", "asserting": "asserts", "obj-from": "np~", "subject": "subj"}[wrong]
    with pytest.raises(KnowledgeError, match=r"cues\.tsv, line 2"):
        cues.parse("# head\n" + ROW.replace(right, wrong, 1), "", "")


def test_a_channel_without_a_name_is_refused() -> None:
    """The name is what a reader of the record sees."""
    with pytest.raises(KnowledgeError, match=r"cues_channels\.tsv, line 1"):
        cues.parse("", "", "press release")
