"""Hospitals that are being built, of which later sentences tell as of a project, and the stage that a sum is of."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.figures import Figure
from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef
from kg.text import HAN

__all__ = ["erected", "note_erected", "of_its_stage"]

_SIZE = re.compile(r"投资|造价|概算|面积|占地|用地|建设规模|床位")
_ACT = re.compile(
    r"[（(]?(?:[一二三首]期|新院区?|扩建|迁建|改扩建)?[)）]?(?:建设)?(?:(?:项目|工程)(?!组|部)|(?:主体(?:结构|工程)?)?[^，。；]{0,10}?(?:开工|动工|破土|奠基|封顶|开建|竣工))"
)
_BACK = re.compile(
    r"(?:据悉|据了解|据介绍|其中|目前|建成后|[，,\s])*(?:该|本|此|整个)?(?:项目|工程)(?!组|部|负责|[^，。；]{0,4}(?:数|人员))"
)
_HOSPITAL = re.compile("(?:医院|院区|分院)$")
_STAGE = re.compile(r"(?P<stage>[一二三]期)(?:工程|项目|建设|计划|总|投资|占|建)")
_OF_ITSELF = re.compile(rf"^(?:该|本)?(?:[{HAN}]{{0,6}}项目|工程|设施|装置|基地|园区|院区|大楼)(?=..)")


def note_erected(scene: Scene, reading: Reading) -> None:
    """Keep the hospital that the sentence tells to be built, so that what follows of the project is told of it."""
    for one in scene.of("Organization"):
        if (
            _HOSPITAL.search(one.name)
            and scene.text[max(0, one.start - 1) : one.start] not in ("（", "(")
            and _ACT.match(scene.text, one.end)
        ):
            reading.erected = reading.organization(one)


def erected(scene: Scene, reading: Reading, figure: Figure) -> EntityRef | None:
    """The hospital whose cost or size a sentence about the project tells."""
    sized = reading.erected is not None and _SIZE.search(figure.name) is not None
    return reading.erected if sized and _BACK.match(scene.text) else None


def of_its_stage(scene: Scene, figure: Figure) -> Figure:
    """The figure of one stage of a project by that (一期总投资), without the noun that only points to the project."""
    if not _SIZE.search(figure.name):
        return figure
    told = list(_STAGE.finditer(scene.text, 0, figure.start))
    name = _OF_ITSELF.sub("", figure.name)
    return replace(figure, name=name if not told or name.startswith(told[-1]["stage"]) else told[-1]["stage"] + name)
