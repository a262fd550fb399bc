"""Tables of people beside their institutions: where they work, and what guideline they made."""

from __future__ import annotations

from pathlib import Path

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

ROWS = [
    ("主编", "虞伯言", "教授、主任医师", "沅州大学附属第一医院"),
    ("副主编", "凌霜降", "研究员", "沅州大学附属第一医院"),
    ("编委", "巴图尔·艾山", "副主任医师", "北岭市中心医院"),
    ("秘书", "谷雨时", "主治医师", "北岭市中心医院"),
]


def page(tmp_path: Path, *, title: str, caption: str, heads: tuple[str, ...]) -> set[tuple[str, str, str, str]]:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    table = f"<table><caption>{caption}</caption><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{rows}</table>"
    path = tmp_path / "page.html"
    path.write_text(f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{table}</body></html>", "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {
        (one.subject.name, one.predicate, one.object.name, str(one.qualifiers.get("title") or one.qualifiers.get("role", "")))
        for one in kept
        if isinstance(one, Fact) and one.subject.label == "Person"
    }


WORKING = {
    ("虞伯言", "AFFILIATED_WITH", "沅州大学附属第一医院", "教授,主任医师"),
    ("凌霜降", "AFFILIATED_WITH", "沅州大学附属第一医院", "研究员"),
    ("巴图尔·艾山", "AFFILIATED_WITH", "北岭市中心医院", "副主任医师"),
    ("谷雨时", "AFFILIATED_WITH", "北岭市中心医院", "主治医师"),
}


def test_those_who_made_a_guideline(tmp_path: Path) -> None:
    name = "肝脏磁共振弹性成像检查技术专家共识"
    found = page(
        tmp_path, title=f"关于发布《{name}》的通知", caption="共识编写专家名单", heads=("分工", "姓名", "职称", "工作单位")
    )
    made = {("虞伯言", "主编"), ("凌霜降", "副主编"), ("巴图尔·艾山", "编委")}
    assert found == WORKING | {(who, "AUTHORED", name, f"('{part}',)") for who, part in made}


def test_experts_who_made_nothing(tmp_path: Path) -> None:
    found = page(tmp_path, title="影像质控中心成员", caption="成员名单", heads=("角色", "姓名", "职称", "所在单位"))
    assert found == WORKING


def test_a_class_of_students_is_left_alone(tmp_path: Path) -> None:
    found = page(tmp_path, title="磁共振技术培训班学员名单", caption="学员名单", heads=("角色", "姓名", "职称", "所在单位"))
    assert found == set()


def test_a_list_of_projects_is_no_roster(tmp_path: Path) -> None:
    found = page(tmp_path, title="立项项目清单", caption="立项清单", heads=("项目名称", "姓名", "经费", "所在单位"))
    assert not {one for one in found if one[1] == "AUTHORED"}


def members(text: str, tmp_path: Path) -> set[tuple[str, str, str, str]]:
    path = tmp_path / "roster.txt"
    path.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {
        (
            one.subject.name,
            one.object.name,
            str(one.qualifiers.get("position", "")),
            "".join(role) if isinstance(role := one.qualifiers.get("role", ()), tuple) else "",  # type: ignore[arg-type]
        )
        for one in kept
        if isinstance(one, Fact) and one.subject.label == "Person"
    }


HEADED = "北岭省医学会超声医学分会学术会议专家名录\n\n"


def test_offices_in_societies_beside_titles(tmp_path: Path) -> None:
    first = "虞伯言\n主任医师  超声医学分会副主任委员\n北岭市中心医院\n"
    second = "凌霜降\n主任医师 超声科主任\n北岭大学附属医院\n"
    assert members(f"{HEADED}姓名\n职称/职务\n单位\n{first}{second}", tmp_path) == {
        ("虞伯言", "北岭市中心医院", "", ""),
        ("虞伯言", "北岭省医学会超声医学分会", "", "副主任委员"),
        ("凌霜降", "北岭大学附属医院", "超声科主任", ""),
    }


def test_offices_in_societies_in_a_column_of_their_own(tmp_path: Path) -> None:
    head = "专家\n\n姓名\t职称\t单位\t学会任职\n"
    rows = (
        "虞伯言\t教授\t北岭大学\t北岭省抗癌协会影像专业委员会主任委员、中国某某协会理事\n凌霜降\t教授\t北岭大学\t影像分会委员\n"
    )
    assert members(head + rows, tmp_path) == {
        ("虞伯言", "北岭大学", "", ""),
        ("虞伯言", "北岭省抗癌协会影像专业委员会", "", "主任委员"),
        ("虞伯言", "中国某某协会", "", "理事"),
        ("凌霜降", "北岭大学", "", ""),
    }
