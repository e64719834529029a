"""Parts: words of a sentence as a line of their own."""

from __future__ import annotations

from onrecord.schema.article import Article
from onrecord.schema.span import Span
from onrecord.segment import segment
from onrecord.statements.line import Line, lines
from onrecord.statements.parts import clipped, part
from onrecord.tagger import label

TEXT = 'The pilot, the airline said, had told "the tower" that he was late.'


def line_of(text: str) -> Line:
    document = segment(Article(id="a", text=text))
    (line,) = lines(document, label(document), document.quotations)
    return line


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


def test_a_part_has_the_words_of_its_spans_without_quotation_marks() -> None:
    """They stand side by side, and none counts as quoted."""
    found = part(line_of(TEXT), spans("The pilot", 'had told "the tower" that he was late'))
    assert found is not None
    assert " ".join(found.words[: found.end]) == "the pilot had told the tower that he was late"
    assert not any(found.quoted)


def test_a_part_keeps_the_places_of_its_words() -> None:
    """So that what is found in it can be cut from the text."""
    found = part(line_of(TEXT), spans("he was late"))
    assert found is not None
    assert [TEXT[token.start : token.end] for token in found.sentence.tokens] == ["he", "was", "late"]


def test_predicates_of_a_part_hang_on_each_other_alone() -> None:
    """What they hang on outside of it is left out, and all numbers count from its first word."""
    found = part(line_of(TEXT), spans("The pilot", "had told", "that he was late"))
    assert found is not None
    told, late = found.labels.predicates
    assert (found.words[told.head], told.governor, found.words[late.head]) == ("told", None, "late")
    assert all(0 <= one.first <= one.head < one.last <= found.end for one in (told, late))


def test_no_words_no_part() -> None:
    """A stretch without a token makes none."""
    assert part(line_of(TEXT), (Span(3, 4),)) is None


def test_spans_are_clipped_to_others() -> None:
    """What lies between or behind these is left out."""
    assert clipped((Span(2, 9),), (Span(0, 4), Span(6, 8))) == (Span(2, 4), Span(6, 8))
