import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge import governors
from onrecord.knowledge.governors import Outcome

ROW = "intend\tv\tto|gerund\tplanned\t\tplanned negated\tsubj\tLima intends to sign."


def outcome(lemma: str, pos: governors.GovernorPos, complement: str) -> Outcome | None:
    rule = governors.load().find(lemma, pos, complement)
    return rule.outcome if rule else None


def test_the_bundled_table_is_clean() -> None:
    """Every example has its word, the rows are sorted, nothing stands twice."""
    assert governors.lint() == []


@pytest.mark.parametrize(
    ("lemma", "pos", "complement", "status"),
    [
        ("plan", "v", "to", "planned"),
        ("due", "adj", "to", "planned"),
        ("will", "modal", "bare", "planned"),
        ("consider", "v", "gerund", "possible"),
        ("offer", "v", "to", "possible"),
        ("if", "conj", "clause", "possible"),
        ("urge", "v", "obj-to", "called_for"),
        ("call", "v", "for-noun", "called_for"),
        ("should", "modal", "bare", "called_for"),
        ("fail", "v", "to", "not_happened"),
        ("stop", "v", "from-gerund", "not_happened"),
        ("call off", "v", "noun", "not_happened"),
        ("deny", "v", "gerund", "denied"),
        ("reject", "v", "claim", "denied"),
        ("manage", "v", "to", "happened"),
        ("resume", "v", "noun", "ongoing"),
    ],
)
def test_governors_follow_the_table_of_the_contract(
    lemma: str, pos: governors.GovernorPos, complement: str, status: str
) -> None:
    """Plans, possibilities, calls, failures, denials and achievements are told apart by the governing word."""
    assert outcome(lemma, pos, complement) == Outcome(status)  # type: ignore[arg-type]


def test_the_complement_decides() -> None:
    """Wanting to go is open, wanting somebody to go is a call; stopping ends what was, stopping short does not."""
    assert outcome("want", "v", "to") == Outcome("possible")
    assert outcome("want", "v", "obj-to") == Outcome("called_for")
    assert outcome("stop", "v", "gerund") == Outcome("happened", negated=True)
    assert outcome("stop", "v", "of-gerund") == Outcome("not_happened")


def test_opposing_and_ruling_out_negate() -> None:
    """What is warned against or ruled out is called for or planned not to happen."""
    assert outcome("warn", "v", "against-gerund") == Outcome("called_for", negated=True)
    assert outcome("rule out", "v", "gerund") == Outcome("planned", negated=True)
    assert outcome("unlikely", "adj", "to") == Outcome("possible", negated=True)


def test_a_negated_governor_has_its_own_effect() -> None:
    """ "Does not intend to" plans not to, "has not ruled out" leaves open, "did not fail to" did it."""
    table = governors.load()
    intend, rule_out, fail = (table.find(*key) for key in (_key("intend to"), _key("rule out gerund"), _key("fail to")))
    assert intend is not None and intend.under_negation == Outcome("planned", negated=True)
    assert rule_out is not None and rule_out.under_negation == Outcome("possible")
    assert fail is not None and fail.under_negation == Outcome("happened")


def _key(text: str) -> tuple[str, governors.GovernorPos, str]:
    lemma, complement = text.rsplit(" ", 1)
    return lemma, "v", complement


def test_what_was_never_asked_for_has_no_row() -> None:
    """Where the wanting itself is negated, what was not wanted is no event."""
    rule = governors.load().find("ask", "v", "obj-to")
    assert rule is not None and rule.under_negation is None


def test_control_tells_whose_act_it_is() -> None:
    """Whoever promises acts; whoever is urged acts."""
    promise, urge = (governors.load().find(*key) for key in (_key("promise to"), _key("urge obj-to")))
    assert promise is not None and promise.control == "subj"
    assert urge is not None and urge.control == "obj"


def test_saying_is_transparent() -> None:
    """A word of saying leaves the event the status of its own words."""
    assert outcome("say", "v", "that") == Outcome(None)


def test_an_unknown_governor_is_none() -> None:
    """A word that governs no event has no rule, and no complements."""
    assert governors.load().find("eat", "v", "to") is None
    assert governors.load().complements("eat", "v") == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("planned\t", "maybe\t"),
        ("planned negated", "planned perhaps"),
        ("to|gerund", "to|unto-gerund"),
        ("subj", "speaker"),
        ("\tv\t", "\tx\t"),
    ],
)
def test_a_malformed_row_names_its_line(old: str, new: str) -> None:
    """The error of a table says in which file and line it is."""
    with pytest.raises(KnowledgeError, match=r"governors\.tsv, line 2: "):
        governors.parse("# a table\n" + ROW.replace(old, new, 1))
