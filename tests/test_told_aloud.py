"""What speakers say at meetings and in news: who they are by their houses, what their teams made, where things stand."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from kg.ontology import check
from tests.test_prose import document


def told(text: str, predicate: str) -> set[tuple[str, str]]:
    found = [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return {(one.subject.name, one.object.name) for one in found if one.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岚江大学医学影像研究中心的官若晨介绍了探测器标定的要点。", {("官若晨", "岚江大学医学影像研究中心")}),
        ("西陵医院聂以安就荧光内镜作了发言。", {("聂以安", "西陵医院")}),
        ("溪山工业大学温可心则展示了三维重建的初步结果。", {("温可心", "溪山工业大学")}),
        ("岚江大学将介绍了解到的情况汇总上报。", set()),
        ("西陵医院高质量地作了安排。", set()),
    ],
)
def test_speakers_right_behind_their_houses(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text, "AFFILIATED_WITH") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岚江大学聂以安教授就光声探针作了报告。", {("聂以安", "光声探针")}),
        ("西陵医院官若晨主任医师报告了磁粒子成像对骨髓炎的初步结果。", {("官若晨", "磁粒子成像")}),
        ("岚江大学聂以安教授告诉记者，他带领的团队自主研制了脑血流定量软件。", {("聂以安", "脑血流定量软件")}),
        ("岚江大学聂以安教授就我院核医学的情况作了汇报。", set()),
        ("岚江大学聂以安教授告诉记者，他们采购了磁共振。", set()),
    ],
)
def test_what_speakers_work_on(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text, "WORKS_ON") == expected


def test_what_a_speakers_team_made_is_used_elsewhere() -> None:
    text = (
        "岚江大学聂以安教授告诉记者，他领衔的课题组成功研发了骨折识别软件。"
        "目前，这套软件已在西陵医院、溪山市中心医院和岚江医院安装使用。"
    )
    assert told(text, "ADOPTED_BY") == {("骨折识别软件", one) for one in ("西陵医院", "溪山市中心医院", "岚江医院")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("位于苏州生物医药产业园的澄江活体成像设施正式投入运行。", {("澄江活体成像设施", "苏州生物医药产业园")}),
        ("坐落于武汉市东湖高新区的澄江脑影像数据平台日前启用。", {("澄江脑影像数据平台", "武汉市东湖高新区")}),
        ("位于肝脏右叶的病灶由澄江活体成像设施显示。", set()),
    ],
)
def test_where_a_facility_is_told_before_its_name(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text, "LOCATED_IN") == expected


def test_institutes_that_design_take_part_in_building() -> None:
    text = "澄江活体成像设施由澄江大学牵头建设，溪山大学、中国光电工程研究设计院参与共建。"
    assert told(text, "BUILT") == {(one, "澄江活体成像设施") for one in ("澄江大学", "溪山大学", "中国光电工程研究设计院")}
