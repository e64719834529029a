"""Segment: an article cut into blocks, sentences, tokens and quotations, each with its offsets."""

from __future__ import annotations

from onrecord.schema.article import Article
from onrecord.schema.token import Block, Document, Part, Sentence, Token
from onrecord.segment import quotations, sentences
from onrecord.segment.blocks import layout
from onrecord.segment.tokens import tokenize

_PARTS: dict[str, Part] = {"title": "title", "body": "body", "caption": "caption"}


def segment(article: Article) -> Document:
    """Cut an article's text into pieces. Linear in its length; never fails.

    Sentences come from headlines, captions and body text; header lines, bylines, datelines and credits have none.
    """
    found = layout(article)
    read = [block for block in found.blocks if block.kind in _PARTS]
    paragraphs = [tokenize(article.text, block.span.start, block.span.end) for block in read]
    return Document(
        article=article,
        blocks=found.blocks,
        sentences=tuple(
            sentence
            for number, (block, tokens) in enumerate(zip(read, paragraphs, strict=True))
            for sentence in _sentences(block, tokens, number)
        ),
        quotations=quotations.find(article.text, paragraphs),
        dateline=found.dateline,
        credits=found.credits,
    )


def _sentences(block: Block, tokens: tuple[Token, ...], paragraph: int) -> list[Sentence]:
    part = _PARTS[block.kind]
    return [Sentence(s[0].start, s[-1].end, s, part, paragraph) for s in sentences.split(tokens)]
