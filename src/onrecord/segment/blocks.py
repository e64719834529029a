"""Blocks: the parts of a report that are not its running text, and the paragraphs that are.

Headlines, bylines, datelines, captions with their credits, the tails of agencies ("Reporting by ...") and what belongs
to the page ("SEE ALSO: ...", "Advertisement") are told apart by their form alone; a line that only looks a little like
one stays body text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from onrecord.schema.article import Article, CreditKind
from onrecord.schema.span import Span
from onrecord.schema.token import Block, BlockKind, CreditLine, DatelineWords
from onrecord.segment.datelines import CITY, DAY, dateline

_BLANK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n\s*")
_LINE = re.compile(r"\s*\n\s*")
_LINE_OF = re.compile(r"\S[^\n]*\S|\S")
_SENTENCE_END = re.compile(r"[.?!…:;][\"”’'»)\]]*\s*$|[\"”»]\s*$")

_NAME = r"[^\W\d_][\w.'’-]+"
_BYLINE = re.compile(r"(?:By|BY|From)\s+(?P<names>[A-ZÀ-Þ][^\n.!?]{2,150})$")
_STAFF = re.compile(
    r"(?P<names>[A-ZÀ-Þ][^\n.!?,]{2,60}),\s[^\n.!?]{0,60}(?:Correspondent|Reporter|Editor|Writer|Staff)\s*$"
)
_AGENCY_FIRST = re.compile(r"\((?P<agency>[A-Z][A-Za-z.& ]{1,20})\)\s*(?:--+|[—–―-])?\s*(?=[\"“‘'A-ZÀ-Þ])")
"""An opening with the agency alone: "(AFP) Gunmen ..."."""
_DATE_LINE = re.compile(rf"(?:(?P<place>{CITY})\s*(?:[—–―,]|-)\s+)?(?P<date>{DAY})$")
_CREDIT_IN_CAPTION = re.compile(
    r"\(?(?:Photo(?:graph(?:er)?)?|Picture|Image|Credit)s?\s*(?:by|:|credit:)\s*(?P<names>[^()\n]{2,120})\)?\.?\s*$|"
    r"(?:Previous Next\s+(?=\S)|(?=(?:REUTERS|AFP|AP)/))(?P<behind>[A-ZÀ-Þ][^().\n]{2,80})\s*$|"
    r"\bSource:\s*(?P<given>[A-ZÀ-Þ][^().\n]{2,80}(?:/|\svia\s)[^().\n]{2,80})\s*$|"
    r"\((?P<agencies>(?:[A-Z][\w.'’ -]+(?:/|\s+via\s+))+(?:AP|AFP|Reuters|REUTERS|Getty Images|EPA|Pool|Bloomberg|TASS)"
    r"[\w /-]*)\)\.?\s*$|"
    r"\((?P<wire>AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?)(?:\s+Photo[^()\n]{0,60})?\)\.?\s*$"
)
_SIGNED = re.compile(
    r"\((?!(?:ENDS?|MORE|Ends?|More)\))"
    r"(?P<wire>[A-ZÀ-Þ0-9][\w.&'’-]*(?:[ -](?:of |the )?[A-ZÀ-Þ0-9][\w.&'’-]*){0,3})\)\.?"
)
"""A last paragraph that is nothing but a name in brackets: the agency, or the paper, whose text it is."""
_TAIL = re.compile(
    r"[(\[—–-]*\s*(?:(?:additional |further )?reporting|writing|editing|compiled|edited|written|with reporting|"
    r"with files|with (?:inputs?|assistance))\s+(?:by|from)\b|Contributing:\s|"
    r"(?:•\s*)?(?:[A-ZÀ-Þ][\w.'’-]+,? (?:and )?){2,12}"
    r"contributed (?:reporting|(?:reporting )?to this (?:report|story|article))|"
    r"(?:The )?(?:Associated Press|AP|Reuters|AFP|Agence France-Presse|Bloomberg)(?: writers?[^.]{0,120})?"
    r"(?: also)? contributed to this (?:report|story|article)|"
    r"©|Copyright\b|\(c\) ?\d{4}|All rights reserved",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?:Copyright|©|\(c\))[\s©]*(?:(?:19|20)\d{2}(?:[-–]\d{2,4})?)?,?\s*(?:by\s+)?"
    r"(?P<name>(?:The |the )?[A-ZÀ-Þ][\w.&'’-]*(?:[ -](?:of |the )?[A-ZÀ-Þ][\w&'’-]*){0,4})"
)
"""Whose text a copyright line says it is."""
_SHOUTED = "SEE ALSO|READ (?:MORE|ALSO|NEXT)|FULL COVERAGE|RELATED (?:STORY|STORIES|ARTICLES?|NEWS)"
_INTRODUCED = (
    "R(?:EAD|ead)|RELATED|PHOTOS?|VIDEOS?|WATCH|LISTEN|GALLERY|SLIDESHOW|MORE(?: ON THIS)?|See also|"
    "Read (?:[Mm]ore|[Aa]lso|[Nn]ext)(?: about [^:.]{2,40})?|"
    "Related(?: (?:story|stories|articles?|news|coverage))?|Photos|Videos?|Watch|Listen|Slideshow|Full [Cc]overage|"
    "More(?: on this)?|More from [^:.]{2,40}|Also on [^:.]{2,40}|Further reading"
)
_LINK = re.compile(
    rf"\(?\s*(?:(?:(?:{_SHOUTED})\s*:?\s|(?:{_INTRODUCED})\s*:)[^.!?]{{0,200}}[.!?]?\)?|"
    r"(?:JUST|NOW|MUST) WATCH(?:ED)?\b.*|[^.!?]{10,200}\sRead more)$",
    re.DOTALL,
)
_CONTROL = re.compile(
    r"(?:(?:ad(?:vertisement)?\s*)+|story continue[ds]? below(?: advertisement)?|read more|close|loading|photos?|"
    r"(?:advertisement\s+)?continue reading(?: below| the main story)?|e-?mail|whatsapp|print|"
    r"updated at [\d:]+ [ap]\.?m.{0,12}|"
    r".{0,120}\b(?:delivered to your inbox|sign up for our newsletter|by signing up,? you agree)\b.{0,120}|"
    r"read or share this story:.*|can['’]t see the (?:video|graphic|image).{0,60}|listen to article.{0,100}|"
    r"(?:- )?follow the [^.]{2,40} on (?:twitter|facebook).{0,40}|(?:follow @\w+\s*)+|•(?:\s*•)+|"
    r"more on this|sign up (?:for|to) [^.]{2,60}|subscribe (?:now|to) ?[^.]{0,60}|slideshow \(\d+ images?\)|"
    r"\[?(?:pullquote|image|video)\]?|skip advertisement|follow us on twitter @\w+|share (?:this|on)[ :][^.]{2,40}|"
    r"click (?:here )?(?:for|to) [^.]{2,60}|enlarge this image.{0,200}|toggle caption.{0,120}|replay more videos.{0,60}"
    r"|analysis/opinion|[*_#-]{3,})[\s.:…]*$",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"(?:Hide caption|FILE(?: PHOTO)?|File photo)(?::|\s(?=[A-ZÀ-Þ]))\s*")
"""What stands before the words of a caption."""
_LABEL = re.compile(r"(?:Story highlights|KEY POINTS|Key points|HIGHLIGHTS|Highlights|EDITOR['’]S NOTE):?\s+(?=\S)")
"""What stands before the first words of a paragraph and belongs to the page."""
_TAIL_NAMES = re.compile(rf"(?:\bby|\bfrom|;|,|\band)\s+(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:\s+(?!in\b|at\b){_NAME}){{0,3}})")
_PLACE_TAIL = re.compile(r"\s+in\s+[A-ZÀ-Þ].*$")
_HEADLINE_LENGTH = 160
_PAGE_LENGTH = 240
_SHORT_WORD, _LEAST_LONG, _LARGE = 3, 3, 0.85
"""A headline has so many words of more than so many letters, and that share of them begins with a capital."""


class Layout(msgspec.Struct, frozen=True):
    """The blocks of a text, with the words of the dateline and the names that are credited."""

    blocks: tuple[Block, ...]
    dateline: DatelineWords | None
    credits: tuple[CreditLine, ...]


def layout(article: Article) -> Layout:
    """Cut an article's text into blocks that cover it without gaps."""
    text = article.text
    cuts: list[Block] = []
    credit_lines: list[CreditLine] = []
    written: DatelineWords | None = None
    if article.header_end:
        cuts.append(Block("header", Span(0, article.header_end)))
    seen_body = False
    spans = tuple(_paragraphs(text, article.header_end))
    for number, span in enumerate(spans):
        last = number == len(spans) - 1
        pieces = _pieces(text, span, article.title, seen_body=seen_body, last=last)
        for piece in pieces:
            credit_lines += _credits(text, piece)
            if piece.kind == "dateline" and written is None:
                written = _dateline_words(text, piece.span)
            seen_body = seen_body or piece.kind == "body"
        cuts += pieces
    return Layout(_without_gaps(cuts, len(text)), written, tuple(credit_lines))


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    """The paragraphs from `start`: parted by blank lines, or by line ends where lines are not wrapped."""
    breaks = _BLANK if _is_wrapped(text, start) else _LINE
    at = start
    for gap in breaks.finditer(text, start):
        yield from _trimmed(text, at, gap.start())
        at = gap.end()
    yield from _trimmed(text, at, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _is_wrapped(text: str, start: int) -> bool:
    """True where most lines within blank-line paragraphs end in the middle of a sentence and are short."""
    lines = [line for part in _BLANK.split(text[start:].strip()) for line in part.split("\n")[:-1]]
    if not lines:
        return True
    broken = sum(len(line) <= 100 and not _SENTENCE_END.search(line) for line in lines)
    return broken > len(lines) / 2


def _pieces(text: str, span: Span, title: str | None, *, seen_body: bool, last: bool) -> list[Block]:
    """The blocks of one paragraph."""
    words = span.cut(text)
    if _is_page(words):
        return [Block("page", span)]
    if (_TAIL.match(words) and len(words) < 400) or (seen_body and last and _SIGNED.fullmatch(words)):
        return [Block("credit", span)]
    credit = _CREDIT_IN_CAPTION.search(words) if len(words) < 1200 else None
    if credit:
        cut = span.start + credit.start()
        caption = [Block("caption", Span(span.start, cut))] if credit.start() else []
        return [*caption, Block("credit", Span(cut, span.end))]
    if picture := _PICTURE.match(words):
        cut = span.start + picture.end()
        return [Block("page", Span(span.start, cut)), Block("caption", Span(cut, span.end))]
    if label := _LABEL.match(words):
        cut = span.start + label.end()
        return [Block("page", Span(span.start, cut)), Block("body", Span(cut, span.end))]
    if seen_body:
        return [Block("page" if not last and _is_headline(words) else "body", span)]
    return _head_lines(text, span, title, last=last) or _opening(text, span)


def _is_page(words: str) -> bool:
    """True for a paragraph that is a link to another page, an advertisement or a control."""
    return len(words) <= _PAGE_LENGTH and bool(_LINK.match(words) or _CONTROL.match(words))


def _is_headline(words: str) -> bool:
    """True for the headline of another report, or of a section, amid the running text: its long words are written large
    and no stop ends it."""
    long = [word for word in words.split() if len(word) > _SHORT_WORD and word[0].isalpha()]
    large = sum(word[0].isupper() for word in long)
    return (
        len(words) <= _HEADLINE_LENGTH
        and len(long) >= _LEAST_LONG
        and large >= _LARGE * len(long)
        and not words.isupper()
        and not _SENTENCE_END.search(words)
    )


def _head_lines(text: str, span: Span, title: str | None, *, last: bool) -> list[Block]:
    """The blocks of a paragraph above the running text whose lines are headlines, bylines or dates; else none."""
    lines = [line for part in _LINE_OF.finditer(text, span.start, span.end) for line in [Span(*part.span())]]
    kinds = [_line_kind(line.cut(text), title, last=last) for line in lines]
    if None in kinds or len(lines) > 4:
        return []
    return [Block(kind, line) for kind, line in zip(kinds, lines, strict=True) if kind]


def _line_kind(words: str, title: str | None, *, last: bool) -> BlockKind | None:
    """The kind of a line above the running text, None where it could be running text."""
    if _BYLINE.match(words) or _STAFF.match(words):
        return "byline"
    if _DATE_LINE.match(words):
        return "dateline"
    if title is not None and words.casefold().rstrip(".") == title.casefold().rstrip("."):
        return "title"
    looks_so = not last and len(words) <= _HEADLINE_LENGTH and not _SENTENCE_END.search(words)
    return "title" if looks_so and len(words.split()) > 2 else None


def _opening(text: str, span: Span) -> list[Block]:
    """The first paragraph of the running text, its dateline cut off."""
    found = dateline(text, span.start, span.end)
    if not found:
        found = _AGENCY_FIRST.match(text, span.start, span.end)
    if not found:
        return [Block("body", span)]
    return [Block("dateline", Span(span.start, found.end())), Block("body", Span(found.end(), span.end))]


def _dateline_words(text: str, span: Span) -> DatelineWords | None:
    found = dateline(text, span.start) or _DATE_LINE.match(span.cut(text))
    if found is None:
        return None
    shift = span.start if found.re is _DATE_LINE else 0
    place, date = (_group_span(found, name, shift) for name in ("place", "date"))
    return DatelineWords(place, date)


def _group_span(found: re.Match[str], name: str, shift: int) -> Span | None:
    return Span(found.start(name) + shift, found.end(name) + shift) if found[name] else None


def _credits(text: str, block: Block) -> list[CreditLine]:
    """The names that a byline, a dateline, a caption's credit or a tail gives."""
    start, end = block.span.start, block.span.end
    if block.kind == "byline":
        found = _BYLINE.match(text[start:end].strip()) or _STAFF.match(text[start:end])
        return _split_names(text, start + found.start("names"), start + found.end("names"), "byline") if found else []
    if block.kind == "dateline":
        line = dateline(text, start) or _AGENCY_FIRST.match(text, start)
        return [CreditLine(Span(line.start("agency"), line.end("agency")), "wire")] if line and line["agency"] else []
    if block.kind != "credit":
        return []
    if signed := _SIGNED.fullmatch(text[start:end].strip()):
        return [CreditLine(Span(start + signed.start("wire"), start + signed.end("wire")), "wire")]
    if holder := _HOLDER.match(text, start, end):
        return [CreditLine(Span(holder.start("name"), holder.end("name")), "wire", sure=False)]
    photo = _CREDIT_IN_CAPTION.search(text[start:end])
    if photo and photo.start() == 0:
        group = next(name for name in ("names", "behind", "given", "agencies", "wire") if photo[name])
        return _split_names(text, start + photo.start(group), start + photo.end(group), "photo")
    return [CreditLine(Span(m.start("name"), m.end("name")), "byline") for m in _TAIL_NAMES.finditer(text, start, end)]


def _split_names(text: str, start: int, end: int, kind: CreditKind) -> list[CreditLine]:
    """The single names of "Ann Lee and Piet Hoek in Kampala" or of "A. PHOTOGRAPHER/POOL/AFP via Getty Images"."""
    found = []
    at = start
    for gap in [*re.finditer(r"\s*(?:,|;|/|\band\b|\bvia\b)\s*", text[start:end]), None]:
        stop = start + gap.start() if gap else end
        name = _PLACE_TAIL.sub("", text[at:stop]).strip()
        if name:
            offset = text.index(name, at)
            found.append(CreditLine(Span(offset, offset + len(name)), kind))
        at = start + gap.end() if gap else end
    return found


def _without_gaps(blocks: list[Block], length: int) -> tuple[Block, ...]:
    """The blocks stretched so that each one reaches to the next; what stands before the first belongs to it."""
    if not blocks:
        return (Block("body", Span(0, length)),) if length else ()
    starts = [0, *(block.span.start for block in blocks[1:]), length]
    return tuple(Block(b.kind, Span(starts[i], starts[i + 1])) for i, b in enumerate(blocks))
