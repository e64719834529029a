"""Origins and standing: who it comes from, and how an event stands."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.schema.reading import Reading
from onrecord.story.derive import derive
from onrecord.story.tellings import tellings
from tests.story.make import MEETING, PLAN, only_event, report

LONG = (
    f"{MEETING} They spoke of fish, of trade and of the road over the mountains, which is closed from autumn to spring."
)


def origins(*texts: str) -> list[str]:
    """The origins of the one event that reports of these texts tell of, each report in a paper of its own."""
    readings = [report(f"r{number}", text, outlet=f"Paper {number}") for number, text in enumerate(texts)]
    return sorted(origin.id for origin in only_event(*readings).origins)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([MEETING, "Ada Brandt met Bo Lind."], ["outlet:paper-0", "outlet:paper-1"]),
        (["Cai Holm said Ada Brandt met Bo Lind.", "Cai Holm said Bo Lind met Ada Brandt."], ["cai-holm"]),
        (["Cai Holm said Ada Brandt met Bo Lind.", "Ada Brandt said Bo Lind met Ada Brandt."], ["ada-brandt"]),
        (["Officials said Ada Brandt met Bo Lind."], ["outlet:paper-0"]),
        (["Harbour Police said Ada Brandt met Bo Lind.", "Harbour Police said Bo Lind met Ada Brandt."],
         ["r0#harbour-police"]),
        (["Lakeside News, citing officials, said Ada Brandt met Bo Lind.", "Bo Lind met Ada Brandt."],
         ["lakeside-news", "outlet:paper-1"]),
        (["Ada Brandt met Bo Lind. (Harbour Agency)", "Bo Lind met Ada Brandt. (Harbour Agency)"], ["harbour-agency"]),
        (["Reportedly Ada Brandt met Bo Lind."], []),
        (["Cai Holm would not confirm Ada Brandt met Bo Lind.", "Bo Lind met Ada Brandt."], ["outlet:paper-1"]),
        (["Cai Holm denied Ada Brandt met Bo Lind.", "Bo Lind met Ada Brandt."], ["outlet:paper-1"]),
        ([LONG, LONG], ["outlet:paper-0"]),
        (["In short Ada Brandt met Bo Lind in Oslo on 2024-03-10 over fish.", "Ada Brandt met Bo Lind in Oslo on "
          "2024-03-10 over fish. It rained, and the streets of the town were empty."], ["outlet:paper-0"]),
        ([LONG, LONG + " (Harbour Agency)"], ["harbour-agency"]),
    ],
)  # fmt: skip
def test_origins(texts: list[str], expected: list[str]) -> None:
    """Copies, agency credits and citations are followed back; a state's word counts once, hearsay not at all."""
    assert origins(*texts) == expected


def test_an_outlet_is_the_same_whether_it_reports_or_is_cited() -> None:
    """A paper's own report and another paper's citation of it are one origin."""
    own = report("a", "Ada Brandt met Bo Lind.", outlet="The Lakeside News")
    citing = report("b", "Lakeside News said Ada Brandt met Bo Lind.", outlet="Fjord Post")
    assert [origin.id for origin in only_event(own, citing).origins] == ["lakeside-news"]


@pytest.mark.parametrize(
    ("texts", "status", "disputed"),
    [
        ([PLAN], "planned", False),
        ([PLAN, MEETING], "happened", False),
        ([MEETING, PLAN], "happened", False),
        ([MEETING, "Cai Holm denied Ada Brandt met Bo Lind on 2024-03-10."], "happened", True),
        (["Cai Holm denied Ada Brandt met Bo Lind on 2024-03-10."], "denied", False),
        ([PLAN, "Ada Brandt did not meet Bo Lind on 2024-03-10."], "not_happened", False),
        ([MEETING, "Ada Brandt did not meet Bo Lind on 2024-03-10."], "not_happened", True),
        ([PLAN, "Cai Holm would not confirm Ada Brandt will meet Bo Lind on 2024-03-10."], "planned", False),
        (["Bo Lind is meeting Ada Brandt on 2024-03-10.", MEETING], "happened", False),
        ([MEETING, "Bo Lind met Ada Brandt in Oslo.", "Bo Lind is meeting Ada Brandt."], "happened", False),
        ([PLAN, "Bo Lind may meet Ada Brandt on 2024-03-10."], "possible", False),
        (["Bo Lind may meet Ada Brandt on 2024-03-10.", PLAN, "Bo Lind will meet Ada Brandt."], "planned", False),
    ],
)
def test_status(texts: list[str], status: str, disputed: bool) -> None:
    """Facts end plans, denials overrule nobody, more origins count more and later ones on a tie."""
    readings = [
        report(f"r{number}", text, f"2024-03-{number + 9:02}", f"Paper {number}") for number, text in enumerate(texts)
    ]
    event = only_event(*readings)
    assert (event.status, event.disputed) == (status, disputed)


def test_each_origin_counts_once_by_its_latest_word() -> None:
    """A paper that wrote `may` twice and then `will` says `will`."""
    texts = ["Ada Brandt may meet Bo Lind.", "Bo Lind may meet Ada Brandt.", "Ada Brandt will meet Bo Lind."]
    readings = [report(f"r{number}", text, f"2024-03-{number + 1:02}") for number, text in enumerate(texts)]
    assert only_event(*readings).status == "planned"


def test_the_time_that_most_origins_tell() -> None:
    """Of two days told of a plan the one with more origins stands; the place that is told stands."""
    days = ["2024-03-12", "2024-03-13", "2024-03-13"]
    readings = [
        report(f"r{number}", f"Ada Brandt will meet Bo Lind on {day}.", "2024-03-10", f"Paper {number}")
        for number, day in enumerate(days)
    ]
    event = only_event(*readings, report("p", "Ada Brandt will meet Bo Lind in Oslo.", outlet="Paper 9"))
    assert (event.from_, event.to, event.place) == ("2024-03-13", "2024-03-14", "oslo")


def test_an_event_is_named_by_its_earliest_telling() -> None:
    """The id is that of the earliest mention, by publication and then by id."""
    assert only_event(report("z", PLAN, "2024-03-01"), report("a", MEETING)).id == "z#e0"
    assert only_event(report("b", PLAN), report("a", MEETING)).id == "a#e0"


def test_confirmations_and_denials_are_named() -> None:
    """Statements that confirm or deny are listed with the event, and answer what was said before."""
    readings = [
        report("a", "Officials said Ada Brandt met Bo Lind on 2024-03-10.", "2024-03-10"),
        report("b", "Cai Holm confirmed Ada Brandt met Bo Lind on 2024-03-10.", "2024-03-11"),
        report("c", "Bo Lind denied Ada Brandt met Bo Lind on 2024-03-10.", "2024-03-12"),
        report("d", "Officials said Ada Brandt met Bo Lind in Oslo on 2024-03-10.", "2024-03-13"),
    ]
    event = only_event(*readings)
    assert (event.confirmed_by, event.denied_by) == (("b#s0",), ("c#s0",))
    answers = {row.id: [(a.statement, a.kind) for a in row.answers] for row in derive(readings).statements}
    assert answers["b#s0"] == [("a#s0", "confirms")]
    assert answers["c#s0"] == [("a#s0", "denies")]
    assert answers["d#s0"] == []


def test_of_one_day_the_firmer_plan_counts() -> None:
    """Which report comes first on a day says nothing: what one calls planned and one possible is planned."""
    may = report("z", "Bo Lind may meet Ada Brandt on 2024-03-10.", "2024-03-05", "Fjord Post")
    assert only_event(report("a", PLAN, "2024-03-05"), may).status == "planned"


def test_who_announced_has_not_told_that_it_happened() -> None:
    """The number of origins is that of those who tell the event as it stands; the others are listed."""
    event = only_event(report("a", PLAN, "2024-03-05"), report("b", MEETING, "2024-03-11", "Fjord Post"))
    assert event.status == "happened"
    assert (event.independent_origins, len(event.origins)) == (1, 2)


WARNING = """{"id":"%s","reader":{"version":"1","model":"","tables":""},
"article":{"text":"Norway warned Sweden of a fine.",
"outlet":"%s","published":"2024-03-10","language":"en","sha256":"","title":null,"url":null,"dateline":null,
"credits":[]},
"actors":{"nor":{"name":"Norway","kind":"country","country":"NOR"},"swe":{"name":"Sweden","kind":"country",
"country":"SWE"}},"statements":[{"id":"s0","source":{"spans":[[0,6]],"actors":["nor"]},"cue":[[7,13]],
"content":[[24,30]],"quote":"indirect","stance":"warns","part":"body"}],"events":[{"id":"e0","type":"THREATEN",
"status":"happened","predicate":[[7,13]],"actors":["nor"],"recipients":["swe"],"evidence":[[0,31]],"part":"body",
"confidence":0.9,"time":{"value":"2024-03-10","from":"2024-03-10","to":"2024-03-11","precision":"day"}}]}"""


def test_who_warns_is_the_origin_of_the_warning() -> None:
    """What is said in public comes from the one who says it, however many papers heard it."""
    papers = [msgspec.json.decode(WARNING % (name, f"Paper {name}"), type=Reading) for name in ("a", "b")]
    (event,) = derive(papers).events
    assert [(origin.id, origin.reports) for origin in event.origins] == [("nor", ("a", "b"))]


FLIGHT = """{"id":"a","reader":{"version":"1","model":"","tables":""},
"article":{"text":"Ada Brandt flew into Oslo.",
"outlet":"Fjord Post","published":"2024-03-10","language":"en","sha256":"","title":null,"url":null,"dateline":null,
"credits":[]},
"gazetteer":{"oslo":{"name":"Oslo","kind":"capital","country":"NOR"}},
"actors":{"ada":{"name":"Ada Brandt","kind":"person","country":%s,"sectors":["GOV"]}},
"events":[{"id":"e0","type":"CONSULT","mode":"visit","status":"happened","predicate":[[11,15]],"actors":["ada"],
"recipients":[],"place":"oslo","evidence":[[0,26]],"part":"body","confidence":0.9}]}"""


@pytest.mark.parametrize(("country", "parties"), [('"SWE"', ["ada", "nor"]), ('"NOR"', ["ada"]), ("null", ["ada"])])
def test_a_visit_to_a_place_is_one_to_its_state(country: str, parties: list[str]) -> None:
    """Who flies into a capital visits that state, unless it is his own, or his own is not known."""
    (telling,) = tellings(msgspec.json.decode(FLIGHT % country, type=Reading))
    assert [party.id for party in telling.parties] == parties
    assert telling.recipients == ()


@pytest.mark.parametrize(("published", "events"), [("2024-03-12", 1), ("2024-03-19", 2)])
def test_no_meeting_now_does_not_deny_an_earlier_one(published: str, events: int) -> None:
    """Where neither gives a day, what did not happen is what others told of a few days ago, and no earlier thing."""
    told = report("a", "Ada Brandt met Bo Lind.", "2024-03-10")
    later = report("b", "Ada Brandt did not meet Bo Lind.", published, "Fjord Post")
    assert len(derive([told, later]).events) == events


def test_nobody_meets_alone() -> None:
    """Of a mutual event with one named party the unnamed one stands too."""
    event = only_event(report("a", "Ada Brandt met officials."))
    assert event.actors == ("ada-brandt", "a#officials")


def test_one_voice_is_no_dispute() -> None:
    """What two papers read differently from the words of one speaker is not denied by another."""
    said = report("a", f"Cai Holm said {MEETING}")
    denied = report("b", f"Cai Holm denied {MEETING}", outlet="Fjord Post")
    other = report("c", f"Bo Lind denied {MEETING}", outlet="Strait Times")
    assert not only_event(said, denied).disputed
    assert only_event(said, denied, other).disputed
