"""Papers that lists tell in other ways than reference lines with numbers, and who edited what."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Fact
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE

TITLE, OTHER = "颅底肿瘤影像导航的多中心研究", "Image guidance of skull base surgery"


@pytest.mark.parametrize(
    "items",
    [
        f"1. 论文《{TITLE}》，中华放射学杂志，2019，53(4): 250-256，第一作者：谷雨生，通讯作者：司马晴\n"
        f"2. 论文《{OTHER}》，European\nRadiology，2021，31: 58-67，第一作者：谷雨生，通讯\n作者：司马晴\n",
        f"1.论文：{TITLE}，中华放射学杂志，2019年，作者：谷雨生、司马晴\n"
        f"2.论文：{OTHER}，European Radiology，2021年，作者：谷雨生、司马晴\n",
        f"一、谷雨生, 司马晴. {TITLE}[J]. 中华放射学杂志, 2019, 53(4): 250-256.\n"
        f"二、谷雨生, 司马晴. {OTHER}[J]. European Radiology, 2021, 31: 58-67.\n",
        f"谷雨生, 司马晴. {TITLE}[J]. 中华放射学杂志, 2019, 53(4): 250-256.\n"
        f"谷雨生, 司马晴. {OTHER}[J].\nEuropean Radiology, 2021, 31: 58-67.\n",
        f"题目：{TITLE}；期刊：中华放射学杂志；年份：2019年；作者：谷雨生、司马晴\n"
        f"题目：{OTHER}；期刊：European Radiology；年份：2021年；作者：谷雨生、司马晴\n",
        f"1.{TITLE}，《中华放射学杂志》2019年第53卷第4期，谷雨生、司马晴\n"
        f"2.{OTHER}，《European Radiology》2021年，谷雨生、司马晴\n",
        f"1）2019年，{TITLE}，中华放射学杂志，53卷4期，谷雨生、司马晴\n"
        f"2）2021年，{OTHER}，European Radiology，31卷，谷雨生、司马晴\n",
        f"1、{TITLE}（谷雨生、司马晴，中华放射学杂志，2019，53（4）：250）\n"
        f"2、{OTHER}（谷雨生、司马晴，European Radiology，2021，31：58）\n",
        f"1. {TITLE}. 中华放射学杂志. 2019;53(4):250-256. 作者：谷雨生、司马晴\n"
        f"2. {OTHER}. European Radiology. 2021;31(1):58-67. 作者：谷雨生、司马晴\n",
    ],
)
def test_papers_told_in_other_ways(items: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"代表性论文目录\n{items}")
    assert told(found, "PUBLISHED_IN") == {(TITLE, "中华放射学杂志"), (OTHER, "European Radiology")}
    assert told(found, "AUTHORED") == {(who, paper) for who in ("谷雨生", "司马晴") for paper in (TITLE, OTHER)}
    years = {(one.subject.name, one.qualifiers["year"]) for one in found if one.predicate == "PUBLISHED_IN"}
    assert years == {(TITLE, 2019), (OTHER, 2021)}


def test_a_journal_that_is_called_as_a_person_could_be_and_stars_of_corresponding_authors(tmp_path: Path) -> None:
    items = f"1. {OTHER}, Calvaria Frontiers, 2019, 谷雨生*, 司马晴\n"
    items += f"2. {TITLE}，中华放射学杂志，2020，司马晴、谷雨生＊（＊为通讯作者）\n"
    found = read(tmp_path, HEAD + PEOPLE + f"代表作：\n{items}")
    assert told(found, "PUBLISHED_IN") == {(TITLE, "中华放射学杂志"), (OTHER, "Calvaria Frontiers")}
    marks = {(one.subject.name, one.qualifiers["order"], one.qualifiers["corresponding"]) for one in _authored(found, OTHER)}
    assert marks == {("谷雨生", 1, True), ("司马晴", 2, False)}
    assert {(one.subject.name, one.qualifiers["corresponding"]) for one in _authored(found, TITLE)} == {
        ("司马晴", False),
        ("谷雨生", True),
    }


def _authored(found: list[Fact], work: str) -> list[Fact]:
    return [one for one in found if one.predicate == "AUTHORED" and one.object.name == work]


ROWS = "主要知识产权目录\n序号\t类别\t名称\t授权号（标准编号）\t授权日期\t{head}\n"


@pytest.mark.parametrize(
    ("head", "drafters"),
    [
        ("权利人/起草人", "湖南省医学会（起草人：谷雨生、司马晴）"),
        ("发明人（标准起草人）", "谷雨生、司马晴"),
        ("发明人（标准起草人）", "谷雨生，司马晴"),
    ],
)
def test_papers_and_standards_among_patents(head: str, drafters: str, tmp_path: Path) -> None:
    rows = f"1\t团体标准\t颅底影像检查规范\tT/HN 07-2022\t2022-03-01\t{drafters}\n"
    rows += "2\t发明专利\t一种颅底导航论文方法\tZL201910200000.1\t2020-05-06\t谷雨生、司马晴\n"
    rows += f"3\t论文\t{TITLE}\t中华放射学杂志\t2021年第9卷\t司马晴、谷雨生*\n"
    rows += f"4\t论文\t{OTHER}\tZL201910200001.1\t2021年\t司马晴、谷雨生*\n"
    found = read(tmp_path, HEAD + PEOPLE + ROWS.format(head=head) + rows)
    assert {(one.subject.name, one.qualifiers.get("number")) for one in found if one.predicate == "OUTPUT_OF"} == {
        ("颅底影像检查规范", 1),
        (TITLE, 3),
    }
    assert told(found, "PUBLISHED_IN") == {(TITLE, "中华放射学杂志")}
    assert {(one.subject.name, one.qualifiers["role"]) for one in _authored(found, "颅底影像检查规范")} == {
        ("谷雨生", "起草人"),
        ("司马晴", "起草人"),
    }
    assert {(one.subject.name, one.qualifiers["corresponding"]) for one in _authored(found, TITLE)} == {
        ("司马晴", False),
        ("谷雨生", True),
    }


@pytest.mark.parametrize(
    "item",
    [
        "谷雨生主编, 司马晴、于菲副主编. 《颅底影像图谱》. 湖南科学技术出版社, 2023.",
        "谷雨生主编；司马晴、于菲副主编．颅底影像图谱[M]．长沙：湖南科学技术出版社，2023",
    ],
)
def test_a_reference_that_names_editors_in_several_roles(item: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"代表性论文专著目录\n[1] {item}\n")
    assert {(one.subject.name, one.qualifiers["role"]) for one in _authored(found, "颅底影像图谱")} == {
        ("谷雨生", "主编"),
        ("司马晴", "副主编"),
        ("于菲", "副主编"),
    }


@pytest.mark.parametrize(
    "item",
    [
        "1. 发明专利《一种颅底手术导航方法》，ZL201910200000.1，2020年，发明人：谷雨生",
        "1. 团体标准《颅底影像检查规范》，T/HN 07-2022，起草人：谷雨生、司马晴",
        "1. 软件著作权：颅底影像导航平台V1.0，2018SR000001",
        "1. 本项目发表论文12篇，2019年以来被引用300次。",
    ],
)
def test_what_is_no_paper(item: str, tmp_path: Path) -> None:
    assert not told(read(tmp_path, HEAD + PEOPLE + f"主要知识产权目录\n{item}\n"), "PUBLISHED_IN")


def test_a_cell_of_journal_and_issue(tmp_path: Path) -> None:
    table = f"代表性论文\n序号\t论文题目\t期刊、年、卷、页\t作者\n1\t{OTHER}\tEur Radiol, 2021, 31: 58-67\t谷雨生、司马晴\n"
    (one,) = [one for one in read(tmp_path, HEAD + PEOPLE + table) if one.predicate == "PUBLISHED_IN"]
    assert (one.object.name, one.qualifiers) == ("Eur Radiol", {"year": 2021})


@pytest.mark.parametrize(
    ("said", "received"),
    [
        ("曾以第一完成人获2017年湖南医学科技奖二等奖", {("谷雨生", "湖南医学科技奖", 2017, 1)}),
        ("2019年获湖南医学科技奖一等奖，后完成验证", {("谷雨生", "湖南医学科技奖", 2019, None)}),
        ("指导的研究生获2019年湖南医学科技奖一等奖", set()),
        ("所研软件获2019年湖南医学科技奖一等奖", set()),
    ],
)
def test_awards_that_a_contribution_tells_of_its_bearer(said: str, received: set[tuple[object, ...]], tmp_path: Path) -> None:
    text = HEAD + PEOPLE + f"主要完成人贡献：\n谷雨生（第1完成人）：主持项目；{said}。\n"
    found = [one for one in read(tmp_path, text) if one.predicate == "RECEIVED"]
    assert {
        (one.subject.name, one.object.name, one.qualifiers.get("year"), one.qualifiers.get("rank")) for one in found
    } == received


@pytest.mark.parametrize(("count", "holders"), [("三", {"谷雨生", "司马晴", "雷鸣川"}), ("两", set())])
def test_an_award_of_as_many_as_they_are(count: str, holders: set[str], tmp_path: Path) -> None:
    text = HEAD + PEOPLE + f"完成人合作关系说明\n以上{count}人曾共同获得2020年度湖南医学科技奖一等奖。\n"
    assert {who for who, _ in told(read(tmp_path, text), "RECEIVED")} == holders


@pytest.mark.parametrize("said", ["《颅底影像图谱》主编", "负责质控，《颅底影像图谱》一书的副主编。"])
def test_an_editor_of_a_book(said: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "排名\t姓名\t贡献\n" + f"1\t谷雨生\t{said}\n2\t司马晴\t通读《颅底影像图谱》主编的来信\n")
    assert {who for who, work in told(found, "AUTHORED") if work == "颅底影像图谱"} == {"谷雨生"}


POINTS = "主要创新点：①提出导航配准方法；②建立颅底图谱；③推广应用。\n"


@pytest.mark.parametrize(
    ("said", "points"),
    [
        ("主持①②全部内容", {"1", "2"}),
        ("算法研究（①、③）", {"1", "3"}),
        ("①提出思路；②撰写论文；③组织会议", set()),
        ("完成附件④的整理", set()),
    ],
)
def test_circled_numbers_refer_to_circled_points(said: str, points: set[str], tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + POINTS + f"排名\t姓名\t贡献\n1\t谷雨生\t{said}\n2\t司马晴\t质控\n")
    told_points = {one.object.name.rsplit("#", 1)[-1] for one in found if one.predicate == "CONTRIBUTED_TO"}
    assert told_points == points


def test_users_in_a_table_and_in_a_list(tmp_path: Path) -> None:
    table = "应用单位\t起止时间\t联系人\t应用效果\n岳阳楼医院\t2018\t段某\t良好\n桃花源医院\t2019\t武某\t良好\n"
    found = read(tmp_path, HEAD + PEOPLE + f"推广应用情况\n{table}")
    assert {user for _, user in told(found, "ADOPTED_BY")} == {"岳阳楼医院", "桃花源医院"}
    found = read(tmp_path, HEAD + PEOPLE + "主要应用单位：岳阳楼医院、桃花源医院\n")
    assert {user for _, user in told(found, "ADOPTED_BY")} == {"岳阳楼医院", "桃花源医院"}


@pytest.mark.parametrize(
    ("opinion", "count"),
    [
        ("该成果的技术创新为：\n1. 发明配准方法；\n2. 建立图谱。\n同意提名。", 2),
        ("我单位审核：1.材料真实；2.无知识产权争议；3.已公示。同意提名。", 0),
    ],
)
def test_points_of_an_opinion(opinion: str, count: int, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"提名意见\n{opinion}\n")
    assert len(told(found, "HAS_INNOVATION")) == count


def test_a_rank_behind_an_award_is_of_the_person_named_there(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD
        + PEOPLE
        + "曾获奖励：\n（1）2020年度湖南医学科技奖二等奖，谷雨生（排名第2）。\n（2）2018年湖南医学科技奖三等奖。\n",
    )
    assert {who for who, _ in told(found, "RECEIVED")} == {"谷雨生", "颅底肿瘤多模态影像导航技术"}


@pytest.mark.parametrize("last", ["第一署名单位", "署名单位", "归属情况"])
def test_a_last_column_of_no_label_is_no_part_of_the_authors(last: str, tmp_path: Path) -> None:
    cell = "国内" if last == "归属情况" else "麓山第一医院"
    head = f"代表性论文目录\n序号\n论文名称\n刊名\n年卷页码\n全部作者\n通讯作者\n{last}\n"
    rows = f"1\n{OTHER}\nEuropean\nRadiology\n2021;31:58-67\n谷雨生、司马\n晴\n司马晴\n{cell}\n"
    rows += f"2\nDiffusion imaging of skull base\nRadiology\n2022;40:5-12\n司马晴、谷雨生\n谷雨生\n{cell}\n"
    found = [one for one in read(tmp_path, HEAD + PEOPLE + head + rows) if one.predicate == "AUTHORED"]
    made = {(one.subject.name, one.object.name[:5], one.qualifiers["order"], one.qualifiers["corresponding"]) for one in found}
    assert made == {
        *(("谷雨生", "Image", 1, False), ("司马晴", "Image", 2, True)),
        *(("司马晴", "Diffu", 1, False), ("谷雨生", "Diffu", 2, True)),
    }


def test_who_wrote_it_in_a_bracket_behind_a_reference(tmp_path: Path) -> None:
    papers = (
        f"代表性论文：\n1. {TITLE}. 中华放射学杂志, 2019, 53(4): 250-256.（第一作者：谷雨生；通讯作者：司马晴）\n"
        f"2. {OTHER}. European Radiology, 2021, 31: 58-67.（第一作者：司马晴；通讯作者：谷雨生）\n"
    )
    found = read(tmp_path, HEAD + PEOPLE + papers)
    assert told(found, "PUBLISHED_IN") == {(TITLE, "中华放射学杂志"), (OTHER, "European Radiology")}
    authored = {
        (one.subject.name, one.object.name, one.qualifiers.get("order")) for one in found if one.predicate == "AUTHORED"
    }
    assert authored == {("谷雨生", TITLE, 1), ("司马晴", TITLE, None), ("司马晴", OTHER, 1), ("谷雨生", OTHER, None)}


@pytest.mark.parametrize(
    ("said", "received"),
    [
        (
            "于2014年和2016年先后获湖南省自然科学奖二等奖、中华医学科技奖一等奖。",
            {("湖南省自然科学奖", 2014), ("中华医学科技奖", 2016)},
        ),
        ("2016年，本项目荣获中华医学科技奖一等奖。", {("中华医学科技奖", 2016)}),
        ("本成果荣膺2016年中华医学科技奖一等奖等奖励。", {("中华医学科技奖", 2016)}),
        ("成果2016年获得中华医学科技奖一等奖（证书号：2019-J-2）。", {("中华医学科技奖", 2016)}),
        ("获奖情况：中华医学科技奖（2016年，一等奖）。", {("中华医学科技奖", 2016)}),
    ],
)
def test_the_year_of_each_award(said: str, received: set[tuple[str, int]], tmp_path: Path) -> None:
    found = [
        one for one in read(tmp_path, f"{HEAD}项目简介：\n颅底肿瘤位置深在。{said}\n{PEOPLE}") if one.predicate == "RECEIVED"
    ]
    assert {(one.object.name, one.qualifiers.get("year")) for one in found} == received
    assert all(one.qualifiers.get("grade") for one in found)


def test_a_work_of_its_own_that_somebody_led(tmp_path: Path) -> None:
    said = "谷雨生牵头完成的“颅底显微解剖的研究”荣获2016年中华医学科技奖一等奖。"
    found = read(tmp_path, f"{HEAD}{PEOPLE}项目简介：\n颅底肿瘤位置深在。{said}\n")
    assert told(found, "RECEIVED") == {("颅底显微解剖的研究", "中华医学科技奖")}
