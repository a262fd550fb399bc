"""Bodies that were designated as bases, centres and units of some kind, and who designates them."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def stated(text: str) -> set[tuple[str, str, str]]:
    """What a text tells of designations."""
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {(one.subject.name, one.predicate, one.object.name) for one in facts if one.predicate in ("RECEIVED", "RUN_BY")}


BASE = "岚江省超声诊断技术培训基地"


@pytest.mark.parametrize(
    "text",
    [
        f"第二批{BASE}名单公布如下：溪山市中心医院、岚江大学附属口腔医院超声科。",
        f"评出首批2家单位为“{BASE}”，授牌仪式昨日举行。首批培训基地名单如下（排名不分先后）：溪山市中心医院、岚江大学附属口腔医院超声科。",
        f"经专家评审，确定溪山市中心医院、岚江大学附属口腔医院超声科等2家单位为{BASE}。",
    ],
)
def test_bodies_of_a_list_are_designated(text: str) -> None:
    bodies = ("溪山市中心医院", "岚江大学附属口腔医院超声科")
    assert {(body, "RECEIVED", BASE) for body in bodies} <= stated(text)


def test_who_designates() -> None:
    text = "2022年5月，岚江医学会认定溪山市人民医院为“岚江省影像质控示范单位”。"
    assert stated(text) == {
        ("溪山市人民医院", "RECEIVED", "岚江省影像质控示范单位"),
        ("岚江省影像质控示范单位", "RUN_BY", "岚江医学会"),
    }
    text = "岚江省卫生健康委员会组织开展了岚江省智慧医院示范单位的评选工作。"
    assert stated(text) == {("岚江省智慧医院示范单位", "RUN_BY", "岚江省卫生健康委员会")}


@pytest.mark.parametrize(
    "text",
    [
        "岚江医学会拟认定溪山市人民医院、柳湖县人民医院为“岚江省影像质控示范单位”。",
        "现将首批岚江省影像质控示范单位推荐名单公示如下：溪山市人民医院、柳湖县人民医院。",
        "该实验室建有教学基地：溪山市人民医院、柳湖县人民医院。",
        "首批示范基地名单如下：溪山市人民医院、柳湖县人民医院。",
    ],
)
def test_candidates_and_lists_of_no_designation_are_none(text: str) -> None:
    assert stated(text) == set()
