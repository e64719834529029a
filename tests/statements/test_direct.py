"""Direct speech: which words are quoted, by whom, and how far they go."""

from __future__ import annotations

import pytest

from tests.statements.reading import only, told


def test_a_quotation_and_who_said_it() -> None:
    """The comma and the marks are no part of what is said; the apposition is part of the words for the source."""
    row = only(told("“We wanted 20, we got 12,” said Awa Mbaye, deputy leader of the dockers’ union."))
    assert (row.source, row.cue) == ("Awa Mbaye, deputy leader of the dockers’ union", "said")
    assert (row.content, row.row.quote) == ("We wanted 20, we got 12", "direct")


def test_a_quotation_goes_on_behind_its_cue() -> None:
    """What follows in the same paragraph belongs to the statement that it continues."""
    row = only(told("“We are talking to all of them,” he said. “Why not? They live next door.”"))
    assert row.content == "We are talking to all of them Why not? They live next door."


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    """A paragraph that is not closed and one that opens anew are one speech."""
    row = only(told("“We asked for help,” the skipper said. “We got none.\n\n“They only watched.”"))
    assert row.content.endswith("We got none. They only watched.")


def test_a_new_attribution_is_not_a_continuation() -> None:
    """A second speaker in the same paragraph has a statement of their own."""
    rows = told("“It is late,” the pilot said. “It is early,” the mate said.")
    assert [(row.source, row.content) for row in rows] == [("the pilot", "It is late"), ("the mate", "It is early")]


def test_a_quotation_that_ends_with_a_question() -> None:
    """The speaker may stand in what the marks make a sentence of its own."""
    row = only(told("“Who has counted the dead?” Pascal Lomami asked."))
    assert (row.source, row.content) == ("Pascal Lomami", "Who has counted the dead?")


def test_words_before_a_full_quotation_are_not_said() -> None:
    """What introduces a quotation is the outlet's."""
    row = only(told("After the vote on Tuesday, “We have won,” Lena Ortega said."))
    assert row.content == "We have won"


def test_quoted_words_within_a_clause_make_it_mixed() -> None:
    """A mark at the edge of the content is dropped, its partner inside stays."""
    row = only(told('The treasurer wrote on X that the party had "not received one cent."'))
    assert (row.content, row.row.quote) == ('the party had "not received one cent.', "mixed")


@pytest.mark.parametrize("opening, closing", [("“", "”"), ('"', '"'), ("''", "''"), ("«", "»")])
def test_all_kinds_of_double_marks(opening: str, closing: str) -> None:
    """Whatever the outlet writes for a quotation mark."""
    row = only(told(f"{opening}The bridge is shut,{closing} the mayor said."))
    assert (row.content, row.row.quote) == ("The bridge is shut", "direct")


def test_a_quoted_title_is_no_speech() -> None:
    """Words in marks without a cue say nothing on anybody's word."""
    assert told("The play “The Last Ferry” opened in Oslo.") == ()


def test_a_paragraph_that_is_a_quotation() -> None:
    """It is the speech of the one who is quoted in the paragraph before."""
    row = only(told("“It is quiet now,” Mara Silić said.\n\n“People have gone back to work.”"))
    assert row.content == "It is quiet now People have gone back to work."


def test_a_paragraph_that_is_a_quotation_after_two_speakers() -> None:
    """Then nobody can tell whose it is."""
    rows = told("“It is quiet now,” Mara Silić said. “It is not,” Jon Vik said.\n\n“People have gone.”")
    assert [row.content for row in rows] == ["It is quiet now", "It is not"]
