"""Techniques that a form coins, who works on them, what supports the work and which offices are told in rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK


def coined(point: str, folder: Path) -> set[str]:
    found = read(folder, f"{HEAD}{PEOPLE}主要科技创新：\n1. {point}\n2. 推广了该方法。\n")
    return {to for who, to in told(found, "CONCERNS") if who == f"{WORK}#1"}


@pytest.mark.parametrize(
    ("point", "names"),
    [
        ("发明了同轴光电旋转接头，转速很高。", {"同轴光电旋转接头"}),
        ("研制出双频水冷射频消融仪及可弯曲消融针，取得注册证。", {"双频水冷射频消融仪", "可弯曲消融针"}),
        ("提出边界感知的髓鞘分割网络，误差减半。", {"髓鞘分割网络"}),
        ("自主开发颅底骨缝自动测量软件“SkullMate”，单例用时九秒。", {"SkullMate"}),
        ("研制了基于三维卷积网络的骨缝检测算法SkullMate，灵敏度高。", {"SkullMate"}),
        ("开发颅底测量软件Skull-Mate（简称SM），单例用时九秒。", {"Skull-Mate"}),
        ("楔形多孔准直器的优化设计与加工工艺；", {"楔形多孔准直器"}),
        ("提出基于方向滤波与稳健拟合的骨缝波速重建算法，用时缩短。", {"骨缝波速重建算法"}),
    ],
)
def test_what_a_point_coins(point: str, names: set[str], tmp_path: Path) -> None:
    assert names <= coined(point, tmp_path)


@pytest.mark.parametrize(
    "point",
    [
        "建立了专病协作网络，覆盖三个县。",
        "研发自动处理软件，提高了效率。",
        "我们率先建立了规范的随访制度。",
        "开发了科室管理软件，方便病人。",
        "开发了管理软件OAIS，方便病人。",
        "建立的随访系统Windows版方便病人。",
    ],
)
def test_what_coins_nothing(point: str, tmp_path: Path) -> None:
    assert coined(point, tmp_path) == set()


def test_who_works_on_what_a_point_coined(tmp_path: Path) -> None:
    people = (
        "姓名：谷雨生\n排名：1\n工作单位：麓山第一医院\n贡献：负责颅底骨缝分割算法推导。\n"
        "姓名：司马晴\n排名：2\n工作单位：潇湘理工大学\n贡献：完成髓鞘分割网络在基层的验证。\n"
        "姓名：雷鸣川\n排名：3\n工作单位：麓山第一医院\n贡献：磁共振图像采集\n"
    )
    found = read(tmp_path, f"{HEAD}主要科技创新：\n1. 提出髓鞘分割网络，误差减半。\n2. 推广了该方法。\n主要完成人\n{people}")
    works = told(found, "WORKS_ON")
    assert {("谷雨生", "颅底骨缝分割算法"), ("司马晴", "髓鞘分割网络"), ("雷鸣川", "磁共振成像")} <= works


def test_programmes_with_titles_numbers_and_leaders(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"{HEAD}{PEOPLE}项目简介：\n项目受湖南省重点研发计划“颅底导航装备及系统”（2021SK2005，谷雨生主持）和"
        "国家自然科学基金面上项目（81771111、82072222）资助，历时八年。\n",
    )
    grant = "颅底导航装备及系统"
    assert told(found, "FUNDED_BY") == {
        (grant, "湖南省重点研发计划"),
        (WORK, "湖南省重点研发计划"),
        (WORK, "国家自然科学基金"),
    }
    assert told(found, "LEADS") == {("谷雨生", grant)}
    numbers = {one.qualifiers.get("number") for one in found if one.object.name == "国家自然科学基金"}
    assert numbers == {None}


@pytest.mark.parametrize("who", ["谷雨生多次应邀作大会报告，现任", "第一完成人任", "谷雨生教授现任"])
def test_offices_in_a_row_behind_a_completer(who: str, tmp_path: Path) -> None:
    opinion = f"{who}中华某某学会放射学分会委员、湖南省某某学会影像学分会副主任委员。"
    found = read(tmp_path, f"{HEAD}{PEOPLE}提名意见：\n{opinion}\n")
    held = {(one.subject.name, one.object.name, one.qualifiers["role"]) for one in found if one.predicate == "MEMBER_OF"}
    assert held == {
        ("谷雨生", "中华某某学会放射学分会", "委员"),
        ("谷雨生", "湖南省某某学会影像学分会", "副主任委员"),
    }
    assert ("湖南省某某学会影像学分会", "湖南省某某学会") in told(found, "PART_OF")


def test_an_office_behind_two_names_is_nobodys(tmp_path: Path) -> None:
    opinion = "谷雨生和司马晴完成了随访，现任湖南省某某学会影像学分会副主任委员。"
    assert not told(read(tmp_path, f"{HEAD}{PEOPLE}提名意见：\n{opinion}\n"), "MEMBER_OF")


def test_an_office_behind_a_verb_that_reads_like_no_name(tmp_path: Path) -> None:
    opinion = "第一完成人应邀在年会作大会报告，并担任湖南省某某学会影像学分会副主任委员。"
    found = read(tmp_path, f"{HEAD}{PEOPLE}提名意见：\n{opinion}\n")
    assert told(found, "MEMBER_OF") == {("谷雨生", "湖南省某某学会影像学分会")}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("发明了1060 nm波段400 kHz高速扫频光源，视场达24 mm", "高速扫频光源"),
        ("提出分光谱去相关血流提取方法，信噪比提高6 dB", "分光谱去相关血流提取方法"),
        ("研制放射性药物全自动合成模块，产率达70%", "放射性药物全自动合成模块"),
    ],
)
def test_light_sources_modules_and_ways_of_working(said: str, name: str, tmp_path: Path) -> None:
    text = HEAD + PEOPLE + f"主要技术发明\n1. {said}。\n2. 建立质量控制体系及其校正方法。\n"
    made = {one.object.name for one in read(tmp_path, text) if one.evidence.rule == "COINED_IN_POINT"}
    assert made == {name}
