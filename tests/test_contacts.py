"""People who answer for the rows of a table of figures, beside their houses."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact
from tests.table_facts import document_of

HEADS = ("省份", "机构数", "CT(台)", "医师(人)")
ROWS = (("北京", "41", "96", "412"), ("浙江", "52", "97", "377"), ("青海", "9", "11", "23"))
PEOPLE = (("裘宁", "溪山影像研究所"), ("阎一舟", "岚江大学附属医院"), ("次仁卓嘎", "雪域人民医院"))


def at_home(text: str) -> set[tuple[str, str]]:
    """Who works where, as the tables of a text tell."""
    found = ListingIngester().ingest(document_of(text), pipeline())
    return {
        (one.subject.name, one.object.name) for one in found if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"
    }


def page(who: str, where: str) -> str:
    """A table whose columns are lost, a cell to a line, with a note below."""
    rows = [(*row, *people) for row, people in zip(ROWS, PEOPLE, strict=True)]
    cells = [*HEADS, who, where, *(cell for row in rows for cell in row)]
    return "表1　部分省份超声设备与人员\n" + "\n".join(cells) + "\n注：完整数据见附件1。\n"


@pytest.mark.parametrize(
    ("who", "where"),
    [("联络员", "联络员单位"), ("联系人", "联系人所在单位"), ("填报人", "填报人工作单位"), ("质控专家", "质控专家所在医院")],
)
def test_who_answers_for_a_row_is_of_the_house_beside(who: str, where: str) -> None:
    assert at_home(page(who, where)) == set(PEOPLE)


@pytest.mark.parametrize(("who", "where"), [("联络员", "主管单位"), ("联络员", "备注"), ("联络员", "组长单位")])
def test_a_house_of_others_is_not_theirs(who: str, where: str) -> None:
    assert at_home(page(who, where)) == set()


@pytest.mark.parametrize("head", ["学科带头人", "科主任", "负责人"])
def test_who_leads_is_told_beside_the_device_of_the_house(tmp_path: Path, head: str) -> None:
    page = (
        "<html><body><table><caption>表2 省内中心</caption>"
        f"<tr><th rowspan='2'>单位</th><th rowspan='2'>{head}</th><th colspan='2'>设备</th></tr>"
        "<tr><th>型号</th><th>启用时间</th></tr>"
        "<tr><td>登州市人民医院</td><td>裘宁</td><td rowspan='2'>LM-9</td><td>2030-06</td></tr>"
        "<tr><td>蓬莱医院</td><td>阎一舟</td><td>2031-02</td></tr></table></body></html>"
    )
    path = tmp_path / "list.html"
    path.write_text(page, encoding="utf-8")
    told = [one for one in ListingIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    posts = {
        (one.subject.name, one.object.name, one.qualifiers.get("position")) for one in told if one.subject.label == "Person"
    }
    post = None if head == "负责人" else head
    assert posts == {("裘宁", "登州市人民医院", post), ("阎一舟", "蓬莱医院", post)}


def test_who_stands_in_a_cell_with_a_house_in_brackets(tmp_path: Path) -> None:
    heads = ("序号", "姓名", "项目名称", "培养导师（单位）", "科室（楼层）", "备注")
    rows = (
        (
            "1",
            "封晓",
            "超声造影研究",
            "裘宁（溪山影像研究所）、阎一舟（岚江大学附属医院）",
            "超声科（二层）",
            "柏舟（溪山市中心医院）",
        ),
        ("2", "翟远", "光声成像研究", "次仁卓嘎（雪域人民医院）", "放射科（三层）", "章远（待定）"),
    )
    path = tmp_path / "list.txt"
    path.write_text("名单如下\n" + "\n".join("\t".join(row) for row in (heads, *rows)) + "\n", "utf-8")
    found = ListingIngester().ingest(read_document(path), pipeline())
    housed = [one for one in found if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"]
    assert {(one.subject.name, one.object.name) for one in housed} == set(PEOPLE)
