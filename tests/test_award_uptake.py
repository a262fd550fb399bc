"""Who uses an achievement, however a form's sentences list them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK

UNITS = "主要完成单位：麓山第一医院\n"
HOUSES = {"岳阳楼医院", "常德市中心医院", "贵州省人民医院"}
LIST = "岳阳楼医院、常德市中心医院、贵州省人民医院"


def users(sentence: str, folder: Path) -> set[str]:
    found = read(folder, f"{HEAD}{PEOPLE}{UNITS}推广应用情况：\n{sentence}\n")
    return {to for who, to in told(found, "ADOPTED_BY") if who == WORK}


@pytest.mark.parametrize(
    "sentence",
    [
        f"2018年起在{LIST}应用，效果良好。",
        f"成果已在{LIST}等医院推广应用。",
        f"成果先后在{LIST}等省内外23家三甲医院投入使用。",
        f"软件安装于{LIST}等72家单位，累计完成五万例。",
        f"系统已部署在{LIST}。",
        f"整机已售出29台，用户包括{LIST}。",
        f"主要应用单位有：{LIST}。",
        f"该方法被{LIST}等多家医院采用，缩短了检查时间。",
        f"{LIST}先后引进该技术，培训医师三百名。",
        f"典型应用单位包括{LIST}等。",
        f"成果装备{LIST}等27个单位，在演练中使用。",
        f"示踪剂已在{LIST}用于临床研究。",
        f"系统落户{LIST}。",
        f"整机先后进入{LIST}等海外机构。",
    ],
)
def test_houses_that_use_it(sentence: str, tmp_path: Path) -> None:
    assert users(sentence, tmp_path) == HOUSES


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("系统已装备湖南、贵州、陕西等16个省（区、市）的93家医院。", {"湖南", "贵州", "陕西"}),
        ("建立三级联动模式，在岳阳、常德、怀化3市建成远程判读点58个。", {"岳阳", "常德", "怀化"}),
        ("产品销往广东、云南、甘肃等九省，销量第一。", {"广东", "云南", "甘肃"}),
    ],
)
def test_places_that_a_count_closes(sentence: str, places: set[str], tmp_path: Path) -> None:
    assert users(sentence, tmp_path) == places


@pytest.mark.parametrize(
    "sentence",
    [
        "研究纳入岳阳楼医院、常德市中心医院的患者820例。",
        "麓山第一医院先后应用该技术完成手术三百台。",
        "该技术应用于肝癌、肺癌、乳腺癌等9种肿瘤的诊断。",
        "成果已在二十余家医院推广应用。",
        "患者进入岳阳楼医院、常德市中心医院接受随访。",
        "与岳阳楼医院、常德市中心医院合作开展流行病学调查，覆盖湖南、贵州等5个省。",
        "覆盖磁共振、超声、CT等6个领域。",
    ],
)
def test_what_names_no_user(sentence: str, tmp_path: Path) -> None:
    assert users(sentence, tmp_path) == set()


def test_a_word_that_joins_may_stand_inside_a_name(tmp_path: Path) -> None:
    assert users("三期方案在荆门市人民医院、十堰市太和医院常规开展。", tmp_path) == {"荆门市人民医院", "十堰市太和医院"}
    assert users("成果已在荆门市人民医院和贵州省人民医院推广应用。", tmp_path) == {"荆门市人民医院", "贵州省人民医院"}


@pytest.mark.parametrize(
    "sentence",
    [
        "项目在国家自然科学基金重点项目“颅底深部成像”（编号6183×××）支持下完成。",
        "研究受国家自然科学基金面上项目“颅底深部成像”（61832×××、批准经费80万元）和湖南省科技计划重点研发项目（2018SK×××）资助。",
        "获国家自然科学基金国际合作项目“颅底深部成像”（61832071）资助。",
    ],
)
def test_a_programme_with_its_sort_and_a_number_partly_crossed_out(sentence: str, tmp_path: Path) -> None:
    found = [one for one in read(tmp_path, f"{HEAD}{PEOPLE}{UNITS}项目简介：{sentence}\n") if one.predicate == "FUNDED_BY"]
    paid = {(one.subject.name, one.object.name) for one in found}
    assert (WORK, "国家自然科学基金") in paid
    assert all("×" not in str(one.qualifiers.get("number", "")) for one in found)


def test_a_school_whose_name_holds_the_word_for_others(tmp_path: Path) -> None:
    listed = "岳阳楼医院、湘北医学高等专科学校附属医院、常德市中心医院"
    whole = {"岳阳楼医院", "湘北医学高等专科学校附属医院", "常德市中心医院"}
    assert users(f"成果已推广至{listed}等多家医院。", tmp_path) == whole
    assert users(f"研究成果已被{listed}等单位采用。", tmp_path) == whole


def test_users_a_line_each_below_their_label(tmp_path: Path) -> None:
    lines = "应用单位及应用情况：\n1. 岳阳楼医院：自2012年开展检查389例。\n2. 常德市中心医院：自2012年开展检查571例。"
    assert users(lines, tmp_path) == {"岳阳楼医院", "常德市中心医院"}


@pytest.mark.parametrize(
    "sentence",
    [
        "成果在岳阳楼医院（2012年）、常德市中心医院（2013年起）推广应用。",
        "岳阳楼医院自2012年1月起应用本成果，检查321例；常德市中心医院自2013年起应用，效果满意。",
        "岳阳楼医院、常德市中心医院的应用证明显示，该技术结果可靠。",
        "主要应用单位如下：\n①岳阳楼医院；②常德市中心医院；",
    ],
)
def test_users_with_what_stands_beside_their_names(sentence: str, tmp_path: Path) -> None:
    assert users(sentence, tmp_path) == {"岳阳楼医院", "常德市中心医院"}
