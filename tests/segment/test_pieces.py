"""Properties of segmentation: whatever the text, its pieces are the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema.article import Article
from onrecord.segment import segment

NEWS = st.lists(
    st.sampled_from(
        [
            "The U.S. said",
            " Mr. Ode",
            " went.",
            "\n\n",
            "“No,”",
            " he said.",
            '"',
            "’",
            "'",
            " Sept. 3",
            "\n",
            "KYIV (AP) - ",
            "?",
            " ",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(st.text(max_size=400), NEWS))
def test_the_blocks_put_together_are_the_text(text: str) -> None:
    """Blocks cover a text in order and without gaps."""
    document = segment(Article(id="a", text=text))
    assert "".join(block.span.cut(text) for block in document.blocks) == text


@given(st.one_of(st.text(max_size=400), NEWS))
def test_tokens_are_the_text_without_its_spaces(text: str) -> None:
    """Every token is cut from the text at its offsets, and between tokens of a sentence only spaces are left out."""
    document = segment(Article(id="a", text=text))
    for sentence in document.sentences:
        assert all(text[token.start : token.end] == token.text for token in sentence.tokens)
        gaps = pairwise(sentence.tokens)
        assert all(not text[a.end : b.start].strip() for a, b in gaps)


@given(st.one_of(st.text(max_size=400), NEWS))
def test_sentences_stand_in_order_and_do_not_overlap(text: str) -> None:
    """A sentence ends before the next one begins."""
    sentences = segment(Article(id="a", text=text)).sentences
    assert all(a.end <= b.start for a, b in pairwise(sentences))


@given(st.one_of(st.text(max_size=400), NEWS))
def test_quotations_lie_within_their_marks(text: str) -> None:
    """The inner span of a quotation lies within the outer one."""
    for quotation in segment(Article(id="a", text=text)).quotations:
        assert quotation.outer.contains(quotation.inner)


def test_ten_thousand_characters_without_a_space_are_read() -> None:
    """A text without spaces, emoji and right-to-left letters cost nothing but their own reading."""
    text = "x" * 10_000 + " 👩‍🚒 שלום " + "é" * 100
    assert segment(Article(id="a", text=text)).sentences
