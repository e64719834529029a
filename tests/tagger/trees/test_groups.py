"""Verb groups: tense, mood, voice, negation, particles."""

from __future__ import annotations

import pytest

from tests.tagger.trees.notation import Labelled

GROUPS = [
    (
        "had/VBD/aux/4 not/RB/advmod/4 been/VBN/aux:pass/4 invited/VBN/root/0",
        {"tense": "past", "perfect": True, "passive": True, "negated": True, "form": "finite", "first": 1},
    ),
    ("will/MD/aux/2 visit/VB/root/0 Lima/NNP/obj/2", {"modal": "will", "form": "finite"}),
    ("is/VBZ/aux/3 to/TO/mark/3 visit/VB/root/0", {"modal": "be to", "first": 1}),
    ("is/VBZ/aux/2 going/VBG/root/0 to/TO/mark/4 visit/VB/xcomp/2", {"modal": "be going to", "progressive": False}),
    ("has/VBZ/root/0 yet/RB/advmod/1 to/TO/mark/4 visit/VB/xcomp/1", {"negated": True, "perfect": True, "modal": None}),
    ("is/VBZ/aux/2 visiting/VBG/root/0", {"progressive": True, "tense": "present"}),
    ("never/RB/advmod/2 visited/VBD/root/0", {"negated": True, "tense": "past"}),
    ("not/RB/advmod/3 only/RB/advmod/3 visited/VBD/root/0", {"negated": False}),
    ("no/RB/advmod/2 longer/RB/advmod/3 visits/VBZ/root/0", {"negated": True}),
    ("'s/VBZ/aux/2 visited/VBN/root/0 Lima/NNP/obj/2", {"perfect": True, "passive": False}),
]


@pytest.mark.parametrize(("words", "facts"), GROUPS)
def test_auxiliaries_tell_tense_mood_and_negation(words: str, facts: dict[str, object]) -> None:
    """A verb group carries what its auxiliaries say."""
    shifted = " ".join(_shifted(word) for word in words.split())
    verb = 1 + max(int(word.rsplit("/", 1)[1]) for word in words.split())
    found = Labelled(f"She/PRP/nsubj/{verb} {shifted}").labels.predicates[-1]
    assert {name: getattr(found, name) for name in facts} == facts


def _shifted(word: str) -> str:
    rest, _, head = word.rpartition("/")
    return f"{rest}/{int(head) + 1 if head != '0' else 0}"


def test_listed_verbs_share_their_auxiliaries() -> None:
    """ "Were shot and wounded": both are passives; "will come and see": both are plans."""
    shot = Labelled(
        "Two/CD/nsubj:pass/3 were/VBD/aux:pass/3 shot/VBN/root/0 and/CC/cc/5 wounded/VBN/conj/3",
    )
    assert (shot.predicate("wound").passive, shot.heads("wound", "ARG1")) == (True, ["Two"])
    come = Labelled("They/PRP/nsubj/3 will/MD/aux/3 come/VB/root/0 and/CC/cc/5 see/VB/conj/3")
    assert come.predicate("see").modal == "will"


def test_the_particle_belongs_to_the_verb() -> None:
    """Before or behind the object, and where the tree takes it for a preposition."""
    off = Labelled("She/PRP/nsubj/2 called/VBD/root/0 it/PRP/obj/2 off/RP/compound:prt/2")
    assert off.heads("call off", "ARG1") == ["it"]
    out = Labelled(
        "They/PRP/nsubj/2 pulled/VBD/root/0 troops/NNS/obj/2 out/IN/case/6 of/IN/case/6 Gao/NNP/obl/2",
    )
    assert out.heads("pull out", "OBL", "of") == ["Gao"]


def test_an_attribute_is_a_passive_participle() -> None:
    """ "The men arrested on Tuesday", tagged as a past form."""
    found = Labelled("men/NNS/nsubj/3 arrested/VBD/acl/1 left/VBD/root/0")
    assert (found.predicate("arrest").form, found.predicate("arrest").passive) == ("participle", True)
    assert found.heads("arrest", "ARG1") == ["men"]


def test_attributes_before_nouns_and_prepositions_are_no_predicates() -> None:
    """ "Detained men", "according to the men"."""
    found = Labelled(
        "According/VBG/case/4 to/IN/fixed/1 detained/VBN/amod/4 men/NNS/obl/6 he/PRP/nsubj/6 left/VBD/root/0",
    )
    assert [p.lemma for p in found.labels.predicates] == ["leave"]
