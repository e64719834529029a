"""Possessed: those who are told as somebody's, by the name of whose they are: "his wife" is "Paul Okello’s wife"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.schema.actor import Actor, Mention

_NEAR = frozenset(["its", "their"])
"""Pronouns that stand for things as often, so that the owner has to be named in their own sentence."""
OWNERS = frozenset("his her its their whose my our your".split())


def possessed(actors: Mapping[str, Actor], mentions: Sequence[Mention], sentences: Sequence[int]) -> dict[str, Actor]:
    """The actors, those whose name opens with a pronoun under a name that tells whose they are, where that is known.

    Somebody whom the article calls so of two owners keeps the pronoun, and so does what belongs to several or to people
    without a name, beside whom it mostly stands ("ferry workers and their families"). `sentences` are where the
    sentences of the article begin.
    """
    pronouns: dict[int, set[str]] = defaultdict(set)
    opened: dict[str, set[int]] = defaultdict(set)
    for mention in mentions:
        word, _, rest = mention.text.partition(" ")
        if mention.actor is None or word.lower() not in OWNERS:
            continue
        if rest:
            opened[mention.actor].add(mention.start)
        else:
            pronouns[mention.start].add(mention.actor)
    far = {mention.start for mention in mentions if not _is_near(mention, mentions, sentences)}
    owners = {start: ids for start, ids in pronouns.items() if start not in far}
    told = {key: _named(key, actors, [owners.get(start, set()) for start in opened[key]]) for key in opened}
    return {key: told.get(key) or actor for key, actor in actors.items()}


def _is_near(pronoun: Mention, mentions: Sequence[Mention], sentences: Sequence[int]) -> bool:
    """True for "his", and for "its" whose owner is named before it in its sentence."""
    if pronoun.text.lower() not in _NEAR:
        return True
    first = sentences[bisect_right(sentences, pronoun.start) - 1]
    return any(m.actor == pronoun.actor and first <= m.start < pronoun.start for m in mentions)


def _named(key: str, actors: Mapping[str, Actor], owners: Iterable[set[str]]) -> Actor | None:
    """An actor under the name that tells whose it is; None where its own does not open with a pronoun."""
    found = {frozenset(ids) for ids in owners}
    actor = actors.get(key)
    one = next(iter(found), frozenset()) if len(found) == 1 else frozenset()
    owner = actors.get(next(iter(one))) if len(one) == 1 else None
    if actor is None or not actor.local or owner is None or owner is actor or _opens(owner.name):
        return None
    if owner.local and owner.kind == "group":
        return None
    word, _, rest = actor.name.partition(" ")
    if word.lower() not in OWNERS or not rest:
        return None
    mark = "’" if owner.name.endswith("s") and owner.kind != "person" else "’s"
    return msgspec.structs.replace(actor, name=f"{owner.name}{mark} {rest}")


def _opens(name: str) -> bool:
    """True for a name that opens with such a pronoun itself ("his brother")."""
    return name.partition(" ")[0].lower() in OWNERS
