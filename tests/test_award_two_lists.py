"""What a second list of people tells: posts, offices, honours; units by number before their label; where a device is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK, ranked

FIRST = "主要完成人：1.谷雨生（潇湘大学附属麓山医院） 2.司马晴（潇湘理工大学） 3.雷鸣川（衡岳影像科技有限公司）\n"


@pytest.mark.parametrize(
    ("said", "title", "position"),
    [
        ("谷雨生，教授、主任医师，附属麓山医院副院长", "教授、主任医师", "副院长"),
        ("谷雨生，主任医师，放射科主任", "主任医师", "放射科主任"),
        ("谷雨生，医学影像学院教授", "教授", None),
        ("谷雨生，高级工程师，公司总经理", "高级工程师", "总经理"),
    ],
)
def test_posts_of_a_second_list(said: str, title: str, position: str | None, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + FIRST + f"完成人情况：{said}；司马晴，研究员；雷鸣川，工程师。\n")
    facts = [one for one in found if one.predicate == "AFFILIATED_WITH" and one.subject.name == "谷雨生"]
    assert [(one.object.name, one.qualifiers.get("title"), one.qualifiers.get("position")) for one in facts] == [
        ("潇湘大学附属麓山医院", title, position)
    ]


def test_another_house_of_a_second_list_gives_no_posts_to_the_first(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + FIRST + "完成人情况：谷雨生，衡州市中心医院副院长；司马晴，研究员；雷鸣川，工程师。\n")
    house = [one for one in found if one.predicate == "AFFILIATED_WITH" and one.object.name == "潇湘大学附属麓山医院"]
    assert not any(one.qualifiers.get("position") for one in house)


@pytest.mark.parametrize(
    ("said", "office", "award"),
    [
        (
            "兼任中华影像学会耳科学分会青年委员会副主任委员，2018年获湖湘青年科技奖",
            ("中华影像学会耳科学分会青年委员会", "副主任委员"),
            ("湖湘青年科技奖", 2018),
        ),
        ("现任湖南省医学会放射学分会委员，2020年荣获湖湘医师奖", ("湖南省医学会放射学分会", "委员"), ("湖湘医师奖", 2020)),
        (
            "担任湖湘影像学会青年委员会委员，2019年获潇湘贡献奖",
            ("湖湘影像学会青年委员会", "委员"),
            ("潇湘贡献奖", 2019),
        ),
    ],
)
def test_offices_and_honours_behind_a_name(said: str, office: tuple[str, str], award: tuple[str, int], tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + FIRST + f"完成人情况：谷雨生，教授，{said}；司马晴，研究员；雷鸣川，工程师。\n")
    held = {(one.subject.name, one.object.name, one.qualifiers["role"]) for one in found if one.predicate == "MEMBER_OF"}
    got = {(one.subject.name, one.object.name, one.qualifiers["year"]) for one in found if one.predicate == "RECEIVED"}
    assert (held, got) == ({("谷雨生", *office)}, {("谷雨生", *award)})


@pytest.mark.parametrize("number", ["{}.", "（{}）", "{}、"])
def test_units_by_the_number_before_their_label(number: str, tmp_path: Path) -> None:
    names = ("麓山第一医院", "潇湘理工大学", "衡岳影像科技有限公司")
    lines = "\n".join(f"{number.format(place)}单位名称：{name}" for place, name in enumerate(names, 1))
    found = read(tmp_path, HEAD + PEOPLE + f"主要完成单位\n{lines}\n")
    assert ranked(found, "COMPLETED") == {(name, place) for place, name in enumerate(names, 1)}


def test_the_number_of_a_field_ranks_nobody(tmp_path: Path) -> None:
    unit = "主要完成单位\n1.单位名称：麓山第一医院\n2.联系人：谷雨生\n1.单位名称：潇湘理工大学\n2.联系人：司马晴\n"
    assert {rank for _, rank in ranked(read(tmp_path, HEAD + PEOPLE + unit), "COMPLETED")} == {None}


@pytest.mark.parametrize(
    ("said", "users"),
    [
        (
            "装机单位有衡州市中心医院、耒水县人民医院等，并出口至越南、泰国",
            {"衡州市中心医院", "耒水县人民医院", "越南", "泰国"},
        ),
        ("应用单位包括衡州市中心医院、耒水县人民医院等医院，年检查量逾万例", {"衡州市中心医院", "耒水县人民医院"}),
        ("产品已远销德国、巴西等国", {"德国", "巴西"}),
    ],
)
def test_users_before_a_clause_and_abroad(said: str, users: set[str], tmp_path: Path) -> None:
    assert told(read(tmp_path, HEAD + PEOPLE + f"推广应用\n{said}。\n"), "ADOPTED_BY") == {(WORK, user) for user in users}


@pytest.mark.parametrize("device", ["“耳畔管家”软件", "“耳畔管家”移动CT", "自主研发的“耳畔管家”机器人"])
def test_a_device_of_a_sentence_is_what_is_used(device: str, tmp_path: Path) -> None:
    said = f"{device}与基层筛查相衔接，已在湖南、贵州等地58家医疗机构落地。"
    assert told(read(tmp_path, HEAD + PEOPLE + f"推广应用\n{said}\n"), "ADOPTED_BY") == {
        ("耳畔管家", "湖南"),
        ("耳畔管家", "贵州"),
    }


def test_the_label_of_a_whole_table_is_no_part_of_what_a_row_says(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{rank}</td><td>{name}</td><td>教授</td></tr>" for rank, name in ((1, "谷雨生"), (2, "司马晴")))
    head = "<tr><th rowspan=3>主要完成人</th><th>排名</th><th>姓名</th><th>职称</th></tr>"
    work = f"<tr><th>项目名称</th><td colspan=3>{WORK}</td></tr><tr><th>提名单位</th><td colspan=3>湖南省医学会</td></tr>"
    path = tmp_path / "form.html"
    path.write_text(f"<html><body><table>{work}{head}{rows}</table></body></html>", "utf-8")
    stated = AwardIngester().ingest(read_document(path), pipeline())
    said = [one.evidence.quote for one in stated if isinstance(one, Fact) and one.subject.name == "司马晴"]
    assert said
    assert all("谷雨生" not in words and "司马晴" in words for words in said)


@pytest.mark.parametrize("did", ["对重要科学发现的贡献", "对主要技术发明的贡献", "对本项目的主要贡献"])
def test_a_head_of_two_rows_names_nobody(did: str, tmp_path: Path) -> None:
    points = "".join(f"<p>发现点{number}：提出第{number}种成像方法。</p>" for number in (1, 2))
    head = (
        f"<tr><th rowspan=2>序</th><th rowspan=2>姓名</th><th colspan=3>基本情况</th><th rowspan=2>{did}</th></tr>"
        "<tr><th>职称</th><th>职务</th><th>完成单位（工作单位）</th></tr>"
    )
    rows = (
        "<tr><td>1</td><td>谷雨生</td><td>教授</td><td>副院长</td><td>潇湘理工大学</td><td>对发现点1、2有主要贡献</td></tr>"
        "<tr><td>2</td><td>司马晴</td><td>讲师</td><td>——</td><td>潇湘理工大学</td><td>发现点2的主要完成者</td></tr>"
    )
    form = f"<p>项目名称：{WORK}</p><p>提名单位：湖南省医学会</p><h3>主要科学发现</h3>{points}<h3>主要完成人情况</h3>"
    path = tmp_path / "form.html"
    path.write_text(f"<html><body>{form}<table>{head}{rows}</table></body></html>", "utf-8")
    facts = [one for one in AwardIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    ranks = {(one.subject.name, one.qualifiers["rank"]) for one in facts if one.predicate == "PARTICIPATED_IN"}
    deeds = {(one.subject.name, one.object.name[-2:]) for one in facts if one.predicate == "CONTRIBUTED_TO"}
    assert ranks == {("谷雨生", 1), ("司马晴", 2)}
    assert deeds == {("谷雨生", "#1"), ("谷雨生", "#2"), ("司马晴", "#2")}
