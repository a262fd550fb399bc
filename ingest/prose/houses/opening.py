"""Whose clause it is where a house is told of: named right before, meant by a noun, or opened with by a clause before."""

from __future__ import annotations

import re

from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.pointing import pointing
from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef

__all__ = ["house_of_clause"]


_NOUN = re.compile("(?:该|本|我)?(?P<noun>医院|研究所|研究院|公司)(?=(?:总部|现|目前|院址)?(?:位于|坐落|地处|隶属|落户|直属))")
"""医院|位于某市某区."""


def house_of_clause(scene: Scene, reading: Reading, at: int, between: re.Pattern[str]) -> EntityRef | None:
    """The house that is the subject of a verb at a place; ``between`` is what may stand before the verb in its clause.

    甲医院|位于…; 甲医院始建于1956年，|隶属于…: a clause without a subject goes on with that of the nearest one before.
    """
    for place, clause in enumerate(clause_starts(scene.text, at)):
        start = min(subject_start(scene.text, clause), at)
        first = next((one for label in ("Organization", "Person", "Place") if (one := scene.starting_at(start, label))), None)
        noun = _NOUN.match(scene.text, start) if first is None else None
        if noun is not None and noun.end() <= at:
            return reading.meant(noun["noun"]) if place or between.fullmatch(scene.text, noun.end(), at) else None
        meant = pointing(scene, reading, start) if first is None else None
        end = first.end if first is not None else meant.end if meant is not None else start
        if place == 0 and between.fullmatch(scene.text, end, at) is None:
            return None
        if first is not None and end <= at:
            return reading.organization(first) if first.label == "Organization" else None
        if meant is not None and end <= at:
            return meant.refs[0] if meant.refs and meant.refs[0].label == "Organization" else None
    return None
