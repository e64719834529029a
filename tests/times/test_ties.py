"""To which predicate of its sentence a time belongs."""

from __future__ import annotations

import pytest

from onrecord.schema.article import Article
from onrecord.segment import segment
from onrecord.tagger import label
from onrecord.times import read, ties
from tests.times.reading import WEDNESDAY


def tied(text: str, published: str = WEDNESDAY) -> dict[str, list[str]]:
    """The words of each time (of a range, both), with the predicates to which they are tied."""
    document = segment(Article(id="a", text=text, published=published))
    labels = label(document)
    times = read(document, labels)
    words = {time.id: time.text for time in times}
    found: dict[str, list[str]] = {}
    for tie in ties(document, labels, times):
        predicate = labels.sentences[tie.sentence].predicates[tie.predicate]
        found.setdefault(" / ".join(words[id_] for id_ in tie.expressions), []).append(predicate.lemma)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met the mayor in Suva on Monday.", {"Monday": ["meet"]}),
        ("On Monday the envoys met the mayor in Suva.", {"Monday": ["meet"]}),
        ("The two leaders shook hands at the gate of the palace on 3 March.", {"3 March": ["shake"]}),
        ("The mayor spoke at Monday's talks.", {"Monday": ["talk"]}),
        ("Police fired on the crowd on Monday, killing two miners.", {"Monday": ["fire", "kill"]}),
        ("Two miners were arrested on Monday and charged with arson.", {"Monday": ["arrest", "charge"]}),
        ("The firm answered on Monday by closing the mine.", {"Monday": ["answer", "close"]}),
        ("The miners fled on Monday when the army stormed the pit.", {"Monday": ["flee", "storm"]}),
        ("The envoy came to Suva on Sunday and left on Monday.", {"Sunday": ["come"], "Monday": ["leave"]}),
        ("On Tuesday the mayor said that rebels had fled on Sunday.", {"Tuesday": ["say"], "Sunday": ["flee"]}),
    ],
)  # fmt: skip
def test_the_tree_ties_a_time_to_its_verb(text: str, expected: dict[str, list[str]]) -> None:
    """A time belongs to the verb or event noun on which it hangs, and to the clauses of the same time."""
    assert tied(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bank changed the law of 1994.",
        "The firm had its biggest loss since 2003.",
        "Prices rose more than in August.",
        "The miners want their pay before Friday.",
        "Petra Monday won.",
    ],
)
def test_a_time_that_dates_nothing_is_tied_to_nothing(text: str) -> None:
    """What a time only bounds, compares or tells of a noun has no date of it."""
    assert tied(text) == {}


def test_a_day_ahead_belongs_to_what_is_foretold() -> None:
    """A verb in the past has no day ahead of publication, but the infinitive below it."""
    assert tied("The rebels pledged to free the nurses on 15 September.") == {"15 September": ["free"]}
    assert tied("The rebels pledged 600 more tents by the end of the month.") == {}


def test_what_is_supposed_has_a_day_ahead_in_the_past_tense() -> None:
    """The tense of a condition or of what was said is that of its governor."""
    assert tied("The mayor said that he would quit unless they were freed by Friday.") == {"Friday": ["free"]}


def test_what_goes_on_has_a_day_since_when() -> None:
    """Only what lasts dates from "since"."""
    assert tied("The miners have been marching since Monday.") == {"Monday": ["march"]}
    assert tied("The miners marched home since Monday.") == {}


def test_a_day_that_is_over_belongs_to_no_aim() -> None:
    """Who agreed to a thing on a day that is over agreed then; what was fixed for that day keeps it."""
    assert tied("The synod agreed to free the monk on 4 September.") == {"4 September": ["agree"]}
    assert tied("The monk was scheduled to speak on 4 September.") == {"4 September": ["speak"]}


def test_the_two_ends_of_a_range_are_one_time() -> None:
    """A range is tied as a whole; what was moved from one day to another is no range."""
    assert tied("The fair was held from 3 May to 7 May.") == {"3 May / 7 May": ["hold"]}
    assert " / " not in " ".join(tied("The vote was moved from Monday to Friday."))


def test_a_listed_verb_with_a_time_of_its_own_shares_none() -> None:
    """ "Later" tells of another time, and a subject of its own opens another clause."""
    assert tied("He was freed on Monday and later fled to Lima.") == {"Monday": ["free"]}
    assert tied("The mill closed on Monday and the owner fled to Lima.") == {"Monday": ["close"]}


def test_without_a_publication_date_nothing_is_tied_to_a_weekday() -> None:
    """A weekday without a date has no place in the calendar."""
    document = segment(Article(id="a", text="The envoys met on Monday."))
    labels = label(document)
    assert ties(document, labels, read(document, labels)) == ()
