"""Committees told as lists below the heading that names them."""

from __future__ import annotations

from dataclasses import replace

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.prose.people.committees import listed_society
from kg.model import Fact
from kg.ontology import check
from tests.table_facts import document_of


def facts(text: str) -> list[Fact]:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return [one for one in found if one.evidence.rule.endswith("council_listed")]


def said(text: str, predicate: str) -> set[tuple[str, str, str]]:
    told = [one for one in facts(text) if one.predicate == predicate]
    return {(one.subject.name, one.object.name, _qualified(one)) for one in told}


def _qualified(one: Fact) -> str:
    words = [one.qualifiers.get(name) for name in ("role", "title", "position")]
    return "/".join(",".join(map(str, word)) if isinstance(word, tuple) else str(word) for word in words if word)


NOTICE = (
    "关于公布专家名单的通知\n各有关单位：\n    现将名单予以公布。\n\n"
    "二、甘肃省放射诊疗质量控制专家委员会（共7人）\n\n"
    "主任委员：钟离岳      兰州市第一医院放射科主任、主任医师\n"
    "副主任委员：车  沐    甘肃省肿瘤医院核医学科副主任医师\n"
    "            虞承泽    兰州理工大学教授\n"
    "委  员（按姓氏笔画排序）：\n"
    "    马  禾（天水市中心医院，主任技师）            卓玛（甘南州人民医院，副主任医师）\n"
    "    阿布都·热合曼（兰州大学，教授）\n"
    "秘  书：尤  瑾（甘肃省医疗评价中心，工程师）\n\n"
    "    各单位应于每年年底前报送材料。\n委员：下列情况除外。\n"
)
COUNCIL = "甘肃省放射诊疗质量控制专家委员会"


def test_each_member_has_the_office_that_its_line_or_the_one_above_tells() -> None:
    assert said(NOTICE, "MEMBER_OF") == {
        ("钟离岳", COUNCIL, "主任委员"),
        ("车沐", COUNCIL, "副主任委员"),
        ("虞承泽", COUNCIL, "副主任委员"),
        ("马禾", COUNCIL, "委员"),
        ("卓玛", COUNCIL, "委员"),
        ("阿布都·热合曼", COUNCIL, "委员"),
        ("尤瑾", COUNCIL, "秘书"),
    }


def test_house_title_and_post_stand_beside_the_name() -> None:
    assert {
        ("钟离岳", "兰州市第一医院", "主任医师/放射科主任"),
        ("车沐", "甘肃省肿瘤医院", "副主任医师"),
        ("虞承泽", "兰州理工大学", "教授"),
        ("卓玛", "甘南州人民医院", "副主任医师"),
        ("尤瑾", "甘肃省医疗评价中心", "工程师"),
    } <= said(NOTICE, "AFFILIATED_WITH")


def test_how_many_the_heading_counts() -> None:
    (one,) = (fact for fact in facts(NOTICE) if fact.predicate == "HAS_METRIC")
    assert (one.subject.name, one.qualifiers["value"]) == (COUNCIL, 7)


def test_other_layouts_of_such_lists() -> None:
    text = (
        "关于成立青海省医学影像云平台建设工作领导小组的通知\n经研究，决定成立领导小组。\n\n工作领导小组成员名单\n"
        "组长：海东市人民医院    温如璋\n成员：谈一禾、鲁知远、秋婉\n"
    )
    council = "青海省医学影像云平台建设工作领导小组"
    assert said(text, "MEMBER_OF") == {
        ("温如璋", council, "组长"),
        ("谈一禾", council, "成员"),
        ("鲁知远", council, "成员"),
        ("秋婉", council, "成员"),
    }
    assert ("温如璋", "海东市人民医院", "") in said(text, "AFFILIATED_WITH")


def test_names_in_letters_stand_among_the_others() -> None:
    text = "甘肃影像论坛学术委员会\n主任委员：钟离岳\n委　员（以姓氏拼音为序）：车沐　虞承泽　Mori Kenta　J. A. Miller\n"
    assert {(who, office) for who, _, office in said(text, "MEMBER_OF")} == {
        ("钟离岳", "主任委员"),
        *((who, "委员") for who in ("车沐", "虞承泽", "Mori Kenta", "J. A. Miller")),
    }


def test_duties_and_other_labels_list_nobody() -> None:
    duties = "一、宁夏医学影像质量控制专家委员会职责\n主任委员：负责召集会议。\n委员：参加评审。\n"
    assert facts(duties) == []
    assert facts("宁夏医学影像质量控制专家委员会\n联系人：康平\n电话：0951-000\n地址：银川市\n") == []
    assert facts("委员：张岱、李承\n") == []
    page = "宁夏回族自治区医学会\n首页 学会概况\n宁夏超声年会在银川召开。\n主任委员：邓禾\n"
    assert facts(page) == []


GROUPS = (
    "关于公布甘肃省医学会超声医学分会第六届委员会及各学组名单的通知\n各市医学会：\n"
    "    现将有关人员名单公布如下。\n\n"
    "一、浅表器官学组（挂靠兰州市第一医院）\n组  长：钟离岳（兰州市第一医院）\n"
    "组  员：车  沐（甘肃省肿瘤医院）  虞承泽（天水市中心医院）\n\n"
    "二、儿科超声学组\n组长：尤瑾（甘南州人民医院）\n秘书：马禾（天水市中心医院）\n"
)
BRANCH = "甘肃省医学会超声医学分会"


def test_a_group_below_the_heading_of_its_society_is_a_part_of_it_and_has_its_own_members() -> None:
    titled = replace(document_of(GROUPS), title=GROUPS.split("\n")[0])
    found = [one for one in ProseIngester().ingest(titled, pipeline()) if isinstance(one, Fact)]
    members = {(one.subject.name, one.object.name) for one in found if one.predicate == "MEMBER_OF"}
    assert members == {
        *((name, BRANCH + "浅表器官学组") for name in ("钟离岳", "车沐", "虞承泽")),
        *((name, BRANCH + "儿科超声学组") for name in ("尤瑾", "马禾")),
    }
    parts = {(one.subject.name, one.object.name) for one in found if one.evidence.rule.endswith("council_listed")}
    assert {(BRANCH + "浅表器官学组", BRANCH), (BRANCH + "儿科超声学组", BRANCH)} <= parts


def test_what_a_notice_puts_before_a_society_is_no_part_of_its_name() -> None:
    titles = {
        "关于公布甘肃省医学会放射学分会第五届委员会及青年委员会名单的通知": "甘肃省医学会放射学分会",
        "甘肃省医学会关于调整核医学分会委员名单的通知": "甘肃省医学会核医学分会",
        "甘肃省抗癌协会肿瘤影像专业委员会第二届委员会、秘书处组成人员名单": "甘肃省抗癌协会肿瘤影像专业委员会",
        "关于召开甘肃省医学会放射学分会年会的通知": None,
    }
    for title, name in titles.items():
        society = listed_society(title)
        assert (society.name if society is not None else None) == name
