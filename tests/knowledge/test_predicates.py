import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge import predicates
from onrecord.knowledge.conditions import CALLER_CLASSES, condition
from onrecord.knowledge.plover import TYPES
from onrecord.knowledge.predicates import Filler, PredicateRule

LISTS = {"weapon": frozenset({"rifle", "tear gas"})}
ROW = (
    "send\tv\t@weapon\tto:@state\tAID\t\tmilitary\tactor=subj recipient=to object=obj\t0.8\t\tMali sent rifles to Chad."
)


def filled(*names: str, classes: str = "") -> tuple[Filler, ...]:
    """One filler with these names and classes."""
    return (Filler(frozenset(names), frozenset(classes.split())),)


def taken(lemma: str, pos: predicates.PartOfSpeech, slots: dict[str, tuple[Filler, ...]]) -> PredicateRule | None:
    """The rule of the bundled lexicon that a predicate with these slots meets."""
    return next((rule for rule in predicates.load().candidates(lemma, pos) if rule.admits(slots)), None)


def type_of(lemma: str, pos: predicates.PartOfSpeech, slots: dict[str, tuple[Filler, ...]]) -> str | None:
    rule = taken(lemma, pos, slots)
    return rule.type if rule else None


def test_the_bundled_lexicon_is_clean() -> None:
    """Types, modes, contexts, frames and examples of every row are valid, and no row is dead."""
    assert predicates.lint() == []


def test_the_lexicon_has_every_type() -> None:
    """All sixteen types of PLOVER can be read, each from verbs and from nouns."""
    table = predicates.load()
    for rules in (table.verbs, table.nouns):
        assert {rule.type for found in rules.values() for rule in found} == TYPES


def test_the_object_decides_what_firing_is() -> None:
    """Firing a minister is a dismissal, firing tear gas is crowd control, firing on somebody is an assault."""
    assert type_of("fire", "v", {"obj": filled("minister")}) == "SANCTION"
    gas = taken("fire", "v", {"obj": filled("gas", "tear gas")})
    assert gas is not None and (gas.type, gas.mode) == ("ASSAULT", "crowd-control")
    assert type_of("fire", "v", {"on": filled("marcher")}) == "ASSAULT"


def test_striking_a_deal_is_no_strike() -> None:
    """A deal is struck in agreement, a port by missiles, and by dockers for pay."""
    assert type_of("strike", "v", {"obj": filled("deal")}) == "AGREE"
    assert type_of("strike", "v", {"subj": filled("missile"), "obj": filled("port")}) == "ASSAULT"
    assert type_of("strike", "v", {"subj": filled("docker")}) == "PROTEST"


def test_meeting_a_target_is_no_meeting() -> None:
    """A demand that is met is conceded; an expectation that is met is no event."""
    assert type_of("meet", "v", {"subj": filled("mayor"), "obj": filled("envoy", classes="person")}) == "CONSULT"
    assert type_of("meet", "v", {"subj": filled("mayor"), "obj": filled("demand")}) == "CONCEDE"
    assert type_of("meet", "v", {"subj": filled("mayor"), "obj": filled("expectation")}) is None


def test_a_storm_kills_nobody_on_purpose() -> None:
    """Deaths by nature are no assault."""
    assert type_of("kill", "v", {"subj": filled("gunman"), "obj": filled("guard")}) == "ASSAULT"
    assert type_of("kill", "v", {"subj": filled("storm"), "obj": filled("guard")}) is None


def test_a_vow_not_to_do_something_is_a_refusal() -> None:
    """Vowing to rebuild is a promise, vowing to retaliate a threat, vowing not to return a refusal."""
    assert type_of("vow", "v", {"clause": filled("rebuild", "to")}) == "AGREE"
    assert type_of("vow", "v", {"clause": filled("retaliate", "to")}) == "THREATEN"
    assert type_of("vow", "v", {"clause": filled("return", "to", "not")}) == "REJECT"


def test_the_clause_gives_a_request_its_mode() -> None:
    """What is asked for decides: to release is to yield, to send is to assist, to talk is to meet."""
    modes = {lemma: taken("urge", "v", {"clause": filled(lemma, "to")}) for lemma in ("release", "send", "negotiate")}
    assert [rule.mode if rule else None for rule in modes.values()] == ["yield", "assist", "meet"]


def test_a_heart_attack_is_no_attack() -> None:
    """A word before a noun keeps other senses out."""
    assert type_of("attack", "n", {"mod": filled("heart")}) is None
    assert type_of("attack", "n", {"mod": filled("drone")}) == "ASSAULT"


def test_both_spellings_lead_to_one_rule() -> None:
    """British and American spellings stand in one row."""
    table = predicates.load()
    assert table.candidates("criticise", "v") == table.candidates("criticize", "v") != ()


def test_an_unknown_word_has_no_candidates() -> None:
    """Plain saying is no event."""
    assert predicates.load().candidates("say", "n") == ()


def test_a_frame_names_the_slots_of_the_roles() -> None:
    """A row becomes typed values: conditions, contexts, frame."""
    rule = predicates.parse(ROW, "weapon\trifle").candidates("send", "v")[0]
    assert (rule.frame.actor, rule.frame.recipient, rule.frame.object) == (("subj",), ("to",), ("obj",))
    assert rule.contexts == ("military",) and rule.confidence == 0.8
    assert rule.admits({"obj": filled("rifle"), "to": filled("chad", classes="state")})
    assert not rule.admits({"obj": filled("letter"), "to": filled("chad", classes="state")})


@pytest.mark.parametrize(
    ("text", "names", "classes", "expected"),
    [
        ("rifle|@state", ("rifle",), "", True),
        ("rifle|@state", ("chad",), "state", True),
        ("rifle|@state", ("letter",), "", False),
        ("@weapon", ("gas", "tear gas"), "", True),
        ("!@weapon", ("rifle",), "", False),
        ("!rifle", ("letter",), "", True),
        ("*", ("letter",), "", True),
        ("-", ("letter",), "", False),
        ("-|rifle", ("rifle",), "", True),
    ],
)
def test_a_condition_on_a_filled_slot(text: str, names: tuple[str, ...], classes: str, expected: bool) -> None:
    """Words, classes and their exclusion decide about what fills a slot."""
    assert condition(("obj",), text, LISTS).admits({"obj": filled(*names, classes=classes)}) is expected


@pytest.mark.parametrize(("text", "expected"), [("rifle", False), ("*", False), ("-", True), ("!rifle", True)])
def test_a_condition_on_an_empty_slot(text: str, expected: bool) -> None:
    """An empty slot satisfies "nothing" and exclusions only."""
    assert condition(("obj",), text, LISTS).admits({}) is expected


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("AID", "HELP", "HELP"),
        ("\tv\t", "\tx\t", "part of speech"),
        ("to:@state", "unto:@state", "slot"),
        ("@weapon", "@wepon", "class"),
        ("@weapon", "rifle||gun", "empty"),
        ("recipient=to", "receiver=to", "role"),
        ("recipient=to", "recipient=unto", "slot"),
        ("AID\t", "AID\tloan", "mode"),
        ("0.8", "often", "often"),
    ],
)
def test_a_malformed_row_names_its_line(old: str, new: str, reason: str) -> None:
    """The error of a table says in which file and line it is."""
    with pytest.raises(KnowledgeError, match=rf"predicates\.tsv, line 2: .*{reason}"):
        predicates.parse("# a table\n" + ROW.replace(old, new, 1), "weapon\trifle")


def test_the_lists_of_caller_classes_are_common_nouns() -> None:
    """For persons, groups, states, bodies and places the lists hold only words in lower case."""
    classes = predicates.load().classes
    assert all(word == word.lower() for name in CALLER_CLASSES for word in classes[name])


NARROW = ROW.replace("@weapon", "rifle").replace("AID\t\t", "COOPERATE\t\t")


@pytest.mark.parametrize("text", [f"{ROW}\n{NARROW}", f"{NARROW}\n{ROW}"])
def test_the_narrowest_row_comes_first(text: str) -> None:
    """A row for rifles stands before one for weapons, in whatever order the table has them."""
    table = predicates.parse(text, "weapon\trifle|tear gas")
    assert [rule.type for rule in table.candidates("send", "v")] == ["COOPERATE", "AID"]


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [("rifle", "rifle|gun"), ("rifle", "@weapon"), ("@weapon", "@state"), ("@state", "*"), ("-", "!rifle")],
)
def test_what_asks_more_is_narrower(narrow: str, wide: str) -> None:
    """One word is narrower than two, a list than a class of the caller, anything at all than what is left out."""
    assert condition(("obj",), narrow, LISTS).narrowness > condition(("obj",), wide, LISTS).narrowness
