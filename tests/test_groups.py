"""Lists of people by their part in a group: cells behind a part, and lines that a sentence promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.readers.html import HtmlReader
from ingest.society import SocietyIngester
from kg.model import Document, Fact
from kg.ontology import check
from tests.table_facts import document_of

WORK = "肾脏肿瘤超声造影专家共识（2024版）"
GROUP = """<html><body><h2>《肾脏肿瘤超声造影专家共识（2024版）》发布</h2><p>该共识由松江省医学会超声医学分会发起。</p>
<p><b>附：{heading}</b></p><table>
<tr><td>组　　长</td><td>成若水（松江大学附属第一医院超声科）</td></tr>
<tr><td>副 组 长</td><td>祁望舒（松江省人民医院）、莫听涛（江海大学附属医院超声医学科）</td></tr>
<tr><td rowspan="2">成　员<br>（按姓氏笔画排序）</td><td>颜　如（松江市中心医院）、<br>尹知秋（江海市第二医院）</td></tr>
<tr><td>{last}</td></tr>
<tr><td>秘　　书</td><td>莫听涛（兼）</td></tr></table></body></html>"""
ELECTED = (
    "松江省医学会召开了超声医学分会第六届委员会换届会议。经投票选举，松江大学附属第一医院成若水教授当选超声医学分会主任委员，"
    "并选举产生了3名副主任委员，分别为：\n松江省人民医院超声科 祁望舒\n江海大学附属医院 莫听涛\n"
    "松江市中心医院超声医学科 尹知秋\n"
    "会议就下一步工作进行了讨论，尹知秋作了发言。\n"
)


def page(folder: Path, html: str) -> Document:
    path = folder / "page.html"
    path.write_text(html, "utf-8")
    return HtmlReader().read(path)


def facts(document: Document) -> set[tuple[str, str, str, object]]:
    found = [one for one in SocietyIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return {(one.subject.name, one.predicate, one.object.name, one.qualifiers.get("role")) for one in found}


def test_a_group_that_made_a_guideline(tmp_path: Path) -> None:
    found = facts(page(tmp_path, GROUP.format(heading="《共识》专家组名单", last="柳闻莺（松江大学医学院）")))
    assert {(name, role) for name, predicate, _, role in found if predicate == "MEMBER_OF"} == {
        ("成若水", ("组长",)),
        ("祁望舒", ("副组长",)),
        ("莫听涛", ("副组长",)),
        ("颜如", ("成员",)),
        ("尹知秋", ("成员",)),
        ("柳闻莺", ("成员",)),
        ("莫听涛", ("秘书",)),
    }
    assert {target for _, predicate, target, _ in found if predicate == "MEMBER_OF"} == {"肾脏肿瘤超声造影专家共识专家组"}
    assert ("成若水", "AUTHORED", WORK, ("组长",)) in found
    assert ("莫听涛", "AUTHORED", WORK, ("秘书",)) not in found
    assert {target for name, predicate, target, _ in found if (name, predicate) == ("莫听涛", "AFFILIATED_WITH")} == {
        "江海大学附属医院"
    }


def test_officers_of_a_society(tmp_path: Path) -> None:
    html = (
        "<html><body><h2>松江省放射学会介入分会委员名单</h2><table><tr><td>主任委员</td><td>成若水（松江大学附属第一医院）</td></tr>"
        "<tr><td>委　　员</td><td>祁望舒（松江省人民医院）、颜如（松江市中心医院）</td></tr></table></body></html>"
    )
    found = facts(page(tmp_path, html))
    assert ("成若水", "MEMBER_OF", "松江省放射学会介入分会", ("主任委员",)) in found
    assert ("颜如", "MEMBER_OF", "松江省放射学会介入分会", ("委员",)) in found
    assert not [fact for fact in found if fact[1] == "AUTHORED"]


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("经选举，松江省放射学会介入专业委员会第二届委员会由3人组成。", "松江省放射学会介入专业委员会"),
        ("松江省放射学会介入专业委员会与江海省放射学会介入专业委员会同日换届。", "介入专业委员会"),
        ("协会介入专业委员会已经换届。", "介入专业委员会"),
    ],
)
def test_a_branch_is_called_with_its_society(told: str, body: str, tmp_path: Path) -> None:
    html = (
        f"<html><body><h2>关于公布介入专业委员会委员名单的通知</h2><p>{told}</p><table><tr><th>职务</th><th>姓名</th><th>单位</th></tr>"
        "<tr><td>主任委员</td><td>成若水</td><td>松江大学附属第一医院</td></tr>"
        "<tr><td>委员</td><td>颜如</td><td>松江市中心医院</td></tr></table></body></html>"
    )
    found = facts(page(tmp_path, html))
    assert {(name, target) for name, predicate, target, _ in found if predicate == "MEMBER_OF"} == {
        ("成若水", body),
        ("颜如", body),
    }


@pytest.mark.parametrize("last", ["名单以会议通知为准", "联系电话：010-66666666"])
def test_a_table_with_anything_else_lists_no_group(tmp_path: Path, last: str) -> None:
    assert not facts(page(tmp_path, GROUP.format(heading="《共识》专家组名单", last=last)))


def test_lines_that_a_sentence_promises() -> None:
    found = [one for one in ProseIngester().ingest(document_of(ELECTED), pipeline()) if isinstance(one, Fact)]
    members = [(one.subject.name, one.qualifiers["role"]) for one in found if one.predicate == "MEMBER_OF"]
    assert {name for name, role in members if role == ("副主任委员",)} == {"祁望舒", "莫听涛", "尹知秋"}
    assert ("成若水", ("主任委员",)) in members


def test_lines_that_no_office_promises() -> None:
    text = ELECTED.replace("并选举产生了3名副主任委员，分别为：", "参加会议的有：")
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    assert {one.subject.name for one in found if one.predicate == "MEMBER_OF"} == {"成若水"}
