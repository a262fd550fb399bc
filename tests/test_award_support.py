"""Programmes that are called by their sort of projects, and corresponding authors whom a label behind a reference names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK

UNITS = "主要完成单位：麓山第一医院\n"
BOTH = ("湖南省重点研发计划", "湖南省自然科学基金")


@pytest.mark.parametrize(
    ("sentence", "programmes"),
    [
        ("项目在国家重点研发计划、湖南省重点产业创新链资助下完成。", {"国家重点研发计划", "湖南省重点产业创新链"}),
        ("项目得到湖南省自然科学基金优秀青年项目资助，建成数据库。", {"湖南省自然科学基金优秀青年项目"}),
        ("课题组依托军队卫生创新重点课题（CWH20L031），开展试验。", {"军队卫生创新重点课题"}),
        ("项目组依托国家医学影像创新平台项目，开展试验。", set()),
        ("获得国家级项目支持。", set()),
    ],
)
def test_programmes_called_by_their_projects(sentence: str, programmes: set[str], tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + UNITS + f"项目简介：\n{sentence}\n")
    assert {to for who, to in told(found, "FUNDED_BY") if who == WORK} == programmes


@pytest.mark.parametrize(
    ("sentence", "funded"),
    [
        (
            "项目在湖南省重点研发计划（2019BCB114，经费 160 万元）资助下完成。",
            {(WORK, "湖南省重点研发计划", "2019BCB114", 160)},
        ),
        (
            "项目在湖南省“颅底”重大科技专项资助下（总经费300万元，2018—2022年）开展。",
            {(WORK, "湖南省“颅底”重大科技专项", None, 300)},
        ),
        (
            "成果来源于湖南省自然科学基金面上项目“颅底配准方法”（2021JJ001，负责人：谷雨生）"
            "和湖南省卫生健康委员会科研课题“导航误差测量”（编号：2020XM07）。",
            {
                (WORK, "湖南省自然科学基金", "2021JJ001", None),
                ("颅底配准方法", "湖南省自然科学基金", "2021JJ001", None),
                (WORK, "湖南省卫生健康委员会科研课题", "2020XM07", None),
                ("导航误差测量", "湖南省卫生健康委员会科研课题", "2020XM07", None),
            },
        ),
        ("数据来源于湖南省自然科学基金会、麓山第一医院。", set()),
        ("项目在湖南省重点研发计划、湖南省自然科学基金资助下（经费300万元）开展。", {(WORK, one, None, None) for one in BOTH}),
    ],
)
def test_sums_and_leaders_of_what_supports_a_work(sentence: str, funded: set[tuple[object, ...]], tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + UNITS + f"项目简介：\n{sentence}\n")
    told_of = {
        (one.subject.name, one.object.name, one.qualifiers.get("number"), one.qualifiers.get("amount_wan"))
        for one in found
        if one.predicate == "FUNDED_BY"
    }
    assert told_of == funded
    assert told(found, "LEADS") == ({("谷雨生", "颅底配准方法")} if "负责人" in sentence else set())


@pytest.mark.parametrize(
    ("label", "corresponding"),
    [
        ("第一作者：谷雨生；通讯作者：司马晴", {"司马晴"}),
        ("通信作者：司马晴、李和。", {"司马晴", "李和"}),
        ("共同通讯作者（含共同）：李和", {"李和"}),
        ("通讯作者：郑某某", set()),
    ],
)
def test_corresponding_authors_behind_a_reference(label: str, corresponding: set[str], tmp_path: Path) -> None:
    paper = f"代表性论文：\n1.谷雨生,司马晴,李和.颅底肿瘤导航精度的多中心研究[J].中华放射学杂志,2019,53(6):498-502.\n{label}\n"
    found = [one for one in read(tmp_path, HEAD + PEOPLE + UNITS + paper) if one.predicate == "AUTHORED"]
    assert {one.subject.name for one in found} == {"谷雨生", "司马晴", "李和"}
    assert {one.subject.name for one in found if one.qualifiers.get("corresponding")} == corresponding


@pytest.mark.parametrize("heading", ["项目简介及创新点", "成果概况与主要技术创新", "项目介绍和科技创新内容"])
def test_points_below_a_heading_of_both(heading: str, tmp_path: Path) -> None:
    text = f"{heading}\n导航误差大。项目取得：\n（一）提出配准方法，误差小于0.4毫米；\n（二）研制显示系统，延迟缩短至20毫秒。\n"
    found = read(tmp_path, HEAD + PEOPLE + UNITS + text)
    assert {to for _, to in told(found, "HAS_INNOVATION")} == {f"{WORK}#1", f"{WORK}#2"}


@pytest.mark.parametrize(
    ("sentence", "programme", "whole"),
    [
        (
            "项目组在松江省自然科学基金“颅底导航配准研究”（2018—2021年，经费30万元，负责人谷雨生）支持下完成。",
            "松江省自然科学基金",
            "",
        ),
        ("本项目得到松江省自然科学基金项目《颅底导航配准研究》（经费：30万元，谷雨生主持）资助。", "松江省自然科学基金", ""),
        (
            "本项目在国家重点研发计划“智能手术装备研发”重点专项课题“颅底导航配准研究”（课题负责人：谷雨生，承担单位麓山第一医院，资助经费30万元）等支持下完成。",
            "国家重点研发计划“智能手术装备研发”重点专项",
            "国家重点研发计划",
        ),
    ],
)
def test_what_is_noted_of_a_grant_behind_its_title(sentence: str, programme: str, whole: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + UNITS + f"项目简介：\n{sentence}\n")
    grant = "颅底导航配准研究"
    assert told(found, "FUNDED_BY") == {(WORK, programme), (grant, programme)}
    assert [dict(one.qualifiers) for one in found if one.predicate == "FUNDED_BY" and one.subject.name == grant] == [
        {"amount_wan": 30.0}
    ]
    assert told(found, "LEADS") == {("谷雨生", grant)}
    assert told(found, "HOSTED_BY") == ({(grant, "麓山第一医院")} if whole else set())
    assert (programme, whole) in told(found, "PART_OF") or not whole
    assert not told(found, "HAS_METRIC")
