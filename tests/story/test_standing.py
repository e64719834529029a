"""Origins and standing: who it comes from, and how an event stands."""

from __future__ import annotations

import pytest

from onrecord.story.derive import derive
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
