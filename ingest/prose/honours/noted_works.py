"""Who did a work, in brackets between its title and the award: “某技术”（甲大学、乙医院完成；张三、李四）获某奖一等奖."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.honours.prizes import QUOTED_WORK
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.recognise import persons
from kg.model import Assertion
from kg.text import heal_name

__all__ = ["WORK_NOTE", "read"]

NOTED_IN_WORK = Rule("noted_in_work")
"""The people and the institutions that such a bracket lists, each in its order."""

WORK_NOTE = re.compile(
    QUOTED_WORK + r"(?:项目|成果|研究|课题)?\s*[（(](?P<note>[^（）()“”。]{2,160})[)）]"
    r"(?![^，。；]{0,40}(?:论文|图书|著作|教材|病例|演讲|壁报|征文|微课|作品|短片|视频|摄影))(?=\s*(?:项目|成果)?(?:先后|曾|分别|共同|近日|日前|也|还|双双)*(?:荣?获得?|喜获|斩获|摘得|被授予|被评为)[^，。；]{0,40}奖)"
)
_PIECES = re.compile(r"[；;。]|[，,](?=[^、，,]*(?:完成|主持|负责))")
_LABEL = re.compile(r"^(?:主要|第一|项目|成果)*(?P<done>完成(?:人员?|单位)|负责人)(?:依次)?(?:为|是|[:：])?\s*")
_DID = re.compile(r"(?:共同|联合|合作|牵头)*(?:完成|研制|承担)$")
_AND_MORE = re.compile(r"等(?:\d+人|人)?$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PARTICIPATED_IN and COMPLETED, with the place where the bracket lists two and more."""
    for told in WORK_NOTE.finditer(scene.text) if "奖" in scene.text else ():
        work = reading.tells_of_work(heal_name(told["name"]))
        where = scene.sentence.view.span(told.start(), told.end())
        start = told.start("note")
        for piece in _PIECES.split(told["note"]):
            place = scene.text.index(piece, start)
            label = _LABEL.match(piece)
            words = _DID.sub("", piece[label.end() if label is not None else 0 :].strip())
            names = persons(_AND_MORE.sub("", words)) if label is None or "单位" not in label["done"] else ()
            houses = scene.within(place, place + len(piece), "Organization") if not names else ()
            for rank, name in enumerate(names, 1):
                yield reading.fact(
                    NOTED_IN_WORK, reading.person(name), "PARTICIPATED_IN", work, where, rank=rank if len(names) > 1 else ""
                )
            whole = len(houses) == len(re.split("、|和(?!平)", words)) and (label is not None or piece.endswith("完成"))
            for rank, house in enumerate(houses if whole else (), 1):
                body = employer_of(reading.organization(house))
                yield reading.fact(NOTED_IN_WORK, body, "COMPLETED", work, where, rank=rank if len(houses) > 1 else "")
            start = place + len(piece)
