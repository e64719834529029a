"""A small reading made by hand, with one row of each kind that a person sees."""

from __future__ import annotations

from onrecord.schema.actor import Actor
from onrecord.schema.article import ArticleInfo
from onrecord.schema.event import Event
from onrecord.schema.place import Place, PlaceMention
from onrecord.schema.reading import Reader, Reading
from onrecord.schema.span import Span
from onrecord.schema.statement import Source, Statement
from onrecord.schema.time import Dated, TimeExpression

TEXT = (
    "Ada Brandt will visit Bergen on Sunday, the harbour ministry said. "
    "Police arrested Cai Holm. "
    "“I never met Bo Lind,” Cai Holm told the Fjord Post."
)


def span(words: str) -> Span:
    """Where words of the text stand."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


SENTENCES = (
    span(TEXT[:66]),
    span("Police arrested Cai Holm."),
    span("“I never met Bo Lind,” Cai Holm told the Fjord Post."),
)
SUNDAY = Dated(
    value="2024-03-10", from_="2024-03-10", to="2024-03-11", precision="day", expressions=("t1",), tie="phrase"
)

MINISTRY = Statement(
    id="s1",
    source=Source((span("the harbour ministry"),), ("ministry",)),
    cue=(span("said"),),
    content=(span("Ada Brandt will visit Bergen on Sunday"),),
    quote="indirect",
    stance="asserts",
    part="body",
)
DENIAL = Statement(
    id="s2",
    source=Source((Span(TEXT.rindex("Cai Holm"), TEXT.rindex("Cai Holm") + 8),), ("holm",)),
    via=("post",),
    cue=(span("told"),),
    content=(span("I never met Bo Lind"),),
    quote="direct",
    stance="denies",
    channel="interview",
    part="body",
)
VISIT = Event(
    id="e1",
    type="CONSULT",
    mode="visit",
    status="planned",
    predicate=(span("visit"),),
    actors=("brandt",),
    time=SUNDAY,
    place="bergen",
    statement="s1",
    evidence=(SENTENCES[0],),
    part="body",
    confidence=0.9,
)
ARREST = Event(
    id="e2",
    type="COERCE",
    mode="arrest",
    status="happened",
    predicate=(span("arrested"),),
    actors=("police",),
    recipients=("holm",),
    evidence=(SENTENCES[1],),
    part="body",
    confidence=0.3,
)
MEETING = Event(
    id="e3",
    type="CONSULT",
    status="denied",
    reciprocal=True,
    predicate=(span("met"),),
    actors=("holm", "lind"),
    recipients=("holm", "lind"),
    statement="s2",
    evidence=(SENTENCES[2],),
    part="body",
    confidence=0.8,
)


def reading(*events: Event) -> Reading:
    """The reading with these events, by default with all of them."""
    return Reading(
        id="a1",
        reader=Reader("0", "none", "none"),
        article=ArticleInfo(
            text=TEXT,
            title="Visit to Bergen",
            outlet="Lakeside News",
            url=None,
            published="2024-03-08",
            dateline=None,
            credits=(),
            language="en",
            sha256="0",
        ),
        times=(
            TimeExpression(
                id="t1",
                start=span("Sunday").start,
                end=span("Sunday").end,
                text="Sunday",
                type="DATE",
                value="2024-03-10",
                from_="2024-03-10",
                to="2024-03-11",
                precision="day",
                rule="future",
            ),
        ),
        places=(
            PlaceMention(
                start=span("Bergen").start, end=span("Bergen").end, text="Bergen", place="bergen", use="place"
            ),
        ),
        gazetteer={"bergen": Place(name="Bergen", kind="city", country="NOR", lat=60.39, lon=5.32)},
        actors={
            "brandt": Actor(name="Ada Brandt", kind="person", country="NOR", sectors=("GOV",)),
            "holm": Actor(name="Cai Holm", kind="person"),
            "lind": Actor(name="Bo Lind", kind="person"),
            "ministry": Actor(name="harbour ministry", kind="organization", country="NOR", sectors=("GOV",)),
            "police": Actor(name="Police", kind="group", local=True),
            "post": Actor(name="Fjord Post", kind="outlet", sectors=("JRN",)),
        },
        statements=(MINISTRY, DENIAL),
        events=events or (VISIT, ARREST, MEETING),
    )
