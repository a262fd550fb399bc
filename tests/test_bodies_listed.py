"""Tables of those who sit in councils and groups: the office in a cell, over the rows or on the line above."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact


def read(path: Path, text: str) -> set[tuple[str, str, str, str]]:
    path.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    told = (one for one in kept if isinstance(one, Fact) and one.subject.label == "Person")
    return {(one.subject.name, one.predicate, one.object.name, _what(one)) for one in told}


def _what(fact: Fact) -> str:
    role = fact.qualifiers.get("role")
    return "".join(map(str, role)) if isinstance(role, tuple) else str(fact.qualifiers.get("position", ""))


def page(title: str, *parts: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{''.join(parts)}</body></html>"


def table(*rows: tuple[str, ...]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"


def test_posts_at_home_beside_offices(tmp_path: Path) -> None:
    found = read(
        tmp_path / "a.html",
        page(
            "岭南省医学会磁共振学分会第四届委员会名单",
            table(
                ("科室职务", "姓名", "工作单位", "分会职务"),
                ("放射科主任", "虞伯言", "岭南省人民医院", "主任委员"),
                ("影像中心副主任", "凌霜降", "沅州市第一医院", "副主任委员"),
            ),
            "<p>委　员（共2名，按姓氏笔画排序）：</p>",
            table(("姓名", "单位"), ("拓雪松", "北岭市中心医院"), ("谷雨时", "沅州市第一医院")),
        ),
    )
    society = "岭南省医学会磁共振学分会"
    assert found == {
        ("虞伯言", "MEMBER_OF", society, "主任委员"),
        ("虞伯言", "AFFILIATED_WITH", "岭南省人民医院", "放射科主任"),
        ("凌霜降", "MEMBER_OF", society, "副主任委员"),
        ("凌霜降", "AFFILIATED_WITH", "沅州市第一医院", "影像中心副主任"),
        ("拓雪松", "MEMBER_OF", society, "委员"),
        ("拓雪松", "AFFILIATED_WITH", "北岭市中心医院", ""),
        ("谷雨时", "MEMBER_OF", society, "委员"),
        ("谷雨时", "AFFILIATED_WITH", "沅州市第一医院", ""),
    }


def test_a_group_of_experts_without_numbers(tmp_path: Path) -> None:
    found = read(
        tmp_path / "a.txt",
        "关于医用影像设备更新论证情况的说明\n\n表2　大型影像设备配置论证专家组名单\n\n组内职务　姓名　工作单位　职称/职务\n\n"
        "组　长　虞伯言　岭南省人民医院　主任医师/科主任\n副组长　凌　霜　沅州市第一医院　主任医师\n"
        "　　　　阎知秋　岭南理工大学　教授/副院长\n成　员　谷雨时　北岭市中心医院　副主任医师\n",
    )
    group = "大型影像设备配置论证专家组"
    assert {one for one in found if one[1] == "MEMBER_OF"} == {
        ("虞伯言", "MEMBER_OF", group, "组长"),
        ("凌霜", "MEMBER_OF", group, "副组长"),
        ("阎知秋", "MEMBER_OF", group, "副组长"),
        ("谷雨时", "MEMBER_OF", group, "成员"),
    }


def test_a_council_of_a_laboratory(tmp_path: Path) -> None:
    found = read(
        tmp_path / "a.html",
        page(
            "关于公布沅州大学太赫兹成像重点实验室学术委员会组成人员名单的通知",
            table(
                ("姓名", "委员会职务", "单位", "职称"),
                ("虞伯言", "主任", "岭南理工大学", "教授"),
                ("凌霜降", "委员", "沅州大学", "研究员"),
            ),
        ),
    )
    council = "沅州大学太赫兹成像重点实验室学术委员会"
    assert {one for one in found if one[1] == "MEMBER_OF"} == {
        ("虞伯言", "MEMBER_OF", council, "主任"),
        ("凌霜降", "MEMBER_OF", council, "委员"),
    }


def test_a_post_at_home_is_no_office(tmp_path: Path) -> None:
    found = read(
        tmp_path / "a.html",
        page(
            "岭南省影像质控中心专家委员会成员名单",
            table(("姓名", "职务", "工作单位"), ("虞伯言", "主任", "岭南省人民医院"), ("凌霜降", "副院长", "沅州市第一医院")),
        ),
    )
    assert not {one for one in found if one[1] == "MEMBER_OF"}


def test_tables_of_a_branch_and_of_its_young_and_groups(tmp_path: Path) -> None:
    head = ("序号", "姓名", "单位", "职务")
    found = read(
        tmp_path / "a.html",
        page(
            "关于公布岭南省医学会磁共振学分会第四届委员会、青年委员会及学组名单的通知",
            "<p>岭南省医学会磁共振学分会第四届委员会名单</p>",
            table(head, ("1", "虞伯言", "岭南省人民医院", "主任委员"), ("2", "凌霜降", "沅州市第一医院", "委员")),
            "<p>青年委员会名单</p>",
            table(head, ("1", "拓雪松", "北岭市中心医院", "主任委员"), ("2", "凌霜降", "沅州市第一医院", "委员")),
            "<p>心脏学组名单</p>",
            table(head, ("1", "谷雨时", "沅州市第一医院", "组长"), ("2", "阎知秋", "北岭市中心医院", "副组长")),
        ),
    )
    society = "岭南省医学会磁共振学分会"
    assert {(one[0], one[2], one[3]) for one in found if one[1] == "MEMBER_OF"} == {
        ("虞伯言", society, "主任委员"),
        ("凌霜降", society, "委员"),
        ("拓雪松", society + "青年委员会", "主任委员"),
        ("凌霜降", society + "青年委员会", "委员"),
        ("谷雨时", society + "心脏学组", "组长"),
        ("阎知秋", society + "心脏学组", "副组长"),
    }


BRANCH = "岭南省医学会磁共振学分会"


def members(path: Path, *lines: str) -> set[tuple[str, str, str]]:
    return {(name, body, role) for name, kind, body, role in read(path / "a.txt", "\n".join(lines)) if kind == "MEMBER_OF"}


def test_the_committee_of_the_young_is_a_body_of_its_own(tmp_path: Path) -> None:
    found = members(
        tmp_path,
        f"关于公布{BRANCH}第九届委员会及青年委员会组成人员名单的通知\n",
        f"{BRANCH}第九届委员会名单\n",
        "主任委员：",
        "虞伯言（女）    岭南大学第一附属医院",
        "副主任委员：",
        "凌霜降（兼）  沅州市第一医院",
        "阎知秋（女，回族）  岚江医院\n",
        "附件2",
        f"{BRANCH}第九届委员会青年委员会名单\n",
        "主任委员：",
        "凌霜降（兼）    沅州市第一医院",
        "委员：",
        "谷雨时    岭南省肿瘤医院",
    )
    assert found == {
        ("虞伯言", BRANCH, "主任委员"),
        ("凌霜降", BRANCH, "副主任委员"),
        ("阎知秋", BRANCH, "副主任委员"),
        ("凌霜降", BRANCH + "青年委员会", "主任委员"),
        ("谷雨时", BRANCH + "青年委员会", "委员"),
    }


@pytest.mark.parametrize("heading", ["青年委员会名单", "（二）第二届青年委员会：", "青年委员会委员名单"])
def test_a_heading_that_names_the_committee_of_the_young_alone(tmp_path: Path, heading: str) -> None:
    found = members(
        tmp_path,
        f"{BRANCH}第二届委员会委员名单\n",
        heading + "\n",
        "委员：",
        "谷雨时（岭南省肿瘤医院）、凌霜降（沅州市第一医院）",
    )
    assert {body for _, body, _ in found} == {BRANCH + "青年委员会"}


def test_young_members_of_a_branch_are_no_body(tmp_path: Path) -> None:
    found = members(
        tmp_path, f"{BRANCH}第二届委员会青年委员名单\n", "青年委员：", "谷雨时（岭南省肿瘤医院）、凌霜降（沅州市第一医院）"
    )
    assert {one[1:] for one in found} == {(BRANCH, "青年委员")}


def test_the_term_of_those_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    head = ("序号", "姓名", "单位", "职务")
    path.write_text(
        page(
            f"关于公布{BRANCH}第四届委员会及青年委员会名单的通知",
            f"<p>{BRANCH}第四届委员会名单</p>",
            table(head, ("1", "虞伯言", "岭南省人民医院", "主任委员"), ("2", "凌霜降", "沅州市第一医院", "委员")),
            "<p>第二届青年委员会名单</p>",
            table(head, ("1", "拓雪松", "北岭市中心医院", "主任委员"), ("2", "谷雨时", "沅州市第一医院", "委员")),
        ),
        "utf-8",
    )
    kept, _, _ = read_assertions(read_document(path), pipeline())
    told = {
        (one.subject.name, one.qualifiers.get("term")) for one in kept if isinstance(one, Fact) and one.predicate == "MEMBER_OF"
    }
    assert told == {("虞伯言", "第四届"), ("凌霜降", "第四届"), ("拓雪松", "第二届"), ("谷雨时", "第二届")}
