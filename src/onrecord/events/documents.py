"""Documents: who speaks in a statement, a letter or a report that demands, charges or threatens.

"[The guild] issued a statement calling on the port to act", "sent a letter threatening to sue", "a report by [the
court] that accuses the mayor": the document is the subject, its issuer the actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.events.scene import Scene, Slot

DOCUMENTS = frozenset(
    "address advisory bulletin cable comment communique communiqué declaration decree editorial email e-mail fax "
    "leaflet letter memo memorandum message note notice op-ed paper petition post resolution report speech statement "
    "text tweet video".split()
)
_ISSUING = frozenset(
    "adopt circulate compile deliver dispatch draft fax give hand issue make pass post produce publish put read "
    "release send share sign submit tweet write".split()
)


def issuers(scene: Scene, subjects: Iterable[Slot]) -> Iterator[Slot]:
    """Those who put out the documents that are the subjects of a clause, by the verb of which they are the object."""
    for slot in subjects:
        if scene.labels.lemmas[slot.head].lower() in DOCUMENTS:
            yield from _issuing(scene, slot.head)


def _issuing(scene: Scene, head: int) -> Iterator[Slot]:
    for predicate in scene.labels.predicates:
        given = any(head in a.heads for a in predicate.arguments if a.role == "ARG1")
        if given and predicate.pos == "v" and predicate.lemma.split(" ")[0] in _ISSUING:
            for argument in predicate.arguments:
                if argument.role == "ARG0":
                    yield from (Slot(argument.first, argument.last, one) for one in argument.heads)
