"""What a diagnosis was so sensitive by: a technique, also where the clause before opens with the house that used it."""

from __future__ import annotations

import re

from ingest.figures import Figure
from ingest.lexicon import organization_kind
from ingest.prose.clauses import Owner
from ingest.prose.reading import Scene

__all__ = ["performer"]

_PERFORMS = re.compile("(?:敏感|灵敏|特异)[性度]$|AUC值?$|曲线下面积$|[阳阴]性预测值$")
_NO_TECHNIQUE = ("hospital", "university", "institute", "department", "laboratory")


def performer(scene: Scene, figure: Figure, whose: Owner | None) -> Owner | None:
    """Whose a measure of diagnosis is that would else be a house's: the one technique told before it, or nobody's.

    甲医院把乙成像用于丙病，敏感度为90%: of 乙成像.
    """
    if whose is None or not _PERFORMS.search(figure.name) or whose.refs[0].label != "Organization":
        return whose
    if organization_kind(whose.refs[0].name) not in _NO_TECHNIQUE:
        return whose
    told = {one.ref for one in scene.of("Technology") if one.end <= figure.start}
    return Owner((told.pop(),)) if len(told) == 1 else None
