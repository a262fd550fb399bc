"""What a form tells in one section is put together with what it tells in another, and no section runs into the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.award.forms import read_forms, sheet
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact

FORM = """\
2022年度霁川省科学技术奖提名项目公示
奖    种：科学技术进步奖
成果名称：颈动脉斑块磁共振管壁成像风险分层体系
推荐渠道：霁川省医院协会
任务来源：国家自然科学基金（批准号：82031234，55万元）；霁川省重点研发计划
一、成果简介
本成果的主要创新如下：
1. 建立三维管壁成像序列，扫描时间由18分钟缩短到7分钟。
2. 提出斑块易损性评分，外部验证曲线下面积为0.88。
二、主要完成人：1. 澹台若水（霁川大学附属医院） 2. 漆云屿（霁川理工大学） 3. 丘小曼（望桥市中心医院）
三、主要完成单位：霁川大学附属医院、霁川理工大学、望桥市中心医院

四、主要完成人情况及对成果的创造性贡献
排序 姓名 技术职称 行政职务 创造性贡献
1 澹台若水 主任医师 放射科主任 完成两个创新点的总体设计
2 漆云屿 副教授 无 对创新1有贡献
3 丘小曼 主治医师 无 参与全部三个创新点的随访

五、代表性论文
[1] Vessel wall imaging of carotid plaque by flip angle. Radiology, 2020年11卷. 通讯作者：澹台若水；第一作者：漆云屿
[2] 颈动脉斑块评分的多中心验证. 中华放射学杂志, 2021年30卷. 通讯作者：澹台若水；第一作者：丘小曼。
"""
WORK = "颈动脉斑块磁共振管壁成像风险分层体系"


def facts(tmp_path: Path, predicate: str) -> list[Fact]:
    path = tmp_path / "form.txt"
    path.write_text(FORM, "utf-8")
    stated = AwardIngester().ingest(read_document(path), pipeline())
    return [one for one in stated if isinstance(one, Fact) and one.predicate == predicate]


def test_a_heading_that_no_label_knows_ends_the_list_of_units(tmp_path: Path) -> None:
    ranked = [(fact.subject.name, fact.qualifiers["rank"]) for fact in facts(tmp_path, "COMPLETED")]
    assert sorted(ranked, key=str) == sorted([("霁川大学附属医院", 1), ("霁川理工大学", 2), ("望桥市中心医院", 3)], key=str)


def test_a_title_that_one_section_tells_is_held_at_the_house_that_another_does(tmp_path: Path) -> None:
    made = facts(tmp_path, "AFFILIATED_WITH")
    told = {(one.subject.name, one.object.name): one.qualifiers for one in made if one.qualifiers}
    assert told["澹台若水", "霁川大学附属医院"] == {"title": "主任医师", "position": "放射科主任"}
    assert told["丘小曼", "望桥市中心医院"] == {"title": "主治医师"}


def test_all_points_at_once(tmp_path: Path) -> None:
    made = {(one.subject.name, one.object.name.rpartition("#")[2]) for one in facts(tmp_path, "CONTRIBUTED_TO")}
    # two points are all that there are; three are not, and nothing is said of the person whom they are told of
    assert made == {("澹台若水", "1"), ("澹台若水", "2"), ("漆云屿", "1")}


def test_papers_whose_title_and_journal_stops_part(tmp_path: Path) -> None:
    wrote = {(one.subject.name, one.object.name, one.qualifiers.get("order")) for one in facts(tmp_path, "AUTHORED")}
    english, chinese = "Vessel wall imaging of carotid plaque by flip angle", "颈动脉斑块评分的多中心验证"
    assert wrote == {("漆云屿", english, 1), ("澹台若水", english, None), ("丘小曼", chinese, 1), ("澹台若水", chinese, None)}


def test_who_put_the_work_forward_and_who_paid_for_it(tmp_path: Path) -> None:
    assert [one.subject.name for one in facts(tmp_path, "NOMINATED")] == ["霁川省医院协会"]
    paid = {one.object.name: one.qualifiers for one in facts(tmp_path, "FUNDED_BY")}
    assert paid["国家自然科学基金"] == {"number": "82031234", "amount_wan": 55.0}
    assert paid["霁川省重点研发计划"] == {}


def test_a_point_that_is_referred_to_opens_no_section() -> None:
    table = (
        "项目名称\t某影像技术的建立\n提名者\t望桥市人民政府\n主要完成人情况\n排名\t姓名\t技术职称\t工作单位\t对本项目的贡献\n"
        "1\t丘知远\t教授\t霁川大学\t总体设计\n2\t葛小满\t副教授\t\t创新点 1的主要完成人\n3\t祁若水\t讲师\t\t参与创新点 1、2\n"
    )
    (form,) = read_forms(sheet(table))
    assert [form.text(record.fields["name"]) for record in form.of("person")] == ["丘知远", "葛小满", "祁若水"]


@pytest.mark.parametrize("mark", ["：", ". "])
def test_points_under_headings_with_a_blank_before_the_number(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    points = (f"创新点 {n}{mark}{said}" for n, said in ((1, "建立三维管壁成像序列。"), (2, "提出斑块易损性评分。")))
    lines = ("2024年度霁川省科学技术奖公示", f"项目名称：{WORK}", "提名者：霁川省卫生健康委员会", "项目简介：", *points)
    path.write_text("\n".join((*lines, "主要完成人：1.丘知远（霁川大学）2.葛小满（霁川大学）")), "utf-8")
    stated = AwardIngester().ingest(read_document(path), pipeline())
    told = [one for one in stated if isinstance(one, Fact) and one.predicate == "HAS_INNOVATION"]
    assert {one.qualifiers["number"]: one.evidence.rule for one in told} == dict.fromkeys((1, 2), "INNOVATION_HEADING")
