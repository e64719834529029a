"""Questions: what is asked is possible, and neither planned nor called for by its own words."""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.schema.event import Status
from onrecord.schema.labels import Predicate


def asked(scene: Scene, predicate: Predicate, status: Status) -> bool:
    """True in a question: for what stands in it alone where it is quoted, and of what is planned or called for by its
    own words for its main verb."""
    tokens, tags = scene.sentence.tokens, scene.labels.tags
    mark = next((i for i in range(predicate.head, len(tokens)) if tokens[i].text == "?"), None)
    if mark is None or not {"``", "''"}.isdisjoint(tags[predicate.head : mark]):
        return False
    quoted = "``" in tags[: predicate.head] or "''" in tags[mark:]
    main = (predicate.modal is not None and predicate.governor is None) or _is_inverted(scene, predicate.head)
    return status in ("happened", "ongoing") or ((predicate.pos == "v" or main) and (quoted or main))


def _is_inverted(scene: Scene, head: int) -> bool:
    """True behind an auxiliary that opens its sentence: "[Do] you back ending the aid?", "Ortiz: [Is] it to end?"."""
    opening = range(head)
    return any(
        scene.word(i).lower() in _AUXILIARIES and (i == 0 or scene.word(i - 1) in (":", ",", "``", "“", '"'))
        for i in opening
    )


_AUXILIARIES = frozenset("do does did is are was were will would should can could has have".split())
