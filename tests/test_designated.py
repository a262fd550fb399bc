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


@pytest.mark.parametrize(
    "text",
    [
        f"关于公布第二批{BASE}名单的通知\n\n现将名单予以公布。\n\n附件：第二批{BASE}名单\n"
        "1.溪山市中心医院\n2.岚江大学附属口腔医院超声科\n\n岚江省卫生健康委员会\n2022年5月6日",
        f"{BASE}名单（共2家）\n序号\t单位名称\t地区\n1\t溪山市中心医院\t溪山市\n2\t岚江大学附属口腔医院超声科\t岚江省\n\n请各单位再接再厉。",
        f"2家医院被评为“{BASE}”。\n首批培训基地名单：\n（一）溪山市中心医院；\n（二）岚江大学附属口腔医院超声科。\n",
    ],
)
def test_bodies_below_the_line_that_names_the_designation(text: str) -> None:
    found = {body for body, predicate, award in stated(text) if (predicate, award) == ("RECEIVED", BASE)}
    assert found == {"溪山市中心医院", "岚江大学附属口腔医院超声科"}


@pytest.mark.parametrize(
    "text",
    [
        "第三批岚江省影像质控示范单位推荐名单\n溪山市中心医院\n柳湖县人民医院\n",
        "岚江省影像质控示范单位名单\n联系人：霍启明\n溪山市中心医院\n柳湖县人民医院\n",
        "岚江省影像质控示范单位名单\n岚江省卫生健康委员会\n2022年5月6日\n",
    ],
)
def test_lines_that_follow_no_roll_are_none(text: str) -> None:
    assert stated(text) == set()


def test_how_many_were_designated() -> None:
    text = "岚江医学会面向全省启动了岚江省影像质控示范单位评选工作，28家医院获评岚江省影像质控示范单位。"
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    counted = {(one.subject.name, one.qualifiers["value"]) for one in facts if one.predicate == "HAS_METRIC"}
    assert counted == {("岚江省影像质控示范单位", 28.0)}
    text = "今年拟有30家单位被评为“岚江省影像质控示范单位”。"
    assert not [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]


PILOT = "岚江省影像医学区域医疗中心建设试点医院"


@pytest.mark.parametrize(
    "opening",
    [
        f"经研究，确定以下4家医院为{PILOT}（排名不分先后）：",
        f"现将{PILOT}名单公布如下：",
        f"经评审，认定下列医院为首批“{PILOT}”：",
    ],
)
def test_lines_below_by_town(opening: str) -> None:
    text = (
        f"各市卫生健康委：\n\n{opening}\n\n省直：岚江省人民医院、岚江医科大学第一医院\n\n溪山市：溪山市中心医院\n\n"
        "云岭市：云岭市人民医院\n\n"
        "联系单位：岚江省医学会影像分会秘书处，电话请见附件。\n\n东洲市：东洲市人民医院"
    )
    bodies = ("岚江省人民医院", "岚江医科大学第一医院", "溪山市中心医院", "云岭市人民医院")
    assert {body for body, predicate, _ in stated(text) if predicate == "RECEIVED"} == set(bodies)
    assert {award for _, predicate, award in stated(text) if predicate == "RECEIVED"} == {PILOT}


@pytest.mark.parametrize("opening", [f"拟确定以下4家医院为{PILOT}，现予公示：", f"推荐申报{PILOT}的医院名单如下："])
def test_lines_below_what_is_not_yet_made(opening: str) -> None:
    assert not stated(f"{opening}\n\n溪山市：溪山市中心医院\n\n云岭市：云岭市人民医院")
