"""Trees, good and bad."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.schema.labels import Arc
from onrecord.tagger.network.inventory import RELATIONS, XPOS
from onrecord.tagger.trees import label_sentence
from onrecord.tagger.trees.tree import read


def test_dependents_stand_from_left_to_right() -> None:
    """Each token knows what hangs on it, and how far that reaches."""
    tree = read([Arc(1, "nsubj"), Arc(1, "root"), Arc(3, "det"), Arc(1, "obj")])
    assert (tree.dependents[1], tree.lows[3], tree.highs[1]) == ([0, 3], 2, 3)


def test_a_cycle_is_cut() -> None:
    """Every token is reached, a head before what hangs on it."""
    tree = read([Arc(1, "nsubj"), Arc(2, "obj"), Arc(0, "obl"), Arc(3, "root")])
    assert sorted(tree.order) == [0, 1, 2, 3]
    assert any(tree.heads[i] == i for i in (0, 1, 2))


def test_a_head_outside_the_sentence_makes_a_root() -> None:
    """A wrong number is no error."""
    assert read([Arc(7, "nsubj"), Arc(-3, "obj")]).relations == ["root", "root"]


WORDS = st.tuples(
    st.sampled_from("to not is have going said attack that who said of by not out and no Lima , he Monday".split()),
    st.sampled_from(XPOS),
    st.integers(-1, 12),
    st.sampled_from(RELATIONS),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_any_tree_has_labels(words: list[tuple[str, str, int, str]]) -> None:
    """Whatever a tree looks like, its sentence is labelled: heads within arguments, governors that are predicates."""
    tags = tuple(tag for _, tag, _, _ in words)
    labels = label_sentence([word for word, *_ in words], tags, [Arc(head, relation) for *_, head, relation in words])
    heads = [p.head for p in labels.predicates]
    assert heads == sorted(set(heads))
    for number, predicate in enumerate(labels.predicates):
        assert predicate.first <= predicate.head < predicate.last <= len(words)
        assert predicate.governor is None or (predicate.governor != number and predicate.governor < len(heads))
        for argument in predicate.arguments:
            assert argument.first <= min(argument.heads) <= max(argument.heads) < argument.last <= len(words)
